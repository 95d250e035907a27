"""Why a date was read as it was: every reading the grammar had, and why the others lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.document import DateMention, Language, PartialDate, Sentence, Span
from tui.extract.dates.calendar import Anchor
from tui.extract.dates.explain import explain
from tui.extract.dates.find import _candidates, _grammar, find_dates
from tui.extract.dates.tokens import tokenize


class Rival(NamedTuple):
    """Another reading of words at the same place."""

    span: Span
    text: str
    rule: str
    why: str
    """Why it lost, in a few words."""


class DateExplained(NamedTuple):
    """How one expression came to its value, or why words that look like one have none."""

    span: Span
    mention: DateMention | None
    """None when a guard turned every reading down."""
    rule: str
    how: str
    rivals: tuple[Rival, ...]


def explain_dates(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    published: PartialDate | None,
) -> list[DateExplained]:
    """Each date of a text with the readings that lost; then what the guards turned down."""
    grammar, anchor = _grammar(language), Anchor(published)
    mentions = find_dates(text, sentences, language, published)
    rivals: list[Rival] = []
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        if not grammar.triggers.search(text, start, end):
            continue
        tokens = tokenize(text, start, end, grammar.words)
        refused: list[tuple[str, int, int]] = []
        found = list(_candidates(text, tokens, grammar, anchor, refused))
        read = [(item.rule, item.first, item.last, "") for item in found]
        read += [(*item, "turned down by a guard") for item in refused]
        for rule, first, last, why in read:
            span = Span(tokens.starts[first], tokens.ends[last - 1])
            rivals.append(Rival(span, span.of(text), rule, why))
    out = [_explained(mention, rivals) for mention in mentions]
    taken = [mention.span for mention in mentions]
    for rival in rivals:
        if rival.why and not any(rival.span.overlaps(span) for span in taken):
            out.append(DateExplained(rival.span, None, rival.rule, rival.why, ()))
            taken.append(rival.span)
    return sorted(out, key=lambda item: item.span)


def _explained(mention: DateMention, rivals: Sequence[Rival]) -> DateExplained:
    lost: list[Rival] = []
    for rival in rivals:
        if not rival.span.overlaps(mention.span):
            continue
        if rival.rule == mention.rule and len(rival.span) >= len(mention.span):
            continue
        shorter = len(rival.span) < len(mention.span)
        why = rival.why or ("shorter" if shorter else "as long, but a later rule")
        if rival._replace(why=why) not in lost:
            lost.append(rival._replace(why=why))
    return DateExplained(mention.span, mention, mention.rule, explain(mention), tuple(lost))
