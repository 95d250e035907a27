"""Dates and years in a sentence, said as the other language says them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.document import Language

_MONTHS = {
    "it": ("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
           " dicembre").split(),
    "en": ("January February March April May June July August September October November"
           " December").split(),
}  # fmt: skip
_DAY = re.compile(r"(?:[12]?\d|3[01])[°º]?")
_YEAR = re.compile(r"1\d{3}|20\d\d")
_YEAR_WORDS = {"nel": "in", "del": "of", "dal": "since", "al": "to", "il": ""}
_LEADING = frozenset("entro dopo prima fino sino tra fra verso e dal del al oltre per".split())


def date_at(words: Sequence[str], index: int, source: Language) -> tuple[int, str] | None:
    """How many words from `index` on are a date, and what it is in the other language."""
    return _italian(words, index) if source == "it" else _english(words, index)


def _italian(words: Sequence[str], index: int) -> tuple[int, str] | None:
    word = words[index].lower()
    before = words[index - 1].lower() if index else ""
    if word in ("il", "l'") and (found := _day_and_month(words, index + 1)) is not None:
        return found[0] + 1, found[1] if before in _LEADING else f"on {found[1]}"
    if (found := _day_and_month(words, index)) is not None:
        return found
    if word in _YEAR_WORDS and _year_at(words, index + 1):
        return 2, f"{_YEAR_WORDS[word]} {words[index + 1]}".strip()
    if word in ("nel", "del", "dal") and (found := _month_and_year(words, index + 1)) is not None:
        return found[0] + 1, f"{_YEAR_WORDS[word]} {found[1]}"
    return _month_and_year(words, index)


def _day_and_month(words: Sequence[str], index: int) -> tuple[int, str] | None:
    if index + 1 >= len(words) or not _DAY.fullmatch(words[index]):
        return None
    month = _month(words[index + 1])
    if month is None:
        return None
    said = f"{words[index].rstrip('°º')} {month}"
    if _year_at(words, index + 2):
        return 3, f"{said} {words[index + 2]}"
    if words[index + 2 : index + 3] == ["del"] and _year_at(words, index + 3):
        return 4, f"{said} {words[index + 3]}"
    return 2, said


def _month_and_year(words: Sequence[str], index: int) -> tuple[int, str] | None:
    month = _month(words[index]) if index < len(words) else None
    if month is None:
        return None
    if _year_at(words, index + 1):
        return 2, f"{month} {words[index + 1]}"
    if words[index + 1 : index + 2] == ["del"] and _year_at(words, index + 2):
        return 3, f"{month} {words[index + 2]}"
    return None


def _month(word: str) -> str | None:
    low = word.lower()
    if low in _MONTHS["it"]:
        return _MONTHS["en"][_MONTHS["it"].index(low)]
    return None


def _year_at(words: Sequence[str], index: int) -> bool:
    return index < len(words) and _YEAR.fullmatch(words[index]) is not None


def _english(words: Sequence[str], index: int) -> tuple[int, str] | None:
    """*24 June 2020*, *June 24, 2020*, *June 2020*, each with *on* or *in* before it or not."""
    word = words[index].lower()
    if word in ("on", "in") and (found := _english_date(words, index + 1)) is not None:
        return found[0] + 1, f"il {found[1]}" if word == "on" else f"nel {found[1]}"
    if word == "in" and _year_at(words, index + 1):
        return 2, f"nel {words[index + 1]}"
    return _english_date(words, index)


def _english_date(words: Sequence[str], index: int) -> tuple[int, str] | None:
    if index + 1 >= len(words):
        return None
    first, second = words[index], words[index + 1]
    if _DAY.fullmatch(first) and second in _MONTHS["en"]:
        day, month, count = first, second, 2
    elif first in _MONTHS["en"] and _DAY.fullmatch(second):
        day, month, count = second, first, 2
        if words[index + 2 : index + 3] == [","] and _year_at(words, index + 3):
            count = 3
    elif first in _MONTHS["en"] and _year_at(words, index + 1):
        day, month, count = "", first, 1
    else:
        return None
    said = f"{day} {_MONTHS['it'][_MONTHS['en'].index(month)]}".strip()
    if _year_at(words, index + count):
        return count + 1, f"{said} {words[index + count]}"
    return count, said
