"""The list of feeds: shelves, saved searches, folders, feeds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.library.kinds import Place
from tui.panels.stand_list import StandList
from tui.panels.stand_rows import FeedRow, feed_line
from tui.panels.wrap import fill


class FeedList(StandList):
    """Where to look; moving in it changes what is listed beside it."""

    TITLE = "Feeds"

    @dataclass
    class PlaceChosen(Message):
        """The reader moved to a place."""

        place: Place

    @dataclass
    class Open(Message):
        """Go to the headlines of a place."""

        place: Place

    @dataclass
    class FolderToggled(Message):
        """Open a folder, or close it."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self.rows: Sequence[FeedRow] = ()
        self.busy: frozenset[int] = frozenset()
        """The feeds that are being asked right now."""

    @property
    def chosen(self) -> Place | None:
        """The place the list stands at."""
        return self.rows[self._at].place if self.rows else None

    def show(self, rows: Sequence[FeedRow]) -> None:
        """List these, at the same place as before when it is still there."""
        here = self.chosen
        self.rows = rows
        self._at = min(self._at, max(0, len(rows) - 1))
        if here is not None:
            self.choose(here)
        self.refresh()

    def choose(self, place: Place) -> None:
        """Stand at a place, without saying so."""
        for number, row in enumerate(self.rows):
            if row.place == place:
                self._at = number
                break
        self.show_chosen()

    def told(self) -> None:
        """Say which place was chosen; what is listed beside follows."""
        self.post_message(self.PlaceChosen(self.rows[self._at].place))

    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def page_size(self) -> int:
        """How many rows a page is."""
        return max(1, self.size.height - 1)

    def go(self) -> None:
        """Go to the headlines of the place."""
        if self.rows:
            self.post_message(self.Open(self.rows[self._at].place))

    def toggle(self) -> None:
        """Open the folder the list stands at, or close it."""
        if self.rows and self.rows[self._at].kind == "folder":
            self.post_message(self.FolderToggled(self.rows[self._at].place.name))

    def turn(self, wanted: bool) -> bool:
        """Open the folder the list stands at, or close it; False when there is nothing to do."""
        row = self.rows[self._at] if self.rows else None
        if row is None or row.kind != "folder" or row.closed != wanted:
            return False
        self.toggle()
        return True

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; twice goes to it, on a folder's sign opens it."""
        number = self._top + event.y - 1
        if event.y < 1 or number >= len(self.rows):
            return
        row = self.rows[number]
        self.move(number - self._at)
        if row.kind == "folder" and event.x < 4 + 2 * row.depth:
            self.toggle()
        elif event.chain > 1:
            self.go()

    def paint(self, y: int) -> Strip:
        """The title, then the rows in sight."""
        width = self.size.width
        if y == 0:
            look = "list-title-focused" if self.has_focus else "list-title"
            title = f"{'▸' if self.has_focus else ' '} {self.TITLE}"
            return Strip([Segment(fill(title, width), self.looks[look])])
        number = self._top + y - 1
        if number >= len(self.rows):
            return self.blank_line()
        row = self.rows[number]
        style = self.looks["list-head" if row.unread or row.kind == "folder" else "list-words"]
        bar_style = self.looks["caret"]
        here = number == self._at
        if here:
            shade = self.over("cursor")
            style, bar_style = style + shade, bar_style + shade
        bar = ("▌" if self.has_focus else "│") if here else " "
        return Strip(
            [
                Segment(bar, bar_style),
                Segment(
                    fill(feed_line(row, width - 1, row.place.feed in self.busy), width - 1), style
                ),
            ]
        )
