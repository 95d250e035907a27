"""Hundreds of malformed and hostile feeds: each gives articles or one line that says why not."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from tests.support.feeds import RSS, bad_feeds, item, refresh, rss, take
from tests.support.web_server import WebServer
from tui.library.kinds import Place
from tui.sanitize import sanitize, sanitize_line

EMPTY = ("no-items", "no-channel")
"""Feeds that are as they should be, with nothing in them."""


def test_no_feed_breaks_a_refresh_or_leaves_codes_behind(tmp_path: Path) -> None:
    with WebServer() as server:
        bad = {server.page(f"/{name}.xml", body, kind): name for name, body, kind in bad_feeds()}
        assert len(bad) >= 300
        good = server.page("/good.xml", rss([item(n, "good") for n in range(5)]), RSS)
        stand = take(tmp_path, *bad, good)
        done = refresh(tmp_path)
        assert done.status == 0
        assert all("\x1b" not in line and line.isprintable() for line in done.complaints)
        asked = {path for path, _ in server.seen}
        assert len(asked) == len(bad) + 1, done.complaints[-3:]
    assert not stand.intake.pending()
    for feed in stand.feeds.all():
        name = bad.get(feed.url, "")
        assert feed.checked is not None, name
        assert feed.reason == "" or feed.reason.isprintable()
        assert len(feed.reason) < 400
        assert "object has no" not in feed.reason
        assert bool(feed.total) != bool(feed.reason) or name.startswith(EMPTY), name
        assert feed.total or not name.startswith("moment-"), feed.reason
    kept = [stand.texts.get(number) for number in stand.lists.ids(Place("all"))]
    assert len(kept) > 90
    assert sum(feed.total > 0 for feed in stand.feeds.all()) > 130
    for article in kept:
        assert article is not None
        head = article.headline
        assert sanitize_line(head.title) == head.title
        assert len(head.title) <= 500
        assert sanitize_line(head.source) == head.source
        assert sanitize(article.text.words) == article.text.words
        assert head.link == "" or head.link.startswith(("http://", "https://"))
        assert all(link.url.startswith(("http://", "https://")) for link in article.links)
        assert "root:" not in article.text.words
        assert "<script" not in article.text.words
    assert stand.feeds.by_url(good).total == 5  # type: ignore[union-attr]


def test_a_feed_of_ten_thousand_entries_is_taken_in_part_and_a_huge_one_refused(
    tmp_path: Path,
) -> None:
    with WebServer() as server:
        many = server.page("/many.xml", rss([item(n, "many") for n in range(10_000)]), RSS)
        huge = server.page("/huge.xml", b"<rss>" + b"x" * 50_000_000, RSS)
        stand = take(tmp_path, many, huge)
        done = refresh(tmp_path)
    assert "more than 20 MB" in done.err
    assert stand.feeds.by_url(many).total == 2_000  # type: ignore[union-attr]


def test_what_a_feed_names_from_outside_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("parola segreta")
    with WebServer() as server:
        inner = server.page("/inner", b"dal server", "text/plain")
        outside = f'<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y SYSTEM "{inner}">'
        outside += f'<!ENTITY % z SYSTEM "{inner}?z">%z;'
        style = f'<?xml-stylesheet href="{inner}?style"?>'
        for number, said in enumerate(("&x; &y;", escape(f"<img src='{inner}?img'>&x;"))):
            text = rss([item(1, f"o{number}", title=said, description=said)])
            doctype = f'?>{style}<!DOCTYPE rss SYSTEM "{inner}?dtd" [{outside}]><rss'
            server.page(f"/{number}.xml", text.replace("?><rss", doctype).encode(), RSS)
        stand = take(tmp_path, server.url("/0.xml"), server.url("/1.xml"))
        assert refresh(tmp_path).status == 0
        assert {path for path, _ in server.seen} == {"/0.xml", "/1.xml"}
    for number in stand.lists.ids(Place("all")):
        article = stand.texts.get(number)
        assert article is not None
        assert "segreta" not in article.headline.title + article.text.words
    assert all(feed.total or feed.reason for feed in stand.feeds.all())


def json_feed(text: str = "ciao a tutti", **more: str) -> bytes:
    """A JSON Feed of one entry, with what only JSON can spell."""
    entry = {"id": "1", "title": "T", "content_html": text, "url": "https://a.example/j", **more}
    told = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [entry]}
    return json.dumps(told).encode()


def test_a_feed_that_no_database_can_keep_holds_up_no_other(tmp_path: Path) -> None:
    crowd = "<item " + " ".join(f"a{n}='1'" for n in range(60_000)) + ">"
    bad = {
        "id": json_feed(id="a\ud800"),
        "title": json_feed(title="\udfffb"),
        "text": json_feed("a\ud800b"),
        "bytes": json_feed(title="QQ").replace(b"QQ", b"\xed\xa0\x80"),
        "number": json_feed("prima &#" + "9" * 5_000 + "; dopo"),
        "open": json_feed("<a" * 300_000),
        "crowd-16": rss([item(1)])
        .replace("<item>", crowd)
        .replace("UTF-8", "utf-16")
        .encode("utf-16"),
        "crowd": rss([item(1)]).replace("<item>", crowd).encode(),
        "no-id": rss([item(1, guid="", link="")]).encode(),
    }
    with WebServer() as server:
        kind = {name: RSS if body[:1] == b"<" else "application/json" for name, body in bad.items()}
        urls = [server.page(f"/{name}", body, kind[name]) for name, body in bad.items()]
        good = server.page("/good.xml", rss([item(n, "good") for n in range(5)]), RSS)
        stand = take(tmp_path, *urls, good)
        done = refresh(tmp_path)
    assert done.status == 0
    assert all(line.startswith("edicola: ") for line in done.complaints)
    for feed in stand.feeds.all():
        assert feed.checked is not None, feed.url
        assert feed.total or feed.reason, feed.url
    assert not stand.intake.pending()
    assert stand.feeds.by_url(good).total == 5  # type: ignore[union-attr]


def test_the_site_of_a_feed_is_an_address_of_the_web(tmp_path: Path) -> None:
    site = "<link>https://giornale.example/</link>"
    with WebServer() as server:
        for number, bad in enumerate(("javascript:alert(1)", "file:///etc/passwd")):
            body = rss([item(1)]).replace(site, f"<link>{bad}</link>", 1)
            server.page(f"/{number}.xml", body, RSS)
        stand = take(tmp_path, server.url("/0.xml"), server.url("/1.xml"))
        assert refresh(tmp_path).status == 0
    assert [feed.site for feed in stand.feeds.all()] == ["", ""]
