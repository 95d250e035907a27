"""What the lists of the newsstand say, as data: rows of feeds, lines of headlines."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.library.kinds import Feed, Headline, Place, SavedSearch
from tui.panels.checks import SIGN_ROUGH
from tui.panels.rows import View
from tui.panels.wrap import clip, fill

MINUTE, HOUR, DAY, WEEK = 60, 3600, 86400, 7 * 86400
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

WIDE = 84
"""Cells from which a headline's source and age stand in columns before it."""
MARK, AGE, LANG, SOURCE = 3, 9, 3, 17
"""Widths of the columns before a headline, the blank after each included."""


class FeedRow(NamedTuple):
    """A row of the list of feeds."""

    place: Place
    label: str
    unread: int
    depth: int
    kind: Literal["shelf", "search", "folder", "feed"]
    failing: bool = False
    closed: bool = False
    """Whether a folder hides what is in it."""


@dataclass
class _Folder:
    """A folder, while the rows are made."""

    name: str
    unread: int = 0
    failing: bool = False


def feed_rows(
    feeds: Sequence[Feed], searches: Sequence[SavedSearch], unread: int, closed: set[str]
) -> list[FeedRow]:
    """Shelves, saved searches, folders with their feeds, and the feeds outside of folders."""
    rows = [
        FeedRow(Place("all"), "All", unread, 0, "shelf"),
        FeedRow(Place("starred"), "Starred", 0, 0, "shelf"),
        FeedRow(Place("later"), "Later", 0, 0, "shelf"),
    ]
    rows += [
        FeedRow(Place("feed", feed=feed.id), feed.title, feed.unread, 0, "shelf")
        for feed in feeds
        if feed.is_saved
    ]
    rows += [FeedRow(Place("search", s.query), s.name, 0, 0, "search") for s in searches]
    folders = _folders(feeds)
    order = sorted(folders, key=lambda name: [part.casefold() for part in name.split("/")])
    for name in order:
        if not _hidden(name, closed):
            rows.append(_folder_row(folders[name], name in closed))
            if name not in closed:
                rows += [_feed_row(f) for f in feeds if f.folder == name and not f.is_saved]
    return rows + [_feed_row(f) for f in feeds if not f.folder and not f.is_saved]


def _folders(feeds: Sequence[Feed]) -> dict[str, _Folder]:
    """Every folder, those that hold only folders too, with what its feeds amount to."""
    found: dict[str, _Folder] = {}
    for feed in feeds:
        parts = feed.folder.split("/") if feed.folder else []
        for depth in range(1, len(parts) + 1):
            folder = found.setdefault("/".join(parts[:depth]), _Folder("/".join(parts[:depth])))
            folder.unread += feed.unread
            folder.failing = folder.failing or bool(feed.failing_since)
    return found


def _hidden(name: str, closed: set[str]) -> bool:
    return any(name.startswith(f"{each}/") for each in closed)


def _folder_row(folder: _Folder, closed: bool) -> FeedRow:
    depth = folder.name.count("/")
    label = folder.name.rpartition("/")[2]
    place = Place("folder", folder.name)
    return FeedRow(place, label, folder.unread, depth, "folder", folder.failing, closed)


def _feed_row(feed: Feed) -> FeedRow:
    depth = feed.folder.count("/") + 1 if feed.folder else 0
    failing = bool(feed.failing_since)
    return FeedRow(Place("feed", feed=feed.id), feed.title, feed.unread, depth, "feed", failing)


def feed_line(row: FeedRow, width: int, busy: bool = False) -> str:
    """A row of the list of feeds: its name, whether it is asked or fails, what is unread."""
    sign = {"folder": "▸ " if row.closed else "▾ ", "search": "/ "}.get(row.kind, "")
    count = ("… " if busy else "! " if row.failing else "") + (
        str(row.unread) if row.unread else ""
    )
    room = max(1, width - len(count) - 2)
    return fill("  " * row.depth + sign + row.label, room) + f" {count:>{len(count)}} "


def age(sort: int | None, now: int) -> str:
    """How long ago, in short; the date when it is more than a week."""
    if sort is None:
        return "?"
    ago = now - sort
    if ago < MINUTE:
        return "now"
    if ago < HOUR:
        return f"{ago // MINUTE}m"
    if ago < DAY:
        return f"{ago // HOUR}h"
    if ago < WEEK:
        return f"{ago // DAY}d"
    try:
        day, today = time.localtime(sort), time.localtime(now)
    except (OverflowError, ValueError, OSError):
        return "?"
    if day.tm_year == today.tm_year:
        return f"{day.tm_mday} {_MONTHS[day.tm_mon - 1]}"
    return f"{day.tm_mday}/{day.tm_mon}/{day.tm_year % 100:02d}"


def marks(headline: Headline) -> str:
    """Unread, starred, later: a cell each at most, two in all."""
    kept = "★" if headline.starred else "+" if headline.later else ""
    return fill(("" if headline.read else "●") + kept, 2)


def words(headline: Headline, view: View) -> tuple[str, str]:
    """The line of a headline in a view, and the one under it; the second may be empty.

    Where a translation is wanted and there is none, what the paper says stands in its place.
    """
    title = headline.title or "(no title)"
    sign = f"{SIGN_ROUGH} " if headline.rough else ""
    translated = sign + headline.translation if headline.translation else ""
    if view is View.BOTH:
        return title, translated if headline.translation != title else ""
    own = "en" if view is View.ENGLISH else "it"
    return (title if headline.language == own or not translated else translated), ""


Line = tuple[str, Literal["title", "translation", "facts"]]


def item_height(width: int, view: View) -> int:
    """How many rows a headline takes: the same for all, so that no list needs to be laid out."""
    return (1 if width >= WIDE else 2) + (view is View.BOTH)


def item_lines(headline: Headline, width: int, view: View, now: int) -> list[Line]:
    """The rows of a headline, each as wide as the list."""
    first, second = words(headline, view)
    old = age(None if headline.published is None else headline.sort, now)
    if width >= WIDE:
        before = fill(old, AGE) + fill(headline.language or "?", LANG)
        before += fill(clip(headline.source, SOURCE - 1), SOURCE)
        lead = fill(marks(headline), MARK) + before
        lines: list[Line] = [(fill(lead + first, width), "title")]
        if view is View.BOTH:
            lines.append((fill(" " * (MARK + AGE + LANG + SOURCE) + second, width), "translation"))
        return lines
    lines = [(fill(fill(marks(headline), MARK) + first, width), "title")]
    if view is View.BOTH:
        lines.append((fill(" " * MARK + second, width), "translation"))
    facts = " · ".join((clip(headline.source, max(8, width - 20)), old, headline.language or "?"))
    lines.append((fill(" " * MARK + facts, width), "facts"))
    return lines
