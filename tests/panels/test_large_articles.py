"""In an article of twenty thousand sentences a key lays out what is on the screen, and no more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.support.articles import laid, long_article, opened
from tui.document import Document
from tui.panels.page import Page
from tui.panels.rows import Mode, View

ENOUGH = 200
"""Blocks: four screens of the tallest terminal, were every block a single row."""

EVERY = [
    (View.ITALIAN, 80, Mode.SOURCE),
    (View.ENGLISH, 80, Mode.TARGET),
    (View.BOTH, 80, Mode.STACKED),
    (View.BOTH, 200, Mode.COLUMNS),
]
MOVES: dict[str, Callable[[Page], Page]] = {
    "opening": lambda page: page,
    "line down": lambda page: page.lines(1),
    "page down": lambda page: page.pages(1),
    "page up": lambda page: page.pages(-1),
    "wheel": lambda page: page.scrolled(3),
    "next sentence": lambda page: page.to_sentence(page.sentence + 1),
    "a sentence far away": lambda page: page.to_sentence(10_000),
    "the end": Page.end,
    "the beginning": Page.home,
    "the scroll bar": lambda page: page.at_top(page.layout.place_of(15_000)),
}


@cache
def newspaper() -> Document:
    return long_article(20_000)


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize(("view", "width", "mode"), EVERY)
def test_a_move_lays_out_a_few_screens_at_most(
    view: View, width: int, mode: Mode, move: str
) -> None:
    page = opened(newspaper(), view, width, 50)
    assert page.layout.geometry.mode is mode
    page = MOVES[move](page)
    assert page.places()
    assert 0 < len(page.layout._blocks) < ENOUGH


@pytest.mark.parametrize(("view", "width", "mode"), EVERY)
def test_another_width_or_view_lays_out_a_few_screens_at_most(
    view: View, width: int, mode: Mode
) -> None:
    page = opened(newspaper(), View.ITALIAN, 100, 50).to_sentence(12_345)
    there = page.relaid(laid(newspaper(), view, width), 50)
    assert there.layout.geometry.mode is mode
    assert there.places()
    assert there.sentence == 12_345
    assert 0 < len(there.layout._blocks) < ENOUGH


@pytest.mark.parametrize(("view", "width", "mode"), EVERY)
def test_thirty_pages_lay_out_thirty_screens(view: View, width: int, mode: Mode) -> None:
    page = opened(newspaper(), view, width, 50)
    for _ in range(30):
        page = page.pages(1)
    read = page.places()[-1].block + 1
    assert page.layout.geometry.mode is mode
    # Beside what was read, only the last screen of the article, to know where it ends.
    assert len(page.layout._blocks) <= read + 50
