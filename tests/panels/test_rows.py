"""The rows of the page: both texts whole, level, in columns that hold them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests.support.articles import (
    MEASURE,
    article,
    articles,
    laid,
    long_article,
    views,
    widths,
)
from tui.document import Document, Sentence, State, Translation
from tui.panels.layout import Layout
from tui.panels.rows import (
    BAR,
    GUTTER,
    SEPARATOR,
    STACK_LEAD,
    Flow,
    Line,
    Mode,
    Row,
    Side,
    View,
    notice,
)
from tui.panels.viewport import Place
from tui.panels.wrap import cells

EVERY = [(view, width) for view in View for width in (80, 140)]


def rows(layout: Layout) -> list[tuple[Place, Row]]:
    return [
        (Place(block, number), row)
        for block in range(layout.count)
        for number, row in enumerate(layout.block(block).rows)
    ]


def lines(layout: Layout, side: Side) -> list[Line]:
    return [line for _, row in rows(layout) for line in row.lines if line.flow.side is side]


def rejoined(shown: list[Line]) -> list[tuple[Flow, str]]:
    """The flows of some lines, each with what its lines and the blanks between them say."""
    out: list[tuple[Flow, str]] = []
    flows = {id(line.flow): line.flow for line in shown}
    for flow in flows.values():
        own = [line for line in shown if line.flow is flow]
        for before, after in pairwise(own):
            assert not flow.text[before.end : after.start].strip(" ")
        said = "".join(
            line.text + flow.text[line.end : following.start]
            for line, following in pairwise([*own, replace_start(own[-1])])
        )
        out.append((flow, said))
    return out


def replace_start(last: Line) -> Line:
    return Line(last.flow, last.end, last.end)


def expected_translation(translation: Translation | None) -> str:
    if translation is not None and translation.text is not None:
        return translation.text
    failed = translation is not None and translation.state is State.FAILED
    return notice(State.FAILED, translation.reason) if failed and translation else "[…]"


def folded(text: str) -> str:
    return " ".join(text.split())


@settings(max_examples=15)
@given(document=articles(), view=views, width=widths)
def test_the_rows_of_a_column_are_the_article_at_any_width(
    document: Document, view: View, width: int
) -> None:
    layout = laid(document, view, width)
    shown = rejoined(lines(layout, Side.SOURCE))
    if layout.geometry.mode is Mode.TARGET:
        assert not shown
        return
    assert folded(" ".join(said for _, said in shown)) == folded(document.text)
    for flow, said in shown:
        assert said == flow.text
        assert flow.text == document.text[flow.base :][: len(flow.text)].replace("\n", " ")


@settings(max_examples=15)
@given(document=articles(), view=views, width=widths)
def test_the_rows_of_the_other_column_are_the_translations_or_say_what_is_missing(
    document: Document, view: View, width: int
) -> None:
    layout = laid(document, view, width)
    shown = rejoined(lines(layout, Side.TARGET))
    if layout.geometry.mode is Mode.SOURCE:
        assert not shown
        return
    said = [flow.text[p.start : p.end] for flow, _ in shown for p in flow.pieces]
    assert said == [expected_translation(each) for each in document.translations]
    assert all(said == flow.text for flow, said in shown)


@settings(max_examples=15)
@given(document=articles(), view=views, width=widths)
def test_no_row_is_wider_than_its_column_and_no_page_wider_than_the_screen(
    document: Document, view: View, width: int
) -> None:
    layout = laid(document, view, width)
    mode, column, margin = layout.geometry
    assert all(
        cells(line.lead) + cells(line.text) <= column
        for _, row in rows(layout)
        for line in row.lines
    )
    columns = 2 * column + len(SEPARATOR) if mode is Mode.COLUMNS else column
    assert margin + GUTTER + columns + BAR <= width
    assert column <= MEASURE


@settings(max_examples=15)
@given(document=articles(), view=views, width=widths)
def test_every_sentence_is_where_the_layout_says_and_nowhere_else(
    document: Document, view: View, width: int
) -> None:
    layout = laid(document, view, width)
    everywhere = rows(layout)
    for number in range(len(document.sentences)):
        seen = [place for place, row in everywhere if holds(row, number)]
        block = layout.block_of(number)
        ranges = layout.block(block).rows_of(number)
        assert sorted(seen) == sorted({Place(block, row) for part in ranges for row in part})
        assert layout.place_of(number) == seen[0]
        assert [place for place, _ in everywhere if layout.shows(number, place)] == seen


def holds(row: Row, sentence: int) -> bool:
    """Whether a row has words of a sentence, found character by character."""
    for line in row.lines:
        for piece in line.flow.pieces:
            if piece.sentence == sentence and max(piece.start, line.start) < min(
                piece.end, line.end
            ):
                return True
    return False


@settings(max_examples=12)
@given(document=articles(), width=widths)
def test_side_by_side_a_sentence_and_its_translation_begin_on_one_row(
    document: Document, width: int
) -> None:
    layout = laid(document, View.BOTH, max(width, 84))
    assert layout.geometry.mode is Mode.COLUMNS
    for number in range(len(document.sentences)):
        source, target = layout.block(number).rows_of(number)
        assert source.start == target.start
        first = layout.row(layout.place_of(number))
        assert [line.sentences() for line in first.lines] == [(number,), (number,)]


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_paragraphs_are_set_apart_by_one_empty_row_and_sentences_by_none(
    view: View, width: int
) -> None:
    document = article([("Uno.", "One."), ("Due.", "Two.")], [("Tre.", "Three.")])
    layout = laid(document, view, width)
    empty = [place for place, row in rows(layout) if not row.lines]
    assert empty == [Place(layout.block_of(2), 0)]


def test_stacked_translations_look_different_from_the_text_without_any_colour() -> None:
    layout = laid(article([("Il ponte riapre.", "The bridge reopens.")]), View.BOTH, 60)
    shown = [(line.lead, line.text) for _, row in rows(layout) for line in row.lines]
    assert shown == [("", "Il ponte riapre."), (STACK_LEAD, "The bridge reopens.")]


@pytest.mark.parametrize("view", View)
def test_an_entry_of_a_list_hangs_from_its_bullet(view: View) -> None:
    said = "Pane fresco ogni mattina, anche la domenica e nei giorni di festa del paese."
    document = article([(said, said)], [(said, said), (said, said)], kinds=("body", "item"))
    layout = laid(document, view, 40)
    own = [line for _, row in rows(layout) for line in row.lines if line.flow.kind == "item"]
    leads = [line.lead.removeprefix(STACK_LEAD) for line in own]
    sides = 2 if view is View.BOTH else 1
    assert leads.count("• ") == sides
    assert leads.count("  ") == len(leads) - sides


def test_only_the_first_sentence_of_an_entry_has_the_bullet_in_columns() -> None:
    document = article([("Pane.", "Bread."), ("Vino.", "Wine.")], kinds=("item",))
    leads = [
        tuple(line.lead for line in row.lines) for _, row in rows(laid(document, View.BOTH, 120))
    ]
    assert leads == [("• ", "• "), ("  ", "  ")]


def test_a_missing_translation_is_never_an_empty_cell_nor_the_source() -> None:
    document = article([("Uno.", None), ("Due.", None), ("Tre.", None)])
    failed = Translation("en", None, State.FAILED, None, "no network")
    silent = Translation("en", None, State.FAILED)
    layout = laid(document.with_translations({1: failed, 2: silent}), View.ENGLISH, 200)
    (line,) = lines(layout, Side.TARGET)
    assert line.text == "[…] [not translated: no network] [not translated: no reason given]"
    states = [piece.state for piece in line.flow.pieces]
    assert states == [State.PENDING, State.FAILED, State.FAILED]


def test_a_long_reason_does_not_push_the_article_away() -> None:
    reason = "Google was not asked: agree to sending text to translate.google.com; " * 3
    failed = Translation("en", None, State.FAILED, None, reason)
    document = article([("Uno.", None)]).with_translations({0: failed})
    (line,) = lines(laid(document, View.ENGLISH, 200), Side.TARGET)
    assert line.text.startswith("[not translated: Google was not asked: agree ")
    assert line.text.endswith("…]")
    assert len(line.text) < 80


def test_the_caret_keeps_to_the_sentence_it_came_from_while_that_is_on_the_row() -> None:
    document = article([("Uno.", "One."), ("Due.", "Two."), ("Tre.", "Three.")])
    layout = laid(document, View.ITALIAN, 80)
    assert layout.sentence_at(Place(), 1) == 1
    assert layout.sentence_at(Place(), 7, forward=True) == 0
    assert layout.sentence_at(Place(), 7, forward=False) == 2


def test_who_reads_the_translation_under_a_paragraph_stays_in_translations() -> None:
    document = article([("Uno.", "One.")], [("Due.", "Two.")])
    layout = laid(document, View.BOTH, 60)
    assert layout.place_of(1) == layout.place_of(1, near=Place(0, 0)) == Place(1, 1)
    assert layout.place_of(1, near=Place(0, 1)) == Place(1, 2)


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_a_paragraph_without_a_sentence_is_an_empty_row(view: View, width: int) -> None:
    document = article([("Uno.", "One.")], [("***", "***")], [("Due.", "Two.")])
    uno, _, due = document.sentences
    document = replace(document, sentences=(uno, due), translations=document.translations[::2])
    shown = [line.text for _, row in rows(laid(document, view, width)) for line in row.lines]
    assert sorted(shown) == sorted(
        {View.ITALIAN: ["Uno.", "Due."], View.ENGLISH: ["One.", "Two."]}.get(
            view, ["Uno.", "One.", "Due.", "Two."]
        )
    )


@pytest.mark.parametrize(("view", "width"), EVERY)
def test_an_article_of_nothing_has_no_rows(view: View, width: int) -> None:
    document = replace(article([("Uno.", "One.")]), paragraphs=(), sentences=(), translations=())
    assert laid(document, view, width).count == 0


@pytest.mark.parametrize("width", range(1, 12))
@pytest.mark.parametrize("view", View)
def test_a_screen_too_narrow_for_anything_is_still_laid_out(view: View, width: int) -> None:
    document = article(
        [("Ponti 東京.", "Bridges 東京.")], [("Uno.", None)], kinds=("title", "item")
    )
    layout = laid(document, view, width)
    assert "".join(line.text for line in lines(layout, Side.SOURCE)).replace(" ", "") in (
        "",
        "Ponti東京.Uno.",
    )


def test_blocks_are_laid_out_once_and_only_when_asked_for() -> None:
    layout = laid(long_article(40), View.BOTH, 120)
    assert layout.block(7) is layout.block(7)
    assert list(layout._blocks) == [7]


def test_a_sentence_shares_its_row_with_its_neighbours_in_running_text() -> None:
    document = article([("Uno.", "One."), ("Due.", "Two.")])
    ((_, row),) = rows(laid(document, View.ITALIAN, 80))
    assert row.left is not None
    assert row.left.sentences() == (0, 1)
    assert document.sentences[1] == Sentence(document.sentences[1].span, 0)
