"""Lists of words, written as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text that blanks divide."""
    return frozenset(text.split())


def pairs(text: str) -> dict[str, str]:
    """The pairs of a text in which each is written `one=other`."""
    return dict(pair.split("=") for pair in text.split())
