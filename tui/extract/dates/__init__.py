"""Dates: what the text says of when, as TimeML values reckoned from the article's own date."""

from __future__ import annotations

from tui.extract.dates.explain import explain
from tui.extract.dates.find import find_dates
from tui.extract.dates.user import parse_user_date

__all__ = ["explain", "find_dates", "parse_user_date"]
