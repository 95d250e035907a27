"""What the reader did that a server has not been told yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tui.library.kinds import Change
from tui.library.store import Store

_ASK = "SELECT value FROM facts WHERE name = 'sync'"
"""Whether there is a server; another program may change it at any time."""


class Outbox:
    """A queue that keeps the last word on each subject, in the order of the first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def enabled(self) -> bool:
        """Whether there is a server to be told; without one nothing is queued."""
        return self._is_on(self._store.row(_ASK))

    @enabled.setter
    def enabled(self, wanted: bool) -> None:
        if wanted != self.enabled:
            self._store.write(
                "INSERT OR REPLACE INTO facts VALUES ('sync', ?)", ("1" if wanted else "",)
            )

    @staticmethod
    def _is_on(row: Any) -> bool:
        return bool(row and row[0])

    def put(self, run: Callable[..., Any], kind: str, subject: str, value: str) -> None:
        """Queue a change, in the transaction of what it tells of."""
        if self._is_on(run(_ASK).fetchone()):
            run("DELETE FROM outbox WHERE kind = ? AND subject = ?", (kind, subject))
            if kind in ("subscribe", "unsubscribe"):
                run(
                    "DELETE FROM outbox WHERE subject = ? AND kind IN ('subscribe', 'unsubscribe')",
                    (subject,),
                )
            run(
                "INSERT INTO outbox (kind, subject, value) VALUES (?, ?, ?)",
                (kind, subject, value),
            )

    def put_marks(self, run: Callable[..., Any], kind: str, articles: Iterable[int]) -> None:
        """Queue how a mark of some articles stands now, under each of their entries."""
        if not self._is_on(run(_ASK).fetchone()):
            return
        field = "read" if kind == "read" else "starred"
        for article in articles:
            run(
                f"""INSERT OR REPLACE INTO outbox (kind, subject, value)
                SELECT ?, e.entry, CAST(a.{field} AS TEXT) FROM entries e
                JOIN articles a ON a.id = e.article WHERE a.id = ?""",  # noqa: S608
                (kind, article),
            )

    def changes(self, limit: int = 10_000) -> list[Change]:
        """The oldest changes that were not sent."""
        rows = self._store.rows(
            "SELECT seq, kind, subject, value FROM outbox ORDER BY seq LIMIT ?", (limit,)
        )
        return [Change(*row) for row in rows]

    def done(self, sent: Iterable[int]) -> None:
        """Forget changes that the server took; a later word on the same subject stays."""

        def work(run: Callable[..., Any]) -> bool:
            for seq in sent:
                run("DELETE FROM outbox WHERE seq = ?", (seq,))
            return True

        self._store.together(work)

    def pending_subjects(self, kind: str) -> set[str]:
        """What the server may not overrule, because it has not been told."""
        rows = self._store.rows("SELECT subject FROM outbox WHERE kind = ?", (kind,))
        return {str(row[0]) for row in rows}
