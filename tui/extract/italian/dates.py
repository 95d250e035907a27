"""Italian words for days, months and stretches of time, and how they are put together."""

from __future__ import annotations

from typing import Any

from tui.extract.italian.people import TITLES
from tui.extract.tables import DateWords, each, lexicon_of, word_set

_TENS = {"venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60}
_TENS |= {"settanta": 70, "ottanta": 80, "novanta": 90}
_ONES = (
    "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici"
)
_ONES += " sedici diciassette diciotto diciannove"


def _numbers() -> dict[str, int]:
    """The number words from 2 to 99, and the round ones after."""
    out = {word: value for value, word in enumerate(_ONES.split(), 2)}
    small = {"uno": 1, **{word: value for word, value in out.items() if value < 10}, "tré": 3}
    for ten, value in _TENS.items():
        out[ten] = value
        for one, unit in small.items():
            out[(ten[:-1] if one[0] in "uo" else ten) + one] = value + unit
    out |= {word[:-1] + "'": value for word, value in out.items() if value != 2}
    return out | {"duemila": 2000, "cento": 100, "cent'": 100, "duecento": 200, "mille": 1000}


_MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
_MONTHS += " dicembre"
_SHORT = "gen|genn feb|febb mar apr mag|magg giu lug ago sett|set ott nov dic"
_DAYS = "lunedì|lunedi|lunedi' martedì|martedi|martedi' mercoledì|mercoledi|mercoledi'"
_DAYS += " giovedì|giovedi|giovedi' venerdì|venerdi|venerdi' sabato domenica"
_ORDINALS = "primo|prima secondo|seconda terzo|terza quarto|quarta quinto sesto settimo ottavo nono"
_ORDINALS += " decimo undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo sedicesimo"
_ORDINALS += " diciassettesimo diciottesimo diciannovesimo ventesimo ventunesimo"

_TIME: tuple[tuple[str, dict[str, Any]], ...] = (
    ("n", _numbers()),
    ("1", {"un|uno|una|un'": 1}),
    ("v", each("alcuni alcune qualche pochi poche diversi diverse vari varie")),
    ("v", each("molti molte tanti tante parecchi parecchie pochissimi")),
    ("B", {"decina": 10, "ventina": 20, "trentina": 30, "quindicina": 15, "paio": 2}),
    ("B", {"cinquantina": 50, "quarantina": 40, "centinaio": 100, "dozzina": 12}),
    ("M", {word: number for number, word in enumerate(_MONTHS.split(), 1)}),
    ("m", {word: number for number, word in enumerate(_SHORT.split(), 1)}),
    ("W", {word: number for number, word in enumerate(_DAYS.split(), 1)}),
    ("w", {"sabati": 6, "domeniche": 7}),
    ("D", {"oggi": (0, ""), "ieri": (-1, ""), "domani": (1, ""), "dopodomani": (2, "")}),
    ("D", {"avantieri|avant'ieri|altroieri|l'altroieri": (-2, ""), "stanotte": (0, "TNI")}),
    ("D", {"stamattina|stamane|stamani|stamattina": (0, "TMO"), "stasera": (0, "TEV")}),
    ("P", {"mattina|mattino|mattinata": "TMO", "pomeriggio": "TAF"}),
    ("P", {"sera|serata": "TEV", "notte|nottata": "TNI"}),
    ("Q", {"mezzanotte": "T24:00", "mezzogiorno": "T12:00"}),
    ("Z", {"primavera": "SP", "estate": "SU", "autunno": "FA", "inverno": "WI"}),
    ("F", {"natale": (12, 25), "capodanno": (1, 1), "ferragosto": (8, 15), "epifania": (1, 6)}),
    ("F", {"pasqua": (0, 0), "pasquetta": (0, 1), "ognissanti": (11, 1)}),
)
_UNITS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("u", {"anno": "Y", "anni": "Ys", "mese": "M", "mesi": "Ms", "giorno": "D"}),
    ("u", {"giorni|giornate": "Ds", "settimana": "W", "settimane": "Ws", "ora": "TH"}),
    ("u", {"minuto": "TM", "minuti": "TMs", "secondi": "TSs", "decennio": "DE"}),
    ("u", {"decenni": "DEs", "biennio": "2Y", "triennio": "3Y", "quinquennio": "5Y"}),
    ("J", {"annuale|annuali": "Y", "settimanale|settimanali": "W", "mensile|mensili": "M"}),
    ("J", {"trimestrale|trimestrali": "Q", "semestrale|semestrali": "6M"}),
    ("*", {"giornata": "D"}),
    ("^", each("quel quella quell'", 0)),
    ("l", each("periodo")),
    ("H", {"ore": "THs", "orario": "THs"}),
    ("C", {"secolo": "CE", "secoli": "CEs"}),
    ("q", {"trimestre": "Q", "semestre": "H", "trimestri": "Qs", "semestri": "Hs"}),
    ("@", each("vigilia")),
    ("E", {"weekend|week-end|finesettimana": "WE"}),
    ("f", {"fine": "END"}),
)
_BETWEEN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("<", each("scorso scorsa scorsi scorse passato passata passati passate", -1)),
    ("L", each("ultimo ultima ultimi ultime", -1)),
    (">", each("prossimo prossima prossimi prossime venturo ventura", 1)),
    ("=", each("questo questa quest' questi queste corrente", 0)),
    ("O", {"altro": -2, "altra": -2}),
    ("o", {word: number for number, word in enumerate(_ORDINALS.split(), 1)}),
    ("g", each("fa addietro orsono", -1)),
    ("A", each("ogni ciascun tutti tutte", 1)),
    ("b", each("inizio inizi primi principio", "START")),
    ("c", each("metà meta'", "MID")),
    ("~", each("circa intorno pressoché", "APPROX")),
    ("+", {"oltre|almeno": "MORE_THAN"}),
    ("-", {"quasi": "LESS_THAN"}),
    ("j", {"più": "MORE_THAN", "meno": "LESS_THAN"}),
    ("G", {"poco": 1}),
    ("h", {"mezzo|mezza|mezz'": 0.5}),
    ("a", each("lo la l' i gli le") | {"il": "il"}),
    (
        "i",
        each("in nello nella nell' nei negli nelle allo ai agli da")
        | {word: word for word in ("a", "al", "dal", "nel")},
    ),
    (
        "i",
        dict.fromkeys(
            [
                "dallo",
                "dai",
                "dagli",
                "per",
                "con",
                "su",
                "sul",
                "sulla",
                "entro",
                "durante",
                "dalla",
            ]
        ),
    ),
    ("I", each("alle all' alla dalle dall' verso")),
    ("p", each("di d' del dello della dell' dei degli delle")),
    ("t", {"tra|fra": 1}),
    ("!", each("stesso stessa medesimo", 0)),
    ("e", {"e|ed|o": 1}),
    ("r", each("dopo successivo successiva successivi seguente seguenti tardi", 1)),
    ("r", each("prima precedente precedenti", -1)),
    ("U", each("fino sino entro", 1)),
    ("z", each("gmt utc cet cest")),
    ("%", each("euro dollari milioni miliardi mila percento lire sterline metri")),
    ("%", each("chilometri km kg gradi punti voti persone litri ettari")),
)
_N = r"(?:(?P<n>[dnN])|(?P<n1>1)|1(?P<nb>B)p|(?P<nv>v|1B?p?v))"
_MOD = r"(?:(?P<mod>[~+\-])a?|(?:G?(?P<mod2>j)p)|i(?P<mod3>~)i)?"
_SIDE = r"(?:a?(?P<side>[bcf])p?)?"
_REL = r"(?:p(?P<rel>[<>=O])u|pu(?P<rel2>[<>]))"
_NO_EVENT = r"(?![pa1^=$!t])"
"""*Tre giorni dopo l'incendio* hangs on the fire, which has no date here."""
_YEAR = rf"(?:p?(?P<year>Y|y)|pa?u(?P<year2>Y)|{_REL})"

_RULES: tuple[tuple[str, str], ...] = (
    (
        "day-month",
        rf"(?:a?(?P<part>P)p)?(?:a?(?P<wd>W),?)?a?(?:u(?=d))?(?P<dir0>[<>])?(?P<day>[dno])p?(?P<month>[Mm])(?:(?<=m)\.)?(?:{_YEAR}|(?P<dir>[<>]))?",
    ),
    ("day-month", rf"a?(?P<day>d)(?=(?:[,e]a?d){{0,5}}[,e]a?dp?(?P<month>M){_YEAR}?)"),
    ("day-range", rf"(?<=[it])a?(?P<day>d)[ie]a?(?P<day2>d)p?(?P<month>M){_YEAR}?"),
    ("day-range", rf"(?P<days>k)p?(?P<month>M){_YEAR}?"),
    ("figures", r"(?P<full>S)"),
    ("figures", r"(?<=[aip])(?P<short>s)"),
    ("year-month", r"(?P<iso>V)"),
    ("month", rf"{_SIDE}a?(?P<dir>[<>=])?(?:up)?(?P<month>M)(?:{_YEAR}|(?P<dir2>[<>]))?"),
    ("month", r"a?!(?P<unit>u)p(?P<rel>[<O>])u"),
    ("quarter", rf"{_SIDE}a?(?P<dir>[<>=L])?(?P<ord>[od])?(?P<q>q)(?P<dir2>[<>])?(?:{_YEAR}|pu)?"),
    ("quarter", rf"{_SIDE}a?(?P<ord>o)(?P<dir>[<>L])(?P<q>q)"),
    ("decade", r"(?:a?(?P<side>[bcf])p)?a?(?P<decade>u[yndN])"),
    ("decade", r"(?<=uye)(?P<decade>y)"),
    ("first-months", rf"a?b(?P<n>[dn])(?P<unit>u)(?:{_YEAR}|(?P<own>p)a?u)"),
    ("century", r"a?(?P<roman>[Xo])C"),
    ("unit", r"a?(?P<dir>[<>])(?P<unit>C)|a?(?P<unit2>C)(?P<dir2>[<>])"),
    ("ago", rf"{_MOD}{_N}(?P<unit>[uCH])(?P<half>eh)?g"),
    ("ago", r"(?P<half>h)(?P<unit>u)g"),
    ("ahead", rf"t{_MOD}{_N}(?P<unit>[uCH])(?P<half>eh)?"),
    (
        "span",
        r"(?P<dir>[<>L])(?P<n>[dnN])(?P<unit>[uCH])|(?P<n2>[dnN])(?P<unit2>[uCH])(?P<dir2>[<>])",
    ),
    (
        "span",
        r"a(?P<dir>[<>L])(?P<n>[dnN])(?P<unit>[uCHq])|a(?P<n2>[dn])(?P<dir2>[<>L])(?P<unit2>[uCH])",
    ),
    ("span", r"a?(?P<dir>L)(?P<unit>[uC])"),
    ("weekend", r"a?(?P<dir>[<>=LO])?(?P<we>fu|E)(?P<dir2>[<>])?"),
    (
        "unit",
        (
            rf"{_SIDE}a?(?P<dir>[<>=])(?P<unit>u)"
            r"|(?:a?(?P<side2>[bcf])p?)?a?(?P<unit2>u)(?P<dir2>[<>])"
        ),
    ),
    ("unit", r"a?(?P<side>[bcf])(?:p|i)?(?P<unit>[u*])"),
    (
        "day-word",
        r"aO(?P<before>D)|(?P<before2>D)aO|(?:a?(?P<whole>[u*])p)?(?P<word>D)(?P<part>P)?|a?(?P<part2>P)p(?P<word2>D)",
    ),
    ("weekday", r"(?:a?[u*]p)?a?(?P<dir>[<>=O])?(?P<wd>W)(?P<dir2>[<>])?(?P<part>P)?"),
    ("weekday", r"a?(?P<part>P)p(?P<wd>W)(?P<dir>[<>])?"),
    ("weekday-day", r"a?(?P<wd>W)(?P<day>d)"),
    (
        "part-of-day",
        r"(?P<this>=)(?P<part>P)|a?(?P<night><)(?P<part3>P)|a(?P<part4>P)(?P<night2><)|(?:(?<=i)|(?<=I)|(?<=r))(?P<same>)(?P<part2>P)(?![pt<>])",
    ),
    ("season", r"(?P<this>=)(?P<season>Z)|a?(?P<dir>[<>])(?P<season2>Z)"),
    ("season", rf"a?(?P<season>Z)(?:(?P<dir>[<>])|{_YEAR})"),
    ("season", r"(?<=[ipr])(?P<season>Z)|(?<=[iU])a(?P<season2>Z)|(?<=I)(?P<season3>Z)"),
    ("feast", rf"(?:u[ip]|a?(?P<eve>@)p)?(?P<feast>F)(?:{_YEAR}|(?P<dir>[<>]))?"),
    ("duration", rf"{_MOD}{_N}(?P<unit>[uCHq])(?P<half>eh)?"),
    ("duration", r"(?P<half>h)(?P<unit>u)"),
    ("years", r"(?P<years>R)"),
    ("year", r"(?:a?(?P<side>[bcf])p?)?(?:a?u)?(?P<year>Y)"),
    (
        "clock",
        r"(?:(?P<mod>~)I|[iIp]?(?P<hours>H)|(?<=I)|(?<=a))(?P<clock>[Td])(?:e(?P<min>[dhN]))?(?:[pi](?P<part>P))?(?:z)?(?:p?(?P<at>D))?",
    ),
    ("clock", r"(?P<clock>T)(?:z)?(?:p?(?P<at>D))?"),
    (
        "later",
        (
            rf"{_MOD}{_N}(?P<unit>[uCH])j?(?P<later>r){_NO_EVENT}"
            rf"|a(?P<unit2>u)(?P<later2>r){_NO_EVENT}"
            rf"|a(?:(?P<part>P)|(?P<wd>W))(?P<later4>r){_NO_EVENT}"
        ),
    ),
    ("same-period", r"a?!(?P<period>l)(?:p(?P<rel>[<>O])u|pa?u(?P<rel2>[<>])|p?(?P<year>Y))"),
    (
        "that-day",
        r"a?(?P<same>!)(?P<unit>u)|(?<![n1])(?P<that>\^)(?P<unit2>u)|(?<=[p])(?P<unit3>\*)|a(?P<unit4>\*)",
    ),
    ("clock", r"(?P<noon>Q)"),
    ("set", r"A(?:a)?(?:[dn])?(?P<every>[uWwPHZqE])"),
    ("set", r"A?o(?P<every>W)(?:pa?u)"),
    ("set", r"(?P<rate>[iI]u)|(?P<often>J)"),
)

WORDS = DateWords(
    lexicon=lexicon_of(*_TIME, *_UNITS, *_BETWEEN),
    capital=frozenset(),
    rules=_RULES,
    triggers=(
        r"\d|(?i:naio|braio|marz|april|maggi|giugn|lugli|agost|tembr|ottobr|ovembr|icembr|dì\b|[er]di\b"
        r"|sabat|domenic|oggi|ieri|doman|stama|staser|stanot|mattin|pomerigg|\bser[ae]|nott|mezz"
        r"|primaver|estat|autunn|invern|natal|capodann|ferragost|pasqu|epifan|ann[oi]\b|mes[ei]\b"
        r"|giorn|settiman|\bor[ae]\b|minut|second|decenn|enni[oi]\b|secol|mestr|week|annual|settiman|mensil)"
    ),
    future=(
        r"\w(?:erà|irà|arà|drà|rrà|trà|vrà|ranno|rò|remo)\b"
        r"|\b(?:previst|attes|programma|in agenda|fissat)"
        r"|\b[Dd](?:ovrebbe|oveva|ovevano|ovrebbero|eve|evono) \w+re\b"
    ),
    due=(
        r"\bDa (?:luned|marted|mercoled|gioved|venerd|sabato|domenica)"
        r"|\b(?:c['’]è|ci sono)\b(?! stat)|"
        r"\b(?:(?:ri)?apr|(?:ri)?chiud|(?:ri)?part|scad|esc|debutt|cominc?i|inizi|termin|finisc"
        r"|arriv|(?:ri)?torn|suon|decid|riun|incontr|affront|vot|gioc|disput|teng|tien|svolg|concl)"
        r"(?:e|a|ono|ano|ude)\b|\b(?:va|vanno) (?:in|al)\b|\bin calendario\b"
    ),
    past=(
        r"\b(?:ha|hanno|ho|abbiamo|aveva|avevano|era|erano|fu|furono|stat[oaie])\b"
        r"|\b(?:è|sono) [a-zàèéìòù]+(?:t|s)[oaie]\b"
        r"|[a-z](?:ava|eva|iva|avano|evano|ivano|arono|erono|irono|ò)\b"
    ),
    ages=word_set(
        """
        ha hanno avere aveva avevano avrà compie compiva compiuto compiuti compirà età vent
        ragazzo ragazza ragazzi uomo donna bambino bambina giovane studente studentessa figlio
        figlia cane anziano anziana signora vedova pensionato pensionata maestro maestra operaio
        operaia bimbo bimba neonato minore minorenne adolescente detenuto signore
        """
    ),
    people=TITLES,
    at_age="a",
    sentenced=("condann", "patteggi", "pena", "carcere", "squalific", "reclusione"),
    before_year=word_set("come sua suo sue suoi loro il al dal nel"),
    counted=r"[a-zàèéìòù]{3,30}(?:[^nrt]i|[rt]i|[^e]ne|[^vm]e)\b(?<!alle)(?<!delle)(?<!dalle)(?<!nelle)(?<!che)(?<!come)",
    month_first=False,
)
