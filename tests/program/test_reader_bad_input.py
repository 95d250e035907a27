"""The reader on a bad day: sources that are none, broken files, a home that cannot be written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.command_line import SEED, Outcome, edicola
from tests.support.reading import (
    NO_LOCAL_ENGINE,
    bridge,
    library,
    numbered,
    places,
    remember,
    settings,
)
from tests.support.terminal import Terminal
from tests.support.web_server import WebServer, endless_body, redirect_to, web_server

REFUSED = "http://127.0.0.1:9/giornale"
"""The port of a service nobody runs."""


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        yield running


def _missing(home: Path) -> Path:
    return home / "manca.txt"


def _folder(home: Path) -> Path:
    (home / "cartella").mkdir()
    return home / "cartella"


def _empty(home: Path) -> Path:
    (home / "vuoto.txt").touch()
    return home / "vuoto.txt"


def _binary(home: Path) -> Path:
    (home / "foto.txt").write_bytes(bytes(range(256)) * 40)
    return home / "foto.txt"


def _sparse(home: Path) -> Path:
    with (home / "enorme.txt").open("wb") as file:
        os.truncate(file.fileno(), 200_000_000)
    return home / "enorme.txt"


def _foreign(home: Path) -> Path:
    words = "Der Bürgermeister hat gestern die neue Brücke über den Fluss eröffnet und gelobt. "
    (home / "fremd.txt").write_text(words * 5, encoding="utf-8")
    return home / "fremd.txt"


def _no_article(home: Path) -> Path:
    (home / "niente.html").write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    return home / "niente.html"


BAD_FILES = (_missing, _folder, _empty, _binary, _sparse, _foreign, _no_article)


@pytest.mark.parametrize("make", BAD_FILES, ids=lambda make: make.__name__.strip("_"))
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    bad = make(tmp_path)
    with Terminal(tmp_path, bad, size=(200, 36)) as terminal:
        if make is _sparse:  # too large to be read before the screen is there
            terminal.wait_for(f"{bad.name}: \\S+")
            terminal.press("q")
            assert terminal.wait_end() == 0
        else:
            assert terminal.wait_end() == 1
            told = [line for line in terminal.lines() if line]
            assert len(told) == 1
            assert told[0].startswith("edicola: ")
            assert bad.name in told[0]
        assert not terminal.on_alternate_screen()
        assert "Traceback" not in terminal.raw.decode()


@pytest.mark.parametrize("make", BAD_FILES, ids=lambda make: make.__name__.strip("_"))
def test_a_bad_file_among_others_keeps_nobody_from_them(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    with Terminal(tmp_path, library(tmp_path), make(tmp_path), "--offline") as terminal:
        terminal.wait_for("La biblioteca comunale")
        terminal.press("J")
        terminal.wait_for("It could not be opened")
        terminal.press("K")
        terminal.wait_for("La biblioteca comunale")
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert "Traceback" not in terminal.raw.decode()


def test_pages_that_do_not_come_say_why(tmp_path: Path, server: WebServer) -> None:
    gone = server.url("/non-qui")
    round_about = server.on("/giro", redirect_to("/giro"))
    endless = server.on("/fiume", endless_body)
    with Terminal(
        tmp_path, REFUSED, gone, round_about, endless, "ftp://x.example/a", size=(200, 30)
    ) as terminal:
        for words in ("refused", "404", "redirect", "MB|large|big", "http or https"):
            terminal.wait_for(rf"(?i)\A.*({words})")
            terminal.wait_for("It could not be opened")
            terminal.press("J")
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_offline_no_page_is_asked_for(tmp_path: Path, server: WebServer) -> None:
    with Terminal(tmp_path, server.page("/a", "x"), "--offline") as terminal:
        terminal.wait_for("(?i)offline")
        terminal.press("q")
        terminal.wait_end()
    assert server.seen == []


@pytest.mark.parametrize("name", ["memory.sqlite", "state.sqlite"])
def test_a_broken_database_is_put_aside_and_told(tmp_path: Path, name: str) -> None:
    remember(tmp_path)
    broken = places(tmp_path).data / name
    for path in places(tmp_path).data.glob(f"{name}*"):
        path.unlink()
    broken.write_bytes(b"not a database at all " * 500)
    with Terminal(tmp_path, bridge(tmp_path), "--offline", size=(200, 30)) as terminal:
        terminal.wait_for(rf"(?i){name}.*(moved|aside|kept)")
        terminal.press(".")
        terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))
        terminal.press("q")
        assert terminal.wait_end() == 0
    aside = [p for p in broken.parent.iterdir() if p.read_bytes().startswith(b"not a database")]
    assert len(aside) == 1
    assert aside[0] != broken
    assert broken.read_bytes().startswith(b"SQLite format 3")


def test_a_home_that_cannot_be_written_is_told_and_read_in(tmp_path: Path) -> None:
    article = bridge(tmp_path)
    tmp_path.chmod(0o555)
    try:
        with Terminal(tmp_path, article, "--offline", size=(200, 30), obeying=True) as terminal:
            terminal.wait_for(r"(?i)state\.sqlite.*(this session|not be kept|cannot|kept)")
            terminal.press(".")
            terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))
            terminal.press("q")
            assert terminal.wait_end() == 0
            assert "Traceback" not in terminal.raw.decode()
    finally:
        tmp_path.chmod(0o755)
    assert {path.name for path in tmp_path.iterdir()} == {article.name}


def test_faults_in_the_settings_are_told_and_the_defaults_used(tmp_path: Path) -> None:
    settings(tmp_path, "[reading]\nview = 'all'\n[keys]\nfly = 'f'\n" + NO_LOCAL_ENGINE)
    # The article is not translated, which is told as well: after the faults, not over them.
    with Terminal(tmp_path, bridge(tmp_path), "--offline", size=(200, 30)) as terminal:
        terminal.wait_for("7 failed")
        terminal.wait_for(r"settings.toml, line 2: reading.view.*\(1 of 2")
        terminal.press(".")
        terminal.wait_for(r"settings: there is no command 'fly'.*\(2 of 2")
        terminal.press(".")
        terminal.wait_for("7 of 7 sentences have no translation")
        terminal.press(".")
        terminal.wait_for("q quit")


def test_settings_that_are_no_toml_are_told(tmp_path: Path) -> None:
    settings(tmp_path, "[reading\nview =")
    with Terminal(tmp_path, SEED, "--offline", size=(200, 30)) as terminal:
        terminal.wait_for("settings.toml.*line 1")
        terminal.wait_for("The United States")


def test_a_line_of_a_megabyte_is_read_and_walked(tmp_path: Path) -> None:
    path = tmp_path / "riga.txt"
    path.write_text("La sindaca ha detto che il ponte della valle sarà riaperto " * 17_000)
    with Terminal(tmp_path, path, "--offline") as terminal:
        terminal.wait_for("Italian")
        terminal.wait_for("La sindaca ha detto")
        terminal.press("space", "G", "b", "g")
        terminal.wait_until(lambda: terminal.caret().startswith("La sindaca"))
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_a_long_article_can_be_left_while_it_is_looked_through(tmp_path: Path) -> None:
    with Terminal(tmp_path, numbered(tmp_path, 5_000), "--offline") as terminal:
        terminal.wait_for("La frase numero 0 ")
        terminal.press("G")
        terminal.wait_for("La frase numero 4999 ")
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_without_a_keyboard_it_points_to_extract(tmp_path: Path) -> None:
    told: Outcome = edicola(tmp_path, bridge(tmp_path))
    assert told.status == 2
    assert "edicola extract" in told.complaints[0]
