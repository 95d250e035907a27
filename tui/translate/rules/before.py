"""Italian sentences made easier for Apertium, before it sees them."""

from __future__ import annotations

import re

# Verbs of going and becoming: their past is made with *essere*, which Apertium reads as a passive
# (*è aumentata*: *is augmented*). With *avere* it comes out as the past it is.
_MOVING = """
aumentat cresciut diminuit calat salit sces arrivat avvenut accadut uscit entrat partit tornat
ritornat diventat divenut iniziat cominciat finit riuscit cadut crollat andat venut intervenut
nat mort scappat fuggit emigrat apparit scomparit scopp scoppiat durat bastat piaciut servit
peggiorat migliorat rimast restat costat pass giunt scivolat precipitat affondat fallit scadut
sorto sort sopravvissut esplos cambiat nat ripartit tramontat penetrat rientrat
"""
_ESSERE = {
    "sono": "hanno", "è": "ha", "era": "aveva", "erano": "avevano", "sia": "abbia",
    "siano": "abbiano", "sarà": "avrà", "saranno": "avranno", "sarebbe": "avrebbe",
    "sarebbero": "avrebbero", "fosse": "avesse", "fossero": "avessero", "siamo": "abbiamo",
}  # fmt: skip
_STEMS = "|".join(sorted(set(_MOVING.split()), key=len, reverse=True))
_MOVED = re.compile(
    rf"\b({'|'.join(_ESSERE)})((?: (?:già|anche|poi|ora|mai|sempre|quasi|ancora|così|stato|non))?) "
    rf"({_STEMS})([oaie])\b(?! ferit| uccis| mort)",
    re.IGNORECASE,
)
_WOUNDED = re.compile(r"\b(?:rimast|restat)([oaie]) (ferit|uccis|coinvolt|bloccat|vittim)")


def easier(sentence: str) -> str:
    """An Italian sentence with some turns of phrase replaced by ones that Apertium knows."""
    sentence = sentence.replace("’", "'").replace("‘", "'")
    sentence = _AGENT.sub(_by, sentence)
    sentence = _WOUNDED.sub(r"stat\1 \2", sentence)
    sentence = _MOVED.sub(_with_avere, sentence)
    return _COMING.sub(lambda match: f"{_VENIRE[match[1]]} {match[2]}", sentence)


# *viene usato*, *venne costruita*: passives, which Apertium takes for the verb of coming.
_VENIRE = {
    "viene": "è", "vengono": "sono", "venne": "fu", "vennero": "furono", "veniva": "era",
    "venivano": "erano", "verrà": "sarà", "verranno": "saranno", "venga": "sia",
    "vengano": "siano", "venire": "essere",
}  # fmt: skip
_COMING = re.compile(
    rf"\b({'|'.join(_VENIRE)}) ([a-zà-ù]{{2,}}(?:at|ut|it|tt|st|s|rt|nt|lt)[oaie])\b"
)
# *fu fondata da*, *diretto da*: *by*. Spanish has one word for that and for *of* and *from*.
_AGENT = re.compile(
    r"\b(?<!quanto )((?!(?:provenient|arrivat|partit|uscit|nat|tornat|fuggit|separat|lontan"
    r"|cominciat|iniziat|distant|scappat|emigrat|venut|present|divers|distint"
    r"|deput|quest|tutt|molt|st|sort)[oaie]\b)"
    r"[a-zà-ù]{3,}(?:at|ut|it|tt|st|s|nt|lt|rt)[oaie]"
    r"(?: (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|ieri|oggi|anche|poi|subito"
    r"|nel \d{4}))?) d(a|al|allo|alla|all'|ai|agli|alle)\b(?!')"
    r"(?! (?:tempo|quando|allora|poco|anni|ieri|oggi|sempre|ora|parte|solo|sola|qui|qua|lì|là"
    r"|un lato|\d[\d.,]*|due|tre|quattro|cinque|dieci|gennaio|febbraio|marzo|aprile|maggio"
    r"|giugno|luglio"
    r"|agosto|settembre|ottobre|novembre|dicembre)\b)"
)
_ARTICLE = {
    "a": "", "al": "il ", "allo": "lo ", "alla": "la ", "all'": "l'", "ai": "i ", "agli": "gli ",
    "alle": "le ",
}  # fmt: skip
BY = "xqzbyw"
"""A word no dictionary holds, for *by*."""


def _by(match: re.Match[str]) -> str:
    article = _ARTICLE[match[2]]
    return f"{match[1]} {BY}" + (f" {article.rstrip()}" if article else "")


def _with_avere(match: re.Match[str]) -> str:
    auxiliary, between, stem, _ = match.groups()
    new = _ESSERE[auxiliary.lower()]
    if auxiliary[0].isupper():
        new = new.capitalize()
    return f"{new}{between} {stem}o"
