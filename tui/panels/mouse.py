"""What the mouse does in the text: scroll, select, move the cursor, point at a word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import events
from textual.message import Message
from textual.reactive import var

from tui.document import Document
from tui.panels.line_panel import LinePanel
from tui.panels.page import Page
from tui.panels.pointing import Pointed, pointed
from tui.panels.rows import BAR, Side
from tui.panels.selection import Selected
from tui.panels.viewport import Place

WHEEL = 3
"""Rows the text moves for one notch of the wheel."""


class MousePane(LinePanel):
    """The half of the reading pane that answers the mouse; the other half has the page."""

    document: var[Document | None] = var(None)
    """The shared document."""

    @dataclass
    class TextSelected(Message):
        """Some text was selected with the mouse."""

        text: str

    @dataclass
    class WordPointed(Message):
        """The reader clicked twice on a word."""

        sentence: int
        side: Side
        offset: int
        """Code points from the beginning of the sentence, in its language."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.selection: Selected | None = None
        self._page: Page | None = None
        self._places: list[Place] = []
        self._dragging: Pointed | None = None
        self._on_bar = False

    @property
    def page(self) -> Page | None:
        """Where the reader is."""
        return self._page

    def _turn(self, page: Page) -> None:
        """Show another page."""
        self._page = page

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the text up."""
        event.stop()
        if self.page:
            self._turn(self.page.scrolled(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the text down."""
        event.stop()
        if self.page:
            self._turn(self.page.scrolled(-WHEEL))

    def _under(self, x: int, y: int, side: Side | None = None) -> Pointed | None:
        if self.page is None or not self._places:
            return None
        place = self._places[min(max(y, 0), len(self._places) - 1)]
        return pointed(self.page.layout, place, x, side)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection, or take hold of the scroll bar."""
        if event.button != 1:
            return
        self.focus()
        self.capture_mouse()
        self._on_bar = event.x >= self.size.width - BAR + 1
        if self._on_bar:
            self._drag_bar(event.y)
            return
        self._dragging = self._under(event.x, event.y)
        if self.selection:
            self.selection = None
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Draw the selection out, within its own column."""
        if self._on_bar:
            self._drag_bar(event.y)
        elif self._dragging is not None and self.page is not None:
            if not 0 <= event.y < self.size.height:
                self._page = self.page.scrolled(1 if event.y >= 0 else -1)
                self.prepare()
            here = self._under(event.x, event.y, self._dragging.side)
            if here is not None:
                start = self._dragging
                self.selection = Selected(start.side, start.point, here.point)
                self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a selection; a click without one moves the cursor to the sentence."""
        self.release_mouse()
        start, self._dragging = self._dragging, None
        self._on_bar = False
        if self.selection and self.page:
            self.post_message(self.TextSelected(self.selection.words(self.page.layout)))
        elif start is not None and self.page is not None:
            place = self._places[min(event.y, len(self._places) - 1)]
            self._turn(replace(self.page, caret=place, sentence=start.sentence))

    def on_click(self, event: events.Click) -> None:
        """Two clicks on a word look it up: a selection would have been drawn with one."""
        page = self.page
        if event.chain != 2 or event.button != 1 or page is None or self.selection:
            return
        here = self._under(event.x, event.y)
        if here is None or event.x >= self.size.width - BAR + 1:
            return
        parts = page.layout.block(here.point.block).parts
        flow = next((p.lines[0].flow for p in parts if p.lines[0].flow.side is here.side), None)
        if flow is not None:
            start = flow.piece_of(here.sentence).start
            self.post_message(
                self.WordPointed(here.sentence, here.side, max(0, here.point.offset - start))
            )

    def _drag_bar(self, y: int) -> None:
        if self.page is None or self.document is None:
            return
        offset = len(self.document.text) * max(0, y) // max(1, self.size.height)
        sentence = self.document.sentence_at(offset)
        self._turn(self.page.at_top(self.page.layout.place_of(sentence)))
