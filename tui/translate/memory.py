"""The translation memory: every sentence translated once, kept in SQLite, asked first."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui.document import Language, other_language
from tui.sanitize import sanitize_line
from tui.storage import open_database
from tui.translate.keys import key_of, normalise
from tui.translate.protocol import TmxError

if TYPE_CHECKING:
    import sqlite3

    from tui.translate.tmx import Unit

OWN = "tmx"
"""The engine's name for pairs a person imported: they are preferred to any engine's."""
SHIPPED = "edicola"
"""The engine's name for pairs that ship with the program."""

_BY_PEOPLE = frozenset({OWN, SHIPPED})
_BATCH = 500
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
_Row = tuple[int, str, str, str, str, float]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the memory has for a sentence."""

    text: str
    """The translation."""
    engine: str
    """Who wrote it: an engine's name, `tmx` or `edicola`."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a TMX file."""

    kept: int
    """Units now in the memory."""
    skipped: int
    """Units without both languages, empty, or far too long for a sentence."""
    problem: str | None = None
    """Where and why reading or writing stopped, in one line; what came before is kept."""


class Memory:
    """The pairs kept in one SQLite file; every method may be called from any thread.

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
        self._unsaved: dict[int, _Row] = {}

    def close(self) -> None:
        """Close the file; the memory cannot be used afterwards."""
        with self._lock:
            self._connection.close()

    def count(self) -> int:
        """How many pairs it holds."""
        found = self._select("SELECT count(*) FROM pairs", ())
        return (found[0][0] if found else 0) + len(self._unsaved)

    def look_up(
        self, sentences: Sequence[str], source: Language, target: Language
    ) -> dict[str, Remembered]:
        """What is remembered of `sentences`, by the sentence as it was given.

        A person's own pair wins; among engines, the pair made last.
        """
        if target != other_language(source):
            return {}
        keys: dict[int, list[tuple[str, str]]] = {}
        for sentence in sentences:
            words = normalise(sentence)
            keys.setdefault(key_of(words, source), []).append((sentence, words))
        found: dict[str, Remembered] = {}
        for key, engine, stored, translation in self._rows(sorted(keys)):
            for sentence, words in keys[key]:
                if words == stored:
                    # Whatever was put into the file by other hands stays in one line of words.
                    found[sentence] = Remembered(sanitize_line(translation), engine)
        return found

    def _rows(self, keys: list[int]) -> Iterator[tuple[int, str, str, str]]:
        """The rows under `keys`, the better one of two after the other."""
        for start in range(0, len(keys), _BATCH):
            part = keys[start : start + _BATCH]
            marks = ",".join("?" * len(part))
            yield from self._select(
                f"SELECT hash, engine, sentence, translation FROM pairs WHERE hash IN ({marks}) "  # noqa: S608 (question marks only)
                "ORDER BY engine = ?, made, id",
                (*part, OWN),
            )
        if self._unsaved:
            for key in keys:
                if row := self._unsaved.get(key):
                    yield key, row[1], row[3], row[4]

    def _select(self, query: str, values: tuple[object, ...]) -> list[tuple[int, str, str, str]]:
        import sqlite3

        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error as error:
                self._tell("read", error)
                return []

    def remember(
        self, pairs: Iterable[tuple[str, str]], source: Language, engine: str
    ) -> str | None:
        """Keep `pairs` (a sentence in `source`, its translation), as written by `engine`.

        Returns None, or why they could not be written; they are then kept for this session only.
        """
        made = time.time()
        rows: list[_Row] = []
        for sentence, translation in pairs:
            words = normalise(sentence)
            rows.append((key_of(words, source), engine, source, words, translation, made))
        return self._write(rows)

    def _write(self, rows: list[_Row]) -> str | None:
        import sqlite3

        with self._lock:
            try:
                with self._connection:
                    self._connection.executemany(_INSERT, rows)
            except sqlite3.Error as error:
                self._unsaved.update((row[0], row) for row in rows)
                return self._tell("written", error)
        return None

    def _tell(self, done: str, error: sqlite3.Error) -> str:
        reason = " ".join(str(error).split()) or type(error).__name__
        told = f"{self.path} cannot be {done}: {reason}; new translations last for this session"
        self.notice = self.notice or told
        return told

    def import_tmx(self, path: Path, engine: str = OWN) -> Imported:
        """Remember every Italian and English unit of a TMX file.

        A unit is remembered in both directions, as `engine`'s, unless it says itself which
        engine wrote it. Of a damaged file everything before the damage is kept.

        Raises:
            TmxError: the file cannot be opened.
        """
        from tui.translate.tmx import TmxReader

        reader = TmxReader()
        try:
            with path.open("rb") as stream:
                kept, problem = self._keep(reader.units(stream), engine)
        except OSError as error:
            raise TmxError(f"{path}: {(error.strerror or 'it cannot be read').lower()}") from None
        if problem is not None:
            problem = f"{path}: {problem}; {kept} units before it were kept"
        return Imported(kept, reader.skipped, problem)

    def _keep(self, units: Iterator[Unit], engine: str) -> tuple[int, str | None]:
        kept = 0
        while True:
            batch, problem = _take(units)
            problem = self._write(list(_unit_rows(batch, engine))) or problem
            kept += len(batch)
            if problem is not None or len(batch) < _BATCH:
                return kept, problem

    def import_once(self, path: Path) -> Imported | None:
        """Remember a TMX file that ships with the program; None if its content was known already.

        A person's own pair for the same sentence stays the preferred one.
        """
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return None
        known = "SELECT 1 FROM imports WHERE path = ? AND digest = ?"
        if self._select(known, (path.name, digest)):
            return None
        imported = self.import_tmx(path, SHIPPED)
        if imported.problem is None:
            self._note_import(path.name, digest)
        return imported

    def _note_import(self, name: str, digest: str) -> None:
        import sqlite3

        with self._lock:
            try:
                with self._connection:
                    self._connection.execute(
                        "INSERT OR REPLACE INTO imports VALUES (?, ?)", (name, digest)
                    )
            except sqlite3.Error as error:
                self._tell("written", error)

    def export_tmx(self, path: Path) -> int:
        """Write the whole memory as a TMX file; how many units it has.

        A person's pair, remembered in both directions, is one unit.

        Raises:
            TmxError: it cannot be written.
        """
        from tui.translate.tmx import write_tmx

        return write_tmx(path, self._units())

    def _units(self) -> Iterator[Unit]:
        from tui.translate.tmx import Unit

        seen: set[tuple[str, str]] = set()
        last = -1
        while rows := self._page(last):
            for number, source, sentence, translation, engine in rows:
                last = number
                spoken: Language = "it" if source == "it" else "en"
                if engine not in _BY_PEOPLE:
                    yield Unit(spoken, sentence, translation, engine)
                elif (translation, sentence) not in seen:
                    seen.add((sentence, translation))
                    yield Unit(spoken, sentence, translation)

    def _page(self, after: int) -> list[tuple[int, str, str, str, str]]:
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


def _take(units: Iterator[Unit]) -> tuple[list[Unit], str | None]:
    """The next units, a batch at most, and what stopped the file there if it is damaged."""
    batch: list[Unit] = []
    try:
        batch.extend(islice(units, _BATCH))
    except TmxError as error:
        return batch, str(error)
    return batch, None


def _unit_rows(units: Iterable[Unit], engine: str) -> Iterator[_Row]:
    made = time.time()
    for unit in units:
        sides = [(unit.source, unit.sentence, unit.translation)]
        if unit.engine is None:
            sides.append((other_language(unit.source), unit.translation, unit.sentence))
        for source, sentence, translation in sides:
            words = normalise(sentence)
            by = unit.engine or engine
            yield key_of(words, source), by, source, words, translation, made
