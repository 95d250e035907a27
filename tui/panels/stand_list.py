"""What the lists of the newsstand have in common."""

from __future__ import annotations

from textual import events
from textual.geometry import Region

from tui.panels.line_panel import LinePanel


class StandList(LinePanel, can_focus=True):
    """Rows of one height under a title, with a chosen one that is kept in sight."""

    WHEEL = 3
    """Rows by which the wheel of the mouse moves the list."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._at = 0
        self._top = 0

    def count(self) -> int:
        """How many rows there are."""
        return 0

    def page_size(self) -> int:
        """How many rows a page is."""
        return 1

    def row_height(self) -> int:
        """How many lines a row takes."""
        return 1

    def go(self) -> None:
        """Do what Enter does on the chosen row."""

    def told(self) -> None:
        """Say that another row was chosen."""

    def show_chosen(self) -> None:
        """Have the chosen row in sight."""
        self._keep_in_sight()
        self.refresh()

    def _keep_in_sight(self) -> None:
        fits = self.page_size()
        last = max(0, self.count() - fits)
        self._top = max(min(self._top, self._at, last), self._at - fits + 1)

    def move(self, by: int) -> None:
        """Move by rows, and say so."""
        if not self.count():
            return
        before, self._at = self._at, min(max(self._at + by, 0), self.count() - 1)
        top = self._top
        self._keep_in_sight()
        if self._top != top:
            self.refresh()
        elif self._at != before:
            self.refresh(self._row(before), self._row(self._at))
        if self._at != before:
            self.told()

    def _row(self, number: int) -> Region:
        height = self.row_height()
        return Region(0, 1 + (number - self._top) * height, self.size.width, height)

    def on_focus(self) -> None:
        """Show that the list has the keys, or no longer."""
        self.refresh()

    on_blur = on_focus

    def on_resize(self) -> None:
        """Keep the chosen row in sight; a list that was hidden had room for one row only."""
        self.show_chosen()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the list up."""
        event.stop()
        self._scroll(self.WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the list down."""
        event.stop()
        self._scroll(-self.WHEEL)

    def _scroll(self, by: int) -> None:
        self._top = min(max(self._top + by, 0), max(0, self.count() - self.page_size()))
        self.refresh()
