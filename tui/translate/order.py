"""Which sentences are asked for next: what is nearest to the reader, in pieces an engine likes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.document import Document

_UNIT_SENTENCES = 8
_UNIT_LENGTH = 1200
"""Code points: about what one request takes; between two units the reader's place is asked."""


def nearest(left: Sequence[int], here: int) -> int:
    """Where in `left`, sorted, the sentence nearest to `here` stands; what is ahead goes first."""
    at = bisect_left(left, here)
    if at == len(left) or (at and here - left[at - 1] < left[at] - here):
        return at - 1
    return at


def paragraph_unit(document: Document, left: Sequence[int], here: int) -> list[int]:
    """Sentences of `left` that fit into one request, of the paragraph nearest to `here`."""
    chosen = left[nearest(left, here)]
    sentences = document.sentences_of(document.sentences[chosen].paragraph)
    first, last = bisect_left(left, sentences.start), bisect_right(left, sentences.stop - 1)
    units = paragraph_units(document, left[first:last])
    return next(unit for unit in units if unit[-1] >= chosen)


def paragraph_units(document: Document, todo: Sequence[int]) -> list[list[int]]:
    """`todo` in groups of one paragraph each, small enough for one request, in order."""
    units: list[list[int]] = []
    size, paragraph = 0, -1
    for index in todo:
        sentence = document.sentences[index]
        size += len(sentence.span)
        full = not units or len(units[-1]) == _UNIT_SENTENCES or size > _UNIT_LENGTH
        if full or sentence.paragraph != paragraph:
            units.append([])
            size, paragraph = len(sentence.span), sentence.paragraph
        units[-1].append(index)
    return units


def around(left: Sequence[int], here: int, count: int) -> list[int]:
    """The `count` sentences of `left` nearest to `here`, of any paragraphs, in reading order.

    Twice as many are ahead as behind, where there are so many.
    """
    if not left:
        return []
    at = nearest(left, here)
    begin = max(0, min(at - count // 3, len(left) - count))
    return list(left[begin : begin + count])


def chunks(todo: Sequence[int], count: int) -> list[list[int]]:
    """`todo` in groups of `count` at most."""
    return [list(todo[start : start + count]) for start in range(0, len(todo), count)]
