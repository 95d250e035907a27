"""The date a person types for an article."""

from __future__ import annotations

import pytest

from tui.extract import parse_user_date


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("24 giugno 2024", "2024-06-24"),
        ("  giugno   2024 ", "2024-06"),
        ("2024-06", "2024-06"),
        ("2024", "2024"),
        ("24/6/2024", "2024-06-24"),
        ("24.06.24", "2024-06-24"),
        ("il 24 giugno 2024 alle 18:30", "2024-06-24T18:30"),
        ("June 2024", "2024-06"),
        ("24 June 2024", "2024-06-24"),
        ("June 24, 2024", "2024-06-24"),
        ("Mon, 24 Jun 2024 10:00 GMT", "2024-06-24T10:00"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_was_typed(typed: str, value: str) -> None:
    read = parse_user_date(typed, "it")
    assert read is not None
    assert read.value == value


@pytest.mark.parametrize(
    "typed",
    ["", "24 giugno", "giugno", "ieri", "99/99/2024", "2024-13", "un ponte 2024", "9" * 999],
)
def test_what_is_no_full_date_is_refused_and_nothing_is_made_up(typed: str) -> None:
    assert parse_user_date(typed, "it") is None


def test_english_readers_put_the_month_first_in_figures() -> None:
    read = parse_user_date("3/4/2024", "en")
    assert read is not None
    assert read.value == "2024-03-04"
