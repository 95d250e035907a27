"""Extraction: language, sentences, quotes and dates, as layers over one text.

Sentences are needed before the first paint, quotes and dates after it: only the first are imported
here, the others when they are first called.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.document import (
    DateMention,
    Language,
    Paragraph,
    PartialDate,
    Quote,
    Sentence,
)
from tui.extract.language import detect_language
from tui.extract.segmentation import split_sentences

if TYPE_CHECKING:
    from tui.extract.dates.candidates import DateExplained
    from tui.extract.quotes import Explained

__all__ = [
    "detect_language",
    "explain",
    "explain_dates",
    "explain_quotes",
    "find_dates",
    "find_quotes",
    "parse_user_date",
    "split_sentences",
]


def find_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    language: Language,
) -> tuple[Quote, ...]:
    """The quoted words of a text with who said them; see `tui.extract.quotes.find_quotes`."""
    from tui.extract import quotes

    return quotes.find_quotes(text, paragraphs, sentences, language)


def explain_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    language: Language,
) -> list[Explained]:
    """How each passage in marks was read; see `tui.extract.quotes.explain_quotes`."""
    from tui.extract import quotes

    return quotes.explain_quotes(text, paragraphs, sentences, language)


def find_dates(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    published: PartialDate | None,
) -> tuple[DateMention, ...]:
    """The dates of a text, reckoned from `published`; see `tui.extract.dates.find_dates`."""
    from tui.extract import dates

    return dates.find_dates(text, sentences, language, published)


def explain_dates(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    published: PartialDate | None,
) -> list[DateExplained]:
    """How each date was read; see `tui.extract.dates.candidates.explain_dates`."""
    from tui.extract.dates.candidates import explain_dates

    return explain_dates(text, sentences, language, published)


def parse_user_date(text: str, language: Language) -> PartialDate | None:
    """The date a person typed, or None; see `tui.extract.dates.parse_user_date`."""
    from tui.extract import dates

    return dates.parse_user_date(text, language)


def explain(mention: DateMention) -> str:
    """How a date was reached, in one line; see `tui.extract.dates.explain`."""
    from tui.extract import dates

    return dates.explain(mention)
