"""Apertium as an engine: rough, quick, and of this machine."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import ClassVar

from tui.document import Language
from tui.sanitize import sanitize_line
from tui.translate.config import Patience
from tui.translate.keys import normalise
from tui.translate.local.pieces import LONGEST
from tui.translate.protocol import Answer, Failure, Unavailable
from tui.translate.rules import programs
from tui.translate.rules.programs import ApertiumError, ApertiumStoppedError

_PER_SENTENCE = 0.2
"""Seconds allowed for each sentence beside those for the whole; 200 sentences take one."""


class Apertium:
    """Translation by rules, through Spanish; a `Translator`."""

    id: ClassVar[str] = "apertium"
    label: ClassVar[str] = "Apertium"
    host: ClassVar[None] = None
    rough: ClassVar[bool] = True
    batch: ClassVar[int] = 300
    """Starting its programs takes as long as sixty sentences."""

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()

    def available(self, source: Language, target: Language) -> Unavailable | None:
        """Whether its programs and tables are installed; starts none."""
        if source == target:
            return Unavailable("the text is in that language already", "choose the other language")
        missing = programs.missing(source, target)
        if missing:
            return Unavailable(
                f"{self.label} is not installed", f"sudo apt install {' '.join(missing)}"
            )
        return None

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        """One answer for each sentence; see `Translator`."""
        answers: dict[int, Answer] = {}
        lines: dict[int, str] = {}
        for index, sentence in enumerate(sentences):
            line = normalise(sanitize_line(sentence))
            if not any(map(str.isalpha, line)):
                answers[index] = self._failure("the sentence has no words")
            elif len(line) > LONGEST:
                answers[index] = self._failure("the sentence is too long for it")
            else:
                lines[index] = line
        if lines:
            answers.update(self._translated(lines, (source, target), cancel))
        return [answers[index] for index in range(len(sentences))]

    def _translated(
        self, lines: dict[int, str], pair: tuple[Language, Language], cancel: threading.Event
    ) -> dict[int, Answer]:
        from tui.translate.rules.text import made_ready, put_right

        ready = made_ready(list(lines.values()), pair[0])
        seconds = self._patience.total + _PER_SENTENCE * len(lines)
        try:
            out = programs.run([each.text for each in ready], *pair, seconds, cancel)
        except ApertiumStoppedError:
            return dict.fromkeys(lines, self._failure("stopped"))
        except ApertiumError as error:
            return dict.fromkeys(lines, self._failure(str(error)))
        done = [put_right(said, each, pair[1]) for said, each in zip(out, ready, strict=True)]
        return dict(zip(lines, done, strict=True))

    def _failure(self, reason: str) -> Failure:
        return Failure(f"{self.label}: {reason}")

    def close(self) -> None:
        """Nothing runs between two calls."""
