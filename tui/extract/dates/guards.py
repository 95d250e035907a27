"""What looks like a date and is none: ages, quantities, model numbers, idioms."""

from __future__ import annotations

import re
from typing import Any

from tui.extract.dates.calendar import Anchor
from tui.extract.dates.tokens import Tokens
from tui.extract.tables import DateWords

_TERM = 5
"""Within how many words before it a sentence of the court makes an age a term."""


def plausible(
    rule: str,
    groups: dict[str, Any],
    tokens: Tokens,
    first: int,
    last: int,
    words: DateWords,
    counted: re.Pattern[str],
    anchor: Anchor,
) -> bool:
    """Whether the words from `first` up to `last` can be what `rule` takes them for."""
    symbols = tokens.symbols
    after = symbols[last : last + 1]
    if after == "%":
        return False
    if rule == "year":
        return _year(groups, tokens, first, last, words, counted, anchor)
    if rule == "duration":
        return not _age(groups, tokens, first, last, words)
    if rule == "clock":
        return _clock(groups, tokens, first, last, counted)
    if rule == "month":
        # A number before a month that made no day: *45 novembre*.
        return first == 0 or symbols[first - 1] not in "dN"
    if rule == "decade":
        return _decade(groups, tokens, first)
    if rule == "set" and "often" in groups:
        # *Il settimanale* is a magazine, *the annual profit* is not.
        return after == "x" or symbols[first - 1 : first] not in ("a", "1")
    if rule == "set" and "rate" in groups:
        return symbols[first - 1 : first] == "V" and not str(groups["rate"]).endswith("s")
    return True


def _word(tokens: Tokens, index: int) -> str:
    value = tokens.values[index] if 0 <= index < len(tokens.values) else ""
    return value if isinstance(value, str) else ""


def _year(
    groups: dict[str, Any],
    tokens: Tokens,
    first: int,
    last: int,
    words: DateWords,
    counted: re.Pattern[str],
    anchor: Anchor,
) -> bool:
    after = tokens.symbols[last : last + 1]
    if after and after in "uHB":
        return False
    if first and _word(tokens, first - 1).lower() in words.before_year:
        return True
    if after == "x" and counted.fullmatch(_word(tokens, last)):
        return False
    if last - first > 1 or first == 0 or tokens.symbols[first - 1] not in "$xXN_MmS":
        return True
    if tokens.symbols[first - 1] in "MmS":
        return False
    # After a name a number is a model or an index (*Nasdaq 2000*), unless it is about the year of
    # the article: then it is an event of that year.
    middle = anchor.middle
    return middle is not None and abs(int(groups["year"]) - middle.year) <= 2


def _age(groups: dict[str, Any], tokens: Tokens, first: int, last: int, words: DateWords) -> bool:
    if not str(groups.get("unit", "")).startswith("Y") or "mod" in groups:
        return False
    around = tokens.symbols[max(0, first - 1) : first], tokens.symbols[last : last + 1]
    if around in ((",", ","), (",", "."), ("(", ")"), (",", "")):
        return True
    before = [_word(tokens, index).lower() for index in range(max(0, first - _TERM), first)]
    if not words.ages.isdisjoint(before[-2:]):
        return True
    if around[0] == "p" and before[-2:-1]:
        # *un'impiegata di 52 anni*
        return before[-2] in words.people
    if not words.at_age or before[-1:] != [words.at_age] or around[1] in tuple("iIprg"):
        return False
    # *È morto a 91 anni*, but *condannato a 12 anni*, *a due anni dalla strage*.
    return not any(word.startswith(words.sentenced) for word in before)


def _clock(
    groups: dict[str, Any], tokens: Tokens, first: int, last: int, counted: re.Pattern[str]
) -> bool:
    if {"noon", "clock2", "hours", "at", "part"} & groups.keys():
        return True
    written = str(groups["clock"])
    led = tokens.symbols[max(0, first - 1) : first] in ("I", "a") and first > 0
    if re.search(r"(?i)m", written):
        return True
    if ":" in written:
        return tokens.symbols[max(0, first - 1) : first] not in ("N", "d", "n")
    article = led and tokens.symbols[first - 1] == "a"
    led = led and not (
        article and tokens.symbols[max(0, first - 2) : first - 1] not in tuple("Ir&U")
    )
    if not led and not (article and "." in written):
        return False
    following = tokens.symbols[last : last + 1]
    return following in ("", ",", ".", ";", "e", "i", "I", "p", "D", "W", "P", "a", "1", "$") or (
        following == "x" and not counted.fullmatch(_word(tokens, last))
    )


def _decade(groups: dict[str, Any], tokens: Tokens, first: int) -> bool:
    written = groups["decade"]
    if isinstance(written, str) and (written[0] in "'’" or written.endswith("s")):
        return True
    capital = isinstance(written, int)
    return (
        capital
        or tokens.symbols[first : first + 1] == "a"
        or (first > 0 and tokens.symbols[first - 1] in "iap")
    )
