"""What every group of actions of the newsstand can see: the place, its list, the article."""

from __future__ import annotations

import time
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widget import Widget

from tui.library import Newsstand
from tui.library.kinds import Headline, Place, Shown
from tui.panels.bars import Footer, Header
from tui.panels.stand_rows import feed_rows
from tui.screens.base import ReaderBase
from tui.screens.reading import ReaderScreen
from tui.screens.session import Session
from tui.screens.stand.columns import (
    FEEDS,
    HEADLINES,
    THREE,
    TWO,
    Columns,
    StandFeeds,
    StandHeadlines,
)

FIRST = 400
"""Headlines listed in the first picture; the rest of a long list follows it."""

EMPTY = (
    "The newsstand is empty.",
    "",
    "Enter  opens the article that ships with Edicola",
    "a      adds feeds: an address, or a choice of public ones",
    "",
    "`edicola feeds import FILE` takes the feeds of another reader.",
    "Nothing is contacted before you say so.",
)


def _columns(width: int) -> dict[str, bool]:
    """How many panels have room beside each other, as classes of the screen."""
    return {"three": width >= THREE, "two": TWO <= width < THREE, "one": width < TWO}


class StandBase(ReaderScreen):
    """The reading screen with the lists of the newsstand beside it."""

    AUTO_FOCUS = "StandHeadlines"

    def __init__(self, session: Session, width: int) -> None:
        super().__init__(session, width)
        self.place = Place("all")
        """What the headlines are of."""
        self.shown: Shown = "all"
        """Which of them are listed."""
        self.article: int | None = None
        """The article that is open."""
        self.before_search: tuple[Place, int | None] = Place("all"), None
        """The place, and the article chosen in it, to which Escape goes back from a search."""
        self.has_feeds = False
        self._folded: set[str] = set()
        self._version = 0
        self._reading.set()  # nothing is being read
        columns = [f"-{name}" for name, on in _columns(width).items() if on]
        self.add_class("-at-lists", "-at-headlines", "-empty", *columns)

    @property
    def stand(self) -> Newsstand:
        """What is kept."""
        return self.session.stand

    @property
    def feed_list(self) -> StandFeeds:
        """The feeds."""
        return self.query_one(StandFeeds)

    @property
    def headline_list(self) -> StandHeadlines:
        """The headlines."""
        return self.query_one(StandHeadlines)

    @property
    def stand_list(self) -> StandFeeds | StandHeadlines | None:
        """The list of the newsstand that has the keys, if one has."""
        focused = self.focused
        return focused if isinstance(focused, StandFeeds | StandHeadlines) else None

    def compose_body(self) -> ComposeResult:
        """The lists, then the article."""
        with Columns():
            yield StandFeeds()
            yield StandHeadlines(self._fetch).data_bind(ReaderBase.view)
            yield from super().compose_body()

    def _fetch(self, ids: Sequence[int]) -> list[Headline]:
        return self.stand.lists.headlines(ids)

    # What is listed

    def show_feeds(self) -> None:
        """List the feeds as they are now."""
        feeds = self.stand.feeds.all()
        self.has_feeds = bool(feeds)
        unread = self.stand.lists.unread()
        self.feed_list.show(feed_rows(feeds, self.stand.feeds.searches(), unread, self._folded))
        self.feed_list.choose(self.place)
        if self.document is None:
            self.query_one(Header).note = f"Edicola · {unread} unread" if unread else "Edicola"

    def show_headlines(self, keep: int | None = None, limit: int | None = None) -> None:
        """List the headlines of the place as they are now, with `keep` chosen if it is there."""
        ids = self.stand.lists.ids(self.place, self.shown, limit)
        listed = self.headline_list
        listed.now = int(time.time())
        listed.show(ids, self.heading(), self._empty_lines(), keep)
        self._version = self.stand.version()

    def heading(self) -> str:
        """What the list of headlines is called."""
        place = self.place
        name = place.name or {"all": "All", "starred": "Starred", "later": "Later"}.get(place.kind)
        if place.kind == "feed":
            feed = self.stand.feeds.get(place.feed)
            name = feed.title if feed else ""
        if place.kind == "search":
            name = f"Search: {place.name}"
        return f"{name} · {self.shown}" if self.shown != "all" else str(name)

    def _empty_lines(self) -> Sequence[str]:
        if not self.has_feeds:
            return EMPTY
        if self.place.kind == "search":
            return (self.stand.search.why_not(self.place.name) or "Nothing is found.", "Esc  back")
        if self.shown != "all":
            return (f"Nothing here is {self.shown}.", "f  shows the others")
        if self.place.kind == "starred":
            return ("Nothing is starred.", "s  stars an article")
        if self.place.kind == "later":
            return ("Nothing is kept for later.", "+  keeps an article for later")
        whose = "the feed for its" if self.place.kind == "feed" else "the feeds for their"
        return ("Nothing has come yet.", f"R  asks {whose} articles")

    def reload(self, keep: int | None = None) -> None:
        """List everything anew, with the same article chosen."""
        listed = self.headline_list
        listed.forget(None)
        self.show_feeds()
        self.show_headlines(keep if keep is not None else listed.selected)

    def go_to_place(self, place: Place, article: int | None = None) -> None:
        """List another place, with an article chosen in it."""
        if place != self.place:
            self.place = place
            self.show_headlines(article)

    def chosen(self) -> Headline | None:
        """The headline that the keys are about: the one chosen, or that of the open article."""
        at_text = self.stand_list is None
        number = self.article if at_text else self.headline_list.selected
        if number is None:
            return None
        found = self.stand.lists.headlines([number])
        return found[0] if found else None

    # Where it stands

    def room(self, width: int) -> int:
        """The cells that the lists leave of the width."""
        if self.has_class("-alone"):
            return width
        return width - (FEEDS if width >= THREE else 0) - (HEADLINES if width >= TWO else 0)

    def fit_text(self, width: int | None = None, **also: bool) -> None:
        """Put the lists beside the article, or show the one that has the keys."""
        columns = _columns(self.size.width if width is None else width)
        super().fit_text(width, **columns, **also)

    def to(self, panel: Widget) -> None:
        """Give a list, or the text, the keys, and show it where only one has room."""
        at_lists = isinstance(panel, StandFeeds | StandHeadlines)
        self.fit_text(
            empty=self.article is None,
            at_lists=at_lists,
            at_text=not at_lists,
            at_feeds=isinstance(panel, StandFeeds),
            at_headlines=isinstance(panel, StandHeadlines),
        )
        self.set_focus(panel)
        self.query_one(Footer).in_news = at_lists
