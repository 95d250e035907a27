"""The rows of the bilingual pane, as data: which words stand on which line, in which column.

A *flow* is a run of text in one language (a sentence, or a paragraph of them). A *block* is what
is laid out as a whole: a sentence beside its translation, or a paragraph. Blocks are wrapped only
when somebody asks for them, so that a long article costs no more than what is on the screen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest
from operator import attrgetter
from typing import NamedTuple

from tui.document import Document, ParagraphKind, Span, State
from tui.panels.viewport import Place
from tui.panels.wrap import wrap

GUTTER = 2
"""Cells left of the text: the cursor's bar and a blank."""
BAR = 2
"""Cells right of the text: a blank and the scroll bar."""
SEPARATOR = " │ "
COLUMN_LEAST = 38
"""Below this many cells a column, two columns are harder to read than stacked paragraphs."""
STACK_LEAD = "┊ "


class View(StrEnum):
    """What the reader asked to see."""

    ITALIAN = "italian"
    ENGLISH = "english"
    BOTH = "both"


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
    """What stands where a translation is missing; never empty, never the source."""
    if state is State.FAILED:
        return f"[not translated: {reason or 'no reason given'}]"
    return "[…]"


@dataclass(frozen=True, eq=False)
class Layout:
    """A document laid out for one geometry; blocks are made, and kept, as they are asked for."""

    document: Document
    geometry: Geometry
    _blocks: dict[int, Block] = field(default_factory=dict, repr=False)

    @cached_property
    def count(self) -> int:
        """How many blocks there are: sentences in columns, paragraphs otherwise."""
        if self.geometry.mode is Mode.COLUMNS:
            return len(self.document.sentences)
        return len(self.document.paragraphs)

    def height(self, index: int) -> int:
        """How many rows the block at `index` takes."""
        return len(self.block(index).rows)

    def row(self, place: Place) -> Row:
        """The row at `place`."""
        return self.block(place.block).rows[place.row]

    def block(self, index: int) -> Block:
        """The block at `index`, laid out now if it was not yet."""
        block = self._blocks.get(index)
        if block is None:
            make = self._pair if self.geometry.mode is Mode.COLUMNS else self._paragraph
            block = self._blocks[index] = make(index)
        return block

    def block_of(self, sentence: int) -> int:
        """The index of the block the sentence is in."""
        if self.geometry.mode is Mode.COLUMNS:
            return sentence
        return self.document.sentences[sentence].paragraph

    def place_of(self, sentence: int, near: Place | None = None) -> Place:
        """Where the sentence begins; of several parts, the one that `near` is in.

        So whoever reads the translation under a paragraph stays in translations.
        """
        index = self.block_of(sentence)
        ranges = self.block(index).rows_of(sentence)
        if not ranges:
            return Place(index, 0)
        part = 0
        if near is not None and len(ranges) > 1 and self.geometry.mode is Mode.STACKED:
            part = 1 if self._is_second_part(near) else 0
        return Place(index, ranges[part].start)

    def _is_second_part(self, place: Place) -> bool:
        parts = self.block(place.block).parts
        return len(parts) > 1 and place.row >= parts[1].first_row

    def shows(self, sentence: int, place: Place) -> bool:
        """Whether the row at `place` has words of `sentence`."""
        if place.block != self.block_of(sentence):
            return False
        return any(place.row in rows for rows in self.block(place.block).rows_of(sentence))

    def sentence_at(self, place: Place, current: int, forward: bool = True) -> int:
        """The sentence a caret on `place` means, coming from sentence `current`.

        A sentence that is still on the row stays the current one; else the first on the row, or
        going back the last. A row without words leaves the current one.
        """
        here = [number for line in self.row(place).lines for number in line.sentences()]
        if not here or current in here:
            return current
        return min(here) if forward else max(here)

    def _pair(self, index: int) -> Block:
        document, column = self.document, self.geometry.column
        sentence = document.sentences[index]
        kind = document.paragraphs[sentence.paragraph].kind
        first = not index or document.sentences[index - 1].paragraph != sentence.paragraph
        one = range(index, index + 1)
        left = self._lines(self._source_flow(one, kind), column, first)
        right = self._lines(self._target_flow(one, kind), column, first)
        rows = [Row(*pair) for pair in zip_longest(left, right)]
        gap = int(first and sentence.paragraph > 0)
        return Block((Row(),) * gap + tuple(rows), (Part(gap, left), Part(gap, right)))

    def _paragraph(self, index: int) -> Block:
        document, geometry = self.document, self.geometry
        kind = document.paragraphs[index].kind
        sentences = document.sentences_of(index)
        rows = [Row()] if index else []
        if not sentences:
            return Block(tuple(rows) or (Row(),))
        parts: list[Part] = []
        if geometry.mode is not Mode.TARGET:
            lines = self._lines(self._source_flow(sentences, kind), geometry.column)
            parts.append(Part(len(rows), lines))
            rows += [Row(left=line) for line in lines]
        if geometry.mode is not Mode.SOURCE:
            lead = STACK_LEAD if geometry.mode is Mode.STACKED else ""
            lines = self._lines(self._target_flow(sentences, kind), geometry.column, lead=lead)
            parts.append(Part(len(rows), lines))
            rows += [Row(left=line) for line in lines]
        return Block(tuple(rows), tuple(parts))

    def _lines(
        self, flow: Flow, column: int, first: bool = True, lead: str = ""
    ) -> tuple[Line, ...]:
        bullet, indent = lead, lead
        if flow.kind == "item":
            bullet, indent = lead + ("• " if first else "  "), lead + "  "
        lines = wrap(flow.text, column - len(indent))
        return tuple(
            Line(flow, start, end, indent if number else bullet)
            for number, (start, end) in enumerate(lines)
        )

    def _source_flow(self, sentences: range, kind: ParagraphKind) -> Flow:
        layer = self.document.sentences
        base = layer[sentences.start].span.start
        span = Span(base, layer[sentences[-1]].span.end)
        pieces = tuple(
            Piece(number, layer[number].span.start - base, layer[number].span.end - base)
            for number in sentences
        )
        text = self.document.words(span).replace("\n", " ")
        return Flow(Side.SOURCE, text, pieces, kind, base)

    def _target_flow(self, sentences: range, kind: ParagraphKind) -> Flow:
        words: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for number in sentences:
            translation = self.document.translations[number]
            state = translation.state if translation else State.PENDING
            said = translation.text if translation else None
            if said is None:
                said = notice(state, translation.reason if translation else None)
            words.append(said)
            pieces.append(Piece(number, at, at + len(said), state))
            at += len(said) + 1
        return Flow(Side.TARGET, " ".join(words), tuple(pieces), kind)
