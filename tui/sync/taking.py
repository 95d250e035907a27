"""The server's feeds and articles, taken into the newsstand with their marks."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tui.library import Newsstand
from tui.library.intake import is_server_id
from tui.library.kinds import Incoming, NewFeed, Outcome, counted
from tui.sync.client import ALL, READ, STARRED, Client, Subscription, SyncError, batches
from tui.sync.items import incoming

Emit = Callable[[dict[str, Any]], None]

FIRST = 1_000
"""The newest articles that are fetched, read ones too."""
_AT_ONCE = 500
"""Articles that are kept before the next are asked for."""
_STREAMS = "sync-streams"
"""The fact that says by which ids the server knows which addresses."""


class Taking:
    """What the server has, brought here."""

    def __init__(self, stand: Newsstand, client: Client, emit: Emit) -> None:
        self._stand = stand
        self._client = client
        self._emit = emit
        self._feeds: list[int] = []
        """The feeds that the server has."""
        self._streams: dict[str, int] = {}
        """By how an article may name its feed: by its id there, or by its address."""

    def subscriptions(self) -> None:
        """Have the feeds that the server has, under its names, in its folders.

        Raises:
            SyncError: it has none any more, which is more likely a fault than a wish.
        """
        stand, there = self._stand, self._client.subscriptions()
        self._follow_moves(there)
        to_take = stand.outbox.pending_subjects("subscribe")
        to_leave = stand.outbox.pending_subjects("unsubscribe")
        here = {feed.url: feed for feed in stand.feeds.all() if not feed.is_saved}
        gone = [feed.id for url, feed in here.items() if url not in there and url not in to_take]
        if gone and not there:
            raise SyncError(
                f"{self._client.host} has no feeds any more; those here were left as they are: "
                "remove them here too, or give the server its feeds back"
            )
        new = [url for url in there if url not in here and url not in to_leave]
        stand.feeds.add([NewFeed(url, "", there[url].folder) for url in new], tell=False)
        stand.feeds.remove(gone, f"{counted(len(gone), 'feed')} removed on the server", tell=False)
        for url, known in there.items():
            feed = stand.feeds.by_url(url)
            if feed is None:
                continue
            self._feeds.append(feed.id)
            self._streams |= {known.stream: feed.id, f"feed/{url}": feed.id}
            if known.title and known.title != feed.title:
                stand.feeds.rename(feed.id, known.title, tell=False)
            if known.folder != feed.folder:
                stand.feeds.move(feed.id, known.folder, tell=False)
        streams = {known.stream: url for url, known in there.items()}
        stand.keep_fact(_STREAMS, json.dumps(streams))

    def _follow_moves(self, there: Mapping[str, Subscription]) -> None:
        """A feed of which the server changed the address stays the same feed here."""
        before = json.loads(self._stand.fact(_STREAMS) or "{}")
        for url, known in there.items():
            old = before.get(known.stream, url)
            feed = self._stand.feeds.by_url(old) if old not in there else None
            if feed and feed.title == known.title:
                self._stand.feeds.readdress(feed.id, url)

    def articles(self) -> dict[str, int]:
        """Have the server's newest articles, each as read or starred as it is there.

        Raises:
            SyncError: not everything could be had; what had come is kept.
        """
        client, intake = self._client, self._stand.intake
        # What comes meanwhile is in the last list only, which says that it is unread.
        newest = client.ids(ALL, most=FIRST)
        starred = set(client.ids(STARRED))
        unread = set(client.ids(ALL, without=READ))
        # What came before there was a server goes by ids of which that says nothing.
        kept = (entry for feed in self._feeds for entry in intake.known(feed))
        known = {entry for entry in kept if is_server_id(entry)}
        self._mark_as_there(known, unread, starred)
        wanted = [each for each in dict.fromkeys([*newest, *starred, *unread]) if each not in known]
        new: Counter[int] = Counter()
        done = 0
        for some in batches(wanted, _AT_ONCE):
            came: dict[int, list[Incoming]] = defaultdict(list)
            for item in client.contents(some):
                origin = item.get("origin")
                stream = origin.get("streamId") if isinstance(origin, dict) else ""
                feed = self._streams.get(str(stream))
                entry = incoming(item, unread, starred)
                if feed is not None and entry is not None:
                    came[feed].append(entry)
            new += self._keep(came)
            done += len(some)
            self._emit({"event": "fetched", "articles": done, "of": len(wanted)})
        self._keep({feed: [] for feed in self._feeds})
        for feed in self._feeds:
            state = "new" if new[feed] else "same"
            self._emit({"event": "feed", "id": feed, "title": "", "state": state,
                        "new": new[feed], "reason": ""})  # fmt: skip
        return {"feeds": len(self._feeds), "new": new.total()}

    def _keep(self, came: Mapping[int, Sequence[Incoming]]) -> Counter[int]:
        new = self._stand.intake.receive(
            [(feed, Outcome("ok"), entries) for feed, entries in came.items()]
        )
        if new is None:
            raise SyncError("the newsstand cannot be written; not all of the server's was kept")
        return Counter(new)

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
