"""What a server may answer: faults, refusals, and whatever does not belong into a terminal."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.support.greader_server import Item, ReaderServer
from tests.support.reading import places
from tests.support.syncing import ALL, configured, filled, meet
from tui.refresh.child import Job
from tui.sync.client import READ, Client, item_id


def test_a_wrong_password_and_a_wrong_address_are_said_in_a_line(tmp_path: Path) -> None:
    with ReaderServer() as server:
        configured(tmp_path, server.site).close()
        wrong = meet(tmp_path, password="sbagliata")
        assert wrong.status == 1
        assert "does not know this name and password" in wrong.complaints[0]
        assert "sbagliata" not in wrong.err
    gone = meet(tmp_path)
    assert gone.status == 1
    assert len(gone.complaints) == 1


def test_a_token_that_has_expired_is_renewed(tmp_path: Path) -> None:
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


def test_what_came_before_the_line_broke_is_kept(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server, 700)
        stand = configured(tmp_path, server.site)
        calls: list[str] = []

        def break_off(call: str) -> None:
            calls.append(call)
            if calls.count("stream/items/contents") == 6:
                server.fault = (503, {})

        server.on_call = break_off
        assert meet(tmp_path).status == 1
        assert 500 <= stand.lists.unread() < 700
        server.fault = server.on_call = None
        assert meet(tmp_path).status == 0
        assert stand.lists.unread() == 700


def test_what_a_site_says_at_its_door_is_told_from_a_wrong_password(tmp_path: Path) -> None:
    with ReaderServer() as server:
        filled(server)
        configured(tmp_path, server.site).close()
        server.doors = {"/accounts/ClientLogin": (302, {"Location": "/login"})}
        assert meet(tmp_path).complaints == []
        server.doors = {f"{server.base}/accounts/ClientLogin": (503, {})}
        (off,) = meet(tmp_path).complaints
        assert "its API may not be switched on" in off
        moved = (301, {"Location": "https://altrove.example/\x1b[2J"})
        server.doors = dict.fromkeys(
            ("/accounts/ClientLogin", f"{server.base}/accounts/ClientLogin"), moved
        )
        (told,) = meet(tmp_path).complaints
        assert "sends us on to https://altrove.example/" in told
        assert "\x1b" not in told
        server.doors = {f"{server.base}/accounts/ClientLogin": (400, {})}
        (unknown,) = meet(tmp_path).complaints
        assert "does not know this name and password" in unknown
