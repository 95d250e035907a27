"""The list of headlines: any number of articles, of which those in sight are fetched."""

from __future__ import annotations

import time
from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.library.kinds import Headline
from tui.panels.rows import View
from tui.panels.stand_list import StandList
from tui.panels.stand_rows import Line, item_height, item_lines
from tui.panels.wrap import fill

KEPT = 400
"""Headlines that are kept in memory."""


def _nearest(before: Sequence[int], at: int, ids: Sequence[int]) -> int | None:
    """What is in `ids` of a list as it was: the first from a place on, else the last before."""
    there = set(ids)
    after = next((article for article in before[at:] if article in there), None)
    if after is not None:
        return after
    return next((article for article in reversed(before[:at]) if article in there), None)


class HeadlineList(StandList):
    """Ids in order, and the headlines of those in sight."""

    WHEEL = 2

    view: var[View] = var(View.BOTH)

    @dataclass
    class HeadlineChosen(Message):
        """The reader moved to a headline."""

        article: int

        def can_replace(self, message: Message) -> bool:
            """Only where the reader is now matters."""
            return isinstance(message, HeadlineList.HeadlineChosen)

    @dataclass
    class OpenArticle(Message):
        """Open an article."""

        article: int

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[Headline]],
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        """`fetch` gives the headlines of some ids, in their order."""
        super().__init__(id=id)
        self._fetch = fetch
        self._ids: Sequence[int] = array("q")
        self._kept: OrderedDict[int, Headline] = OrderedDict()
        self._title = ""
        self._empty: Sequence[str] = ()
        self._drawn: dict[int, tuple[Headline, list[Line]]] = {}
        self._drawn_for: tuple[int, View, int] | None = None
        self._rows: tuple[int, int, range] = (1, 1, range(0))
        """Lines of a headline, the width, and where the mark of the scroll bar is."""
        self.now = int(time.time())

    def show(
        self, ids: Sequence[int], title: str, empty: Sequence[str], keep: int | None = None
    ) -> None:
        """List these articles; `keep` stays chosen, or what stood after it when it is gone."""
        offset = self._at - self._top
        before, at = self._ids, self._at
        gone = keep is not None and keep == self.selected and keep not in ids
        self._ids, self._title, self._empty = ids, title, empty
        if gone:
            keep = _nearest(before, at, ids)
        self._at = 0
        if keep is not None:
            self._at = self._place_of(keep) or 0
        self._top = max(0, self._at - offset)
        self.show_chosen()

    def _place_of(self, article: int) -> int | None:
        try:
            return self._ids.index(article)
        except ValueError:
            return None

    @property
    def selected(self) -> int | None:
        """The article the list stands at."""
        return self._ids[self._at] if self._at < len(self._ids) else None

    def select(self, article: int) -> None:
        """Stand at an article, if it is listed."""
        at = self._place_of(article)
        if at is not None:
            self._at = at
            self.show_chosen()

    def headline(self, article: int) -> Headline | None:
        """The headline of an article, fetched when it is not at hand."""
        if article not in self._kept:
            for each in self._fetch([article]):
                self._kept[each.id] = each
        return self._kept.get(article)

    def forget(self, articles: Sequence[int] | None) -> None:
        """Fetch these headlines, or all, anew when they are painted next."""
        if articles is None:
            self._kept.clear()
        else:
            for article in articles:
                self._kept.pop(article, None)
        self.refresh()

    def in_sight(self, ahead: int = 0) -> list[int]:
        """The articles that are to be seen, and so many after and before them."""
        end = self._top + self._fits + 1
        shown = list(self._ids[self._top : end])
        return [
            *shown,
            *self._ids[end : end + ahead],
            *self._ids[max(0, self._top - ahead // 4) : self._top],
        ]

    @property
    def _each(self) -> int:
        return item_height(self.size.width, self.view)

    @property
    def _fits(self) -> int:
        return max(1, (self.size.height - 1) // self._each)

    def told(self) -> None:
        """Say which headline was chosen."""
        self.post_message(self.HeadlineChosen(self._ids[self._at]))

    def count(self) -> int:
        """How many articles are listed."""
        return len(self._ids)

    def page_size(self) -> int:
        """How many headlines a page is."""
        return self._fits

    def row_height(self) -> int:
        """How many lines a headline takes."""
        return self._each

    def go(self) -> None:
        """Ask for the chosen article."""
        if self.selected is not None:
            self.post_message(self.OpenArticle(self.selected))

    def watch_view(self) -> None:
        """Speak the language of the view, with the same headline chosen."""
        self.show_chosen()

    def on_click(self, event: events.Click) -> None:
        """Choose the headline under the mouse; twice opens it."""
        number = self._top + (event.y - 1) // self._each
        if event.y >= 1 and number < len(self._ids):
            self.move(number - self._at)
            if event.chain > 1:
                self.go()

    def prepare(self) -> None:
        """Fetch what is in sight and not at hand, in one go."""
        wanted = self._ids[self._top : self._top + self._fits + 1]
        missing = [article for article in wanted if article not in self._kept]
        for article in wanted:  # what is in sight is the last to be let go
            if article in self._kept:
                self._kept.move_to_end(article)
        if missing:
            for each in self._fetch(missing):
                self._kept[each.id] = each
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        width = self.size.width
        drawn, drawn_for = self._drawn, (width, self.view, self.now)
        if drawn_for != self._drawn_for:
            drawn, self._drawn_for = {}, drawn_for
        self._drawn = {
            article: (
                drawn[article]
                if article in drawn and drawn[article][0] is self._kept[article]
                else self._draw(article, max(1, width - 2))
            )
            for article in wanted
            if article in self._kept
        }
        self._rows = (self._each, width, self._scroll_mark())

    def _draw(self, article: int, width: int) -> tuple[Headline, list[Line]]:
        headline = self._kept[article]
        return headline, item_lines(headline, width, self.view, self.now)

    def paint(self, y: int) -> Strip:
        """The title, then the headlines in sight; or what to do when there are none."""
        each, width, _ = self._rows
        if y == 0:
            return self._paint_title(width)
        if not self._ids:
            line = self._empty[y - 2] if 0 <= y - 2 < len(self._empty) else ""
            return Strip([Segment(fill("  " + line, width), self.looks["list-words"])])
        number, row = divmod(y - 1, each)
        number += self._top
        drawn = self._drawn.get(self._ids[number]) if number < len(self._ids) else None
        if drawn is None:
            return Strip([Segment(" " * (width - 1), self.plain), self._scroll_cell(y)])
        headline, lines = drawn
        text, role = lines[row]
        look = {"translation": "stacked", "facts": "list-unsure"}.get(role)
        style = self.looks[look or ("list-words" if headline.read else "list-head")]
        bar_style = self.looks["caret"]
        here = number == self._at
        if here:
            shade = self.over("cursor")
            style, bar_style = style + shade, bar_style + shade
        bar = ("▌" if self.has_focus else "│") if here else " "
        return Strip([Segment(bar, bar_style), Segment(text, style), self._scroll_cell(y)])

    def _paint_title(self, width: int) -> Strip:
        look = "list-title-focused" if self.has_focus else "list-title"
        count = f" {len(self._ids)}" if self._ids else ""
        title = f"{'▸' if self.has_focus else ' '} {self._title}{count}"
        return Strip([Segment(fill(title, width), self.looks[look])])

    def _scroll_cell(self, y: int) -> Segment:
        """The cell at the right that shows where in a long list one is."""
        if y - 1 in self._rows[2]:
            return Segment("┃", self.looks["scroll"])
        return Segment(" ", self.plain)

    def _scroll_mark(self) -> range:
        fits, count = self._fits, len(self._ids)
        if count <= fits:
            return range(0)
        rows = max(1, self.size.height - 1)
        tall = max(1, rows * fits // count)
        start = round((rows - tall) * self._top / (count - fits))
        return range(start, start + tall)
