"""Turning rows into strips of styled cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.document import Document
from tui.panels import marks
from tui.panels.layout import Layout
from tui.panels.marks import Findings, Tag
from tui.panels.rows import GUTTER, SEPARATOR, STACK_LEAD, Line, Mode, Side, divider
from tui.panels.search import Hits
from tui.panels.selection import Selected
from tui.panels.viewport import Place, walk
from tui.panels.wrap import cells

TAG_LOOKS: Mapping[Tag, str] = {
    Tag.ANCHOR: "anchor",
    Tag.QUOTE: "quote",
    Tag.DATE: "date",
    Tag.PENDING: "pending",
    Tag.FAILED: "failed",
    Tag.CURSOR: "cursor",
    Tag.MATCH: "match",
    Tag.CURRENT: "current",
    Tag.SELECTED: "selected",
}

KEPT = 2000
"""Strips kept at most: some forty screens."""


def tight(segments: Iterable[Segment], width: int, plain: Style) -> Strip:
    """A strip of exactly `width` cells; every segment costs bytes on the wire, so few of them."""
    strip = Strip([segment for segment in segments if segment.text]).simplify()
    return strip if strip.cell_length == width else strip.crop_extend(0, width, plain)


class Painter:
    """Paints the rows of one layout; made anew when the document, the page or the theme change."""

    def __init__(
        self,
        layout: Layout,
        findings: Findings,
        looks: Mapping[str, Style],
        over: Callable[[str], Style],
        plain: Style,
        width: int,
        focused: bool,
    ) -> None:
        """Paint `layout` on `width` cells.

        `looks` are the styles of `look.LOOKS`, `over` gives one that is laid over another, and
        `plain` is a cell with nothing on it.
        """
        self.layout = layout
        self._findings = findings
        self._looks = looks
        self._over = {tag: over(name) for tag, name in TAG_LOOKS.items()}
        self._rule, self._bar, self._caret = looks["rule"], looks["scroll"], looks["caret"]
        self._sign = looks["sign"]
        self._shade = plain + over("cursor")
        self._hits = Hits()
        self._selection: Selected | None = None
        self._kept: dict[tuple[Place, int | None, bool, bool], Strip] = {}
        self._combined: dict[tuple[str, tuple[Tag, ...]], Style] = {}
        self._width = width
        self._focused = focused
        self._plain = plain

    def strip(
        self,
        place: Place,
        *,
        sentence: int,
        caret: Place,
        hits: Hits,
        selection: Selected | None,
        thumb: bool,
    ) -> Strip:
        """The row at `place`, with the cursor, the search and the selection on it.

        Strips are kept: a line down moves all rows of the screen and changes two of them.
        """
        if hits is not self._hits or selection is not self._selection or len(self._kept) > KEPT:
            self._kept.clear()
            self._hits, self._selection = hits, selection
        shown = sentence if self.layout.shows(sentence, place) else None
        key = (place, shown, place == caret, thumb)
        strip = self._kept.get(key)
        if strip is None:
            strip = self._kept[key] = self._paint(*key)
        return strip

    def _paint(self, place: Place, sentence: int | None, caret: bool, thumb: bool) -> Strip:
        """The row, with the cursor on it when `sentence` is in it."""
        geometry = self.layout.geometry
        row = self.layout.row(place)
        here = sentence is not None
        sign = row.left.sign if geometry.mode is Mode.TARGET and row.left else ""
        segments = [Segment(" " * geometry.margin, self._plain), *self._gutter(here, caret, sign)]
        used = geometry.margin + GUTTER
        columns = (row.left, row.right) if geometry.mode is Mode.COLUMNS else (row.left,)
        whole = here and geometry.mode is Mode.COLUMNS
        for number, line in enumerate(columns):
            if number:
                segments.append(self._separator(line))
                used += len(SEPARATOR)
            segments += self._line(line, place.block, sentence, whole)
            used += geometry.column
        segments.append(Segment(" " * max(0, self._width - used - 1), self._plain))
        segments.append(Segment("┃" if thumb else " ", self._bar))
        return tight(segments, self._width, self._plain)

    def _gutter(self, here: bool, caret: bool, sign: str) -> list[Segment]:
        """The bar of the current sentence; where one translation stands alone, its sign."""
        bar = ("▌" if caret and self._focused else "│") if here else " "
        style = self._caret if here else self._plain
        if not sign:
            return [Segment(bar.ljust(GUTTER), style)]
        return [Segment(bar.ljust(GUTTER - 1), style), Segment(sign, self._sign)]

    def _separator(self, line: Line | None) -> Segment:
        """What divides the columns: the sign of the translation right of it, where it has one."""
        sign = line.sign if line is not None else ""
        return Segment(divider(sign), self._sign if sign else self._rule)

    def _lead(self, line: Line) -> list[Segment]:
        """What stands before a line: the bar of a stacked translation gives way to its sign."""
        if line.lead.startswith(STACK_LEAD) and line.sign:
            rest = line.lead[len(STACK_LEAD) :]
            return [
                Segment(line.sign.ljust(len(STACK_LEAD)), self._sign),
                Segment(rest, self._rule),
            ]
        return [Segment(line.lead, self._rule)] if line.lead else []

    def _line(
        self, line: Line | None, block: int, sentence: int | None, whole: bool
    ) -> list[Segment]:
        """The cells of one column of a row, padded to its width."""
        column = self.layout.geometry.column
        pad = self._shade if whole else self._plain
        if line is None:
            return [Segment(" " * column, pad)]
        found = [
            *self._findings.on(line),
            *(self._current(line, sentence) if sentence is not None else ()),
            *marks.found(line, self._hits),
            *marks.selected(line, self._selection, block),
        ]
        base = self._base(line)
        segments = self._lead(line)
        text = line.flow.text
        for start, end, tags in marks.runs(line.start, line.end, found):
            segments.append(Segment(text[start:end], self._style(base, tags)))
        used = cells(line.lead) + cells(line.text)
        segments.append(Segment(" " * max(0, column - used), pad))
        return segments

    def _current(self, line: Line, sentence: int) -> list[marks.Mark]:
        """The marks of the current sentence: all of it, and what both languages share.

        Where one language stands alone there is nothing to compare.
        """
        current = marks.cursor(line.flow, sentence)
        if self.layout.geometry.mode in (Mode.SOURCE, Mode.TARGET):
            return current
        return [*current, *marks.anchors(line.flow, sentence, self._findings.echoes)]

    def _base(self, line: Line) -> str:
        if line.flow.kind in ("title", "heading"):
            return "heading"
        if line.flow.side is Side.SOURCE:
            return "source"
        stacked = self.layout.geometry.mode is Mode.STACKED
        return "stacked" if stacked else "target"

    def _style(self, base: str, tags: tuple[Tag, ...]) -> Style:
        style = self._combined.get((base, tags))
        if style is None:
            style = self._looks[base]
            for tag in tags:
                style = style + self._over[tag]
            self._combined[base, tags] = style
        return style


def thumb_rows(document: Document, layout: Layout, top: Place, height: int) -> range:
    """The rows of the scroll bar that are filled; none when everything is in sight.

    It follows the characters of the text, not its rows: those are known without a layout.
    """
    total = len(document.text)
    first, last = characters(document, layout, top, height)
    if not total or not layout.count or (first <= 0 and last >= total):
        return range(0)
    start = min(height - 1, first * height // total)
    size = max(1, round((last - first) * height / total))
    if last >= total:
        start = height - size
    return range(start, min(height, start + size))


def characters(document: Document, layout: Layout, top: Place, height: int) -> tuple[int, int]:
    """About which characters of the text a screen shows that has `top` as its first row."""
    bottom = walk(layout, top, height - 1)
    end = _reached(document, layout, bottom, 1)
    return _reached(document, layout, top, 0), end


def _reached(document: Document, layout: Layout, place: Place, after: int) -> int:
    in_columns = layout.geometry.mode is Mode.COLUMNS
    spans = document.sentences if in_columns else document.paragraphs
    if place.block >= len(spans):
        return len(document.text)
    span = spans[place.block].span
    done = place.row + after
    height = layout.height(place.block)
    if done >= height:
        last = place.block + 1 == len(spans)
        return len(document.text) if last else span.end
    return 0 if place == Place() else span.start + len(span) * done // height
