"""The jobs of the process that fetches: what is asked of it, and what it tells while it works."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tui.library import Newsstand
from tui.library.kinds import Feed
from tui.refresh.lock import only_one
from tui.settings import Places, Settings

Emit = Callable[[dict[str, Any]], None]
_VERSION = re.compile(r"\bversion\b")


class Work(NamedTuple):
    """A job, and what it is done with."""

    job: Mapping[str, Any]
    stand: Newsstand
    places: Places
    settings: Settings
    emit: Emit
    cancel: threading.Event


def run_job(
    job: Mapping[str, Any],
    places: Places,
    settings: Settings,
    emit: Emit,
    cancel: threading.Event,
) -> int:
    """Do a job, telling `emit` how it goes; 0 when it could be done, else 1. Never raises."""
    import gc
    import sqlite3

    emit = _one_at_a_time(emit)
    gc.set_threshold(50_000)  # modules and entries stay: looking them through costs a tenth
    stand = Newsstand(places.newsstand)
    try:
        if stand.refused:
            emit({"event": "refused", "reason": stand.refused})
            return 1
        if not stand.persistent:
            notices = stand.take_notices()
            emit({"event": "refused", "reason": notices[0] if notices else "nothing can be kept"})
            return 1
        return _JOBS[str(job["job"])](Work(job, stand, places, settings, emit, cancel))
    except (OSError, sqlite3.Error) as error:
        emit({"event": "refused", "reason": _said(error)})
        return 1
    except Exception as error:  # noqa: BLE001 - the last word of a process: its parent waits for one
        emit({"event": "refused", "reason": _of_library(places, error)})
        return 1
    finally:
        stand.close()


def _one_at_a_time(emit: Emit) -> Emit:
    """What threads tell at the same time, one thing after the other."""
    lock = threading.Lock()

    def told(event: dict[str, Any]) -> None:
        with lock:
            emit(event)

    return told


def _said(error: Exception) -> str:
    said = " ".join(str(getattr(error, "strerror", None) or error).split())
    return f"the feeds could not be refreshed: {said}; what had come before is kept"


def _of_library(places: Places, error: Exception) -> str:
    if type(error).__name__ in ("StorageError", "FeedNotFoundError") or _VERSION.search(str(error)):
        cause = error.__cause__ or error
        said = " ".join(str(cause).split())
        if _VERSION.search(said):
            return (
                f"{places.feeds} was written by a later version and was left untouched; install "
                "that version, or set EDICOLA_HOME to another folder"
            )
        return f"{places.feeds}: {said}; what had come before is kept"
    return f"this broke off ({type(error).__name__}: {' '.join(str(error).split())[:200]})"


def _refresh(work: Work) -> int:
    from tui.refresh.retrieve import limits_of_feeds

    limits = limits_of_feeds(work.settings)
    if work.job.get("part"):
        from tui.refresh.feeds import Refresh

        counts = Refresh(work.stand, work.places.feeds, limits, work.emit, work.cancel).run(
            _chosen(work.stand, work.job)
        )
        work.emit({"event": "done", "stopped": work.cancel.is_set(), **counts})
        return 0
    with only_one(work.places.data) as alone:
        if not alone:
            work.emit({"event": "refused", "reason": "another refresh is under way", "busy": True})
            return 0
        from tui.refresh.sharing import shared

        if work.settings.sync.address and work.settings.sync.user:
            return _synchronise(work)
        work.stand.outbox.enabled = False
        feeds = _chosen(work.stand, work.job)
        counts = {"feeds": 0, "new": 0, "failed": 0}
        if feeds:
            counts = shared(work.stand, work.places, limits, feeds, work.emit, work.cancel)
        work.emit({"event": "done", "stopped": work.cancel.is_set(), **counts})
    return 0


def _synchronise(work: Work) -> int:
    """Meet the server in place of the feeds: it is the one that asks them."""
    from tui.sync.backend import synchronise
    from tui.sync.client import SyncError

    try:
        counts = synchronise(
            *(work.stand, work.settings, work.emit, work.cancel),
            due_only=bool(work.job.get("due_only")),
        )
    except SyncError as error:
        waiting = len(work.stand.outbox.changes())
        kept = f"; changes that wait for the next time: {waiting}" if waiting else ""
        work.emit({"event": "refused", "reason": f"{error}{kept}"})
        return 1
    work.emit({"event": "done", "stopped": work.cancel.is_set(), **counts})
    return 0


def _chosen(stand: Newsstand, job: Mapping[str, Any]) -> list[Feed]:
    wanted = job.get("feeds")
    now = time.time()
    feeds = [feed for feed in stand.feeds.all() if not feed.is_saved]
    if wanted is not None:
        return [feed for feed in feeds if feed.id in set(wanted)]
    if job.get("due_only"):
        return [feed for feed in feeds if feed.due is None or feed.due <= now]
    # A server that asked to be left alone is left alone, whoever asks.
    from tui.refresh.feeds import HELD

    return [f for f in feeds if not (f.due and f.due > now and HELD in f.reason)]


def _page(work: Work) -> int:
    from tui.refresh.pages import complete

    work.emit(
        {
            "event": "page",
            **complete(work.stand, int(work.job["article"]), work.settings, work.cancel),
        }
    )
    return 0


def _pages(work: Work) -> int:
    from tui.refresh.pages import complete

    for article in work.stand.texts.truncated_of_full_feeds(int(work.job.get("limit") or 50)):
        if work.cancel.is_set():
            break
        work.emit({"event": "page", **complete(work.stand, article, work.settings, work.cancel)})
    return 0


def _analyse(work: Work) -> int:
    from tui.refresh.pages import look_through

    done = 0
    for article in work.stand.lists.unanalysed(int(work.job.get("limit") or 500)):
        if work.cancel.is_set():
            break
        look_through(work.stand, article)
        done += 1
    work.emit({"event": "done", "articles": done})
    return 0


def _save(work: Work) -> int:
    from tui.refresh.pages import keep

    work.emit(
        {"event": "saved", **keep(work.stand, str(work.job["address"]), work.settings, work.cancel)}
    )
    return 0


def _discover(work: Work) -> int:
    from tui.refresh.discover import discover

    feeds, reason = discover(str(work.job["address"]), work.settings, work.cancel)
    work.emit({"event": "found", "feeds": feeds, "reason": reason})
    return 0


_JOBS: Mapping[str, Callable[[Work], int]] = {
    "refresh": _refresh,
    "page": _page,
    "pages": _pages,
    "analyse": _analyse,
    "discover": _discover,
    "save": _save,
}
