"""Which stretches of a line stand out, and why: quotes, dates, search, selection, cursor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from tui.document import Document, Echoes, State
from tui.panels.rows import Flow, Line, Piece, Side
from tui.panels.search import Hits
from tui.panels.selection import Selected


class Tag(IntEnum):
    """Why a stretch stands out, weakest first: a later style is laid over an earlier one."""

    ANCHOR = 0
    QUOTE = 1
    DATE = 2
    PENDING = 3
    FAILED = 4
    CURSOR = 5
    MATCH = 6
    CURRENT = 7
    SELECTED = 8


class Mark(NamedTuple):
    """A stretch of a flow's text that stands out."""

    start: int
    end: int
    tag: Tag


Run = tuple[int, int, tuple[Tag, ...]]


def runs(start: int, end: int, marks: Iterable[Mark]) -> list[Run]:
    """The stretch from `start` to `end` cut wherever a mark begins or ends, with its tags."""
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    if not inside:
        return [(start, end, ())]
    cuts = {start, end}
    for mark in inside:
        cuts.add(max(start, mark.start))
        cuts.add(min(end, mark.end))
    points = sorted(cuts)
    return [
        (a, b, tuple(sorted({m.tag for m in inside if m.start <= a and b <= m.end})))
        for a, b in pairwise(points)
    ]


class Layer:
    """Spans in order that do not overlap, found by where they stand."""

    def __init__(self, spans: Sequence[tuple[int, int]], tag: Tag) -> None:
        """Take `spans`, sorted by start."""
        self._spans = spans
        self._ends = [end for _, end in spans]
        self._tag = tag

    def between(self, start: int, end: int, shift: int) -> Iterable[Mark]:
        """The marks that touch the stretch from `start` to `end`, moved by `-shift`."""
        index = bisect_right(self._ends, start)
        while index < len(self._spans) and self._spans[index][0] < end:
            a, b = self._spans[index]
            yield Mark(a - shift, b - shift, self._tag)
            index += 1


_ECHOED: dict[str, Tag] = {"quote": Tag.QUOTE, "date": Tag.DATE}
"""The layers whose echoes are marked."""


class Findings:
    """The quotes and dates of a document as layers of marks."""

    def __init__(self, document: Document, echoes: Echoes, before: Findings | None = None) -> None:
        """Index the findings of `document`; what `before` has indexed already is taken over."""
        self._of = (document.quotes, document.dates)
        self._echoes = echoes
        self._layers: tuple[Layer, ...]
        if before is not None and before._are_layers_of(document):
            self._layers = before._layers
            return
        spoken = [q.span for q in document.quotes if q.kind != "indirect"]
        self._layers = (
            Layer([(s.start, s.end) for s in spoken], Tag.QUOTE),
            Layer([(d.span.start, d.span.end) for d in document.dates], Tag.DATE),
        )

    def _are_layers_of(self, document: Document) -> bool:
        return self._of[0] is document.quotes and self._of[1] is document.dates

    @property
    def echoes(self) -> Echoes:
        """What was found again in the translation."""
        return self._echoes

    def are_of(self, document: Document, echoes: Echoes) -> bool:
        """Whether these are the findings of a document: translations come without new ones."""
        return self._are_layers_of(document) and self._echoes is echoes

    def on(self, line: Line) -> list[Mark]:
        """The marks of quotes and dates that touch a line."""
        flow = line.flow
        if flow.side is Side.SOURCE:
            a, b = flow.base + line.start, flow.base + line.end
            return [m for layer in self._layers for m in layer.between(a, b, flow.base)]
        out: list[Mark] = []
        for piece in flow.pieces_between(line.start, line.end):
            out += self._echoed(piece)
        return out

    def _echoed(self, piece: Piece) -> Iterable[Mark]:
        if piece.state in (State.PENDING, State.FAILED):
            tag = Tag.PENDING if piece.state is State.PENDING else Tag.FAILED
            yield Mark(piece.start, piece.end, tag)
            return
        for echo in self._echoes.by_sentence.get(piece.sentence, ()):
            if echo.layer in _ECHOED:
                start, end = piece.start + echo.span.start, piece.start + echo.span.end
                yield Mark(start, end, _ECHOED[echo.layer])


def anchors(flow: Flow, sentence: int, echoes: Echoes) -> list[Mark]:
    """The marks of names and numbers of a sentence that were found again in the other column."""
    here = [echo for echo in echoes.by_sentence.get(sentence, ()) if echo.source is not None]
    if not here or not flow.pieces[0].sentence <= sentence <= flow.pieces[-1].sentence:
        return []
    if flow.side is Side.SOURCE:
        spans = [echo.source.shifted(-flow.base) for echo in here if echo.source is not None]
    else:
        spans = [echo.span.shifted(flow.piece_of(sentence).start) for echo in here]
    return [Mark(span.start, span.end, Tag.ANCHOR) for span in spans]


def found(line: Line, hits: Hits) -> list[Mark]:
    """The marks of a search on a line."""
    if not hits.hits:
        return []
    flow = line.flow
    if flow.side is Side.SOURCE:
        here = hits.in_source(flow.base + line.start, flow.base + line.end)
        return [
            _match(hit.start - flow.base, hit.end - flow.base, hit is hits.current) for hit in here
        ]
    return [
        _match(piece.start + hit.start, piece.start + hit.end, hit is hits.current)
        for piece in flow.pieces_between(line.start, line.end)
        for hit in hits.by_sentence.get(piece.sentence, ())
    ]


def _match(start: int, end: int, current: bool) -> Mark:
    return Mark(start, end, Tag.CURRENT if current else Tag.MATCH)


def cursor(flow: Flow, sentence: int) -> list[Mark]:
    """The mark of the cursor's sentence on a flow; none when it is elsewhere."""
    if not flow.pieces[0].sentence <= sentence <= flow.pieces[-1].sentence:
        return []
    piece = flow.piece_of(sentence)
    return [Mark(piece.start, piece.end, Tag.CURSOR)]


def selected(line: Line, selection: Selected | None, block: int) -> list[Mark]:
    """The mark of the selection on a line of a block."""
    if selection is None or selection.side is not line.flow.side:
        return []
    span = selection.on(block, len(line.flow.text))
    return [Mark(*span, Tag.SELECTED)] if span else []
