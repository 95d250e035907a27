"""Headlines in the other language: made in the background, by whom the reader agreed to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.newsstand import News, filled, newsstand
from tests.support.reading import one_engine, places, remember, settings
from tests.support.translation_server import TranslationServer, rot13
from tui.library import State
from tui.library.kinds import Incoming, Outcome, Place, Text
from tui.screens.dialogs import Confirm

HINT = "Headlines are not translated. t asks LibreTranslate"


@pytest.fixture
def server() -> Iterator[TranslationServer]:
    with TranslationServer() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, server: TranslationServer) -> Path:
    """A home with articles and one engine, which nobody has agreed to yet."""
    settings(tmp_path, one_engine(server.url))
    filled(tmp_path, 1).close()
    return tmp_path


def agree(home: Path, server: TranslationServer) -> None:
    state = State(places(home).state)
    state.agree(server.host)
    state.close()


async def translated(news: News) -> None:
    """Wait until every headline has a translation."""
    stand = news.stand
    ids = stand.lists.ids(Place("all"))
    await news.until(lambda: all(head.translation for head in stand.lists.headlines(ids)))


async def test_headlines_are_translated_in_the_background_and_kept(
    home: Path, server: TranslationServer
) -> None:
    agree(home, server)
    async with newsstand(home, offline=False) as news:
        await translated(news)
        await news.until(lambda: rot13("Nuove regole per le scuole") in news.titles())
        assert not any("Non ci sono alternative" in line for line in server.sentences)
        await news.press("b", "b")
        assert "Nuove regole" not in news.titles()
        assert rot13("Nuove regole") in news.titles()
    asked = len(server.seen)
    async with newsstand(home) as again:
        assert rot13("Nuove regole per le scuole") in again.titles()
    assert len(server.seen) == asked


async def test_nothing_is_sent_before_the_reader_agrees_and_t_asks(
    home: Path, server: TranslationServer
) -> None:
    async with newsstand(home, offline=False) as news:
        await news.until(lambda: not news.message or news.message == HINT)
        await news.press("t")
        shown = news.top()
        assert isinstance(shown, Confirm)
        await news.press("n")
        assert news.message == "Nothing was sent."
        assert server.seen == []
        await news.press("t", "y")
        await translated(news)
        await news.until(lambda: rot13("Sciopero dei treni") in news.titles())


async def test_what_is_in_the_way_is_said_once_and_after_other_things(home: Path) -> None:
    async with newsstand(home, offline=False) as news:
        news.screen._told_waiting = False
        news.screen.tell("Something else.")
        await news.press("s")
        news.screen.post_message(news.screen.TitlesEnded("LibreTranslate"))
        await news.pilot.pause()
        assert news.message == "Starred."
        await news.press("j")
        assert news.message == HINT
        await news.press("j")
        assert news.message == ""


async def test_offline_headlines_that_are_remembered_have_their_words(tmp_path: Path) -> None:
    stand = filled(tmp_path, 1)
    entry = Incoming(
        "x", "La biblioteca resta aperta", Text("Il testo.", "b"), language="it",
        published=1_730_000_000,
    )  # fmt: skip
    stand.intake.receive([(stand.feeds.all()[0].id, Outcome("ok"), [entry])])
    stand.close()
    remember(tmp_path, [("La biblioteca resta aperta", "The library stays open")])
    async with newsstand(tmp_path) as news:
        await news.until(lambda: "The library stays open" in news.titles())
        assert news.message == ""


async def test_the_headlines_in_sight_come_before_all_others(
    tmp_path: Path, server: TranslationServer
) -> None:
    settings(tmp_path, one_engine(server.url))
    agree(tmp_path, server)
    stand = filled(tmp_path, 1)
    entries = [
        Incoming(
            f"n{n}", f"La notizia numero {n} della giornata", Text("Il testo.", "b"),
            language="it", published=1_730_000_000 - n,
        )
        for n in range(400)
    ]  # fmt: skip
    stand.intake.receive([(stand.feeds.all()[0].id, Outcome("ok"), entries)])
    async with newsstand(tmp_path, offline=False) as news:
        await news.until(lambda: rot13("La notizia numero 0 della") in news.titles())
        await news.rest()
        assert server.sentences[0] == "La notizia numero 0 della giornata"
        assert "La notizia numero 399 della giornata" not in server.sentences
        await news.press("G")
        await news.until(lambda: rot13("Il governo approva la manovra") in news.titles())
