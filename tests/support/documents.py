"""Documents for tests: any that the model allows, and one small article of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import get_args

from hypothesis import strategies as st

from tui.document import (
    LANGUAGES,
    Article,
    Cue,
    DateMention,
    DatePrecision,
    DateType,
    Document,
    Flag,
    FlagKind,
    Modifier,
    Origin,
    OriginKind,
    Paragraph,
    ParagraphKind,
    PartialDate,
    Quote,
    QuoteKind,
    Sentence,
    Span,
    Speaker,
    State,
    Translation,
)

# Characters outside the Basic Multilingual Plane, combining ones, and those Markdown listens to.
_AWKWARD = "👩‍🚀𝒜é́̂ñ«»“”'\"’ \n\t *_`#<>[]()!|~\\-+=1.)&:"
_CHARACTERS = st.one_of(st.sampled_from(_AWKWARD), st.characters(codec="utf-8"))

texts = st.text(_CHARACTERS, min_size=1, max_size=200)
"""Texts from anywhere in Unicode, never empty."""
words = st.text(_CHARACTERS, max_size=20)
"""A few characters, perhaps none."""
partial_dates = st.dates().flatmap(
    lambda day: st.sampled_from([day.isoformat()[:length] for length in (4, 7, 10)])
).map(PartialDate)  # fmt: skip


@st.composite
def spans_apart(draw: st.DrawFn, within: Span, most: int = 6) -> list[Span]:
    """Spans inside `within`, in order, not empty, not overlapping."""
    cuts = draw(st.lists(st.integers(within.start, within.end), max_size=2 * most, unique=True))
    edges = sorted(cuts)
    # Neighbours may touch: every other pair of edges, or every one.
    step = draw(st.sampled_from([1, 2]))
    return [Span(start, end) for start, end in list(pairwise(edges))[::step]]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any document that `Document.check` accepts, all layers drawn at random."""
    text = draw(texts)
    whole = Span(0, len(text))
    article = Article(
        text=text,
        origin=Origin(draw(st.sampled_from(get_args(OriginKind))), draw(words)),
        language=draw(st.sampled_from(LANGUAGES)),
        title=draw(st.none() | words),
        byline=draw(st.none() | words),
        published=draw(st.none() | partial_dates),
    )
    kinds = st.sampled_from(get_args(ParagraphKind))
    paragraphs = [Paragraph(span, draw(kinds)) for span in draw(spans_apart(whole))]
    sentences = [
        Sentence(span, number)
        for number, paragraph in enumerate(paragraphs)
        for span in draw(spans_apart(paragraph.span, 3))
    ]
    return Document(
        article,
        tuple(paragraphs),
        tuple(sentences),
        quotes=tuple(draw(_quote(text, span)) for span in draw(spans_apart(whole))),
        dates=tuple(draw(_date(span)) for span in draw(spans_apart(whole))),
        translations=tuple(draw(st.none() | _translation()) for _ in sentences),
    ).check()


_flags = st.builds(
    Flag, st.sampled_from(get_args(FlagKind)), st.sampled_from(("lost", "invented")), words
)


@st.composite
def _translation(draw: st.DrawFn) -> Translation:
    state = draw(st.sampled_from(State))
    has_text = state in (State.TRANSLATED, State.REMEMBERED, State.SAME)
    return Translation(
        draw(st.sampled_from(LANGUAGES)),
        draw(words) if has_text else None,
        state,
        draw(st.none() | words),
        draw(st.none() | words),
        rough=draw(st.booleans()),
        adapted=draw(st.booleans()),
        flags=tuple(draw(st.lists(_flags, max_size=2))),
        passed=tuple(draw(st.lists(words, max_size=2))),
    )


@st.composite
def _somewhere(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def _quote(draw: st.DrawFn, text: str, span: Span) -> Quote:
    speakers = st.none() | st.builds(Speaker, _somewhere(text), words)
    return Quote(
        span=span,
        kind=draw(st.sampled_from(get_args(QuoteKind))),
        utterance=draw(st.integers(0, 5)),
        speaker=draw(speakers),
        via=draw(speakers),
        cue=draw(st.none() | st.builds(Cue, _somewhere(text), words)),
        confidence=draw(st.floats(0, 1)),
        rule=draw(words),
    )


@st.composite
def _date(draw: st.DrawFn, span: Span) -> DateMention:
    return DateMention(
        span=span,
        type=draw(st.sampled_from(get_args(DateType))),
        value=draw(words),
        earliest=draw(st.none() | st.dates()),
        latest=draw(st.none() | st.dates()),
        precision=draw(st.sampled_from(get_args(DatePrecision))),
        mod=draw(st.none() | st.sampled_from(get_args(Modifier))),
        anchor=draw(st.none() | words),
        rule=draw(words),
        confidence=draw(st.floats(0, 1)),
    )


TEXT = (
    "Il ponte riapre\n\n"
    "Il ponte riaprirà il 3 maggio. “Abbiamo finito”, ha detto ieri la sindaca Anna Riva, "
    "“e in tempo”."
)


def at(words: str, text: str = TEXT) -> Span:
    """Where `words` stand in the text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def bridge() -> Document:
    """A small article: a headline, two sentences, an utterance in two parts, two dates."""
    mayor = Speaker(at("la sindaca Anna Riva"), "Anna Riva")
    said = Cue(at("ha detto"), "dire")
    first = Quote(at("Abbiamo finito"), "direct", 0, mayor, None, said, 0.9, "after")
    body = Span(TEXT.index("Il ponte riaprirà"), len(TEXT))
    return Document(
        Article(
            TEXT,
            Origin("file", "ponte.txt"),
            "it",
            title="Il ponte riapre",
            byline="Luca Neri",
            published=PartialDate("2024-04"),
        ),
        (Paragraph(at("Il ponte riapre"), "title"), Paragraph(body)),
        (
            Sentence(at("Il ponte riapre"), 0),
            Sentence(at("Il ponte riaprirà il 3 maggio."), 1),
            Sentence(at(TEXT[TEXT.index("“Abbiamo") :]), 1),
        ),
        (first, replace(first, span=at("e in tempo"))),
        (
            DateMention(
                at("il 3 maggio"), "DATE", "2024-05-03", date(2024, 5, 3), date(2024, 5, 3),
                "day", anchor="2024-04", rule="day-month", confidence=0.9,
            ),
            DateMention(
                at("ieri"), "DATE", "2024-04", date(2024, 4, 1), date(2024, 4, 30),
                "month", "APPROX", "2024-04", "yesterday", 0.5,
            ),
        ),
        (
            Translation("en", "The bridge reopens", State.REMEMBERED, "memory"),
            Translation("en", "The bridge will reopen on 3 May.", State.TRANSLATED, "google"),
            Translation("en", None, State.FAILED, None, "no network"),
        ),
    ).check()  # fmt: skip
