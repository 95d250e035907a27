"""Articles come from the server, marks go both ways; what was done offline is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.greader_server import Item, ReaderServer
from tests.support.reading import places
from tests.support.syncing import ALL, configured, filled, meet
from tui.library import Newsstand, kinds
from tui.library.kinds import Incoming, NewFeed, Text


@pytest.mark.parametrize("base", ["/api/greader.php", ""], ids=["freshrss", "miniflux"])
def test_feeds_and_articles_come_with_their_marks(tmp_path: Path, base: str) -> None:
    with ReaderServer(base, page=2) as server:
        filled(server)
        server.items[0].read = True
        server.items[1].starred = True
        stand = configured(tmp_path, server.site)
        done = meet(tmp_path)
        assert (done.status, done.complaints) == (0, [])
        assert "5 new articles from 1 feed" in done.out
        assert "0 new articles" in meet(tmp_path).out
    (feed,) = stand.feeds.all()
    assert (feed.title, feed.folder, feed.unread, feed.total) == ("Giornale 7", "Italia", 4, 5)
    heads = {head.title: head for head in stand.lists.headlines(stand.lists.ids(ALL))}
    assert heads["Titolo 0"].read
    assert heads["Titolo 1"].starred
    assert heads["Titolo 2"].language == "it"


def test_marks_go_both_ways(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        configured(tmp_path, server.site).close()
        meet(tmp_path)
        stand = Newsstand(places(tmp_path).newsstand)
        newest, second, *_ = stand.lists.ids(ALL)
        stand.marks.set(newest, "read", True)
        stand.marks.set(second, "starred", True)
        server.items[0].read = True
        meet(tmp_path)
        assert server.items[4].read
        assert server.items[3].starred
        assert stand.lists.headlines(stand.lists.ids(ALL))[-1].read
        assert not stand.outbox.changes()
        server.items[4].read = False
        meet(tmp_path)
        assert not stand.lists.headlines([newest])[0].read


def test_marks_that_the_server_fails_to_take_wait(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        configured(tmp_path, server.site).close()
        meet(tmp_path)
        stand = Newsstand(places(tmp_path).newsstand)
        stand.marks.mark_all(ALL, "all", "all")
        server.refused = {"edit-tag": 500}
        done = meet(tmp_path)
        assert "answered 500; changes that wait for the next time: 5" in done.complaints[0]
        assert stand.lists.unread() == 0
        server.refused = {}
        meet(tmp_path)
        assert all(item.read for item in server.items)


def test_a_mark_that_is_set_on_both_sides_is_not_told(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        configured(tmp_path, server.site).close()
        meet(tmp_path)
        stand = Newsstand(places(tmp_path).newsstand)
        stand.marks.mark_all(ALL, "all", "all")
        (*_, oldest) = stand.lists.ids(ALL)
        stand.marks.set(oldest, "starred", True)
        for item in server.items[:2]:
            item.read = item.starred = True
        meet(tmp_path)
        assert all(item.read for item in server.items)
        assert [item.starred for item in server.items] == [True, True, False, False, False]


def test_what_comes_to_the_server_during_a_meeting_is_unread(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        stand = configured(tmp_path, server.site)
        lists: list[str] = []

        def one_more(call: str) -> None:
            lists.extend([call] if call == "stream/items/ids" else [])
            if len(server.items) == 4 + len(lists) < 8:
                number = 2**62 + len(server.items)
                server.items.append(Item(number, server.items[0].stream, f"Titolo {number}"))

        server.on_call = one_more
        meet(tmp_path)
        assert len(lists) == 3
        assert stand.lists.unread() == len(stand.lists.ids(ALL)) > 5


def test_what_was_done_offline_is_told_once_even_when_the_line_breaks(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        configured(tmp_path, server.site).close()
        meet(tmp_path)
        stand = Newsstand(places(tmp_path).newsstand)
        (feed,) = stand.feeds.all()
        stand.feeds.rename(feed.id, "Nome mio")
        stand.feeds.move(feed.id, "Esteri")
        stand.feeds.add([NewFeed("https://altro.example/f", "Altro", "Esteri")])
        stand.marks.mark_all(ALL, "all", "all")
        server.cut_after = 2
        broken = meet(tmp_path)
        assert broken.status == 1
        assert "wait for the next time" in broken.complaints[0]
        assert stand.outbox.changes()
        server.cut_after = None
        assert meet(tmp_path).status == 0
        told = [(call, dict(form).get("ac")) for call, form in server.written]
        assert told == [
            ("subscription/edit", "edit"),
            ("subscription/edit", "edit"),
            ("subscription/edit", "subscribe"),
            ("edit-tag", None),
        ]
        assert all(item.read for item in server.items)
        assert {f["title"]: f["folder"] for f in server.feeds.values()} == {
            "Nome mio": "Esteri",
            "Altro": "Esteri",
        }
        assert not stand.outbox.changes()
        assert len(stand.feeds.all()) == 2


def test_marks_from_before_there_was_a_server_are_kept_and_told_to_it(tmp_path: Path) -> None:
    with ReaderServer() as server:
        stream = server.feed(7)
        found = places(tmp_path)
        stand = Newsstand(found.newsstand)
        (feed,) = stand.feeds.add([NewFeed(server.feeds[stream]["url"])])
        links = [f"https://giornale.example/{n}" for n in range(4)]
        entries = [
            Incoming(f"e{n}", f"Titolo {n}", Text("Il testo.", "b"), link=link)
            for n, link in enumerate(links)
        ]
        stand.intake.receive([(feed.id, kinds.Outcome("ok"), entries)])
        last, third, *_ = stand.lists.ids(ALL)
        stand.marks.set(last, "starred", True)
        stand.marks.set(third, "read", True)
        server.items = [
            Item(2**62 + n, stream, f"Titolo {n}", extra={"canonical": [{"href": link}]})
            for n, link in enumerate(links)
        ]
        server.items[0].read = True
        configured(tmp_path, server.site).close()
        meet(tmp_path)
        heads = stand.lists.headlines(stand.lists.ids(ALL))
        assert [(head.read, head.starred) for head in heads] == [
            (False, True), (True, False), (False, False), (True, False)
        ]  # fmt: skip
        meet(tmp_path)
        assert [(item.read, item.starred) for item in server.items] == [
            (True, False), (False, False), (True, False), (False, True)
        ]  # fmt: skip
        assert stand.lists.unread() == 2


def test_an_article_of_two_feeds_is_read_when_one_of_them_says_so(tmp_path: Path) -> None:
    with ReaderServer() as server:
        link = {"canonical": [{"href": "https://agenzia.example/1"}]}
        server.items = [
            Item(2**62 + n, server.feed(n), "La stessa notizia", extra=link) for n in (1, 2)
        ]
        stand = configured(tmp_path, server.site)
        meet(tmp_path)
        assert stand.lists.unread() == 1
        server.items[1].read = True
        for _ in range(3):
            meet(tmp_path)
            assert stand.lists.unread() == 0


def test_a_change_is_not_overruled_by_the_server_before_it_was_told(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        configured(tmp_path, server.site).close()
        meet(tmp_path)
        stand = Newsstand(places(tmp_path).newsstand)
        stand.marks.mark_all(ALL, "all", "all")
        server.fault = (503, {"Retry-After": "60"})
        done = meet(tmp_path)
        assert "busy; try again in 60 seconds" in done.complaints[0]
        assert stand.lists.unread() == 0
        server.fault = None
        meet(tmp_path)
        assert all(item.read for item in server.items)


def test_marks_set_while_there_was_no_server_for_a_time_are_told_to_it(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        stand = configured(tmp_path, server.site)
        meet(tmp_path)
        settings = places(tmp_path).settings
        chosen = settings.read_text()
        settings.write_text("")
        meet(tmp_path)
        newest, *_ = stand.lists.ids(ALL)
        stand.marks.set(newest, "read", True)
        settings.write_text(chosen)
        meet(tmp_path)
        meet(tmp_path)
        assert stand.lists.headlines([newest])[0].read
        assert [item.read for item in server.items] == [False] * 4 + [True]
        assert len(stand.lists.ids(ALL)) == 5
