"""What goes on behind the text: finding quotes and dates, translating, carrying spans across."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from tui.document import DateMention, Document, Echo, Quote, State, Translation, corrected
from tui.screens.opening import OpeningActions
from tui.screens.session import Session

if TYPE_CHECKING:
    from tui.translate import Translator


NEAR = 150
"""Sentences either side of the cursor that are seen to first, or at all until one moves on."""

RESTING = 0.2
"""Seconds the cursor must rest before anything is looked for where it came to."""


class WorkingActions(OpeningActions):
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

    @dataclass
    class EchoesFound(Message):
        """Quotes and dates were looked for in the translation of some sentences."""

        document_id: str
        sentences: Sequence[int]
        echoes: Sequence[Echo]

    @dataclass
    class WorkFailed(Message):
        """Something in the background broke; the text is as it was."""

        what: str

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._translating = threading.Event()
        self._analysing = threading.Event()
        self._unechoed: set[int] = set()
        self._echoing = False
        self._waiting: Sequence[Translator] = ()
        self._resting: Timer | None = None

    def begin_work(self) -> None:
        """Look for quotes and dates, and translate."""
        if self.document is None:
            return
        self._unechoed = set()
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
        self._echo(range(len(document.sentences)))

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
                post(desk.remembered(document, self._near(document)))
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
        self._echo(message.new)

    @on(TranslationEnded)
    def _translation_ended(self, message: TranslationEnded) -> None:
        document = self.document
        if document is None or document.id != message.document_id:
            return
        self._waiting = message.waiting
        if message.notice:
            self.tell_in_turn(message.notice)
        elif self._missing(document) and message.waiting:
            self.tell_in_turn(
                f"{len(self._missing(document))} sentences are not translated. "
                f"t asks {message.waiting[0].label} ({message.waiting[0].host})"
            )

    def _missing(self, document: Document) -> list[int]:
        return [
            number
            for number, translation in enumerate(document.translations)
            if translation is None or translation.state in (State.FAILED, State.PENDING)
        ]

    def action_translate(self) -> None:
        """Translate what is missing; ask first where the text would leave the machine."""
        if self.document is None:
            return
        missing = self._missing(self.document)
        if not missing:
            self.tell("Every sentence is translated.")
        elif self._waiting:
            self._ask_consent(missing, self._waiting)
        else:
            from tui.translate.network import forget_hosts

            # Hosts that failed are left alone for minutes, but whoever asks may know better.
            forget_hosts()
            self.tell(f"Trying {len(missing)} sentences again …")
            self._start_translation(missing)

    def _ask_consent(self, missing: Sequence[int], waiting: Sequence[Translator]) -> None:
        from tui.screens.dialogs import Confirm

        engine, *others = waiting
        host = engine.host or ""

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.session.state.agree(host)
                self._waiting = others
                self.tell(f"Translating with {engine.label} …")
                self._start_translation(missing)
            elif others:
                self._ask_consent(missing, others)
            else:
                self.tell("Nothing was sent.")

        question = (
            f"Translate with {engine.label}? This article and later ones would be sent to {host}."
        )
        self.app.push_screen(Confirm(question), answered)

    # Spans across

    def _near(self, document: Document) -> range:
        """The sentences near the cursor: what is seen first, or soon."""
        return range(max(0, self.cursor - NEAR), min(len(document.sentences), self.cursor + NEAR))

    def _echo(self, sentences: Iterable[int]) -> None:
        """Have quotes and dates looked for in the translation of what is near and changed."""
        self._unechoed |= set(sentences)
        if not self.analysed or self._echoing or self.document is None or not self._unechoed:
            return
        todo = self._unechoed.intersection(self._near(self.document))
        if todo:
            self._echoing = True
            self._unechoed -= todo
            self._find_echoes(self.document, frozenset(todo))

    @work(thread=True, group="echo", exit_on_error=False, description="find marks again")
    def _find_echoes(self, document: Document, sentences: frozenset[int]) -> None:
        from tui import pipeline

        worker = get_current_worker()
        try:
            echoes = pipeline.find_echoes(document, sentences, lambda: worker.is_cancelled)
        except Exception as error:  # noqa: BLE001 (whatever broke, the text must stay readable)
            echoes = []
            self.post_message(self.WorkFailed(f"no marks in the translation: {error!r}"))
        self.post_message(self.EchoesFound(document.id, sorted(sentences), echoes))

    @on(EchoesFound)
    def _echoes_found(self, message: EchoesFound) -> None:
        self._echoing = False
        if self.document is None:
            return
        known = self.echoes.by_sentence
        changed = message.echoes or any(number in known for number in message.sentences)
        if changed and self.document.id == message.document_id:
            self.echoes = self.echoes.updated(message.sentences, message.echoes)
        self._echo(())

    def watch_cursor(self) -> None:
        """Keep the position, a little later, and look into the translation of what is near."""
        self.remember_position()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(RESTING, lambda: self._echo(()))

    @on(WorkFailed)
    def _work_failed(self, message: WorkFailed) -> None:
        kept = "The article is as it was; t tries the translation again."
        self.tell_in_turn(f"{message.what}. {kept}")

    def _replace(self, document: Document) -> None:
        self.document = document
        self.session.opened[self.number] = document
