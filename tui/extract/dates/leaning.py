"""Resolvers for expressions that lean on a date the text has named: *the year after*."""

from __future__ import annotations

from dataclasses import replace

from tui.document import PartialDate
from tui.extract.dates.calendar import Anchor
from tui.extract.dates.reading import Hit, Reading, count_of, length, mod_of, unit_of, year_of


def later(hit: Hit) -> Reading | None:
    """So many units, a weekday or a part of the day after, or before, what was named last."""
    number, part = hit.get("wd", "wd2"), hit.get("part", "part2")
    if number or part:
        return _day_later(hit, number, part)
    count, unit = count_of(hit), unit_of(hit)
    if unit not in ("D", "W", "M", "Y"):
        return None
    named = hit.said.get("D" if unit == "W" else unit)
    steps = (1 if count is None else count) * hit.get("later", "later2", "later3")
    if named:
        value = Anchor(PartialDate(named)).shifted(unit, steps)
        return Reading(value, mod=mod_of(hit), confidence=0.7, leans=named)
    if count is not None and hit.get("n1") is None:
        found = length(hit, count, unit)
        return replace(found, confidence=0.6) if found else None
    return Reading(hit.anchor.shifted(unit, steps), anchored=True, confidence=0.5)


def _day_later(hit: Hit, number: int | None, part: str | None) -> Reading | None:
    """The weekday, or the part of the next or last day, counted from the day named last."""
    steps, day = hit.get("later4", "later5"), hit.said.get("D")
    if not day:
        return Reading(f"XXXX-XX-XX{part}" if part else f"XXXX-WXX-{number}", confidence=0.3)
    anchor = Anchor(PartialDate(day))
    if part:
        return Reading(anchor.shifted("D", steps) + part, "TIME", confidence=0.7, leans=day)
    value = anchor.weekday(number or 1, steps, forward=steps > 0)
    return Reading(value, confidence=0.7, leans=day)


def same_period(hit: Hit) -> Reading | None:
    """The quarter the text is about, of another year; the year when it names no quarter."""
    named = year_of(hit)
    if named is None:
        return None
    about = hit.said.get("Q", "")
    return Reading(f"{named[0]:04d}{about[4:]}", anchored=named[1], confidence=0.6)
