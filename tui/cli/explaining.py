"""`edicola extract --explain`: the rule that fired for each quote and date, and what lost."""

from __future__ import annotations

from collections.abc import Iterator

from tui.document import Document, Span
from tui.extract import explain_dates, explain_quotes
from tui.sanitize import sanitize_line

WIDEST = 76
"""Characters of a quote that are repeated."""


def explanation(document: Document, source: str) -> str:
    """How the quotes and dates of a document were read, as indented lines."""
    lines = [f"{sanitize_line(source)} ({document.article.language}, {_dated(document)})", ""]
    lines += [*_quotes(document), *_dates(document)]
    return "\n".join(lines).rstrip() + "\n"


def _dated(document: Document) -> str:
    published = document.article.published
    return f"dated {published.value}" if published else "undated"


def _quotes(document: Document) -> Iterator[str]:
    article = document.article
    found = explain_quotes(article.text, document.paragraphs, document.sentences, article.language)
    yield f"QUOTES {sum(1 for each in found if each.quote)}"
    for each in found:
        yield f"  {_place(each.span)} “{_short(document, each.span)}”"
        if each.quote is None:
            yield f"    not speech: {each.rule}"
            continue
        quote = each.quote
        who = quote.speaker.name if quote.speaker else "nobody is named"
        yield f"    {who} · {quote.kind} · rule {each.rule} · confidence {quote.confidence:.2f}"
        if quote.cue:
            yield f"    cue: {_short(document, quote.cue.span)} ({quote.cue.lemma})"
        if quote.via:
            yield f"    via: {quote.via.name}"
        for candidate in each.candidates:
            yield f"    - {sanitize_line(candidate.text)}: {candidate.why}"
    yield ""


def _dates(document: Document) -> Iterator[str]:
    article = document.article
    found = explain_dates(article.text, document.sentences, article.language, article.published)
    yield f"DATES {sum(1 for each in found if each.mention)}"
    for each in found:
        yield f"  {_place(each.span)} {_short(document, each.span)}"
        mention = each.mention
        if mention is None:
            yield f"    no date: {each.rule}, {each.how}"
            continue
        mod = f" {mention.mod}" if mention.mod else ""
        days = f"{mention.earliest or '…'} to {mention.latest or '…'}"
        yield f"    {mention.type} {mention.value}{mod} · {days} · rule {each.rule}"
        yield f"    {each.how} · confidence {mention.confidence:.2f}"
        for rival in each.rivals:
            yield f"    - {sanitize_line(rival.text)} as {rival.rule}: {rival.why}"


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _short(document: Document, span: Span) -> str:
    words = sanitize_line(document.words(span))
    return words if len(words) <= WIDEST else words[: WIDEST - 1].rstrip() + "…"
