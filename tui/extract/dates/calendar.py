"""TIMEX3 values: the days each can mean, and reckoning from a date known in part."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tui.document import DatePrecision, PartialDate

Bounds = tuple[date | None, date | None, DatePrecision]
"""The first and the last day an expression can mean, and how fine it is."""

_VAGUE: Bounds = (None, None, "vague")
_SEASONS = {"SP": (3, 21), "SU": (6, 21), "FA": (9, 23), "WI": (12, 21)}
"""The first month and day of each season, as the northern calendar has them."""
_DURATION = re.compile(r"P(T?)[\dX.]+([A-Z]+)")
_UNITS: dict[str, DatePrecision] = {
    "TS": "minute",
    "TM": "minute",
    "TH": "hour",
    "D": "day",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
_SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
    r"(?:T(?P<time>\d\d(?::\d\d)?|[A-Z]{2}))?"
)


def bounds(value: str) -> Bounds:
    """The days a TIMEX3 value of a date or time can mean; open for a value that leaves parts out.

    Raises:
        ValueError: the value names a day that no calendar has.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        head, tail = bounds(first), bounds(last)
        return head[0], tail[1], head[2]
    if value.startswith("P") and not value.endswith("_REF"):
        unit = _DURATION.fullmatch(value)
        return None, None, _UNITS.get(unit[1] + unit[2], "vague") if unit else "vague"
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31), "decade"
    if re.fullmatch(r"\d{2}", value):
        return date(int(value) * 100 or 1, 1, 1), date(int(value) * 100 + 99, 12, 31), "century"
    shape = _SHAPE.fullmatch(value)
    return _days(shape) if shape else _VAGUE


def _days(shape: re.Match[str]) -> Bounds:
    year = int(shape["year"])
    if shape["day"]:
        day = date(year, int(shape["month"]), int(shape["day"]))
        time = shape["time"] or ""
        return day, day, "minute" if ":" in time else "hour" if time.isdigit() else "day"
    if shape["month"]:
        month = int(shape["month"])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    if shape["week"]:
        monday = date.fromisocalendar(year, int(shape["week"]), 1)
        first = monday + timedelta(5) if shape["end"] else monday
        return first, monday + timedelta(6), "week"
    if shape["quarter"] or shape["half"]:
        length = 3 if shape["quarter"] else 6
        last = int(shape["quarter"] or shape["half"]) * length
        return date(year, last - length + 1, 1), _month_end(year, last), "quarter"
    if shape["season"]:
        month, day_of_month = _SEASONS[shape["season"]]
        first = date(year, month, day_of_month)
        return first, first + timedelta(92), "quarter"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def iso_week(day: date) -> str:
    """The TIMEX3 value of the ISO week `day` lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The article's own date, from which relative expressions are reckoned."""

    published: PartialDate | None

    @property
    def day(self) -> date | None:
        """The day itself; None when the article does not give it."""
        if self.published and self.published.day:
            return self.published.earliest
        return None

    @property
    def middle(self) -> date | None:
        """A day in the midst of what is known, to tell which year lies nearest."""
        known = self.published
        if known is None:
            return None
        return known.earliest + (known.latest - known.earliest) // 2

    def known(self, direction: int) -> str:
        """What can be said of a day that cannot be reckoned: the article's month, year, or past."""
        if self.published is None:
            return ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[direction]
        return self.published.value[:10]

    def shifted(self, unit: str, count: int) -> str:
        """`count` units (`D` `W` `M` `Q` `Y` `DE` `CE`) from the article's date, a unit wide.

        When the article's date is coarser than the unit, the answer is no finer than the date.

        Raises:
            ValueError, OverflowError: no calendar reaches so far.
        """
        published = self.published
        direction = (count > 0) - (count < 0)
        if published is None:
            return self.known(direction)
        if unit in ("D", "W"):
            if self.day is None:
                return self.known(direction)
            day = self.day + timedelta(days=count * (7 if unit == "W" else 1))
            return day.isoformat() if unit == "D" else iso_week(day)
        if unit in ("M", "Q"):
            if published.month is None:
                return self.known(direction)
            width = 3 if unit == "Q" else 1
            index = (published.year * 12 + published.month - 1) // width + count
            year, part = divmod(index, 12 // width)
            _in_calendar(year)
            return f"{year:04d}-Q{part + 1}" if unit == "Q" else f"{year:04d}-{part + 1:02d}"
        year = published.year + count * {"Y": 1, "DE": 10, "CE": 100}[unit]
        _in_calendar(year)
        return f"{year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]

    def weekday(self, number: int, direction: int, *, forward: bool) -> str:
        """The day of the week `number` (Monday is 1) nearest before, or after, the article's day.

        With `direction` -1 or 1 strictly before or after; with 0 the article's own day counts, and
        `forward` tells which way to look.
        """
        if self.published is None:
            return f"XXXX-WXX-{number}"
        if self.day is None:
            return self.known(direction)
        if direction > 0 or (direction == 0 and forward):
            ahead = (number - self.day.isoweekday()) % 7
            return (self.day + timedelta(ahead or (7 if direction else 0))).isoformat()
        behind = (self.day.isoweekday() - number) % 7
        return (self.day - timedelta(behind or (7 if direction else 0))).isoformat()

    def nearest_year(self, month: int, day: int, *, forward: bool) -> int | None:
        """The year in which that day lies nearest to the article; in a tie `forward` decides."""
        middle = self.middle
        if middle is None:
            return None
        best: tuple[int, bool, int] | None = None
        for year in (middle.year - 1, middle.year, middle.year + 1):
            try:
                gap = (date(year, month, day) - middle).days
            except ValueError:
                continue
            best = min(best or (10**6, True, year), (abs(gap), (gap > 0) != forward, year))
        return best[2] if best else None

    def year_of_month(self, month: int, *, forward: bool) -> int | None:
        """The year of a month named alone: the last that has begun, or the next if `forward`."""
        middle = self.middle
        if middle is None or self.published is None:
            return None
        if self.published.month is None:
            return self.published.year
        if forward:
            return middle.year + (month < middle.month)
        return middle.year - (month > middle.month)


def _in_calendar(year: int) -> None:
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
