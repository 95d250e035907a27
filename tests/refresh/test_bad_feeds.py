"""Hundreds of malformed and hostile feeds: each gives articles or one line that says why not."""

from __future__ import annotations

from pathlib import Path

from tests.support.feeds import RSS, bad_feeds, item, refresh, rss, take
from tests.support.web_server import WebServer
from tui.library.kinds import Place
from tui.sanitize import sanitize, sanitize_line


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
        assert feed.checked is not None, feed.url
        assert feed.reason == "" or feed.reason.isprintable()
        assert len(feed.reason) < 400
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
        many = server.page("/many.xml", rss([item(n, "many") for n in range(3_000)]), RSS)
        huge = server.page("/huge.xml", b"<rss>" + b"x" * 50_000_000, RSS)
        stand = take(tmp_path, many, huge)
        done = refresh(tmp_path)
    assert "more than 20 MB" in done.err
    assert stand.feeds.by_url(many).total == 2_000  # type: ignore[union-attr]
