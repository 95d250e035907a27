"""Which feeds there are is the same here and on the server, and none is lost between the two."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.greader_server import Item, ReaderServer
from tests.support.reading import places
from tests.support.syncing import ALL, configured, filled, meet
from tui.library import Newsstand, kinds
from tui.library.kinds import Incoming, NewFeed, Text


def test_feeds_that_were_here_before_are_given_to_the_server_once(tmp_path: Path) -> None:
    with ReaderServer() as server:
        stand = configured(tmp_path, server.site)
        stand.feeds.add([NewFeed("https://mio.example/f", "Il mio", "Mia")])
        meet(tmp_path)
        assert [feed["title"] for feed in server.feeds.values()] == ["Il mio"]
        mine = next(iter(server.feeds))
        other = server.feed(7)
        del server.feeds[mine]
        meet(tmp_path)
        assert list(server.feeds) == [other]
        assert [feed.title for feed in stand.feeds.all()] == ["Giornale 7"]
        assert stand.marks.undo() == "1 feed removed on the server"
        meet(tmp_path)
        assert len(server.feeds) == len(stand.feeds.all()) == 2


def test_a_server_that_has_lost_its_feeds_takes_none_away(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        stand = configured(tmp_path, server.site)
        meet(tmp_path)
        server.feeds.clear()
        done = meet(tmp_path)
        assert "has no feeds any more; those here were left as they are" in done.complaints[0]
        (feed,) = stand.feeds.all()
        assert feed.unread == 5
        stand.feeds.remove([feed.id], "x")
        assert meet(tmp_path).complaints == []


@pytest.mark.parametrize("status", [400, 500], ids=["freshrss", "miniflux"])
def test_a_feed_that_the_server_does_not_take_stays_and_holds_nothing_up(
    tmp_path: Path, status: int
) -> None:
    with ReaderServer() as server:
        filled(server)
        stand = configured(tmp_path, server.site)
        dead = "https://spento.example/f"
        stand.feeds.add([NewFeed(dead), NewFeed("https://mio.example/f", "Il mio", "Mia")])
        server.refused = {dead: status}
        done = meet(tmp_path)
        assert done.status == 0
        (told,) = done.complaints
        assert f"did not take this feed: it answered {status}" in told
        assert "5 new articles from 2 feeds, 1 failed" in done.out
        assert {feed["title"] for feed in server.feeds.values()} == {"Giornale 7", "Il mio"}
        kept = stand.feeds.by_url(dead)
        assert kept is not None
        assert kept.failing_since
        stand.feeds.rename(kept.id, "Lo spento")
        assert meet(tmp_path, "--due").complaints == []
        assert stand.feeds.by_url(dead) is not None
        server.refused = {}
        assert meet(tmp_path).complaints == []
        assert {feed["title"] for feed in server.feeds.values()} == {
            "Giornale 7", "Il mio", "Lo spento"
        }  # fmt: skip
        kept = stand.feeds.by_url(dead)
        assert kept is not None
        assert not kept.failing_since
        assert not stand.outbox.changes()


def test_a_feed_that_the_server_has_under_another_address_stays_the_same(tmp_path: Path) -> None:
    with ReaderServer() as server:
        there = server.feed(7)
        server.leads = {"http://vecchio.example/f": "https://nuovo.example/feed"}
        stand = configured(tmp_path, server.site)
        first, second = stand.feeds.add(
            [NewFeed("http://giornale7.example/f.xml/"), NewFeed("http://vecchio.example/f")]
        )
        stand.intake.receive(
            [(second.id, kinds.Outcome("ok"), [Incoming("e1", "Uno", Text("Il testo.", "b"))])]
        )
        assert meet(tmp_path).complaints == []
        stand.feeds.rename(second.id, "Il vecchio")
        assert meet(tmp_path).complaints == []
        assert {feed.id: feed.url for feed in stand.feeds.all()} == {
            first.id: server.feeds[there]["url"],
            second.id: "https://nuovo.example/feed",
        }
        assert [call for call, _ in server.written] == ["subscription/edit"] * 2
        assert [feed["title"] for feed in server.feeds.values()] == ["Giornale 7", "Il vecchio"]
        server.feeds[there]["url"] = "https://trasferito.example/f"
        meet(tmp_path)
        assert {feed.id for feed in stand.feeds.all()} == {first.id, second.id}
        assert stand.marks.undo() is None
        assert stand.lists.unread() == 1


def test_a_change_that_the_server_refuses_is_told_and_not_tried_for_ever(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        stand = configured(tmp_path, server.site)
        meet(tmp_path)
        (feed,) = stand.feeds.all()
        stand.feeds.rename(feed.id, "Nome mio")
        server.refused = {"edit": 500}
        done = meet(tmp_path)
        assert done.status == 0
        (told,) = done.complaints
        assert "did not rename Giornale 7: it answered 500; it stays as it is there" in told
        assert [feed.title for feed in stand.feeds.all()] == ["Giornale 7"]
        assert meet(tmp_path).complaints == []


def test_what_is_added_or_removed_during_a_meeting_is_not_undone_by_it(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        configured(tmp_path, server.site).close()
        meet(tmp_path)
        stand = Newsstand(places(tmp_path).newsstand)
        (feed,) = stand.feeds.all()
        other = server.feed(8)
        met: list[str] = []

        def meanwhile(call: str) -> None:
            if call == "subscription/list" and not met:
                met.append(call)
                stand.feeds.add([NewFeed("https://mio.example/f")])
                stand.feeds.remove([feed.id])

        server.on_call = meanwhile
        meet(tmp_path)
        assert {each.title for each in stand.feeds.all()} == {
            "Giornale 8", "https://mio.example/f"
        }  # fmt: skip
        meet(tmp_path)
        assert other in server.feeds
        assert {each["title"] for each in server.feeds.values()} == {
            "Giornale 8", "https://mio.example/f"
        }  # fmt: skip


def test_another_server_is_not_taken_for_the_first(tmp_path: Path) -> None:
    def linked(number: int, stream: str, name: int, *, read: bool) -> Item:
        link = {"canonical": [{"href": f"https://giornale.example/{name}"}]}
        return Item(number, stream, f"Titolo {name}", read=read, extra=link)

    with ReaderServer() as first, ReaderServer() as second:
        at = first.feed(7)
        first.items = [linked(n, at, n, read=n == 1) for n in (1, 2, 3)]
        stand = configured(tmp_path, first.site)
        meet(tmp_path)
        newest, *_ = stand.lists.ids(ALL)
        stand.marks.set(newest, "starred", True)
        # The other one gives the same ids to other articles, and knows of nothing read.
        second.feeds = {at: first.feeds[at]}
        second.items = [linked(n, at, 4 - n, read=False) for n in (1, 2, 3)]
        settings = places(tmp_path).settings
        address = second.site.replace("127.0.0.1", "localhost")
        settings.write_text(f'[sync]\naddress = "{address}"\nuser = "anna"\n')
        meet(tmp_path)
        heads = {head.title: head for head in stand.lists.headlines(stand.lists.ids(ALL))}
        assert [heads[f"Titolo {n}"].read for n in (1, 2, 3)] == [True, False, False]
        meet(tmp_path)
        assert {item.title for item in second.items if item.read} == {"Titolo 1"}
        assert {item.title for item in second.items if item.starred} == {"Titolo 3"}
