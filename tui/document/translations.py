"""What is known of a sentence's translation, failures included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, get_args

Language = Literal["it", "en"]
"""The two languages Edicola reads, as ISO 639-1 codes."""

LANGUAGES: tuple[Language, ...] = get_args(Language)
LANGUAGE_NAMES: Mapping[Language, str] = {"it": "Italian", "en": "English"}


def other_language(language: Language) -> Language:
    """The language an article in `language` is translated into."""
    return "en" if language == "it" else "it"


class State(StrEnum):
    """What may be said of a sentence's translation; never less than is known."""

    PENDING = "pending"
    """Not translated yet."""
    TRANSLATED = "translated"
    """An engine answered just now, or in this session."""
    REMEMBERED = "remembered"
    """It was in the translation memory."""
    FAILED = "failed"
    """No engine gave a translation; `reason` says why."""
    SAME = "same"
    """The sentence is in the target language already, or holds nothing to translate."""


FlagKind = Literal["number", "date", "name", "quote"]
"""A quote is flagged when one of the marks around it got lost."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that differs between a sentence and its translation and should not."""

    kind: FlagKind
    change: Literal["lost", "invented"]
    """Lost: the source has it, the translation does not; invented: the other way round."""
    text: str
    """The words, as they stand in the source when lost, in the translation when invented."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One sentence in the other language, or the reason why it is not there."""

    language: Language
    """The language translated into."""
    text: str | None
    """The translated words; None unless `state` is translated, remembered or same."""
    state: State
    engine: str | None = None
    """Who wrote it: an engine's name, `memory`, or None when nobody did."""
    reason: str | None = None
    """Why it failed, in one line for a person."""
    rough: bool = False
    """Whether a rule-based engine wrote it: to be read with care, replaced by a better answer."""
    adapted: bool = False
    """Whether it was remembered for a sentence that differs in numbers or punctuation only."""
    flags: tuple[Flag, ...] = ()
    """What got lost or was invented; empty when nothing was noticed."""
    passed: tuple[str, ...] = ()
    """Why engines that come before `engine` were not the ones to answer, a line for each."""

    def __post_init__(self) -> None:
        if self.has_text != (self.text is not None):
            raise ValueError(f"a {self.state} translation and text {self.text!r} do not agree")

    @property
    def has_text(self) -> bool:
        """Whether there are words to show."""
        return self.state in (State.TRANSLATED, State.REMEMBERED, State.SAME)
