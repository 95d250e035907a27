"""Sharing a refresh with another process, when there is enough that is new to be parsed."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

from tui.library import Newsstand
from tui.library.kinds import Feed
from tui.refresh.child import Job
from tui.refresh.feeds import Emit, Refresh
from tui.settings import Places
from tui.sources.request import Limits

WORTH = 16
"""Feeds never asked before from which it pays to start a second process."""


def shared(
    stand: Newsstand,
    places: Places,
    limits: Limits,
    feeds: Sequence[Feed],
    emit: Emit,
    cancel: threading.Event,
) -> dict[str, int]:
    """Refresh feeds, half of the new ones in another process; what all of it amounts to.

    Parsing holds the interpreter: only another process can use another processor.
    """
    refresh = Refresh(stand, places.feeds, limits, emit, cancel)
    refresh.prepare(feeds)
    new = [feed for feed in feeds if feed.checked is None]
    if len(new) < WORTH or (os.cpu_count() or 1) < 2:
        return refresh.run(feeds)
    given = {feed.id for feed in new[1::2]}
    helper = _Helper(places, sorted(given), emit)
    counts = refresh.run([feed for feed in feeds if feed.id not in given])
    if cancel.is_set():
        helper.job.cancel()
    helper.thread.join()
    left = [feed for feed in feeds if feed.id in given - helper.answered]
    counts = _sum(counts, helper.counts)
    if left and not cancel.is_set():  # it was ended from outside: slower is better than nothing
        counts = _sum(counts, Refresh(stand, places.feeds, limits, emit, cancel).run(left))
    return counts


def _sum(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {name: count + other.get(name, 0) for name, count in one.items()}


class _Helper:
    """The other process, and the thread that passes on what it tells."""

    def __init__(self, places: Places, feeds: Sequence[int], emit: Emit) -> None:
        self.job = Job(places, {"job": "refresh", "feeds": feeds, "part": True})
        self.counts = dict.fromkeys(("feeds", "new", "failed"), 0)
        self.answered: set[int] = set()
        self._emit = emit
        self.thread = threading.Thread(target=self._follow, daemon=True)
        self.thread.start()

    def _follow(self) -> None:
        for event in self.job:
            if event["event"] == "asking":
                self._emit(event)
            if event["event"] != "feed":
                continue
            self.answered.add(event["id"])
            self.counts["feeds"] += 1
            self.counts["new"] += event["new"]
            self.counts["failed"] += event["state"] == "failed"
            self._emit(event)
