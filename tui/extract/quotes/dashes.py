"""Dialogue between dashes: *– Non firmo – disse Merli*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tui.extract.quotes.marks import Marked

_LEAD = re.compile(r"[-–—] ?(?=[^\W\d_]|[¿¡…])")
_DASH = re.compile(r"(?<=\s)[-–—](?=\s)|(?<=\w)[–—](?=\s)|(?<=\s)[–—](?=\w)")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 40
_FIRST = 4
"""Among how many words after a dash the verb of a reporting clause stands."""


def dialogue(
    text: str, start: int, end: int, number: int, says: Callable[[str], bool]
) -> list[Marked]:
    """What is said between dashes in the paragraph `text[start:end]`; empty when nothing is.

    The paragraph has to begin with a dash and a capital, and the first part after the next dash
    has to have a verb of saying (`says` knows them) near its beginning: else it is a list.
    """
    lead = _LEAD.match(text, start, end)
    if lead is None or not text[lead.end()].isupper():
        return []
    parts = list(_parts(text, lead.start(), lead.end(), end))
    clauses = [
        any(says(word.lower()) for word in _WORD.findall(text[first : first + _NEAR])[:_FIRST])
        for first, _, _ in parts
    ]
    if len(parts) == 1 or not clauses[1]:
        return []
    return [
        Marked(first, last, outer, last, number)
        for at, (first, last, outer) in enumerate(parts)
        if at == 0 or not clauses[at]
    ]


def _parts(text: str, lead: int, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Each part between dashes: where it begins and ends, and where its dash stands."""
    outer = lead
    for dash in _DASH.finditer(text, start, end):
        yield start, dash.start(), outer
        outer, start = dash.start(), dash.end()
    yield start, end, outer
