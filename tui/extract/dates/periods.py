"""Resolvers for months, years and stretches of time: pure functions, free of language."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from tui.extract.dates.reading import (
    Hit,
    Reading,
    count_of,
    is_plural,
    length,
    mod_of,
    number_of,
    unit_of,
    year_of,
)


def year_month(hit: Hit) -> Reading | None:
    """A year and a month in figures."""
    return Reading(hit.get("iso"), confidence=0.8)


def month(hit: Hit) -> Reading | None:
    """A month; without a year, the last that has begun, or the next if the clause looks ahead."""
    number = hit.get("month")
    if number is None:
        if unit_of(hit) != "M" or not (hit.anchor.published and hit.anchor.published.month):
            return None
        number = hit.anchor.published.month
    named = year_of(hit)
    if named:
        value = f"{named[0]:04d}-{number:02d}"
        return Reading(value, anchored=named[1], mod=mod_of(hit), confidence=0.98)
    direction = hit.get("dir", "dir2")
    year = hit.anchor.year_of_month(number, forward=hit.forward or (direction or 0) > 0)
    if year is None:
        return Reading(f"XXXX-{number:02d}", mod=mod_of(hit), confidence=0.5)
    known = hit.anchor.published
    if direction and known and known.month == number:
        year += direction
    return Reading(f"{year:04d}-{number:02d}", anchored=True, mod=mod_of(hit), confidence=0.85)


def quarter(hit: Hit) -> Reading | None:
    """A quarter or a half of a year."""
    letter, number = "H" if "half" in hit.groups else unit_of(hit), hit.get("ord")
    direction = hit.get("dir", "dir2")
    named = year_of(hit)
    if number is None:
        if direction is None or is_plural(hit):
            return None
        if named and direction < 0:
            # *The last quarter of last year* is its fourth.
            value = f"{named[0]:04d}-{letter}{4 if letter == 'Q' else 2}"
            return Reading(value, anchored=named[1], mod=mod_of(hit), confidence=0.9)
        if letter == "H":
            return Reading(hit.anchor.known(direction), anchored=True, confidence=0.4)
        value = hit.anchor.shifted("Q", direction)
        return Reading(value, anchored=True, mod=mod_of(hit), confidence=0.8)
    number = number_of(number)
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    if named:
        value = f"{named[0]:04d}-{letter}{number}"
        return Reading(value, anchored=named[1], mod=mod_of(hit), confidence=0.95)
    middle = hit.anchor.middle
    if middle is None:
        return Reading(f"XXXX-{letter}{number}", confidence=0.5)
    begins = (number - 1) * (3 if letter == "Q" else 6) + 1
    year = middle.year - (begins > middle.month and not hit.forward)
    return Reading(f"{year:04d}-{letter}{number}", anchored=True, mod=mod_of(hit), confidence=0.8)


def decade(hit: Hit) -> Reading | None:
    """Ten years: *gli anni '90*, *the 1990s*."""
    written = hit.get("decade")
    digits = written if isinstance(written, int) else int(re.sub(r"\D", "", written))
    if digits % 10 or not (20 <= digits <= 90 or 1500 <= digits <= 2090 or digits == 10):
        return None
    if digits < 100:
        digits += 1900
    return Reading(str(digits // 10), mod=mod_of(hit), confidence=0.95)


_ROMAN = {"I": 1, "V": 5, "X": 10}


def century(hit: Hit) -> Reading | None:
    """A century: *il XX secolo*, *the 20th century*."""
    written = hit.get("roman")
    if isinstance(written, str) and written[0] in _ROMAN:
        figures = [_ROMAN[letter] for letter in written] + [0]
        number = sum(-a if a < b else a for a, b in pairwise(figures))
    else:
        number = number_of(written)
    return Reading(f"{number - 1:02d}", confidence=0.9) if 5 <= number <= 22 else None


def first_months(hit: Hit) -> Reading | None:
    """The first months of a year: a quarter, a half, or from January on."""
    count, published = count_of(hit), hit.anchor.published
    if unit_of(hit) != "M" or count is None or not 2 <= count <= 11:
        return None
    named = year_of(hit) or ((published.year, True) if published and "own" in hit.groups else None)
    if named is None:
        return None
    year, anchored = named
    whole = {3: f"{year:04d}-Q1", 6: f"{year:04d}-H1"}
    value = whole.get(count, f"{year:04d}-01/{year:04d}-{count:02d}")
    return Reading(value, anchored=anchored, confidence=0.8)


def ago(hit: Hit) -> Reading | None:
    """So many units before the article."""
    return _away(hit, -1)


def ahead(hit: Hit) -> Reading | None:
    """So many units after the article."""
    return _away(hit, 1)


def _away(hit: Hit, sign: int) -> Reading | None:
    count, unit = count_of(hit), unit_of(hit)
    if unit.startswith("T") or count is None:
        value = ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[sign]
        if unit == "TH" and count and count >= 24 and hit.anchor.day:
            value = hit.anchor.shifted("D", sign * (count // 24))
            return Reading(value, anchored=True, mod=mod_of(hit), confidence=0.7)
        return Reading(value, confidence=0.5)
    if unit not in ("D", "W", "M", "Y", "DE", "CE"):
        return None
    value = hit.anchor.shifted(unit, sign * count)
    return Reading(
        value, anchored=hit.anchor.published is not None, mod=mod_of(hit), confidence=0.85
    )


def span(hit: Hit) -> Reading | None:
    """The last, or the next, so many units."""
    count = count_of(hit)
    if count is None and is_plural(hit):
        return None
    unit = unit_of(hit)
    return length(hit, count or 1, unit)


def duration(hit: Hit) -> Reading | None:
    """A stretch of time that is not placed on the calendar."""
    count, unit = count_of(hit), unit_of(hit)
    if count is None and hit.get("half") is None:
        return None
    if hit.get("n1") is not None and unit in ("D", "TM", "TS", "Q", "H"):
        return None
    return length(hit, count or 0, unit)


def unit(hit: Hit) -> Reading | None:
    """The present, the last or the next day, week, month, year, century."""
    letter, direction = unit_of(hit), hit.get("dir", "dir2") or 0
    if is_plural(hit) or letter not in ("D", "W", "M", "Y", "DE", "CE"):
        return None
    if letter == "D" and not direction and hit.get("side") is None:
        return None
    value = hit.anchor.shifted(letter, direction)
    return Reading(value, anchored=True, mod=mod_of(hit), confidence=0.9)


def season(hit: Hit) -> Reading | None:
    """A season of a year that is named or reckoned."""
    code = hit.get("season", "season2", "season3")
    named = year_of(hit)
    if named:
        return Reading(f"{named[0]:04d}-{code}", anchored=named[1], confidence=0.95)
    middle = hit.anchor.middle
    if middle is None:
        return Reading(f"XXXX-{code}", confidence=0.4)
    if hit.get("this") is None and hit.get("dir") is None:
        return Reading(
            _near_season(code, middle, forward=hit.forward), anchored=True, confidence=0.5
        )
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    direction = hit.get("dir") or 0
    year = middle.year
    if direction < 0 and middle.month < begins + 3:
        year -= 1
    if direction > 0 and middle.month >= begins:
        year += 1
    return Reading(f"{year:04d}-{code}", anchored=True, confidence=0.8)


def _near_season(code: str, middle: date, *, forward: bool) -> str:
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if forward:
        return f"{middle.year + (middle.month >= begins + 3):04d}-{code}"
    return f"{middle.year - (middle.month < begins):04d}-{code}"


def year(hit: Hit) -> Reading | None:
    """A year in full."""
    number = int(hit.get("year"))
    if not 1500 <= number <= 2099:
        return None
    return Reading(f"{number:04d}", mod=mod_of(hit), confidence=0.9)


def years(hit: Hit) -> Reading | None:
    """Two years and what lies between."""
    first, last = re.split(r"[/\-–]", hit.get("years"))
    last = first[:2] + last if len(last) == 2 else last
    return Reading(f"{first}/{last}", confidence=0.85) if first < last else None


def every(hit: Hit) -> Reading | None:
    """A habit: *ogni anno*, *every Monday*."""
    found = hit.get("every", "rate", "often")
    if isinstance(found, int):
        return Reading(f"XXXX-WXX-{found}", "SET", confidence=0.85)
    code = str(found).rstrip("s")
    if code in ("TMO", "TAF", "TEV", "TNI"):
        return Reading(f"XXXX-XX-XX{code}", "SET", confidence=0.7)
    if code in ("SP", "SU", "FA", "WI"):
        return Reading(f"XXXX-{code}", "SET", confidence=0.7)
    if code == "WE":
        return Reading("XXXX-WXX-WE", "SET", confidence=0.7)
    if code[0].isdigit():
        return Reading(f"P{code}", "SET", confidence=0.7)
    clock = "T" if code.startswith("T") else ""
    return Reading(f"P{clock}1{code.lstrip('T')}", "SET", confidence=0.8)
