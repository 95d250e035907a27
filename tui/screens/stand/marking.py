"""Read, starred, later: on one article, or on everything listed; and taking it back."""

from __future__ import annotations

from tui.library.kinds import Shown, counted
from tui.library.marks import Mark
from tui.screens.stand.opening import StandOpening

_WORDS = {
    ("read", True): "Read.",
    ("read", False): "Unread again.",
    ("starred", True): "Starred.",
    ("starred", False): "No longer starred.",
    ("later", True): "Kept for later.",
    ("later", False): "No longer kept for later.",
}


class StandMarking(StandOpening):
    """Marks, and undo."""

    def _toggle(self, mark: Mark) -> None:
        head = self.chosen()
        if head is None:
            self.tell("Choose an article first.")
            return
        value = not getattr(head, mark)
        if self.stand.marks.set(head.id, mark, value):
            self.tell(_WORDS[mark, value])
        else:
            self.tell_problems(self.stand.take_notices())
        self.headline_list.forget([head.id])
        self.show_feeds()

    def action_toggle_read(self) -> None:
        """Read, or unread again."""
        self._toggle("read")

    def action_star(self) -> None:
        """Star, or take the star away."""
        self._toggle("starred")

    def action_keep_for_later(self) -> None:
        """Keep for later, or no longer."""
        self._toggle("later")

    def action_mark_all(self) -> None:
        """Mark what the list shows as read, after asking."""
        from tui.screens.dialogs import Confirm

        place, shown, name = self.place, self.shown, self.heading()
        ids = self.stand.lists.ids(place, "unread" if shown == "all" else shown)
        count = len(ids)
        if shown in ("starred", "later"):
            count = sum(not head.read for head in self.stand.lists.headlines(ids))
        if not count:
            self.tell("Nothing here is unread.")
            return

        def answered(agreed: bool | None) -> None:
            if not agreed:
                self.tell("Nothing was marked.")
                return
            done = self.stand.marks.mark_all(
                place, shown, f"{counted(count, 'article')} marked read ({name})"
            )
            self.tell(f"{counted(done, 'article')} marked read.  U undoes it")
            self.reload()

        self.app.push_screen(
            Confirm(f"Mark {counted(count, 'article')} as read ({name})?"), answered
        )

    def action_undo(self) -> None:
        """Take the last change to many things back."""
        undone = self.stand.marks.undo()
        self.tell(f"Undone: {undone}" if undone else "There is nothing to undo.")
        if undone:
            self.reload()

    def action_filter(self) -> None:
        """All, unread, starred, later, in turn."""
        order: tuple[Shown, ...] = ("all", "unread", "starred", "later")
        self.shown = order[(order.index(self.shown) + 1) % len(order)]
        self.show_headlines(self.headline_list.selected)
        self.to(self.headline_list)
