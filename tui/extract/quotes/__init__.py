"""Quotes: the words in marks, which of them are speech, and who said them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.document import Language, Paragraph, Quote, Sentence


def find_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    language: Language,
) -> tuple[Quote, ...]:
    """The quoted words of a text."""
    return ()
