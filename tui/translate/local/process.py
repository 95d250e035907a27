"""One model in its process: loaded when first asked, started again once, left alone when broken."""

from __future__ import annotations

import threading
import time
from typing import Any

from tui.sanitize import sanitize_line
from tui.translate.config import Patience
from tui.translate.local.child import Child, ChildError, ChildHungError, ChildStoppedError
from tui.translate.models.installed import Model
from tui.translate.protocol import Answer, Failure

_WORKER = "tui.translate.local.worker"
_LIVES = 2
"""A process that ended is started once more; when the second ends as well, the engine rests."""


class BrokenError(Exception):
    """The model cannot be used for now; the message is one line."""


class ModelProcess:
    """One model, the process it runs in, and how that went so far."""

    def __init__(self, model: Model, opening: dict[str, Any], patience: Patience) -> None:
        self.model = model
        self._opening = opening
        self._patience = patience
        self.child: Child | None = None
        self._lost = 0
        self._rests_until = 0.0
        self._why = ""
        self._ended = False
        self._lock = threading.Lock()
        """Held while the process changes hands: one thread asks, another may close."""

    def resting(self) -> str | None:
        """Why the model is not tried for a while; None when it can be."""
        return self._why if time.monotonic() < self._rests_until else None

    def ask(self, sentences: list[str], cancel: threading.Event) -> list[Answer]:
        """One answer for each of `sentences`.

        A process that dies is started once more and asked again; one that hangs is started again
        for what follows.

        Raises:
            ChildStoppedError: `cancel` was set.
            BrokenError: the model cannot be loaded, or its process died twice running.
        """
        while True:
            if (why := self.resting()) is not None:
                raise BrokenError(why)
            child = self._started(cancel)
            seconds = self._patience.total * len(sentences)
            try:
                answer = child.ask({"sentences": sentences}, seconds, cancel)
            except ChildHungError as error:
                self._lose(str(error))
                return [Failure(str(error))] * len(sentences)
            except ChildError as error:
                self._lose(str(error))
                continue
            answers = _read_answers(answer.get("answers"), len(sentences))
            if any(isinstance(each, str) for each in answers):
                self._lost = 0
            return answers

    def _started(self, cancel: threading.Event) -> Child:
        with self._lock:
            if self._ended:
                raise BrokenError("it was closed")
            child = self.child
        if child is not None and child.alive:
            return child
        if child is not None:
            self._lose("its process ended unexpectedly")
            if (why := self.resting()) is not None:
                raise BrokenError(why)
        try:
            child = self._adopt(Child(_WORKER))
            answer = child.ask(self._opening, self._patience.load, cancel)
        except ChildStoppedError:
            self.close()
            raise
        except ChildError as error:
            raise self._rest(f"the model could not be loaded: {error}") from None
        if isinstance(trouble := answer.get("error"), str):
            raise self._rest(sanitize_line(trouble))
        return child

    def _adopt(self, child: Child) -> Child:
        with self._lock:
            if not self._ended:
                self.child = child
                return child
        child.kill()
        raise BrokenError("it was closed")

    def _lose(self, why: str) -> None:
        self.close()
        self._lost += 1
        if self._lost >= _LIVES:
            self._rest(why)

    def _rest(self, why: str) -> BrokenError:
        self.close()
        self._lost = 0
        self._why = why
        self._rests_until = time.monotonic() + self._patience.rest
        return BrokenError(why)

    def end(self) -> None:
        """End the process for good: whoever still asks gets no new one."""
        with self._lock:
            self._ended = True
            child, self.child = self.child, None
        if child is not None:
            child.kill()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            child, self.child = self.child, None
        if child is not None:
            child.kill()


def _read_answers(answers: object, count: int) -> list[Answer]:
    if not isinstance(answers, list) or len(answers) != count:
        return [Failure("its answer was not understood")] * count
    out: list[Answer] = []
    for answer in answers:
        text = answer.get("text") if isinstance(answer, dict) else None
        why = answer.get("error") if isinstance(answer, dict) else None
        out.append(text if isinstance(text, str) else Failure(f"{why or 'no answer'}"))
    return out
