"""Which language a text is in, by its commonest words."""

from __future__ import annotations

import re

from tui.document import Language
from tui.extract.tables import word_set

_ENOUGH = 20_000
"""Code points that decide; a longer text is judged by its beginning."""
_TOKEN = re.compile(r"[^\W\d_]+")

_COMMON: dict[str, frozenset[str]] = {
    "it": word_set("""
        il lo gli un uno una di del dello della dei degli delle al allo alla ai agli alle dal dalla
        dai dagli dalle nel nello nella nei negli nelle sul sulla sui sulle con per tra fra che chi
        non è e ed ma più anche ha hanno sono era erano si ci cui come quando dopo ancora questo
        questa questi quello quella suo sua loro stato stata essere la le i l da in a se o già
        perché secondo ieri oggi così solo tutti molto sarà
        """),
    "en": word_set("""
        the of and to that is was for with on by from at as it its he she they his her their this
        be are were been has have had not but or an which who will would said after more about up
        out when there what you we i a in than into over can could also new one
        """),
    "fr": word_set("""
        le la les un une des du de et est en dans que qui pour par sur avec pas au aux ce cette ces
        il elle ils nous vous je son sa ses leur plus mais ou où été sont ont à l d qu n s
        """),
    "es": word_set("""
        el la los las un una de del y en que es por para con no se su sus al lo como más pero ha han
        este esta o fue son ser sobre entre también cuando muy a hasta desde
        """),
    "pt": word_set("""
        o a os as um uma de do da dos das e em no na nos nas que é por para com não se seu sua ao
        mais mas foi são ser como entre também quando muito pelo pela
        """),
    "de": word_set("""
        der die das und in den von zu mit dem des ein eine einen einem nicht ist auf für sich auch
        als an es im er sie aus bei nach wie werden wird hat war sind dass oder zum zur am um wir
        """),
}


def detect_language(text: str) -> Language | None:
    """Italian or English, by counts of function words; None for another language, or in doubt.

    Serves a whole article as well as one paragraph.
    """
    tokens = _TOKEN.findall(text[:_ENOUGH].lower())
    scores = {name: sum(map(words.__contains__, tokens)) for name, words in _COMMON.items()}
    ranked = sorted(scores, key=lambda name: scores[name], reverse=True)
    best, second = ranked[0], ranked[1]
    # News runs at 30 to 50 hits in a hundred words; the close kin of a language reach 60 % of its.
    if scores[best] * 8 < len(tokens) or scores[best] <= scores[second] * 1.15:
        return None
    if best == "it":
        return "it"
    return "en" if best == "en" else None
