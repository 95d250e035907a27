"""The tables of names and phrases, as entries; read when the first text is translated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tui.document import Language
from tui.translate.rules.bodies import BODIES
from tui.translate.rules.nouns import NOUNS
from tui.translate.rules.phrases import LINKS
from tui.translate.rules.places import PLACES, WORDS_AS_WELL
from tui.translate.rules.terms import ADJECTIVES, TERMS
from tui.translate.rules.verbforms import FINITE, entries_of_participles

Kind = Literal["name", "place", "phrase", "noun", "adjective", "date"]
Entry = tuple[str, str, Kind, bool]
"""A form, what stands for it, its kind, and whether it is a common word as well."""

_ORDINALS = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first",
)  # fmt: skip
"""In words: figures that the sentence does not have would look invented."""
_ROMAN = (
    "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
    "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip
_HUNDREDS = ("Duecento", "Trecento", "Quattrocento", "Cinquecento", "Seicento", "Settecento",
             "Ottocento", "Novecento")  # fmt: skip
_DECADES = {
    "venti": "twenties", "trenta": "thirties", "quaranta": "forties", "cinquanta": "fifties",
    "sessanta": "sixties", "settanta": "seventies", "ottanta": "eighties", "novanta": "nineties",
}  # fmt: skip


_WITH_ARTICLE = {
    "di": ("di", "del", "dello", "della", "dell'", "dei", "degli", "delle"),
    "a": ("a", "ad", "al", "allo", "alla", "all'", "ai", "agli", "alle"),
    "da": ("da", "dal", "dallo", "dalla", "dall'", "dai", "dagli", "dalle"),
}


def _rows(text: str) -> Iterator[tuple[list[str], str]]:
    for line in text.strip().split("\n"):
        forms, _, words = line.partition(" = ")
        yield [each for form in forms.split("|") for each in _expanded(form)], words


def _expanded(form: str) -> Iterator[str]:
    """The forms that `di*` and the like stand for."""
    if not form.endswith("*"):
        yield form
        return
    stem, _, preposition = form[:-1].rpartition(" ")
    for each in _WITH_ARTICLE[preposition]:
        yield f"{stem} {each}"


def entries(source: Language) -> Iterator[Entry]:
    """Every entry of a language's table."""
    return _from_italian() if source == "it" else _from_english()


def _from_italian() -> Iterator[Entry]:
    for italian, english in _countries():
        yield italian, english, "place", italian in WORDS_AS_WELL
    for text in (PLACES, BODIES):
        for forms, words in _rows(text):
            for form in forms:
                yield form, words, "place", form in WORDS_AS_WELL
    kinds: tuple[tuple[str, Kind], ...] = (
        (LINKS, "phrase"), (NOUNS, "noun"),
        (TERMS, "noun"), (ADJECTIVES, "adjective"),
    )  # fmt: skip
    for text, kind in kinds:
        for forms, words in _rows(text):
            for form in forms:
                yield form, words, kind, False
    for form, words in entries_of_participles():
        yield form, words, "phrase", False
    for forms, words in _rows(FINITE):
        for form in forms:
            yield form, words, "phrase", False
    yield from _centuries()


def _centuries() -> Iterator[Entry]:
    for number, name in enumerate(_ROMAN):
        if name:
            yield f"{name} secolo", f"{_ORDINALS[number]} century", "noun", False
    for number, name in enumerate(_HUNDREDS, 13):
        for little in ("del", "nel", "il"):
            said = {"del": "of the ", "nel": "in the ", "il": "the "}[little]
            yield f"{little} {name}", f"{said}{_ORDINALS[number]} century", "phrase", False
        yield f"{name}", f"{_ORDINALS[number]} century", "noun", False
    for name, words in _DECADES.items():
        for form in (name, name.capitalize()):
            yield f"anni {form}", words, "noun", False


def _from_english() -> Iterator[Entry]:
    for italian, english in _countries():
        yield english, italian, "place", False
    for text in (PLACES, BODIES):
        for forms, words in _rows(text):
            form = words.removeprefix("the ")
            yield form, forms[0], "place", form in ("Congress", "Parliament", "Christmas")


def _countries() -> Iterator[tuple[str, str]]:
    """The countries of the world, Italian and English."""
    try:
        from babel import Locale

        italian, english = Locale("it").territories, Locale("en").territories
    except (ImportError, ValueError):
        return
    for code, name in italian.items():
        # Two letters are a country; digits a part of the world.
        if (
            len(code) == 2
            and code in english
            and code not in ("ZZ", "EU", "UN", "EZ", "QO", "US", "GB")
        ):
            words = str(english[code]).replace("&", "and")
            if "(" not in name and "(" not in words and " - " not in words:
                yield str(name), words
