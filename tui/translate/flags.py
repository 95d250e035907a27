"""What got lost on the way into the other language, or came up there from nowhere.

A flag is a warning beside a sentence, so it must be right: whatever has an innocent explanation is
not flagged. Numbers are looked for in figures, in words and as parts of dates; names may be
respelled, translated, or stand for a country in another form. Only names that cannot be ordinary
words are missed at all: those of the gazetteer, codes, foreign ones, and the half of a name whose
other half is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from tui.document import Flag, Language, other_language
from tui.translate import figures, gazetteer, words
from tui.translate.signs import Anchor, anchors_of

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^“”]+”|«[^«»]+»|\"[^\"]+\"")
_HOURS = re.compile(r"\d{1,2}[0-5]\d\Z")
_DIGITS = re.compile(r"\d+")
_FOREIGN = re.compile(r"[jkwxy]|[^a-zàèéìíòóùú]|[^aeiouàèéìíòóùú]\Z", re.IGNORECASE)
"""What no Italian word of four letters or more has."""
_LATIN = re.compile(r"[aiou]\Z", re.IGNORECASE)
"""How few English words of five letters or more end."""
_ALIKE = 0.6
"""The share of letters in common from which on a name is the same, respelled: *Creta*, *Crete*."""
_CAPITALS = 4
_SMALL = 4
"""In a headline in capitals, only words of so many letters have none; then they name nobody."""


def flags_of(source: str, translated: str, language: Language) -> tuple[Flag, ...]:
    """What differs between a sentence in `language` and its translation and should not."""
    here, there = _Side(source, language), _Side(translated, other_language(language))
    flags = [*_missing(here, there, "lost"), *_missing(there, here, "invented")]
    flags += [*_names(here, there), *_quotes(source, translated)]
    return tuple(dict.fromkeys(flags))


def _quotes(source: str, translated: str) -> Iterator[Flag]:
    """The first quote of the source, when a mark of the translation has lost its partner."""
    if _is_balanced(translated) or not _is_balanced(source):
        return
    if (quoted := _QUOTED.search(source)) is not None:
        yield Flag("quote", "lost", quoted[0])


def _is_balanced(text: str) -> bool:
    return (
        text.count('"') % 2 == 0
        and text.count("«") == text.count("»")
        # German marks close with the one that opens elsewhere: „so“.
        and ("„" in text or text.count("“") == text.count("”"))
    )


def _missing(side: _Side, other: _Side, change: Literal["lost", "invented"]) -> Iterator[Flag]:
    """The numbers and days of a side that the other one has in no form."""
    for anchor in side.anchors:
        known = other.counts if anchor.kind == "number" else other.dates
        if anchor.kind != "name" and not known(anchor):
            yield Flag(anchor.kind, change, anchor.span.of(side.text))


def _names(here: _Side, there: _Side) -> Iterator[Flag]:
    if here.is_title_case or there.is_title_case:
        return
    lost = [anchor for anchor in here.names if _is_lost(anchor, here, there)]
    for anchor in lost:
        yield Flag("name", "lost", anchor.span.of(here.text))
    for anchor in there.names:
        place = gazetteer.places().get(anchor.readings[0])
        if here.mentions(anchor, there.text):
            continue
        # A name in place of one that got lost; otherwise capitals say little, in English above all.
        if place is not None or (lost and not gazetteer.is_demonym(anchor.readings[0])):
            yield Flag("name", "invented", anchor.span.of(there.text))


def _is_lost(anchor: Anchor, here: _Side, there: _Side) -> bool:
    if there.mentions(anchor, here.text):
        return False
    word = anchor.readings[0]
    if word in gazetteer.places() or any(map(str.isdigit, word)):
        return True
    if here.language == "it":
        surely = len(word) > 3 and _FOREIGN.search(word) is not None
    else:
        surely = len(word) > 4 and _LATIN.search(word) is not None
    return surely or _is_half(anchor, here, there)


def _is_half(anchor: Anchor, here: _Side, there: _Side) -> bool:
    """Whether the next word of the same name is there, and no capital stands in for this one."""
    for other in here.names:
        first, second = sorted((anchor, other), key=lambda each: each.span.start)
        if here.text[first.span.end : second.span.start] != " " or other.readings[0].isspace():
            continue
        if here.language == "en" and first is other:
            continue  # *Trump Tower*, *Covid Inquiry*: what follows an English name may be a noun
        if other.readings[0] in there.folded and not there.has_capital_beside(other, here):
            return True
    return False


@dataclass(frozen=True)
class _Side:
    """One of the two sentences, and what can be asked about it."""

    text: str
    language: Language

    @cached_property
    def anchors(self) -> list[Anchor]:
        return anchors_of(self.text, self.language)

    @cached_property
    def names(self) -> list[Anchor]:
        """The names that can be missed: those inside a sentence, acronyms left out."""
        return [
            anchor
            for anchor in self.anchors
            if anchor.kind == "name" and anchor.inner and not _is_acronym(anchor, self)
        ]

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.text)

    @cached_property
    def folded(self) -> frozenset[str]:
        return frozenset(word.casefold() for word in self.words)

    @cached_property
    def is_title_case(self) -> bool:
        capitals = [word for word in self.words if word[0].isupper()]
        small = [word for word in self.words if word[0].islower() and len(word) > _SMALL]
        return len(capitals) >= _CAPITALS and not small

    @cached_property
    def _values(self) -> frozenset[str]:
        """Every value that something in the sentence may stand for."""
        found = {value for anchor in self.anchors for value in anchor.readings}
        found |= {value.removesuffix("%") for value in found}
        found |= {value.replace(":", "") for value in found}
        found |= {f"{int(value[:-2])}:{value[-2:]}" for value in found if _HOURS.match(value)}
        runs = [run.lstrip("0") or "0" for run in _DIGITS.findall(self.text)]
        years = [run for run in runs if len(run) == 4]
        short = [run for run in runs if len(run) == 2]
        # 2024-25, the 70s: the century is left out.
        found.update(
            runs, (figures.tidy(year[2:]) for year in years), (f"19{run}" for run in short)
        )
        found.update(year[:2] + run for year in years for run in short)
        for zeros in self._scales:
            # Between 12 and 20 million.
            found |= {figures.scaled(run, zeros) for run in runs}
        return frozenset(found) | figures.values_in_words(self.text, self.language)

    @cached_property
    def _scales(self) -> set[int]:
        scales = words.SCALES[self.language]
        return {scales[word] for word in self.folded if len(word) > 1 and word in scales}

    @cached_property
    def _days(self) -> frozenset[str]:
        found = {value for a in self.anchors if a.kind == "date" for value in a.readings}
        found |= {value[:2] for value in found}
        for word in self.folded:
            for table in (words.MONTHS, words.SHORT_MONTHS):
                if (month := table[self.language].get(word)) is not None:
                    found.add(f"{month:02}")
            if (day := words.WEEKDAYS[self.language].get(word)) is not None:
                found.add(f"W{day}")
            found.update(words.OTHER_DAYS[self.language].get(word, ()))
        return frozenset(found)

    def counts(self, number: Anchor) -> bool:
        """Whether a number of the other side is here in some form."""
        return any(
            value in self._values or value.removesuffix("%") in self._values
            for value in number.readings
        )

    def dates(self, date: Anchor) -> bool:
        """Whether a day or month of the other side is here, be it in two places."""
        for value in date.readings:
            month, _, day = value.partition("-")
            if value in self._days or (
                day and month in self._days and str(int(day)) in self._values
            ):
                return True
        return False

    def mentions(self, name: Anchor, there: str) -> bool:
        """Whether a name of the other side is here, translated or respelled or as it was."""
        if name.readings[0] in {anchor.readings[0] for anchor in self.anchors}:
            return True
        place = gazetteer.places().get(name.readings[0])
        if place is not None and not place.loose.isdisjoint(self.folded):
            return True
        said = name.span.of(there)
        if any(map(str.isdigit, said)):
            bare = said.casefold().removesuffix("s")
            return bare in self.text.casefold().replace("-", "").replace(" ", "")
        parts = [part.casefold() for part in _WORD.findall(said)]
        return all(part in self.folded or self._has_alike(part) for part in parts)

    def _has_alike(self, word: str) -> bool:
        return any(_alike(word, other) for other in self.folded if len(other) > 2)

    def has_capital_beside(self, name: Anchor, other: _Side) -> bool:
        """Whether next to `name` of the other side stands a capital that side does not have."""
        folded = [word.casefold() for word in self.words]
        at = folded.index(name.readings[0])
        around = self.words[max(0, at - 1) : at] + self.words[at + 1 : at + 2]
        return any(word[0].isupper() and word.casefold() not in other.folded for word in around)


def _is_acronym(anchor: Anchor, side: _Side) -> bool:
    """Whether a name is made of initials, which change with the language: *Onu*, *UE*."""
    said = anchor.span.of(side.text)
    if any(map(str.isdigit, said)):
        return False
    shortest = 4 if side.language == "it" else 3
    return said.isupper() or len(said) < shortest or said in ("Nato", "Covid")


@lru_cache(8192)
def _alike(one: str, other: str) -> bool:
    """Whether two words are one name in two spellings."""
    if one[:4] == other[:4] and len(one) > 3:
        return True
    if one[0] != other[0] and not {one[0], other[0]} <= set("ckgjqyiæhzs"):
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
