"""Dates joined to each other: *from Monday to Friday*."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tui.extract.dates.reading import Reading


def in_order(reading: Reading, previous: Reading | None, between: str) -> Reading:
    """The weekday, a week on when it would come before the one it is joined to.

    *Da lunedì a venerdì*, *from Monday to Friday*.
    """
    joined = previous is not None and 0 < len(between) <= 2 and set(between) <= set("iIe_at")
    if not joined or previous is None or not previous.value[:10] > reading.value[:10]:
        return reading
    try:
        first, day = (date.fromisoformat(item.value[:10]) for item in (previous, reading))
    except ValueError:
        return reading
    if (first - day).days >= 7:
        return reading
    return replace(reading, value=f"{day + timedelta(7)}{reading.value[10:]}")
