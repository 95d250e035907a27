"""`edicola feeds`: which feeds are taken, in and out."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import complain, is_terminal, say
from tui.cli.session import Session, open_session
from tui.cli.stand import open_stand
from tui.library.kinds import Feed, NewFeed, counted
from tui.sources.reasons import address_for_people

if TYPE_CHECKING:
    from tui.cli.arguments import Options

LISTED = 100
"""Problems of a file of feeds that are told one by one."""


def add(options: Options) -> int:
    """Take feeds by their addresses."""
    session = open_session(options)
    found: list[NewFeed] = []
    status = 0
    for address in options.addresses:
        whole = address if "://" in address else f"https://{address}"
        feeds = [whole] if options.as_is or session.offline else _look(session, whole, options.all)
        status = status if feeds else 1
        found += [NewFeed(url, options.title, options.folder) for url in feeds]
    with open_stand(session, to_keep=True) as stand:
        for feed in found:
            if stand.feeds.by_url(feed.url):
                say(f"{address_for_people(feed.url)} is there already")
        for added in stand.feeds.add(found, "feeds added"):
            say(f"{address_for_people(added.url)} is added; `edicola refresh` asks it")
    return status


def _look(session: Session, address: str, every: bool) -> list[str]:
    """The feeds at an address; asked which when there are several."""
    from tui.refresh.discover import discover

    feeds, reason = discover(address, session.settings, threading.Event())
    if not feeds:
        complain(reason)
    if len(feeds) <= 1 or every:
        return [feed["url"] for feed in feeds]
    for number, feed in enumerate(feeds, 1):
        say(f"{number}  {feed['title'] or '(no title)'}  {feed['url']}")
    if not is_terminal(sys.stdin):
        complain("several feeds are there; name one of them, or use --all")
        return []
    sys.stderr.write("Which? Numbers with blanks between; Enter for none: ")
    sys.stderr.flush()
    chosen = {int(word) for word in sys.stdin.readline().split() if word.isdecimal()}
    return [feed["url"] for number, feed in enumerate(feeds, 1) if number in chosen]


def list_(options: Options) -> int:
    """Name the feeds, and why those fail that do."""
    from tui.cli.table import table
    from tui.newsroom import written

    with open_stand(open_session(options)) as stand:
        feeds = [feed for feed in stand.feeds.all() if not feed.is_saved]
    if options.json:
        for feed in feeds:
            say(json.dumps(_facts(feed), ensure_ascii=False))
        return 0
    if not feeds:
        complain("there are no feeds yet; `edicola feeds add ADDRESS` takes one")
        return 0
    rows = []
    for feed in feeds:
        since = written(feed.failing_since)
        fault = f"fails since {since.value}: {feed.reason}" if since else ""
        rows.append((feed.folder or "-", feed.title, str(feed.unread), feed.url, fault))
    say(table([("folder", "title", "unread", "address", ""), *rows]))
    return 0


def _facts(feed: Feed) -> dict[str, object]:
    return {
        "url": feed.url,
        "title": feed.title,
        "folder": feed.folder,
        "unread": feed.unread,
        "articles": feed.total,
        "full_text": feed.full_text,
        "failing_since": feed.failing_since,
        "reason": feed.reason or None,
    }


def remove(options: Options) -> int:
    """Remove feeds; they can be brought back."""
    with open_stand(open_session(options), to_keep=True) as stand:
        status = 0
        found = []
        for address in options.addresses:
            feed = stand.feeds.by_url(address)
            if feed is None:
                complain(f"{address}: there is no such feed; `edicola feeds list` names them")
                status = 1
            else:
                found.append(feed)
        if found:
            stand.feeds.remove(
                [feed.id for feed in found], f"{counted(len(found), 'feed')} removed"
            )
            for feed in () if stand.failed else found:
                say(f"{feed.title} is removed; `edicola feeds undo` brings it back")
    return status


def import_(options: Options) -> int:
    """Take the feeds of a file."""
    from tui.library.opml import looks_like_opml, read_opml
    from tui.library.urls import read_urls

    try:
        source = options.file
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        complain(f"{options.file}: {error.strerror or error}; nothing was read")
        return 1
    read = read_opml(data) if looks_like_opml(data) else read_urls(data)
    for problem in read.problems[:LISTED]:
        complain(f"{options.file}: {problem}")
    if len(read.problems) > LISTED:
        more = counted(len(read.problems) - LISTED, "more problem")
        complain(f"{options.file}: and {more}; what is good in it is taken all the same")
    if not read.feeds:
        complain(f"{options.file}: no feeds were found in it")
        return 1
    with open_stand(open_session(options), to_keep=True) as stand:
        added = stand.feeds.add(read.feeds, f"import of {Path(options.file).name}")
    known = len(read.feeds) - len(added)
    say(f"{counted(len(added), 'feed')} added, {known} known already")
    return 0


def export(options: Options) -> int:
    """Write the feeds as OPML; a file is there whole or not at all."""
    from tui.library.opml import write_opml

    with open_stand(open_session(options)) as stand:
        text = write_opml(stand.feeds.all())
    if options.file is None:
        say(text, end="")
        return 0
    return _write(Path(options.file), text)


def _write(path: Path, text: str) -> int:
    import os
    import tempfile

    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=".edicola-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        complain(f"{path}: {error.strerror or error}; nothing was written")
        return 1
    say(f"{path} is written")
    return 0


def undo(options: Options) -> int:
    """Take the last change to many things back."""
    with open_stand(open_session(options), to_keep=True) as stand:
        undone = stand.marks.undo()
    say(f"undone: {undone}" if undone else "there is nothing to undo")
    return 0 if undone else 1


ANSWERS: Mapping[str, Callable[[Options], int]] = {
    "add": add,
    "list": list_,
    "remove": remove,
    "import": import_,
    "export": export,
    "undo": undo,
}
