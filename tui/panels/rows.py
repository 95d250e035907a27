"""The rows of the bilingual pane, as data: which words stand on which line, in which column.

A *flow* is a run of text in one language (a sentence, or a paragraph of them). A *block* is what
is laid out as a whole: a sentence beside its translation, or a paragraph. Blocks are wrapped only
when somebody asks for them, so that a long article costs no more than what is on the screen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from tui.document import ParagraphKind, State
from tui.panels.checks import SIGNS
from tui.panels.wrap import clip

GUTTER = 2
"""Cells left of the text: the cursor's bar and a blank."""
BAR = 2
"""Cells right of the text: a blank and the scroll bar."""
SEPARATOR = " │ "
COLUMN_LEAST = 38
"""Below this many cells a column, two columns are harder to read than stacked paragraphs."""
STACK_LEAD = "┊ "
_REASON = 60
"""Cells of the reason that stands where a translation is missing."""


class View(StrEnum):
    """What the reader asked to see."""

    ITALIAN = "italian"
    ENGLISH = "english"
    BOTH = "both"


def divider(sign: str) -> str:
    """What stands between two columns: a rule, or the sign of the translation right of it."""
    return SEPARATOR.replace(SEPARATOR.strip(), sign) if sign else SEPARATOR


class Side(StrEnum):
    """Which text a flow belongs to."""

    SOURCE = "source"
    TARGET = "target"


class Mode(StrEnum):
    """How the page is laid out."""

    SOURCE = "source"
    TARGET = "target"
    COLUMNS = "columns"
    STACKED = "stacked"


class Geometry(NamedTuple):
    """How a page of some width is divided, in cells."""

    mode: Mode
    column: int
    """The width of one column of text."""
    margin: int
    """Blanks left of the gutter, so that a narrow measure stands in the middle."""

    @classmethod
    def fit(cls, view: View, language: str, width: int, measure: int) -> Geometry:
        """The page for a view of an article in `language` on `width` cells.

        `measure` is the widest a column may be.
        """
        room = max(1, width - GUTTER - BAR)
        if view is View.BOTH:
            column = (room - len(SEPARATOR)) // 2
            if column >= COLUMN_LEAST:
                column = min(column, measure)
                spare = room - len(SEPARATOR) - 2 * column
                return cls(Mode.COLUMNS, column, spare // 2)
            mode = Mode.STACKED
        else:
            shown = "it" if view is View.ITALIAN else "en"
            mode = Mode.SOURCE if shown == language else Mode.TARGET
        column = min(room, measure)
        return cls(mode, column, (room - column) // 2)


class Piece(NamedTuple):
    """One sentence's share of a flow: code points of the flow's text."""

    sentence: int
    start: int
    end: int
    state: State = State.SAME
    """For the target side: whether the words are a translation or a notice in its place."""
    sign: str = ""
    """For the target side: the sign of a translation that is to be read with care."""


@dataclass(frozen=True)
class Flow:
    """Running text in one language; its pieces are consecutive sentences."""

    side: Side
    text: str
    """As it is painted: line breaks inside a paragraph have become blanks."""
    pieces: tuple[Piece, ...]
    kind: ParagraphKind
    base: int = 0
    """For the source side: where the flow begins in the document's text."""

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def piece_at(self, offset: int) -> Piece:
        """The piece that holds `offset`, else the last one before it."""
        return self.pieces[max(0, bisect_right(self._starts, offset) - 1)]

    def piece_of(self, sentence: int) -> Piece:
        """The share of `sentence`, which must be in the flow."""
        return self.pieces[sentence - self.pieces[0].sentence]

    def pieces_between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that have characters between two offsets."""
        first = max(0, bisect_right(self._starts, start) - 1)
        if self.pieces[first].end <= start:
            first += 1
        return self.pieces[first : bisect_left(self._starts, end)]


class Line(NamedTuple):
    """One screen line of a flow."""

    flow: Flow
    start: int
    end: int
    lead: str = ""
    """What stands before the words: a bullet, an indent, the bar of a stacked translation."""

    @property
    def text(self) -> str:
        """The words on the line."""
        return self.flow.text[self.start : self.end]

    @property
    def sign(self) -> str:
        """The weightiest sign of the translations that begin on the line; empty for none."""
        begun = self.flow.pieces_between(self.start, self.end)
        signs = {piece.sign for piece in begun if piece.start >= self.start}
        return next((sign for sign in SIGNS if sign in signs), "")

    def sentences(self) -> tuple[int, ...]:
        """The sentences that have words on the line."""
        return tuple(piece.sentence for piece in self.flow.pieces_between(self.start, self.end))


class Row(NamedTuple):
    """One row of the page: a line on the left, one on the right, either or none."""

    left: Line | None = None
    right: Line | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are there."""
        return tuple(line for line in (self.left, self.right) if line)


class Part(NamedTuple):
    """A flow's lines in a block, and the row the first of them is on."""

    first_row: int
    lines: tuple[Line, ...]

    def rows_of(self, sentence: int) -> range:
        """The rows of the block that show some of `sentence`."""
        piece = self.lines[0].flow.piece_of(sentence)
        start = attrgetter("start")
        first = max(0, bisect_right(self.lines, piece.start, key=start) - 1)
        last = max(first, bisect_left(self.lines, piece.end, key=start) - 1)
        return range(self.first_row + first, self.first_row + last + 1)


class Block(NamedTuple):
    """What is laid out as a whole."""

    rows: tuple[Row, ...]
    parts: tuple[Part, ...] = ()
    """One for each flow, source before target; none when there are no sentences."""

    def rows_of(self, sentence: int) -> tuple[range, ...]:
        """For each part, the rows that show some of `sentence`."""
        return tuple(part.rows_of(sentence) for part in self.parts)


def notice(state: State | None, reason: str | None) -> str:
    """What stands where a translation is missing; never empty, never the source.

    A long reason is cut short: it stands at every sentence, and `e` tells all of it.
    """
    if state is State.FAILED:
        return f"[not translated: {clip(reason or 'no reason given', _REASON)}]"
    return "[…]"
