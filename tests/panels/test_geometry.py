"""How a page is divided: two columns where they are wide enough, never wider than wanted."""

from __future__ import annotations

import pytest

from tests.support.articles import MEASURE
from tui.panels.rows import COLUMN_LEAST, GUTTER, Geometry, Mode, View


def test_two_columns_give_way_to_stacked_paragraphs_where_they_would_be_too_narrow() -> None:
    both = [Geometry.fit(View.BOTH, "it", width, MEASURE) for width in range(5, 260)]
    assert all(g.column >= COLUMN_LEAST for g in both if g.mode is Mode.COLUMNS)
    switch = [g.mode for g in both]
    narrow = switch.index(Mode.COLUMNS)
    assert set(switch[:narrow]) == {Mode.STACKED}
    assert set(switch[narrow:]) == {Mode.COLUMNS}
    assert Geometry.fit(View.BOTH, "it", 80, MEASURE).mode is Mode.STACKED
    assert Geometry.fit(View.BOTH, "it", 120, MEASURE).mode is Mode.COLUMNS


@pytest.mark.parametrize(
    ("view", "language", "mode"),
    [
        (View.ITALIAN, "it", Mode.SOURCE),
        (View.ENGLISH, "it", Mode.TARGET),
        (View.ITALIAN, "en", Mode.TARGET),
        (View.ENGLISH, "en", Mode.SOURCE),
    ],
)
def test_a_view_is_a_language_whichever_the_article_was_written_in(
    view: View, language: str, mode: Mode
) -> None:
    assert Geometry.fit(view, language, 100, MEASURE).mode is mode


def test_a_narrow_measure_stands_in_the_middle() -> None:
    mode, column, margin = Geometry.fit(View.ITALIAN, "it", 100, 60)
    assert (mode, column) == (Mode.SOURCE, 60)
    left, right = margin + GUTTER, 100 - margin - GUTTER - column
    assert abs(left - right) <= 1
