"""Small words of two languages: numbers, months, days, and capitals that name nobody."""

from __future__ import annotations

from tui.document import Language


def word_list(words: str) -> tuple[str, ...]:
    """The words that blanks or line ends separate in `words`."""
    return tuple(words.split())


def _numbered(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), 1)}


MONTHS: dict[Language, dict[str, int]] = {
    "it": _numbered(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre"
    ),
    "en": _numbered(
        "january february march april may june july august september october november december"
    ),
}
SHORT_MONTHS: dict[Language, dict[str, int]] = {
    "it": {**_numbered("gen feb mar apr mag giu lug ago set ott nov dic"), "sett": 9},
    "en": {**_numbered("jan feb mar apr may jun jul aug sep oct nov dec"), "sept": 9},
}
"""Only beside a day's number."""
DOUBTFUL_MONTHS = frozenset(word_list("march april may june august"))
"""English months that are names and other words as well."""
_ENGLISH_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS: dict[Language, dict[str, int]] = {
    "it": {
        **_numbered("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
        **_numbered("lunedi martedi mercoledi giovedi venerdi sabati domeniche"),
    },
    "en": {**_numbered(_ENGLISH_DAYS), **_numbered(_ENGLISH_DAYS.replace("day", "days"))},
}
OTHER_DAYS: dict[Language, dict[str, tuple[str, ...]]] = {
    "it": {"ferragosto": ("08", "08-15"), "domenicale": ("W7",), "domenicali": ("W7",)},
    "en": dict(
        zip(word_list("mon tues wed thurs fri sat"), ((f"W{n}",) for n in range(1, 7)), strict=True)
    ),
}
"""Words that hold a day or month without being its name."""

SCALES: dict[Language, dict[str, int]] = {
    "it": {
        **dict.fromkeys(("mila", "migliaia", "mille"), 3),
        **dict.fromkeys(("milione", "milioni", "mln", "mil"), 6),
        **dict.fromkeys(("miliardo", "miliardi", "mld", "mrd"), 9),
    },
    "en": {
        **dict.fromkeys(("thousand", "thousands", "k"), 3),
        **dict.fromkeys(("million", "millions", "mln", "mn", "m"), 6),
        **dict.fromkeys(("billion", "billions", "bn", "bln", "b"), 9),
        **dict.fromkeys(("trillion", "trillions", "tn", "trn"), 12),
    },
}
"""Words after a number, with the zeros they stand for."""
SUFFIXES = frozenset(
    word_list("""
    st nd rd th s mo km kg cm mm kmh kw mw gw kwh mwh h m g t l cl ml ha mq mb gb tb min sec am pm
    a p º ª esimo esima
    """)
)
"""What may follow figures without a blank and leave them a number."""

ITALIAN_UNITS = word_list(
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove"
)
ITALIAN_TENS = word_list("venti trenta quaranta cinquanta sessanta settanta ottanta novanta")
ITALIAN_ORDINALS = word_list("prim second terz quart quint sest settim ottav non decim")
"""Without their last letter."""
ITALIAN_CENTURIES = word_list(
    "duecento trecento quattrocento cinquecento seicento settecento ottocento novecento"
)
"""From the thirteenth on."""
ITALIAN_OTHER = {
    "un": 1, "una": 1, "mille": 1000, "milione": 10**6, "miliardo": 10**9, "decina": 10,
    "decine": 10, "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40,
    "cinquantina": 50, "sessantina": 60, "centinaio": 100, "centinaia": 100, "migliaio": 1000,
    "paio": 2, "coppia": 2, "doppio": 2, "doppia": 2, "entrambi": 2, "entrambe": 2, "ambedue": 2,
    "triplo": 3, "quadruplo": 4, "metà": 50, "mezzo": 0.5, "mezza": 0.5, "terzi": 3, "quarti": 4,
    "mezzogiorno": 12, "mezzanotte": 24, "biennio": 2, "triennio": 3, "quinquennio": 5,
    "decennio": 10, "ventennio": 20, "duecento": 200, "trecento": 300, "ferragosto": 15,
}  # fmt: skip
ENGLISH_UNITS = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
ENGLISH_TENS = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
ENGLISH_ORDINALS = word_list("first second third fourth fifth sixth seventh eighth ninth tenth")
ENGLISH_OTHER = {
    "hundred": 100, "hundreds": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "dozen": 12, "dozens": 12, "a": 1, "an": 1, "once": 1, "twice": 2, "double": 2, "both": 2,
    "pair": 2, "couple": 2, "half": 50, "quarter": 25, "quarters": 25, "thirds": 3, "noon": 12,
    "midday": 12, "midnight": 24, "decade": 10, "fortnight": 15, "single": 1, "triple": 3,
    "eleventh": 11, "twelfth": 12, "twentieth": 20, "thirtieth": 30, "score": 20, "treble": 3,
}  # fmt: skip

FALSE_FRIENDS = frozenset(
    word_list("""
    come due sale dove fare more time case male pace rate cane per fine note base estate camera also
    alto made mare mica mini pure sole tale tali test the there then this that mane ape are era ore
    pie sing son star stare march may
    """)
)
"""Words that mean one thing in Italian and another in English."""
_NOT_NAMES: dict[Language, str] = {
    "it": """
    il lo la i gli le un uno una e o ma di a da in con su per tra fra che chi non se è al del
    dal nel sul san santa santo don suor padre madre papa papà dio signore signora signor
    signori dottor dottore dottoressa professor professore professoressa ingegner ingegnere
    avvocato avvocata onorevole senatore senatrice presidente presidentessa vicepresidente
    premier ministro ministra sottosegretario segretario segretaria sindaco sindaca assessore
    assessora governatore governatrice generale colonnello capitano maggiore tenente
    maresciallo commissario commissaria questore prefetto giudice procuratore procuratrice re
    regina principe principessa conte contessa duca duchessa cardinale cardinal monsignor
    monsignore vescovo arcivescovo direttore direttrice capo leader ambasciatore ambasciatrice
    cancelliere cancelliera portavoce governo ministero stato paese paesi repubblica camera
    senato parlamento consiglio comune regione provincia prefettura questura procura tribunale
    corte cassazione costituzione difesa interno interni esteri giustizia salute sanità
    economia finanze lavoro istruzione università cultura ambiente trasporti infrastrutture
    agricoltura turismo sviluppo ricerca tesoro polizia carabinieri guardia finanza esercito
    marina aeronautica chiesa borsa banca centrale partito partiti lega sinistra destra centro
    centrodestra centrosinistra sindacato piazza via viale corso largo ponte palazzo casa torre
    teatro museo ospedale istituto scuola liceo stadio stazione aeroporto porto castello villa
    parco basilica duomo cattedrale abbazia lago monte mar mare fiume valle val isola isole
    golfo capo costa terra gran nord sud est ovest oriente occidente medio alto bassa basso
    nuovo nuova grande piccolo primo prima secondo seconda terzo terza guerra mondiale mondiali
    coppa campionato serie premio festival mostra giochi olimpiadi gruppo società fondazione
    associazione federazione confederazione unione comunità agenzia autorità commissione
    comitato assemblea dipartimento ufficio legge decreto codice articolo trattato accordo
    piano patto giornata natale pasqua capodanno ferragosto epifania novecento ottocento
    settecento seicento cinquecento quattrocento medioevo rinascimento internet web rete gp
    gran premio nobel oscar internazionale nazionale europeo europea supremo suprema superiore
    costituzionale italiano italiana santità eccellenza gennaio febbraio marzo aprile maggio
    giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì
    venerdì sabato domenica
    """,
    "en": """
    the a an and or but of to in on at by for from with as i he she it we you they his her our
    my this that these those there here what who when where why how not no yes if so its their
    mr mrs ms miss dr sir lord lady dame prof professor doctor president vice prime minister
    ministers deputy secretary chancellor governor mayor senator representative congressman
    congresswoman speaker judge justice attorney prosecutor commissioner inspector detective
    sergeant officer general colonel captain major lieutenant admiral marshal commander chief
    head director chairman chairwoman chair chairperson ceo leader king queen prince princess
    duke duchess count earl baron emperor pope cardinal archbishop bishop father mother brother
    sister saint st god ambassador envoy spokesman spokeswoman former ex acting interim foreign
    home interior defence defense finance health education labour labor treasury trade state
    states government ministry department office agency authority council committee commission
    parliament senate house congress assembly court supreme high constitution constitutional
    law act bill treaty agreement pact plan party league left right centre center union
    federation association foundation society group company corporation bank central exchange
    stock church police army navy force forces guard north south east west northern southern
    eastern western middle central new great old upper lower lake mount mountain river sea
    ocean gulf bay island islands isle valley cape coast strait street road avenue square
    bridge palace house castle tower theatre theater museum hospital institute school
    university college stadium station airport port park gardens garden hall gallery war world
    cup championship league series prize award festival games olympic olympics day week
    christmas easter new year's eve bank holiday internet web net ages renaissance middle cold
    first second third national international european royal federal public united republic
    city county district region province town village club team grand prix january february
    april june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu
    fri sat sun italian italians french german germans spanish english british russian russians
    american americans chinese japanese ukrainian ukrainians polish dutch swiss greek turkish
    israeli palestinian palestinians arab arabs african asian european europeans latin roman
    christian christians catholic catholics muslim muslims jewish jews islamic islamist nazi
    nazis fascist communist democrat democrats democratic republican republicans conservative
    conservatives liberal liberals socialist orthodox protestant
    """,
}
NOT_NAMES: dict[Language, frozenset[str]] = {
    language: frozenset(word_list(listed)) for language, listed in _NOT_NAMES.items()
}
"""Words that carry a capital without naming anybody: titles, bodies, days, nations' adjectives."""
