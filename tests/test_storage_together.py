"""Several programs open one database at once, and none of them spoils it for another."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import subprocess
import threading
from pathlib import Path

import pytest

from tests.support.command_line import python
from tests.support.notes import NOTES, OPEN_AND_TELL, STARS, opened, words_in, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "far" / "away" / "notes.sqlite"


START_TOGETHER = """
import sys
from pathlib import Path
from tui.storage import open_database
print("ready", flush=True)
sys.stdin.readline()
database = open_database(Path(sys.argv[1]), sys.argv[2:])
with database.connection as connection:
    connection.execute("INSERT INTO notes (words) VALUES (?)", ("insieme",))
print(database.notice, database.persistent)
"""


@pytest.mark.parametrize("before", [b"", b"not a database " * 300], ids=["no file", "a broken one"])
def test_programs_that_start_together_share_one_sound_file(path: Path, before: bytes) -> None:
    path.parent.mkdir(parents=True)
    if before:
        path.write_bytes(before)
    children = [
        python(START_TOGETHER, path, NOTES, STARS, cwd=path.parent.parent) for _ in range(4)
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    told = []
    for child in children:
        out, err = child.communicate(timeout=30)
        assert err == ""
        notice, persistent = out.strip().rsplit(" ", 1)
        assert persistent == "True", notice
        told += [notice] if notice != "None" else []
    with opened(path, NOTES, STARS) as database:
        assert words_in(database) == ["insieme"] * 4
    assert len(told) == len(list(path.parent.glob("*.broken-?"))) == (1 if before else 0)


def test_a_file_another_program_has_replaced_meanwhile_is_not_moved_aside(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database " * 300)
    new = path.parent.parent / "new.sqlite"
    write(new, "già nuovo")
    folder = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # as the program does that moves the file aside
    child = python(OPEN_AND_TELL, path, NOTES, cwd=path.parent.parent)
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(timeout=0.6)
    path.rename(path.with_name("notes.sqlite.broken-1"))
    new.rename(path)
    os.close(folder)
    out, err = child.communicate(timeout=30)
    assert err == ""
    assert out.splitlines() == ["True", "None", "[('già nuovo',)]"]
    assert not path.with_name("notes.sqlite.broken-2").exists()


def test_nobody_begins_a_new_file_while_another_program_moves_the_broken_one(path: Path) -> None:
    path.parent.mkdir(parents=True)
    new = path.parent.parent / "new.sqlite"
    write(new, "già nuovo")
    folder = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)  # between moving it aside and beginning the new one
    child = python(OPEN_AND_TELL, path, NOTES, cwd=path.parent.parent)
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(timeout=0.6)
    assert not path.exists()
    new.rename(path)
    os.close(folder)
    out, err = child.communicate(timeout=30)
    assert err == ""
    assert out.splitlines() == ["True", "None", "[('già nuovo',)]"]


def test_a_lock_that_is_let_go_soon_is_waited_for(path: Path) -> None:
    path.parent.mkdir(parents=True)
    old = sqlite3.connect(path, check_same_thread=False)  # in SQLite's first journal mode
    old.executescript(f"{NOTES} PRAGMA user_version=1;")
    old.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(0.3, old.rollback)
    release.start()
    with opened(path) as database:
        assert (database.notice, database.persistent) == (None, True)
    release.join()
    old.close()
    switching = sqlite3.connect(path, check_same_thread=False)
    switching.execute("PRAGMA journal_mode=DELETE")
    switching.execute("BEGIN IMMEDIATE")  # readers may enter, the journal cannot be switched
    release = threading.Timer(0.3, switching.rollback)
    release.start()
    with opened(path) as database:
        assert (database.notice, database.persistent) == (None, True)
    release.join()
    switching.close()
