"""Short ways to build what the extraction functions take from a plain string."""

from __future__ import annotations

import re

from tui.document import Language, Paragraph, Sentence, Span
from tui.extract import split_sentences

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """One paragraph for each line that is not blank."""
    return tuple(Paragraph(Span(m.start(), m.end())) for m in _LINE.finditer(text))


def sentences_of(text: str, language: Language = "it") -> tuple[Sentence, ...]:
    """The sentences of `text`, a paragraph a line."""
    return split_sentences(text, paragraphs_of(text), language)


def said(text: str, language: Language = "it") -> list[str]:
    """The words of each sentence of `text`."""
    return [sentence.span.of(text) for sentence in sentences_of(text, language)]
