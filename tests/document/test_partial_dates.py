"""Dates of which a part may be unknown: what is known, and the days they can be."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.documents import partial_dates
from tui.document import PartialDate, parse_partial_date


@pytest.mark.parametrize(
    ("value", "precision", "known", "earliest", "latest"),
    [
        ("2024", "year", (2024, None, None), "2024-01-01", "2024-12-31"),
        ("2024-02", "month", (2024, 2, None), "2024-02-01", "2024-02-29"),
        ("2023-02", "month", (2023, 2, None), "2023-02-01", "2023-02-28"),
        ("1900-02", "month", (1900, 2, None), "1900-02-01", "1900-02-28"),
        ("2024-12", "month", (2024, 12, None), "2024-12-01", "2024-12-31"),
        ("2024-06-24", "day", (2024, 6, 24), "2024-06-24", "2024-06-24"),
        ("2024-06-24T18:30", "minute", (2024, 6, 24), "2024-06-24", "2024-06-24"),
        ("0001-01-01", "day", (1, 1, 1), "0001-01-01", "0001-01-01"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    value: str,
    precision: str,
    known: tuple[int, int | None, int | None],
    earliest: str,
    latest: str,
) -> None:
    found = PartialDate(value)
    assert found.precision == precision
    assert (found.year, found.month, found.day) == known
    assert (found.earliest, found.latest) == (
        date.fromisoformat(earliest),
        date.fromisoformat(latest),
    )


@pytest.mark.parametrize(
    "value",
    [
        "", "24", "2024-6", "2024-13", "2024-00", "2024-06-00", "2024-02-30", "2023-02-29", "0000",
        "2024-06-24 ", "2024-06-24T24:00", "2024-06-24T18:60", "2024-06-24T18", "24/6/2024",
        "giugno 2024", "٢٠٢٤", "2024-06\n",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        PartialDate(value)


def test_blanks_around_a_date_do_not_matter_to_a_person() -> None:
    assert parse_partial_date(" 2024-06\n") == PartialDate("2024-06")
    assert parse_partial_date("ieri") is None


@given(known=partial_dates)
def test_the_days_it_can_be_have_all_that_is_known(known: PartialDate) -> None:
    assert known.earliest <= known.latest
    for day in (known.earliest, known.latest):
        assert day.isoformat().startswith(known.value)
    assert parse_partial_date(known.value) == known


@given(text=st.text(max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_partial_date(text)
    assert found is None or found.value == text.strip()
