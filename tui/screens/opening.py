"""Opening articles, keeping where one is in them, and saying when they were written."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.timer import Timer

from tui.document import Document, Echoes, PartialDate
from tui.panels.bars import Header
from tui.panels.rows import View
from tui.panels.search import Hits
from tui.screens.base import ReaderBase
from tui.screens.session import Session

if TYPE_CHECKING:
    from tui.library import Position

KEEP_AFTER = 1.0
"""Seconds between a move and the moment the position is on the disk."""


class OpeningActions(ReaderBase):
    """From a source to a document on the screen."""

    @dataclass
    class Opened(Message):
        """A source was read."""

        number: int
        document: Document

    @dataclass
    class NotOpened(Message):
        """A source could not be read."""

        number: int
        reason: str

    @dataclass
    class Progress(Message):
        """Some of a source has been read."""

        number: int
        done: int
        total: int | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest matters."""
            return isinstance(message, OpeningActions.Progress)

    @dataclass
    class DateUnderstood(Message):
        """What somebody typed as a date was read; None when it could not be."""

        document_id: str
        typed: str
        published: PartialDate | None

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._reading = threading.Event()
        self._keeper: Timer | None = None

    def open_number(self, number: int) -> None:
        """Show the source with that number: at once when it was read before."""
        self._reading.set()
        self.keep_position_now()
        self.number = number
        self.show_number()
        known = self.session.opened.get(number)
        if known is not None:
            self.show(known)
            return
        self.document = None
        self.note(f"Opening {self.session.sources[number]} …   Esc stops")
        self._reading = threading.Event()
        self._read(number, self._reading)

    def show_number(self) -> None:
        """Say in the header which of the articles is open, when there are several."""
        count = len(self.session.sources)
        self.query_one(Header).position = f"{self.number + 1}/{count}" if count > 1 else ""

    @work(
        thread=True, exclusive=True, group="open", exit_on_error=False, description="read a source"
    )
    def _read(self, number: int, cancel: threading.Event) -> None:
        from tui import pipeline
        from tui.sources import SourceError, Stopped

        session = self.session

        def progress(done: int, total: int | None) -> None:
            self.post_message(self.Progress(number, done, total))

        try:
            document = pipeline.open_source(
                session.sources[number],
                offline=session.offline,
                language=session.language,
                published=session.published,
                cancel=cancel,
                progress=progress,
                limits=session.settings.sources,
            )
        except Stopped:
            return
        except SourceError as error:
            self.post_message(
                self.NotOpened(number, pipeline.why_not(session.sources[number], error))
            )
            return
        if not cancel.is_set():
            self.post_message(self.Opened(number, document))

    @on(Progress)
    def _read_some(self, message: Progress) -> None:
        if message.number == self.number and self.document is None:
            kilobytes = f"{message.done // 1024} KB"
            if message.total:
                kilobytes += f" of {message.total // 1024} KB"
            source = self.session.sources[message.number]
            self.note(f"Opening {source} … {kilobytes}   Esc stops")

    @on(Opened)
    def _was_opened(self, message: Opened) -> None:
        self.session.opened[message.number] = message.document
        if message.number == self.number:
            self.show(message.document)

    @on(NotOpened)
    def _was_not_opened(self, message: NotOpened) -> None:
        if message.number == self.number:
            self.note(message.reason)
            more = "  J next article" if len(self.session.sources) > 1 else "  q quits"
            self.tell(f"It could not be opened.{more}")

    def stop_reading(self) -> bool:
        """Give up a source that is being read; False when none is."""
        if self.document is not None or self._reading.is_set():
            return False
        self._reading.set()
        self.note(f"{self.session.sources[self.number]}: stopped")
        return True

    def show(self, document: Document) -> None:
        """Show a document where it was left, with the date it was given."""
        document, position = self.resume(document)
        self.echoes, self.hits, self.analysed = Echoes(), Hits(), False
        if position is not None:
            self.view = View(position.view)
        self.set_reactive(ReaderBase.cursor, 0)
        self.pane.set_reactive(type(self.pane).cursor, 0)
        self.document = document
        self.cursor = position.sentence if position else 0
        self.call_after_refresh(self.begin_work)

    def resume(self, document: Document) -> tuple[Document, Position | None]:
        """The document under the date it was given, and where it was left, if it was.

        A view asked for on the command line stands in place of the one it was left in.
        """
        session, state = self.session, self.session.state
        given = state.article_date(document.id) if session.published is None else None
        if given is not None:
            document = document.with_published(given)
        session.opened[self.number] = document
        position = state.position(document.id)
        if position is None:
            return document, None
        last = max(0, len(document.sentences) - 1)
        view = session.view or (position.view if position.view in set(View) else self.view)
        return document, replace(
            position, sentence=min(position.sentence, last), view=View(view).value
        )

    def begin_work(self) -> None:
        """Start what goes on in the background; the working actions know what."""

    def action_next_article(self) -> None:
        """The next of the sources named on the command line."""
        self._other(1)

    def action_previous_article(self) -> None:
        """The previous one."""
        self._other(-1)

    def _other(self, by: int) -> None:
        number = self.number + by
        if 0 <= number < len(self.session.sources):
            self.open_number(number)
        else:
            self.tell("There is no other article this way.")

    # The position

    def remember_position(self) -> None:
        """Keep where the reader is, once they have stayed a moment."""
        if self._keeper is None and self.document is not None:
            self._keeper = self.set_timer(KEEP_AFTER, self.keep_position_now)

    def keep_position_now(self) -> None:
        """Keep where the reader is."""
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper = None
        if self.document is not None:
            from tui.library import Position

            position = Position(self.cursor, self.view.value)
            self.session.state.keep_position(self.document.id, position)

    # The article's date

    def action_set_date(self) -> None:
        """Ask when the article was written; its relative dates are then resolved anew."""
        document = self.document
        if document is None:
            return
        from tui.screens.dialogs import AskLine

        published = document.article.published

        def done(typed: str | None) -> None:
            if typed is not None and typed.strip():
                self._understand(document, typed.strip())

        self.app.push_screen(
            AskLine(
                "Written on (24 June 2024, 2024-06)",
                value=published.value if published else "",
            ),
            done,
        )

    @work(
        thread=True,
        exclusive=True,
        group="date",
        exit_on_error=False,
        description="understand a date",
    )
    def _understand(self, document: Document, typed: str) -> None:
        from tui.extract import parse_user_date

        published = parse_user_date(typed, document.article.language)
        self.post_message(self.DateUnderstood(document.id, typed, published))

    @on(DateUnderstood)
    def _date_understood(self, message: DateUnderstood) -> None:
        document = self.document
        if document is None or document.id != message.document_id:
            return
        if message.published is None:
            self.tell(f"“{message.typed}” is not a date; write 24 June 2024, or 2024-06.")
            return
        self.session.state.keep_article_date(document.id, message.published)
        self.document = document.with_published(message.published)
        self.session.opened[self.number] = self.document
        self.date_again()

    def date_again(self) -> None:
        """Resolve the dates anew; the working actions know how."""

    def action_open_original(self) -> None:
        """Open the page the article came from."""
        if self.document is None:
            return
        location = self.document.article.origin.location
        if location.lower().startswith(("http://", "https://")):
            self.app.open_url(location)
            self.tell(f"Opening {location} in the browser.")
        else:
            self.tell(f"This article did not come from the web, but from {location}.")
