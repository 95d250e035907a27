"""What a dictionary says of a word, and how it came to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.document import Language


class DictionaryError(Exception):
    """A dictionary cannot be read: one line for a person, which names the file."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Which words a dictionary explains, in which language."""

    source: Language | None
    """The language of its headwords; None when nothing says so, and both are tried."""
    target: str = ""
    """The language of its senses, as its name has it; empty when nothing says so."""
    unrelated: bool = False
    """Whether it explains words of another language than ours."""

    def serves(self, language: Language) -> bool:
        """Whether words of a language may be looked up in it."""
        return not self.unrelated and self.source in (None, language)


@dataclass(frozen=True, slots=True)
class Article:
    """What a dictionary has under one headword."""

    headword: str
    senses: tuple[str, ...]
    """A line for each, without markup and numbers."""
    note: str = ""
    """What stands beside the headword: how it is pronounced."""
    phrase: bool = False
    """Whether it is about some words of which the one asked is one: *all'estero* under *estero*."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, and which dictionary it is from."""

    article: Article
    dictionary: str
    """The dictionary's name."""

    @property
    def headword(self) -> str:
        """The dictionary form, as the dictionary spells it."""
        return self.article.headword


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is known of a word."""

    word: str
    """As it was asked."""
    language: Language
    entries: tuple[Entry, ...]
    """The word itself first, then the words it is a form of; empty when nothing is known."""
    dictionaries: int
    """How many dictionaries were asked; 0 when there are none for this language."""
    problems: tuple[str, ...] = ()
    """What could not be read, a line each."""

    @property
    def lemma(self) -> str | None:
        """The dictionary form of the word, where one is known."""
        return self.entries[0].headword if self.entries else None


class Dictionary(Protocol):
    """Headwords and what is said of each."""

    name: str
    direction: Direction

    def find(self, word: str) -> Sequence[Article]:
        """The articles of a headword; none when it has none.

        Raises:
            DictionaryError: the dictionary is damaged.
        """

    def close(self) -> None:
        """Let go of its files."""
