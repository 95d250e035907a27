"""What the reader did with articles: read, starred, kept for later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from tui.library.kinds import Place, Shown
from tui.library.lists import Lists
from tui.library.outbox import Outbox
from tui.library.store import Store
from tui.library.undo import Undo

Mark = Literal["read", "starred", "later"]


class Marks:
    """Marks on articles; those set on many at once can be taken back."""

    def __init__(self, store: Store, lists: Lists, undo: Undo, outbox: Outbox) -> None:
        self._store = store
        self._lists = lists
        self._undo = undo
        self._outbox = outbox

    def set(self, article: int, mark: Mark, value: bool) -> bool:
        """Set or take away a mark; False when it could not be kept."""

        def work(run: Callable[..., Any]) -> bool:
            changed = run(
                f"UPDATE articles SET {mark} = ? WHERE id = ? AND {mark} <> ?",  # noqa: S608
                (int(value), article, int(value)),
            ).rowcount
            if changed and mark != "later":
                self._outbox.put_marks(run, mark, [article])
            return True

        return bool(self._store.together(work))

    def mark_all(self, place: Place, shown: Shown, label: str) -> int:
        """Mark what a list shows as read; how many were not before."""
        unread = self._lists.ids(place, "unread" if shown == "all" else shown)

        def work(run: Callable[..., Any]) -> list[int]:
            changed = [
                article
                for article in unread
                if run(
                    "UPDATE articles SET read = 1 WHERE id = ? AND read = 0", (article,)
                ).rowcount
            ]
            self._outbox.put_marks(run, "read", changed)
            if changed:
                self._undo.note(run, label, {"read": changed})
            return changed

        return len(self._store.together(work) or [])

    def undo(self) -> str | None:
        """Take the last change to many things back; what it was."""
        return self._undo.take_back()

    def undoable(self) -> str | None:
        """What `undo` would take back."""
        return self._undo.label()
