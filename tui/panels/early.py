"""The first picture of the newsstand, written before anything slow is loaded.

To load what draws the screen takes longer than to read and write what stands on it. So the lists
are written to the terminal at once, by the same rules; the screen then draws itself over them.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.library import Newsstand
from tui.library.kinds import Place
from tui.panels.rows import View
from tui.panels.stand_rows import FeedRow, feed_line, feed_rows, item_height, item_lines
from tui.panels.wrap import fill

FEEDS = 26
"""Cells of the list of feeds, where there is room for it."""
TWO = 100
"""Cells from which there is."""
LOOKS = (
    *("plain", "bar", "bar-title", "list-title", "list-title-focused", "list-head", "list-words"),
    *("stacked", "list-unsure"),
)
"""The looks that are used, by their names in the table of looks."""
FACT = "early-looks"
"""Where the newsstand keeps how the looks were drawn last, as JSON."""

_ROLES = {"translation": "stacked", "facts": "list-unsure"}
_UNKNOWN = {"bar": "\x1b[7m", "bar-title": "\x1b[1;7m", "list-title": "\x1b[7m",
            "list-head": "\x1b[1m", "list-unsure": "\x1b[2m"}  # fmt: skip


class Early(NamedTuple):
    """What the picture is made of."""

    columns: int
    rows: int
    view: View
    looks: Mapping[str, str]
    """The codes that begin each look."""


def picture(stand: Newsstand, columns: int, rows: int, view: View) -> str | None:
    """The codes and words of the first picture; None when there is nothing to show."""
    early = Early(columns, rows, view, _looks(stand))
    width = columns - (FEEDS if columns >= TWO else 0)
    fits = max(1, (rows - 3) // item_height(width, view) + 1)
    heads = stand.lists.headlines(stand.lists.ids(Place("all"), limit=fits))
    if not heads or columns < 20 or rows < 5:
        return None
    now = int(time.time())
    unread, total = stand.lists.unread(), stand.lists.count()
    middle = [_styled(early, "list-title-focused", fill(f"▸ All {total}", width))]
    for number, head in enumerate(heads):
        bar = "▌" if number == 0 else " "
        for text, role in item_lines(head, width - 2, view, now):
            look = _ROLES.get(role) or ("list-words" if head.read else "list-head")
            middle.append(_styled(early, look, fill(bar + text, width)))
    left = _feeds(early, stand, unread) if columns >= TWO else [""] * rows
    title = _styled(early, "bar-title", fill(f" Edicola · {unread} unread", columns))
    lines = [title]
    blank = _styled(early, "plain", " " * width)
    middle += [blank] * (rows - 2 - len(middle))
    lines += [left[row] + middle[row] for row in range(rows - 2)]
    lines.append(_styled(early, "bar", " " * columns))
    return "\x1b[H" + "\r\n".join(lines)


def _feeds(early: Early, stand: Newsstand, unread: int) -> Sequence[str]:
    rows: list[FeedRow] = feed_rows(stand.feeds.all(), stand.feeds.searches(), unread, set())
    lines = [_styled(early, "list-title", fill("  Feeds", FEEDS))]
    for number, row in enumerate(rows[: early.rows]):
        look = "list-head" if row.unread or row.kind == "folder" else "list-words"
        bar = "│" if number == 0 else " "
        lines.append(_styled(early, look, fill(bar + feed_line(row, FEEDS - 1), FEEDS)))
    lines += [_styled(early, "plain", " " * FEEDS)] * (early.rows - len(lines))
    return lines


def _styled(early: Early, look: str, text: str) -> str:
    return f"{early.looks.get(look, '')}{text}\x1b[0m"


def _looks(stand: Newsstand) -> Mapping[str, str]:
    import json

    kept = stand.fact(FACT)
    if kept is None:
        return _UNKNOWN
    found = json.loads(kept)
    return found if isinstance(found, dict) else _UNKNOWN
