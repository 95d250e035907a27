"""Moving in the lists of the newsstand, between them and the article, and from unread to unread."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from tui.library.kinds import Place
from tui.screens.stand.columns import StandFeeds, StandHeadlines
from tui.screens.stand.jobs import StandJobs


class StandMoving(StandJobs):
    """The keys that move, in the lists too."""

    def _move(self, lines: int) -> None:
        if (panel := self.stand_list) is not None:
            panel.move(lines)
        else:
            super()._move(lines)

    def _page(self, pages: float) -> None:
        if (panel := self.stand_list) is not None:
            panel.move(round(pages * panel.page_size()) or (1 if pages > 0 else -1))
        else:
            super()._page(pages)

    def _step(self, by: int) -> None:
        if isinstance(self.stand_list, StandFeeds) and self.stand_list.turn(by > 0):
            return
        if (panel := self.stand_list) is not None:
            panel.move(by)
        else:
            super()._step(by)

    def action_top(self) -> None:
        """The beginning."""
        if (panel := self.stand_list) is not None:
            panel.move(-panel.count())
        else:
            super().action_top()

    def action_end(self) -> None:
        """The end."""
        if (panel := self.stand_list) is not None:
            panel.move(panel.count())
        else:
            super().action_end()

    def action_go(self) -> None:
        """Open the chosen article, or go to the headlines of the chosen feed."""
        if (panel := self.stand_list) is None:
            super().action_go()
        elif panel.count():
            panel.go()
        else:
            self.open_nothing()

    def open_nothing(self) -> None:
        """Open what there is in an empty newsstand; the opening actions know what."""

    def action_back(self) -> None:
        """From the article to the headlines, from them to the feeds, from a search to all."""
        panel = self.stand_list
        if isinstance(panel, StandHeadlines):
            if self.place.kind == "search":
                self.go_to_place(*self.before_search)
                self.show_feeds()
            else:
                self.to(self.feed_list)
        elif panel is None:
            busy = self.focused_list is not None or bool(self.hits.query)
            if busy or self.pane.selection is not None:
                super().action_back()
            else:
                self.to(self.headline_list)

    def _cycle(self, by: int) -> None:
        panels: list[Widget] = [self.feed_list, self.headline_list]
        if self.document is not None:
            panels += [self.pane, *(self.lists if self._sidebar_shown else ())]
        here = panels.index(self.focused) if self.focused in panels else 0
        there = panels[(here + by) % len(panels)]
        if there in self.lists:
            super()._cycle(by)
        else:
            self.to(there)

    def _to_text(self) -> None:
        super()._to_text()
        self.to(self.pane)

    @on(StandFeeds.PlaceChosen)
    def _place_chosen(self, message: StandFeeds.PlaceChosen) -> None:
        message.stop()
        self.go_to_place(message.place)

    @on(StandFeeds.Open)
    def _place_opened(self, message: StandFeeds.Open) -> None:
        message.stop()
        self.go_to_place(message.place)
        self.to(self.headline_list)

    @on(StandFeeds.FolderToggled)
    def _folder_toggled(self, message: StandFeeds.FolderToggled) -> None:
        message.stop()
        self._folded ^= {message.name}
        self.show_feeds()

    def on_descendant_focus(self) -> None:
        """Show the keys of the panel that has them, also where a click gave them."""
        super().on_descendant_focus()
        if self.focused is not None and isinstance(self.focused, StandFeeds | StandHeadlines):
            self.to(self.focused)

    # From article to article

    def open_article(self, article: int) -> None:
        """Open an article; the opening actions know how."""

    def _other(self, by: int) -> None:
        listed = self.headline_list
        if not listed.count():
            self.tell("There is no other article this way.")
            return
        before = listed.selected
        if self.stand_list is None and self.article is not None:
            listed.select(self.article)
            before = self.article
        listed.move(by)
        if listed.selected in (None, before):
            self.tell("There is no other article this way.")
        elif listed.selected is not None:
            self.open_article(listed.selected)

    def action_next_unread(self) -> None:
        """Open the next unread article, here or in the next feed that has one."""
        self._unread(True)

    def action_previous_unread(self) -> None:
        """Open the unread article before."""
        self._unread(False)

    def _unread(self, forward: bool) -> None:
        at_text = self.stand_list is None
        here = self.article if at_text else self.headline_list.selected
        head = self.chosen()
        if forward and head is not None and not head.read and head.id != self.article:
            self.open_article(head.id)
            return
        found = self.stand.lists.next_unread(self.place, here, forward)
        if found is None:
            found = self._unread_elsewhere(forward)
        if found is None:
            self.tell("Nothing else is unread.")
            return
        self.headline_list.select(found)
        self.open_article(found)

    def _unread_elsewhere(self, forward: bool) -> int | None:
        """The unread article of the next place in the list of feeds that has one; go there."""
        feeds = [feed for feed in self.stand.feeds.all() if feed.unread]
        if not forward:
            feeds.reverse()
        if self.place.kind == "feed":
            ids = [feed.id for feed in feeds]
            at = ids.index(self.place.feed) + 1 if self.place.feed in ids else 0
            feeds = feeds[at:] + feeds[:at]
        for feed in feeds:
            place = Place("feed", feed=feed.id)
            found = self.stand.lists.next_unread(place, None, forward)
            if found is not None:
                self.place, self.shown = place, "all"
                self.show_headlines(keep=found)
                self.feed_list.choose(place)
                return found
        return None

    def action_next_match(self) -> None:
        """The next match of a search in the article; without one the next unread article."""
        if self.hits.query:
            super().action_next_match()
        else:
            self.action_next_unread()

    def action_article_only(self) -> None:
        """The article alone, or with the lists."""
        if self.document is None:
            self.tell("No article is open.")
            return
        self.toggle_class("-alone")
        self._show_sidebar(False)
        self.to(self.pane)

    def action_toggle_sidebar(self) -> None:
        """In the newsstand the key of the sidebar leaves the article alone, and brings all back."""
        alone = self.has_class("-alone")
        self.set_class(not alone, "-alone")
        self._show_sidebar(alone and self.session.settings.reading.sidebar)
        self.to(self.pane)
