"""Opening articles from the store, completing them from their pages, and their links."""

from __future__ import annotations

import time
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from tui.document import Document
from tui.library.kinds import Kept
from tui.panels.bars import Footer, Header
from tui.screens.stand.columns import StandHeadlines
from tui.screens.stand.moving import StandMoving

KEPT_OPEN = 20
"""Documents of this run that are kept with what was found in them."""


class StandOpening(StandMoving):
    """From a headline to a document on the screen, at once."""

    @dataclass
    class PageCame(Message):
        """The page of an article was read, or could not be."""

        article: int
        event: dict[str, object]
        asked: bool

    @dataclass
    class SeedKept(Message):
        """The article that ships with Edicola is on the shelf."""

        article: int | None

    def open_article(self, article: int) -> None:
        """Show an article, mark it read, and complete it when its feed gave the beginning only."""
        from tui import newsroom
        from tui.sources import SourceError

        kept = self.stand.texts.get(article)
        if kept is None:
            self.tell("This article is no longer kept.")
            return
        self.keep_position_now()
        self.keep_found()
        self.number = self.article = article
        document = self.session.opened.get(article)
        try:
            if document is None or document.text.find(kept.text.words[:2000]) < 0:
                document = newsroom.as_document(kept)
        except SourceError as error:
            self.document = None
            self.note(f"{kept.headline.title}: {error}")
        else:
            self._trim(article)
            self.show(document)
            self.query_one(Header).position = ""
        self.query_one(Footer).links = len(kept.links)
        self.to(self.pane)
        self._mark_read(article)
        self._complete(kept)

    def _trim(self, article: int) -> None:
        opened = self.session.opened
        for number in [number for number in opened if number != article][:-KEPT_OPEN]:
            del opened[number]

    def _mark_read(self, article: int) -> None:
        listed = self.headline_list
        listed.select(article)
        self.stand.marks.set(article, "read", True)
        listed.forget([article])
        self.show_feeds()

    def keep_found(self) -> None:
        """Let the translation, speakers and dates of the open article be searched for."""
        if self.article is not None and self.document is not None and self.analysed:
            self._keep_found(self.article, self.document)

    @work(thread=True, group="keep-found", exit_on_error=False, description="keep what was found")
    def _keep_found(self, article: int, document: Document) -> None:
        self._found_is_kept(article, document)

    def _found_is_kept(self, article: int, document: Document) -> None:
        speakers = dict.fromkeys(q.speaker.name for q in document.quotes if q.speaker)
        dates = dict.fromkeys(date.value for date in document.dates)
        translated = (t.text for t in document.translations if t is not None and t.text)
        self.stand.texts.keep_findings(
            article, " ".join(translated), "\n".join(speakers), "\n".join(dates)
        )

    def action_quit(self) -> None:
        """Leave; where one was, and what was found, is kept."""
        if self.article is not None and self.document is not None and self.analysed:
            self._found_is_kept(self.article, self.document)
        super().action_quit()

    @on(StandHeadlines.OpenArticle)
    def _headline_opened(self, message: StandHeadlines.OpenArticle) -> None:
        message.stop()
        self.open_article(message.article)

    # The article that ships with Edicola

    def open_nothing(self) -> None:
        """Open the article that ships with Edicola; it is then on the saved shelf."""
        seed = self.session.places.seed
        if self.has_feeds or seed is None:
            return
        self.note("Opening …")
        self._keep_seed(str(seed))

    @work(thread=True, exclusive=True, group="seed", exit_on_error=False, description="open seed")
    def _keep_seed(self, path: str) -> None:
        from tui import newsroom, pipeline
        from tui.sources import SourceError

        try:
            document = pipeline.open_source(path)
        except SourceError:
            self.post_message(self.SeedKept(None))
            return
        entry = newsroom.as_incoming(document, int(time.time()))
        self.post_message(self.SeedKept(self.stand.intake.save(entry)))

    @on(SeedKept)
    def _seed_kept(self, message: SeedKept) -> None:
        if message.article is None:
            self.tell("The article that ships with Edicola could not be opened.")
            return
        self.reload(message.article)
        self.open_article(message.article)

    # The page

    def _complete(self, kept: Kept) -> None:
        wanted = kept.truncated and not kept.page_tried and not self.session.offline
        if wanted and kept.headline.link.startswith(("http://", "https://")):
            self._ask_page(kept.headline.id, asked=False)

    def action_full_text(self) -> None:
        """Take the text from the page, or go back to the feed's."""
        head = self.chosen()
        if head is None:
            self.tell("Choose an article first.")
            return
        if self.stand.texts.swap(head.id):
            kept = self.stand.texts.get(head.id)
            self._show_again(head.id)
            whose = "page's" if kept and kept.from_page else "feed's"
            self.tell(f"This is the {whose} text.  x shows the other one")
        elif self.session.offline:
            self.tell("Edicola is offline, the page was not fetched; start it without --offline.")
        elif not head.link.startswith(("http://", "https://")):
            self.tell("This article has no page.")
        else:
            self.tell("Reading the page …  Esc stops")
            self._ask_page(head.id, asked=True)

    @work(thread=True, exclusive=True, group="page", exit_on_error=False, description="read page")
    def _ask_page(self, article: int, asked: bool) -> None:
        last: dict[str, object] = {}
        job = self.job({"job": "page", "article": article}, awaited=asked)
        for event in self.follow(job):
            last = event
        if not job.cancelled:
            self.post_message(self.PageCame(article, last, asked))

    @on(PageCame)
    def _page_came(self, message: PageCame) -> None:
        state, reason = message.event.get("state"), str(message.event.get("reason") or "")
        if state == "better":
            self._show_again(message.article)
            self.tell_in_turn("The whole text came from the page.  x shows the feed's")
        elif message.asked:
            self.tell(reason or "The page gives no more than the feed; its text stays.")

    def _show_again(self, article: int) -> None:
        """Show the other text of the open article, at the same sentence."""
        if article != self.article:
            return
        from tui import newsroom
        from tui.sources import SourceError

        kept = self.stand.texts.get(article)
        if kept is None:
            return
        try:
            document = newsroom.as_document(kept)
        except SourceError:
            return
        self.query_one(Footer).links = len(kept.links)
        at = self.cursor
        self.session.opened.pop(article, None)
        self.show(document)
        self.cursor = min(at, max(0, len(document.sentences) - 1))

    # Links and the original

    def action_links(self) -> None:
        """List what belongs to the article and is not text."""
        head = self.chosen()
        kept = self.stand.texts.get(head.id) if head else None
        if kept is None or not kept.links:
            self.tell("This article has no other links.")
            return
        from tui.screens.choosing import Choose

        links = {link.url: f"{link.kind}: {link.title or link.url}" for link in kept.links}

        def chosen(urls: list[str] | None) -> None:
            for url in urls or ():
                self.app.open_url(url)
                self.tell(f"Opening {url} in the browser.")

        self.app.push_screen(Choose("Links of the article", links, one=True), chosen)

    def action_open_original(self) -> None:
        """Open the page the article came from."""
        head = self.chosen()
        if head is None:
            self.tell("Choose an article first.")
        elif head.link.startswith(("http://", "https://")):
            self.app.open_url(head.link)
            self.tell(f"Opening {head.link} in the browser.")
        else:
            self.tell("This article has no page.")
