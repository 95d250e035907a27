"""The server's feeds and reading state in the newsstand, and what was done here on the server."""

from __future__ import annotations

import os
import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from tui.extract import detect_language
from tui.library import Newsstand
from tui.library.kinds import Change, Incoming, Link, NewFeed, Outcome, Text, counted
from tui.sanitize import sanitize_line, web_address
from tui.settings import Settings
from tui.sources.entry import read_entry
from tui.sync.client import ALL, PER_CALL, READ, STARRED, Client, SyncError, item_id

Emit = Callable[[dict[str, Any]], None]

FIRST = 1_000
"""The newest articles that are fetched when the server is first asked."""
_IDS = re.compile("[0-9a-f]{16}")
_JOINED = "sync-joined"
"""The fact that names the server to which the feeds of this machine were given."""


def synchronise(
    stand: Newsstand, settings: Settings, emit: Emit, cancel: threading.Event
) -> dict[str, int]:
    """Tell the server what was done here, then take what it has; nothing is told twice.

    Raises:
        SyncError: the server could not be asked; what was not told waits for the next time.
    """
    chosen = settings.sync
    password = os.environ.get("EDICOLA_SYNC_PASSWORD") or chosen.password
    client = Client(chosen.address, chosen.user, password, cancel)
    client.sign_in()
    stand.outbox.enabled = True
    work = _Synchronising(stand, client, emit)
    server = f"{chosen.user} {chosen.address}"
    if stand.fact(_JOINED) != server:
        work.join()
        stand.keep_fact(_JOINED, server)
    work.replay()
    work.take_subscriptions()
    return work.take_articles()


class _Synchronising:
    """One meeting with the server."""

    def __init__(self, stand: Newsstand, client: Client, emit: Emit) -> None:
        self._stand = stand
        self._client = client
        self._emit = emit
        self._feeds: dict[str, int] = {}

    def join(self) -> None:
        """Give the server the feeds of this machine that it does not have."""
        there = {_address(each) for each in self._client.subscriptions()}
        for feed in self._stand.feeds.all():
            if not feed.is_saved and feed.url not in there:
                self._client.subscribe(feed.url, feed.title, feed.folder)

    # What was done here

    def replay(self) -> None:
        """Tell what was done, in its order; each is forgotten once the server took it."""
        changes = self._stand.outbox.changes()
        marks: dict[tuple[str, str], list[Change]] = defaultdict(list)
        for change in changes:
            if change.kind in ("read", "starred"):
                marks[change.kind, change.value].append(change)
            else:
                self._tell(change)
        for (kind, value), some in marks.items():
            for at in range(0, len(some), PER_CALL):
                self._tell_marks(kind, value == "1", some[at : at + PER_CALL])

    def _tell_marks(self, kind: str, value: bool, some: Sequence[Change]) -> None:
        # What came from a feed before there was a server has no id there.
        known = [change.subject for change in some if _IDS.fullmatch(change.subject)]
        if known:
            state = READ if kind == "read" else STARRED
            self._or_drop(lambda: self._client.mark(known, state, value))
        self._stand.outbox.done(change.seq for change in some)

    def _tell(self, change: Change) -> None:
        client = self._client
        there = next(
            (each for each in client.subscriptions() if _address(each) == change.subject), None
        )
        stream = str(there.get("id")) if there else f"feed/{change.subject}"
        if change.kind == "subscribe":
            folder, _, title = change.value.partition("\n")
            self._or_drop(lambda: client.subscribe(change.subject, title, folder))
        elif there and change.kind == "unsubscribe":
            self._or_drop(lambda: client.unsubscribe(stream))
        elif there and change.kind == "rename":
            self._or_drop(lambda: client.change(stream, title=change.value))
        elif there:
            left = _folder(there)
            self._or_drop(lambda: client.change(stream, folder=change.value, left=left))
        self._stand.outbox.done([change.seq])

    def _or_drop(self, act: Callable[[], None]) -> None:
        """What the server will never take is told once, and not tried for ever."""
        try:
            act()
        except SyncError as error:
            if error.status not in (400, 404, 410, 422):
                raise
            self._emit({"event": "note", "reason": f"a change was not taken: {error}"})

    # What the server has

    def take_subscriptions(self) -> None:
        """Have the feeds that the server has, under its names, in its folders."""
        stand = self._stand
        there: dict[str, dict[str, Any]] = {}
        for each in self._client.subscriptions():
            if url := _address(each):
                there[url] = each
        here = {feed.url: feed for feed in stand.feeds.all() if not feed.is_saved}
        new = [NewFeed(url, "", _folder(each)) for url, each in there.items() if url not in here]
        if here and not there:
            raise SyncError(
                f"{self._client.host} has no feeds any more; those here were left as they are: "
                "remove them here too, or give the server its feeds back"
            )
        stand.feeds.add(new, tell=False)
        gone = [feed.id for url, feed in here.items() if url not in there]
        stand.feeds.remove(gone, f"{counted(len(gone), 'feed')} removed on the server", tell=False)
        for url, each in there.items():
            feed = stand.feeds.by_url(url)
            if feed is None:
                continue
            self._feeds[str(each.get("id"))] = feed.id
            title = sanitize_line(str(each.get("title") or ""))
            if title and title != feed.title:
                stand.feeds.rename(feed.id, title, tell=False)
            if _folder(each) != feed.folder:
                stand.feeds.move(feed.id, _folder(each), tell=False)

    def take_articles(self) -> dict[str, int]:
        """Have the server's newest articles, each as read or starred as it is there."""
        client, intake = self._client, self._stand.intake
        unread = set(client.ids(ALL, without=READ))
        starred = set(client.ids(STARRED))
        newest = client.ids(ALL, most=FIRST)
        # What came before there was a server goes by ids of which that says nothing.
        kept = (entry for feed in self._feeds.values() for entry in intake.known(feed))
        known = {entry for entry in kept if _IDS.fullmatch(entry)}
        self._mark_as_there(known, unread, starred)
        wanted = [each for each in dict.fromkeys([*newest, *starred, *unread]) if each not in known]
        came: dict[int, list[Incoming]] = defaultdict(list)
        for item in client.contents(wanted):
            origin = item.get("origin")
            stream = origin.get("streamId") if isinstance(origin, dict) else ""
            feed = self._feeds.get(str(stream))
            entry = _incoming(item, unread, starred)
            if feed is not None and entry is not None:
                came[feed].append(entry)
        batch: list[tuple[int, Outcome, Sequence[Incoming]]] = [
            (feed, Outcome("ok"), came.get(feed, [])) for feed in self._feeds.values()
        ]
        new = intake.receive(batch)
        if new is None:
            raise SyncError("the newsstand cannot be written; nothing of the server's was kept")
        for number, count in new.items():
            state = "new" if count else "same"
            self._emit({"event": "feed", "id": number, "title": "", "state": state, "new": count,
                        "reason": ""})  # fmt: skip
        return {"feeds": len(new), "new": sum(new.values()), "failed": 0}

    def _mark_as_there(self, known: set[str], unread: set[str], starred: set[str]) -> None:
        """Take the server's marks, but for those of which it has not been told."""
        outbox = self._stand.outbox
        untold = {
            "read": outbox.pending_subjects("read"),
            "starred": outbox.pending_subjects("starred"),
        }
        self._stand.intake.mark_entries(
            "read", {each: each not in unread for each in known - untold["read"]}
        )
        self._stand.intake.mark_entries(
            "starred", {each: each in starred for each in known - untold["starred"]}
        )


def _address(subscription: dict[str, Any]) -> str:
    stream = str(subscription.get("id") or "")
    given = subscription.get("url") or stream.removeprefix("feed/")
    return web_address(str(given))


def _folder(subscription: dict[str, Any]) -> str:
    found = subscription.get("categories")
    first = found[0] if isinstance(found, list) and found else None
    return sanitize_line(str(first.get("label") or "")) if isinstance(first, dict) else ""


def _incoming(item: dict[str, Any], unread: set[str], starred: set[str]) -> Incoming | None:
    entry = item_id(item.get("id"))
    if not entry:
        return None
    link = next((url for url in _hrefs(item, "canonical", "alternate")), "")
    content = max((_content(item.get(name)) for name in ("content", "summary")), key=len)
    read = read_entry(content, link)
    title = sanitize_line(str(item.get("title") or ""))[:500] or read.words[:120]
    published = item.get("published")
    moment = (
        int(published) if isinstance(published, int | float) and 0 < published < 2**40 else None
    )
    author = item.get("author")
    links = [Link("file", url) for url in _hrefs(item, "enclosure")]
    return Incoming(
        entry=entry,
        title=" ".join(title.split()),
        text=Text(read.words, read.kinds),
        link=link,
        author=sanitize_line(author)[:200] if isinstance(author, str) else "",
        language=detect_language(f"{title}\n{read.words[:1500]}") or "",
        published=min(moment, int(time.time())) if moment else None,
        truncated=read.truncated,
        links=(*links, *(Link(each.kind, each.url, each.title) for each in read.links)),
        read=entry not in unread,
        starred=entry in starred,
    )


def _hrefs(item: dict[str, Any], *names: str) -> list[str]:
    found: list[str] = []
    for name in names:
        given = item.get(name)
        refs = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
        found += [web_address(str(each.get("href") or "")) for each in refs]
    return [url for url in found if url]


def _content(given: object) -> str:
    return str(given.get("content") or "") if isinstance(given, dict) else ""
