"""What goes on behind the text: finding quotes and dates, and translating."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from tui.document import DateMention, Document, Quote, State, Translation, corrected
from tui.panels.checks import Checks
from tui.screens.echoing import NEAR, EchoingActions
from tui.screens.session import Session

if TYPE_CHECKING:
    from tui.translate import Translator


class WorkingActions(EchoingActions):
    """Workers that only post messages, and the handlers that take what they found.

    Every result names the document it answers; one that comes too late is dropped. Every worker
    has a description: without one Textual makes it of the `repr` of the whole document.
    """

    @dataclass
    class Analysed(Message):
        """The quotes and dates of a document were found; quotes None when only dates were."""

        document_id: str
        quotes: Sequence[Quote] | None
        dates: Sequence[DateMention]
        published: object

    @dataclass
    class Translated(Message):
        """Some sentences of a document came to another state."""

        document_id: str
        new: Mapping[int, Translation]

    @dataclass
    class TranslationEnded(Message):
        """The translation of a document went as far as it could."""

        document_id: str
        notice: str | None
        waiting: Sequence[Translator]
        """The engines that would go on, if the reader agreed to their hosts."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._translating = threading.Event()
        self._analysing = threading.Event()
        self._waiting: Sequence[Translator] = ()

    def begin_work(self) -> None:
        """Look for quotes and dates, and translate."""
        if self.document is None:
            return
        self.checks = Checks.of(self.document)
        self.forget_echoes()
        self._waiting = ()
        self._analysing.set()
        self._analysing = threading.Event()
        self._analyse(self.document)
        self._start_translation()

    def stop_work(self) -> None:
        """Let go of what goes on in the background."""
        self._translating.set()
        self._analysing.set()
        self._reading.set()

    # Quotes and dates

    @work(
        thread=True,
        exclusive=True,
        group="analyse",
        exit_on_error=False,
        description="find quotes and dates",
    )
    def _analyse(self, document: Document, dates_only: bool = False) -> None:
        from tui import apart, pipeline

        cancel = self._analysing
        try:
            found = pipeline.redate(document) if dates_only else apart.analyse(document, cancel)
        except Exception as error:  # noqa: BLE001 (whatever broke, the text must stay readable)
            self.post_message(self.WorkFailed(f"quotes and dates could not be found: {error!r}"))
            return
        if cancel.is_set():
            return
        quotes = None if dates_only else found.quotes
        self.post_message(
            self.Analysed(document.id, quotes, found.dates, document.article.published)
        )

    @on(Analysed)
    def _was_analysed(self, message: Analysed) -> None:
        document = self.document
        if document is None or document.id != message.document_id:
            return
        if message.published != document.article.published:
            return
        found = document.with_findings(quotes=message.quotes, dates=message.dates)
        self._replace(corrected(found, self.session.state.corrections(document.id)))
        self.analysed = True
        self.echo(range(len(document.sentences)))

    def analyse_again(self) -> None:
        """Look for quotes and dates anew, as if nothing had been corrected."""
        if self.document is not None:
            self._analyse(self.document)

    def date_again(self) -> None:
        """Resolve the dates anew, against the article's new date."""
        if self.document is not None:
            self._analyse(self.document, dates_only=True)

    # Translation

    def _start_translation(self, only: Iterable[int] | None = None) -> None:
        if self.document is None:
            return
        self._translating.set()
        self._translating = threading.Event()
        chosen = None if only is None else frozenset(only)
        self._translate(self.document, chosen, self._translating)

    @work(
        thread=True, exclusive=True, group="translate", exit_on_error=False, description="translate"
    )
    def _translate(
        self, document: Document, only: frozenset[int] | None, cancel: threading.Event
    ) -> None:
        def post(new: Mapping[int, Translation]) -> None:
            if not cancel.is_set():
                self.post_message(self.Translated(document.id, dict(new)))

        try:
            desk = self.session.desk
            if only is None and len(document.sentences) > 2 * NEAR:
                post(desk.remembered(document, self.near(document)))
            notice = desk.run(
                document, start=lambda: self.cursor, post=post, cancel=cancel, only=only
            )
            waiting = desk.awaiting_consent(document.article.language)
        except Exception as error:  # noqa: BLE001 (whatever broke, the text must stay readable)
            self.post_message(self.WorkFailed(f"the translation stopped: {error!r}"))
            return
        if not cancel.is_set():
            self.post_message(self.TranslationEnded(document.id, notice, waiting))

    @on(Translated)
    def _was_translated(self, message: Translated) -> None:
        document = self.document
        if document is None or document.id != message.document_id:
            return
        self._replace(document.with_translations(message.new))
        self.checks = self.checks.updated(message.new)
        self.echo(message.new)

    @on(TranslationEnded)
    def _translation_ended(self, message: TranslationEnded) -> None:
        document = self.document
        if document is None or document.id != message.document_id:
            return
        self._waiting = message.waiting
        if message.notice:
            self.tell_of_translation(message.notice)
        elif self._missing(document) and message.waiting:
            self.tell_of_translation(
                f"{len(self._missing(document))} sentences are not translated. "
                f"t asks {message.waiting[0].label} ({message.waiting[0].host})"
            )
        elif self._rough(document) and message.waiting:
            self.tell_of_translation(
                f"{len(self._rough(document))} sentences are translated roughly. "
                f"t asks {message.waiting[0].label} ({message.waiting[0].host})"
            )

    def tell_of_translation(self, message: str) -> None:
        """Say what became of a translation."""
        self.tell_in_turn(message)

    def _rough(self, document: Document) -> list[int]:
        return [
            n for n, made in enumerate(document.translations) if made is not None and made.rough
        ]

    def _missing(self, document: Document) -> list[int]:
        return [
            number
            for number, translation in enumerate(document.translations)
            if translation is None or translation.state in (State.FAILED, State.PENDING)
        ]

    def action_translate(self) -> None:
        """Translate what is missing, else what is rough; ask first where it leaves the machine."""
        if self.document is None:
            return
        missing = self._missing(self.document)
        todo = missing or self._rough(self.document)
        if not todo:
            self.tell("Every sentence is translated.")
        elif self._waiting:
            self._ask_consent(self._waiting)
        else:
            from tui.translate.network import forget_hosts

            # Hosts that failed are left alone for minutes, but whoever asks may know better.
            forget_hosts()
            self.tell(f"Trying {len(todo)} {'' if missing else 'rough '}sentences again …")
            self._start_translation(todo)

    def _ask_consent(self, waiting: Sequence[Translator]) -> None:
        from tui.screens.dialogs import Confirm

        engine, *others = waiting
        host = engine.host or ""

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.session.state.agree(host)
                self._waiting = others
                self.tell(f"Translating with {engine.label} …")
                self._start_translation()
            elif others:
                self._ask_consent(others)
            else:
                self.tell("Nothing was sent.")

        question = (
            f"Translate with {engine.label}? This article and later ones would be sent to {host}."
        )
        self.app.push_screen(Confirm(question), answered)

    def _replace(self, document: Document) -> None:
        self.document = document
        self.session.opened[self.number] = document
