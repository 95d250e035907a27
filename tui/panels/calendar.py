"""Calendar values as a person writes them, in either language."""

from __future__ import annotations

import re

from tui.document import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "it": (
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip

_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_QUARTER = re.compile(r"(\d{4})-([QH])(\d)")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_PERIOD = re.compile(r"P(T?)(\d+|X)([YMWDHS])")
_PART = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI)")

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "to come",
        "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
        "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
        "Q": "quarter", "H": "half", "W": "week", "WE": "weekend of week", "s": "s",
        "century": "century", "X": "some",
        "Y1": "year", "M1": "month", "W1": "week", "D1": "day", "H1": "hour", "T1": "minute",
        "S1": "second", "Y": "years", "M": "months", "W+": "weeks", "D": "days", "H+": "hours",
        "T": "minutes", "S": "seconds",
    },
    "it": {
        "PAST_REF": "nel passato", "PRESENT_REF": "ora", "FUTURE_REF": "in futuro",
        "SP": "primavera", "SU": "estate", "FA": "autunno", "WI": "inverno",
        "MO": "mattina", "MI": "mezzogiorno", "AF": "pomeriggio", "EV": "sera", "NI": "notte",
        "Q": "trimestre", "H": "semestre", "W": "settimana", "WE": "fine settimana",
        "century": "secolo", "X": "alcuni",
        "Y1": "anno", "M1": "mese", "W1": "settimana", "D1": "giorno", "H1": "ora",
        "T1": "minuto", "S1": "secondo", "Y": "anni", "M": "mesi", "W+": "settimane",
        "D": "giorni", "H+": "ore", "T": "minuti", "S": "secondi",
    },
}  # fmt: skip


def written(value: str, language: Language) -> str:
    """A TIMEX3 value in words: `2024-06-24` is *24 June 2024*; what has no words stays as it is."""
    words = _WORDS[language]
    if value in words:
        return words[value]
    if "/" in value:
        return " – ".join(written(part, language) for part in value.split("/"))
    if match := _PART.fullmatch(value):
        return f"{written(match[1], language)}, {words[match[2]]}"
    if match := _DAY.fullmatch(value):
        year, month, day, time = match.groups()
        parts = [str(int(day))] if day else []
        parts += [MONTHS[language][int(month) - 1], year]
        return " ".join(parts) + (f", {time}" if time else "")
    if match := _WEEK.fullmatch(value):
        return f"{words['WE' if match[3] else 'W']} {int(match[2])}, {match[1]}"
    if match := _QUARTER.fullmatch(value):
        return f"{words[match[2]]} {match[3]}, {match[1]}"
    if match := _SEASON.fullmatch(value):
        return f"{words[match[2]]} {match[1]}"
    if match := _PERIOD.fullmatch(value):
        return _period(*match.groups(), words=words)
    if re.fullmatch(r"\d{3}", value):
        return f"anni {value}0" if language == "it" else f"{value}0s"
    if re.fullmatch(r"\d\d", value):
        century = int(value) + 1
        return f"{words['century']} {century}°" if language == "it" else f"{century}th century"
    return value


def _period(clock: str, count: str, unit: str, *, words: dict[str, str]) -> str:
    key = "T" if clock and unit == "M" else unit
    if count == "1":
        return f"1 {words[key + '1']}"
    plural = {"W": "W+", "H": "H+"}.get(key, key)
    return f"{words['X'] if count == 'X' else count} {words[plural]}"
