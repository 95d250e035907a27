"""Dates: what is known of a day, and the expressions of a text that name one.

Values follow TimeML TIMEX3 (ISO-TimeML, ISO 24617-1).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tui.document.spans import Span

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DatePrecision = Literal[
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "vague",
]
Modifier = Literal["START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN"]

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the month, may be unknown: an article's own date."""

    value: str
    """`2024`, `2024-06`, `2024-06-24` or `2024-06-24T18:30`."""

    def __post_init__(self) -> None:
        match = _PARTIAL.fullmatch(self.value)
        if match is None:
            raise ValueError(f"not a date: {self.value!r} (write 2024, 2024-06 or 2024-06-24)")
        year, month, day, hour, minute = (int(part) if part else None for part in match.groups())
        try:
            date(year or 0, 1 if month is None else month, 1 if day is None else day)
        except ValueError as error:
            raise ValueError(f"not a date: {self.value!r} ({error})") from None
        if (hour or 0) > 23 or (minute or 0) > 59:
            raise ValueError(f"not a date: {self.value!r} (no such time of day)")

    @property
    def precision(self) -> Literal["minute", "day", "month", "year"]:
        """How much of the date is known."""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.value), "minute")  # type: ignore[return-value]

    @property
    def year(self) -> int:
        """The year."""
        return int(self.value[:4])

    @property
    def month(self) -> int | None:
        """The month, 1 to 12; None when unknown."""
        return int(self.value[5:7]) if len(self.value) >= 7 else None

    @property
    def day(self) -> int | None:
        """The day of the month; None when unknown."""
        return int(self.value[8:10]) if len(self.value) >= 10 else None

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def parse_partial_date(text: str) -> PartialDate | None:
    """The date written in `text` in one of the forms of `PartialDate`, or None."""
    try:
        return PartialDate(text.strip())
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of the text that names a day, a time, a stretch of time or a habit."""

    span: Span
    type: DateType
    value: str
    """The TIMEX3 value; unknown parts stay unknown (`2024-06`, `PAST_REF`), never invented."""
    earliest: date | None
    """The first day it can mean; None when open."""
    latest: date | None
    """The last day it can mean; None when open."""
    precision: DatePrecision
    mod: Modifier | None = None
    """TIMEX3 `mod`: *metà di maggio* is May with `MID`."""
    anchor: str | None = None
    """What it was reckoned from, usually the article's date; None for a date in full."""
    rule: str = ""
    """The name of the rule that gave the value."""
    confidence: float = 0.0
    """From 0 to 1."""
    corrected: bool = False
    """Whether a reader has said what it means."""
