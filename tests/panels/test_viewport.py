"""Walking over blocks of rows is walking over the rows themselves, without ever counting them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.panels.viewport import (
    Place,
    clamp_top,
    distance,
    last_top,
    nearest,
    visible,
    walk,
)


class Heights:
    """Blocks of which only the heights matter."""

    def __init__(self, heights: Sequence[int]) -> None:
        self.heights = heights
        self.asked = 0
        self.every = [Place(n, row) for n, tall in enumerate(heights) for row in range(tall)]

    @property
    def count(self) -> int:
        return len(self.heights)

    def height(self, index: int) -> int:
        self.asked += 1
        return self.heights[index]


blocks = st.lists(st.integers(1, 5), min_size=1, max_size=12).map(Heights)
rows = st.integers(-70, 70)
screens = st.integers(1, 40)


@settings(max_examples=50)
@given(here=blocks, data=st.data(), by=rows)
def test_a_walk_is_a_step_along_all_rows_and_stops_at_their_ends(
    here: Heights, data: st.DataObject, by: int
) -> None:
    start = data.draw(st.integers(0, len(here.every) - 1))
    wanted = min(max(start + by, 0), len(here.every) - 1)
    assert walk(here, here.every[start], by) == here.every[wanted]
    if wanted == start + by:
        assert walk(here, here.every[wanted], -by) == here.every[start]


@settings(max_examples=50)
@given(here=blocks, data=st.data(), limit=screens)
def test_the_distance_is_the_number_of_rows_between_up_to_a_limit(
    here: Heights, data: st.DataObject, limit: int
) -> None:
    at = st.integers(0, len(here.every) - 1)
    one, other = data.draw(at), data.draw(at)
    wanted = min(max(other - one, -limit), limit)
    assert distance(here, here.every[one], here.every[other], limit) == wanted


@settings(max_examples=50)
@given(here=blocks, block=st.integers(-3, 15), row=st.integers(-3, 8))
def test_the_nearest_row_exists_and_is_the_row_itself_when_that_does(
    here: Heights, block: int, row: int
) -> None:
    place = nearest(here, Place(block, row))
    assert place in here.every
    if Place(block, row) in here.every:
        assert place == Place(block, row)
    elif block < 0:
        assert place == here.every[0]
    elif block >= here.count:
        assert place == here.every[-1]
    else:
        assert place.block == block
        assert place.row == (0 if row < 0 else here.height(block) - 1)


@settings(max_examples=50)
@given(here=blocks, data=st.data(), height=screens)
def test_a_screen_shows_the_rows_that_follow_its_top(
    here: Heights, data: st.DataObject, height: int
) -> None:
    top = data.draw(st.integers(0, len(here.every) - 1))
    assert list(visible(here, here.every[top], height)) == here.every[top : top + height]


@settings(max_examples=50)
@given(here=blocks, data=st.data(), height=screens)
def test_a_screen_is_never_left_empty_below_the_text_while_there_is_text_above(
    here: Heights, data: st.DataObject, height: int
) -> None:
    last = max(0, len(here.every) - height)
    assert last_top(here, height) == here.every[last]
    top = data.draw(st.integers(0, len(here.every) - 1))
    assert clamp_top(here, here.every[top], height) == here.every[min(top, last)]


def test_nothing_at_all_is_no_trouble() -> None:
    nothing = Heights([])
    assert nearest(nothing, Place(4, 4)) == last_top(nothing, 10) == Place()
    assert walk(nothing, Place(), 5) == walk(nothing, Place(), -5) == Place()
    assert list(visible(nothing, Place(), 10)) == []
    assert distance(nothing, Place(), Place(), 10) == 0


def test_a_distance_beyond_the_limit_is_not_measured_to_its_end() -> None:
    many = Heights([3] * 1_000)
    assert distance(many, Place(0, 0), Place(999, 2), 30) == 30
    assert distance(many, Place(999, 2), Place(0, 0), 30) == -30
    assert many.asked <= 2 * 30
