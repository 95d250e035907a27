"""Dates and years in a sentence, said as the other language says them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.document import Language
from tui.translate.rules.lists import words
from tui.translate.words import MONTHS

_MONTHS = {
    "it": tuple(MONTHS["it"]),
    "en": tuple(month.capitalize() for month in MONTHS["en"]),
}
_DAY = re.compile(r"(?:[12]?\d|3[01])[°º]?")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_YEAR_WORDS = {"nel": "in", "del": "of", "dal": "since", "al": "to", "il": ""}
_LEADING = words("entro dopo prima fino sino tra fra verso e dal del al oltre per")


def date_at(tokens: Sequence[str], index: int, source: Language) -> tuple[int, str] | None:
    """How many words from `index` on are a date, and what it is in the other language."""
    return _italian(tokens, index) if source == "it" else _english(tokens, index)


def _italian(tokens: Sequence[str], index: int) -> tuple[int, str] | None:
    word = tokens[index].lower()
    before = tokens[index - 1].lower() if index else ""
    if word in ("il", "l'") and (found := _day_and_month(tokens, index + 1)) is not None:
        return found[0] + 1, found[1] if before in _LEADING else f"on {found[1]}"
    if (found := _day_and_month(tokens, index)) is not None:
        return found
    if word in _YEAR_WORDS and _year_at(tokens, index + 1):
        return 2, f"{_YEAR_WORDS[word]} {tokens[index + 1]}".strip()
    if word in ("nel", "del", "dal") and (found := _month_and_year(tokens, index + 1)) is not None:
        return found[0] + 1, f"{_YEAR_WORDS[word]} {found[1]}"
    return _month_and_year(tokens, index)


def _day_and_month(tokens: Sequence[str], index: int) -> tuple[int, str] | None:
    if index + 1 >= len(tokens):
        return None
    day = "1" if tokens[index].lower() == "primo" else tokens[index]
    if not _DAY.fullmatch(day):
        return None
    month = _month(tokens[index + 1])
    if month is None:
        return None
    said = f"{day.rstrip('°º')} {month}"
    if _year_at(tokens, index + 2):
        return 3, f"{said} {tokens[index + 2]}"
    if tokens[index + 2 : index + 3] == ["del"] and _year_at(tokens, index + 3):
        return 4, f"{said} {tokens[index + 3]}"
    return 2, said


def _month_and_year(tokens: Sequence[str], index: int) -> tuple[int, str] | None:
    month = _month(tokens[index]) if index < len(tokens) else None
    if month is None:
        return None
    if _year_at(tokens, index + 1):
        return 2, f"{month} {tokens[index + 1]}"
    if tokens[index + 1 : index + 2] == ["del"] and _year_at(tokens, index + 2):
        return 3, f"{month} {tokens[index + 2]}"
    return None


def _month(word: str) -> str | None:
    low = word.lower()
    if low in _MONTHS["it"]:
        return _MONTHS["en"][_MONTHS["it"].index(low)]
    return None


def _year_at(tokens: Sequence[str], index: int) -> bool:
    return index < len(tokens) and _YEAR.fullmatch(tokens[index]) is not None


def _english(tokens: Sequence[str], index: int) -> tuple[int, str] | None:
    """*24 June 2020*, *June 24, 2020*, *June 2020*, each with *on* or *in* before it or not."""
    word = tokens[index].lower()
    if word in ("on", "in") and (found := _english_date(tokens, index + 1)) is not None:
        return found[0] + 1, f"il {found[1]}" if word == "on" else f"nel {found[1]}"
    if word == "in" and _year_at(tokens, index + 1):
        return 2, f"nel {tokens[index + 1]}"
    return _english_date(tokens, index)


def _english_date(tokens: Sequence[str], index: int) -> tuple[int, str] | None:
    if index + 1 >= len(tokens):
        return None
    first, second = tokens[index], tokens[index + 1]
    if _DAY.fullmatch(first) and second in _MONTHS["en"]:
        day, month, count = first, second, 2
    elif first in _MONTHS["en"] and _DAY.fullmatch(second):
        day, month, count = second, first, 2
        if tokens[index + 2 : index + 3] == [","] and _year_at(tokens, index + 3):
            count = 3
    elif first in _MONTHS["en"] and _year_at(tokens, index + 1):
        day, month, count = "", first, 1
    else:
        return None
    said = f"{day} {_MONTHS['it'][_MONTHS['en'].index(month)]}".strip()
    if _year_at(tokens, index + count):
        return count + 1, f"{said} {tokens[index + count]}"
    return count, said
