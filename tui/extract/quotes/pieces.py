"""The sentences of an article, each whole, however many stops its quotations have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.document import Paragraph, Sentence, Span
from tui.extract.quotes.marks import Marked


class Piece(NamedTuple):
    """A sentence of the article, with the passages in marks that stand in it."""

    start: int
    end: int
    paragraph: int
    marks: Sequence[tuple[int, Marked]]
    reported: Sequence[int]
    """Where what is reported without marks begins: *(ha detto) che …*."""


def pieces(
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    marks: Sequence[Marked],
    reported: Sequence[int],
) -> Iterator[Piece]:
    """The sentences in order; a stop inside a quotation ends none."""
    at_mark = at_report = 0
    paragraph = start = -1
    for index, sentence in enumerate(sentences):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            start = paragraphs[paragraph].span.start
        end = sentence.span.end
        mark = at_mark
        while mark < len(marks) and marks[mark].outer_start < end:
            mark += 1
        last = index + 1 == len(sentences) or sentences[index + 1].paragraph != paragraph
        if mark > at_mark and marks[mark - 1].outer_end > end and not last:
            continue
        report = at_report
        while report < len(reported) and reported[report] < end:
            report += 1
        inside = [(at, marks[at]) for at in range(at_mark, mark)]
        yield Piece(start, end, paragraph, inside, reported[at_report:report])
        start, at_mark, at_report = end, mark, report


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch of text without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
