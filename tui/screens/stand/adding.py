"""Adding feeds, naming them, putting them into folders, removing them; searches among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import on, work
from textual.message import Message

from tui.library.kinds import Feed, NewFeed, Place, counted
from tui.screens.stand.titles import StandTitles


class StandAdding(StandTitles):
    """Which feeds there are."""

    @dataclass
    class FeedsFound(Message):
        """The feeds of an address somebody typed are known, or why there are none."""

        address: str
        feeds: Sequence[dict[str, Any]]
        reason: str

    @dataclass
    class PageKept(Message):
        """A page is on the saved shelf, or why it is not."""

        article: int | None
        reason: str

    def action_add_feed(self) -> None:
        """Ask for an address; an empty one offers public feeds."""
        from tui.screens.dialogs import AskLine

        def done(typed: str | None) -> None:
            if typed is None:
                return
            if not typed.strip():
                self._offer_public()
                return
            address = typed.strip()
            if "://" not in address:
                address = f"https://{address}"
            if self.session.offline:
                self.take_feeds([NewFeed(address)])
                self.tell("Added as it is: Edicola is offline and could not look at it.")
                return
            self.tell(f"Looking for the feeds of {address} …  Esc stops")
            self._discover(address)

        hint = "the address of a feed or a page; empty: choose public ones"
        self.app.push_screen(AskLine("Add", hint=hint), done)

    @work(thread=True, exclusive=True, group="find", exit_on_error=False, description="find feeds")
    def _discover(self, address: str) -> None:
        feeds: list[dict[str, Any]] = []
        reason = ""
        job = self.job({"job": "discover", "address": address}, awaited=True)
        for event in self.follow(job):
            feeds += event.get("feeds") or []
            reason = str(event.get("reason") or reason)
        if not job.cancelled:
            self.post_message(self.FeedsFound(address, feeds, reason))

    @on(FeedsFound)
    def _feeds_found(self, message: FeedsFound) -> None:
        found = {str(each["url"]): str(each.get("title") or each["url"]) for each in message.feeds}
        if not found and "neither a feed" in message.reason:
            self._offer_page(message.address)
        elif not found:
            self.tell(message.reason or f"{message.address}: no feed was found there.")
        elif len(found) == 1:
            self.take_feeds([NewFeed(url) for url in found])
        else:
            from tui.screens.choosing import Choose

            def chosen(urls: list[str] | None) -> None:
                self.take_feeds([NewFeed(url) for url in urls or ()])

            self.app.push_screen(Choose("Which of its feeds?", found), chosen)

    def _offer_page(self, address: str) -> None:
        from tui.screens.dialogs import Confirm

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.tell(f"Reading {address} …  Esc stops")
                self._keep_page(address)
            else:
                self.tell("Nothing was added.")

        self.app.push_screen(Confirm(f"{address} has no feed. Keep the page itself?"), answered)

    @work(thread=True, exclusive=True, group="keep", exit_on_error=False, description="keep page")
    def _keep_page(self, address: str) -> None:
        last: dict[str, Any] = {}
        job = self.job({"job": "save", "address": address}, awaited=True)
        for event in self.follow(job):
            last = event
        if not job.cancelled:
            self.post_message(self.PageKept(last.get("article"), str(last.get("reason") or "")))

    @on(PageKept)
    def _page_kept(self, message: PageKept) -> None:
        self.tell(message.reason or "Kept on the saved shelf.")
        if message.article is not None:
            self.reload(message.article)

    def _offer_public(self) -> None:
        from tui.library.starters import starters
        from tui.screens.choosing import Choose

        known = {feed.url for feed in self.stand.feeds.all()}
        offered = {
            each.url: each for each in starters(self.session.places.seeds) if each.url not in known
        }

        def chosen(urls: list[str] | None) -> None:
            picked = [offered[url] for url in urls or ()]
            self.take_feeds([NewFeed(each.url, each.title, each.folder) for each in picked])

        choices = {url: f"{each.title}  ({each.language})" for url, each in offered.items()}
        self.app.push_screen(
            Choose("Public feeds; only those you choose are asked", choices), chosen
        )

    def take_feeds(self, feeds: Sequence[NewFeed]) -> None:
        """Add feeds and ask them for their articles."""
        if not feeds:
            return
        if self.place.kind == "folder":
            feeds = [
                each if each.folder else each._replace(folder=self.place.name) for each in feeds
            ]
        added = self.stand.feeds.add(feeds, f"{counted(len(feeds), 'feed')} added")
        if not added:
            self.tell("These feeds are there already.")
            return
        if len(added) == 1:
            self.place = Place("feed", feed=added[0].id)
        self.reload()
        if not self.session.offline:
            self.refresh_feeds([feed.id for feed in added])

    def _feed(self) -> Feed | None:
        """The feed the keys are about: the one listed, or that of the chosen headline."""
        if self.place.kind == "feed":
            return self.stand.feeds.get(self.place.feed)
        head = self.chosen() if self.stand_list is not self.feed_list else None
        return self.stand.feeds.get(head.feed) if head else None

    def _ask_feed(self, label: str, value: str, take: Any) -> None:
        from tui.screens.dialogs import AskLine

        def done(typed: str | None) -> None:
            if typed is not None:
                take(typed.strip())
                self.reload()

        self.app.push_screen(AskLine(label, value=value), done)

    def action_rename_feed(self) -> None:
        """Give the feed another name."""
        feed = self._feed()
        if feed is None or feed.is_saved:
            self.tell("Choose a feed first.")
            return
        self._ask_feed("Name", feed.title, lambda name: self.stand.feeds.rename(feed.id, name))

    def action_move_feed(self) -> None:
        """Put the feed into a folder."""
        feed = self._feed()
        if feed is None or feed.is_saved:
            self.tell("Choose a feed first.")
            return
        self._ask_feed(
            "Folder (A/B for one in another, empty for none)",
            feed.folder,
            lambda folder: self.stand.feeds.move(feed.id, folder),
        )

    def action_always_full_text(self) -> None:
        """Complete the articles of this feed from their pages always, or no longer."""
        feed = self._feed()
        if feed is None or feed.is_saved:
            self.tell("Choose a feed first.")
            return
        self.stand.feeds.set_full_text(feed.id, not feed.full_text)
        told = "no longer completed" if feed.full_text else "completed from their pages"
        self.tell(f"{feed.title}: articles are {told}.")

    def action_remove_feed(self) -> None:
        """Remove the feed, or the saved search, after asking."""
        from tui.screens.dialogs import Confirm

        if self.place.kind == "search":
            for each in self.stand.feeds.searches():
                if each.query == self.place.name:
                    self.stand.feeds.forget_search(each.id)
                    self.tell("The search is no longer kept.")
            self.place = Place("all")
            self.reload()
            return
        feed = self._feed()
        if feed is None or feed.is_saved:
            self.tell("Choose a feed first.")
            return

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.stand.feeds.remove([feed.id], f"{feed.title} removed")
                self.place = Place("all")
                self.reload()
                self.tell(f"{feed.title} is removed.  U undoes it")

        self.app.push_screen(Confirm(f"Remove {feed.title} and its articles?"), answered)

    # Searching

    def action_search_all(self) -> None:
        """Search everything that is kept; what is found is listed as one types."""
        from tui.screens.dialogs import AskLine

        before, article = self.place, self.headline_list.selected
        at = self.focused if self.focused is not None else self.headline_list
        if before.kind != "search":
            self.before_search = before, article
        self.to(self.headline_list)  # where there is room for one list, that of what is found

        def look(words: str) -> None:
            self.go_to_place(Place("search", words) if words.strip() else before)

        def done(words: str | None) -> None:
            if words is None or not words.strip():
                self.go_to_place(before, article)
                self.to(at)
            else:
                found = self.headline_list.count()
                self.tell(f"{found} found.  S keeps this search among the folders")
                self.to(self.headline_list)

        value = before.name if before.kind == "search" else ""
        self.app.push_screen(AskLine("Search everything", value=value, changed=look), done)

    def action_save_search(self) -> None:
        """Keep the search that is listed."""
        if self.place.kind != "search":
            self.tell("Search for something first.  / searches")
            return
        self.stand.feeds.save_search(self.place.name, self.place.name)
        self.show_feeds()
        self.tell("The search stands among the folders now.  D takes it away")
