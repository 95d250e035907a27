"""Killed, full, shared or too new: no entry and no mark is lost, and the files stay sound."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from tests.support.command_line import edicola, environment
from tests.support.feeds import RSS, item, refresh, rss, take
from tests.support.reading import places
from tests.support.web_server import WebServer
from tui.library import Newsstand
from tui.library.kinds import Place

FEEDS, ITEMS = 12, 40
ALL = Place("all")


def serve(server: WebServer, round_: int = 0) -> list[str]:
    """Feeds whose articles change with each round, and grow."""
    return [
        server.page(
            f"/{feed}.xml",
            rss([item(n, f"{feed}-") for n in range(ITEMS + 5 * round_)], f"Testata {feed}"),
            RSS,
        )
        for feed in range(FEEDS)
    ]


def start(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tui", "refresh", "--quiet"],
        env=environment(home),
        cwd=home,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def assert_sound(stand: Newsstand, home: Path) -> None:
    """Both files are whole, and the counts of unread articles are those of a count."""
    for path in (places(home).newsstand, places(home).feeds):
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    counted = stand.store.rows(
        """SELECT f.id, count(*), sum(1 - a.read) FROM feeds f JOIN placed p ON p.feed = f.id
        JOIN articles a ON a.id = p.article GROUP BY f.id"""
    )
    kept = {feed.id: (feed.total, feed.unread) for feed in stand.feeds.all()}
    assert {number: (total, unread) for number, total, unread in counted} == kept


def test_a_refresh_killed_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    with WebServer() as server:
        stand = take(tmp_path, *serve(server))
        killed = 0
        marked: set[int] = set()
        for round_ in range(12):
            serve(server, round_)
            child = start(tmp_path)
            time.sleep(chance.uniform(0.1, 1.6))  # the moment is what is tested
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
                killed += 1
            child.communicate()
            for article in stand.lists.ids(ALL, "unread", 3):
                assert stand.marks.set(article, "read", True)
                marked.add(article)
        assert killed >= 4
        assert refresh(tmp_path).complaints == []
    assert len(stand.lists.ids(ALL)) == FEEDS * (ITEMS + 5 * 11)
    heads = stand.lists.headlines(stand.lists.ids(ALL))
    assert len({head.link for head in heads}) == len(heads)
    assert {head.id for head in heads if head.read} == marked
    assert not stand.intake.pending()
    assert_sound(stand, tmp_path)


def test_marks_set_while_a_refresh_writes_are_kept(tmp_path: Path) -> None:
    with WebServer() as server:
        stand = take(tmp_path, *serve(server))
        refresh(tmp_path)
        serve(server, 3)
        child = start(tmp_path)
        marked = set()
        for article in stand.lists.ids(ALL):
            assert stand.marks.set(article, "starred", True)
            marked.add(article)
            if child.poll() is not None:
                break
        assert child.wait(30) == 0
        child.communicate()
    assert set(stand.lists.ids(Place("starred"))) == marked
    assert_sound(stand, tmp_path)


def test_of_two_refreshes_at_once_one_says_so_and_all_comes_once(tmp_path: Path) -> None:
    with WebServer() as server:
        stand = take(tmp_path, *serve(server))
        children = [start(tmp_path) for _ in range(3)]
        told = [child.communicate(timeout=60)[1].decode() for child in children]
        assert [child.returncode for child in children] == [0, 0, 0]
    assert "another refresh is under way" in "".join(told)
    assert len(stand.lists.ids(ALL)) == FEEDS * ITEMS
    assert_sound(stand, tmp_path)


def test_a_full_disk_is_said_in_one_line_and_what_was_there_stays(tmp_path: Path) -> None:
    with WebServer() as server:
        stand = take(tmp_path, *serve(server))
        refresh(tmp_path)
        before = list(stand.lists.ids(ALL))
        serve(server, 60)
        room = places(tmp_path).newsstand.stat().st_size + 60_000
        done = subprocess.run(
            [sys.executable, "-m", "tui", "refresh"],
            env=environment(tmp_path),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            preexec_fn=lambda: (
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN) and None,
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),  # type: ignore[func-returns-value]
            ),
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "kept" in done.stderr
        assert set(before) <= set(stand.lists.ids(ALL))
        assert refresh(tmp_path).status == 0
    assert len(stand.lists.ids(ALL)) == FEEDS * (ITEMS + 300)
    assert_sound(stand, tmp_path)


def test_files_of_a_later_version_are_refused_and_left_as_they_are(tmp_path: Path) -> None:
    with WebServer() as server:
        take(tmp_path, *serve(server)).close()
        refresh(tmp_path)
        found = places(tmp_path)
        for path, commands in (
            (found.feeds, [("refresh",)]),
            (found.newsstand, [("refresh",), ("unread",), ("search", "x"), ("feeds", "list")]),
        ):
            with sqlite3.connect(path) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.execute("PRAGMA user_version = 9999")
            connection.close()
            before = path.read_bytes()
            for command in commands:
                done = edicola(tmp_path, *command)
                assert done.status == 1, command
                (told,) = done.complaints
                assert "later version" in told
                assert "EDICOLA_HOME" in told
            assert path.read_bytes() == before


def test_what_cannot_be_kept_is_said_once_and_nothing_else_is(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text('<opml><outline text="A" xmlUrl="https://a.example/f"/></opml>')
    with WebServer() as server:
        addresses = serve(server)
        take(tmp_path, *addresses).close()
        assert refresh(tmp_path).status == 0
        data = places(tmp_path).data
        kept = {path: path.read_bytes() for path in data.iterdir() if path.is_file()}
        for path in (*kept, data):
            path.chmod(path.stat().st_mode & ~0o222)
        try:
            for command in (
                ("refresh",),
                ("feeds", "add", "--as-is", "https://b.example/f"),
                ("feeds", "import", str(opml)),
                ("feeds", "remove", addresses[0]),
                ("feeds", "undo"),
            ):
                done = edicola(tmp_path, *command, obeying=True)
                (told,) = done.complaints
                assert (done.status, done.out) == (1, ""), command
                assert "newsstand.sqlite cannot be written" in told
            listed = edicola(tmp_path, "unread", obeying=True)
            assert (listed.status, listed.out) == (0, f"{FEEDS * ITEMS}\n")
        finally:
            data.chmod(0o700)
        assert {path: path.read_bytes() for path in kept} == kept


def test_a_damaged_newsstand_is_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = places(tmp_path).newsstand
    path.parent.mkdir(parents=True)
    path.write_bytes(b"this is no database at all" * 100)
    done = edicola(tmp_path, "unread")
    assert (done.status, done.out) == (0, "0\n")
    assert "newsstand.sqlite.broken-1" in done.err
