"""Finding words in both languages of a document, whatever their case and accents."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from tui.document import Document
from tui.panels.rows import Mode, Side

_BETWEEN = "\0"
"""Stands between translations while they are searched as one text: nobody can type it."""


@cache
def _folding() -> dict[int, str]:
    """Letters with accents, and typographic quotes, to what one types for them."""
    table = {0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0xA0: " ", 0x0A: " "}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare.isalpha() and bare.isascii():
            table[code] = bare.lower()
    return table


@lru_cache(maxsize=4)
def fold(text: str) -> str:
    """`text` for comparing: small letters without accents, as long as `text` itself."""
    folded = text.translate(_folding())
    lowered = folded.lower()
    # A few capitals become two characters (İ); offsets matter more than finding those.
    return lowered if len(lowered) == len(folded) else folded


class Hit(NamedTuple):
    """One place where the words were found."""

    sentence: int
    side: Side
    start: int
    """In the document's text for the source side, in the sentence's translation otherwise."""
    end: int


@dataclass(frozen=True)
class Hits:
    """Everything found for some words, in reading order."""

    query: str = ""
    hits: tuple[Hit, ...] = ()
    current: Hit | None = None
    by_sentence: dict[int, list[Hit]] = field(default_factory=dict, compare=False)
    """The hits of each sentence's translation."""
    _starts: list[int] = field(default_factory=list, compare=False)
    _source: list[Hit] = field(default_factory=list, compare=False)
    _longest: int = field(default=0, compare=False)

    def in_source(self, start: int, end: int) -> list[Hit]:
        """The hits on the source side between two offsets of the text."""
        first = bisect_left(self._starts, start - self._longest)
        return self._source[first : bisect_right(self._starts, end)]

    def shown_in(self, mode: Mode) -> list[Hit]:
        """The hits that can be seen in a mode."""
        if mode is Mode.SOURCE:
            return [hit for hit in self.hits if hit.side is Side.SOURCE]
        if mode is Mode.TARGET:
            return [hit for hit in self.hits if hit.side is Side.TARGET]
        return list(self.hits)

    def at(self, current: Hit | None) -> Hits:
        """The same, with another hit as the current one."""
        return Hits(
            self.query,
            self.hits,
            current,
            self.by_sentence,
            self._starts,
            self._source,
            self._longest,
        )


def find(document: Document, query: str) -> Hits:
    """Where `query` stands in the text of `document` and in its translation."""
    words = fold(" ".join(query.split()))
    if not words:
        return Hits()
    pattern = re.compile(re.escape(words).replace(r"\ ", r"\s+"))
    source = [
        Hit(document.sentence_at(match.start()), Side.SOURCE, match.start(), match.end())
        for match in pattern.finditer(fold(document.text))
    ]
    target: dict[int, list[Hit]] = {}
    said = [t.text if t and t.text else "" for t in document.translations]
    starts = list(accumulate((len(text) + 1 for text in said), initial=0))
    for match in pattern.finditer(fold(_BETWEEN.join(said))):
        number = bisect_right(starts, match.start()) - 1
        hit = Hit(number, Side.TARGET, match.start() - starts[number], match.end() - starts[number])
        target.setdefault(number, []).append(hit)
    every = sorted([*source, *(hit for hits in target.values() for hit in hits)])
    longest = max((hit.end - hit.start for hit in source), default=0)
    starts = [hit.start for hit in source]
    return Hits(query, tuple(every), None, target, starts, source, longest)


def step(hits: Hits, mode: Mode, sentence: int, by: int) -> Hit | None:
    """The next (`by` 1) or previous (-1) hit from the current one, or from a sentence; wraps."""
    shown = hits.shown_in(mode)
    if not shown:
        return None
    if hits.current in shown:
        return shown[(shown.index(hits.current) + by) % len(shown)]
    if by > 0:
        return next((hit for hit in shown if hit.sentence >= sentence), shown[0])
    return next((hit for hit in reversed(shown) if hit.sentence <= sentence), shown[-1])
