"""A sentence as a string of symbols, one a word, over which the date patterns run.

A pattern over symbols is short, so it compiles and runs fast, and it says what it means: `[dn]M` is
a day followed by a month, in either language. What each word stands for is in the language's table.

Symbols: `d` number up to 31, `N` larger number, `n` number in words, `1` one, `v` some, `B` ten
or so; `Y` year, `y` year in two digits, `K` decade, `X` Roman number, `S` date in figures, `s`
day and month in figures, `V` year and month in figures, `R` two years, `k` two days, `T` clock
time; `M` month, `m` month cut short, `W` weekday, `w` its plural, `D` day word, `P` part of the
day, `Z` season, `F` feast, `u` unit, `q` quarter or half, `C` century, `H` hours, `*` a day as it
goes, `Q` noon, `E` weekend; `<` last, `>` next, `=` this, `L` latest, `O` other, `^` that, `o`
ordinal, `g` ago, `A` every, `J` yearly and its like; `b` `c` `f` beginning, middle, end, `~`
about, `+` more, `-` less, `j` more or less before *than*, `G` little, `h` half; `a` article, `i`
*in* and its like, `I` *at* before the clock, `p` *of*, `t` between, `e` and, `U` until, `!` same,
`z` zone; `r` later or earlier, `&` after or before, `l` period, `0` *least* after *at*, `@` eve;
`%` what makes a number no date; `,` `.` `_` (dash) `;` (other marks); `x` any other word, `$` one
that begins with a capital.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tui.extract.tables import DateWords

_TOKEN = re.compile(
    r"\d{1,2}(?:[:.]\d\d)?[ \u00a0]?[apAP]\.?[mM]\b\.?"
    r"|\d++(?:[.,:/\-–]\d+)*+[^\W\d_]*+[°ºª]?"
    r"|['’]\d\d(?:s\b|(?!\w))|['’]s\b|[^\W\d_]++(?:['’](?!s\b)(?=\w|$|\s))?|\S"
)
_PUNCTUATION = {",": ",", ".": ".", "-": "_", "–": "_", "—": "_", "%": "%", "€": "%", "$": "%"}
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "S",
        re.compile(
            r"[0-9]{1,2}([./\-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9][0-9])|[0-9]{4}([-/])[0-9][0-9]\2[0-9][0-9]"
        ),
    ),
    ("T", re.compile(r"(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?:[:.][0-5][0-9])?")),
    ("V", re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")),
    ("R", re.compile(r"(?:1[5-9]|20)[0-9][0-9][/\-–](?:(?:1[5-9]|20)[0-9][0-9]|[0-9][0-9])")),
    ("k", re.compile(r"(?:[12]?[0-9]|3[01])[-–](?:[12]?[0-9]|3[01])")),
    ("s", re.compile(r"(?:[12]?[0-9]|3[01])/(?:[1-9]|0[1-9]|1[0-2])")),
    ("T", re.compile(r"(?i:(?:1[0-2]|0?[0-9])(?:[:.][0-5][0-9])?\s?[ap]\.?m\.?)")),
    ("K", re.compile(r"(?:(?:1[5-9]|20)[0-9]|['’]?[0-9])0s")),
    ("d", re.compile(r"(?:[12]?[0-9]|3[01])(?:[°ºª]|st|nd|rd|th)?")),
    ("o", re.compile(r"[0-9]{1,2}(?:[°ºª]|st|nd|rd|th)")),
    ("Y", re.compile(r"(?:1[0-9]|20)[0-9][0-9]")),
    ("N", re.compile(r"[0-9]+(?:\.[0-9]{3})*|[0-9]{1,3}(?:,[0-9]{3})+")),
    ("y", re.compile(r"['’][0-9][0-9]")),
    ("X", re.compile(r"[IVX]+")),
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a stretch of text, four sequences of one length."""

    symbols: str
    starts: list[int]
    ends: list[int]
    values: list[Any]
    """What the table says of each word: a month's number, a unit's letter; else the word."""


def tokenize(text: str, start: int, end: int, words: DateWords) -> Tokens:
    """The words of `text[start:end]` with their symbols."""
    symbols: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    lexicon, capitals = words.lexicon, words.capital
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        first = word[0]
        entry = lexicon.get(word.lower().replace("’", "'"))
        stop = match.end()
        if entry is None and word[-1] in "'’" and len(word) > 1:
            # A closing mark, not an elision: 'ieri'.
            entry = lexicon.get(word[:-1].lower())
            stop -= entry is not None
        if entry is not None and not (first.islower() and word in capitals):
            symbol, value = entry
        elif first.isalpha():
            symbol, value = _plain(word)
        else:
            symbol, value = _figures(word)
        symbols.append(symbol)
        starts.append(match.start())
        ends.append(stop)
        values.append(value)
    return Tokens("".join(symbols), starts, ends, values)


def _plain(word: str) -> tuple[str, Any]:
    if word[0].isupper():
        return ("X" if _SHAPES[-1][1].fullmatch(word) else "$"), word
    return "x", word


def _figures(word: str) -> tuple[str, Any]:
    if len(word) == 1 and not word.isdigit():
        return _PUNCTUATION.get(word, ";"), word
    for symbol, shape in _SHAPES:
        if shape.fullmatch(word):
            return symbol, word
    return "x", word
