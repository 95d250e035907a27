"""A small database of notes, for the tests of storage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.storage import Opened, open_database

NOTES = "CREATE TABLE notes (words TEXT NOT NULL);"
STARS = """
    ALTER TABLE notes ADD COLUMN stars INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE log (line TEXT);
    CREATE TRIGGER starred AFTER INSERT ON notes BEGIN
        INSERT INTO log VALUES ('semicolons; stay inside');
        INSERT INTO log VALUES (new.words);
    END;
"""
OPEN_AND_TELL = """
import sys
from pathlib import Path
from tui.storage import open_database
database = open_database(Path(sys.argv[1]), (sys.argv[2],))
print(database.persistent)
print(database.notice)
print(database.connection.execute("SELECT words FROM notes").fetchall())
"""
"""Opens the file of the first argument, and prints what came of it."""


@contextmanager
def opened(path: Path, *migrations: str) -> Iterator[Opened]:
    """The database, closed at the end, with its one table unless told otherwise."""
    database = open_database(path, migrations or (NOTES,))
    try:
        yield database
    finally:
        database.connection.close()


def write(path: Path, words: str) -> None:
    """Add a note to the file."""
    with opened(path) as database, database.connection as connection:
        connection.execute("INSERT INTO notes (words) VALUES (?)", (words,))


def read(path: Path) -> list[str]:
    """The notes in the file."""
    with opened(path) as database:
        return words_in(database)


def words_in(database: Opened) -> list[str]:
    """The notes in an open database."""
    return [row[0] for row in database.connection.execute("SELECT words FROM notes")]
