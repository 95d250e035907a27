"""Where quotes, dates, names and numbers of a text are found again in its translation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tui.document.spans import Span

EchoLayer = Literal["quote", "date", "name", "number"]


@dataclass(frozen=True, slots=True)
class Echo:
    """A quote, date, name or number of the source, found again in a sentence's translation."""

    layer: EchoLayer
    index: int
    """A quote's or date's number in the document's layer; a name's or number's in its sentence."""
    sentence: int
    span: Span
    """Where it stands in the translation of that sentence."""
    source: Span | None = None
    """Where a name or number stands in the text; the spans of the others are in their layer."""


@dataclass(frozen=True)
class Echoes:
    """The echoes of a document, by sentence; what was not found for certain is not there."""

    by_sentence: Mapping[int, tuple[Echo, ...]] = field(default_factory=dict)

    def updated(self, sentences: Iterable[int], new: Iterable[Echo]) -> Echoes:
        """These, with those of `sentences` replaced by `new`."""
        out = dict(self.by_sentence)
        for sentence in sentences:
            out.pop(sentence, None)
        for echo in new:
            out[echo.sentence] = (*out.get(echo.sentence, ()), echo)
        return Echoes(out)

    def find(self, layer: EchoLayer, index: int, sentence: int) -> Span | None:
        """Where item `index` of `layer` stands in the translation of `sentence`, if it does."""
        for echo in self.by_sentence.get(sentence, ()):
            if echo.layer == layer and echo.index == index:
                return echo.span
        return None
