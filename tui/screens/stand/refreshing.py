"""Refreshing feeds in a process of its own, and saying how it goes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.message import Message

from tui.library.kinds import Feed, counted
from tui.screens.session import Session
from tui.screens.stand.marking import StandMarking

if TYPE_CHECKING:
    from tui.refresh.child import Job

LOOK = 2.0
"""Seconds between two looks whether another program has written something."""
SHOW = 1.0
"""Seconds between two lists of what a refresh has brought so far."""


class StandRefreshing(StandMarking):
    """The refresh and what it needs; nothing of it is done in this process."""

    @dataclass
    class RefreshEvent(Message):
        """A refresh told something."""

        event: dict[str, Any]

    def __init__(self, session: Session, width: int) -> None:
        super().__init__(session, width)
        self._job: Job | None = None
        self._asked = 0
        self._answered = 0
        self._failed = 0
        self._new = 0
        self._stopped = False
        self._notes: list[str] = []
        """What a server did not do of what it was told."""
        self._shown_at = 0.0

    def watch_for_others(self) -> None:
        """List anew when something was written behind this program's back."""
        self.set_interval(LOOK, self._look)

    def _look(self) -> None:
        version = self.stand.version()
        if version != self._version and self._job is None and self.app.screen is self:
            self.reload()

    def action_refresh(self) -> None:
        """Refresh the feed, or the feeds of the folder, that is listed."""
        feeds = list(self._feeds_here())
        if feeds:
            self.refresh_feeds([feed.id for feed in feeds])
        elif self.place.kind in ("feed", "folder"):
            self.tell("What is saved is not refreshed.  ^R refreshes every feed")
        elif self._job is not None:
            self.tell("A refresh is under way.  ^R stops it")
        else:
            self.action_refresh_all()

    def _feeds_here(self) -> Iterable[Feed]:
        place = self.place
        for feed in self.stand.feeds.all():
            inside = f"{feed.folder}/".startswith(f"{place.name}/")
            here = place.kind == "folder" and inside
            if (here or (place.kind == "feed" and feed.id == place.feed)) and not feed.is_saved:
                yield feed

    def _every(self) -> list[Feed]:
        return [feed for feed in self.stand.feeds.all() if not feed.is_saved]

    def action_refresh_all(self) -> None:
        """Refresh every feed; while a refresh runs, stop it."""
        if self._job is not None:
            self._job.cancel()
            self.tell("Stopping; what has come so far is kept.")
        elif not self.session.settings.sync.address and not self._every():
            self.tell("There are no feeds yet.  a adds some")
        else:
            self.refresh_feeds(None)

    def refresh_feeds(self, feeds: Sequence[int] | None, due_only: bool = False) -> None:
        """Ask some feeds, or all, for their articles."""
        if self.session.offline:
            self.tell("Edicola is offline, nothing was fetched; start it without --offline.")
            return
        if self._job is not None:
            self.tell("A refresh is under way.  ^R stops it")
            return
        self._asked = len(self._every()) if feeds is None else len(feeds)
        self._answered = self._failed = self._new = 0
        self._stopped = False
        self._notes = []
        job = {"job": "refresh", "feeds": feeds, "due_only": due_only}
        self._job = self.job(job)
        self.tell("")
        self.tell_meanwhile(f"Refreshing {counted(self._asked, 'feed')} …  ^R stops")
        self._follow(self._job)

    @work(thread=True, group="refresh", exit_on_error=False, description="refresh feeds")
    def _follow(self, job: Job) -> None:
        for event in self.follow(job):
            self.post_message(self.RefreshEvent(event))
        self.post_message(self.RefreshEvent({"event": "ended"}))

    @on(RefreshEvent)
    def _refresh_told(self, message: RefreshEvent) -> None:
        event = message.event
        kind = event.get("event")
        if kind == "asking":
            self.feed_list.busy |= {int(event["id"])}
            self.feed_list.refresh()
        elif kind == "feed" and event.get("state") in ("new", "same", "failed"):
            self._answered += 1
            self.feed_list.busy -= {int(event["id"])}
            self._failed += event["state"] == "failed"
            self._new += int(event.get("new") or 0)
            asked = counted(self._asked, "feed")
            self._tell_progress(f"Refreshing: {self._answered} of {asked}, {self._new} new")
        elif kind == "fetched":
            of = counted(event["of"], "article")
            self._tell_progress(f"Fetching: {event['articles']} of {of}")
        elif kind == "note":
            self._notes.append(str(event.get("reason") or ""))
        elif kind == "refused":
            self._failed = -1
            self.tell(str(event.get("reason") or "The feeds could not be refreshed."))
        elif kind == "done":
            self._stopped = bool(event.get("stopped"))
        elif kind == "ended":
            self._refresh_ended()

    def _tell_progress(self, told: str) -> None:
        if time.monotonic() - self._shown_at < SHOW:
            return
        self._shown_at = time.monotonic()
        self.reload()
        self.tell_meanwhile(f"{told}.  ^R stops")

    def _refresh_ended(self) -> None:
        self._job = None
        self.feed_list.busy = frozenset()
        self.reload()
        if self._failed >= 0:
            told = f"{counted(self._new, 'new article')} from {counted(self._answered, 'feed')}."
            if self._stopped:
                told = f"Stopped. {told}"
            if self._failed:
                told += f"  {self._failed} failed: H says why"
            if self._notes:
                self.tell_problems([told, *self._notes])
            else:
                self.tell_in_turn(told)
        self.translate_headlines()
        self._look_through()

    def translate_headlines(self) -> None:
        """Translate what is in sight; the actions of titles know how."""

    @work(
        thread=True, exclusive=True, group="look", exit_on_error=False, description="look through"
    )
    def _look_through(self) -> None:
        """Find speakers and dates for the search, and complete articles, behind everything else."""
        for job in ({"job": "pages"}, {"job": "analyse", "limit": 500}):
            if self.session.offline and job["job"] == "pages":
                continue
            for _ in self.follow(self.job(job)):
                pass

    def action_health(self) -> None:
        """Say of every feed that fails why, and since when."""
        from tui.newsroom import written
        from tui.panels.calendar import written as in_words
        from tui.screens.choosing import Choose

        feeds = self._every()
        failing = [feed for feed in feeds if feed.reason]
        if not failing:
            asked = sum(feed.checked is not None for feed in feeds)
            left = len(feeds) - asked
            if not feeds:
                self.tell("There are no feeds yet.  a adds some")
            elif not asked:
                self.tell("No feed was asked yet.  ^R asks them")
            else:
                told = f"  {counted(left, 'feed')} not asked yet" if left else ""
                self.tell(f"None fails: {counted(asked, 'feed')} answered when last asked.{told}")
            return

        def line(feed: Feed) -> str:
            since = written(feed.failing_since)
            told = f" (since {in_words(since.value, 'en')})" if since else ""
            return f"{feed.title}: {feed.reason}{told}"

        def chosen(ids: list[str] | None) -> None:
            for number in ids or ():
                self.refresh_feeds([int(number)])

        choices = {str(feed.id): line(feed) for feed in failing}
        self.app.push_screen(
            Choose("Feeds that fail: one is asked again", choices, one=True), chosen
        )
