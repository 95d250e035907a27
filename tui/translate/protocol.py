"""The one protocol every translation engine speaks."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.document import Language


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one sentence has no translation."""

    reason: str
    """One line for a person, without a traceback: `no network`, `DeepL: the key was refused`."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """Why an engine cannot be used at all, and what would make it usable."""

    reason: str
    remedy: str
    """What to do, in one line."""


Answer = str | Failure


class Translator(Protocol):
    """An engine: a list of sentences in, a list of the same length out."""

    @property
    def id(self) -> str:
        """The name in settings, in the memory and in `Translation.engine`: `google`."""

    @property
    def label(self) -> str:
        """The name for a person: `Google`."""

    @property
    def host(self) -> str | None:
        """The host the text is sent to; None for an engine that keeps it on this machine."""

    @property
    def rough(self) -> bool:
        """Whether it works by rules, and better engines may replace what it writes."""

    @property
    def batch(self) -> int:
        """How many sentences it likes to be given at once, from any paragraphs; 0: one paragraph's.

        Engines that start a program for each call want many, those with a budget few.
        """

    def available(self, source: Language, target: Language) -> Unavailable | None:
        """None when the engine can be tried; opens no socket and returns at once."""

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        """One answer for each of `sentences` (consecutive ones of a paragraph), in their order.

        Never raises for what a network or a server does; gives up soon after `cancel` is set.
        """

    def close(self) -> None:
        """End what the engine has running; it may be asked again afterwards."""


class TmxError(Exception):
    """A TMX file cannot be read or written; the message is one line for a person."""
