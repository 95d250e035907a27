"""Where a reader is on the page, and every way of moving: pure, so that it is tested as data."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.panels.layout import Layout
from tui.panels.viewport import Place, clamp_top, distance, last_top, nearest, visible, walk

START = Place()

KEPT = 2
"""Rows of the last page that stay on the screen after a page down."""


@dataclass(frozen=True, slots=True)
class Page:
    """A screenful: what is at its top, where the caret is, which sentence is the current one."""

    layout: Layout
    height: int
    top: Place = START
    caret: Place = START
    sentence: int = 0

    @property
    def margin(self) -> int:
        """Rows kept between the caret and the edges, while there is text beyond them."""
        return max(0, (self.height - 1) // 4)

    def places(self) -> list[Place]:
        """The places on the screen, from the top."""
        return list(visible(self.layout, self.top, self.height))

    def caret_row(self) -> int:
        """The row of the screen the caret is on; outside 0 to height when out of sight."""
        return distance(self.layout, self.top, self.caret, self.height + 1)

    def lines(self, by: int) -> Page:
        """The caret `by` rows on (back, when negative); empty rows are stepped over."""
        step = 1 if by > 0 else -1
        caret = self._on_words(walk(self.layout, self.caret, by), step)
        return self if caret is None else self._at(caret, by > 0)._within(self.margin)

    def pages(self, by: float) -> Page:
        """The screen `by` pages on; the caret keeps its row on it, as far as the text goes."""
        rows = max(1, self.height - KEPT) if abs(by) >= 1 else max(1, self.height // 2)
        rows = rows if by > 0 else -rows
        top = clamp_top(self.layout, walk(self.layout, self.top, rows), self.height)
        caret = walk(self.layout, self.caret, rows)
        # Stepping over an empty row must not scroll: a page is as long wherever it begins.
        onto = self._on_words(caret, 1 if by > 0 else -1) or caret
        return replace(self, top=top)._at(onto, by > 0)._within(0)

    def scrolled(self, rows: int) -> Page:
        """The text moved under the caret, which stays on the screen."""
        top = clamp_top(self.layout, walk(self.layout, self.top, rows), self.height)
        return replace(self, top=top)._caret_inside()

    def at_top(self, top: Place) -> Page:
        """The screen that begins at `top`, or at the last place that fills it."""
        return replace(self, top=clamp_top(self.layout, top, self.height))._caret_inside()

    def to_sentence(self, sentence: int) -> Page:
        """The same page with the caret on a sentence, all of it in sight when it fits."""
        count = len(self.layout.document.sentences)
        if not count:
            return self
        sentence = min(max(sentence, 0), count - 1)
        if sentence == self.sentence and self.layout.shows(sentence, self.caret):
            return self._within(self.margin)
        caret = self.layout.place_of(sentence, self.caret)
        far = abs(distance(self.layout, self.top, caret, 2 * self.height)) >= 2 * self.height
        page = replace(self, caret=caret, sentence=sentence)
        return (page._held_at(self.height // 3) if far else page)._whole()

    def home(self) -> Page:
        """The beginning of the text."""
        caret = self._on_words(START, 1) or START
        return replace(self, top=START)._at(caret, True)._within(0)

    def end(self) -> Page:
        """The end of the text."""
        top = last_top(self.layout, self.height)
        return replace(self, top=top)._at(nearest(self.layout, Place(self.layout.count)), False)

    def relaid(self, layout: Layout, height: int) -> Page:
        """The same sentence, on the same row of the screen, in another layout or height."""
        row = min(max(self.caret_row() if self.layout.count else 0, 0), max(0, height - 1))
        page = replace(self, layout=layout, height=height)
        if not layout.document.sentences:
            return replace(page, top=START, caret=START, sentence=0)
        sentence = min(self.sentence, len(layout.document.sentences) - 1)
        same = layout.geometry == self.layout.geometry
        caret = self._again(layout, sentence) if same else layout.place_of(sentence)
        return replace(page, caret=caret, sentence=sentence)._held_at(row)

    def _again(self, layout: Layout, sentence: int) -> Place:
        """The caret's row of the sentence, in a layout of other translations.

        It is counted from where the sentence begins: what stands before it in its paragraph may
        have got longer or shorter.
        """
        if sentence != self.sentence or not self.layout.shows(sentence, self.caret):
            return layout.place_of(sentence, self.caret)
        begun = self.layout.place_of(sentence, self.caret)
        begins = layout.place_of(sentence, self.caret)
        row = max(begins.row, begins.row + self.caret.row - begun.row)
        caret = nearest(layout, Place(begins.block, row))
        while caret.row > begins.row and not layout.shows(sentence, caret):
            caret = Place(caret.block, caret.row - 1)
        return caret

    def _at(self, caret: Place, forward: bool) -> Page:
        sentence = self.layout.sentence_at(caret, self.sentence, forward)
        return replace(self, caret=caret, sentence=sentence)

    def _held_at(self, row: int) -> Page:
        """The text moved so that the caret stands on `row` of the screen, if it can."""
        top = walk(self.layout, self.caret, -row)
        return replace(self, top=clamp_top(self.layout, top, self.height))

    def _on_words(self, place: Place, step: int) -> Place | None:
        """`place`, or the next row from it that has words; None when there is none that way."""
        while not self.layout.row(place).lines:
            onward = walk(self.layout, place, step)
            if onward == place:
                return None
            place = onward
        return place

    def _within(self, margin: int) -> Page:
        """The text moved as little as puts the caret `margin` rows inside the screen."""
        row = self.caret_row()
        if row < margin:
            return self._held_at(margin)
        if row > self.height - 1 - margin:
            return self._held_at(self.height - 1 - margin)
        return self

    def _whole(self) -> Page:
        """The text moved as little as shows the whole of the current sentence."""
        block = self.layout.block(self.caret.block)
        # Side by side both languages are under the caret, and the longer one must fit.
        ranges = block.rows_of(self.sentence)
        last = max((rows[-1] for rows in ranges if self.caret.row in rows), default=self.caret.row)
        below = last - self.caret.row
        page = self._within(self.margin)
        hidden = page.caret_row() + below - (self.height - 1)
        if hidden > 0:
            page = page._held_at(max(0, page.caret_row() - hidden))
        return page

    def _caret_inside(self) -> Page:
        """The caret moved as little as puts it on the screen."""
        row = self.caret_row()
        if 0 <= row < self.height:
            return self
        places = [place for place in self.places() if self.layout.row(place).lines]
        if not places:
            return self
        return self._at(places[0] if row < 0 else places[-1], row < 0)
