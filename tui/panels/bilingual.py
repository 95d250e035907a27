"""The reading pane: an article and its translation, sentence against sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.document import Document, Echoes
from tui.panels.layout import Layout
from tui.panels.line_panel import LinePanel
from tui.panels.marks import Findings
from tui.panels.page import Page
from tui.panels.painter import Painter, thumb_rows
from tui.panels.pointing import Pointed, pointed
from tui.panels.rows import BAR, Geometry, Mode, Side, View
from tui.panels.search import Hits
from tui.panels.selection import Selected
from tui.panels.viewport import Place

WHEEL = 3
"""Rows the text moves for one notch of the wheel."""


class BilingualPane(LinePanel, can_focus=True):
    """One widget draws both languages, so that the columns cannot drift apart.

    It draws lines itself, over rows that are computed as data, and has no stock scroll bar:
    that one alone costs as much as the text.
    """

    DEFAULT_CSS = "BilingualPane { width: 1fr; height: 1fr; }"

    document: var[Document | None] = var(None)
    cursor: var[int] = var(0)
    """The current sentence, shared by every panel."""
    view: var[View] = var(View.BOTH)
    echoes: var[Echoes] = var(Echoes)
    hits: var[Hits] = var(Hits)
    measure: var[int] = var(88)
    """The widest a column may be, in cells."""

    @dataclass
    class SentenceSelected(Message):
        """The reader moved to a sentence."""

        sentence: int

    @dataclass
    class TextSelected(Message):
        """Some text was selected with the mouse."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.selection: Selected | None = None
        self._page: Page | None = None
        self._laid_out: tuple[Size, View, int] | None = None
        self._painter: Painter | None = None
        self._findings: Findings | None = None
        self._seen: Page | None = None
        self._places: list[Place] = []
        self._thumb = range(0)
        self._dragging: Pointed | None = None
        self._on_bar = False

    # The page

    @property
    def page(self) -> Page | None:
        """Where the reader is, laid out for the present; None without a text or a size.

        It is laid out when somebody asks, so that several changes cost one layout, and the first
        picture already has the text.
        """
        document, size = self.document, self.size
        if document is None or not document.sentences or not (size.width and size.height):
            return None
        wanted = (size, self.view, self.measure)
        page = self._page
        if page is None or page.layout.document is not document or wanted != self._laid_out:
            self._page = self._lay_out(document, page)
            self._laid_out = wanted
            self._painter = None
        return self._page

    def _lay_out(self, document: Document, page: Page | None) -> Page:
        width, height = self.size
        geometry = Geometry.fit(self.view, document.article.language, width, self.measure)
        layout = Layout(document, geometry)
        if page is not None and not self._selection_holds(page.layout, layout):
            self.selection = None
        if page is not None:
            return page.relaid(layout, height)
        start = Page(layout, height)
        return start.to_sentence(self.cursor) if self.cursor else start.home()

    def _selection_holds(self, before: Layout, after: Layout) -> bool:
        """Whether a selection means the same in another layout: its blocks, and its own text."""
        same_text = before.document.translations is after.document.translations
        source = self.selection is None or self.selection.side is Side.SOURCE
        return before.geometry.mode is after.geometry.mode and (same_text or source)

    @property
    def mode(self) -> Mode | None:
        """How the page is laid out now."""
        return self.page.layout.geometry.mode if self.page else None

    def watch_document(self, old: Document | None, new: Document | None) -> None:
        """Show another article from its cursor, or the same with more layers where it is."""
        if old is None or new is None or old.id != new.id:
            self._page = None
            self.selection = None
        self.refresh()

    def watch_view(self) -> None:
        """Show the other language, or both, with the current sentence where it was."""
        self.selection = None
        self.refresh()

    def watch_echoes(self) -> None:
        """Mark what was found in the translation."""
        self.refresh()

    def watch_hits(self) -> None:
        """Mark what was searched."""
        self.refresh()

    def watch_cursor(self, sentence: int) -> None:
        """Follow the cursor, whoever moved it."""
        page = self.page
        if page is not None and sentence != page.sentence:
            self._turn(page.to_sentence(sentence))

    def on_focus(self) -> None:
        """Show the caret."""
        self._painter = None
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self._painter = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Take the colours of a new theme."""
        super().notify_style_update()
        self._painter = None

    # Painting

    def prepare(self) -> None:
        """Find what is in sight, and the styles of the theme."""
        page = self.page
        if page is None or self.document is None:
            self._places, self._thumb, self._seen = [], range(0), None
            return
        if page is not self._seen:
            self._seen = page
            self._places = page.places()
            self._thumb = thumb_rows(self.document, page.layout, page.top, page.height)
        if self._findings is None or not self._findings.are_of(self.document, self.echoes):
            self._findings = Findings(self.document, self.echoes, self._findings)
            self._painter = None
        if self._painter is None:
            self._painter = Painter(
                page.layout,
                self._findings,
                self.looks,
                self.over,
                self.plain,
                self.size.width,
                self.has_focus,
            )

    def paint(self, y: int) -> Strip:
        """One row of the page."""
        page = self._seen
        if page is None or self._painter is None or y >= len(self._places):
            return self.blank_line()
        return self._painter.strip(
            self._places[y],
            sentence=page.sentence,
            caret=page.caret,
            hits=self.hits,
            selection=self.selection,
            thumb=y in self._thumb,
        )

    # Moving

    def _turn(self, page: Page) -> None:
        """Show another page and tell where the cursor went."""
        if page == self._page:
            return
        self._page = page
        self.refresh()
        if page.sentence != self.cursor:
            self.post_message(self.SentenceSelected(page.sentence))

    def move_lines(self, by: int) -> None:
        """Move by rows."""
        if self.page:
            self._turn(self.page.lines(by))

    def move_pages(self, by: float) -> None:
        """Move by pages, or by half of one."""
        if self.page:
            self._turn(self.page.pages(by))

    def move_sentences(self, by: int) -> None:
        """Move by sentences."""
        if self.page:
            self._turn(self.page.to_sentence(self.page.sentence + by))

    def move_home(self) -> None:
        """Go to the first row."""
        if self.page:
            self._turn(self.page.home())

    def move_end(self) -> None:
        """Go to the last row."""
        if self.page:
            self._turn(self.page.end())

    # The mouse

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

    def _drag_bar(self, y: int) -> None:
        if self.page is None or self.document is None:
            return
        offset = len(self.document.text) * max(0, y) // max(1, self.size.height)
        sentence = self.document.sentence_at(offset)
        self._turn(self.page.at_top(self.page.layout.place_of(sentence)))
