"""Sentences: where one ends and the next begins.

One pass over the stops of each paragraph; each stop is decided by the word before it and the word
after it, with set look-ups only, so that the time grows with the number of stops.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.document import Language, Paragraph, Sentence, Span
from tui.extract.tables import SentenceWords

_STOP = re.compile(
    # The run of stops, from its first one: starting inside a run would make long runs quadratic.
    # The class stands before the look-behind because only so can the scan skip to the next stop.
    r"(?P<stop>[.!?…](?<![.!?…][.!?…])[.!?…]*+)"
    # What closes after the stop belongs to the sentence before: marks, brackets, note numbers;
    # also a mark set off by a blank, when no word leans on it.
    r"(?:[\"'’”“‘»«›‹)\]](?!\w)|\[\d{1,3}\]|\s[»”›](?!\w)|\s\"(?=\s|\Z))*+"
    r"(?=\s)"
)
_OPENING = "«»“”„‟\"'‘’‚‹›([{–—-*•¿¡"
_CLOSED = ")]»”"
"""What no abbreviation ends in."""
_LONGEST_ABBREVIATION = 24
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"[$€£]?\d")
_ROMAN = re.compile(r"[IVXLC]+\b(?!['’])")
_INITIAL = re.compile(r"[^\W\d_]\.")
_ENTRY = re.compile(r"[a-z]\)")
_BLANK = re.compile(r"\s*")
_FIRST_WORD = re.compile(r"\s++[\s«»“”„‟\"'‘’‚‹›(\[{–—\-*•¿¡]*+(\S[^\s'’]*+)['’]?+\s*+(\w?)")
"""After a stop: the next word without its opening marks, and the first letter of the one after."""


def split_sentences(
    text: str, paragraphs: Sequence[Paragraph], language: Language
) -> tuple[Sentence, ...]:
    """The sentences of each paragraph: trimmed, in order, only white space between them.

    What closes after a stop (a mark, a bracket) belongs to the sentence before; a quotation of
    several sentences is split inside.
    """
    words = _words(language)
    out: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        limit = paragraph.span.end
        start = _after_blank(text, paragraph.span.start, limit)
        for match in _STOP.finditer(text, start, limit):
            stop, end = match.span()
            if _plainly_ends(text, start, stop, end, limit, words):
                out.append(Sentence(Span(start, end), number))
                start = end + 1
            elif _ends(text, start, stop, end, limit, words):
                _add(out, text, start, end, number)
                start = _after_blank(text, end, limit)
        _add(out, text, start, limit, number)
    return tuple(out)


def _plainly_ends(
    text: str, start: int, stop: int, end: int, limit: int, words: SentenceWords
) -> bool:
    """Whether nothing about the stop is doubtful: *… la vecchia strada. Il comune …*.

    Most stops are so, and `_ends` would say the same of them in three times the time.
    """
    if end != stop + 1 or text[stop] != "." or end + 1 >= limit or text[end] != " ":
        return False
    if not text[end + 1].isupper():
        return False
    if text[stop - 1] in _CLOSED and stop - start > 2:
        return True
    word = text[text.rfind(" ", start, stop) + 1 or start : stop]
    return (
        len(word) > 1
        and word.isalpha()
        and word.islower()
        and word not in words.titles
        and word not in words.numbered
        and word not in words.closing
    )


def _words(language: Language) -> SentenceWords:
    if language == "it":
        from tui.extract.italian.sentences import WORDS
    else:
        from tui.extract.english.sentences import WORDS
    return WORDS


def _after_blank(text: str, start: int, end: int) -> int:
    blank = _BLANK.match(text, start, end)
    return blank.end() if blank else start


def _add(out: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append(Sentence(Span(start, end), paragraph))


def _ends(text: str, start: int, stop: int, end: int, limit: int, words: SentenceWords) -> bool:
    """Whether the stop at `stop`, with what closes after it up to `end`, ends a sentence."""
    follows = _FIRST_WORD.match(text, end, min(limit, end + 80))
    if follows is None:
        return True
    following = follows[1]
    if following.islower():
        # `b) ...` goes on with a list, and begins an entry only before a capital.
        return _ENTRY.fullmatch(following) is not None and follows[2].isupper()
    before = text[max(start, stop - _LONGEST_ABBREVIATION) : stop].split()
    if not before:
        return True
    if text[stop] == "…" or text.startswith("...", stop):
        # A word that is said again goes on: *I... I don't know*.
        return before[-1].lstrip(_OPENING).lower() != following.lower()
    if text[stop] != "." or text[stop + 1 : stop + 2] in (".", "!", "?", "…"):
        return True
    if end > stop + 1:
        return True
    return _full_stop(before, following, follows[2], stop - start, words)


def _full_stop(
    before: list[str], following: str, after: str, length: int, words: SentenceWords
) -> bool:
    """Whether a single full stop after the words `before` ends a sentence `length` long so far.

    `following` is the next word, `after` the first letter of the one that comes next.
    """
    token = before[-1].lstrip(_OPENING)
    for apostrophe in ("'", "’"):
        token = token.rpartition(apostrophe)[2]
    lower = token.lower()
    numeric = _FIGURE.match(following) is not None
    if _INITIAL.fullmatch(following) and len(token) == 1 and token.isalpha():
        return False
    if token.isdigit():
        if length == len(before[-1]):
            return False
        previous = before[-2].lower() if len(before) > 1 else ""
        ordinal = len(token) <= 2 and previous in words.before_ordinal
        return not ordinal or _starts(following, after, words)
    if lower in words.numbered and (numeric or _ROMAN.match(following)):
        return False
    if numeric and (lower in words.titles or _is_sign(token)):
        return False
    if len(token) == 1 and token.isalpha():
        # An initial or a letter: a name goes on after it, unless a sentence plainly begins.
        return not numeric and _starts(following, after, words)
    if lower in words.closing or _DOTTED.fullmatch(token):
        always = lower in ("ecc", "etc") or ("." in lower and lower in words.closing)
        return always or (not numeric and _starts(following, after, words))
    return lower.replace(".", "") not in words.titles


def _is_sign(token: str) -> bool:
    """Whether `token` is short enough for a carrier's or a paper's sign: *Az. 610*."""
    return len(token) == 2 and token[0].isupper()


def _starts(following: str, after: str, words: SentenceWords) -> bool:
    """Whether a sentence plainly begins with the word `following`."""
    word = _WORD.match(following)
    lower = word[0].lower() if word else ""
    if lower in words.articles:
        return after.islower()
    return lower in words.starters
