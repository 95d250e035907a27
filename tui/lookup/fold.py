"""Spellings that count as one word."""

from __future__ import annotations

import unicodedata


def folded(word: str) -> str:
    """A headword as the index of dictd sorts it: small letters, digits and blanks alone."""
    return "".join(c for c in word.casefold() if c.isalnum() or c == " ")


def plain(word: str) -> str:
    """A word as one types it: composed, straight apostrophes and hyphens, nothing around it."""
    composed = unicodedata.normalize("NFC", word)
    return composed.translate(_STRAIGHT).strip(' .,;:!?"“”«»„()…')


def alike(word: str, headword: str) -> bool:
    """Whether two words that fold to the same are spelt alike: *we'll* is not *well*."""
    return ("'" in plain(word)) == ("'" in plain(headword))


_STRAIGHT = {ord("’"): "'", ord("‘"): "'", ord("ʼ"): "'", ord("‐"): "-", ord("‑"): "-"}
