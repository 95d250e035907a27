"""What a rule hands to its resolver, and what the resolver answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tui.document import DateType, Modifier
from tui.extract.dates.calendar import Anchor


@dataclass(frozen=True, slots=True)
class Hit:
    """The words a rule matched, by the names the rule gives them, and what stands around."""

    groups: dict[str, Any]
    """For each name in the pattern the value of its first word; its symbol's words with `raw`."""
    anchor: Anchor
    forward: bool
    """Whether the clause looks to the future."""
    said: dict[str, str]
    """What the text has named last, a value for each unit: `D` a day, `M` a month, `Q` a quarter,
    `Y` a year; and `T` the day that a time of the day belongs to."""
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
    leans: str | None = None
    """The date the text named before, when the value was counted from it."""


def count_of(hit: Hit) -> int | None:
    """How many units an expression counts; None when it does not say."""
    number = hit.get("n", "n1", "nb", "n2")
    if number is None:
        return None
    return int(re.sub(r"\D", "", number)) if isinstance(number, str) else int(number)


def mod_of(hit: Hit) -> Modifier | None:
    """The TIMEX3 modifier, when the words carry one."""
    found = hit.get("mod", "mod2", "mod3", "side", "side2")
    return found if isinstance(found, str) else None  # type: ignore[return-value]


def unit_of(hit: Hit) -> str:
    """The letter of the unit of time."""
    return str(hit.get("unit", "unit2", "unit3", "q")).rstrip("s")


def is_plural(hit: Hit) -> bool:
    """Whether the unit stands in the plural."""
    return str(hit.get("unit", "unit2", "q")).endswith("s")


def full_year(text: str, anchor: Anchor) -> int:
    """The year that two or four digits stand for."""
    digits = text.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    pivot = (anchor.middle.year if anchor.middle else 2030) % 100 + 10
    return int(digits) + (2000 if int(digits) <= pivot else 1900)


def year_of(hit: Hit) -> tuple[int, bool] | None:
    """The year an expression names, and whether it was reckoned; None when it names none."""
    written = hit.get("year", "year2")
    if written:
        return full_year(str(written), hit.anchor), False
    relative = hit.get("rel", "rel2")
    if relative is not None and hit.anchor.published:
        return hit.anchor.published.year + max(-1, relative), True
    return None


def number_of(text: Any) -> int:
    """The number that a word of the table, or figures, stand for."""
    return int(re.sub(r"\D", "", text)) if isinstance(text, str) else int(text)


def length(hit: Hit, count: int, unit: str) -> Reading | None:
    """A duration of so many units."""
    if unit[0].isdigit():
        count, unit = count * int(unit[0]), unit[1:]
    if unit in ("DE", "CE"):
        count, unit = count * (10 if unit == "DE" else 100), "Y"
    if unit == "H":
        count, unit = count * 6, "M"
    clock = "T" if unit.startswith("T") else ""
    if hit.get("half") is not None and unit in ("Y", "TH"):
        if count_of(hit) is None:
            return Reading("P6M" if unit == "Y" else "PT30M", "DURATION", mod=mod_of(hit))
        return Reading(f"P{clock}{count}.5{unit[-1]}", "DURATION", mod=mod_of(hit))
    value = f"P{clock}{count}{unit.lstrip('T')}"
    return Reading(value, "DURATION", mod=mod_of(hit), confidence=0.9)
