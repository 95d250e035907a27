"""Which resolver reads the words of which rule."""

from __future__ import annotations

from collections.abc import Callable

from tui.extract.dates import days, leaning, periods
from tui.extract.dates.reading import Hit, Reading

RESOLVERS: dict[str, Callable[[Hit], Reading | None]] = {
    "day-month": days.day_month,
    "day-range": days.day_range,
    "figures": days.figures,
    "year-month": periods.year_month,
    "month": periods.month,
    "quarter": periods.quarter,
    "half-year": periods.quarter,
    "decade": periods.decade,
    "century": periods.century,
    "first-months": periods.first_months,
    "unit": periods.unit,
    "ago": periods.ago,
    "ahead": periods.ahead,
    "span": periods.span,
    "duration": periods.duration,
    "weekend": days.weekend,
    "day-word": days.day_word,
    "weekday": days.weekday,
    "weekday-day": days.weekday_day,
    "that-day": days.that_day,
    "later": leaning.later,
    "same-period": leaning.same_period,
    "part-of-day": days.part_of_day,
    "season": periods.season,
    "feast": days.feast,
    "year": periods.year,
    "years": periods.years,
    "clock": days.clock,
    "set": periods.every,
}
"""What reads each rule's words; raises ValueError or OverflowError for an impossible day."""
