"""A list of the sidebar as blocks of rows, each item made when it comes into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol

from tui.document import Document, Echoes
from tui.panels.rows import View
from tui.panels.wrap import wrap

Role = Literal["head", "words", "unsure", "note", "gap"]


class Item(NamedTuple):
    """One entry of a list."""

    lines: tuple[tuple[str, Role], ...]
    """Its paragraphs, each with what it is."""
    copied: str
    """What copying it gives."""


class Shown(NamedTuple):
    """What an item is drawn from, beside its layer."""

    document: Document
    echoes: Echoes
    view: View


class Listing(Protocol):
    """Which items a layer gives: found once for the layer, whatever else changes."""

    @property
    def sentences(self) -> Sequence[tuple[int, ...]]:
        """For each item the sentences it stands in, in order."""

    @property
    def places(self) -> Mapping[int, int]:
        """For each sentence that has one, its first item."""

    @property
    def in_order(self) -> bool:
        """Whether the items are in the order of the text."""

    def place_in_layer(self, index: int) -> int:
        """The number of an item, or of its first part, in the document's layer."""

    def item(self, index: int, shown: Shown) -> Item:
        """An item in full."""


class Nothing:
    """A list without items."""

    sentences: Sequence[tuple[int, ...]] = ()
    places: Mapping[int, int] = MappingProxyType({})
    in_order = True

    def place_in_layer(self, index: int) -> int:
        """There is none."""
        raise IndexError(index)

    def item(self, index: int, shown: Shown) -> Item:  # noqa: ARG002 (there is none)
        """There is none."""
        raise IndexError(index)


@dataclass(frozen=True)
class ItemRows:
    """A list wrapped for a width, as blocks of rows; an item is made when it is in sight."""

    listing: Listing
    shown: Shown | None
    width: int
    _rows: dict[int, tuple[tuple[str, Role], ...]] = field(default_factory=dict, repr=False)

    @property
    def count(self) -> int:
        """How many items there are."""
        return len(self.listing.sentences)

    @property
    def _places(self) -> Mapping[int, int]:
        return self.listing.places

    def item(self, index: int) -> Item:
        """An item in full; asking for one of a list without items is an error."""
        if self.shown is None:
            raise IndexError(index)
        return self.listing.item(index, self.shown)

    def height(self, index: int) -> int:
        """How many rows an item takes, the empty one above it included."""
        return len(self.rows(index))

    def rows(self, index: int) -> tuple[tuple[str, Role], ...]:
        """The rows of an item."""
        rows = self._rows.get(index)
        if rows is None:
            wrapped: list[tuple[str, Role]] = [("", "gap")] if index else []
            for text, role in self.item(index).lines:
                lines = wrap(text, self.width)
                wrapped += [(text[start:end], role) for start, end in lines]
            rows = self._rows[index] = tuple(wrapped)
        return rows

    def stands_in(self, index: int, sentence: int) -> bool:
        """Whether an item stands in a sentence."""
        return sentence in self.listing.sentences[index]

    def nearest_to(self, sentence: int) -> int:
        """The first item of a sentence, else the last one before it, else the first."""
        here = self._places.get(sentence)
        if here is not None:
            return here
        if not self.listing.in_order:
            return 0
        after = bisect_right(self.listing.sentences, sentence, key=itemgetter(0))
        return max(0, after - 1)
