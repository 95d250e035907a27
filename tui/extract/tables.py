"""The shape of the words each language brings to the algorithms, which know no language."""

from __future__ import annotations

from dataclasses import dataclass


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
