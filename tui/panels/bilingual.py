"""The reading pane: an article and its translation, sentence against sentence."""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.document import Document, Echoes
from tui.panels.layout import Layout
from tui.panels.marks import Findings
from tui.panels.mouse import MousePane
from tui.panels.page import Page
from tui.panels.painter import Painter, thumb_rows
from tui.panels.rows import Geometry, Mode, Side, View
from tui.panels.search import Hits


class BilingualPane(MousePane, can_focus=True):
    """One widget draws both languages, so that the columns cannot drift apart.

    It draws lines itself, over rows that are computed as data, and has no stock scroll bar:
    that one alone costs as much as the text.
    """

    DEFAULT_CSS = "BilingualPane { width: 1fr; height: 1fr; }"

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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._page: Page | None = None
        self._laid_out: tuple[Size, View, int] | None = None
        self._painter: Painter | None = None
        self._findings: Findings | None = None
        self._seen: Page | None = None
        self._thumb = range(0)

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
