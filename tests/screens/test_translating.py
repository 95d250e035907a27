"""Translation as one sees it: asked for once, sentence by sentence, failing honestly."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.pilot import Reader, reader, shown
from tests.support.reading import (
    BRIDGE_PAIRS,
    FEED_PAIRS,
    bridge,
    library,
    numbered,
    one_engine,
    places,
    remember,
    settings,
)
from tests.support.translation_server import Fault, TranslationServer, rot13
from tui.document import State as Known
from tui.library import State
from tui.panels.bars import Header
from tui.screens.dialogs import Confirm


@pytest.fixture
def server() -> Iterator[TranslationServer]:
    with TranslationServer() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, server: TranslationServer) -> Path:
    """A home with one engine, which nobody has agreed to yet, and little patience."""
    quick = "connect_seconds = 1\nread_seconds = 0.5\ntotal_seconds = 1\n"
    settings(tmp_path, one_engine(server.url, quick))
    return tmp_path


@pytest.fixture
def agreed(home: Path, server: TranslationServer) -> Path:
    """The same home after the reader has agreed."""
    state = State(places(home).state)
    state.agree(server.host)
    state.close()
    return home


def states(it: Reader) -> list[Known | None]:
    """The state of every sentence."""
    document = it.screen.document
    assert document is not None
    return [each.state if each else None for each in document.translations]


def header(it: Reader) -> str:
    """What stands over the text."""
    return it.text(it.screen.query_one(Header))


async def test_nothing_is_sent_before_the_reader_agrees(
    home: Path, server: TranslationServer
) -> None:
    article = bridge(home)
    async with reader(home, article, offline=False) as it:
        assert server.seen == []
        await it.press("t")
        assert isinstance(it.top(), Confirm)
        asked = it.app.screen.query_one("Static").render_line(0).text
        assert server.host in asked
        assert server.seen == []
        await it.press("n")
        assert it.message == "Nothing was sent."
        assert server.seen == []
        await it.press("t", "y")
        await it.until(lambda: states(it) == [Known.TRANSLATED] * 7)
        assert rot13(BRIDGE_PAIRS[0][0])[:20] in shown(it.lines(it.pane))
        assert "translated by" in header(it)
    # Agreed once: the next article is translated without a question.
    server.seen.clear()
    async with reader(home, library(home), offline=False) as it:
        assert states(it) == [Known.TRANSLATED] * 2
        assert it.top() is it.screen
    # And what was translated once is not sent a second time.
    server.seen.clear()
    async with reader(home, article, offline=False) as it:
        assert states(it) == [Known.REMEMBERED] * 7
        assert "remembered" in header(it)
        assert server.seen == []


@pytest.mark.parametrize("key", ["n", "escape", "q"])
async def test_anything_but_yes_is_no(home: Path, server: TranslationServer, key: str) -> None:
    async with reader(home, bridge(home), offline=False) as it:
        await it.press("t", key)
        assert it.top() is it.screen
        assert it.message == "Nothing was sent."
        assert server.seen == []


async def test_offline_there_is_no_question_and_no_request(
    agreed: Path, server: TranslationServer
) -> None:
    async with reader(agreed, bridge(agreed), offline=True) as it:
        await it.press("t")
        await it.rest()
        assert set(states(it)) == {Known.FAILED}
        assert "offline" in shown(it.lines(it.pane))
        assert server.seen == []


async def test_what_failed_says_why_and_can_be_tried_again(
    agreed: Path, server: TranslationServer
) -> None:
    server.fault = Fault.FAILING
    async with reader(agreed, bridge(agreed), offline=False) as it:
        assert set(states(it)) == {Known.FAILED}
        assert "0/7 translated, 7 failed" in header(it)
        assert "[not translated: " in shown(it.lines(it.pane))
        assert "status 500" in shown(it.lines(it.pane))
        server.fault = Fault.NONE
        await it.press("t")
        await it.until(lambda: set(states(it)) == {Known.TRANSLATED})
        assert "[not translated" not in shown(it.lines(it.pane))
        await it.rest()
        await it.press("t")
        assert it.message == "Every sentence is translated."


async def test_sentences_come_one_after_the_other(agreed: Path, server: TranslationServer) -> None:
    """The first paragraphs are there while the server still sits over the others."""
    server.faults = [Fault.NONE]
    server.fault = Fault.HANG
    async with reader(agreed, numbered(agreed, 60), offline=False, rested=False) as it:
        await it.until(lambda: Known.TRANSLATED in states(it))
        assert {None, Known.PENDING} & set(states(it))
        assert rot13("La frase numero 0") in shown(it.lines(it.pane))
        assert "/60 translated" in header(it)


async def test_the_keys_answer_while_a_server_is_slow(
    agreed: Path, server: TranslationServer
) -> None:
    settings(agreed, one_engine(server.url, "read_seconds = 5\n"))
    server.fault = Fault.HANG
    async with reader(agreed, bridge(agreed), offline=False, rested=False) as it:
        await it.until(lambda: bool(server.seen))
        slowest = 0.0
        for key in ("full_stop", "full_stop", "b", "b", "b", "j", "k", "G", "g"):
            pressed = time.monotonic()
            await it.press(key)
            slowest = max(slowest, time.monotonic() - pressed)
        assert it.cursor == 0
        assert slowest < 1.0
        left = time.monotonic()
        await it.press("q")
    assert time.monotonic() - left < 2.0


async def test_an_answer_for_another_article_is_dropped(
    agreed: Path, server: TranslationServer
) -> None:
    async with reader(agreed, bridge(agreed), library(agreed), offline=False) as it:
        await it.press("J")
        await it.until(lambda: "biblioteca" in shown(it.lines(it.pane)))
        await it.rest()
        screen, here = it.screen, it.screen.document
        first = it.screen.session.opened[0]
        assert here is not None
        assert here.id != first.id
        screen.post_message(screen.Translated(first.id, {0: first.translations[1]}))  # type: ignore[dict-item]
        screen.post_message(screen.Analysed(first.id, (), (), None))
        screen.post_message(screen.EchoesFound(first.id, [0], []))
        screen.post_message(screen.DateUnderstood(first.id, "2020", first.article.published))
        screen.post_message(screen.Opened(0, first))
        await it.rest()
        assert it.screen.document is not None
        assert it.screen.document.translations == here.translations
        assert it.screen.document.dates == here.dates
        assert rot13(FEED_PAIRS[0][0])[:20] in shown(it.lines(it.pane))


async def test_turning_to_another_article_calls_the_work_off(
    agreed: Path, server: TranslationServer
) -> None:
    server.faults = [Fault.NONE]
    server.fault = Fault.HANG
    async with reader(
        agreed, numbered(agreed, 60), library(agreed), offline=False, rested=False
    ) as it:
        await it.until(lambda: Known.TRANSLATED in states(it))
        server.fault = Fault.NONE
        await it.press("J")
        await it.until(lambda: states(it) == [Known.TRANSLATED] * 2)
        asked = sum("frase numero" in line for line in server.sentences)
        await it.rest()
        assert sum("frase numero" in line for line in server.sentences) == asked < 60


async def test_rough_words_are_improved_once_the_reader_agrees(
    home: Path, server: TranslationServer
) -> None:
    remember(home, [(it, f"roughly {en}") for it, en in BRIDGE_PAIRS], engine="apertium")
    async with reader(home, bridge(home), offline=False, rested=False) as it:
        await it.until(lambda: "translated roughly" in it.message)
        assert server.host in it.message
        assert states(it) == [Known.REMEMBERED] * 7
        assert it.screen.document is not None
        assert all(made is not None and made.rough for made in it.screen.document.translations)
        assert server.seen == []
        await it.press("full_stop", "full_stop")
        before = it.cursor
        await it.press("t", "y")
        await it.until(lambda: states(it) == [Known.TRANSLATED] * 7)
        assert it.cursor == before
        assert rot13(BRIDGE_PAIRS[0][0])[:20] in shown(it.lines(it.pane))
        assert "roughly" not in shown(it.lines(it.pane))


async def test_rough_words_stay_on_the_screen_while_better_ones_fail(
    agreed: Path, server: TranslationServer
) -> None:
    remember(agreed, [(it, f"roughly {en}") for it, en in BRIDGE_PAIRS], engine="apertium")
    server.fault = Fault.FAILING
    async with reader(agreed, bridge(agreed), offline=False) as it:
        assert states(it) == [Known.REMEMBERED] * 7
        assert "roughly" in shown(it.lines(it.pane))
        assert it.screen.document is not None
        made = it.screen.document.translations[0]
        assert made is not None
        assert "status 500" in made.passed[0]
        server.fault = Fault.NONE
        await it.press("t")
        await it.until(lambda: states(it) == [Known.TRANSLATED] * 7)
        assert "roughly" not in shown(it.lines(it.pane))
