"""Searching finds words in both languages as people type them, and goes round."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.articles import article, articles, long_article
from tui.document import Document
from tui.panels.rows import Mode, Side
from tui.panels.search import Hit, Hits, find, fold, step

MARKET = article(
    [("La città è in festa.", "The town is celebrating."), ("Perché?", "Why?")],
    [("L’Università “Città Studi” apre.", "The Città Studi university opens.")],
)


def said(document: Document, hit: Hit) -> str:
    """The words a hit stands for."""
    if hit.side is Side.SOURCE:
        return document.text[hit.start : hit.end]
    translation = document.translations[hit.sentence]
    assert translation is not None
    assert translation.text is not None
    return translation.text[hit.start : hit.end]


@pytest.mark.parametrize("query", ["città", "CITTÀ", "citta", "Citta", "  citta  "])
def test_words_are_found_whatever_their_case_and_accents_in_both_languages(query: str) -> None:
    hits = find(MARKET, query).hits
    assert [(hit.sentence, hit.side) for hit in hits] == [
        (0, Side.SOURCE),
        (2, Side.SOURCE),
        (2, Side.TARGET),
    ]
    assert [said(MARKET, hit) for hit in hits] == ["città", "Città", "Città"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("l'universita", "L’Università"),
        ('"citta studi"', "“Città Studi”"),
        ("festa. perche", "festa. Perché"),
        ("studi\u00a0univ", "Studi univ"),
        ("why?", "Why?"),
    ],
)
def test_marks_and_blanks_are_found_as_one_types_them(query: str, words: str) -> None:
    assert [said(MARKET, hit) for hit in find(MARKET, query).hits] == [words]


@pytest.mark.parametrize("query", ["", "   ", "assente", ".*", "c.ttà", "(", "celebrating. Why"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    hits = find(MARKET, query)
    assert hits.hits == ()
    assert step(hits, Mode.COLUMNS, 0, 1) is None
    assert step(hits, Mode.COLUMNS, 0, -1) is None


def test_words_are_found_across_a_line_break_of_the_source() -> None:
    text = "Il ponte\nvecchio."
    document = article([(text, "The old bridge.")])
    (hit,) = find(document, "ponte vecchio").hits
    assert said(document, hit) == "ponte\nvecchio"


@given(text=st.text(max_size=40))
def test_folding_never_moves_an_offset_and_folds_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@settings(max_examples=15)
@given(document=articles(), data=st.data())
def test_what_stands_in_the_text_is_found_where_it_stands(
    document: Document, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(document.sentences) - 1))
    words = document.words(document.sentences[number].span).split()
    query = data.draw(st.sampled_from(words))
    hits = find(document, data.draw(st.sampled_from([query, query.upper(), query.lower()])))
    if fold(query.upper()) == fold(query):
        start = document.sentences[number].span.start
        assert any(hit.side is Side.SOURCE and hit.sentence == number for hit in hits.hits)
        assert all(
            hit.start >= start
            for hit in hits.hits
            if (hit.sentence, hit.side) == (number, "source")
        )
    assert hits.hits == tuple(sorted(hits.hits))
    for hit in hits.hits:
        assert fold(said(document, hit)) == fold(hits.query)
        if hit.side is Side.SOURCE:
            assert document.sentence_at(hit.start) == hit.sentence
            assert hit in hits.in_source(hit.start, hit.end)
        else:
            assert hit in hits.by_sentence[hit.sentence]


def round_trip(hits: Hits, mode: Mode, by: int) -> list[Hit]:
    """The hits met by asking for the next one until the first comes again."""
    met: list[Hit] = []
    while (hit := step(hits, mode, 0, by)) not in met:
        assert hit is not None
        met.append(hit)
        hits = hits.at(hit)
    assert hit == met[0]
    return met


@pytest.mark.parametrize("mode", Mode)
def test_next_and_previous_go_round_all_that_can_be_seen(mode: Mode) -> None:
    hits = find(MARKET, "citta")
    seen = [
        hit
        for hit in hits.hits
        if mode in (Mode.COLUMNS, Mode.STACKED) or hit.side.value == mode.value
    ]
    assert round_trip(hits, mode, 1) == seen
    back = round_trip(hits, mode, -1)
    assert sorted(back) == seen
    assert len(back) < 2 or back[1:] == sorted(back[1:], reverse=True)


def test_a_search_begins_at_the_sentence_one_reads() -> None:
    document = long_article(50)
    hits = find(document, "mercato")
    ahead, behind = step(hits, Mode.SOURCE, 30, 1), step(hits, Mode.SOURCE, 30, -1)
    assert ahead is not None
    assert behind is not None
    assert (ahead.sentence, behind.sentence) == (30, 30)
    some = find(document, "numero 1")
    first = step(some, Mode.SOURCE, 20, 1)
    last = step(some, Mode.SOURCE, 0, -1)
    assert first is not None
    assert last is not None
    assert (first.sentence, last.sentence) == (1, 19)


def test_a_hit_that_the_view_hides_is_not_the_place_to_go_on_from() -> None:
    hits = find(MARKET, "citta")
    hidden = hits.at(hits.hits[-1])
    onward = step(hidden, Mode.SOURCE, 1, 1)
    assert onward == hits.hits[1]
