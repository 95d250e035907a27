"""A document laid out for a page: its blocks of rows, made when somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest

from tui.document import Document, ParagraphKind, Span, State
from tui.panels.checks import sign_of
from tui.panels.rows import (
    STACK_LEAD,
    Block,
    Flow,
    Geometry,
    Line,
    Mode,
    Part,
    Piece,
    Row,
    Side,
    notice,
)
from tui.panels.viewport import Place
from tui.panels.wrap import wrap


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
            pieces.append(Piece(number, at, at + len(said), state, sign_of(translation)))
            at += len(said) + 1
        return Flow(Side.TARGET, " ".join(words), tuple(pieces), kind)
