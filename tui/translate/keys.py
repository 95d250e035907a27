"""Under what a sentence is remembered."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from tui.document import Language

NUMBER = re.compile(r"\d+(?:[.,:’'\u00a0\u202f]\d+)*")
"""A number in figures, as a sentence and its translation may have it in two ways of writing."""
_POINTS = re.compile(r"[^\w#]+|_")


def normalise(sentence: str) -> str:
    """The form under which a sentence is remembered: NFC, each run of white space one space.

    Everything else counts: apostrophes and quotation marks are kept apart, since a translation
    follows the marks of its source.
    """
    return unicodedata.normalize("NFC", " ".join(sentence.split()))


def key_of(sentence: str, source: Language) -> int:
    """A key of 64 bits with a sign, as SQLite's integers; the sentence is compared as well."""
    words = f"{source}\0{sentence}".encode(errors="replace")
    return int.from_bytes(hashlib.blake2b(words, digest_size=8).digest(), "big", signed=True)


def shape_of(sentence: str) -> str:
    """What a sentence has in common with those that differ in numbers and punctuation only."""
    return " ".join(_POINTS.sub(" ", NUMBER.sub("#", sentence)).split())


def shape_key(sentence: str, source: Language) -> int:
    """The key of a sentence's shape, as `key_of` makes keys of sentences."""
    return key_of(f"\0{shape_of(sentence)}", source)
