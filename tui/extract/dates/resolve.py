"""What each date rule makes of the words it matched: pure functions, free of language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tui.document import DateType, Modifier
from tui.extract.dates.calendar import Anchor, easter


@dataclass(frozen=True, slots=True)
class Hit:
    """The words a rule matched, by the names the rule gives them, and what stands around."""

    groups: dict[str, Any]
    """For each name in the pattern the value of its first word; its symbol's words with `raw`."""
    anchor: Anchor
    forward: bool
    """Whether the clause looks to the future."""
    last_day: str | None
    """The day the sentence named last, in full."""
    month_first: bool = False

    def get(self, *names: str) -> Any:
        """The value of the first of `names` that matched, else None."""
        for name in names:
            if name in self.groups:
                return self.groups[name]
        return None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means."""

    value: str
    type: DateType = "DATE"
    anchored: bool = False
    """Whether the article's own date went into the value."""
    mod: Modifier | None = None
    confidence: float = 0.95


def _count(hit: Hit) -> int | None:
    number = hit.get("n", "n1", "nb", "n2")
    if number is None:
        return None
    return int(re.sub(r"\D", "", number)) if isinstance(number, str) else int(number)


def _mod(hit: Hit) -> Modifier | None:
    found = hit.get("mod", "mod2", "mod3", "side", "side2")
    return found if isinstance(found, str) else None  # type: ignore[return-value]


def _unit(hit: Hit) -> str:
    return str(hit.get("unit", "unit2", "q")).rstrip("s")


def _plural(hit: Hit) -> bool:
    return str(hit.get("unit", "unit2", "q")).endswith("s")


def _full_year(text: str, anchor: Anchor) -> int:
    digits = text.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    pivot = (anchor.middle.year if anchor.middle else 2030) % 100 + 10
    return int(digits) + (2000 if int(digits) <= pivot else 1900)


def _year(hit: Hit) -> tuple[int, bool] | None:
    """The year an expression names, and whether it was reckoned; None when it names none."""
    written = hit.get("year", "year2")
    if written:
        return _full_year(str(written), hit.anchor), False
    relative = hit.get("rel", "rel2")
    if relative is not None and hit.anchor.published:
        return hit.anchor.published.year + max(-1, relative), True
    return None


def _number(text: Any) -> int:
    return int(re.sub(r"\D", "", text)) if isinstance(text, str) else int(text)


def day_month(hit: Hit) -> Reading | None:
    """A day and a month; without a year, the year in which it lies nearest to the article."""
    day, month = _number(hit.get("day")), hit.get("month", "month2")
    named = _year(hit)
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
        end = date(year, month, _number(last))
        return (
            Reading(f"{first}/{end}", anchored=anchored, confidence=sure) if end > first else None
        )
    return Reading(first.isoformat(), anchored=anchored, confidence=sure)


def _steered(hit: Hit, guess: date) -> date:
    """The guess, moved a year when the text says *last* or *next* and it lies on the wrong side."""
    direction, middle = hit.get("dir", "dir0"), hit.anchor.middle
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
    groups = {"day": day, "month": month}
    if len(parts) == 3:
        groups["year"] = _full_year(parts[2], hit.anchor)
    return day_month(replace(hit, groups={**hit.groups, **{k: v for k, v in groups.items()}}))


def year_month(hit: Hit) -> Reading | None:
    """A year and a month in figures."""
    return Reading(hit.get("iso"), confidence=0.8)


def month(hit: Hit) -> Reading | None:
    """A month; without a year, the last one that has begun, or the next in a clause of the future."""
    number = hit.get("month")
    if number is None:
        if _unit(hit) != "M" or not (hit.anchor.published and hit.anchor.published.month):
            return None
        number = hit.anchor.published.month
    named = _year(hit)
    if named:
        value = f"{named[0]:04d}-{number:02d}"
        return Reading(value, anchored=named[1], mod=_mod(hit), confidence=0.98)
    direction = hit.get("dir", "dir2")
    year = hit.anchor.year_of_month(number, forward=hit.forward or (direction or 0) > 0)
    if year is None:
        return Reading(f"XXXX-{number:02d}", mod=_mod(hit), confidence=0.5)
    known = hit.anchor.published
    if direction and known and known.month == number:
        year += direction
    return Reading(f"{year:04d}-{number:02d}", anchored=True, mod=_mod(hit), confidence=0.85)


def quarter(hit: Hit) -> Reading | None:
    """A quarter or a half of a year."""
    letter, number = "H" if "half" in hit.groups else _unit(hit), hit.get("ord")
    direction = hit.get("dir", "dir2")
    named = _year(hit)
    if number is None:
        if direction is None or _plural(hit):
            return None
        if letter == "H":
            return Reading(hit.anchor.known(direction), anchored=True, confidence=0.4)
        value = hit.anchor.shifted("Q", direction)
        return Reading(value, anchored=True, mod=_mod(hit), confidence=0.8)
    number = _number(number)
    if not 1 <= number <= (4 if letter == "Q" else 2):
        return None
    if named:
        value = f"{named[0]:04d}-{letter}{number}"
        return Reading(value, anchored=named[1], mod=_mod(hit), confidence=0.95)
    middle = hit.anchor.middle
    if middle is None:
        return Reading(f"XXXX-{letter}{number}", confidence=0.5)
    begins = (number - 1) * (3 if letter == "Q" else 6) + 1
    year = middle.year - (begins > middle.month and not hit.forward)
    return Reading(f"{year:04d}-{letter}{number}", anchored=True, mod=_mod(hit), confidence=0.8)


def decade(hit: Hit) -> Reading | None:
    """Ten years: *gli anni '90*, *the 1990s*."""
    written = hit.get("decade")
    digits = written if isinstance(written, int) else int(re.sub(r"\D", "", written))
    if digits % 10 or not (20 <= digits <= 90 or 1500 <= digits <= 2090 or digits == 10):
        return None
    if digits < 100:
        digits += 1900
    return Reading(str(digits // 10), mod=_mod(hit), confidence=0.95)


_ROMAN = {"I": 1, "V": 5, "X": 10}


def century(hit: Hit) -> Reading | None:
    """A century: *il XX secolo*, *the 20th century*."""
    written = hit.get("roman")
    if isinstance(written, str) and written[0] in _ROMAN:
        figures = [_ROMAN[letter] for letter in written] + [0]
        number = sum(-a if a < b else a for a, b in zip(figures, figures[1:], strict=False))
    else:
        number = _number(written)
    return Reading(f"{number - 1:02d}", confidence=0.9) if 5 <= number <= 22 else None


def ago(hit: Hit) -> Reading | None:
    """So many units before the article."""
    return _away(hit, -1)


def ahead(hit: Hit) -> Reading | None:
    """So many units after the article."""
    return _away(hit, 1)


def _away(hit: Hit, sign: int) -> Reading | None:
    count, unit = _count(hit), _unit(hit)
    if unit.startswith("T") or count is None:
        value = ("PRESENT_REF", "FUTURE_REF", "PAST_REF")[sign]
        if unit == "TH" and count and count >= 24 and hit.anchor.day:
            value = hit.anchor.shifted("D", sign * (count // 24))
            return Reading(value, anchored=True, mod=_mod(hit), confidence=0.7)
        return Reading(value, confidence=0.5)
    if unit not in ("D", "W", "M", "Y", "DE", "CE"):
        return None
    value = hit.anchor.shifted(unit, sign * count)
    return Reading(value, anchored=hit.anchor.published is not None, mod=_mod(hit), confidence=0.85)


def span(hit: Hit) -> Reading | None:
    """The last, or the next, so many units."""
    count = _count(hit)
    if count is None and _plural(hit):
        return None
    unit = _unit(hit)
    return _length(hit, count or 1, unit)


def _length(hit: Hit, count: int, unit: str) -> Reading | None:
    if unit[0].isdigit():
        count, unit = count * int(unit[0]), unit[1:]
    if unit in ("DE", "CE"):
        count, unit = count * (10 if unit == "DE" else 100), "Y"
    if unit == "H":
        count, unit = count * 6, "M"
    clock = "T" if unit.startswith("T") else ""
    if hit.get("half") is not None and unit in ("Y", "TH"):
        if _count(hit) is None:
            return Reading("P6M" if unit == "Y" else "PT30M", "DURATION", mod=_mod(hit))
        return Reading(f"P{clock}{count}.5{unit[-1]}", "DURATION", mod=_mod(hit))
    value = f"P{clock}{count}{unit.lstrip('T')}"
    return Reading(value, "DURATION", mod=_mod(hit), confidence=0.9)


def duration(hit: Hit) -> Reading | None:
    """A stretch of time that is not placed on the calendar."""
    count, unit = _count(hit), _unit(hit)
    if count is None and hit.get("half") is None:
        return None
    if hit.get("n1") is not None and unit in ("D", "TM", "TS", "Q", "H"):
        return None
    return _length(hit, count or 0, unit)


def weekend(hit: Hit) -> Reading | None:
    """A Saturday with its Sunday."""
    day, direction = hit.anchor.day, hit.get("dir", "dir2")
    if day is None:
        return Reading(hit.anchor.known(direction or 0), anchored=True, confidence=0.4)
    if direction is None:
        direction = 0 if hit.forward or day.isoweekday() >= 6 else -1
    monday = day - timedelta(day.isoweekday() - 1) + timedelta(7 * max(-1, direction))
    year, week, _ = monday.isocalendar()
    return Reading(f"{year:04d}-W{week:02d}-WE", anchored=True, confidence=0.75)


def unit(hit: Hit) -> Reading | None:
    """This, the last or the next day, week, month, year, century."""
    letter, direction = _unit(hit), hit.get("dir", "dir2") or 0
    if _plural(hit) or letter not in ("D", "W", "M", "Y", "DE", "CE"):
        return None
    if letter == "D" and not direction and hit.get("side") is None:
        return None
    value = hit.anchor.shifted(letter, direction)
    return Reading(value, anchored=True, mod=_mod(hit), confidence=0.9)


def day_word(hit: Hit) -> Reading | None:
    """*Ieri*, *oggi*, *domani* and their kin, with a part of the day or without."""
    if hit.get("before", "before2") is not None:
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
    day, middle = _number(hit.get("day")), hit.anchor.day
    if middle is None:
        return None
    for gap in sorted(range(-45, 46), key=lambda gap: (abs(gap), (gap > 0) != hit.forward)):
        candidate = middle + timedelta(gap)
        if candidate.day == day and candidate.isoweekday() == hit.get("wd"):
            return Reading(candidate.isoformat(), anchored=True, confidence=0.9)
    return None


def that_day(hit: Hit) -> Reading | None:
    """The day the text has just named, else the article's, when it is spoken of as *the* day."""
    if str(hit.get("unit", "unit2", "unit3", "unit4")) != "D":
        return None
    if hit.last_day:
        return Reading(hit.last_day, confidence=0.75)
    if hit.get("same", "that") is not None:
        return Reading("XXXX-XX-XX", confidence=0.3)
    return Reading(hit.anchor.shifted("D", 0), anchored=True, confidence=0.6)


def part_of_day(hit: Hit) -> Reading | None:
    """A part of the article's day, or of the day the sentence has just named."""
    part = hit.get("part", "part2", "part3")
    if hit.get("this", "night") is None and hit.last_day:
        return Reading(hit.last_day[:10] + part, "TIME", confidence=0.8)
    return replace(_with_part(hit.anchor.shifted("D", 0), part), confidence=0.7)


def season(hit: Hit) -> Reading | None:
    """A season of a year that is named or reckoned."""
    code = hit.get("season", "season2", "season3")
    named = _year(hit)
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


def feast(hit: Hit) -> Reading | None:
    """A feast whose day the calendar knows."""
    month, day = hit.get("feast")
    named, middle = _year(hit), hit.anchor.middle
    if named is None and middle is None:
        return None
    if month:
        found = day_month(replace(hit, groups={**hit.groups, "month": month, "day": day}))
        return replace(found, confidence=0.7) if found else None
    year = named[0] if named else middle.year if middle else 0
    value = easter(year) + timedelta(day)
    return Reading(value.isoformat(), anchored=named is None, confidence=0.7)


def year(hit: Hit) -> Reading | None:
    """A year in full."""
    number = int(hit.get("year"))
    if not 1500 <= number <= 2099:
        return None
    return Reading(f"{number:04d}", mod=_mod(hit), confidence=0.9)


def years(hit: Hit) -> Reading | None:
    """Two years and what lies between."""
    first, last = re.split(r"[/\-–]", hit.get("years"))
    last = first[:2] + last if len(last) == 2 else last
    return Reading(f"{first}/{last}", confidence=0.85) if first < last else None


def clock(hit: Hit) -> Reading | None:
    """A time of the day: of the day the sentence named last, else of the article's."""
    value = hit.get("noon") or _time(hit)
    if value is None:
        return None
    said = hit.get("at")
    if said and hit.anchor.day:
        value = hit.anchor.shifted("D", said[0]) + value
        return Reading(value, "TIME", anchored=True, confidence=0.9)
    known = hit.last_day or (hit.anchor.day.isoformat() if hit.anchor.day else None)
    if known:
        anchored = hit.last_day is None
        return Reading(known[:10] + value, "TIME", anchored=anchored, confidence=0.75)
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


RESOLVERS: dict[str, Callable[[Hit], Reading | None]] = {
    "day-month": day_month,
    "day-range": day_range,
    "figures": figures,
    "year-month": year_month,
    "month": month,
    "quarter": quarter,
    "half-year": quarter,
    "decade": decade,
    "century": century,
    "unit": unit,
    "ago": ago,
    "ahead": ahead,
    "span": span,
    "duration": duration,
    "weekend": weekend,
    "day-word": day_word,
    "weekday": weekday,
    "weekday-day": weekday_day,
    "that-day": that_day,
    "part-of-day": part_of_day,
    "season": season,
    "feast": feast,
    "year": year,
    "years": years,
    "clock": clock,
    "set": every,
}
"""What reads each rule's words; each may raise ValueError or OverflowError for an impossible day."""
