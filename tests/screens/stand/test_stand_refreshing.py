"""Refreshing from the screen, against a real server: progress, stopping, what failures say."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.support.feeds import QUICK, RSS, item, rss, take
from tests.support.greader_server import Item, ReaderServer
from tests.support.newsstand import filled, newsstand
from tests.support.reading import places, settings
from tests.support.web_server import Exchange, WebServer, hang
from tui.library.kinds import Place
from tui.refresh.lock import only_one
from tui.screens.choosing import Choose
from tui.screens.stand.columns import StandHeadlines

PATIENT = "[sources]\nread_seconds = 60\ntotal_seconds = 60\n"
"""Settings under which a server that hangs is waited for longer than any test."""


async def test_what_comes_is_listed_while_other_feeds_are_still_asked(tmp_path: Path) -> None:
    wait = threading.Event()
    with WebServer() as server:

        def late(exchange: Exchange) -> None:
            wait.wait(20)
            exchange.reply(200, rss([item(9)], "Il Lento").encode(), RSS)

        settings(tmp_path, PATIENT)
        first = server.page("/f.xml", rss([item(n) for n in range(3)]), RSS)
        take(tmp_path, first, server.on("/slow.xml", late))
        async with newsstand(tmp_path, offline=False) as news:
            assert "Nothing has come yet." in news.titles()
            assert "R  asks the feeds for their articles" in news.titles()
            await news.press("ctrl+r")
            assert news.message == "Refreshing 2 feeds … ^R stops"
            await news.until(lambda: "cosa 2" in news.titles())
            assert "…" in news.feeds()
            await news.press("j", "enter")
            assert news.screen.document is not None
            wait.set()
            await news.until(lambda: news.message.startswith("4 new articles from 2 feeds."))
            assert "…" not in news.feeds()
            assert "Il Lento" in news.feeds()


async def test_a_refresh_is_stopped_and_what_came_is_kept(tmp_path: Path) -> None:
    with WebServer() as server:
        good = server.page("/f.xml", rss([item(n) for n in range(3)]), RSS)
        settings(tmp_path, PATIENT)
        stand = take(tmp_path, good, server.on("/hang", hang))
        async with newsstand(tmp_path, offline=False) as news:
            await news.press("ctrl+r")
            await news.until(lambda: stand.lists.unread() == 3)
            await news.press("R")
            assert news.message == "A refresh is under way. ^R stops it"
            await news.press("ctrl+r")
            await news.until(lambda: news.message == "Stopped. 3 new articles from 1 feed.")
            await news.rest()
            assert "cosa 2" in news.titles()
            await news.press("H")
            told = "None fails: 1 feed answered when last asked. 1 feed not asked yet"
            assert news.message == told


async def test_the_health_view_says_why_and_since_when_and_asks_again(tmp_path: Path) -> None:
    with WebServer() as server:
        gone = server.url("/gone.xml")
        stand = take(tmp_path, gone, server.page("/f.xml", rss([item(1)]), RSS))
        async with newsstand(tmp_path, offline=False) as news:
            await news.press("H")
            assert news.message == "No feed was asked yet. ^R asks them"
            await news.press("ctrl+r")
            await news.until(lambda: "1 failed: H says why" in news.message)
            assert "!" in news.feeds()
            await news.rest()
            await news.press("H")
            shown = news.top()
            assert isinstance(shown, Choose)
            (line,) = shown._choices.values()
            assert line.startswith(f"{gone}: there is no such page (404)")
            assert "(since " in line
            server.page("/gone.xml", rss([item(2)], "Ritrovato"), RSS)
            await news.press("enter")
            await news.until(lambda: news.message.startswith("1 new article from 1 feed."))
            await news.press("H")
            assert news.message == "None fails: 2 feeds answered when last asked."
        assert not any(feed.reason for feed in stand.feeds.all())


async def test_r_asks_the_feed_or_folder_that_is_listed_and_no_other(tmp_path: Path) -> None:
    with WebServer() as server:
        stand = take(tmp_path, *(server.page(f"/{n}.xml", rss([]), RSS) for n in range(3)))
        one, two, _ = stand.feeds.all()
        stand.feeds.move(two.id, "Esteri")
        async with newsstand(tmp_path, offline=False) as news:
            for place in (Place("feed", feed=one.id), Place("folder", "Esteri")):
                news.screen.go_to_place(place)
                await news.press("R")
                await news.until(lambda: news.message.startswith("0 new articles from 1 feed."))
                await news.rest()
        assert [path for path, _ in server.seen] == ["/0.xml", "/1.xml"]


async def test_the_saved_shelf_and_an_empty_newsstand_are_not_refreshed(tmp_path: Path) -> None:
    async with newsstand(tmp_path, offline=False) as news:
        for key in ("ctrl+r", "H"):
            await news.press(key)
            assert news.message == "There are no feeds yet. a adds some"
        await news.press("enter")
        await news.until(lambda: news.screen.document is not None)
        await news.press("escape")
        (saved,) = news.stand.feeds.all()
        news.screen.go_to_place(Place("feed", feed=saved.id))
        await news.press("R")
        assert "not refreshed" in news.message


async def test_reading_goes_on_at_its_place_while_articles_come(tmp_path: Path) -> None:
    filled(tmp_path, 1).close()
    settings(tmp_path, QUICK)
    with WebServer() as server:
        many = [item(n, pubDate="Mon, 24 Nov 2025 10:00:00 +0000") for n in range(30)]
        take(tmp_path, server.page("/f.xml", rss(many), RSS)).close()
        async with newsstand(tmp_path, offline=False) as news:
            await news.press("j", "j")
            chosen = news.screen.headline_list.selected
            await news.press("ctrl+r")
            await news.until(lambda: "30 new articles" in news.message)
            assert news.screen.headline_list.selected == chosen
            assert isinstance(news.focused(), StandHeadlines)


async def test_while_another_program_refreshes_it_says_so(tmp_path: Path) -> None:
    with WebServer() as server:
        take(tmp_path, server.page("/f.xml", rss([item(1)]), RSS))
        with only_one(places(tmp_path).data) as alone:
            assert alone
            async with newsstand(tmp_path, offline=False) as news:
                await news.press("ctrl+r")
                await news.until(lambda: news.message == "another refresh is under way")
                await news.rest()
                assert server.seen == []


async def test_marks_set_on_the_screen_reach_the_server_and_its_own_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDICOLA_SYNC_PASSWORD", "segreta")
    with ReaderServer() as server:
        stream = server.feed(7)
        server.items = [Item(2**62 + n, stream, f"Titolo {n}") for n in range(5)]
        settings(tmp_path, f'[sync]\naddress = "{server.site}"\nuser = "anna"\n')
        async with newsstand(tmp_path, offline=False) as news:
            await news.press("ctrl+r")
            await news.until(lambda: news.message.startswith("5 new articles from 1 feed."))
            assert "Giornale 7" in news.feeds()
            await news.rest()
            await news.press("s", "j", "enter")
            server.items[0].read = True
            await news.press("ctrl+r")
            await news.until(lambda: server.items[4].starred and server.items[3].read)
            await news.until(lambda: news.stand.lists.unread() == 3)
            await news.rest()


async def test_what_a_server_did_not_do_is_said_and_the_feed_it_did_not_take_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDICOLA_SYNC_PASSWORD", "segreta")
    with ReaderServer() as server:
        stream = server.feed(7, "")
        server.items = [Item(2**62 + n, stream, f"Titolo {n}") for n in range(5)]
        settings(tmp_path, f'[sync]\naddress = "{server.site}"\nuser = "anna"\n')
        stand = filled(tmp_path, 1)
        (mine,) = stand.feeds.all()
        server.refused = {mine.url: 500, "edit": 500}
        async with newsstand(tmp_path, offline=False) as news:
            await news.press("ctrl+r")
            await news.until(lambda: news.message.endswith("from 2 feeds. 1 failed: H says why"))
            await news.rest()
            assert [feed.url for feed in stand.feeds.all()].count(mine.url) == 1
            await news.press("H")
            shown = news.top()
            assert isinstance(shown, Choose)
            (line,) = shown._choices.values()
            assert "did not take this feed: it answered 500" in line
            await news.press("escape")
            (other,) = [feed for feed in stand.feeds.all() if feed.url != mine.url]
            stand.feeds.rename(other.id, "Nome mio")
            await news.press("ctrl+r")
            await news.until(lambda: "(1 of 2, any key goes on)" in news.message)
            await news.press("j")
            assert "did not rename Giornale 7: it answered 500" in news.message
            await news.rest()
            assert "Giornale 7" in news.feeds()
