"""Adding feeds and pages from the screen, against a real server; names, folders, removal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.feeds import RSS, item, rss
from tests.support.newsstand import News, filled, newsstand
from tests.support.reading import settings
from tests.support.web_server import WebServer, hang, page_of, web_server
from tui.library.kinds import Place
from tui.screens.choosing import Choose
from tui.screens.dialogs import AskLine, Confirm


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        yield running


async def add(news: News, address: str) -> None:
    """Press `a` and give an address, as if it were pasted."""
    await news.press("a")
    asked = news.top()
    assert isinstance(asked, AskLine)
    asked.query_one("Input").value = address  # type: ignore[attr-defined]
    await news.press("enter")


def announcing(*feeds: tuple[str, str]) -> str:
    """A page that announces feeds, each with an address and a title."""
    links = (
        f"<link rel=alternate type=application/rss+xml href={u} title='{t}'>" for u, t in feeds
    )
    return f"<html><head>{''.join(links)}</head><body><p>Pagina.</p></body></html>"


async def test_the_address_of_a_feed_is_added_and_asked_at_once(
    tmp_path: Path, server: WebServer
) -> None:
    address = server.page("/f.xml", rss([item(n) for n in range(3)]), RSS)
    async with newsstand(tmp_path, offline=False) as news:
        await add(news, address)
        assert news.message == f"Looking for the feeds of {address} … Esc stops"
        await news.until(lambda: news.message == "3 new articles from 1 feed.")
        assert "Il Giornale" in news.feeds()
        assert "cosa 2" in news.titles()
        assert news.screen.place.kind == "feed"
        await add(news, address)
        await news.until(lambda: news.message == "These feeds are there already.")
        await news.press("U")
        assert news.message == "Undone: 1 feed added"
        assert news.stand.feeds.all() == []


async def test_a_page_with_one_feed_gives_it_and_one_with_several_a_choice(
    tmp_path: Path, server: WebServer
) -> None:
    for name in ("uno", "due", "tre"):
        server.page(f"/{name}.xml", rss([item(1, name)], name.title()), RSS)
    one = server.page("/una", announcing(("/uno.xml", "Uno")))
    more = server.page("/piu", announcing(("/due.xml", "Politica"), ("/tre.xml", "Sport")))
    async with newsstand(tmp_path, offline=False) as news:
        await add(news, one)
        await news.until(lambda: news.message == "1 new article from 1 feed.")
        await news.rest()
        await add(news, more)
        await news.until(lambda: isinstance(news.top(), Choose))
        await news.press("j", "space", "enter")
        await news.until(lambda: len(news.stand.feeds.all()) == 2)
        await news.rest()
        assert {feed.title for feed in news.stand.feeds.all()} == {"Uno", "Tre"}


async def test_a_page_without_feeds_can_be_kept_itself(tmp_path: Path, server: WebServer) -> None:
    address = server.page("/2024/05/ponte.html", page_of("ponte.html"))
    async with newsstand(tmp_path, offline=False) as news:
        await add(news, address)
        await news.until(lambda: isinstance(news.top(), Confirm))
        await news.press("n")
        assert news.message == "Nothing was added."
        assert news.stand.feeds.all() == []
        await add(news, address)
        await news.until(lambda: isinstance(news.top(), Confirm))
        await news.press("y")
        await news.until(lambda: news.message == "Kept on the saved shelf.")
        (saved,) = news.stand.feeds.all()
        assert saved.is_saved
        await news.press("enter")
        document = news.screen.document
        assert document is not None
        assert "ponte vecchio" in document.text
        assert document.article.origin.location == address


@pytest.mark.parametrize(
    ("path", "told"),
    [("/niente", "there is no such page (404)"), ("nowhere", "no server of that name")],
)
async def test_what_cannot_be_had_is_said_in_a_line_and_nothing_is_added(
    tmp_path: Path, server: WebServer, path: str, told: str
) -> None:
    async with newsstand(tmp_path, offline=False) as news:
        await add(news, server.url(path) if path[0] == "/" else "http://nowhere.invalid/")
        await news.until(lambda: told in news.message)
        assert news.top() is news.screen
        assert news.stand.feeds.all() == []


async def test_escape_gives_up_an_address_that_never_answers(
    tmp_path: Path, server: WebServer
) -> None:
    settings(tmp_path, "[sources]\nread_seconds = 60\ntotal_seconds = 60\n")
    async with newsstand(tmp_path, offline=False) as news:
        await add(news, server.on("/mai", hang))
        await news.until(lambda: bool(server.seen))
        await news.press("escape")
        assert news.message == "Stopped; nothing was changed."
        await news.rest()
        assert news.message == "Stopped; nothing was changed."
        assert news.stand.feeds.all() == []
        await news.press("escape")
        assert news.focused() is news.screen.feed_list


async def test_offline_an_address_is_added_as_it_is(tmp_path: Path) -> None:
    async with newsstand(tmp_path) as news:
        await add(news, "giornale.example/f.xml")
        (feed,) = news.stand.feeds.all()
        assert feed.url == "https://giornale.example/f.xml"
        assert "offline" in news.message


async def test_public_feeds_are_chosen_from_a_list_and_taken(tmp_path: Path) -> None:
    async with newsstand(tmp_path, (80, 24)) as news:
        await news.press("a", "enter")
        assert isinstance(news.top(), Choose)
        await news.press("space", "j", "space", "enter")
        await news.until(lambda: news.top() is news.screen)
        assert len(news.stand.feeds.all()) == 2
        assert news.stand.marks.undoable() == "2 feeds added"
        await news.press("a", "enter", "escape")
        assert len(news.stand.feeds.all()) == 2


async def test_a_feed_is_renamed_moved_removed_and_brought_back(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        feed = news.stand.feeds.all()[0]
        news.screen.go_to_place(Place("feed", feed=feed.id))
        await news.press("M")
        await news.type("Esteri")
        assert news.stand.feeds.get(feed.id).folder == "Esteri"  # type: ignore[union-attr]
        assert "Esteri" in news.feeds()
        await news.press("D", "n")
        assert news.stand.feeds.get(feed.id) is not None
        await news.press("D", "y")
        assert news.stand.feeds.get(feed.id) is None
        await news.press("U")
        assert news.stand.feeds.get(feed.id) is not None
        news.screen.go_to_place(Place("feed", feed=feed.id))
        await news.press("e", *["backspace"] * len(feed.title))
        await news.type("Il mio giornale")
        assert "Il mio giornale" in news.feeds()
        assert news.screen.heading() == "Il mio giornale"


async def test_keys_of_a_feed_say_so_where_none_is_chosen(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        await news.press("escape")
        for key in ("M", "D", "X"):
            await news.press(key)
            assert news.message == "Choose a feed first."
            assert news.top() is news.screen
