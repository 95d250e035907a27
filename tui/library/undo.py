"""Taking back what was done to many things at once."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tui.library.outbox import Outbox
from tui.library.store import Store

KEPT = 20
"""How many changes can be taken back, the last one first."""

Run = Callable[..., Any]


class Undo:
    """The changes that can be taken back, also in another session."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store = store
        self._outbox = outbox

    def note(self, run: Run, label: str, data: Mapping[str, list[int]]) -> None:
        """Remember, in the transaction of the change, what takes it back."""
        run(
            "INSERT INTO undoable (label, at, data) VALUES (?, ?, ?)",
            (label, int(time.time()), json.dumps(data, separators=(",", ":"))),
        )
        run(
            """DELETE FROM undoable WHERE id <=
            (SELECT id FROM undoable ORDER BY id DESC LIMIT 1 OFFSET ?)""",
            (KEPT,),
        )

    def label(self) -> str | None:
        """What would be taken back."""
        row = self._store.row("SELECT label FROM undoable ORDER BY id DESC LIMIT 1")
        return str(row[0]) if row else None

    def take_back(self) -> str | None:
        """Take the last change back; what it was, or None when there is none."""

        def work(run: Run) -> str:
            row = run("SELECT id, label, data FROM undoable ORDER BY id DESC LIMIT 1").fetchone()
            if row is None:
                return ""
            number, label, data = row
            self._restore(run, json.loads(data))
            run("DELETE FROM undoable WHERE id = ?", (number,))
            return str(label)

        return self._store.together(work) or None

    def _restore(self, run: Run, data: Mapping[str, list[int]]) -> None:
        read = data.get("read", [])
        for article in read:
            run("UPDATE articles SET read = 0 WHERE id = ?", (article,))
        self._outbox.put_marks(run, "read", read)
        now = int(time.time())
        for number in data.get("added", []):
            rows = run("UPDATE feeds SET removed = ? WHERE id = ? RETURNING url", (now, number))
            self._tell(run, "unsubscribe", rows.fetchall())
        for number in data.get("removed", []):
            rows = run(
                """UPDATE feeds SET removed = NULL WHERE id = ?
                RETURNING url, folder || char(10) || name""",
                (number,),
            )
            self._tell(run, "subscribe", rows.fetchall())

    def _tell(self, run: Run, kind: str, rows: Iterable[Any]) -> None:
        for url, *value in rows:
            self._outbox.put(run, kind, str(url), str(value[0]) if value else "")
