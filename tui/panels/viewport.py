"""Moving over blocks of rows of which only the ones on the screen need to be laid out.

No total height is ever computed: a place is a block and a row in it, and every step walks from
one place to the next. So a page down costs the same in an article of ten sentences and of twenty
thousand, and nothing moves when a block out of sight changes its height.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol


class Place(NamedTuple):
    """A row: its block, and its number in the block."""

    block: int = 0
    row: int = 0


class Blocks(Protocol):
    """Anything made of blocks of rows."""

    @property
    def count(self) -> int:
        """How many blocks there are."""

    def height(self, index: int) -> int:
        """How many rows the block at `index` has; at least one."""


def nearest(blocks: Blocks, place: Place) -> Place:
    """`place`, or the nearest row that exists."""
    if not blocks.count:
        return Place()
    block = min(max(place.block, 0), blocks.count - 1)
    if block != place.block:
        return Place(block, blocks.height(block) - 1 if place.block > block else 0)
    return Place(block, min(max(place.row, 0), blocks.height(block) - 1))


def walk(blocks: Blocks, place: Place, rows: int) -> Place:
    """The place `rows` further on (back, when negative), or the end it meets first."""
    block, row = place.block, place.row + rows
    while row < 0:
        if block == 0:
            return Place()
        block -= 1
        row += blocks.height(block)
    while block < blocks.count:
        height = blocks.height(block)
        if row < height:
            return Place(block, row)
        row -= height
        block += 1
    return nearest(blocks, Place(blocks.count, 0))


def distance(blocks: Blocks, start: Place, end: Place, limit: int) -> int:
    """How many rows `end` is after `start` (negative: before), at most `limit` either way."""
    if end < start:
        return -distance(blocks, end, start, limit)
    rows = end.row - start.row
    block = start.block
    while block < end.block and rows < limit:
        rows += blocks.height(block)
        block += 1
    return min(rows, limit)


def last_top(blocks: Blocks, height: int) -> Place:
    """The place to put at the top so that the last row is at the bottom of `height` rows."""
    if not blocks.count:
        return Place()
    end = nearest(blocks, Place(blocks.count, 0))
    return walk(blocks, end, 1 - max(1, height))


def clamp_top(blocks: Blocks, top: Place, height: int) -> Place:
    """`top`, or the last place that still fills `height` rows."""
    return min(nearest(blocks, top), last_top(blocks, height))


def visible(blocks: Blocks, top: Place, height: int) -> Iterator[Place]:
    """The places on a screen of `height` rows, from `top` down; fewer when the text ends."""
    block, row = top.block, top.row
    while height > 0 and block < blocks.count:
        for number in range(row, blocks.height(block)):
            yield Place(block, number)
            height -= 1
            if not height:
                return
        block, row = block + 1, 0
