"""The reading state: where one left off, an article's date, who may be sent text, small things."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.document import Correction, PartialDate, parse_partial_date
from tui.storage import open_database

MIGRATIONS = (
    """
    CREATE TABLE positions (
        document TEXT PRIMARY KEY, sentence INTEGER NOT NULL, view TEXT NOT NULL,
        updated TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE article_dates (
        document TEXT PRIMARY KEY, published TEXT NOT NULL, updated TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE consents (host TEXT PRIMARY KEY, agreed TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entries (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    CREATE TABLE corrections (
        document TEXT NOT NULL, layer TEXT NOT NULL, start INTEGER NOT NULL, value TEXT NOT NULL,
        updated TEXT NOT NULL, PRIMARY KEY (document, layer, start)
    ) WITHOUT ROWID;
    """,
)


@dataclass(frozen=True, slots=True)
class Position:
    """Where reading of an article stopped."""

    sentence: int
    """The index of the sentence under the cursor."""
    view: str
    """The view it was read in: `italian`, `english` or `both`."""


class State:
    """The state database: usable from any thread, shared by two readers at once.

    Nothing here raises for what happens to the file: a write that fails is told once, by
    `take_notices`, and a read that fails finds nothing. What a method has returned from is on the
    disk as far as the operating system knows: killing the program loses none of it. A write may
    wait `BUSY_SECONDS` for another program's; a reader's keys should not wait for it.
    """

    def __init__(self, path: Path) -> None:
        opened = open_database(path, MIGRATIONS)
        self.path = path
        self.persistent = opened.persistent
        """Whether what is written outlives this session."""
        self._connection = opened.connection
        self._lock = threading.Lock()
        self._notices = [opened.notice] if opened.notice else []
        self._told = False
        self._agreed_now: set[str] = set()

    def position(self, document: str) -> Position | None:
        """Where reading of the document with that id stopped; None when it was never opened."""
        row = self._read("SELECT sentence, view FROM positions WHERE document = ?", (document,))
        if row is None or not isinstance(row[0], int) or row[0] < 0:
            return None
        return Position(row[0], str(row[1]))

    def keep_position(self, document: str, position: Position) -> bool:
        """Keep where reading stopped; False when it could not be kept."""
        return self._write(
            "INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?)",
            (document, position.sentence, position.view, _now()),
        )

    def article_date(self, document: str) -> PartialDate | None:
        """The date a reader gave the article, in place of the source's."""
        row = self._read("SELECT published FROM article_dates WHERE document = ?", (document,))
        return parse_partial_date(str(row[0])) if row else None

    def keep_article_date(self, document: str, published: PartialDate | None) -> bool:
        """Keep the date a reader gave the article; None forgets it."""
        if published is None:
            return self._write("DELETE FROM article_dates WHERE document = ?", (document,))
        return self._write(
            "INSERT OR REPLACE INTO article_dates VALUES (?, ?, ?)",
            (document, published.value, _now()),
        )

    def corrections(self, document: str) -> tuple[Correction, ...]:
        """What a reader has put right in the document with that id."""
        rows = self._rows(
            "SELECT layer, start, value FROM corrections WHERE document = ? ORDER BY start",
            (document,),
        )
        return tuple(
            Correction(layer, start, str(value))
            for layer, start, value in rows
            if layer in ("quote", "date") and isinstance(start, int)
        )

    def keep_correction(self, document: str, correction: Correction) -> bool:
        """Keep what a reader has put right; False when it could not be kept."""
        return self._write(
            "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?)",
            (document, *correction, _now()),
        )

    def forget_correction(self, document: str, correction: Correction) -> bool:
        """Let the rules speak again about one quote or date."""
        return self._write(
            "DELETE FROM corrections WHERE document = ? AND layer = ? AND start = ?",
            (document, correction.layer, correction.start),
        )

    def has_consent(self, host: str) -> bool:
        """Whether the reader has agreed that text is sent to `host`.

        An agreement that could not be written counts for this session.
        """
        if host in self._agreed_now:
            return True
        return self._read("SELECT 1 FROM consents WHERE host = ?", (host,)) is not None

    def agree(self, host: str) -> bool:
        """Remember that text may be sent to `host`; False when it holds for this session only."""
        self._agreed_now.add(host)
        kept = self._write("INSERT OR IGNORE INTO consents VALUES (?, ?)", (host, _now()))
        return kept and self.persistent

    def withdraw(self, host: str) -> bool:
        """Forget an agreement; False when the file could not be written."""
        self._agreed_now.discard(host)
        return self._write("DELETE FROM consents WHERE host = ?", (host,))

    def consents(self) -> tuple[tuple[str, str], ...]:
        """The hosts agreed to and when (ISO 8601, UTC), in alphabetical order."""
        rows = self._rows("SELECT host, agreed FROM consents ORDER BY host", ())
        return tuple((str(host), str(agreed)) for host, agreed in rows)

    def get(self, name: str) -> str | None:
        """A small thing kept under a name, such as the last theme."""
        row = self._read("SELECT value FROM entries WHERE name = ?", (name,))
        return str(row[0]) if row else None

    def put(self, name: str, value: str) -> bool:
        """Keep a small thing under a name; False when it could not be kept."""
        return self._write("INSERT OR REPLACE INTO entries VALUES (?, ?)", (name, value))

    def take_notices(self) -> tuple[str, ...]:
        """What a person must be told since the last call, each in one line."""
        with self._lock:
            notices, self._notices = tuple(self._notices), []
        return notices

    def close(self) -> None:
        """Close the database; later reads find nothing and later writes are lost."""
        with self._lock:
            self._connection.close()

    def _rows(self, query: str, values: Sequence[Any]) -> list[Any]:
        import sqlite3

        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                self._tell(error, "read")
                return []

    def _read(self, query: str, values: Sequence[Any]) -> Any | None:
        rows = self._rows(query, values)
        return rows[0] if rows else None

    def _write(self, statement: str, values: Sequence[Any]) -> bool:
        import sqlite3

        with self._lock:
            try:
                with self._connection:
                    self._connection.execute(statement, values)
            except (sqlite3.Error, UnicodeError) as error:
                self._tell(error, "written")
                return False
        return True

    def _tell(self, error: Exception, done: str) -> None:
        """Note the first failure only: on a full disk every key press would bring another."""
        if not self._told:
            self._told = True
            said = " ".join(str(error).split())
            self._notices.append(
                f"{self.path} cannot be {done}: {said}; what is read next may not be remembered"
            )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
