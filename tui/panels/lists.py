"""The sidebar's lists: quotes and dates, each a view of the shared document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.document import Document, Echoes
from tui.panels.checks import Checks
from tui.panels.findings import DateListing, QuoteListing
from tui.panels.items import ItemRows, Listing, Nothing, Shown
from tui.panels.line_panel import LinePanel
from tui.panels.rows import View
from tui.panels.viewport import Place, clamp_top, distance, visible, walk
from tui.panels.wrap import fill

BAR = 2
"""Cells left of an item: the bar of the current sentence, and a blank."""


class FindingList(LinePanel, can_focus=True):
    """A list that follows the shared cursor, and moves it when it has the keys."""

    DEFAULT_CSS = """
    FindingList {
        width: 1fr; height: 1fr;
    }
    """
    TITLE: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    """What stands in the list when the article has none."""

    document: var[Document | None] = var(None)
    cursor: var[int] = var(0)
    view: var[View] = var(View.BOTH)
    echoes: var[Echoes] = var(Echoes)
    checks: var[Checks] = var(Checks)
    """What is to be checked in the translation."""
    analysed: var[bool] = var(False)
    """Whether the article was looked through; before that an empty list says nothing."""

    @dataclass
    class ItemChosen(Message):
        """The reader moved to an item, which stands in a sentence."""

        sentence: int

    @dataclass
    class GoTo(Message):
        """Go to the sentence of an item, in the text."""

        sentence: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.rows = ItemRows(Nothing(), None, 1)
        self.chosen = 0
        self._top = Place()
        self._listing: Listing = Nothing()
        self._listed: object = None
        self._stale = True
        self._was_marked = True
        self._places: list[Place] = []

    def listing(self, document: Document) -> Listing:  # noqa: ARG002 (the lists know)
        """What the list shows of a document; a list of nothing in particular has no items."""
        return Nothing()

    def layer_of(self, document: Document) -> object:
        """The layer of a document that is listed; another one is another list."""
        return document.quotes

    def watch_document(self, old: Document | None, new: Document | None) -> None:
        """List what another, or a further analysed, document has."""
        # Translations arrive by the hundred and change neither layer.
        if old is None or new is None or (old.quotes, old.dates) != (new.quotes, new.dates):
            self._outdate()

    def watch_view(self) -> None:
        """Speak the language of the view."""
        self._outdate()

    watch_echoes = watch_view
    watch_checks = watch_view
    watch_analysed = watch_view

    def _outdate(self) -> None:
        self._stale = True
        self.refresh()

    @property
    def _text_width(self) -> int:
        return max(1, self.size.width - BAR - 1)

    def on_focus(self) -> None:
        """Start from the item the cursor is nearest to."""
        self.refresh()

    def on_blur(self) -> None:
        """Follow the cursor again."""
        self.watch_cursor()
        self.refresh()

    def watch_cursor(self) -> None:
        """Follow the cursor, unless this list is what moves it."""
        if not self.has_focus and self.rows.count and not self._stale:
            before = self.chosen
            self.chosen = self.rows.nearest_to(self.cursor)
            if self.chosen == before and not self._is_marked():
                return
            self._show_chosen()
        self.refresh()

    def _is_marked(self) -> bool:
        """Whether the item the list stands at is of the current sentence, or just was."""
        marked = self.rows.stands_in(self.chosen, self.cursor)
        was, self._was_marked = self._was_marked, marked
        return marked or was

    def _fill(self) -> None:
        document = self.document
        if document is None:
            self.rows = ItemRows(Nothing(), None, self._text_width)
        else:
            if self._listed is not self.layer_of(document):
                self._listing = self.listing(document)
                self._listed = self.layer_of(document)
            shown = Shown(document, self.echoes, self.view)
            self.rows = ItemRows(self._listing, shown, self._text_width)
        self.chosen = min(self.chosen, max(0, self.rows.count - 1))
        if not self.has_focus and self.rows.count:
            self.chosen = self.rows.nearest_to(self.cursor)
        self._show_chosen()

    @property
    def _height(self) -> int:
        return max(1, self.size.height - 1)

    def _show_chosen(self) -> None:
        if not self.rows.count:
            self._top = Place()
            return
        gap = 1 if self.chosen else 0  # the empty row above an item is not worth a row at the top
        start = Place(self.chosen, gap)
        tall = self.rows.height(self.chosen) - gap
        if self._top.block >= self.rows.count:  # of an article that had more
            self._top = start
        row = distance(self.rows, self._top, start, self._height + tall)
        if row < 0 or tall >= self._height:
            self._top = start
        elif row + tall > self._height:
            self._top = walk(self.rows, start, tall - self._height)
        self._top = clamp_top(self.rows, self._top, self._height)

    def move(self, by: int) -> None:
        """Move by items; the text follows."""
        if not self.rows.count:
            return
        chosen = min(max(self.chosen + by, 0), self.rows.count - 1)
        self.chosen = chosen
        self._show_chosen()
        self.refresh()
        self.post_message(self.ItemChosen(self.rows.listing.sentences[chosen][0]))

    def count(self) -> int:
        """How many items there are."""
        return self.rows.count

    def page_size(self) -> int:
        """About how many items a page is."""
        return max(1, self._height // 4)

    def go(self) -> None:
        """Ask for the chosen item's sentence in the text."""
        if self.rows.count:
            self.post_message(self.GoTo(self.rows.listing.sentences[self.chosen][0]))

    def subject(self) -> int | None:
        """The number, in the document's layer, of what is chosen."""
        return self.rows.listing.place_in_layer(self.chosen) if self.rows.count else None

    def copied(self) -> str | None:
        """What copying gives: the chosen item."""
        return self.rows.item(self.chosen).copied if self.rows.count else None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the list up."""
        event.stop()
        self._scroll(2)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the list down."""
        event.stop()
        self._scroll(-2)

    def _scroll(self, rows: int) -> None:
        self._top = clamp_top(self.rows, walk(self.rows, self._top, rows), self._height)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the item under the mouse; the text follows."""
        if 1 <= event.y <= len(self._places):
            self.move(self._places[event.y - 1].block - self.chosen)
            if event.chain > 1:
                self.go()

    def prepare(self) -> None:
        """Wrap what changed, and find what is in sight."""
        if self._stale or self.rows.width != self._text_width:
            self._stale = False
            self._fill()
        self._places = list(visible(self.rows, self._top, self._height))

    def paint(self, y: int) -> Strip:
        """The title, then the rows of the items in sight."""
        width = self.size.width
        if y == 0:
            count = f" {self.rows.count}" if self.rows.count else ""
            title = f"{'▸' if self.has_focus else ' '} {self.TITLE}{count}"
            look = "list-title-focused" if self.has_focus else "list-title"
            return Strip([Segment(fill(title, width), self.looks[look])])
        if not self.rows.count and self.analysed and y == 2:
            return Strip([Segment(fill("  " + self.EMPTY, width), self.looks["list-note"])])
        if y > len(self._places):
            return self.blank_line()
        return self._row(self._places[y - 1], width)

    def _row(self, place: Place, width: int) -> Strip:
        text, role = self.rows.rows(place.block)[place.row]
        if role == "gap":
            return self.blank_line()
        chosen = self.has_focus and place.block == self.chosen
        here = chosen or self.rows.stands_in(place.block, self.cursor)
        bar = "▌" if chosen else "│" if here else " "
        style, bar_style = self.looks[f"list-{role}"], self.looks["caret"]
        if here:
            shade = self.over("cursor")
            style, bar_style = style + shade, bar_style + shade
        return Strip([Segment(bar.ljust(BAR), bar_style), Segment(fill(text, width - BAR), style)])


class QuoteList(FindingList):
    """Who said what."""

    TITLE = "Quotes"
    EMPTY = "Nobody is quoted."

    grouped: var[bool] = var(False)
    """Whether all that one speaker says stands together."""

    indirect: var[bool] = var(False)
    """Whether indirect speech is listed too."""

    said: var[bool] = var(False)
    """Whether quotes stand in the other language than the view's: the words actually said."""

    def watch_grouped(self) -> None:
        """List anew, in the other order, or with more in it."""
        self._listed = None
        self._outdate()

    watch_indirect = watch_grouped
    watch_said = watch_grouped

    def listing(self, document: Document) -> Listing:
        """The utterances of a document."""
        return QuoteListing(document, self.grouped, self.indirect, self.said)


class DateList(FindingList):
    """When things happened."""

    TITLE = "Dates"
    EMPTY = "No dates are named."

    def listing(self, document: Document) -> Listing:
        """The dates of a document."""
        from tui.extract import explain

        return DateListing(document, explain)

    def layer_of(self, document: Document) -> object:
        """The dates."""
        return document.dates
