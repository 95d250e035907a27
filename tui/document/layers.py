"""The stand-off layers of a text: paragraphs, sentences, quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.document.spans import Span

ParagraphKind = Literal["title", "heading", "body", "item"]
QuoteKind = Literal["direct", "mixed", "indirect"]


class Paragraph(NamedTuple):
    """A paragraph: what stands between two line breaks that mean something."""

    span: Span
    kind: ParagraphKind = "body"
    """`title` is the headline (at most one, the first); `item` is an entry of a list."""


class Sentence(NamedTuple):
    """A sentence; sentences lie inside paragraphs, in order, and never overlap."""

    span: Span
    paragraph: int
    """The index of the paragraph it stands in."""


class Speaker(NamedTuple):
    """Whoever said, or relayed, some words."""

    span: Span
    """Where the text names the speaker near the quote."""
    name: str
    """The fullest form of the name in the article, or the noun group as it stands."""


class Cue(NamedTuple):
    """The verb, or noun, of saying that introduces a quote."""

    span: Span
    lemma: str
    """Its dictionary form: *precisare* for *ha precisato*."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said, as the article gives them."""

    span: Span
    """What stands inside the marks."""
    kind: QuoteKind
    """`direct`: a whole utterance; `mixed`: words built into the article's own sentence;
    `indirect`: what was said, without marks (*ha detto che …*)."""
    utterance: int
    """Parts of one utterance that its cue interrupts share this number."""
    speaker: Speaker | None = None
    """None when the text does not say who speaks."""
    via: Speaker | None = None
    """Whoever relays the words, when it is not the speaker."""
    cue: Cue | None = None
    confidence: float = 0.0
    """From 0 to 1: how sure the attribution is."""
    rule: str = ""
    """The name of the rule that attributed it."""
    corrected: bool = False
    """Whether a reader has said who speaks."""
