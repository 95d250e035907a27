"""A database opens whatever state its file, its folder or the other programs are in."""

from __future__ import annotations

import resource
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.support.command_line import python
from tests.support.notes import NOTES, OPEN_AND_TELL, STARS, opened, read, words_in, write
from tui import storage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "far" / "away" / "notes.sqlite"


def test_what_is_written_is_there_the_next_time(path: Path) -> None:
    write(path, "una riga")
    with opened(path) as database:
        assert (database.notice, database.persistent) == (None, True)
        assert words_in(database) == ["una riga"]


def test_file_and_folders_are_for_this_user_alone(path: Path) -> None:
    write(path, "privato")
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_readers_do_not_block_a_writer(path: Path) -> None:
    with opened(path) as database:
        assert database.connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert database.connection.execute("PRAGMA synchronous").fetchone() == (1,)


def test_only_the_missing_migrations_run(path: Path) -> None:
    write(path, "prima")
    with opened(path, NOTES, STARS) as database:
        with database.connection as connection:
            connection.execute("INSERT INTO notes (words) VALUES ('dopo')")
        rows = database.connection.execute("SELECT words, stars FROM notes").fetchall()
        log = database.connection.execute("SELECT line FROM log").fetchall()
        assert rows == [("prima", 0), ("dopo", 0)]
        assert log == [("semicolons; stay inside",), ("dopo",)]
        assert database.connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_tables_that_another_program_made_are_moved_aside_untouched(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE log (of_somebody_else)")
        foreign.execute("INSERT INTO log VALUES ('sua')")
    foreign.close()
    with opened(path, NOTES, STARS) as database:
        assert "damaged" in (database.notice or "")
        assert words_in(database) == []
    with sqlite3.connect(path.with_name("notes.sqlite.broken-1")) as kept:
        assert kept.execute("SELECT * FROM log").fetchall() == [("sua",)]
        # The migration that had begun was taken back.
        assert kept.execute("SELECT name FROM sqlite_master").fetchall() == [("log",)]
        assert kept.execute("PRAGMA user_version").fetchone() == (0,)
    kept.close()


def test_a_file_that_is_no_database_is_moved_aside_and_told(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("Caro diario, oggi piove. " * 200)
    with opened(path) as database:
        assert database.persistent
        assert database.notice == (
            f"{path} was damaged: it is kept as notes.sqlite.broken-1, and a new one is begun"
        )
    assert path.with_name("notes.sqlite.broken-1").read_text().startswith("Caro diario")
    write(path, "di nuovo")
    assert read(path) == ["di nuovo"]


def test_a_malformed_page_is_found_before_it_is_read(path: Path) -> None:
    for number in range(300):
        write(path, f"riga {number} " * 20)
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 3 * 4096 + 200] = b"\xff" * 200
    path.write_bytes(content)
    with opened(path) as database:
        assert "damaged" in (database.notice or "")
        assert words_in(database) == []


def test_a_second_damaged_file_does_not_overwrite_the_first(path: Path) -> None:
    path.parent.mkdir(parents=True)
    for words in ("il primo guasto " * 100, "il secondo guasto " * 100):
        path.write_text(words)
        read(path)
    assert "primo" in path.with_name("notes.sqlite.broken-1").read_text()
    assert "secondo" in path.with_name("notes.sqlite.broken-2").read_text()


def test_the_write_ahead_log_of_a_damaged_file_is_kept_beside_it(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("niente di buono " * 300)
    path.with_name("notes.sqlite-wal").write_bytes(b"not a log")
    read(path)
    assert path.with_name("notes.sqlite.broken-1").exists()
    # SQLite empties a log it cannot use; what matters is that the new file does not inherit it.
    write(path, "nuova")
    assert read(path) == ["nuova"]


def test_another_programs_lock_gives_a_session_in_memory_with_what_was_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "BUSY_SECONDS", 0.1)
    write(path, "di prima")
    with opened(path) as holder:
        holder.connection.execute("BEGIN IMMEDIATE")
        with opened(path) as database:
            assert not database.persistent
            assert database.notice == (
                f"{path} cannot be written: another program holds it; this session is not kept"
            )
            assert words_in(database) == ["di prima"]
            with database.connection as connection:
                connection.execute("INSERT INTO notes VALUES ('solo per ora')")
        holder.connection.rollback()
    assert read(path) == ["di prima"]


def test_a_later_versions_file_is_left_alone(path: Path) -> None:
    with opened(path, NOTES, STARS):
        pass
    before = path.read_bytes()
    with opened(path, NOTES) as database:
        assert not database.persistent
        assert "a later version of Edicola wrote it" in (database.notice or "")
        assert words_in(database) == []
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.glob("*broken*")] == []


@pytest.mark.parametrize("where", ["a file instead of a folder", "a folder instead of a file"])
def test_a_path_that_cannot_be_a_file_gives_a_session_in_memory(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    path = tmp_path / ("file/notes.sqlite" if where.startswith("a file") else "folder")
    with opened(path) as database:
        assert not database.persistent
        assert "cannot be written" in (database.notice or "")
        assert "\n" not in (database.notice or "")
        database.connection.execute("INSERT INTO notes VALUES ('funziona')")
        assert words_in(database) == ["funziona"]


def test_a_read_only_home_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "home" / "notes.sqlite"
    write(path, "ricordata")
    path.chmod(0o400)
    path.parent.chmod(0o500)
    child = python(OPEN_AND_TELL, path, NOTES, cwd=tmp_path, obeying=True)
    out, err = child.communicate(timeout=30)
    path.parent.chmod(0o700)
    assert err == ""
    persistent, notice, words = out.splitlines()
    assert persistent == "False"
    assert notice.startswith(f"{path} cannot be written: ")
    assert words == "[('ricordata',)]"


def test_a_home_where_nothing_can_be_made_gives_a_session_in_memory(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    child = python(OPEN_AND_TELL, home / "new" / "notes.sqlite", NOTES, cwd=tmp_path, obeying=True)
    out, err = child.communicate(timeout=30)
    assert err == ""
    persistent, notice, words = out.splitlines()
    assert (persistent, words) == ("False", "[]")
    path = home / "new" / "notes.sqlite"
    assert notice == f"{path} cannot be written: permission denied; this session is not kept"


FULL_DISK = f"""
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (100, {resource.RLIM_INFINITY}))
{OPEN_AND_TELL}
"""


def test_a_full_disk_gives_a_session_in_memory(tmp_path: Path) -> None:
    # A limit on the size of files fails the same writes as a disk without room.
    child = python(FULL_DISK, tmp_path / "notes.sqlite", NOTES, cwd=tmp_path)
    out, err = child.communicate(timeout=30)
    assert err == ""
    persistent, notice, words = out.splitlines()
    assert (persistent, words) == ("False", "[]")
    assert "cannot be written" in notice
