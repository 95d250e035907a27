"""What an engine says, judged before it is shown or remembered.

Translation services answer with error pages, warnings, the text itself or another sentence's
translation, all with status 200; each rule here is such an answer, seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.document import Language
from tui.sanitize import sanitize_line
from tui.translate.protocol import Failure

_SHORTEST_RATIO = 0.3
_LONGEST_RATIO = 3.0
_RATIO_FROM = 20
"""Code points; below, a ratio says nothing (*Sì.* / *Yes, indeed.*)."""
_ECHO_WORDS = 4
"""Fewer words than this may well be the same in both languages (*Roma, stazione Termini*)."""
_SWAPPED = 0.3
"""By how much two lines fit better crosswise (sum of the logarithms of their length ratios) when
they are held to have changed places; lengths of true translations scatter by about a tenth."""

_ERROR_PAGES = (
    "error 500 (server error)",
    "that's an error",
    "<html",
    "<!doctype html",
    "<body",
    "503 service unavailable",
    "502 bad gateway",
    "504 gateway time-out",
)
_QUOTA = (
    "mymemory warning",
    "you used all available free translations",
    "quota exceeded",
)
_REFUSALS = (
    "query length limit",
    "please select two distinct languages",
    "invalid email provided",
    "invalid language pair",
    "no query specified",
)
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_UNKNOWN = re.compile(r"(?<![\w&])[*@#](?=[^\W\d_])")
"""What engines that work by rules put before a word they do not know, cannot translate or cannot
inflect (Apertium: `*parola`, `@parola`, `#parola`)."""
_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|@\w+|#\w+)")


def nothing_to_translate(text: str) -> bool:
    """Whether `text` has no words: figures, punctuation, web addresses, handles and hashtags."""
    if "@" not in text and "#" not in text and "://" not in text and "www." not in text:
        return not any(map(str.isalpha, text))
    return _LETTER.search(_ADDRESS.sub("", text)) is None


def quota_spent(answer: str) -> bool:
    """Whether an answer is a service's notice that no more is to be had today."""
    return _says(answer, _QUOTA)


def page_instead(answer: str) -> bool:
    """Whether an answer is a web page, or the words of a server's error page."""
    return _says(answer, _ERROR_PAGES)


def _says(text: str, marks: tuple[str, ...]) -> bool:
    words = text[:2000].casefold().replace("’", "'")
    return any(mark in words for mark in marks)


def validate(source_text: str, answer: object, source: Language, target: Language) -> str | Failure:
    """The translation an engine gave for `source_text`, cleaned, or why it cannot be one.

    Cleaned means on one line, without control codes, with HTML entities resolved once when the
    source has none, and without the marks of unknown words. Nothing else is put right: numbers that
    changed and quotation marks that lost their partner are flagged (see `flags`), not repaired.
    """
    if not isinstance(answer, str):
        return Failure("the answer was empty")
    words = answer
    if _ENTITY.search(words) and not _ENTITY.search(source_text):
        import html

        words = html.unescape(words)
    words = sanitize_line(_UNKNOWN.sub(lambda m: m[0] if m[0] in source_text else "", words))
    if not words.strip():
        return Failure("the answer was empty")
    if (refused := _service_notice(source_text, words)) is not None:
        return refused
    if source != target and _is_echo(source_text, words):
        return Failure("the answer was the sentence itself, untranslated")
    return _fitting(source_text.strip(), words)


def _service_notice(source_text: str, words: str) -> Failure | None:
    # An article may quote such a message; then its translation holds it as well.
    for marks, reason in (
        (_ERROR_PAGES, "the answer was an error page"),
        (_QUOTA, "its free quota for today is spent"),
        (_REFUSALS, "it refused the request"),
    ):
        if _says(words, marks) and not _says(source_text, marks):
            return Failure(reason)
    return None


def _is_echo(source_text: str, words: str) -> bool:
    before = _WORD.findall(source_text)
    if [word.casefold() for word in before] != [word.casefold() for word in _WORD.findall(words)]:
        return False
    # Names and numbers stay what they are: a list of them is its own translation.
    common = len([word for word in before if word[:1].islower()])
    return common >= (1 if len(before) >= _ECHO_WORDS else 2)


def _fitting(source_text: str, words: str) -> str | Failure:
    length = max(len(source_text), _RATIO_FROM)
    if len(words) > _LONGEST_RATIO * length:
        return Failure("the answer was far longer than the sentence")
    if len(source_text) >= _RATIO_FROM and len(words) < _SHORTEST_RATIO * len(source_text):
        return Failure("the answer was far shorter than the sentence")
    return words


def drifted(sources: Sequence[str], answers: Sequence[str]) -> bool:
    """Whether lines sent together seem to have come back against the wrong sentences.

    A name or a number of a sentence that is missing from its own answer, and stands in a
    neighbour's although the neighbour's sentence lacks it, has moved; and two answers that fit
    each other's sentence far better in length have changed places.
    """
    marks = [_landmarks(text) for text in sources]
    found = [frozenset(_WORD.findall(text)) for text in answers]
    for index, mine in enumerate(marks):
        missing = mine - found[index]
        for other in (index - 1, index + 1):
            if missing and 0 <= other < len(marks):
                lacked = missing - frozenset(_WORD.findall(sources[other]))
                if lacked & found[other]:
                    return True
    pairs = list(zip(sources, answers, strict=True))
    return any(_fit_crosswise(*two) for two in pairwise(pairs))


def _fit_crosswise(one: tuple[str, str], two: tuple[str, str]) -> bool:
    from math import log

    def apart(source: str, answer: str) -> float:
        return abs(log(max(1, len(answer)) / max(1, len(source))))

    straight = apart(*one) + apart(*two)
    return straight > apart(one[0], two[1]) + apart(two[0], one[1]) + _SWAPPED


def _landmarks(text: str) -> frozenset[str]:
    """Words that a translation usually keeps: figures, and capitalised words inside a sentence."""
    words = _WORD.findall(text)
    names = (word for word in words[1:] if len(word) > 3 and word[0].isupper())
    figures = (word for word in words if word.isdigit() and len(word) > 1)
    return frozenset((*names, *figures))
