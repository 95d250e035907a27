"""Resolvers for expressions that lean on a date the text has named: *the year after*."""

from __future__ import annotations

from dataclasses import replace

from tui.document import PartialDate
from tui.extract.dates.calendar import Anchor
from tui.extract.dates.reading import Hit, Reading, count_of, length, mod_of, unit_of, year_of


def later(hit: Hit) -> Reading | None:
    """So many units after, or before, what the text named last."""
    count, unit = count_of(hit), unit_of(hit)
    if unit not in ("D", "W", "M", "Y"):
        return None
    named = hit.said.get("D" if unit == "W" else unit)
    steps = (1 if count is None else count) * hit.get("later", "later2", "later3")
    if named:
        value = Anchor(PartialDate(named)).shifted(unit, steps)
        return Reading(value, mod=mod_of(hit), confidence=0.7)
    if count is not None and hit.get("n1") is None:
        found = length(hit, count, unit)
        return replace(found, confidence=0.6) if found else None
    return Reading(hit.anchor.shifted(unit, steps), anchored=True, confidence=0.5)


def same_period(hit: Hit) -> Reading | None:
    """The quarter the text is about, of another year; the year when it names no quarter."""
    named = year_of(hit)
    if named is None:
        return None
    about = hit.said.get("Q", "")
    return Reading(f"{named[0]:04d}{about[4:]}", anchored=named[1], confidence=0.6)
