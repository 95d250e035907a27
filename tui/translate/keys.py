"""Under what a sentence is remembered."""

from __future__ import annotations

import hashlib
import unicodedata

from tui.document import Language


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
