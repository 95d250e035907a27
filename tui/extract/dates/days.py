"""Resolvers for days, parts of the day and clock times: pure functions, free of language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from tui.extract.dates.calendar import easter
from tui.extract.dates.reading import Hit, Reading, full_year, number_of, year_of


def day_month(hit: Hit) -> Reading | None:
    """A day and a month; without a year, the year in which it lies nearest to the article."""
    day, month = number_of(hit.get("day")), hit.get("month", "month2")
    named = year_of(hit)
    if named:
        year, anchored, sure = named[0], named[1], 0.99
    else:
        guess = hit.anchor.nearest_year(month, day, forward=hit.forward)
        if guess is None:
            date(2024, month, day)
            return Reading(f"XXXX-{month:02d}-{day:02d}", confidence=0.6)
        year, anchored, sure = _steered(hit, date(guess, month, day)).year, True, 0.9
    last = hit.get("day2")
    first = date(year, month, day)
    if last:
        end = date(year, month, number_of(last))
        return (
            Reading(f"{first}/{end}", anchored=anchored, confidence=sure) if end > first else None
        )
    part = hit.get("part")
    if part:
        return Reading(f"{first}{part}", "TIME", anchored=anchored, confidence=sure)
    return Reading(first.isoformat(), anchored=anchored, confidence=sure)


_LONG_AGO = 60
"""Days; a day so long past in a clause that looks ahead is meant of the year to come."""


def _steered(hit: Hit, guess: date) -> date:
    """The guess, moved a year when it lies on the wrong side of what the text says."""
    direction, middle = hit.get("dir", "dir0"), hit.anchor.middle
    if direction is None and hit.forward and middle and (middle - guess).days > _LONG_AGO:
        direction = 1
    if direction and middle and (guess - middle).days * direction < 0:
        return guess.replace(year=guess.year + direction)
    return guess


def day_range(hit: Hit) -> Reading | None:
    """Two days of one month."""
    days = hit.get("days", "days2")
    if days:
        first, last = re.split(r"[-–]", days)
        return day_month(replace(hit, groups={**hit.groups, "day": first, "day2": last}))
    return day_month(hit)


def figures(hit: Hit) -> Reading | None:
    """A date in figures, with or without its year."""
    parts = re.split(r"[./\-]", hit.get("full", "short"))
    if len(parts[0]) == 4:
        year, month, day = map(int, parts)
        return Reading(date(year, month, day).isoformat(), confidence=0.99)
    day, month = int(parts[0]), int(parts[1])
    if (hit.month_first and day <= 12) or month > 12:
        day, month = month, day
    found = {"day": day, "month": month}
    if len(parts) == 3:
        found["year"] = full_year(parts[2], hit.anchor)
    return day_month(replace(hit, groups={**hit.groups, **found}))


def weekend(hit: Hit) -> Reading | None:
    """A Saturday with its Sunday."""
    if hit.get("we", "we2") not in ("W", "WE"):
        return None
    day, direction = hit.anchor.day, hit.get("dir", "dir2")
    if day is None:
        return Reading(hit.anchor.known(direction or 0), anchored=True, confidence=0.4)
    if direction is None:
        direction = 0 if hit.forward or day.isoweekday() >= 6 else -1
    monday = day - timedelta(day.isoweekday() - 1) + timedelta(7 * max(-1, direction))
    year, week, _ = monday.isocalendar()
    return Reading(f"{year:04d}-W{week:02d}-WE", anchored=True, confidence=0.75)


def day_word(hit: Hit) -> Reading | None:
    """*Ieri*, *oggi*, *domani* and their kin, with a part of the day or without."""
    if hit.get("beyond") is not None:
        offset, part = hit.get("word3")[0] + hit.get("beyond"), ""
    elif hit.get("before", "before2") is not None:
        offset, part = 2 * hit.get("before", "before2")[0], ""
    else:
        offset, part = hit.get("word", "word2")
        part = hit.get("part", "part2") or part
    return _with_part(hit.anchor.shifted("D", offset), part)


def _with_part(value: str, part: str | None) -> Reading:
    whole = len(value) == 10 and value[:4].isdigit()
    if part and whole:
        return Reading(value + part, "TIME", anchored=True, confidence=0.9)
    sure = 0.97 if whole else 0.5
    return Reading(value, "TIME" if part else "DATE", anchored=True, confidence=sure)


def weekday(hit: Hit) -> Reading | None:
    """A day of the week: the last one, unless the clause looks ahead."""
    direction = max(-1, hit.get("dir", "dir2") or 0)
    value = hit.anchor.weekday(hit.get("wd"), direction, forward=hit.forward)
    return replace(_with_part(value, hit.get("part")), confidence=0.85)


def weekday_day(hit: Hit) -> Reading | None:
    """A day of the week and of the month: the nearest on which both agree."""
    day, middle = number_of(hit.get("day")), hit.anchor.day
    if middle is None:
        return None
    for gap in sorted(range(-45, 46), key=lambda gap: (abs(gap), (gap > 0) != hit.forward)):
        candidate = middle + timedelta(gap)
        if candidate.day == day and candidate.isoweekday() == hit.get("wd"):
            return Reading(candidate.isoformat(), anchored=True, confidence=0.9)
    return None


def that_day(hit: Hit) -> Reading | None:
    """The day, month or year the text has just named; *the day* may be the article's too."""
    unit = str(hit.get("unit", "unit2", "unit3", "unit4"))
    if unit in ("M", "Y") and hit.get("same", "that") is not None:
        named = hit.said.get(unit)
        value = named or ("XXXX-XX" if unit == "M" else "XXXX")
        return Reading(value, confidence=0.7 if named else 0.3, leans=named)
    if unit != "D":
        return None
    day = hit.said.get("D")
    if day:
        return Reading(day, confidence=0.75, leans=day)
    if hit.get("same", "that") is not None:
        return Reading("XXXX-XX-XX", confidence=0.3)
    return Reading(hit.anchor.shifted("D", 0), anchored=True, confidence=0.6)


def part_of_day(hit: Hit) -> Reading | None:
    """A part of the article's day, or of the day the sentence has just named."""
    part = hit.get("part", "part2", "part3", "part4")
    if hit.get("night", "night2") is not None:
        # *Last night* began the day before.
        return replace(_with_part(hit.anchor.shifted("D", -1), part), confidence=0.7)
    if hit.get("this") is None and "T" in hit.said:
        return Reading(hit.said["T"] + part, "TIME", confidence=0.8, leans=hit.said["T"])
    return replace(_with_part(hit.anchor.shifted("D", 0), part), confidence=0.7)


def feast(hit: Hit) -> Reading | None:
    """A feast whose day the calendar knows, or its eve."""
    month, day = hit.get("feast")
    eve = timedelta("eve" in hit.groups)
    named, middle = year_of(hit), hit.anchor.middle
    if named is None and middle is None:
        return None
    if month:
        found = day_month(replace(hit, groups={**hit.groups, "month": month, "day": day}))
        if found and eve and found.value[:1].isdigit():
            found = replace(found, value=str(date.fromisoformat(found.value) - eve))
        return replace(found, confidence=0.7) if found else None
    year = named[0] if named else middle.year if middle else 0
    value = easter(year) + timedelta(day) - eve
    return Reading(value.isoformat(), anchored=named is None, confidence=0.7)


def clock(hit: Hit) -> Reading | None:
    """A time of the day: of the day the sentence named last, else of the article's."""
    value = hit.get("noon") or _time(hit)
    if value is None:
        return None
    said = hit.get("at")
    if said and hit.anchor.day:
        value = hit.anchor.shifted("D", said[0]) + value
        return Reading(value, "TIME", anchored=True, confidence=0.9)
    known = hit.said.get("T") or (hit.anchor.day.isoformat() if hit.anchor.day else None)
    if known:
        anchored = "T" not in hit.said
        return Reading(
            known + value, "TIME", anchored=anchored, confidence=0.75, leans=hit.said.get("T")
        )
    return Reading("XXXX-XX-XX" + value, "TIME", confidence=0.4)


def _time(hit: Hit) -> str | None:
    written = str(hit.get("clock", "clock2"))
    if "clock2" in hit.groups:
        written = f"{written[:2]}:{written[2:]}"
    hour, _, minute = re.sub(r"[^\d:.]", "", written).rstrip(".").replace(".", ":").partition(":")
    number, minutes = int(hour), minute[:2]
    extra = hit.get("min")
    if extra is not None:
        minutes = "30" if extra == 0.5 else str(extra).zfill(2)
    late = hit.get("part") in ("TAF", "TEV") or re.search(r"(?i)p\.?m", written)
    if late and number < 12:
        number += 12
    if re.search(r"(?i)a\.?m", written) and number == 12:
        number = 0
    if number > 24 or int(minutes or 0) > 59:
        return None
    return f"T{number:02d}:{minutes or '00'}"
