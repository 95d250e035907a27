"""A remembered translation, made to fit a sentence that differs in numbers or punctuation only.

Nothing is guessed. A number is exchanged when it stands once in the remembered sentence and once,
written in figures, in its translation, and when no word around it has to change with it: no
plural, no *an* before *8*, no *st* after *1*. Questions, exclamations and passages in marks must be
as many. Otherwise there is no adapted translation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.document import Language, other_language
from tui.translate.figures import values_in_words, values_of
from tui.translate.keys import NUMBER, shape_of

_COUNTED = '?!“«„"()‘'
"""Signs that change what a sentence says, or that echoes are found by."""
_ENDS = ".,:;…"
_SWAPPED = str.maketrans(".,", ",.")
_ARTICLES: dict[Language, re.Pattern[str]] = {
    "it": re.compile(
        r"(?:['’]|\b(?:il|lo|la|i|gli|le|un|uno|una|[dns]?[aeu]l?l[oiae]?|de[li]|degli|dei|ai|agli"
        r"|dai|dagli|nei|negli|sui|sugli))\s*\Z",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\ban?\s+\Z", re.IGNORECASE),
}
_HALVES = re.compile(r"\s?[ap]\.?m\b", re.IGNORECASE)


def adapt(sentence: str, stored: str, translation: str, source: Language) -> str | None:
    """The translation of `sentence`, from that of `stored`; None where it is not certain."""
    if shape_of(sentence) != shape_of(stored):
        return None
    if any(sentence.count(sign) != stored.count(sign) for sign in _COUNTED):
        return None
    before, after = list(NUMBER.finditer(stored)), NUMBER.findall(sentence)
    if len(before) != len(after):
        return None
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old[0] != new]
    exchanged = _exchange(stored, translation, changed, source) if changed else translation
    if exchanged is None:
        return None
    adapted = _with_end(sentence, stored, exchanged)
    return None if adapted is None or _has_other_numbers(sentence, adapted, source) else adapted


def _exchange(
    stored: str, translation: str, changed: Sequence[tuple[re.Match[str], str]], source: Language
) -> str | None:
    target = other_language(source)
    numbers = NUMBER.findall(stored)
    spoken = values_in_words(stored, source)
    there = list(NUMBER.finditer(translation))
    places: list[tuple[re.Match[str], str]] = []
    for old, new in changed:
        said = old[0].translate(_SWAPPED)
        found = [match for match in there if match[0] == said]
        values = {values_of(old[0], source)[0], values_of(new, source)[0]}
        if len(found) != 1 or numbers.count(old[0]) != 1 or "1" in values or values & spoken:
            return None
        written = new.translate(_SWAPPED)
        if not (_stands_alone(old, stored) and _stands_alone(found[0], translation)):
            return None
        if _needs_another_article(translation[: found[0].start()], said, written, target):
            return None
        places.append((found[0], written))
    out, end = "", 0
    for match, written in sorted(places, key=lambda place: place[0].start()):
        out += translation[end : match.start()] + written
        end = match.end()
    return out + translation[end:]


def _stands_alone(number: re.Match[str], text: str) -> bool:
    """Whether no letter touches a number, and no *pm* follows it."""
    around = (
        text[max(0, number.start() - 1) : number.start()] + text[number.end() : number.end() + 1]
    )
    return not any(map(str.isalpha, around)) and _HALVES.match(text, number.end()) is None


def _needs_another_article(before: str, old: str, new: str, language: Language) -> bool:
    """Whether the word before a number may change with it: *a 7*, *an 8*; *il 7*, *l'8*."""
    if _begins_with_vowel(old) == _begins_with_vowel(new):
        return False
    return _ARTICLES[language].search(before) is not None


def _begins_with_vowel(number: str) -> bool:
    """Of *eight*, *eleven*, *eighteen*, *otto*, *undici*; doubtful ones count as well."""
    whole = re.split(r"\D", number)[0]
    return whole.startswith("8") or whole in ("11", "18")


def _with_end(sentence: str, stored: str, translation: str) -> str | None:
    """`translation` with the end of `sentence`: a headline has no stop."""
    new = sentence[-1:] if sentence[-1:] in _ENDS else ""
    old = stored[-1:] if stored[-1:] in _ENDS else ""
    if new == old:
        return translation
    if old and not translation.endswith(old):
        return None
    bare = translation.removesuffix(old) if old else translation
    return bare + new if bare[-1:].isalnum() or not new else None


def _has_other_numbers(sentence: str, adapted: str, source: Language) -> bool:
    from tui.translate.flags import flags_of

    return any(flag.kind != "name" for flag in flags_of(sentence, adapted, source))
