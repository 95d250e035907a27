"""Leaving in every way there is: what is kept, how long it takes, who else is reading."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.command_line import SEED
from tests.support.reading import (
    bridge,
    library,
    numbered,
    one_engine,
    places,
    position_kept,
    settings,
)
from tests.support.terminal import Terminal
from tests.support.translation_server import Fault, TranslationServer
from tests.support.web_server import Exchange, WebServer, drip_body, hang, page_of, web_server
from tui import pipeline
from tui.library import State

AT_ONCE = 1.0
"""Seconds: the least a person would call *it hangs*."""


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        yield running


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda n: n.name)
def test_told_to_go_it_leaves_in_order_and_keeps_the_place(
    tmp_path: Path, number: signal.Signals
) -> None:
    article = bridge(tmp_path)
    with Terminal(tmp_path, article, "--offline") as terminal:
        terminal.wait_for("Quotes 2")
        terminal.press(".", ".")
        terminal.wait_until(lambda: terminal.caret().startswith("I lavori erano"))
        terminal.signal(number)
        assert terminal.wait_end() == 0
        assert not terminal.on_alternate_screen()
        assert terminal.cursor_shown()
    assert position_kept(tmp_path, pipeline.open_source(str(article)).id) == 2


def test_killed_it_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    article = bridge(tmp_path)
    document = pipeline.open_source(str(article)).id
    with Terminal(tmp_path, article, "--offline") as terminal:
        terminal.wait_for("Quotes 2")
        terminal.press("d")
        terminal.wait_for("Written on")
        terminal.press("9 maggio 2024\r")
        terminal.wait_for("9 May 2024 · Italian")
        terminal.press(".", ".")
        terminal.wait_until(lambda: position_kept(tmp_path, document) == 2)
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_end() == -signal.SIGKILL
    with Terminal(tmp_path, article, "--offline") as terminal:
        terminal.wait_for("9 May 2024 · Italian")
        terminal.wait_until(lambda: terminal.caret().startswith("I lavori erano"))
        assert "moved" not in terminal.text


def test_two_readers_share_a_home(tmp_path: Path) -> None:
    first, second = bridge(tmp_path), numbered(tmp_path, 20)
    with (
        Terminal(tmp_path, first, "--offline") as one,
        Terminal(tmp_path, second, "--offline") as other,
    ):
        one.wait_for("Quotes 2")
        other.wait_for("La frase numero 0 ")
        for _ in range(3):
            one.press(".")
            other.press(".")
        one.wait_until(lambda: one.caret().startswith("“Nessuno"))
        other.wait_until(lambda: "numero 3 " in other.caret())
        one.press("q")
        other.press("q")
        assert (one.wait_end(), other.wait_end()) == (0, 0)
    kept = [position_kept(tmp_path, pipeline.open_source(str(it)).id) for it in (first, second)]
    assert kept == [3, 3]


@pytest.mark.parametrize("fault", [hang, drip_body])
def test_a_page_that_never_comes_can_be_given_up(
    tmp_path: Path, server: WebServer, fault: Callable[[Exchange], None]
) -> None:
    address = server.on("/mai", fault)
    with Terminal(tmp_path, address, library(tmp_path)) as terminal:
        terminal.wait_for("Opening http://127.0.0.1:.*Esc stops")
        terminal.press("escape")
        terminal.wait_for("stopped")
        terminal.press("J")
        terminal.wait_for("La biblioteca comunale")
        terminal.press("K")
        terminal.wait_for("Opening http://127.0.0.1:.*Esc stops")
        asked = time.monotonic()
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert time.monotonic() - asked < AT_ONCE


def test_an_engine_that_never_answers_keeps_nobody(tmp_path: Path) -> None:
    with TranslationServer(Fault.HANG) as engine:
        settings(tmp_path, one_engine(engine.url))
        State(places(tmp_path).state).agree(engine.host)
        with Terminal(tmp_path, bridge(tmp_path)) as terminal:
            terminal.wait_for("Quotes 2")
            assert engine.arrived.wait(20)
            terminal.press(".")
            terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))
            asked = time.monotonic()
            terminal.press("q")
            assert terminal.wait_end() == 0
            assert time.monotonic() - asked < AT_ONCE


def test_a_page_of_the_web_is_read_and_its_place_kept(tmp_path: Path, server: WebServer) -> None:
    address = server.page("/2024/05/ponte.html", page_of("ponte.html"))
    with Terminal(tmp_path, address, SEED, size=(200, 36)) as terminal:
        terminal.wait_for(r"127\.0\.0\.1:\d+ · .*Italian")
        terminal.press(".", ".", ".")
        terminal.press("J")
        terminal.wait_for("Gli Stati Uniti")
        terminal.press("K")
        terminal.wait_for(r"127\.0\.0\.1:\d+ · .*Italian")
        terminal.press("q")
        assert terminal.wait_end() == 0
    assert [path for path, _ in server.seen] == ["/2024/05/ponte.html"]
