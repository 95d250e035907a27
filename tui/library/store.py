"""One SQLite file of ours: reads that find nothing and writes that are told of, never raised."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from tui.storage import open_database

if TYPE_CHECKING:
    import sqlite3

Result = TypeVar("Result")


class Store:
    """A database usable from any thread, by several programs at once.

    Nothing here raises for what happens to the file: a write that fails is told once, by
    `take_notices`, and a read that fails finds nothing. What a method has returned from is on the
    disk as far as the operating system knows: killing the program loses none of it.
    """

    def __init__(self, path: Path, migrations: Sequence[str]) -> None:
        opened = open_database(path, migrations)
        self.path = path
        self.persistent = opened.persistent
        """Whether what is written outlives this session."""
        self.newer = opened.newer
        """Whether a later version of the program wrote the file, which was left alone."""
        self._connection = opened.connection
        self._lock = threading.RLock()
        self._notices = [opened.notice] if opened.notice else []
        self.failed = False
        """Whether something could not be read or kept since it was opened."""

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """What a query finds."""
        import sqlite3

        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except (sqlite3.Error, UnicodeError) as error:
                self._tell(error, "read")
                return []

    def row(self, query: str, values: Sequence[Any] = ()) -> Any | None:
        """The first row a query finds."""
        rows = self.rows(query, values)
        return rows[0] if rows else None

    def write(self, statement: str, values: Sequence[Any] = ()) -> bool:
        """Run one statement; False when it could not be kept."""
        return self.together(lambda run: bool(run(statement, values))) is not None

    def together(self, work: Callable[[Callable[..., sqlite3.Cursor]], Result]) -> Result | None:
        """Do `work`, which is given `execute`, in one transaction; None when nothing was kept."""
        import sqlite3

        with self._lock:
            try:
                with self._connection:
                    self._connection.execute("BEGIN IMMEDIATE")
                    return work(self._connection.execute)
            except (sqlite3.Error, UnicodeError) as error:
                self._tell(error, "written")
                return None

    def version(self) -> int:
        """A number that is another one as soon as anybody has written something."""
        row = self.row("PRAGMA data_version")
        return (int(row[0]) if row else 0) * 1_000_003 + self._connection.total_changes

    def take_notices(self) -> tuple[str, ...]:
        """What a person must be told since the last call, each in one line."""
        with self._lock:
            notices, self._notices = tuple(self._notices), []
        return notices

    def close(self) -> None:
        """Close the database; later reads find nothing and later writes are lost."""
        with self._lock:
            self._connection.close()

    def _tell(self, error: Exception, done: str) -> None:
        """Note the first failure only: on a full disk every key press would bring another."""
        if not self.failed:
            self.failed = True
            said = " ".join(str(error).split())
            self._notices.append(
                f"{self.path} cannot be {done}: {said}; what is read next may not be remembered"
            )
