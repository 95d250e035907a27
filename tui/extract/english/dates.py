"""English words for days, months and stretches of time, and how they are put together."""

from __future__ import annotations

from typing import Any

from tui.extract.tables import DateWords, each, lexicon_of, word_set

_ONES = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_ONES += " sixteen seventeen eighteen nineteen twenty"
_MONTHS = "january february march april may june july august september october november december"
_SHORT = "jan feb mar apr may jun jul aug sep|sept oct nov dec"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_ORDINALS = (
    "first second third fourth|final fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_ORDINALS += " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_ORDINALS += " twentieth twenty-first"

_TIME: tuple[tuple[str, dict[str, Any]], ...] = (
    ("n", {word: value for value, word in enumerate(_ONES.split(), 2)}),
    ("n", {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}),
    ("1", {"a|an|one": 1}),
    ("v", each("several few many some dozens")),
    ("B", {"couple": 2, "dozen": 12, "hundred": 100}),
    ("m", {word: number for number, word in enumerate(_SHORT.split(), 1)}),
    ("M", {word: number for number, word in enumerate(_MONTHS.split(), 1)}),
    ("W", {word: number for number, word in enumerate(_DAYS.split(), 1)}),
    ("w", {word + "s": number for number, word in enumerate(_DAYS.split(), 1)}),
    ("D", {"today": (0, ""), "yesterday": (-1, ""), "tomorrow": (1, ""), "tonight": (0, "TNI")}),
    ("P", {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}),
    ("Q", {"midnight": "T24:00", "noon|midday": "T12:00"}),
    ("Z", {"spring": "SP", "summer": "SU", "autumn|fall": "FA", "winter": "WI"}),
    ("F", {"christmas": (12, 25), "easter": (0, 0), "halloween": (10, 31)}),
)
_UNITS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("u", {"year": "Y", "years": "Ys", "month": "M", "months": "Ms", "day": "D", "days": "Ds"}),
    ("u", {"week": "W", "weeks": "Ws", "hour": "TH", "hours": "THs", "minute": "TM"}),
    ("u", {"minutes": "TMs", "seconds": "TSs", "decade": "DE", "decades": "DEs"}),
    ("K", {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60}),
    ("K", {"seventies": 70, "eighties": 80, "nineties": 90}),
    ("J", {"annual|yearly": "Y", "weekly": "W", "monthly": "M", "quarterly": "Q"}),
    ("C", {"century": "CE", "centuries": "CEs"}),
    ("q", {"quarter": "Q", "quarters": "Qs"}),
    ("E", {"weekend": "WE"}),
    ("@", {"eve": 0}),
)
_BETWEEN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("<", {"last": -1}),
    ("L", {"past": -1}),
    (">", {"next|coming": 1}),
    ("=", {"this": 0}),
    ("o", {word: n for n, words in enumerate(_ORDINALS.split(), 1) for word in words.split("|")}),
    ("g", {"ago": -1}),
    ("r", {"later|following": 1, "earlier|previous": -1}),
    ("&", {"after": 1, "before": -1}),
    ("l", {"period": 0}),
    ("0", {"least": "MORE_THAN"}),
    ("A", {"every|each": 1}),
    ("b", each("early beginning start", "START")),
    ("c", each("mid middle", "MID")),
    ("f", each("late end", "END")),
    ("~", each("about around roughly approximately some", "APPROX")),
    ("+", {"over": "MORE_THAN"}),
    ("-", {"almost|nearly|under": "LESS_THAN"}),
    ("j", {"more": "MORE_THAN", "less": "LESS_THAN"}),
    ("t", {"than": 1}),
    ("h", {"half": 0.5}),
    ("a", {"the": 0}),
    ("i", each("in on since from for during to within between")),
    ("I", {"at": 0}),
    ("p", {"of": 0}),
    ("e", {"and|or": 1}),
    ("U", {"until|till|by": 1}),
    ("!", {"same": 0}),
    ("^", {"that": 0}),
    ("z", each("gmt utc est edt pst pdt cet bst et pt")),
    ("%", each("percent dollars pounds euros million billion thousand points")),
    ("%", each("people miles feet degrees votes seats")),
)
_N = r"(?:(?P<n>[dnN])|(?P<n1>1)|1(?P<nb>B)p?|(?P<nv>1?v))"
_MOD = r"(?:(?P<mod>[~+\-])|(?P<mod2>j)t|I(?P<mod3>0))?"
_AFTER = r"(?:r(?!t)|&(?=[.,;_ie]|$))"
"""*Two days after the fire* hangs on the fire, which has no date here; so does *than planned*."""
_SIDE = r"(?:a?(?P<side>[bcf])[p_]?a?)?"
_HALF = r"(?:(?P<half>e1h))?"
_YEAR = r"(?:,?p?a?(?P<year>Y|y)|p?(?P<rel>[<>=])u)"
_MONTH = r"(?P<month>[Mm])(?:(?<=m)\.)?"

_RULES: tuple[tuple[str, str], ...] = (
    (
        "day-month",
        rf"(?:a?(?P<part>P)p)?(?:(?P<wd>W),?)?(?P<dir>[<>])?{_MONTH}a?(?P<day>[do])(?![%u]){_YEAR}?",
    ),
    ("day-month", rf"(?:a?(?P<part>P)p)?(?:(?P<wd>W),?)?a?(?P<day>[do])p?{_MONTH}{_YEAR}?"),
    (
        "day-range",
        rf"{_MONTH}(?P<days>k){_YEAR}?|(?P<days2>k)p?(?P<month2>[Mm])(?:,?(?P<year2>Y))?",
    ),
    ("figures", r"(?P<full>S)"),
    ("year-month", r"(?P<iso>V)"),
    ("month", rf"{_SIDE}(?P<dir>[<>=])?(?P<month>M)(?:{_YEAR}|(?P<dir2>[<>]))?"),
    ("month", r"(?P<month>m)\.?(?P<year>Y)"),
    ("quarter", rf"{_SIDE}(?P<dir>[<>L])?(?P<ord>[od])?_?(?P<q>q)(?:{_YEAR}|pa?u)?"),
    ("half-year", r"a?(?P<ord>o)_?(?P<half>h)(?:pa?(?P<year>Y)|p(?P<rel>[<>=])u)"),
    ("decade", rf"{_SIDE}(?P<decade>K)"),
    ("first-months", r"a?o(?P<n>[dn])(?P<unit>u)p(?:(?P<year>Y)|(?P<rel>[<>=])u|(?P<own>a)u)"),
    ("century", r"a?(?P<roman>[od])_?C"),
    ("ago", rf"{_MOD}{_N}{_HALF}(?P<unit>[uC])g"),
    ("ago", r"(?P<half>h)1(?P<unit>u)g"),
    ("span", r"a?(?P<dir>[<>L])(?P<n>[dnN])(?P<unit>[uCq])"),
    ("span", r"a?(?P<dir>L)(?P<unit>[uC])"),
    ("weekend", r"(?P<dir>[<>=])?(?P<we>E)|(?<=[i+])a(?P<we2>E)"),
    ("unit", rf"r?{_SIDE}(?P<dir>[<>=])(?P<unit>[uC])"),
    ("unit", r"a?(?P<side>[bcf])[pi][a=](?P<unit>u)"),
    ("day-word", r"a?u(?P<beyond>&)(?P<word3>D)|(?P<word>D)(?P<part>P)?"),
    ("weekday", r"(?P<dir>[<>=])?(?P<wd>W)(?P<part>P)?"),
    (
        "part-of-day",
        r"(?P<this>=)(?P<part>P)|(?P<night><)(?P<part3>P)|(?<=[i&])a?(?P<same>)(?P<part2>P)",
    ),
    (
        "later",
        (
            rf"{_MOD}{_N}{_HALF}(?P<unit>u)(?P<later>{_AFTER})|a(?P<later2>r)(?P<unit2>u)"
            rf"|a(?P<unit3>u)(?P<later3>{_AFTER})"
            rf"|a(?P<later4>r)(?:(?P<part>P)|(?P<wd>W))"
            rf"|a(?:(?P<part2>P)|(?P<wd2>W))(?P<later5>{_AFTER})"
        ),
    ),
    ("same-period", r"a?!(?P<period>l)(?:(?P<rel><)u|p?a?(?P<year>Y))"),
    ("that-day", r"a?(?P<same>!)(?P<unit>u)|(?P<that>\^)(?P<unit2>u)|a(?P<unit3>u)(?=[.,;ieI]|$)"),
    ("season", r"(?P<this>=)(?P<season>Z)|(?P<dir>[<>])(?P<season2>Z)|(?<=[i&])a(?P<season3>Z)"),
    ("season", rf"a?(?P<season>Z){_YEAR}"),
    ("feast", r"(?P<dir>[<>])?(?P<feast>F)(?P<eve>@)?u?(?:,?(?P<year>Y))?"),
    ("duration", rf"{_MOD}{_N}{_HALF}_?(?P<unit>[uCq])(?!_x)"),
    ("duration", r"(?P<half>h)1(?P<unit>u)"),
    ("years", r"(?P<years>R)"),
    ("year", rf"{_SIDE}(?P<year>Y)"),
    ("clock", r"(?P<clock>T)z?(?P<at>D)?|(?P<noon>Q)|(?P<clock2>[NY])z"),
    ("set", r"Ao(?P<every>W)(?:pau)?"),
    ("set", r"A(?P<every>[uWPE])|(?P<often>J)|(?P<rate>1u)"),
)

WORDS = DateWords(
    lexicon=lexicon_of(*_TIME, *_UNITS, *_BETWEEN),
    capital=frozenset(["may", "march", "mar", "sat", "sun", "august", "jan", "dec"]),
    rules=_RULES,
    triggers=(
        r"\d|\bMay\b|\bMarch\b|(?i:\bjan|\bfeb|\bapr|\bjun|\bjul|\baug|\bsept?\b|tember|\boct|\bnov"
        r"|\bdec|day|tomorrow|tonight|\bmorning|noon|evening|night|spring|summer|autumn|\bfall\b"
        r"|winter|christmas|easter|halloween|year|month|week|hour|minute|second|decade|(?:n|t|r|f|h)ties\b|centur|quarter)"
    ),
    future=(
        r"\b(?:will|shall|won't|going to|scheduled|is set to|are set to|plans? to|expect(?:s|ed) to"
        r"|to be (?:held|released)|due to)\b"
    ),
    due=(
        r"\b(?:(?:re)?open|close|start|begin|meet|vote|return|leave|arrive|face|launch|release|end"
        r"|expire|run|play|host|visit|decide|debut|take|resume|premiere|hold|kick|come|go)(?:s|es)?\b"
        r"|\bto [a-z]{3,}\b"
    ),
    past=(
        r"\b(?:was|were|had|has|have|did|said|told|went|came|took|made|left|fell|rose|won|lost|met"
        r"|saw|got|gave|began|held|set|cut|hit|kept|led|ran|sent|sold|spoke|stood|wrote|found"
        r"|became|grew|knew|paid|put|thought|brought|built|broke|drew|drove|felt|heard)\b"
        r"|[a-z]{2}ed\b"
    ),
    ages=word_set("aged age turns turned is was boy girl man woman"),
    people=(),
    at_age="",
    sentenced=(),
    before_year=word_set("as than her his its their our my"),
    counted=r"[a-z]{3,}s",
    month_first=True,
)
