"""Spans: where something stands in a text, in code points."""

from __future__ import annotations

from dataclasses import dataclass


class LayerError(ValueError):
    """A layer does not fit the text it points into."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: code points from `start` up to, not including, `end`."""

    start: int
    """The first code point inside."""
    end: int
    """The first code point after; never smaller than `start`."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise LayerError(f"a span cannot run from {self.start} to {self.end}")

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words the span stands for in `text`."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end and bool(self) and bool(other)

    def holds(self, offset: int) -> bool:
        """Whether the code point at `offset` is inside."""
        return self.start <= offset < self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)
