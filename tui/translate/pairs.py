"""The pairs of the translation memory, as SQLite keeps them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.document import Language
from tui.storage import open_database
from tui.translate.keys import shape_key
from tui.translate.protocol import TmxError

if TYPE_CHECKING:
    import sqlite3

OWN = "tmx"
"""The engine's name for pairs a person imported: they are preferred to any engine's."""
ROUGH = "apertium"
"""The engine whose pairs any other's are preferred to."""
BATCH = 500

_ALIKE = 20
"""So many sentences of one shape are tried, the best and newest first."""
_MIGRATIONS = (
    """
    CREATE TABLE pairs (
        id INTEGER PRIMARY KEY,
        hash INTEGER NOT NULL,
        engine TEXT NOT NULL,
        source TEXT NOT NULL,
        sentence TEXT NOT NULL,
        translation TEXT NOT NULL,
        made REAL NOT NULL
    );
    CREATE UNIQUE INDEX pairs_by_sentence ON pairs (hash, engine);
    CREATE TABLE imports (path TEXT PRIMARY KEY, digest TEXT NOT NULL);
    """,
)
_INSERT = """
    INSERT INTO pairs (hash, engine, source, sentence, translation, made)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (hash, engine) DO UPDATE SET
        sentence = excluded.sentence, translation = excluded.translation, made = excluded.made
"""
_SHAPES = """
    CREATE TABLE IF NOT EXISTS shapes (
        shape INTEGER NOT NULL, pair INTEGER NOT NULL, PRIMARY KEY (shape, pair)
    ) WITHOUT ROWID
"""
"""A second key of the pairs. No migration in the storage's sense, since older versions of the
program may go on using the file: they do not see this table, and what they write is added to it
when it is next needed."""
_INSERT_SHAPE = """
    INSERT OR IGNORE INTO shapes (shape, pair)
    SELECT ?, id FROM pairs WHERE hash = ? AND engine = ?
"""
Row = tuple[int, str, str, str, str, float]


class PairStore:
    """One SQLite file of pairs; every method may be called from any thread.

    Nothing here raises for the state of the file or the disk. What cannot be written is kept for
    this session, and `notice` says so.
    """

    def __init__(self, path: Path) -> None:
        opened = open_database(path, _MIGRATIONS)
        self.path = path
        self.notice: str | None = opened.notice
        """What a person should be told about the memory, in one line."""
        self._connection: sqlite3.Connection = opened.connection
        self._lock = threading.Lock()
        self._unsaved: dict[int, Row] = {}
        self._has_shapes: bool | None = None

    def close(self) -> None:
        """Close the file; the memory cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    def count(self) -> int:
        """How many pairs it holds."""
        found = self.select("SELECT count(*) FROM pairs", ())
        return (found[0][0] if found else 0) + len(self._unsaved)

    def select(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """The rows a query finds; none when the file cannot be read."""
        import sqlite3

        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                self._tell("read", error)
                return []

    def rows(self, keys: list[int]) -> Iterator[tuple[int, str, str, str]]:
        """Key, engine, sentence and translation of pairs, a person's own and newer ones last."""
        for start in range(0, len(keys), BATCH):
            part = keys[start : start + BATCH]
            marks = ",".join("?" * len(part))
            yield from self.select(
                f"SELECT hash, engine, sentence, translation FROM pairs WHERE hash IN ({marks}) "  # noqa: S608 (question marks only)
                "ORDER BY engine = ?, made, id",
                (*part, OWN),
            )
        if self._unsaved:
            for key in keys:
                if row := self._unsaved.get(key):
                    yield key, row[1], row[3], row[4]

    def write(self, rows: list[Row]) -> str | None:
        """Keep pairs with both their keys; why they could not be written, if so."""
        import sqlite3

        with self._lock:
            try:
                with self._connection:
                    self._connection.executemany(_INSERT, rows)
                    self._connection.execute(_SHAPES)
                    self._connection.executemany(
                        _INSERT_SHAPE,
                        ((shape_key(row[3], _spoken(row[2])), row[0], row[1]) for row in rows),
                    )
            except sqlite3.Error as error:
                self._keep_for_now(rows)
                return self._tell("written", error)
        return None

    def _keep_for_now(self, rows: list[Row]) -> None:
        for row in rows:
            known = self._unsaved.get(row[0])
            if known is None or known[1] == ROUGH or row[1] != ROUGH:
                self._unsaved[row[0]] = row

    def note_import(self, name: str, digest: str) -> None:
        """Remember that a file of this content is in the memory."""
        import sqlite3

        with self._lock:
            try:
                with self._connection:
                    self._connection.execute(
                        "INSERT OR REPLACE INTO imports VALUES (?, ?)", (name, digest)
                    )
            except sqlite3.Error as error:
                self._tell("written", error)

    def page(self, after: int) -> list[tuple[int, str, str, str, str]]:
        """The next pairs after a number: number, source, sentence, translation, engine.

        Raises:
            TmxError: the file cannot be read.
        """
        import sqlite3

        query = (
            "SELECT id, source, sentence, translation, engine FROM pairs "
            "WHERE id > ? ORDER BY id LIMIT 1000"
        )
        with self._lock:
            try:
                return self._connection.execute(query, (after,)).fetchall()
            except sqlite3.Error as error:
                raise TmxError(self._tell("read", error)) from None

    def _tell(self, done: str, error: sqlite3.Error) -> str:
        reason = " ".join(str(error).split()) or type(error).__name__
        told = f"{self.path} cannot be {done}: {reason}; new translations last for this session"
        self.notice = self.notice or told
        return told

    # The second key

    def alike(self, sentence: str, source: Language) -> list[tuple[str, str, str]]:
        """Engine, sentence and translation of pairs of the same shape, the better one first."""
        if not self._shape_all():
            return []
        return self.select(
            "SELECT engine, sentence, translation FROM shapes JOIN pairs ON pairs.id = pair "
            "WHERE shape = ? AND source = ? "
            "ORDER BY engine = ? DESC, engine <> ? DESC, made DESC LIMIT ?",
            (shape_key(sentence, source), source, OWN, ROUGH, _ALIKE),
        )

    def _shape_all(self) -> bool:
        """Give every pair its second key, once a session; whether they have it."""
        import sqlite3

        if self._has_shapes is None:
            try:
                self._has_shapes = True
                numbers = self._shapeless()
                for start in range(0, len(numbers), BATCH):
                    self._shape(numbers[start : start + BATCH])
            except sqlite3.Error:
                # Nothing is lost: only that no adapted translations are found this time.
                self._has_shapes = False
        return self._has_shapes

    def _shapeless(self) -> list[int]:
        """The pairs that an older version wrote."""
        with self._lock, self._connection:
            self._connection.execute(_SHAPES)
            counts = "SELECT (SELECT count(*) FROM pairs) > (SELECT count(*) FROM shapes)"
            if not self._connection.execute(counts).fetchone()[0]:
                return []
            missing = "SELECT id FROM pairs EXCEPT SELECT pair FROM shapes"
            return [number for (number,) in self._connection.execute(missing)]

    def _shape(self, numbers: list[int]) -> None:
        marks = ",".join("?" * len(numbers))
        query = f"SELECT id, sentence, source FROM pairs WHERE id IN ({marks})"  # noqa: S608 (question marks only)
        with self._lock, self._connection:
            found = self._connection.execute(query, numbers).fetchall()
            self._connection.executemany(
                "INSERT OR IGNORE INTO shapes VALUES (?, ?)",
                [(shape_key(words, _spoken(source)), number) for number, words, source in found],
            )


def _spoken(source: str) -> Language:
    return "it" if source == "it" else "en"
