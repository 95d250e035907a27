"""The newsstand in a real terminal: headlines at once, leaving at once, why it does not open."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from tests.support.feeds import RSS, item, refresh, rss, take
from tests.support.newsstand import filled
from tests.support.reading import places, settings
from tests.support.terminal import Terminal
from tests.support.web_server import WebServer, hang
from tui.library.kinds import Place

LEFT = 5.0
"""Seconds: well above what leaving takes, well below how long the server is waited for."""


def test_headlines_are_written_before_the_screen_is_loaded(tmp_path: Path) -> None:
    filled(tmp_path).close()
    with Terminal(tmp_path, "--offline") as terminal:
        terminal.wait_for("Nuove regole per le scuole 2")
        terminal.wait_for("Enter open")
        shown = terminal.lines()
        early, _, late = bytes(terminal.raw).partition(b"\x1b[?1000h")
        assert b"Nuove regole per le scuole 2" in early
        assert b"Enter" not in early
        assert late
        terminal.press("q")
        assert terminal.wait_end() == 0
    with Terminal(tmp_path, "--offline") as again:
        again.wait_for("Nuove regole per le scuole 2")
        first = again.lines()
        again.press("q")
        again.wait_end()
    # What was written early stands where the screen draws it.
    for row in (1, 2, 3):
        assert first[row].split()[:6] == shown[row].split()[:6]


def test_what_was_read_and_marked_is_there_the_next_time(tmp_path: Path) -> None:
    stand = filled(tmp_path)
    with Terminal(tmp_path, "--offline") as terminal:
        terminal.wait_for("Enter open")
        terminal.press("s")
        terminal.wait_for("Starred.")
        terminal.press("enter")
        terminal.wait_for("Non ci sono alternative")
        terminal.press("q")
        assert terminal.wait_end() == 0
    newest = stand.lists.headlines(stand.lists.ids(Place("all"), limit=1))[0]
    assert newest.starred
    assert newest.read


@pytest.mark.parametrize("waiting", ["address", "page", "feed"])
def test_a_server_that_never_answers_keeps_nobody(tmp_path: Path, waiting: str) -> None:
    with WebServer() as server:
        never = server.on("/mai", hang)
        take(tmp_path, server.page("/f.xml", rss([item(1, link=never)]), RSS)).close()
        assert refresh(tmp_path).status == 0
        settings(tmp_path, "[sources]\nread_seconds = 60\ntotal_seconds = 60\n")
        if waiting == "feed":
            take(tmp_path, never).close()
        with Terminal(tmp_path) as terminal:
            terminal.wait_for("Enter open")
            keys = {"address": f"a{never}\r", "page": "x", "feed": "\x12"}[waiting]
            terminal.press(keys)
            terminal.wait_until(lambda: "/mai" in [path for path, _ in server.seen])
            asked = time.monotonic()
            terminal.press("q")
            assert terminal.wait_end() == 0
            assert time.monotonic() - asked < LEFT


def test_a_newsstand_of_a_later_version_is_not_opened(tmp_path: Path) -> None:
    filled(tmp_path).close()
    path = places(tmp_path).newsstand
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = path.read_bytes()
    with Terminal(tmp_path, "--offline") as terminal:
        assert terminal.wait_end() == 1
        assert "later version" in " ".join(terminal.text.split())
    assert path.read_bytes() == before
