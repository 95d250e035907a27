"""What is known of a sentence's translation, failures included."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, get_args

Language = Literal["it", "en"]
"""The two languages Edicola reads, as ISO 639-1 codes."""

LANGUAGES: tuple[Language, ...] = get_args(Language)


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

    def __post_init__(self) -> None:
        if self.has_text != (self.text is not None):
            raise ValueError(f"a {self.state} translation and text {self.text!r} do not agree")

    @property
    def has_text(self) -> bool:
        """Whether there are words to show."""
        return self.state in (State.TRANSLATED, State.REMEMBERED, State.SAME)
