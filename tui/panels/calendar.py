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

_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

_YEAR = r"(\d{4}|XXXX)"
_DAY = re.compile(_YEAR + r"-(0[1-9]|1[0-2])(?:-(\d\d))?(?:T(\d\d:\d\d))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_WEEKDAY = re.compile(r"XXXX-WXX-(?:([1-7])|WE)")
_QUARTER = re.compile(_YEAR + r"-([QH])(\d)")
_SEASON = re.compile(_YEAR + r"-(SP|SU|FA|WI)")
_PERIOD = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)([YMWDHS])")
_PART = re.compile(r"(\d{4}-\d\d-\d\d|XXXX-XX-XX)T(?:(MO|MI|AF|EV|NI)|(\d\d:\d\d))")

_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "PAST_REF": "in the past", "PRESENT_REF": "now", "FUTURE_REF": "to come",
        "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
        "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
        "Q": "quarter", "H": "half", "W": "week", "WE": "weekend of week", "weekend": "weekend",
        "XXXX-XX-XX": "some day", "X": "some", "X W+": "some", "X H+": "some",
        "Y1": "year", "M1": "month", "W1": "week", "D1": "day", "H1": "hour", "T1": "minute",
        "S1": "second", "Y": "years", "M": "months", "W+": "weeks", "D": "days", "H+": "hours",
        "T": "minutes", "S": "seconds",
    },
    "it": {
        "PAST_REF": "nel passato", "PRESENT_REF": "ora", "FUTURE_REF": "in futuro",
        "SP": "primavera", "SU": "estate", "FA": "autunno", "WI": "inverno",
        "MO": "mattina", "MI": "mezzogiorno", "AF": "pomeriggio", "EV": "sera", "NI": "notte",
        "Q": "trimestre", "H": "semestre", "W": "settimana", "WE": "fine settimana",
        "weekend": "fine settimana",
        "XXXX-XX-XX": "un giorno", "X": "alcuni", "X W+": "alcune", "X H+": "alcune",
        "Y1": "anno", "M1": "mese", "W1": "settimana", "D1": "giorno", "H1": "ora",
        "T1": "minuto", "S1": "secondo", "Y": "anni", "M": "mesi", "W+": "settimane",
        "D": "giorni", "H+": "ore", "T": "minuti", "S": "secondi",
    },
}  # fmt: skip


def written(value: str, language: Language) -> str:
    """A TIMEX3 value in words: `2024-06-24` is *24 June 2024*; what has no words stays as it is.

    A part that the value leaves open (`XXXX-06`) is left out.
    """
    words = _WORDS[language]
    if "_REF" in value or value == "XXXX-XX-XX":
        return words.get(value, value)
    if "/" in value:
        return " – ".join(written(part, language) for part in value.split("/"))
    if match := _PART.fullmatch(value):
        day = "" if match[1].startswith("X") else written(match[1], language)
        return ", ".join(part for part in (day, words.get(match[2] or "", match[3])) if part)
    if match := _DAY.fullmatch(value):
        year, month, number, time = match.groups()
        parts = [str(int(number))] if number else []
        parts += [MONTHS[language][int(month) - 1], _known(year)]
        return " ".join(filter(None, parts)) + (f", {time}" if time else "")
    if match := _PERIOD.fullmatch(value):
        return _period(*match.groups(), language=language)
    if re.fullmatch(r"\d{3}", value):
        return f"anni {value}0" if language == "it" else f"{value}0s"
    if re.fullmatch(r"\d\d", value):
        return _century(int(value) + 1, language)
    return _part_of_year(value, language) or value


def _part_of_year(value: str, language: Language) -> str | None:
    """A week, weekday, quarter, half or season in words; None for any other value."""
    words = _WORDS[language]
    if match := _WEEK.fullmatch(value):
        return f"{words['WE' if match[3] else 'W']} {int(match[2])}, {match[1]}"
    if match := _WEEKDAY.fullmatch(value):
        return _WEEKDAYS[language][int(match[1]) - 1] if match[1] else words["weekend"]
    if match := _QUARTER.fullmatch(value):
        return ", ".join(filter(None, (f"{words[match[2]]} {match[3]}", _known(match[1]))))
    if match := _SEASON.fullmatch(value):
        return f"{words[match[2]]} {_known(match[1])}".rstrip()
    return None


def _known(year: str) -> str:
    return "" if year == "XXXX" else year


def _century(number: int, language: Language) -> str:
    if language == "it":
        return f"secolo {number}°"
    teen = number // 10 == 1
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


def _period(clock: str, count: str, unit: str, *, language: Language) -> str:
    words = _WORDS[language]
    key = "T" if clock and unit == "M" else unit
    if count == "1":
        return f"1 {words[key + '1']}"
    plural = {"W": "W+", "H": "H+"}.get(key, key)
    if count == "X":
        return f"{words.get(f'X {plural}', words['X'])} {words[plural]}"
    return f"{count.replace('.', ',') if language == 'it' else count} {words[plural]}"
