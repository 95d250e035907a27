"""Whatever changes under the reader, the sentence stays in sight, on its row where it can."""

from __future__ import annotations

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
from tui.document import Document, Sentence, Span, State, Translation
from tui.panels.page import START, Page
from tui.panels.rows import View
from tui.panels.viewport import Place

EVERY = [(View.ITALIAN, 80), (View.ENGLISH, 80), (View.BOTH, 60), (View.BOTH, 120)]


def cycled(page: Page, width: int) -> Page:
    """Italian, English, both and back, one key after the other."""
    document = page.layout.document
    for view in (View.ENGLISH, View.BOTH, View.ITALIAN):
        page = page.relaid(laid(document, view, width), page.height)
    return page


@pytest.mark.parametrize("width", [60, 120])
def test_toggling_the_view_three_times_changes_nothing(width: int) -> None:
    page = opened(long_article(200), View.ITALIAN, width).to_sentence(100)
    after = cycled(page, width)
    assert (after.top, after.caret, after.sentence) == (page.top, page.caret, 100)


@settings(max_examples=12)
@given(document=articles(), width=widths, height=heights, data=st.data())
def test_toggling_never_loses_the_sentence_and_settles_at_once(
    document: Document, width: int, height: int, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(document.sentences) - 1))
    page = opened(document, View.ITALIAN, width, height).to_sentence(number)
    once = cycled(page, width)
    again = cycled(once, width)
    assert once.sentence == again.sentence == number
    assert (again.top, again.caret) == (once.top, once.caret)


@settings(max_examples=12)
@given(document=articles(), view=views, first=widths, second=widths, data=st.data())
def test_resizing_keeps_the_sentence_in_view(
    document: Document, view: View, first: int, second: int, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(document.sentences) - 1))
    page = opened(document, view, first, data.draw(heights)).to_sentence(number)
    resized = page.relaid(laid(document, view, second), data.draw(heights))
    assert resized.sentence == number
    assert any(resized.layout.shows(number, place) for place in resized.places())
    assert resized.caret in resized.places()


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_a_resize_moves_the_sentence_no_further_than_it_must(view: View, width: int) -> None:
    page = opened(long_article(200), view, width, 24).to_sentence(100)
    wider = page.relaid(laid(page.layout.document, view, width + 11), 40)
    assert wider.caret_row() == page.caret_row()
    lower = page.relaid(page.layout, 3)
    assert lower.caret_row() == min(page.caret_row(), 2)


def arriving(document: Document, numbers: list[int], words: str) -> Document:
    said = Translation("en", words, State.TRANSLATED, "google")
    return document.with_translations(dict.fromkeys(numbers, said))


@pytest.mark.parametrize("view_and_width", EVERY)
@settings(max_examples=10)
@given(numbers=st.lists(st.integers(0, 119)), number=st.integers(30, 90), row=st.integers(0, 8))
def test_translations_that_arrive_do_not_move_the_sentence_one_reads(
    view_and_width: tuple[View, int], numbers: list[int], number: int, row: int
) -> None:
    view, width = view_and_width
    pending = article(*([(f"Frase {n}, ancora da tradurre.", None)] * 3 for n in range(40)))
    page = opened(pending, view, width, 12).to_sentence(number).scrolled(row)
    after = arriving(pending, numbers, "A sentence, translated at last. " * 6)
    there = page.relaid(laid(after, view, width), page.height)
    assert there.sentence == page.sentence
    assert there.caret_row() == page.caret_row()
    assert there.layout.shows(there.sentence, there.caret)


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_a_sentence_pushed_down_by_those_before_it_is_followed(view: View, width: int) -> None:
    pending = article(*([(f"Frase {n}.", None)] * 8 for n in range(20)))
    page = opened(pending, view, width, 12).to_sentence(85)
    if width == 60:
        page = page.lines(1)
    number, row = page.sentence, page.caret_row()
    after = arriving(pending, list(range(number)), "A sentence, translated at last. " * 6)
    there = page.relaid(laid(after, view, width), 12)
    assert (there.sentence, there.caret_row()) == (number, row)
    assert there.layout.shows(number, there.caret)


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_what_arrives_elsewhere_leaves_the_caret_on_its_line(view: View, width: int) -> None:
    tall = "Una frase che continua e continua. " * 6
    pending = article(*([(tall.strip(), tall.strip())] for _ in range(20)), [("Fine.", None)])
    page = opened(pending, view, width, 12).to_sentence(10).lines(2)
    assert page.sentence == 10
    after = arriving(pending, [20], "The end.")
    there = page.relaid(laid(after, view, width), 12)
    assert (there.top, there.caret, there.sentence) == (page.top, page.caret, 10)


def roughly(number: int) -> Translation:
    words = f"The phrase number {number}, by rules. " * (1 + number % 4)
    return Translation("en", words.strip(), State.TRANSLATED, "apertium", rough=True)


@pytest.mark.parametrize("view_and_width", EVERY)
@settings(max_examples=10)
@given(numbers=st.sets(st.integers(0, 119), min_size=1), number=st.integers(30, 90))
def test_better_words_in_place_of_rough_ones_do_not_move_the_sentence_one_reads(
    view_and_width: tuple[View, int], numbers: set[int], number: int
) -> None:
    view, width = view_and_width
    bare = article(*([(f"Frase {n}, tradotta alla buona.", None)] * 3 for n in range(40)))
    rough = bare.with_translations({n: roughly(n) for n in range(120)})
    page = opened(rough, view, width, 12).to_sentence(number)
    better = arriving(rough, sorted(numbers), "A sentence, and this time in good English. " * 3)
    there = page.relaid(laid(better, view, width), page.height)
    assert there.sentence == number
    assert there.caret_row() == page.caret_row()
    assert there.layout.shows(number, there.caret)
    again = there.relaid(laid(better, view, width), page.height)
    assert (again.top, again.caret) == (there.top, there.caret), "and it settles at once"


def test_what_arrives_above_does_not_push_the_text_in_columns() -> None:
    pending = article(*([(f"Frase {n}.", None)] for n in range(60)))
    page = opened(pending, View.BOTH, 120, 12).to_sentence(30)
    after = arriving(pending, list(range(20)), "A long sentence. " * 20)
    there = page.relaid(laid(after, View.BOTH, 120), 12)
    assert (there.top, there.caret) == (page.top, page.caret)


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_without_sentences_there_is_nowhere_to_go(view: View, width: int) -> None:
    full = long_article(20)
    nothing = replace(full, paragraphs=(), sentences=(), translations=())
    page = opened(full, view, width).to_sentence(12).relaid(laid(nothing, view, width), 24)
    assert (page.top, page.caret, page.sentence) == (START, START, 0)
    assert page.to_sentence(4) == page
    assert page.places() == []


def test_a_shorter_article_under_the_same_page_is_no_error() -> None:
    page = opened(long_article(40), View.BOTH, 120).end()
    short = laid(article([("Uno.", "One.")]), View.BOTH, 120)
    assert page.relaid(short, 24).sentence == 0
    assert Sentence(Span(0, 4), 0) == short.document.sentences[0]


ROUGH = "A rough translation of some length, as rules make them. " * 3
LONG = "The sentence that somebody reads while the others are replaced. " * 5


@pytest.mark.parametrize(("view", "width"), [(View.ENGLISH, 60), (View.BOTH, 60), (View.BOTH, 120)])
@pytest.mark.parametrize("better", ["Brief.", ROUGH * 2])
@pytest.mark.parametrize("row", [0, 1, 2])
def test_nothing_moves_under_the_eyes_when_better_translations_come(
    view: View, width: int, better: str, row: int
) -> None:
    paragraph = [(f"Frase numero {number}.", ROUGH) for number in range(3)]
    document = article(*[paragraph] * 20)
    read = 31
    document = arriving(document, [read], LONG.strip())
    page = opened(document, view, width, 24).to_sentence(read)
    if view is View.BOTH and width == 60:  # the caret is in the translation under its paragraph
        page = replace(page, caret=page.layout.place_of(read, Place(10, 9)))
    page = replace(page, caret=Place(page.caret.block, page.caret.row + row))
    assert page.layout.shows(read, page.caret)
    begins = page.layout.place_of(read, page.caret)
    others = [number for number in range(60) if number != read]
    after = page.relaid(laid(arriving(document, others, better), view, width), 24)
    now = after.layout.place_of(read, after.caret)
    assert after.sentence == read
    assert after.caret_row() == page.caret_row()
    assert after.caret.row - now.row == page.caret.row - begins.row == row
