"""SQLite files that survive what machines do: damage, locks, full disks, two programs at once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

BUSY_SECONDS = 2.0
"""How long a statement waits for another program's lock."""
_CHECKED_BYTES = 4_000_000
"""Files up to this size are checked page by page at every start (4 MB takes about 10 ms)."""
_COPIED_BYTES = 64_000_000
"""Files up to this size are read into memory when they cannot be written."""
_BROKEN = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT", "SQLITE_ERROR"}
_SIDECARS = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that can be used whatever happened to the file."""

    connection: sqlite3.Connection
    """May be used from any thread, by one at a time; `with connection:` is one transaction."""
    notice: str | None
    """What a person must be told, in one line; None when all went well."""
    persistent: bool
    """Whether what is written is kept; False for a database in memory."""
    newer: bool = False
    """Whether a later version of the program wrote the file, which was left alone."""


class _NewerError(Exception):
    """The file was written by a later version of the program."""


class _BrokenError(Exception):
    """The file is not a sound database of ours; it is to be moved aside."""


def open_database(path: Path, migrations: Sequence[str]) -> Opened:
    """The database at `path`, its folders (for this user alone) and its tables made when missing.

    Each of `migrations` is an SQL script; script `n` (from 1) brings `PRAGMA user_version` from
    `n - 1` to `n`, in one transaction, and is run once even if two programs start together.
    A damaged file is renamed `name.broken-<n>` and a new one started. A file that cannot be
    written (read-only, locked for longer than `BUSY_SECONDS`, disk full) or that a later version
    wrote is left alone, and the session runs in memory, with the file's contents if they can be
    read. Never raises for the state of the machine.
    """
    import sqlite3

    moved: Path | None = None
    try:
        _make_folders(path.parent)
        try:
            with _folder_shared(path.parent):
                connection = _open_file(path, migrations)
        except _BrokenError:
            with _folder_lock(path.parent):
                # Another program may have moved it aside while this one waited for the lock.
                connection, moved = _open_or_replace(path, migrations)
    except _NewerError:
        reason = "a later version of Edicola wrote it"
        return Opened(
            _in_memory(migrations, None),
            f"{path} was left alone: {reason}; {_LOST}",
            persistent=False,
            newer=True,
        )
    except (OSError, sqlite3.Error) as error:
        notice = f"{path} cannot be written: {_reason(error)}; {_LOST}"
        return Opened(_in_memory(migrations, path), notice, False)
    if moved is None:
        return Opened(connection, None, True)
    notice = f"{path} was damaged: it is kept as {moved.name}, and a new one is begun"
    return Opened(connection, notice, True)


_LOST = "this session is not kept"


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    text = " ".join(str(error).split()) or type(error).__name__
    if "locked" in text:
        return "another program holds it"
    return "it is read-only" if "readonly" in text else text


def _make_folders(folder: Path) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for new in reversed(missing):
        new.mkdir(mode=0o700, exist_ok=True)


@contextmanager
def _folder_lock(folder: Path) -> Iterator[None]:
    """Nobody else opens or replaces a file of this folder meanwhile."""
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextmanager
def _folder_shared(folder: Path) -> Iterator[None]:
    """Nobody moves a file of this folder aside meanwhile, where the file system has locks."""
    import fcntl

    handle = None
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_SH)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _open_or_replace(
    path: Path, migrations: Sequence[str]
) -> tuple[sqlite3.Connection, Path | None]:
    try:
        return _open_file(path, migrations), None
    except _BrokenError:
        moved = _set_aside(path)
        return _open_file(path, migrations), moved


def _set_aside(path: Path) -> Path:
    number = 1
    while any(Path(f"{path}.broken-{number}{end}").exists() for end in _SIDECARS):
        number += 1
    for end in _SIDECARS:
        with suppress(FileNotFoundError):
            Path(f"{path}{end}").rename(f"{path}.broken-{number}{end}")
    return Path(f"{path}.broken-{number}")


def _open_file(path: Path, migrations: Sequence[str]) -> sqlite3.Connection:
    import sqlite3

    # Only a missing file is created here: to open and close one that exists would drop the locks
    # that other connections of this process hold on it (sqlite.org/howtocorrupt.html, 2.2).
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if not path.is_file():
        raise OSError(0, "it is not a file")
    fresh = path.stat().st_size == 0
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level="IMMEDIATE"
    )
    try:
        _prepare(connection, path, migrations)
    except sqlite3.Error as error:
        connection.close()
        name = getattr(error, "sqlite_errorname", "")
        # SQLITE_ERROR: the tables are not those the migrations expect; in a new file it is ours.
        if any(name.startswith(broken) for broken in _BROKEN) and not fresh:
            raise _BrokenError from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, migrations: Sequence[str]) -> None:
    if path.stat().st_size <= _CHECKED_BYTES:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise _BrokenError
    if _version(connection) > len(migrations):
        raise _NewerError
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("BEGIN IMMEDIATE")  # fails here, not later, when it cannot be written
    _migrate(connection, migrations)
    connection.commit()


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switch the journal; SQLite does not wait for locks while it switches, so this does."""
    import sqlite3

    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Run the scripts the file lacks, inside the transaction that is open."""
    version = _version(connection)
    if version > len(migrations):
        raise _NewerError
    for number, script in enumerate(migrations[version:], version + 1):
        for statement in _statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={number}")


def _statements(script: str) -> Iterator[str]:
    """The statements of `script`; `executescript` would commit the transaction before it began."""
    import sqlite3

    statement = ""
    for part in f"{script.rstrip().rstrip(';')};".split(";")[:-1]:
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _in_memory(migrations: Sequence[str], path: Path | None) -> sqlite3.Connection:
    """A database in memory, with what the file at `path` holds when that can be read."""
    import sqlite3

    for query in ("mode=ro", "mode=ro&immutable=1") if path else ():
        connection = _connect_memory()
        try:
            _copy(path, query, connection)
            _migrate(connection, migrations)
            connection.commit()
        except (OSError, sqlite3.Error, _NewerError, _BrokenError):
            connection.close()
        else:
            return connection
    connection = _connect_memory()
    _migrate(connection, migrations)
    connection.commit()
    return connection


def _connect_memory() -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(":memory:", check_same_thread=False, isolation_level="IMMEDIATE")


def _copy(path: Path | None, query: str, into: sqlite3.Connection) -> None:
    import sqlite3
    from urllib.parse import quote

    if path is None or not 0 < path.stat().st_size <= _COPIED_BYTES:
        raise _BrokenError
    source = sqlite3.connect(f"file:{quote(str(path))}?{query}", uri=True, timeout=0.1)
    try:
        source.backup(into)
    finally:
        source.close()
