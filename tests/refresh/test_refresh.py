"""A refresh asks politely, takes what is new, and says why a feed fails."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pytest

from tests.support.feeds import RSS, item, refresh, rss, take
from tests.support.web_server import Exchange, WebServer, hang, redirect_to
from tui.library.kinds import Link, Place
from tui.refresh.pace import interval

ALL = Place("all")


def test_articles_come_once_and_are_asked_for_conditionally(tmp_path: Path) -> None:
    def answer(exchange: Exchange) -> None:
        body = rss([item(n) for n in range(3)]).encode()
        if exchange.handler.headers.get("If-None-Match") == '"v1"':
            exchange.head(304, {"ETag": '"v1"', "Content-Length": "0"})
            return
        exchange.head(200, {"Content-Type": RSS, "ETag": '"v1"', "Content-Length": str(len(body))})
        exchange.write(body)

    with WebServer() as server:
        stand = take(tmp_path, server.on("/f.xml", answer))
        first = refresh(tmp_path)
        assert (first.status, first.complaints) == (0, [])
        assert first.out.splitlines()[-1] == "3 new articles from 1 feed"
        assert refresh(tmp_path).out == "0 new articles from 1 feed\n"
        assert [headers.get("if-none-match") for _, headers in server.seen] == [None, '"v1"']
        assert all("edicola/" in headers["user-agent"] for _, headers in server.seen)
    heads = stand.lists.headlines(stand.lists.ids(ALL))
    assert [head.title for head in heads] == [f"Il governo decide la cosa {n}" for n in (2, 1, 0)]
    assert {head.source for head in heads} == {"Il Giornale"}
    assert {head.language for head in heads} == {"it"}
    (feed,) = stand.feeds.all()
    assert feed.due is not None
    assert feed.checked is not None
    assert 15 * 60 <= feed.due - feed.checked <= 24 * 3600


def test_only_feeds_whose_time_has_come_are_asked_from_cron(tmp_path: Path) -> None:
    with WebServer() as server:
        take(tmp_path, server.page("/f.xml", rss([item(1)]), RSS))
        refresh(tmp_path)
        refresh(tmp_path, "--due")
        assert len(server.seen) == 1


def test_a_server_that_asks_to_be_left_alone_is(tmp_path: Path) -> None:
    def busy(exchange: Exchange) -> None:
        exchange.head(429, {"Retry-After": "7200", "Content-Length": "0"})

    with WebServer() as server:
        stand = take(tmp_path, server.on("/f.xml", busy))
        assert "too many requests" in refresh(tmp_path).err
        refresh(tmp_path)
        assert len(server.seen) == 1
    (feed,) = stand.feeds.all()
    assert feed.due is not None
    assert feed.checked is not None
    assert feed.due - feed.checked >= 7_000


def test_a_feed_that_fails_says_why_and_since_when_and_others_come(tmp_path: Path) -> None:
    with WebServer() as server:
        gone = server.url("/gone.xml")
        stand = take(tmp_path, gone, server.page("/f.xml", rss([item(1)]), RSS))
        done = refresh(tmp_path)
        assert done.status == 0
        (told,) = done.complaints
        assert "no such page (404)" in told
        assert "1 new article from 2 feeds, 1 failed" in done.out
        failing = stand.feeds.by_url(gone)
        assert failing is not None
        assert failing.failing_since is not None
        server.page("/gone.xml", rss([item(2)]), RSS)
        refresh(tmp_path)
    mended = stand.feeds.by_url(gone)
    assert mended is not None
    assert (mended.failing_since, mended.reason) == (None, "")


def test_hosts_that_hang_and_bodies_without_end_are_left(tmp_path: Path) -> None:
    with WebServer() as server:

        def endless(exchange: Exchange) -> None:
            exchange.head(200, {"Content-Type": RSS, "Connection": "close"})
            while not exchange.server.closing.is_set():
                exchange.write(b"<rss>" + b"x" * 1_000_000)

        stand = take(
            tmp_path,
            server.on("/hang", hang),
            server.on("/endless", endless),
            server.page("/f.xml", rss([item(1)]), RSS),
        )
        done = refresh(tmp_path)
    reasons = " ".join(done.complaints)
    assert "silent for 1 seconds" in reasons
    assert "more than 20 MB" in reasons or "not complete after" in reasons
    assert len(stand.lists.ids(ALL)) == 1


def test_a_redirect_to_a_file_or_into_a_private_network_is_refused(tmp_path: Path) -> None:
    with WebServer() as server, WebServer() as inner:
        secret = inner.page("/secret.xml", rss([item(1)]), RSS)
        typed = server.url("/away").replace("127.0.0.1", "localhost")
        server.on("/away", redirect_to(secret))
        stand = take(tmp_path, typed, server.on("/file", redirect_to("file:///etc/passwd")))
        reasons = refresh(tmp_path).err
        assert "private network" in reasons
        assert "only http and https are followed" in reasons
        assert not inner.seen
        assert not stand.lists.ids(ALL)


def test_a_truncated_entry_is_completed_from_its_page(tmp_path: Path) -> None:
    from tests.support.reading import places
    from tui.refresh.child import Job

    words = "Il ministro ha parlato alla Camera e ha detto molte cose importanti al Paese. " * 6
    with WebServer() as server:
        page = server.page(
            "/a.html", f"<html><body><article><h1>T</h1><p>{words}</p><p>{words}x</p></article>"
        )
        feed = server.page("/f.xml", rss([item(1, link=page, description="Il ministro…")]), RSS)
        stand = take(tmp_path, feed)
        refresh(tmp_path)
        (article,) = stand.lists.ids(ALL)
        assert stand.texts.get(article).truncated  # type: ignore[union-attr]
        (told,) = list(Job(places(tmp_path), {"job": "page", "article": article}))
    assert told["state"] == "better"
    kept = stand.texts.get(article)
    assert kept is not None
    assert kept.from_page
    assert "molte cose importanti" in kept.text.words
    assert stand.texts.swap(article)
    assert stand.texts.get(article).text.words == "Il ministro…"  # type: ignore[union-attr]


def test_feeds_so_marked_are_completed_without_being_asked(tmp_path: Path) -> None:
    words = "Il ministro ha parlato alla Camera e ha detto molte cose importanti al Paese. " * 6
    with WebServer() as server:
        page = server.page("/a.html", f"<html><body><article><p>{words}</p><p>{words}</p>")
        feed = server.page("/f.xml", rss([item(1, link=page)]), RSS)
        stand = take(tmp_path, feed)
        stand.feeds.set_full_text(stand.feeds.all()[0].id, True)
        assert refresh(tmp_path).status == 0
    (article,) = stand.lists.ids(ALL)
    assert stand.texts.get(article).from_page  # type: ignore[union-attr]
    assert stand.search.ids("importanti").tolist() == [article]


def test_an_address_is_asked_for_its_feeds(tmp_path: Path) -> None:
    from tests.support.command_line import edicola

    head = "<link rel=alternate type=application/rss+xml title='Notizie' href=/f.xml>"
    with WebServer() as server:
        server.page("/f.xml", rss([item(1)]), RSS)
        page = server.page("/", f"<html><head>{head}</head><body>x</body></html>")
        done = edicola(tmp_path, "feeds", "add", page, "--folder", "Italia")
        assert (done.status, done.complaints) == (0, [])
        assert "/f.xml is added" in done.out
        none = edicola(tmp_path, "feeds", "add", server.page("/no", "<html><body>x"))
        assert none.status == 1
        assert "neither a feed nor a page that announces one" in none.err
        assert refresh(tmp_path).out.endswith("1 new article from 1 feed\n")
    listed = edicola(tmp_path, "feeds", "list", "--json")
    facts = json.loads(listed.out)
    assert (facts["title"], facts["folder"], facts["unread"]) == ("Il Giornale", "Italia", 1)
    told = json.loads(edicola(tmp_path, "unread", "--json").out)
    assert (told["unread"], told["failing"]) == (1, 0)
    assert edicola(tmp_path, "unread").out == "1\n"
    found = edicola(tmp_path, "search", "governo")
    assert "Il governo decide" in found.out
    assert edicola(tmp_path, "search", "niente").status == 1


def test_what_belongs_to_an_article_is_kept_as_links(tmp_path: Path) -> None:
    sound = '<enclosure url="/puntata.mp3" type="audio/mpeg" length="12345678"/>'
    bad = '<enclosure url="javascript:alert(1)" type="audio/mpeg" length="-1"/>'
    crowd = "".join(f'<enclosure url="/{n}.pdf" type="application/pdf"/>' for n in range(500))
    text = item(1, description=escape('<p>Testo.</p><img src="/foto.jpg" alt="Il ponte">'))
    text = text.replace("</item>", f"{sound}{bad}{sound}{crowd}</item>")
    with WebServer() as server:
        stand = take(tmp_path, server.page("/f.xml", rss([text]), RSS))
        assert refresh(tmp_path).status == 0
        assert len(server.seen) == 1
    (number,) = stand.lists.ids(ALL)
    kept = stand.texts.get(number)
    assert kept is not None
    sounds = [link for link in kept.links if link.kind == "audio"]
    assert sounds == [Link("audio", "https://giornale.example/puntata.mp3", "", 12345678)]
    assert len(kept.links) <= 40


def test_offline_nothing_is_asked(tmp_path: Path) -> None:
    with WebServer() as server:
        take(tmp_path, server.page("/f.xml", rss([item(1)]), RSS))
        done = refresh(tmp_path, "--offline")
        assert done.status == 1
        assert "offline" in done.err
        assert not server.seen


def test_many_new_feeds_are_shared_between_processes_and_all_come(tmp_path: Path) -> None:
    with WebServer() as server:
        addresses = [
            server.page(f"/{n}.xml", rss([item(k, f"{n}-") for k in range(3)]), RSS)
            for n in range(24)
        ]
        stand = take(tmp_path, *addresses)
        assert "72 new articles from 24 feeds" in refresh(tmp_path).out
        assert len(server.seen) == 24
    assert stand.lists.unread() == 72


def test_a_host_is_asked_by_two_at_a_time(tmp_path: Path) -> None:
    lock, busy = threading.Lock(), [0, 0]

    def answer(exchange: Exchange) -> None:
        with lock:
            busy[0] += 1
            busy[1] = max(busy)
        exchange.server.closing.wait(0.1)
        with lock:
            busy[0] -= 1
        exchange.reply(200, rss([item(1, exchange.handler.path[1:])]).encode(), RSS)

    with WebServer() as server:
        # Another name of this machine: of a server of its own users it is not asked so gently.
        names = [server.on(f"/{n}.xml", answer).replace("127.0.0.1", "0.0.0.0") for n in range(8)]
        stand = take(tmp_path, *names)
        assert refresh(tmp_path).complaints == []
    assert len(stand.lists.ids(ALL)) == 8
    assert busy == [0, 2]


@pytest.mark.parametrize(
    ("hours", "failures", "wait"),
    [((), 0, 1), ((0, 6, 12, 18), 0, 3), ((0, 0.01, 0.02), 0, 0.25), ((0, 900), 0, 24),
     ((0, 6, 12), 1, 6), ((0, 6, 12), 30, 24), ((5,), 0, 1)],
)  # fmt: skip
def test_a_feed_is_asked_as_often_as_it_has_something_to_say(
    hours: Sequence[float], failures: int, wait: float
) -> None:
    assert interval([int(3600 * hour) for hour in hours], failures) == wait * 3600
