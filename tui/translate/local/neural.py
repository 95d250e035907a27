"""Engines that run a model in a process of their own: Firefox's models and Argos packages."""

from __future__ import annotations

import os
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

from tui.document import Language
from tui.sanitize import sanitize_line
from tui.translate.config import Patience
from tui.translate.keys import normalise
from tui.translate.local.child import ChildStoppedError
from tui.translate.local.pieces import LONGEST, cut
from tui.translate.local.process import BrokenError, ModelProcess
from tui.translate.models.installed import Kind, Model, find_model
from tui.translate.protocol import Answer, Failure, Unavailable

_TRIAL: dict[Language, str] = {
    "it": "Il governo ha approvato la legge.",
    "en": "The government approved the law.",
}
_POLL = 0.05


class NeuralEngine(ABC):
    """An engine whose model runs in a child process; a `Translator`."""

    id: ClassVar[Kind]
    label: ClassVar[str]
    extra: ClassVar[str]
    """The extra of our package that brings what it needs."""
    modules: ClassVar[tuple[str, ...]]
    """The modules it needs, which are called as their packages are."""
    host: ClassVar[None] = None
    rough: ClassVar[bool] = False
    batch: ClassVar[int]
    at_once: ClassVar[int]
    """Pieces of sentences sent to the process together."""

    def __init__(
        self, own: Path | None, others: Sequence[Path] = (), patience: Patience | None = None
    ) -> None:
        """Nothing is looked at yet; models are those of the folder `own`, then of `others`."""
        self._own = own
        self._others = tuple(others)
        self._patience = patience or Patience()
        self._processes: dict[tuple[Language, Language], ModelProcess] = {}
        self._turn = threading.Lock()

    @abstractmethod
    def opening(self, model: Model) -> dict[str, Any]:
        """What the process is told first."""

    def model(self, source: Language, target: Language) -> Model | None:
        """The model for a pair of languages."""
        return find_model(self.id, source, target, self._own, self._others)

    def available(self, source: Language, target: Language) -> Unavailable | None:
        """Whether modules and files are there; imports neither."""
        if source == target:
            return Unavailable("the text is in that language already", "choose the other language")
        if any(find_spec(module) is None for module in self.modules):
            return Unavailable(
                f"{self.label} needs {' and '.join(self.modules)}",
                f"pip install {' '.join(self.modules)} (the extra {self.extra} of edicola)",
            )
        model = self.model(source, target)
        if model is None:
            return Unavailable(
                f"{self.label} has no model for {source}-{target}", self._install(source, target)
            )
        if model.missing is not None:
            return Unavailable(
                f"{self.label}: the model in {model.folder} is not whole ({model.missing})",
                self._install(source, target),
            )
        process = self._processes.get((source, target))
        same = process is not None and process.model.folder == model.folder
        if process is not None and same and (why := process.resting()):
            return Unavailable(f"{self.label}: {why}", self._install(source, target))
        return None

    def _install(self, source: Language, target: Language) -> str:
        return f"edicola models install {source}-{target}"

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        """One answer for each sentence; see `Translator`."""
        missing = self.available(source, target)
        if missing is not None:
            return [Failure(f"{missing.reason}: {missing.remedy}")] * len(sentences)
        while not self._turn.acquire(timeout=_POLL):
            if cancel.is_set():
                return [self._failure("stopped")] * len(sentences)
        try:
            return self._translate([normalise(sanitize_line(s)) for s in sentences],
                                   (source, target), cancel)  # fmt: skip
        finally:
            self._turn.release()

    def _translate(
        self, lines: list[str], pair: tuple[Language, Language], cancel: threading.Event
    ) -> list[Answer]:
        told: dict[int, list[Answer]] = {index: [] for index in range(len(lines))}
        trouble: Failure | None = None
        try:
            process = self._process(*pair)
            for group in self._groups(lines, told):
                answers = process.ask([piece for _, piece in group], cancel)
                for (index, _), answer in zip(group, answers, strict=True):
                    told[index].append(answer)
        except ChildStoppedError:
            trouble = self._failure("stopped")
        except BrokenError as error:
            trouble = self._failure(f"{error}; {self._install(*pair)}")
        return [self._joined(pieces, lines[index], trouble) for index, pieces in told.items()]

    def _process(self, source: Language, target: Language) -> ModelProcess:
        model = self.model(source, target)
        if model is None:
            raise BrokenError("its model is gone")
        process = self._processes.get((source, target))
        if process is None or process.model.folder != model.folder:
            if process is not None:
                process.end()
            opening = {
                "engine": self.id,
                "trial": _TRIAL[source],
                "sums": model.sums(),
                **self.opening(model),
            }
            process = ModelProcess(model, opening, self._patience)
            self._processes[source, target] = process
        return process

    def _groups(
        self, lines: list[str], told: dict[int, list[Answer]]
    ) -> Iterator[list[tuple[int, str]]]:
        group: list[tuple[int, str]] = []
        for index, line in enumerate(lines):
            if len(line) > LONGEST or not line:
                reason = "the sentence is too long for it" if line else "the sentence is empty"
                told[index].append(Failure(reason))
                continue
            for piece in cut(line):
                group.append((index, piece))
                if len(group) >= self.at_once:
                    yield group
                    group = []
        if group:
            yield group

    def _joined(self, pieces: list[Answer], line: str, trouble: Failure | None) -> Answer:
        for piece in pieces:
            if isinstance(piece, Failure):
                return self._failure(sanitize_line(piece.reason))
        if trouble is not None and len(pieces) < len(cut(line)):
            return trouble
        return " ".join(piece for piece in pieces if isinstance(piece, str))

    def _failure(self, reason: str) -> Failure:
        return Failure(f"{self.label}: {reason}")

    def close(self) -> None:
        """End the processes; what failed before is tried again next time."""
        processes, self._processes = self._processes, {}
        for process in processes.values():
            process.end()


class Firefox(NeuralEngine):
    """The models of Firefox's translator, through `fxtranslate`.

    The engine holds the interpreter's lock while it works, and panics past `except Exception`.
    """

    id = "firefox"
    label = "Firefox"
    extra = "offline"
    modules = ("fxtranslate",)
    batch = 0
    at_once = 1

    def opening(self, model: Model) -> dict[str, Any]:
        """See `NeuralEngine.opening`."""
        paths = {part: str(model.folder / name) for part, name in model.files.items()}
        return {"shortlist": None, **paths}


class Argos(NeuralEngine):
    """Argos packages, through CTranslate2 and SentencePiece without argos-translate."""

    id = "argos"
    label = "Argos"
    extra = "argos"
    modules = ("ctranslate2", "sentencepiece")
    batch = 24
    at_once = 12

    def opening(self, model: Model) -> dict[str, Any]:
        """See `NeuralEngine.opening`."""
        # One core is left to the reader; more than four gain nothing for single sentences.
        threads = max(1, min(4, (os.cpu_count() or 1) - 1))
        return {"folder": str(model.folder), "threads": threads}

    def _install(self, source: Language, target: Language) -> str:
        return f"edicola models install {source}-{target} --from PACKAGE.argosmodel"
