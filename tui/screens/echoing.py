"""Carrying quotes and dates across: they are looked for in the translation of what is near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from tui.document import Document, Echo
from tui.screens.opening import OpeningActions
from tui.screens.session import Session

NEAR = 150
"""Sentences either side of the cursor that are seen to first, or at all until one moves on."""

RESTING = 0.2
"""Seconds the cursor must rest before anything is looked for where it came to."""


class EchoingActions(OpeningActions):
    """Finds echoes near the cursor, once it rests; a worker does the work and posts a message."""

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
        self._unechoed: set[int] = set()
        self._echoing = False
        self._resting: Timer | None = None

    def forget_echoes(self) -> None:
        """Begin anew, for another article."""
        self._unechoed = set()

    def near(self, document: Document) -> range:
        """The sentences near the cursor: what is seen first, or soon."""
        return range(max(0, self.cursor - NEAR), min(len(document.sentences), self.cursor + NEAR))

    def echo(self, sentences: Iterable[int]) -> None:
        """Have quotes and dates looked for in the translation of what is near and changed."""
        self._unechoed |= set(sentences)
        if not self.analysed or self._echoing or self.document is None or not self._unechoed:
            return
        todo = self._unechoed.intersection(self.near(self.document))
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
        self.echo(())

    def watch_cursor(self) -> None:
        """Keep the position, a little later, and look into the translation of what is near."""
        self.remember_position()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(RESTING, lambda: self.echo(()))

    @on(WorkFailed)
    def _work_failed(self, message: WorkFailed) -> None:
        kept = "The article is as it was; t tries the translation again."
        self.tell_in_turn(f"{message.what}. {kept}")
