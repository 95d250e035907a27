"""The shape of the words each language brings to the algorithms, which know no language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


def word_set(words: str) -> frozenset[str]:
    """The set of the words that blanks or line ends separate in `words`."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What the sentence splitter has to know of a language; all in lower case, without stops."""

    titles: frozenset[str]
    """Abbreviations that stand before a name and never end a sentence: *on.*, *dott.*, *Mr.*"""
    numbered: frozenset[str]
    """Abbreviations that stand before a number: *art.*, *n.*, *pag.*"""
    closing: frozenset[str]
    """Abbreviations that may end a sentence: *ecc.*, *Inc.*, *p.m.*"""
    starters: frozenset[str]
    """Words that begin a sentence when they carry a capital after a doubtful stop."""
    articles: frozenset[str]
    """Starters that are found inside names too: *La Russa*, *Le Pen*."""
    before_ordinal: frozenset[str]
    """Words before a number whose stop makes it an ordinal: *il 3. Reggimento*."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the dates need to know of a language."""

    lexicon: dict[str, tuple[str, Any]]
    """For each word, in lower case, its symbol (see `tui.extract.dates.tokens`) and its value."""
    capital: frozenset[str]
    """Words that mean a date only when written with a capital: *may*, *march*."""
    rules: tuple[tuple[str, str], ...]
    """Names of rules and patterns over symbols; among matches of one length the first wins."""
    triggers: str
    """A regular expression that finds something in every sentence with a date in it."""
    future: str
    """A regular expression for words that put a clause in the future."""
    ages: frozenset[str]
    """Words before a number of years that make it an age."""
    counted: str
    """A regular expression for a word that makes the number before it a quantity."""
    month_first: bool
    """Whether 3/4 is the third day of April (False) or the fourth of March."""


def lexicon_of(*groups: tuple[str, dict[str, Any]]) -> dict[str, tuple[str, Any]]:
    """A lexicon from pairs of a symbol and its words with their values; `|` parts equal words."""
    return {
        word: (symbol, value)
        for symbol, entries in groups
        for words, value in entries.items()
        for word in words.split("|")
    }
