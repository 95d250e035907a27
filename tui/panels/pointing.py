"""Which character of which text the mouse is on."""

from __future__ import annotations

from typing import NamedTuple

from tui.panels.layout import Layout
from tui.panels.rows import GUTTER, SEPARATOR, Line, Mode, Side
from tui.panels.selection import Point
from tui.panels.viewport import Place
from tui.panels.wrap import cells, is_simple


class Pointed(NamedTuple):
    """What is under the mouse: a character of one side, and the sentence it belongs to."""

    side: Side
    point: Point
    sentence: int


def pointed(layout: Layout, place: Place, x: int, side: Side | None = None) -> Pointed | None:
    """What is at cell `x` of the row at `place`; None where no words are near.

    Left of a line is its first character, right of it the end. With `side`, the column of that
    side is meant wherever the mouse has gone.
    """
    row = layout.row(place)
    geometry = layout.geometry
    left = geometry.margin + GUTTER
    line: Line | None = row.left
    if geometry.mode is Mode.COLUMNS:
        middle = left + geometry.column + len(SEPARATOR) // 2
        if (side is None and x >= middle) or side is Side.TARGET:
            line, left = row.right, left + geometry.column + len(SEPARATOR)
    if line is None or (side is not None and line.flow.side is not side):
        return None
    offset = line.start + _characters(line.text, x - left - cells(line.lead))
    flow = line.flow
    sentence = flow.piece_at(min(offset, max(line.start, line.end - 1))).sentence
    return Pointed(flow.side, Point(place.block, offset), sentence)


def _characters(text: str, width: int) -> int:
    """How many characters of `text` stand left of the cell `width`."""
    if width <= 0:
        return 0
    if is_simple(text):
        return min(width, len(text))
    for count in range(len(text)):
        if cells(text[: count + 1]) > width:
            return count
    return len(text)
