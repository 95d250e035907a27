"""Feeds and marks go to a server and come from it; offline changes wait and are told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import Outcome, edicola
from tests.support.greader_server import Item, ReaderServer
from tests.support.reading import places
from tui.library import Newsstand, kinds
from tui.library.kinds import Incoming, NewFeed, Place, Text
from tui.refresh.child import Job
from tui.sync.client import item_id

ALL = Place("all")


def configured(home: Path, address: str) -> Newsstand:
    found = places(home)
    found.config.mkdir(parents=True)
    found.settings.write_text(f'[sync]\naddress = "{address}"\nuser = "anna"\n')
    return Newsstand(found.newsstand)


def meet(home: Path, password: str = "segreta") -> Outcome:
    return edicola(home, "refresh", extra={"EDICOLA_SYNC_PASSWORD": password})


def filled(server: ReaderServer, count: int = 5) -> None:
    stream = server.feed(7)
    server.items = [Item(2**62 + n, stream, f"Titolo {n}") for n in range(count)]


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


def test_a_wrong_password_and_a_wrong_address_are_said_in_a_line(tmp_path: Path) -> None:
    with ReaderServer() as server:
        configured(tmp_path, server.site).close()
        wrong = meet(tmp_path, "sbagliata")
        assert wrong.status == 1
        assert "does not know this name and password" in wrong.complaints[0]
        assert "sbagliata" not in wrong.err
    gone = meet(tmp_path)
    assert gone.status == 1
    assert len(gone.complaints) == 1


def test_a_token_that_has_expired_is_renewed(tmp_path: Path) -> None:
    from threading import Event

    from tui.sync.client import READ, Client

    with ReaderServer() as server:
        filled(server)
        client = Client(server.site, "anna", "segreta", Event())
        client.sign_in()
        ids = client.ids("user/-/state/com.google/reading-list")
        client.mark(ids[:1], READ, True)
        server.tokens += 1
        client.mark(ids[1:2], READ, True)
        assert [item.read for item in server.items] == [False, False, False, True, True]


@pytest.mark.parametrize(
    "raw",
    [b"", b"not json", b"[]", b'{"subscriptions": 5, "itemRefs": 5, "items": 5}',
     b'{"subscriptions": [5, {"id": 7, "url": {}, "categories": [5]}], "itemRefs": [{"id": {}}]}',
     b"[" * 100_000, b'{"x": "' + b"a" * 21_000_000 + b'"}'],
    ids=["empty", "text", "list", "numbers", "types", "deep", "large"],
)  # fmt: skip
def test_whatever_a_server_answers_there_is_one_line_and_nothing_lost(
    tmp_path: Path, raw: bytes
) -> None:
    with ReaderServer() as server:
        filled(server)
        stand = configured(tmp_path, server.site)
        meet(tmp_path)
        server.raw = raw
        done = meet(tmp_path)
        assert len(done.complaints) <= 1
    (feed,) = stand.feeds.all()
    assert (feed.unread, feed.total) == (5, 5)


def test_a_meeting_that_is_stopped_marks_nothing_read(tmp_path: Path) -> None:
    with ReaderServer(page=2) as server:
        filled(server, 9)
        stand = configured(tmp_path, server.site)
        meet(tmp_path)
        job = Job(places(tmp_path), {"job": "refresh", "feeds": None})

        def stop(before: int) -> None:
            if before:
                job.cancel()

        server.on_ids = stop
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("EDICOLA_SYNC_PASSWORD", "segreta")
            told = list(job)
        assert not [event for event in told if event["event"] == "done"]
    (feed,) = stand.feeds.all()
    assert feed.unread == 9


def test_hostile_titles_and_links_are_cleaned(tmp_path: Path) -> None:
    with ReaderServer() as server:
        stream = server.feed(7)
        extra = {"canonical": [{"href": "javascript:alert(1)"}], "author": 5, "published": "x"}
        server.items = [Item(-5, stream, "\x1b]52;c;x\x07Titolo\u202e", extra=extra)]
        stand = configured(tmp_path, server.site)
        assert meet(tmp_path).status == 0
    (head,) = stand.lists.headlines(stand.lists.ids(ALL))
    assert (head.title, head.link) == ("Titolo", "")


def test_ids_short_and_long_are_the_same() -> None:
    assert item_id("-5") == item_id("tag:google.com,2005:reader/item/fffffffffffffffb")
    assert item_id(17) == item_id("tag:google.com,2005:reader/item/11") == f"{17:016x}"
    assert item_id("x") == item_id(None) == ""
