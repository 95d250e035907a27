"""`edicola refresh` and `edicola unread`."""

from __future__ import annotations

import json
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

from tui.cli.output import complain, is_terminal, say
from tui.cli.session import complain_of, open_session
from tui.cli.stand import open_stand
from tui.library.kinds import counted

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.library import Newsstand


def refresh(options: Options) -> int:
    """Ask the feeds for their articles, saying what each brings."""
    session = open_session(options)
    complain_of(session)
    if session.offline:
        complain("Edicola is offline, nothing was fetched; leave --offline out")
        return 1
    with open_stand(session, to_keep=True) as stand:
        wanted = _wanted(stand, options.feeds)
        names = {feed.id: feed.title for feed in stand.feeds.all()}
        full = any(feed.full_text for feed in stand.feeds.all())
    if wanted is not None and not wanted:
        return 1
    if not names and not session.settings.sync.address:
        complain("there are no feeds yet; `edicola feeds add ADDRESS` takes one")
        return 0
    from tui.refresh.jobs import run_job

    cancel = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: cancel.set())
    teller = _Teller(names, options.quiet)
    job = {"job": "refresh", "feeds": wanted, "due_only": options.due}
    status = run_job(job, session.places, session.settings, teller.take, cancel)
    if status == 0 and full and not cancel.is_set():
        run_job({"job": "pages"}, session.places, session.settings, _say_nothing, cancel)
    return 130 if cancel.is_set() else status


def _say_nothing(_event: dict[str, Any]) -> None:
    """Pages that give nothing are no news: the feed's text stays."""


def _wanted(stand: Newsstand, addresses: list[str]) -> list[int] | None:
    """The ids of the feeds named; None for all."""
    if not addresses:
        return None
    ids = []
    for address in addresses:
        feed = stand.feeds.by_url(address)
        if feed is None:
            complain(f"{address}: there is no such feed; `edicola feeds list` names them")
        else:
            ids.append(feed.id)
    return ids


class _Teller:
    """Says how a refresh goes: news on standard output, faults and progress on standard error."""

    def __init__(self, names: dict[int, str], quiet: bool) -> None:
        self._names = names
        self._quiet = quiet
        self._live = is_terminal(sys.stderr) and not quiet
        self._asked = 0

    def take(self, event: dict[str, Any]) -> None:
        """Say one thing."""
        kind = event["event"]
        if kind == "feed":
            self._asked += 1
            self._feed(event)
        elif kind == "fetched" and self._live:
            sys.stderr.write(f"\r{event['articles']} of {counted(event['of'], 'article')} fetched")
            sys.stderr.flush()
        elif kind in ("refused", "note"):
            self._clear()
            complain(str(event["reason"]))
        elif kind == "done" and not self._quiet:
            self._clear()
            told = f"{counted(event['new'], 'new article')} from {counted(event['feeds'], 'feed')}"
            told += f", {event['failed']} failed" if event["failed"] else ""
            say(told + ("; stopped, what came is kept" if event["stopped"] else ""))

    def _feed(self, event: dict[str, Any]) -> None:
        name = self._names.get(event["id"], "")
        name = event["title"] or name if "://" in name else name
        if event["state"] == "failed":
            self._clear()
            complain(f"{name}: {event['reason']}")
        elif event["new"] and not self._quiet:
            self._clear()
            say(f"{name}: {event['new']} new")
        if self._live:
            sys.stderr.write(f"\r{self._asked}/{len(self._names)} feeds asked")
            sys.stderr.flush()

    def _clear(self) -> None:
        if self._live:
            sys.stderr.write("\r\x1b[K")


def unread(options: Options) -> int:
    """Print how many articles are unread."""
    session = open_session(options)
    with open_stand(session) as stand:
        count = stand.lists.unread()
        if not options.json:
            say(str(count))
            return 0
        feeds = [feed for feed in stand.feeds.all() if not feed.is_saved]
        told = {
            "unread": count,
            "starred": stand.lists.marked("starred"),
            "later": stand.lists.marked("later"),
            "failing": sum(feed.failing_since is not None for feed in feeds),
            "feeds": [
                {"title": feed.title, "url": feed.url, "unread": feed.unread} for feed in feeds
            ],
        }
        say(json.dumps(told, ensure_ascii=False))
    return 0
