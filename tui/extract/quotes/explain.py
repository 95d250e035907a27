"""Why a quotation was given its speaker: the rule that fired, and why the others lost."""

from __future__ import annotations

from typing import NamedTuple

from tui.document import Quote, Span
from tui.extract.quotes.attribution.clause import Clause
from tui.extract.quotes.grammar.groups import Group, groups_in
from tui.extract.quotes.grammar.syntax import WINDOW


class Candidate(NamedTuple):
    """A noun group that might have been the speaker."""

    span: Span
    text: str
    why: str
    """Why it was taken, or why not, in a few words."""


class Explained(NamedTuple):
    """How one passage in marks was read."""

    span: Span
    quote: Quote | None
    """None when it was taken for no speech."""
    rule: str
    """The rule that attributed it, or why it is no speech."""
    candidates: tuple[Candidate, ...]


def explained(text: str, clause: Clause, at: int, span: Span, quote: Quote | None) -> Explained:
    """How the passage at token `at`, standing at `span`, came to be `quote`."""
    if quote is None:
        return Explained(span, None, "title, name or words set off", ())
    low, high = max(0, at - WINDOW), min(len(clause.tokens), at + WINDOW)
    groups = groups_in(clause.tokens, low, at, clause.words)
    groups += groups_in(clause.tokens, at + 1, high, clause.words)
    found = [_candidate(text, clause, group, quote) for group in groups]
    inside = any(candidate.why == _CHOSEN for candidate in found)
    if quote.speaker and not inside:
        here = quote.speaker.span
        why = f"named elsewhere, in focus here: {quote.speaker.name}"
        found.insert(0, Candidate(here, here.of(text), why))
    return Explained(span, quote, quote.rule, tuple(found))


_CHOSEN = "speaks"


def _candidate(text: str, clause: Clause, group: Group, quote: Quote) -> Candidate:
    tokens = clause.tokens
    span = Span(tokens[group.first].start, tokens[group.last - 1].end)
    return Candidate(span, span.of(text), _why(span, clause, group, quote))


def _why(span: Span, clause: Clause, group: Group, quote: Quote) -> str:
    if quote.speaker and quote.speaker.span.start < span.end <= quote.speaker.span.end:
        return _CHOSEN
    if quote.via and quote.via.span.start < span.end <= quote.via.span.end:
        return "relays the words"
    if group.preposition:
        return f"stands behind “{group.preposition}”"
    if not group.strong(clause.words):
        return "no name, no title, no body"
    if quote.cue and span.start > quote.cue.span.end:
        return "comes after another subject"
    return "stands farther from the verb"
