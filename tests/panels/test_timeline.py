"""The timeline as data: marks in the order of time, on a line of any width."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import DateMention, Span
from tui.panels.timeline import Timeline, draw


def mention(first: date, last: date | None = None, *, at: int = 0) -> DateMention:
    """A date of the text that means the days from `first` to `last`."""
    precision = "day" if last is None else "month"
    return DateMention(Span(at, at + 4), "DATE", first.isoformat(), first, last or first, precision)  # type: ignore[arg-type]


def drawn(*days: str, published: str = "2024-06-24", width: int = 80) -> Timeline:
    """The line of some days."""
    day = date.fromisoformat(published)
    found = [mention(date.fromisoformat(each), at=5 * n) for n, each in enumerate(days)]
    return draw(found, (day, day), width, "en")


def labels(line: Timeline) -> list[str]:
    """The names under the line."""
    return [label.text for label in line.labels]


@pytest.mark.parametrize(
    ("days", "unit", "first"),
    [
        (("2024-06-20", "2024-06-26"), "day", "20 Jun 2024"),
        (("2024-02-03", "2024-04-10", "2024-06-20"), "month", "Feb 2024"),
        (("2014-02-03", "2021-05-01", "2024-06-20"), "year", "2014"),
        (("1950-01-01", "1975-01-01", "2000-01-01", "2024-06-20"), "decade", "1950"),
    ],
)
def test_the_unit_is_the_finest_that_has_room(days: tuple[str, ...], unit: str, first: str) -> None:
    line = drawn(*days)
    assert line.unit == unit
    assert labels(line)[0] == first


def test_what_comes_after_the_article_is_told_from_what_was() -> None:
    line = drawn("2024-07-10", "2024-06-01", "2024-06-24")
    assert [(mark.mention, mark.coming) for mark in line.marks] == [
        (1, False),
        (2, False),
        (0, True),
    ]
    assert line.now is not None
    assert line.marks[0].start < line.now < line.marks[2].start


def test_a_month_covers_its_days_and_an_unplaced_date_is_not_drawn() -> None:
    june = mention(date(2024, 6, 1), date(2024, 6, 30))
    open_one = DateMention(Span(9, 12), "DATE", "PAST_REF", None, None, "vague")
    line = draw([june, open_one, mention(date(2024, 7, 30))], None, 61, "it")
    assert [mark.mention for mark in line.marks] == [0, 2]
    assert line.marks[0].end - line.marks[0].start == 29
    assert line.now is None


def test_one_far_date_does_not_squeeze_the_others() -> None:
    line = drawn("1861-03-17", "2024-06-01", "2024-06-20")
    assert line.cut is not None
    assert line.marks[2].start - line.marks[1].start > 30
    assert line.marks[0].start < line.cut[0] <= line.cut[1] < line.marks[1].start


def test_rounding_never_runs_off_the_line() -> None:
    first = mention(date(2000, 1, 1), date(2000, 1, 5))
    line = draw([first, mention(date(2000, 1, 2), date(2000, 1, 6))], None, 31, "en")
    assert max(mark.end for mark in line.marks) == 30


def test_no_dates_no_line() -> None:
    line = draw([], None, 40, "it")
    assert line.marks == ()
    assert line.nearest(10) is None


def test_the_mouse_finds_the_nearest() -> None:
    line = drawn("2024-06-01", "2024-06-10", "2024-06-30")
    for number, mark in enumerate(line.marks):
        assert line.nearest(mark.start) == number
    assert line.nearest(0) == 0
    assert line.nearest(999) == 2


days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(
    st.lists(st.tuples(days, st.integers(0, 4000)), max_size=12),
    st.none() | days,
    st.integers(1, 200),
)
def test_everything_stands_on_the_line_in_the_order_of_time(
    starts: list[tuple[date, int]], published: date | None, width: int
) -> None:
    found = [
        mention(first, min(date.max - timedelta(days=5000), first) + timedelta(days=length))
        if first < date.max - timedelta(days=5000)
        else mention(first)
        for first, length in starts
    ]
    line = draw(found, (published, published) if published else None, width, "en")
    assert sorted(mark.mention for mark in line.marks) == list(range(len(found)))
    assert all(0 <= mark.start <= mark.end < width for mark in line.marks)
    in_time = [found[mark.mention].earliest for mark in line.marks]
    assert in_time == sorted(in_time, key=lambda day: day or date.min)
    starts_at = [mark.start for mark in line.marks]
    assert starts_at == sorted(starts_at)
    ends = [(label.cell, label.cell + len(label.text)) for label in line.labels]
    assert all(before[1] < after[0] for before, after in pairwise(ends))
    if width > 12:
        assert all(end <= width for _, end in ends)
