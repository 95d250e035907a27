"""Articles from the store: their whole text, their page, their links, what is found in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.feeds import QUICK, RSS, item, refresh, rss, take
from tests.support.newsstand import filled, newsstand
from tests.support.pilot import shown
from tests.support.reading import settings
from tests.support.web_server import WebServer, hang, web_server
from tui.library.kinds import Place
from tui.panels.bars import Footer
from tui.screens.choosing import Choose

WORDS = "Il ministro ha parlato alla Camera e ha detto molte cose importanti al Paese. " * 6
PAGE = f"<html><body><article><h1>T</h1><p>{WORDS}</p><p>{WORDS}</p></article></body></html>"
ALL = Place("all")


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        yield running


def feed_of(home: Path, server: WebServer, path: str, description: str) -> None:
    """Refresh a feed of one article, whose page is at `path`."""
    settings(home, QUICK)
    link = server.url(path)
    take(home, server.page("/f.xml", rss([item(1, link=link, description=description)]), RSS))
    assert refresh(home).status == 0


async def test_a_truncated_article_is_completed_on_opening_and_x_shows_the_feeds_text(
    tmp_path: Path, server: WebServer
) -> None:
    server.page("/a.html", PAGE)
    feed_of(tmp_path, server, "/a.html", "Il ministro ha parlato…")
    async with newsstand(tmp_path, offline=False) as news:
        await news.press("enter")
        await news.until(lambda: "molte cose importanti" in news.text(news.pane))
        await news.press("x")
        assert news.message == "This is the feed's text. x shows the other one"
        assert "molte cose importanti" not in news.text(news.pane)
        await news.press("x")
        assert news.message == "This is the page's text. x shows the other one"
        assert "molte cose importanti" in news.text(news.pane)


async def test_a_page_that_gives_no_more_leaves_the_feeds_text(
    tmp_path: Path, server: WebServer
) -> None:
    server.page("/a.html", "<html><body><article><p>Il ministro ha parlato.</p></article></body>")
    feed_of(tmp_path, server, "/a.html", "Il ministro ha parlato della cosa per ore e ore ieri.")
    async with newsstand(tmp_path, offline=False) as news:
        await news.press("enter", "x")
        await news.until(lambda: "its text stays" in news.message or "no article" in news.message)
        assert "ore e ore ieri" in shown(news.lines(news.pane))


async def test_a_page_that_could_not_be_had_is_asked_for_again_another_day(
    tmp_path: Path, server: WebServer
) -> None:
    feed_of(tmp_path, server, "/a.html", "Il ministro ha parlato…")
    async with newsstand(tmp_path, offline=False) as news:
        await news.press("enter")
        await news.until(lambda: "/a.html" in [path for path, _ in server.seen])
        await news.rest()
        assert "Il ministro ha parlato" in news.text(news.pane)
    server.page("/a.html", PAGE)
    async with newsstand(tmp_path, offline=False) as news:
        await news.press("enter")
        await news.until(lambda: "molte cose importanti" in news.text(news.pane))


async def test_escape_gives_up_a_page_and_asks_nothing_of_the_article(
    tmp_path: Path, server: WebServer
) -> None:
    server.on("/a.html", hang)
    feed_of(tmp_path, server, "/a.html", "Il ministro ha parlato della cosa per ore e ore ieri.")
    settings(tmp_path, "[sources]\nread_seconds = 60\ntotal_seconds = 60\n")
    async with newsstand(tmp_path, offline=False) as news:
        await news.press("enter", "x")
        assert news.message == "Reading the page … Esc stops"
        await news.until(lambda: "/a.html" in [path for path, _ in server.seen])
        await news.press("escape")
        assert news.message == "Stopped; nothing was changed."
        await news.rest()
        assert news.focused() is news.pane
        (article,) = news.stand.lists.ids(ALL)
        assert not news.stand.texts.get(article).page_tried  # type: ignore[union-attr]


async def test_articles_of_a_feed_so_marked_are_completed_unopened(
    tmp_path: Path, server: WebServer
) -> None:
    server.page("/a.html", PAGE)
    feed_of(tmp_path, server, "/a.html", "Il ministro ha parlato…")
    async with newsstand(tmp_path, offline=False) as news:
        await news.press("X")
        assert news.message == "Il Giornale: articles are completed from their pages."
        await news.press("R")
        (article,) = news.stand.lists.ids(ALL)
        await news.until(lambda: news.stand.texts.get(article).from_page)  # type: ignore[union-attr]
        await news.press("X")
        assert news.message == "Il Giornale: articles are no longer completed."


async def test_the_place_in_an_article_is_kept(tmp_path: Path) -> None:
    filled(tmp_path, 1).close()
    async with newsstand(tmp_path) as news:
        await news.press("enter", "full_stop", "full_stop")
        assert news.cursor == 2
        await news.press("J")
        assert news.cursor == 0
        await news.press("K")
        assert news.cursor == 2
    async with newsstand(tmp_path) as again:
        await again.press("enter")
        assert again.cursor == 2


async def test_what_is_found_in_an_article_can_be_searched_for(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    async with newsstand(tmp_path) as news:
        await news.press("enter")
        await news.rest()
        await news.press("J")
        await news.rest()
        assert len(news.stand.search.ids("speaker:rossi")) == 1
        assert len(news.stand.search.ids("date:2024-06-24")) == 1


async def test_the_links_of_an_article_are_listed_and_opened(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    async with newsstand(tmp_path) as news:
        opened: list[str] = []
        news.app.open_url = opened.append  # type: ignore[method-assign,assignment]
        footer = news.screen.query_one(Footer)
        assert "V 1 link" not in footer.render_line(0).text
        await news.press("enter")
        footer.message = ""
        assert "Esc list  V 1 link  n unread" in footer.render_line(0).text
        await news.press("V")
        assert isinstance(news.top(), Choose)
        await news.press("enter")
        assert [url.rpartition(".")[2] for url in opened] == ["jpg"]
        await news.press("o")
        assert opened[-1].startswith("http://giornale0.example/")
