"""What Apertium made of a sentence, put right: articles, tenses, numbers, order, capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.document import Language
from tui.translate.rules.before import BY
from tui.translate.rules.capitals import english_word
from tui.translate.rules.lists import words
from tui.translate.rules.numbers import localised
from tui.translate.rules.shield import Term, mark_pattern, number_of, unshield
from tui.translate.rules.verbs import simple_past
from tui.translate.rules.wording import reworded

_TITLES = words(
    """
    president minister general colonel captain cardinal senator professor doctor judge pope king
    queen prince princess secretary emperor chancellor governor mayor bishop archbishop admiral
    lieutenant sergeant commander
    """
)
_KEEPS_ARTICLE = re.compile(
    r"(?:Times|Post|Guardian|Journal|Telegraph|Economist|Independent|Observer|League|Party|Union|Cup)$"
)
_PEOPLES = (
    "Russian|German|Italian|French|British|English|Spanish|American|Chinese|Japanese|Israeli|Iranian"
    "|European|Turkish|Greek|Swedish|Polish|Portuguese|Indian|Egyptian|Syrian|Iraqi|Brazilian"
    "|Canadian|Mexican|Austrian|Swiss|Belgian|Hungarian|Dutch|Danish|Norwegian|Finnish|Irish"
    "|Scottish|Palestinian|Albanian|Argentinian|Cuban|republican|democratic|Catholic"
)
_ADJECTIVE = "[a-z]{2,}(?:[crnstuvd]ial|ical|onal|ural|eral|ous|ive|ible|able|ary|tic|mic|nic|ric)"
_NOT_NOUNS = words(
    """
    the a an of to in on at by for from with and or but is are was were be been has have had will
    would that who which this these those very more most not he she it they we you i his her its
    their our your as than also only
    """
)


def finished(
    translation: str, sentence: str, given: str, terms: Sequence[Term], target: Language
) -> str:
    """The translation to show for `sentence`, the kept words back in their places.

    `given` is the sentence with its marks, as Apertium got it.
    """
    text = " ".join(translation.split()).replace(BY, "by")
    text = _begun(text, given)
    text = _articled(text, terms) if target == "en" else _with_italian_articles(text, terms)
    if target == "en":
        text = simple_past(reworded(text))
    text = unshield(text, terms)
    text = localised(text, sentence, target)
    if target == "en":
        text = _tidy(text)
    return _dressed(text, sentence)


def _articled(text: str, terms: Sequence[Term]) -> str:
    """The articles before the marks as English has them."""
    bare, own, titled, dated = [], [], [], []
    for number, (said, kind, _) in enumerate(terms):
        if said.startswith("the "):
            own.append(number)
        elif kind == "place":
            bare.append(number)
        elif kind == "name" and not (said.isupper() or _KEEPS_ARTICLE.search(said)):
            bare.append(number)
            titled.append(number)
        elif kind == "date":
            dated.append(number)
    drop = mark_pattern([*own, *bare, *dated])
    text = re.sub(rf"\b[Tt]he (?={drop})", "", text)
    text = re.sub(rf"\b[Tt]he ({'|'.join(_TITLES)}) (?={mark_pattern(titled)})", _title, text)
    adjectives = [number for number, term in enumerate(terms) if term.kind == "adjective"]
    text = re.sub(rf"\b[Aa] lot (?={mark_pattern(range(len(terms)))})", "many ", text)
    text = _led(text, terms, adjectives)
    text = re.sub(rf"\b([a-z]+|xqz\w+) ({mark_pattern(adjectives)})", _swapped, text)
    nouns = [number for number, term in enumerate(terms) if term.kind == "noun"]
    return re.sub(rf"({mark_pattern(nouns)}) ({_PEOPLES}|{_ADJECTIVE})\b", r"\2 \1", text)


_ITALIAN = re.compile(
    r"\b(?:(?P<d>d(?:el|ella|ello|ei|elle|egli)|d(?:al|alla|ai|alle|agli|allo)|n(?:el|ella|ei|elle|egli"
    r"|ello)|s(?:ul|ulla|ui|ulle|ugli|ullo)|a(?:l|lla|i|lle|gli|llo))|(?P<a>[Ii]l|[Ll]a|[Ll]o|[Ii]|"
    r"[Gg]li|[Ll]e)) (?P<m>Xqz(?P<n>[a-j]{3})w)"
)


def _with_italian_articles(text: str, terms: Sequence[Term]) -> str:
    """The articles before the names of places with the gender and number they ask for."""

    def fitted(match: re.Match[str]) -> str:
        number = number_of(match["n"])
        if number >= len(terms) or terms[number].kind != "place":
            return match[0]
        article = _italian_article(terms[number].words)
        if match["d"]:
            stem = {"n": "ne", "s": "su", "a": "a"}.get(match["d"][0], match["d"][:2])
            joined = {"il": "l", "lo": "llo", "la": "lla", "l'": "ll'", "i": "i", "gli": "gli",
                      "le": "lle"}[article]  # fmt: skip
            return stem + joined + ("" if joined.endswith("'") else " ") + match["m"]
        said = article.capitalize() if match["a"][0].isupper() else article
        return said + ("" if said.endswith("'") else " ") + match["m"]

    return _ITALIAN.sub(fitted, text)


_PLURAL = re.compile(r"(?:Stati|Paesi|Emirati|Balcani|Pirenei|Caraibi|Fratelli|Giochi)\b")
_PLURAL_SHE = re.compile(
    r"(?:Nazioni|Filippine|Maldive|Alpi|Ande|Fiandre|Marche|Olimpiadi|Seychelles)\b"
)
_SHE = re.compile(
    r"(?:\w+a|Unione|Commissione|Organizzazione|Valle|Corte|Coppa|Striscia|Nato|Ue|Onu|Bce|Oms)\b"
)


def _italian_article(name: str) -> str:
    """The article that an Italian name of a place takes."""
    first = name[0].lower()
    vowel = first in "aeiou"
    impure = re.match(r"(?:s[^aeiou]|z|gn|ps|x|y)", name.lower()) is not None
    if _PLURAL_SHE.match(name):
        return "le"
    if _PLURAL.match(name):
        return "gli" if vowel or impure else "i"
    if vowel:
        return "l'"
    if _SHE.match(name):
        return "la"
    return "lo" if impure else "il"


def _led(text: str, terms: Sequence[Term], adjectives: Sequence[int]) -> str:
    """*on the coast* and *southern*: the adjective goes inside."""
    for number, (said, _, _) in enumerate(terms):
        lead = _LEAD.match(said)
        if lead is not None:
            pair = re.search(rf"{mark_pattern([number])} ({mark_pattern(adjectives)})", text)
            if pair is not None:
                inside = f"{said[: lead.end()]}{pair[1]} {said[lead.end() :]}"
                text = text[: pair.start()] + inside + text[pair.end() :]
    return text


_LEAD = re.compile(r"(?:(?:on|of|from|to|in) )?(?:the|a|an) ")


def _title(match: re.Match[str]) -> str:
    return f"{match[1].capitalize()} "


def _swapped(match: re.Match[str]) -> str:
    noun, adjective = match.groups()
    return match[0] if noun in _NOT_NOUNS else f"{adjective} {noun}"


_TWICE = re.compile(r"\b(the|The|of|in|to|by|on|a|an) (?i:\1)\b")
_RIVER = re.compile(r"\b([Tt]he) (river|lake|sea|gulf) the ")
_SPACE = re.compile(r" +([,.;:!?])(?=\s|$|[”»\"'])")
_A = re.compile(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwxyz])")
_AN = re.compile(r"\b([Aa]) (?=[aeioAEIO](?!ne\b|nce\b|uro))")


def _tidy(text: str) -> str:
    text = _TWICE.sub(r"\1", text)
    text = _RIVER.sub(r"\1 \2 ", text)
    text = _SPACE.sub(r"\1", text)
    text = _A.sub(r"\1 ", text)
    return _AN.sub(r"\1n ", text)


_AFTER_MARK = re.compile(r"(xqz[a-j]{3}w,? )(?!xqz)([A-Z])(\w+)", re.IGNORECASE)


def _begun(text: str, given: str) -> str:
    """Words after marks without the capital that Apertium moved onto them from the mark."""

    def small(match: re.Match[str]) -> str:
        mark, letter, rest = match.groups()
        if letter.islower() or rest.isupper():
            return match[0]
        followed = re.search(rf"{mark.split('w')[0]}w,? *([^\W\d_])", given, re.IGNORECASE)
        if followed is None or followed[1].isupper() or not english_word(letter + rest):
            return match[0]
        return f"{mark}{letter.lower()}{rest}"

    return _AFTER_MARK.sub(small, text)


_CAPITAL_FROM = re.compile(r"^[\W_]*([^\W_])")


def _dressed(text: str, sentence: str) -> str:
    """The translation with the sentence's apostrophes and its first letter's size."""
    if "’" in sentence and "'" not in sentence:
        text = text.replace("'", "’")
    if "«" not in text and "“" not in text and sentence.count("“") == sentence.count("”"):
        text = text.strip()
    first, begun = _CAPITAL_FROM.match(text), _CAPITAL_FROM.match(sentence)
    if first and begun and begun[1].isupper() and first[1].islower():
        at = first.start(1)
        text = text[:at] + text[at].upper() + text[at + 1 :]
    return text.replace("« ", "«").replace(" »", "»")
