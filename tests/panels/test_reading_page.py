"""Moving over the page: the caret stays in sight and on words, and nobody loses their place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.articles import (
    article,
    articles,
    heights,
    laid,
    long_article,
    opened,
    views,
    widths,
)
from tui.document import Document
from tui.panels.page import KEPT, START, Page
from tui.panels.rows import View
from tui.panels.viewport import Place, last_top, nearest, walk

Move = Callable[[Page], Page]

EVERY = [(View.ITALIAN, 80), (View.ENGLISH, 80), (View.BOTH, 60), (View.BOTH, 120)]


def resized(width: int, height: int, view: View) -> Move:
    return lambda page: page.relaid(laid(page.layout.document, view, width), height)


steps: st.SearchStrategy[Move] = st.one_of(
    st.integers(-40, 40).filter(bool).map(lambda by: lambda page: page.lines(by)),
    st.sampled_from([-1, -0.5, 0.5, 1]).map(lambda by: lambda page: page.pages(by)),
    st.integers(-40, 40).map(lambda by: lambda page: page.scrolled(by)),
    st.integers(-3, 30).map(lambda number: lambda page: page.to_sentence(number)),
    st.integers(0, 20).map(lambda block: lambda page: page.at_top(Place(block))),
    st.sampled_from([Page.home, Page.end]),
    st.builds(resized, widths, heights, views),
)


@settings(max_examples=25)
@given(
    document=articles(),
    view=views,
    width=widths,
    height=heights,
    moves=st.lists(steps, max_size=6),
)
def test_however_one_moves_the_caret_is_on_the_screen_and_on_words(
    document: Document, view: View, width: int, height: int, moves: list[Move]
) -> None:
    page = opened(document, view, width, height)
    for move in moves:
        page = move(page)
        layout = page.layout
        assert nearest(layout, page.top) == page.top <= last_top(layout, page.height)
        words = [place for place in page.places() if layout.row(place).lines]
        if not words:
            # On a screen of one row that shows the blank between two paragraphs.
            assert page.height == 1
            continue
        assert page.caret in words
        assert page.places()[page.caret_row()] == page.caret
        assert layout.shows(page.sentence, page.caret)


@settings(max_examples=15)
@given(document=articles(), view=views, width=widths, height=heights, data=st.data())
def test_going_to_a_sentence_shows_all_of_it_when_it_fits(
    document: Document, view: View, width: int, height: int, data: st.DataObject
) -> None:
    last = len(document.sentences) - 1
    page = opened(document, view, width, height).to_sentence(data.draw(st.integers(0, last)))
    number = data.draw(st.integers(0, last).filter(lambda n: n != page.sentence or not last))
    if not last:
        return
    page = page.to_sentence(number)
    assert page.sentence == number
    block = page.layout.block(page.caret.block)
    own = [rows for rows in block.rows_of(number) if page.caret.row in rows]
    tall = max(rows[-1] for rows in own) - page.caret.row + 1
    assert page.caret.row == own[0].start
    assert 0 <= page.caret_row() <= height - min(tall, height)


@pytest.mark.parametrize("height", [9, 10, 12])
def test_a_tall_sentence_far_away_is_shown_whole(height: int) -> None:
    pairs = [("Breve. ", "Short.")] * 60
    tall = "parola " * 100
    document = article(*([pair] for pair in pairs), [(tall.strip(), "word")])
    page = opened(document, View.ITALIAN, 100, height).to_sentence(60)
    (rows,) = page.layout.block(page.caret.block).rows_of(60)
    assert len(rows) == 9
    assert page.caret_row() + len(rows) <= height


def test_in_columns_the_longer_of_the_two_is_shown_whole() -> None:
    document = article(*([("Sì, certo.", "word " * 70)] for _ in range(30)))
    page = opened(document, View.BOTH, 120, 12)
    for number in range(1, 30):
        page = page.to_sentence(number)
        tall = page.layout.height(number) - 1
        assert tall == 7
        assert page.caret_row() + tall <= 12


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_sentences_beyond_the_ends_are_the_first_and_the_last(view: View, width: int) -> None:
    page = opened(long_article(40), view, width)
    assert page.to_sentence(99).sentence == 39
    assert page.to_sentence(99).to_sentence(-5).sentence == 0


@pytest.mark.parametrize("height", [1, 2, 3, 7, 24, 50])
@pytest.mark.parametrize(("view", "width"), EVERY)
def test_a_page_down_then_up_is_where_one_was(view: View, width: int, height: int) -> None:
    page = opened(long_article(200), view, width, height).to_sentence(90)
    for by in (1, 0.5):
        there = page.pages(by)
        assert there.top > page.top
        assert there.pages(-by).top == page.top
        assert abs(there.pages(-by).caret_row() - page.caret_row()) <= 1


@pytest.mark.parametrize("height", [5, 24, 50])
@pytest.mark.parametrize(("view", "width"), EVERY)
def test_pages_are_of_one_length_wherever_they_begin(view: View, width: int, height: int) -> None:
    page = opened(long_article(400), view, width, height)
    for _ in range(8):
        onward = page.pages(1)
        assert onward.top == walk(page.layout, page.top, height - KEPT)
        # What was last on the screen is still there, so that the eye can find its place.
        assert set(page.places()[-KEPT:]) <= set(onward.places())
        page = onward


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_every_row_is_met_going_down_by_lines_and_again_going_up(view: View, width: int) -> None:
    page = opened(long_article(24), view, width, 10)
    down = [page.caret]
    while (onward := page.lines(1)) != page:
        page = onward
        down.append(page.caret)
    up = [page.caret]
    while (back := page.lines(-1)) != page:
        page = back
        up.append(page.caret)
    every = [
        Place(block, row)
        for block in range(page.layout.count)
        for row in range(page.layout.height(block))
    ]
    assert down == up[::-1] == [place for place in every if page.layout.row(place).lines]
    assert page.top == START


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_the_caret_keeps_away_from_the_edges_while_there_is_text_beyond(
    view: View, width: int
) -> None:
    page = opened(long_article(80), view, width, 20).to_sentence(40)
    for step in (1, -1):
        for _ in range(60):
            page = page.lines(step)
            if START < page.top < last_top(page.layout, 20):
                assert 4 <= page.caret_row() <= 15


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_home_and_end_are_the_first_and_last_row(view: View, width: int) -> None:
    document = long_article(60)
    start = opened(document, view, width)
    assert (start.top, start.caret, start.sentence) == (START, START, 0)
    end = start.end()
    assert end.sentence == 59
    assert end.places()[-1] == end.caret == nearest(end.layout, Place(end.layout.count))
    assert len(end.places()) == end.height
    assert end.home() == start
    assert end.pages(1) == end.lines(1) == end
    assert start.pages(-1) == start.lines(-1) == start


def test_home_means_the_first_words_even_under_an_empty_paragraph() -> None:
    document = article([("***", "***")], [("Uno.", "One."), ("Due.", "Two.")], [("Tre.", "Three.")])
    document = replace(
        document, sentences=document.sentences[1:], translations=document.translations[1:]
    )
    for view, width in EVERY:
        page = opened(document, view, width, 4).end()
        assert page.sentence == 2
        assert page.home().sentence == 0
        assert page.home().layout.shows(0, page.home().caret)


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_scrolling_past_the_ends_stops_at_them_with_the_caret_in_sight(
    view: View, width: int
) -> None:
    page = opened(long_article(60), view, width)
    below = page.scrolled(10_000)
    assert below.top == last_top(page.layout, page.height)
    assert 0 <= below.caret_row() < page.height
    above = below.scrolled(-10_000)
    assert above.top == START
    assert 0 <= above.caret_row() < page.height


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_scrolling_within_the_screen_leaves_the_caret_on_its_words(view: View, width: int) -> None:
    page = opened(long_article(200), view, width).to_sentence(90)
    moved = page.scrolled(3)
    assert moved.top == walk(page.layout, page.top, 3)
    assert (moved.caret, moved.sentence) == (page.caret, page.sentence)
    assert moved.scrolled(-3) == page


@pytest.mark.parametrize(("height", "width"), [(1, 20), (1, 1), (5, 1), (24, 5), (2, 200)])
@pytest.mark.parametrize("view", View)
def test_the_smallest_screens_can_be_read_to_the_end(view: View, height: int, width: int) -> None:
    document = article([("Il ponte riapre.", "The bridge reopens.")], [("Domani.", None)])
    page = opened(document, view, width, height)
    seen = {page.sentence}
    for _ in range(200):
        page = page.lines(1)
        seen.add(page.sentence)
    assert seen == {0, 1}
    assert page.home().sentence == 0
    assert page.pages(1).pages(-1).end().sentence == 1


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_one_sentence_is_a_page(view: View, width: int) -> None:
    page = opened(article([("Una sola frase.", "One sentence only.")]), view, width)
    for after in (page.to_sentence(5), page.end(), page.pages(1), page.lines(3), page.scrolled(3)):
        assert (after.top, after.sentence) == (START, 0)
        assert after.layout.shows(0, after.caret)


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_one_giant_paragraph_is_read_like_any_other_text(view: View, width: int) -> None:
    page = opened(long_article(400, in_paragraph=400), view, width)
    assert page.pages(1).pages(-1).top == page.top
    assert page.to_sentence(399).sentence == 399
    assert page.to_sentence(200).lines(2).lines(-2).sentence == 200
    seen, here = [0], page
    while (here := here.to_sentence(here.sentence + 1)).sentence != seen[-1]:
        seen.append(here.sentence)
    assert seen == list(range(400))
