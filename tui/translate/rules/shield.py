"""Words kept out of Apertium's sight: names, places, dates, and phrases it gets wrong.

Each is replaced by a word that no dictionary holds, which Apertium passes on as it is, and which is
then replaced by the words wanted. Without that *Andrei Belousov* is *would go Belousov*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tui.document import Language
from tui.translate.rules import capitals, tables
from tui.translate.rules.dating import date_at
from tui.translate.rules.lists import words
from tui.translate.rules.tables import Kind

_FIGURE = re.compile(r"[€$£]?\d[\d.,:/–-]*(?:[%‰°€$£]| %)?")
_SIMPLE = re.compile(r"\d+(?:[.,]\d+)*")
_TOKEN = re.compile(
    rf"{_FIGURE.pattern}(?<![.,:/–-])(?=\W|$)|[A-Z]\.(?=\s?[A-Z])|[^\W_]+(?:[-–][^\W_]+)*'?|\S"
)
_MARK = re.compile(r"[Xx]qz([a-j]{3})w")
_DIGITS = "abcdefghij"
_MOST = 1000
"""Words kept out of one sentence."""
_NOBLE = words("de von van der bin ibn el al du da dos")
_LINKS = {"it": _NOBLE | {"di", "del"}, "en": _NOBLE | {"of"}}
_OPENING = "“«\"'‘(—–:.!?…-"


class Term(NamedTuple):
    """A word or phrase that was kept back."""

    words: str
    """What stands in the translation."""
    kind: Kind
    tail: str = ""
    """What of it is left to Apertium, after the mark: the article of *a causa del*."""


class Token(NamedTuple):
    """A word, a number or a sign of a sentence."""

    text: str
    start: int
    end: int


def tokens_of(sentence: str) -> list[Token]:
    """The words, numbers and signs of a sentence; an elided word ends with its apostrophe."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(sentence)]


def names_in(sentences: Sequence[str], source: Language) -> frozenset[str]:
    """Words with a capital inside a sentence: the same words are names at its beginning, too."""
    found: set[str] = set()
    for sentence in sentences:
        tokens = tokens_of(sentence)
        for index, token in enumerate(tokens):
            if not _begins(tokens, index) and capitals.may_be_name(token.text, source):
                found.add(token.text)
    return frozenset(found)


def _begins(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capital may be due to the place: a sentence or a quotation begins here."""
    return index == 0 or tokens[index - 1].text in _OPENING or tokens[index - 1].text.endswith(".")


def shield(sentence: str, source: Language, names: frozenset[str]) -> tuple[str, tuple[Term, ...]]:
    """The sentence with marks in it, and what each mark stands for."""
    tokens = tokens_of(sentence)
    out: list[str] = []
    terms: list[Term] = []
    end = index = 0
    while index < len(tokens) and len(terms) < _MOST:
        count, term = _term(tokens, index, source, names)
        if term is not None:
            first, last = tokens[index], tokens[index + count - 1]
            out += [sentence[end : first.start], _mark(len(terms), term, index == 0), term.tail]
            terms.append(term)
            end = last.end
        index += count
    return "".join([*out, sentence[end:]]), tuple(terms)


def _mark(number: int, term: Term, begins: bool) -> str:
    # Apertium moves the capital of a first word along with the word.
    return f"{'X' if begins or term.kind in ('name', 'place') else 'x'}qz{_letters_of(number)}w"


def _letters_of(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in f"{number:03}")


def number_of(letters: str) -> int:
    """The number of a mark, by the letters in it."""
    return int("".join(str(_DIGITS.index(letter)) for letter in letters))


def unshield(translation: str, terms: Sequence[Term]) -> str:
    """The translation with the words back; a word in capitals stands where a mark did not come."""

    def said(match: re.Match[str]) -> str:
        number = number_of(match[1])
        return terms[number].words if number < len(terms) else ""

    return _MARK.sub(said, translation)


def mark_pattern(numbers: Sequence[int]) -> str:
    """A regular expression for the marks of these numbers; without any it matches nothing."""
    marks = [_letters_of(number) for number in numbers]
    return f"[Xx]qz(?:{'|'.join(marks)})w" if marks else r"(?!)"


def _term(
    tokens: Sequence[Token], index: int, source: Language, names: frozenset[str]
) -> tuple[int, Term | None]:
    """How many tokens from `index` on belong together, and what stands for them, if anything."""
    near = [token.text for token in tokens[index : index + 6]]
    dated = date_at([tokens[index - 1].text if index else "", *near], 1, source)
    if dated is not None:
        return dated[0], Term(dated[1], "date")
    if _FIGURE.fullmatch(near[0]) and not _SIMPLE.fullmatch(near[0]):
        return 1, Term(near[0], "noun")
    if _MARK.search(near[0]):
        return 1, Term(near[0], "name")
    found = _listed(tokens, index, source)
    if found is not None:
        return found
    count = _name_length(tokens, index, source, names)
    if count:
        return count, Term(_between(tokens, index, count), "name")
    if (located := _located(tokens, index, source)) is not None:
        return located
    return 1, None


def _located(tokens: Sequence[Token], index: int, source: Language) -> tuple[int, Term] | None:
    """*a Roma*, *ad Atene*: in Rome, in Athens, unless somebody goes there."""
    if source != "it" or tokens[index].text.lower() not in ("a", "ad") or index + 1 >= len(tokens):
        return None
    before = tokens[index - 1].text.lower() if index else ""
    found = _listed(tokens, index + 1, source)
    if found is None:
        count = _name_length(tokens, index + 1, source, frozenset())
        if not count or not _STAYING.fullmatch(before):
            return None
        return count + 1, Term(f"in {_between(tokens, index + 1, count)}", "name")
    if found[1].kind != "place" or found[1].words.startswith("the ") or _GOING.match(before):
        return None
    return found[0] + 1, Term(f"in {found[1].words}", "place")


def _between(tokens: Sequence[Token], index: int, count: int) -> str:
    """The words from `index` on, with the blanks they had."""
    out = tokens[index].text
    for before, token in zip(tokens[index:], tokens[index + 1 : index + count], strict=False):
        out += " " * (token.start - before.end) + token.text
    return out


def _listed(tokens: Sequence[Token], index: int, source: Language) -> tuple[int, Term] | None:
    """The longest entry of the tables that stands at `index`."""
    begins = _begins(tokens, index)
    word = tokens[index].text
    keys = [word] if word.islower() or not begins else [word, word[:1].lower() + word[1:]]
    for key in keys:
        for entry in _table(source).get(key, ()):
            size = len(entry.tokens)
            rest = [token.text for token in tokens[index + 1 : index + size]]
            if rest != list(entry.tokens[1:]):
                continue
            if entry.wary and (begins or _within_name(tokens, index, size, source)):
                continue
            return size, _term_of(entry, source)
    return None


_ARTICLES = {
    "l": "il ",
    "llo": "lo ",
    "lla": "la ",
    "ll'": "l'",
    "i": "i ",
    "gli": "gli ",
    "lle": "le ",
}
_PREPOSITION = re.compile(r"(?:de|a|da|ne|su)(l|llo|lla|ll'|i|gli|lle)")


def _term_of(entry: _Entry, source: Language) -> Term:
    last = entry.tokens[-1]
    article = _PREPOSITION.fullmatch(last) if source == "it" and len(entry.tokens) > 1 else None
    if article is not None:
        return Term(entry.words.removesuffix(" the"), entry.kind, f" {_ARTICLES[article[1]]}")
    return Term(entry.words, entry.kind, " " if last.endswith("'") else "")


_STAYING = re.compile(
    r"nat[oaie]|nacque|mort[oaie]|morì|vive|vivono|vissut[oaie]|visse|abita|abitano|è|sono|era|erano"
    r"|resta|rimane|studi[aò]|lavor[aò]|tenut[oaie]|svolt[oaie]|fondat[oaie]|arrestat[oaie]|sede"
)
_GOING = re.compile(
    r"(?:and|arriv|torn|vol|part|dirett|trasf|viagg|invi|mand|port|fin|vicin|accant|intorn|vener|ven"
    r"|davant|insiem|grazi|rispett|chie|dett|vend|dat|dann|dare|spos|emigr|fugg|giun|rientr|ritorn)"
)


def _within_name(tokens: Sequence[Token], index: int, size: int, source: Language) -> bool:
    """Whether a name goes on before or after some tokens."""
    around = [*tokens[max(0, index - 1) : index], *tokens[index + size : index + size + 1]]
    return any(capitals.may_be_name(token.text, source) for token in around)


def _name_length(
    tokens: Sequence[Token], index: int, source: Language, names: frozenset[str]
) -> int:
    """How many tokens from `index` on are a name; 0 when none is."""
    word = tokens[index].text
    if not _may_be_name(tokens, index, source):
        return 0
    end = _run_end(tokens, index, source)
    doubtful = _begins(tokens, index) and word not in names and not capitals.odd(word)
    if doubtful and (end - index < 2 or capitals.starts_sentences(word, source)):
        return 0
    return end - index


_PARTICLES = words("Di De Del Della Dal Dalla Da La Lo Li Le D' Dell' Dall' L' O'")
"""What surnames begin with, written with a capital: *Di Maio*, *D'Alema*, *L'Aquila*."""


def _may_be_name(tokens: Sequence[Token], index: int, source: Language) -> bool:
    """Whether the word at `index` may be a name, or the beginning of one."""
    word = tokens[index].text
    if word not in _PARTICLES or _begins(tokens, index):
        return capitals.may_be_name(word, source)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and capitals.may_be_name(after.text, source)


def _run_end(tokens: Sequence[Token], index: int, source: Language) -> int:
    """Where a run of words with capitals ends; small words inside it, *van der*, belong to it."""
    end = index + 1
    while end < len(tokens):
        if not _adjacent(tokens[end - 1], tokens[end]):
            break
        ahead = end
        while ahead < len(tokens) and tokens[ahead].text in _LINKS[source] and ahead - end < 2:
            ahead += 1
        if ahead >= len(tokens) or not _may_be_name(tokens, ahead, source):
            break
        if _listed(tokens, ahead, source) is not None and ahead > end:
            break
        end = ahead + 1
    return end


def _adjacent(one: Token, two: Token) -> bool:
    return two.start - one.end <= 1


class _Entry(NamedTuple):
    tokens: tuple[str, ...]
    words: str
    kind: Kind
    wary: bool
    """Not at the beginning of a sentence, and not within a name."""


@cache
def _table(source: Language) -> dict[str, list[_Entry]]:
    """The entries of the tables by their first word, the longest first."""
    out: dict[str, list[_Entry]] = {}
    for form, said, kind, wary in tables.entries(source):
        tokens = tuple(token.text for token in tokens_of(form))
        out.setdefault(tokens[0], []).append(_Entry(tokens, said, kind, wary))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry.tokens))
    return out
