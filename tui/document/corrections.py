"""What a reader knows better: who spoke, and what a date means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, NamedTuple

from tui.document.dates import DateMention, PartialDate, parse_partial_date
from tui.document.document import Document
from tui.document.layers import Quote, Speaker
from tui.document.spans import Span

CORRECTED = "corrected"
"""The rule of what a reader has said."""


class Correction(NamedTuple):
    """One thing a reader has put right in an article."""

    layer: Literal["quote", "date"]
    start: int
    """Where the quote or the date begins: that stays when the rules change."""
    value: str
    """A speaker's name, or a date as `PartialDate` writes it; empty: nobody, or no date."""


def corrected(document: Document, corrections: Iterable[Correction]) -> Document:
    """The document with what a reader has said in the place of what the rules found."""
    speakers = {each.start: each.value for each in corrections if each.layer == "quote"}
    values = {each.start: each.value for each in corrections if each.layer == "date"}
    if not speakers and not values:
        return document
    utterances = {
        quote.utterance: speakers[quote.span.start]
        for quote in document.quotes
        if quote.span.start in speakers
    }
    quotes = [
        _with_speaker(document, quote, utterances[quote.utterance])
        if quote.utterance in utterances
        else quote
        for quote in document.quotes
    ]
    dates = [
        _with_value(mention, values[mention.span.start])
        if mention.span.start in values
        else mention
        for mention in document.dates
    ]
    return document.with_findings(quotes, dates)


def _with_speaker(document: Document, quote: Quote, name: str) -> Quote:
    if not name:
        return replace(quote, speaker=None, confidence=1.0, rule=CORRECTED, corrected=True)
    where = quote.speaker.span if quote.speaker else _nearest(document.text, name, quote.span)
    speaker = Speaker(where, name)
    return replace(quote, speaker=speaker, confidence=1.0, rule=CORRECTED, corrected=True)


def _nearest(text: str, name: str, quote: Span) -> Span:
    """Where the text has the name, nearest before the quote, else after; else the quote itself."""
    at = text.rfind(name, 0, quote.start)
    if at < 0:
        at = text.find(name, quote.end)
    return Span(at, at + len(name)) if at >= 0 else quote


def _with_value(mention: DateMention, value: str) -> DateMention:
    known: PartialDate | None = parse_partial_date(value)
    if known is None:
        return replace(
            mention,
            value="XXXX-XX-XX",
            earliest=None,
            latest=None,
            precision="vague",
            mod=None,
            anchor=None,
            rule=CORRECTED,
            confidence=1.0,
            corrected=True,
        )
    return replace(
        mention,
        type="TIME" if known.precision == "minute" else "DATE",
        value=known.value,
        earliest=known.earliest,
        latest=known.latest,
        precision=known.precision,
        mod=None,
        anchor=None,
        rule=CORRECTED,
        confidence=1.0,
        corrected=True,
    )
