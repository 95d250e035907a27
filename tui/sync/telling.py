"""What was done here, told to the server."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from functools import partial
from typing import Any

from tui.library import Newsstand
from tui.library.intake import is_server_id
from tui.library.kinds import Change, Feed, Outcome, counted
from tui.sync.client import ALL, PER_CALL, READ, STARRED, Client, SyncError, batches

Emit = Callable[[dict[str, Any]], None]

_NEVER = frozenset({400, 404, 410, 422})
"""How a server answers what it will not do, however often it is asked."""
_REFUSED = _NEVER | {500}
"""How it answers a change of its feeds that it will not do, if it answers anything else."""
_NOT_HAD = _REFUSED | {502, 504}
"""How it answers when a feed cannot be had."""
_AGAIN = 6 * 3600
"""Seconds after which a server is asked once more, unbidden, to take a feed it did not take."""


class Telling:
    """The changes that wait, in their order, and what became of them."""

    def __init__(self, stand: Newsstand, client: Client, emit: Emit, *, due_only: bool) -> None:
        self._stand = stand
        self._client = client
        self._emit = emit
        self._due_only = due_only
        self._moved: dict[str, str] = {}
        """Feeds that the server has under another address than they had here."""
        self._left: set[str] = set()
        """Feeds that the server did not take."""
        self.failed = 0
        """How many feeds it was asked to take and did not."""

    def join(self) -> None:
        """Have the server told of the feeds of this machine that it does not have."""
        there = self._client.subscriptions()
        self._stand.feeds.give(
            feed for feed in self._stand.feeds.all() if not feed.is_saved and feed.url not in there
        )

    def replay(self) -> None:
        """Tell what was done, in its order; each is forgotten once the server took it."""
        changes = self._stand.outbox.changes()
        marks: dict[tuple[str, str], list[Change]] = defaultdict(list)
        for change in changes:
            if change.kind in ("read", "starred"):
                marks[change.kind, change.value].append(change)
            else:
                self._tell(change)
        if marks:
            self._tell_marks(marks)

    def _tell_marks(self, marks: Mapping[tuple[str, str], Sequence[Change]]) -> None:
        client = self._client
        kinds = {kind for kind, _ in marks}
        unread = set(client.ids(ALL, without=READ)) if "read" in kinds else set()
        starred = set(client.ids(STARRED)) if "starred" in kinds else set()
        for (kind, value), changes in marks.items():
            # Some versions of Miniflux take a mark away when it is set a second time.
            there, wanted = (unread, value != "1") if kind == "read" else (starred, value == "1")
            state = READ if kind == "read" else STARRED
            for some in batches(changes, PER_CALL):
                # What came from a feed before there was a server has no id there.
                ids = [change.subject for change in some if is_server_id(change.subject)]
                ids = [each for each in ids if (each in there) != wanted]
                if ids:
                    what = f"mark {counted(len(ids), 'article')}"
                    self._or_drop(what, partial(client.mark, ids, state, value == "1"), _NEVER)
                self._stand.outbox.done(change.seq for change in some)

    def _tell(self, change: Change) -> None:
        client = self._client
        url = self._moved.get(change.subject, change.subject)
        there = self._client.subscriptions()
        known = there.get(url)
        stream, name = (known.stream, known.title or url) if known else ("", url)
        if change.kind == "subscribe":
            if known is None and not self._give(change, there):
                self._left.add(url)
                return
        elif url in self._left:
            return  # what was done to a feed waits with it
        elif known and change.kind == "unsubscribe":
            self._or_drop(f"remove {name}", lambda: client.unsubscribe(stream))
        elif known and change.kind == "rename":
            self._or_drop(f"rename {name}", lambda: client.change(stream, title=change.value))
        elif known:
            left = known.folder
            self._or_drop(
                f"move {name}", lambda: client.change(stream, folder=change.value, left=left)
            )
        self._stand.outbox.done([change.seq])

    def _give(self, change: Change, there: Mapping[str, Any]) -> bool:
        """Have the server take a feed; whether it has it now."""
        feed = self._stand.feeds.by_url(change.subject)
        if feed is None:
            return True
        same = next((url for url in there if _plain(url) == _plain(feed.url)), None)
        if same and self._readdress(feed, same):
            return True
        if self._due_only and feed.failures and feed.due and feed.due > time.time():
            return False
        folder, _, title = change.value.partition("\n")
        new: set[str] = set()
        try:
            self._client.subscribe(feed.url, title, folder)
            new = set(self._client.subscriptions()) - set(there)
            why = "it took it, but does not list it"
        except SyncError as error:
            why = self._refusal(error, _NOT_HAD)
        if not new:
            self._note_failure(feed, f"{self._client.host} did not take this feed: {why}")
            return False
        if feed.url not in new and len(new) == 1:  # it has it from where the address leads
            self._readdress(feed, new.pop())
        return True

    def _readdress(self, feed: Feed, url: str) -> bool:
        self._moved[feed.url] = url
        return self._stand.feeds.readdress(feed.id, url)

    def _note_failure(self, feed: Feed, reason: str) -> None:
        self.failed += 1
        outcome = Outcome("failed", reason=reason, due=int(time.time()) + _AGAIN)
        self._stand.intake.receive([(feed.id, outcome, [])])
        self._emit({"event": "feed", "id": feed.id, "title": feed.title, "state": "failed",
                    "new": 0, "reason": reason})  # fmt: skip

    def _refusal(self, error: SyncError, refused: Container[int]) -> str:
        """Why a change is not taken by a server that is otherwise well.

        Raises:
            SyncError: it is not; the change can wait.
        """
        if error.status not in refused:
            raise error
        self._client.subscriptions()
        return f"it answered {error.status}"

    def _or_drop(
        self, what: str, act: Callable[[], None], refused: Container[int] = _REFUSED
    ) -> None:
        """What the server will never do is told once, and not tried for ever."""
        try:
            act()
        except SyncError as error:
            why = self._refusal(error, refused)
            told = f"{self._client.host} did not {what}: {why}; it stays as it is there"
            self._emit({"event": "note", "reason": told})


def _plain(url: str) -> str:
    """An address without what servers put right when they take it."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")
