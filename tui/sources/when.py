"""When a source says it was written: never more precise than what it says."""

from __future__ import annotations

import re

from tui.document import PartialDate, parse_partial_date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "gennaio gen january jan",
            "febbraio feb february",
            "marzo mar march",
            "aprile apr april",
            "maggio mag may",
            "giugno giu june jun",
            "luglio lug july jul",
            "agosto ago august aug",
            "settembre set sett september sep sept",
            "ottobre ott october oct",
            "novembre nov november",
            "dicembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})[.,\d]*)?)?)?(?!\d)"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T.*)?")
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})[°º]?\.?\s+(?:di\s+)?({_MONTH})\.?,?\s+(\d{{4}})\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b")
_MONTH_ONLY = re.compile(rf"\b({_MONTH})\.?\s+(\d{{4}})\b")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_YEAR = re.compile(r"\d{4}")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})(?:[/-](\d{2}))?(?=[/-]|$)")


def parse_when(text: str) -> PartialDate | None:
    """The date `text` states in ISO 8601, in figures, or in Italian or English words.

    The time of day is kept as it is written, without its zone; a time of 00:00:00 is the
    machine's way of saying that only the day is known. Figures are read day first, as both
    Italian and British papers write them. None when there is no date, or no such day.
    """
    text = text.strip()[:200].lower()
    if _YEAR.fullmatch(text):
        return parse_partial_date(text)
    if found := _ISO.search(text.upper()):
        return _iso(found)
    if found := _COMPACT.fullmatch(text.upper()):
        return _date(found[1], found[2], found[3])
    if found := _DAY_FIRST.search(text):
        return _date(found[3], _MONTHS[found[2]], found[1])
    if found := _MONTH_FIRST.search(text):
        return _date(found[3], _MONTHS[found[1]], found[2])
    if found := _FIGURES.search(text):
        return _date(found[3], found[2], found[1])
    if found := _MONTH_ONLY.search(text):
        return _date(found[2], _MONTHS[found[1]])
    return None


def when_of_address(address: str) -> PartialDate | None:
    """The date in the path of an address, as in `/2024/06/24/`; None when there is none."""
    found = _IN_ADDRESS.search(address)
    return _date(*found.groups()) if found else None


def _iso(found: re.Match[str]) -> PartialDate | None:
    year, month, day, hour, minute, second = found.groups()
    date = _date(year, month, day)
    if date is None or hour is None or (hour, minute, second or "00") == ("00", "00", "00"):
        return date
    return parse_partial_date(f"{date.value}T{hour}:{minute}") or date


def _date(
    year: str | int, month: str | int | None = None, day: str | int | None = None
) -> PartialDate | None:
    parts = [f"{int(year):04}", *(f"{int(part):02}" for part in (month, day) if part)]
    return parse_partial_date("-".join(parts))
