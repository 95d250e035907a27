"""The jobs of the process that fetches: what is asked of it, and what it tells while it works."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

from tui.library import Newsstand
from tui.library.kinds import Feed
from tui.refresh.lock import only_one
from tui.settings import Places, Settings

Emit = Callable[[dict[str, Any]], None]


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
        return _JOBS[str(job["job"])](job, stand, places, settings, emit, cancel)
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
    if type(error).__name__ in ("StorageError", "FeedNotFoundError") or "version" in str(error):
        cause = error.__cause__ or error
        said = " ".join(str(cause).split())
        if "version" in said:
            return (
                f"{places.feeds} was written by a later version and was left untouched; install "
                "that version, or set EDICOLA_HOME to another folder"
            )
        return f"{places.feeds}: {said}; what had come before is kept"
    return f"this broke off ({type(error).__name__}: {' '.join(str(error).split())[:200]})"


def _refresh(
    job: Mapping[str, Any],
    stand: Newsstand,
    places: Places,
    settings: Settings,
    emit: Emit,
    cancel: threading.Event,
) -> int:
    from tui.refresh.retrieve import limits_of_feeds

    limits = limits_of_feeds(settings)
    if job.get("part"):
        from tui.refresh.feeds import Refresh

        counts = Refresh(stand, places.feeds, limits, emit, cancel).run(_chosen(stand, job))
        emit({"event": "done", "stopped": cancel.is_set(), **counts})
        return 0
    with only_one(places.data) as alone:
        if not alone:
            emit({"event": "refused", "reason": "another refresh is under way", "busy": True})
            return 0
        from tui.refresh.sharing import shared
        from tui.sync.backend import is_configured

        if is_configured(settings):
            return _synchronise(stand, settings, emit, cancel)
        feeds = _chosen(stand, job)
        counts = {"feeds": 0, "new": 0, "failed": 0}
        if feeds:
            counts = shared(stand, places, limits, feeds, emit, cancel)
        emit({"event": "done", "stopped": cancel.is_set(), **counts})
    return 0


def _synchronise(stand: Newsstand, settings: Settings, emit: Emit, cancel: threading.Event) -> int:
    """Meet the server in place of the feeds: it is the one that asks them."""
    from tui.sync.backend import synchronise
    from tui.sync.client import SyncError

    try:
        counts = synchronise(stand, settings, emit, cancel)
    except SyncError as error:
        waiting = len(stand.outbox.changes())
        kept = f"; {waiting} changes wait for the next time" if waiting else ""
        emit({"event": "refused", "reason": f"{error}{kept}"})
        return 1
    emit({"event": "done", "stopped": cancel.is_set(), **counts})
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
    return [f for f in feeds if not (f.due and f.due > now and "(429)" in f.reason)]


def _page(
    job: Mapping[str, Any],
    stand: Newsstand,
    places: Places,  # noqa: ARG001 (every job is called alike)
    settings: Settings,
    emit: Emit,
    cancel: threading.Event,
) -> int:
    from tui.refresh.pages import complete

    emit({"event": "page", **complete(stand, int(job["article"]), settings, cancel)})
    return 0


def _pages(
    job: Mapping[str, Any],
    stand: Newsstand,
    places: Places,  # noqa: ARG001
    settings: Settings,
    emit: Emit,
    cancel: threading.Event,
) -> int:
    from tui.refresh.pages import complete

    for article in stand.texts.truncated_of_full_feeds(int(job.get("limit") or 50)):
        if cancel.is_set():
            break
        emit({"event": "page", **complete(stand, article, settings, cancel)})
    return 0


def _analyse(
    job: Mapping[str, Any],
    stand: Newsstand,
    places: Places,  # noqa: ARG001
    settings: Settings,  # noqa: ARG001
    emit: Emit,
    cancel: threading.Event,
) -> int:
    from tui.refresh.pages import look_through

    done = 0
    for article in stand.lists.unanalysed(int(job.get("limit") or 500)):
        if cancel.is_set():
            break
        look_through(stand, article)
        done += 1
    emit({"event": "done", "articles": done})
    return 0


def _save(
    job: Mapping[str, Any],
    stand: Newsstand,
    places: Places,  # noqa: ARG001
    settings: Settings,
    emit: Emit,
    cancel: threading.Event,
) -> int:
    from tui.refresh.pages import keep

    emit({"event": "saved", **keep(stand, str(job["address"]), settings, cancel)})
    return 0


def _discover(
    job: Mapping[str, Any],
    stand: Newsstand,  # noqa: ARG001
    places: Places,  # noqa: ARG001
    settings: Settings,
    emit: Emit,
    cancel: threading.Event,
) -> int:
    from tui.refresh.discover import discover

    feeds, reason = discover(str(job["address"]), settings, cancel)
    emit({"event": "found", "feeds": feeds, "reason": reason})
    return 0


_JOBS: Mapping[str, Callable[..., int]] = {
    "refresh": _refresh,
    "page": _page,
    "pages": _pages,
    "analyse": _analyse,
    "discover": _discover,
    "save": _save,
}
