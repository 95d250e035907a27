"""The timeline as data: where on a line of cells the dates of an article stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple

from tui.document import DateMention, Language
from tui.panels.calendar import MONTHS

Unit = Literal["day", "month", "year", "decade", "century"]

WIDE_GAP = 0.55
"""A stretch without dates that takes more of the line than this is cut short."""
GAP_CELLS = 7
LABEL_ROOM = 2
"""Cells at least between two labels."""


class Mark(NamedTuple):
    """One date on the line."""

    mention: int
    """Its number in the document's layer of dates."""
    start: int
    """The first cell it covers."""
    end: int
    """The last cell it covers; as `start` when it is a day, or when the scale is coarser."""
    coming: bool
    """Whether it lies after the article's date."""


class Label(NamedTuple):
    """A name under the line."""

    cell: int
    text: str


@dataclass(frozen=True)
class Timeline:
    """A drawn line: marks in the order of time, labels, the cut, the article's own place."""

    unit: Unit
    width: int
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    cut: tuple[int, int] | None
    """The first and last cell of the stretch that is cut short."""
    now: int | None
    """The cell of the article's own date."""

    def nearest(self, cell: int) -> int | None:
        """The position in `marks` of the one nearest to a cell."""
        if not self.marks:
            return None
        return min(
            range(len(self.marks)),
            key=lambda n: max(self.marks[n].start - cell, cell - self.marks[n].end, 0),
        )


class _Scale:
    """Days to cells, with one wide gap cut short."""

    def __init__(self, days: Sequence[int], width: int) -> None:
        self.first, self.last = days[0], days[-1]
        self.width = width
        span = max(1, self.last - self.first)
        gaps = [(b - a, a, b) for a, b in pairwise(days)]
        self.gap: tuple[int, int] | None = None
        wide, after, before = max(gaps, default=(0, 0, 0))
        if len(days) > 2 and wide / span > WIDE_GAP and width > 4 * GAP_CELLS:
            self.gap = (after, before)

    def cell(self, day: int) -> int:
        """The cell of a day."""
        return min(self._cell(day), self.width - 1)

    def _cell(self, day: int) -> int:
        room = self.width - 1
        if self.gap is None:
            return round((day - self.first) * room / max(1, self.last - self.first))
        after, before = self.gap
        kept = max(1, (after - self.first) + (self.last - before))
        room -= GAP_CELLS
        if day <= after:
            return round((day - self.first) * room / kept)
        left = round((after - self.first) * room / kept)
        if day < before:
            return left + (day - after) * GAP_CELLS // max(1, before - after)
        return left + GAP_CELLS + round((day - before) * room / kept)


def draw(
    mentions: Sequence[DateMention],
    published: tuple[date, date] | None,
    width: int,
    language: Language,
) -> Timeline:
    """The timeline of the dates that have a place in the calendar, on `width` cells.

    `published` is the first and last day the article can be of.
    """
    width = max(1, width)
    placed = [
        (mention.earliest, mention.latest, index)
        for index, mention in enumerate(mentions)
        if mention.earliest and mention.latest and mention.type in ("DATE", "TIME")
    ]
    placed.sort()
    days = sorted({day.toordinal() for first, last, _ in placed for day in (first, last)})
    if published and placed:
        days = sorted({*days, published[0].toordinal()})
    if not days:
        return Timeline("day", width, (), (), None, None)
    scale = _Scale(days, width)
    after = published[1] if published else None
    marks = tuple(
        Mark(
            index,
            scale.cell(first.toordinal()),
            scale.cell(last.toordinal()),
            after is not None and first > after,
        )
        for first, last, index in placed
    )
    unit = _unit(days, scale)
    now = scale.cell(published[0].toordinal()) if published else None
    cut = (scale.cell(scale.gap[0]) + 1, scale.cell(scale.gap[1]) - 1) if scale.gap else None
    return Timeline(unit, width, marks, _labels(scale, unit, language), cut, now)


def _unit(days: Sequence[int], scale: _Scale) -> Unit:
    """The finest unit of which a label has room."""
    span = days[-1] - days[0]
    if scale.gap:
        span -= scale.gap[1] - scale.gap[0]
    per_cell = span / max(1, scale.width)
    for unit, length, room in (("day", 1, 7), ("month", 30, 9), ("year", 365, 6)):
        if length >= per_cell * room:
            return unit  # type: ignore[return-value]
    return "decade" if per_cell * 6 <= 3652 else "century"


def _labels(scale: _Scale, unit: Unit, language: Language) -> tuple[Label, ...]:
    """The names of the units that begin on the line, as many as there is room for."""
    out: list[Label] = []
    free = 0
    year = None
    for day in _ticks(scale, unit):
        cell = scale.cell(max(day.toordinal(), scale.first))
        text = _name(day, unit, language, with_year=day.year != year)
        cell = min(cell, max(0, scale.width - len(text)))
        if cell >= free and (not out or cell > out[-1].cell):
            out.append(Label(cell, text))
            free = cell + len(text) + LABEL_ROOM
            year = day.year
    return tuple(out)


def _ticks(scale: _Scale, unit: Unit) -> list[date]:
    """The first days of the units on the line; those inside the cut are left out."""
    out: list[date] = []
    day = _begin(date.fromordinal(scale.first), unit)
    while day.toordinal() <= scale.last and len(out) < 4000:
        ordinal = max(day.toordinal(), scale.first)
        if scale.gap is None or not scale.gap[0] < ordinal < scale.gap[1]:
            out.append(day)
        elif scale.gap:
            day = _begin(date.fromordinal(scale.gap[1]), unit)
            out.append(day) if day.toordinal() >= scale.gap[0] else None
        if (following := _following(day, unit)) is None:
            break
        day = following
    return out


def _begin(day: date, unit: Unit) -> date:
    if unit == "day":
        return day
    if unit == "month":
        return day.replace(day=1)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    return date(max(1, day.year // size * size), 1, 1)


def _following(day: date, unit: Unit) -> date | None:
    try:
        if unit == "day":
            return date.fromordinal(day.toordinal() + 1)
        if unit == "month":
            return date(day.year + day.month // 12, day.month % 12 + 1, 1)
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        return date((day.year // size + 1) * size, 1, 1)
    except ValueError:  # beyond the calendar's last year
        return None


def _name(day: date, unit: Unit, language: Language, *, with_year: bool) -> str:
    month = MONTHS[language][day.month - 1][:3]
    if unit == "day":
        return f"{day.day} {month}" + (f" {day.year}" if with_year else "")
    if unit == "month":
        return f"{month} {day.year}" if with_year else month
    return str(day.year)
