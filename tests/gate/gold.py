"""The gold: this repository's own articles and hard sentences, pinned by their hashes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tests.gate.build import DATA

PINNED = {
    "articles.jsonl": "02093729bc1574455267c440eec22dc3613b8ef6d4b1e944f90a52733298e5a7",
    "sentences.jsonl": "0bb429a8d927dbba3c000f340bca39305e720c7852d75b2c54c0b8bd75b4e7e4",
}
"""SHA-256 of each file: floors speak of these bytes and of no others."""

STYLES = {"guillemets": "«»", "curly": "“”", "straight": '""', "low": "„“", "single": "‘’"}
_INNER = {"guillemets": "“”", "curly": "‘’", "straight": "''", "low": "‚‘", "single": "“”"}
_MARKS = "«»“”„‟\"'‘’‚‹›"


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of a gold file, as `tests.gate.markup` makes them.

    Raises:
        AssertionError: the file is not the one the floors were measured on.
    """
    content = (DATA / name).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    assert found == PINNED[name], (
        f"{name} is now {found}: measure the floors anew, then pin this hash"
    )
    return [json.loads(line) for line in content.decode().splitlines()]


def restyled(row: dict[str, Any], style: str) -> dict[str, Any]:
    """The article with the marks of every annotated pair exchanged one for one."""
    letters = list(row["text"])
    spans = [(quote["start"], quote["end"]) for quote in row["quotes"]]
    for start, end in spans:
        nested = any(low < start and end < high for low, high in spans)
        pair = (_INNER if nested else STYLES)[style]
        before, after = _mark(letters, start - 1, -1), _mark(letters, end, 1)
        if before is not None:
            letters[before] = pair[0]
        if after is not None:
            letters[after] = pair[1]
    return row | {"text": "".join(letters)}


def _mark(letters: list[str], at: int, step: int) -> int | None:
    """Where the mark next to `at` stands: at it, or behind one stop, comma or blank."""
    for place in (at, at + step):
        if 0 <= place < len(letters) and letters[place] in _MARKS:
            return place
        if 0 <= place < len(letters) and letters[place] not in " .,!?":
            return None
    return None
