"""Spans stand for their words, and layers that do not fit their text are refused."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.documents import TEXT, at, bridge, documents, texts
from tui.document import (
    Article,
    Document,
    LayerError,
    Origin,
    Paragraph,
    PartialDate,
    Sentence,
    Span,
    State,
    Translation,
)


@given(text=texts, data=st.data())
def test_a_span_slices_to_its_own_words_in_code_points(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert span.of(text) == text[span.start : span.end]
    assert len(span.of(text)) == len(span)
    assert span.shifted(3).of("abc" + text) == span.of(text)
    assert [span.holds(offset) for offset in range(len(text))].count(True) == len(span)


@given(first=st.tuples(st.integers(0, 9), st.integers(0, 9)), second=st.tuples(st.integers(0, 9)))
def test_overlap_is_sharing_a_code_point(first: tuple[int, int], second: tuple[int]) -> None:
    one, other = Span(min(first), max(first)), Span(second[0], second[0] + 3)
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert other.contains(one) == (one.start >= other.start and one.end <= other.end)


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_a_span_never_runs_backwards(start: int, end: int) -> None:
    with pytest.raises(LayerError):
        Span(start, end)


def test_offsets_are_code_points_and_not_bytes_or_cells() -> None:
    text = "L’astronauta 👩‍🚀 è qui, e̅ cioè «là»."
    assert at("«là»", text).of(text) == "«là»"
    assert at("«là»", text).start == text.index("«")


def test_nothing_of_a_document_can_be_changed() -> None:
    document = bridge()
    with pytest.raises((FrozenInstanceError, AttributeError)):
        document.article.text = "altro"  # type: ignore[misc]
    with pytest.raises((FrozenInstanceError, AttributeError)):
        document.quotes = ()  # type: ignore[misc]
    with pytest.raises((FrozenInstanceError, AttributeError)):
        document.sentences[0].paragraph = 1  # type: ignore[misc]


@settings(max_examples=50)
@given(document=documents())
def test_every_layer_stands_for_words_of_the_text(document: Document) -> None:
    text = document.text
    parts = [p.span for p in document.paragraphs] + [s.span for s in document.sentences]
    parts += [q.span for q in document.quotes] + [d.span for d in document.dates]
    assert all(document.words(span) == text[span.start : span.end] != "" for span in parts)


@settings(max_examples=50)
@given(document=documents())
def test_a_layer_that_overlaps_or_leaves_the_text_is_refused(document: Document) -> None:
    end = len(document.text)
    bare = replace(document, sentences=(), translations=())
    wrong = [Span(end, end + 1), *(paragraph.span for paragraph in document.paragraphs[-1:])]
    for span in wrong:
        with pytest.raises(LayerError):
            replace(bare, paragraphs=(*document.paragraphs, Paragraph(span))).check()
    wrong = [Span(end, end + 1), *(mention.span for mention in document.dates[-1:])]
    for span in wrong:
        dates = (*document.dates, replace(bridge().dates[0], span=span))
        with pytest.raises(LayerError):
            document.with_findings(dates=dates).check()


def with_sentences(*sentences: Sentence) -> Document:
    return replace(bridge(), sentences=sentences, translations=())


@pytest.mark.parametrize(
    "sentences",
    [
        [Sentence(at("Il ponte riapre"), 1)],
        [Sentence(at("Il ponte riapre"), 2)],
        [Sentence(Span(0, len(TEXT)), 0)],
        [Sentence(at("il 3 maggio"), 1), Sentence(at("Il ponte riaprirà"), 1)],
        [Sentence(at("Il ponte riaprirà"), 1), Sentence(at("ponte riaprirà il"), 1)],
        [Sentence(Span(3, 3), 0)],
    ],
    ids=["in another paragraph", "in none", "over two", "out of order", "overlapping", "empty"],
)
def test_a_sentence_that_does_not_fit_its_paragraph_is_refused(sentences: list[Sentence]) -> None:
    with pytest.raises(LayerError):
        with_sentences(*sentences).check()


def test_quotes_overlap_only_when_one_is_indirect() -> None:
    document = bridge()
    first = document.quotes[0]
    around = replace(first, span=at("“Abbiamo finito”, ha detto"))
    with pytest.raises(LayerError):
        document.with_findings(quotes=(around, first)).check()
    assert document.with_findings(quotes=(replace(around, kind="indirect"), first)).check()


def test_a_speaker_or_cue_outside_the_text_is_refused() -> None:
    document = bridge()
    first = document.quotes[0]
    assert first.speaker is not None
    assert first.cue is not None
    far = Span(len(TEXT), len(TEXT) + 4)
    for wrong in (
        replace(first, speaker=first.speaker._replace(span=far)),
        replace(first, via=first.speaker._replace(span=far)),
        replace(first, cue=first.cue._replace(span=far)),
        replace(first, cue=first.cue._replace(span=Span(2, 2))),
    ):
        with pytest.raises(LayerError):
            document.with_findings(quotes=(wrong,)).check()


def test_there_is_one_translation_for_each_sentence() -> None:
    with pytest.raises(LayerError):
        replace(bridge(), translations=(None,))
    assert with_sentences(*bridge().sentences).translations == (None, None, None)


@pytest.mark.parametrize(
    ("state", "text"),
    [(State.TRANSLATED, None), (State.FAILED, "words"), (State.PENDING, "words")],
)
def test_a_translation_says_what_it_is(state: State, text: str | None) -> None:
    with pytest.raises(ValueError, match="do not agree"):
        Translation("en", text, state)


def test_the_sentence_at_an_offset_is_the_one_the_eye_is_in() -> None:
    document = bridge()
    for index, sentence in enumerate(document.sentences):
        for offset in range(sentence.span.start, sentence.span.end):
            assert document.sentence_at(offset) == index
    assert document.sentence_at(len(TEXT) + 5) == 2
    assert [list(indices) for indices in document.paragraph_sentences] == [[0], [1, 2]]


@settings(max_examples=40)
@given(document=documents())
def test_every_sentence_belongs_to_one_paragraph(document: Document) -> None:
    indices = [index for group in document.paragraph_sentences for index in group]
    assert indices == list(range(len(document.sentences)))
    assert sum(document.tally().values()) == len(document.sentences)


def test_new_translations_make_a_new_document_and_leave_the_old_one() -> None:
    document = bridge()
    new = Translation("en", "“We have finished” …", State.TRANSLATED, "mymemory")
    after = document.with_translations({2: new})
    assert after.translations[2] == new
    assert after.translations[:2] == document.translations[:2]
    assert document.tally()[State.FAILED] == 1
    assert after.tally()[State.FAILED] == 0
    assert document.with_translations({}) is document


def test_another_date_and_other_findings_leave_the_rest_alone() -> None:
    document = bridge()
    dated = document.with_published(PartialDate("2024-04-30"))
    assert dated.article.published == PartialDate("2024-04-30")
    assert replace(dated, article=document.article) == document
    bare = document.with_findings(quotes=[], dates=[])
    assert (bare.quotes, bare.dates, bare.sentences) == ((), (), document.sentences)


def test_the_same_text_is_the_same_document() -> None:
    one = Article("Testo.", Origin("file", "a.txt"), "it")
    other = Article("Testo.", Origin("stdin", "-"), "it", title="Titolo")
    assert one.id == other.id
    assert len(one.id) == 16
    assert one.id != Article("Testo!", Origin("file", "a.txt"), "it").id


def test_an_article_is_translated_into_the_other_language() -> None:
    italian = bridge()
    english = replace(italian, article=replace(italian.article, language="en"))
    assert (italian.target, english.target) == ("en", "it")


def test_a_document_without_sentences_is_a_document() -> None:
    document = Document(bridge().article, (Paragraph(Span(0, 5)),)).check()
    assert document.sentence_at(3) == 0
    assert document.paragraph_sentences == (range(0),)
