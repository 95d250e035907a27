"""The lists of the newsstand with their keys, and where they stand beside the article."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.commands import NEWS
from tui.panels.feed_list import FeedList
from tui.panels.headline_list import HeadlineList

THREE = 150
"""Cells from which feeds, headlines and the article stand beside each other."""
TWO = 100
"""Cells from which two of them do."""
FEEDS, HEADLINES = 26, 46
"""The widths of the lists beside an article."""

_BINDINGS: list[BindingType] = [
    Binding(
        ",".join(command.keys),
        f"screen.{command.action}",
        command.title,
        show=False,
        id=command.id,
    )
    for command in NEWS
]


class StandFeeds(FeedList):
    """The feeds; every key of the newsstand works in it."""

    BINDINGS: ClassVar[list[BindingType]] = _BINDINGS


class StandHeadlines(HeadlineList):
    """The headlines; every key of the newsstand works in it."""

    BINDINGS: ClassVar[list[BindingType]] = _BINDINGS


class Columns(Widget):
    """Holds the lists and the article: three beside each other, two, or the one with the keys."""

    BLANK = True
    SCOPED_CSS = False
    DEFAULT_CSS = f"""
    Columns {{ layout: horizontal; height: 1fr; width: 1fr; }}
    StandFeeds {{ width: {FEEDS}; height: 1fr; }}
    StandHeadlines {{ width: {HEADLINES}; height: 1fr; }}
    .-two StandHeadlines, .-one StandHeadlines, .-one StandFeeds {{ width: 1fr; }}
    .-two.-at-text StandHeadlines {{ width: {HEADLINES}; }}
    .-two.-at-text StandFeeds, .-two.-at-lists Body {{ display: none; }}
    .-one StandFeeds, .-one StandHeadlines, .-one Body {{ display: none; }}
    .-one.-at-feeds StandFeeds, .-one.-at-headlines StandHeadlines {{ display: block; }}
    .-one.-at-text Body {{ display: block; }}
    .-empty StandHeadlines {{ width: 1fr; }}
    .-three.-empty Body {{ display: none; }}
    .-alone.-at-text StandFeeds, .-alone.-at-text StandHeadlines {{ display: none; }}
    """
