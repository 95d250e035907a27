"""Numbers by their value, however a language writes them: in figures, in words, as ordinals.

Values are strings in decimal notation with a point: `1234.5`. A number that can be read in more
than one way has several, the usual one first; a value with `=` before it is the figures as they
are written.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.document import Language
from tui.translate import words

Values = tuple[str, ...]

_WORD = re.compile(r"[^\W\d_]+")
_JOINING = frozenset(("and", "e", "ed", "of", "di"))
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def tidy(whole: str, fraction: str = "") -> str:
    """A value in its one form: no zeros in front, none after the point."""
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def scaled(value: str, zeros: int) -> str:
    """`value` times ten to the power of `zeros`."""
    whole, _, fraction = value.partition(".")
    fraction = fraction.ljust(zeros, "0")
    return tidy(whole + fraction[:zeros], fraction[zeros:])


def scale_of(word: str, language: Language) -> int | None:
    """How many zeros a word after a number stands for: 6 for *milioni*."""
    return words.SCALES[language].get(word.lower())


def is_suffix(word: str) -> bool:
    """Whether letters that touch the figures before them leave these a number: *70s*, *5km*."""
    return word.lower() in words.SUFFIXES


@lru_cache(4096)
def values_of(figures: str, language: Language) -> Values:
    """The values of a number in figures: `1.234,5`, `15.30`, `2,000`."""
    if figures.isdigit():
        return (tidy(figures),)
    marks = [char for char in figures if not char.isdigit()]
    parts = re.split(r"\D", figures)
    if ":" in marks:
        return _of_time(parts)
    if len(set(marks)) > 1 and marks.count(marks[-1]) == 1:
        return (tidy("".join(parts[:-1]), parts[-1]),)
    if len(marks) > 1 or marks[0] not in ".,":
        return (tidy("".join(parts)),)
    return _of_two_parts(parts[0], parts[1], marks[0], language)


def _of_two_parts(whole: str, rest: str, mark: str, language: Language) -> Values:
    decimal, joined = tidy(whole, rest), tidy(whole + rest)
    if len(rest) == 3 and len(whole) <= 3 and whole != "0":
        groups = "." if language == "it" else ","
        # Some engines, and some authors, write numbers in the other language's way.
        return (joined if mark == groups else decimal, f"={whole}{mark}{rest}")
    if len(rest) == 2 and int(whole[:9]) < 25 and int(rest) < 60:
        return (decimal, *_of_time([whole, rest]))
    return (decimal,)


def _of_time(parts: list[str]) -> Values:
    hour, minutes = int(parts[0][:9]), ":".join(parts[1:])
    exact = f"{hour}:{minutes}"
    half_day = f"{hour % 12}:{minutes}"
    full = (str(hour), str(hour % 12)) if not minutes.strip("0:") else ()
    return tuple(dict.fromkeys((exact, half_day, *full)))


@lru_cache(8192)
def values_of_word(word: str, language: Language) -> tuple[float, ...]:
    """What a word in lower case may count: 3 for *tre* or *terzo*; nothing for most words."""
    if language == "en":
        return _english_values(word)
    plain = word.replace("é", "e")
    out: list[float] = []
    if (value := _italian_number(plain)) is not None:
        out.append(value)
    if plain in words.ITALIAN_CENTURIES:
        out.append(words.ITALIAN_CENTURIES.index(plain) + 13)
        out.append((words.ITALIAN_CENTURIES.index(plain) + 12) * 100)
    stem, ending = plain[:-1], plain[-1:]
    if ending in ("o", "a", "i", "e") and stem in words.ITALIAN_ORDINALS:
        out.append(words.ITALIAN_ORDINALS.index(stem) + 1)
    if plain[:-1].endswith("esim"):
        base = plain[:-5]
        for end in ("", "o", "e", "i", "a"):
            if (value := _italian_number(base + end)) is not None:
                out.append(value)
                break
    if plain in ("quarto", "terzo"):
        out += [25] if plain == "quarto" else [33]
    return tuple(out)


@lru_cache(8192)
def _italian_number(word: str) -> float | None:
    if word in words.ITALIAN_OTHER:
        return words.ITALIAN_OTHER[word]
    if word in words.ITALIAN_UNITS:
        return words.ITALIAN_UNITS.index(word)
    for split, size in (("mila", 1000), ("mille", 1000), ("cento", 100)):
        before, found, after = word.partition(split)
        if not found:
            continue
        many = 1.0 if not before else _italian_number(before)
        more = 0.0 if not after else _italian_number(after)
        if many is not None and more is not None and (before or split != "mila"):
            return many * size + more
        return None
    for index, ten in enumerate(words.ITALIAN_TENS):
        if word == ten:
            return (index + 2) * 10
        if word.startswith(ten[:-1]):
            rest = word.removeprefix(ten) if word.startswith(ten) else word[len(ten) - 1 :]
            if rest in words.ITALIAN_UNITS[1:10]:
                return (index + 2) * 10 + words.ITALIAN_UNITS.index(rest)
    return None


def _english_values(word: str) -> tuple[float, ...]:
    singular = word.removesuffix("s")
    if word in words.ENGLISH_UNITS:
        return (words.ENGLISH_UNITS.index(word),)
    if word in words.ENGLISH_TENS:
        return ((words.ENGLISH_TENS.index(word) + 2) * 10,)
    if singular.endswith("ie") and singular[:-2] + "y" in words.ENGLISH_TENS:
        return ((words.ENGLISH_TENS.index(singular[:-2] + "y") + 2) * 10,)
    if word in words.ENGLISH_ORDINALS:
        return (words.ENGLISH_ORDINALS.index(word) + 1, *([33] if word == "third" else []))
    if word.endswith("th"):
        base = word[:-2]
        base = base[:-2] + "y" if base.endswith("ie") else base
        return () if base == word else _english_values(base)
    return (words.ENGLISH_OTHER[word],) if word in words.ENGLISH_OTHER else ()


def values_in_words(text: str, language: Language) -> frozenset[str]:
    """Every value that number words of a sentence may stand for, alone or together."""
    found: set[str] = set()
    total = group = 0.0
    for word in _WORD.findall(text.lower()):
        values = values_of_word(word, language)
        if not values:
            if word not in _JOINING:
                total = group = 0.0
            continue
        found.update(f"{value:g}" if value < 1e6 else f"{value:.0f}" for value in values)
        value = values[0]
        if value >= 1000 and value in (1000, 10**6, 10**9):
            total, group = total + (group or 1) * value, 0.0
        elif value == 100 and language == "en":
            group = (group or 1) * 100
        elif value == 0.5:
            total, group = (total * 1.5 if total else 0.0), group + 0.5 if not total else group
        else:
            group += value
        found.add(f"{total + group:.0f}" if total + group >= 1e6 else f"{total + group:g}")
    return frozenset(found)


def roman(word: str) -> int | None:
    """The value of a Roman numeral of two letters or more, as of a century or a pope."""
    if len(word) < 2 or _ROMAN.match(word) is None:
        return None
    values = [_ROMAN_VALUES[letter] for letter in word]
    later = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, later, strict=True))
