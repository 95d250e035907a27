"""The mouse means the character it is on, and a selection is words of one language."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.support.articles import (
    article,
    articles,
    laid,
    measured_words,
    plain_words,
    views,
    widths,
)
from tui.document import Document
from tui.panels.layout import Layout
from tui.panels.pointing import pointed
from tui.panels.rows import GUTTER, SEPARATOR, Line, Mode, Side, View
from tui.panels.selection import Point, Selected
from tui.panels.viewport import Place


def drawn(layout: Layout, place: Place) -> list[tuple[Line, int, int]]:
    """What stands on a row: each character's line, offset, and first cell on the screen."""
    mode, column, margin = layout.geometry
    row = layout.row(place)
    left = margin + GUTTER
    starts = [(row.left, left)]
    if mode is Mode.COLUMNS:
        starts.append((row.right, left + column + len(SEPARATOR)))
    out: list[tuple[Line, int, int]] = []
    for line, x in starts:
        if line is not None:
            wide = [cell_len(char) for char in line.text]
            cells = list(accumulate(wide, initial=x + cell_len(line.lead)))[:-1]
            out += [(line, line.start + number, cell) for number, cell in enumerate(cells)]
    return out


def every_place(layout: Layout) -> list[Place]:
    return [
        Place(block, row) for block in range(layout.count) for row in range(layout.height(block))
    ]


@settings(max_examples=10)
@given(document=articles(measured_words), view=views, width=widths)
def test_a_cell_means_the_character_that_is_drawn_there(
    document: Document, view: View, width: int
) -> None:
    layout = laid(document, view, width)
    for place in every_place(layout):
        for line, offset, x in drawn(layout, place):
            for cell in range(x, x + cell_len(line.flow.text[offset])):
                here = pointed(layout, place, cell)
                assert here is not None
                assert here.side is line.flow.side
                assert here.point == Point(place.block, offset)
                assert here.sentence == line.flow.piece_at(offset).sentence


@pytest.mark.parametrize("joined", ["👩‍🚀", "❤️", "🏳️‍🌈", "e\u0301"])
def test_any_cell_of_what_is_drawn_as_one_is_inside_it(joined: str) -> None:
    layout = laid(article([(f"ab {joined} cd", None)]), View.ITALIAN, 60)
    left = layout.geometry.margin + GUTTER
    cells = {
        cell: here.point.offset
        for cell in range(8)
        if (here := pointed(layout, Place(), left + cell)) is not None
    }
    wide = cell_len(joined)
    assert all(3 <= cells[3 + cell] < 3 + len(joined) for cell in range(wide))
    assert cells[3 + wide] == 3 + len(joined)


@settings(max_examples=10)
@given(document=articles(plain_words), view=views, width=widths)
def test_left_of_a_line_is_its_beginning_and_right_of_it_its_end(
    document: Document, view: View, width: int
) -> None:
    layout = laid(document, view, width)
    for place in every_place(layout):
        line = layout.row(place).left
        here, there = pointed(layout, place, 0), pointed(layout, place, width, Side.SOURCE)
        if line is None:
            assert here is None
            continue
        assert here is not None
        assert here.point == Point(place.block, line.start)
        if line.flow.side is Side.SOURCE:
            assert there is not None
            assert there.point == Point(place.block, line.end)
            assert there.sentence in line.sentences()


def test_the_separator_divides_the_columns_where_the_eye_does() -> None:
    layout = laid(article([("Uno.", "One.")]), View.BOTH, 120)
    rule = layout.geometry.margin + GUTTER + layout.geometry.column + 1
    sides = [here.side for x in (rule - 1, rule) if (here := pointed(layout, Place(), x))]
    assert sides == [Side.SOURCE, Side.TARGET]


def test_a_drag_that_leaves_its_column_stays_in_its_language() -> None:
    layout = laid(article([("Uno due.", "One two.")]), View.BOTH, 120)
    far = pointed(layout, Place(), 119, Side.SOURCE)
    near = pointed(layout, Place(), 0, Side.TARGET)
    assert far is not None
    assert near is not None
    assert (far.side, far.point) == (Side.SOURCE, Point(0, 8))
    assert (near.side, near.point) == (Side.TARGET, Point(0, 0))


def test_there_is_nothing_under_the_mouse_between_paragraphs() -> None:
    document = article([("Uno.", "One.")], [("Due.", "Two.")])
    for view, width in ((View.ITALIAN, 80), (View.BOTH, 60), (View.BOTH, 120)):
        layout = laid(document, view, width)
        assert pointed(layout, Place(1, 0), 10) is None
    stacked = laid(document, View.BOTH, 60)
    assert pointed(stacked, Place(0, 0), 10, Side.TARGET) is None


def point_of(layout: Layout, side: Side, sentence: int, offset: int) -> Point:
    """The point of a character of a sentence in a layout."""
    block = layout.block_of(sentence)
    for part in layout.block(block).parts:
        flow = part.lines[0].flow
        if flow.side is side:
            return Point(block, flow.piece_of(sentence).start + offset)
    raise AssertionError(f"no {side} in {layout.geometry}")


def expected(document: Document, side: Side, start: tuple[int, int], end: tuple[int, int]) -> str:
    """The words from a character of a sentence to one of another, sentence by sentence."""
    out = ""
    for number in range(start[0], end[0] + 1):
        sentence = document.sentences[number]
        translation = document.translations[number]
        said = document.words(sentence.span).replace("\n", " ")
        if side is Side.TARGET:
            assert translation is not None
            said = translation.text or ""
        words = said[start[1] if number == start[0] else 0 : end[1] if number == end[0] else None]
        if number > start[0] and words:
            apart = document.sentences[number - 1].paragraph != sentence.paragraph
            out += "\n\n" if apart else " "
        out += words
    return out


PAGE = article(
    [("Il ponte riapre.", "The bridge reopens.")],
    [
        ("Il ponte “vecchio” riapre lunedì mattina, dice il sindaco.", "The old bridge reopens on"),
        ("Sì.", "Yes, it does."),
        ("La piazza resta chiusa al traffico.", "The square stays closed to traffic."),
    ],
    [("Pane 東京 e vino.", "Bread 東京 and wine."), ("Ecco.", "There.")],
    kinds=("title", "body", "item"),
)


@settings(max_examples=60)
@given(data=st.data(), side=st.sampled_from(Side), width=widths, backwards=st.booleans())
def test_a_selection_is_the_same_words_however_they_are_wrapped(
    data: st.DataObject, side: Side, width: int, backwards: bool
) -> None:
    shown = View.ITALIAN if side is Side.SOURCE else View.ENGLISH
    layout = laid(PAGE, data.draw(st.sampled_from([View.BOTH, shown])), width)
    ends: list[tuple[int, int]] = []
    for _ in range(2):
        number = data.draw(st.integers(0, len(PAGE.sentences) - 1))
        words = expected(PAGE, side, (number, 0), (number, 10_000))
        ends.append((number, data.draw(st.integers(0, len(words) - 1))))
    start, end = sorted(ends)
    points = [point_of(layout, side, *start), point_of(layout, side, *end)]
    anchor, head = reversed(points) if backwards else points
    selection = Selected(side, anchor, head)
    # A selection that ends before the first character of a sentence stops at the one before.
    assert selection.words(layout).strip() == expected(PAGE, side, start, end).strip()
    assert bool(selection) == (start != end)


def test_whoever_selects_everything_copies_the_article_and_not_its_translation() -> None:
    for view, width in ((View.ITALIAN, 80), (View.BOTH, 60), (View.BOTH, 120)):
        layout = laid(PAGE, view, width)
        last = len(PAGE.sentences) - 1
        end = point_of(layout, Side.SOURCE, last, len("Ecco."))
        everything = Selected(Side.SOURCE, Point(0, 0), end)
        assert everything.words(layout) == PAGE.text
