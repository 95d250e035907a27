"""Italian: articles and pronouns taken off a word, and its endings undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tui.lookup.lemmas.italian_tables import FUTURES, IRREGULAR, STRONG
from tui.lookup.lemmas.table import rows

_CLITICS = """
gliene glielo gliela glieli gliele mene melo mela meli mele tene telo tela teli tele cene celo cela
celi cele vene velo vela veli vele sene selo sela seli sele gli mi ti ci vi si lo la li le ne
"""

_VERBS = """
are: iamo eranno erebbero eremmo eresti ereste erebbe eremo erete erai erei erà erò avamo avate
  avano avo avi ava assimo assero assi asse aste asti ammo arono ando ante anti ate ato ata ati ano
  ino iate ò ai are o i a
ere: iamo eranno erebbero eremmo eresti ereste erebbe eremo erete erai erei erà erò evamo evate
  evano evo evi eva essimo essero essi esse este esti emmo erono ettero ette etti endo ente enti ete
  uto uta uti ute iuto iuta iuti iute ono ano iate é è ei ere o i e a
ire: iamo iranno irebbero iremmo iresti ireste irebbe iremo irete irai irei irà irò ivamo ivate
  ivano ivo ivi iva issimo issero issi isse iste isti immo irono iscono iscano isco isci isce isca
  endo ente enti ienti ite ito ita iti ono ano iate ì ii ire o i e a
"""
"""The endings of the three conjugations."""

_FUTURE = "emmo ebbero este esti ebbe anno emo ete ai ei à ò"
_PAST = ("i", "e", "ero")
_PARTICIPLE = ("o", "a", "i", "e")

_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("issim", ("",)),
    ("amente", ("o", "a")),
    ("mente", ("", "e")),
    ("trici", ("tore", "trice")),
    ("trice", ("tore",)),
    ("esse", ("essa", "e")),
    ("essa", ("e", "o")),
    ("chi", ("co",)),
    ("ghi", ("go",)),
    ("che", ("ca", "co")),
    ("ghe", ("ga", "go")),
    ("cie", ("cia",)),
    ("gie", ("gia",)),
    ("ci", ("co", "cio", "ce")),
    ("gi", ("go", "gio", "ge")),
    ("ce", ("cia",)),
    ("ge", ("gia",)),
    ("i", ("o", "e", "io", "a")),
    ("e", ("a", "o")),
    ("a", ("o", "e")),
    ("o", ("a",)),
)
"""Endings of nouns and adjectives, and what may stand in their place in the dictionary."""


def targets(word: str) -> Iterator[str]:
    """The word; what follows an elided article; spellings with a proper accent."""
    yield word
    head, mark, tail = word.rpartition("'")
    if mark and tail:
        yield tail
        yield from _accented(tail)
        return
    if mark:  # perche', citta', po'
        if head[-1:] in _ACCENTS:
            yield from (head[:-1] + accented for accented in _ACCENTS[head[-1]])
        yield head
        yield from (head + vowel for vowel in "oaei")
        return
    yield from _accented(word)
    yield from word.split("-") if "-" in word else ()


_ACCENTS = {"a": "à", "e": "éè", "i": "ì", "o": "ò", "u": "ù"}
_OTHER = {"é": "è", "è": "é", "í": "ì", "ú": "ù", "ó": "ò", "á": "à", "ì": "í", "ù": "ú"}


def _accented(word: str) -> Iterator[str]:
    """Other accents on the last vowel: *perchè*, *piú*."""
    if word[-1:] in _OTHER:
        yield word[:-1] + _OTHER[word[-1]]


def lemmas(word: str) -> Iterator[tuple[str, bool]]:
    """Dictionary forms of a word in small letters."""
    yield from ((lemma, True) for lemma in _irregular(word))
    yield from ((lemma, True) for lemma in _with_clitic(word))
    yield from ((lemma, False) for lemma in _nouns(word))
    yield from ((lemma, True) for lemma in verbs(word))


def verbs(word: str) -> Iterator[str]:
    """Infinitives a word may be a form of; the reflexive after each."""
    for lemma in (*_regular(word), *_strong(word)):
        yield lemma
    for lemma in (*_irregular(word), *_regular(word), *_strong(word)):
        if lemma.endswith("re"):
            yield lemma[:-1].removesuffix("r") + "rsi"


@cache
def _conjugations() -> Mapping[str, Sequence[str]]:
    return {name: endings.split() for name, endings in rows(_VERBS)}


def _regular(word: str) -> Iterator[str]:
    for infinitive, endings in _conjugations().items():
        for ending in endings:
            if not word.endswith(ending) or len(word) - len(ending) < 2:
                continue
            stem = word[: -len(ending)]
            yield stem + infinitive
            if infinitive == "are" and ending[0] in "ei":
                if stem.endswith(("ch", "gh")):
                    yield stem[:-1] + infinitive
                yield stem + "i" + infinitive
            if infinitive == "ere" and stem.endswith("i"):  # conosciuto, piaciuto
                yield stem[:-1] + infinitive


def _strong(word: str) -> Iterator[str]:
    """Verbs in *-ere* by the ends of their past and of their participle: *mise*, *messo*."""
    for past, participle, infinitive in _strong_ends():
        for end, vowels in ((past, _PAST), (participle, _PARTICIPLE)):
            for vowel in vowels:
                ended = end + vowel
                if word.endswith(ended) and len(word) > len(ended):
                    yield word[: -len(ended)] + infinitive


@cache
def _strong_ends() -> tuple[tuple[str, str, str], ...]:
    out = []
    for line in STRONG.replace("\n", ";").split(";"):
        if line.strip():
            infinitive, ends = line.split(":")
            past, participle = ends.split()
            out.append((past, participle, infinitive.strip()))
    return tuple(out)


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """The dictionary forms of each irregular form, and of the ends of compound verbs."""
    out: dict[str, tuple[str, ...]] = {}

    def add(form: str, lemma: str) -> None:
        if lemma not in out.get(form, ()):
            out[form] = (*out.get(form, ()), lemma)

    for lemma, forms in rows(IRREGULAR):
        for form in forms.split():
            add(form, lemma)
    for pair in FUTURES.replace("\n", " ").split(";"):
        lemma, stem = pair.split()
        for ending in _FUTURE.split():
            add(stem + ending, lemma)
    return out


_COMPOUND_LEAST = 4
"""Letters of an irregular form from which a longer word may be a compound of its verb."""


def _irregular(word: str) -> Iterator[str]:
    """The verbs and nouns of the table; a compound has its own beginning before its verb's form."""
    known = _forms()
    yield from known.get(word, ())
    for start in range(1, len(word) - _COMPOUND_LEAST + 1):
        for lemma in known.get(word[start:], ()):
            if lemma.endswith("re") and lemma != "essere":
                yield word[:start] + lemma


def _with_clitic(word: str) -> Iterator[str]:
    """Infinitives, gerunds and participles with pronouns on them: *dirlo*, *dicendogli*."""
    for clitic in _CLITICS.split():
        stem = word.removesuffix(clitic)
        if stem == word or len(stem) < 3:
            continue
        if stem.endswith("r"):
            yield stem + "e"
            yield stem + "re"
            if stem[-2:] in ("ar", "er", "ir"):
                yield stem + "si"
        elif stem.endswith(
            ("ando", "endo", "ato", "ata", "ati", "ate", "uto", "uta", "ito", "ita")
        ):
            yield from _irregular(stem)
            yield from verbs(stem)
    for stem, lemma in _IMPERATIVES.items():
        rest = word.removeprefix(stem)
        if rest != word and rest[:1] and rest[0] in "mlcn" and rest[1:] in _SINGLE:
            yield lemma


_IMPERATIVES = {"di": "dire", "da": "dare", "fa": "fare", "va": "andare", "sta": "stare"}
"""After these the pronoun's consonant is doubled: *dimmi*, *fallo*, *vacci*."""

_SINGLE = frozenset(["mi", "lo", "la", "li", "le", "ci", "ne", "melo", "mela", "cene", "celo"])


def _nouns(word: str) -> Iterator[str]:
    stem = word[:-1]
    if stem.endswith("issim") and word[-1:] in "oaie":
        yield from (stem[:-5] + ending for ending in ("o", "e", "co", "io"))
        if stem.endswith("chissim"):
            yield stem[:-6] + "o"
    for ending, others in _NOUNS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            root = word[: -len(ending)]
            yield from (root + other for other in others)
