"""Sharing a refresh with another process, when there is enough that is new to be parsed."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from typing import Any

from tui.library import Newsstand
from tui.library.kinds import Feed
from tui.refresh.child import Job
from tui.refresh.feeds import Emit, Refresh
from tui.settings import Places
from tui.sources.fetch import Limits

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
    return {name: count + helper.counts.get(name, 0) for name, count in counts.items()}


class _Helper:
    """The other process, and the thread that passes on what it tells."""

    def __init__(self, places: Places, feeds: Sequence[int], emit: Emit) -> None:
        self.job = Job(places, {"job": "refresh", "feeds": feeds, "part": True})
        self.counts: dict[str, int] = {}
        self._emit = emit
        self.thread = threading.Thread(target=self._follow, daemon=True)
        self.thread.start()

    def _follow(self) -> None:
        for event in self.job:
            if event["event"] == "done":
                self.counts = {name: event[name] for name in ("feeds", "new", "failed")}
            else:
                self._pass_on(event)

    def _pass_on(self, event: dict[str, Any]) -> None:
        self._emit(event)
