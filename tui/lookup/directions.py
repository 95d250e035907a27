"""Which language a dictionary explains, as its name says it."""

from __future__ import annotations

import re

from tui.document import Language
from tui.lookup.model import Direction

_CODES: dict[str, Language] = {"it": "it", "ita": "it", "en": "en", "eng": "en"}
_NAMES: dict[str, Language] = {
    "italian": "it",
    "italiano": "it",
    "italiana": "it",
    "italien": "it",
    "english": "en",
    "inglese": "en",
    "anglais": "en",
}
_OTHER_NAMES = """
german deutsch tedesco french français francese francais spanish español espanol spagnolo
portuguese português portoghese russian русский russo latin latino greek greco dutch nederlands
olandese swedish svenska danish norwegian finnish polish polski czech hungarian magyar romanian
turkish arabic arabo hebrew chinese cinese japanese giapponese korean hindi catalan catalano
croatian serbian slovenian slovak bulgarian ukrainian esperanto irish welsh afrikaans swahili
"""
_OTHER_CODES = """
de fr es pt ru la el nl sv da no nb nn fi pl cs hu ro tr ar he zh ja ko hi ca hr sr sl sk bg uk eo
ga cy af sw br lt lv et is gd sco deu ger fra fre spa por rus lat ell gre nld dut swe dan nor fin
pol ces cze hun ron rum tur ara heb zho chi jpn kor hin cat hrv srp slv slk bul ukr epo gle cym wel
afr swh swa bre lit lav est isl ice kha kur oci san wol ltz mkd pan
"""
"""Codes of other languages (ISO 639)."""

_OTHERS = frozenset(_OTHER_NAMES.split())
_ISO = frozenset(_OTHER_CODES.split())

_PAIR = re.compile(r"(?<![^\W_])([a-z]{2,3})(?:[-_→]|2|->)([a-z]{2,3})(?![^\W_])")
_WORD = re.compile(r"[^\W\d_]+")


def direction_of(name: str) -> Direction:
    """The direction of a dictionary called *freedict-ita-eng* or *Dizionario italiano-inglese*.

    A pair of codes counts before names in full; a dictionary that names one of the two languages
    alone explains it, and one that names neither is tried for both.
    """
    lowered = name.casefold()
    for match in _PAIR.finditer(lowered):
        source, target = match.groups()
        if source in _CODES:
            return Direction(_CODES[source], target)
        if source in _ISO and (target in _CODES or target in _ISO):
            return Direction(None, target, unrelated=True)
    words = [word for word in _WORD.findall(lowered) if word in _NAMES or word in _OTHERS]
    if not words:
        return Direction(None)
    if words[0] in _OTHERS:
        return Direction(None, unrelated=True)
    return Direction(_NAMES[words[0]], words[1] if len(words) > 1 else "")
