"""English: what contracts is taken off a word, and its endings are undone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from tui.lookup.lemmas.english_tables import IRREGULAR
from tui.lookup.lemmas.table import rows

_DOUBLED = frozenset("bdgklmnprtvz")


def targets(word: str) -> Iterator[str]:
    """The word; what stands before an apostrophe; the parts of a compound."""
    yield word
    head, mark, tail = word.rpartition("'")
    if mark and word not in _forms():
        if tail in ("s", ""):  # Ryder's, the soldiers'
            yield head
        elif tail == "t" and head.endswith("n"):
            yield head[:-1]
        elif tail in ("re", "ve", "ll", "d", "m"):
            yield head
    yield from word.split("-") if "-" in word else ()


def lemmas(word: str) -> Iterator[tuple[str, bool]]:
    """Dictionary forms of a word in small letters."""
    known = _forms()
    yield from ((lemma, True) for lemma in known.get(word, ()))
    for prefix in ("over", "under", "re", "out", "mis", "un", "fore", "up"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 2:
            yield from ((prefix + lemma, True) for lemma in known.get(rest, ()))
    yield from ((lemma, False) for lemma in _plural(word))
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from ((lemma, False) for lemma in _bases(word[: -len(ending)], others))


_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ied", ("y", "ie")),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("iest", ("y",)),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("er", ("", "e")),
    ("ily", ("y",)),
    ("ally", ("al", "")),
    ("bly", ("ble",)),
    ("uly", ("ue",)),
    ("ly", ("", "le", "e")),
    ("iness", ("y",)),
    ("ness", ("",)),
)
"""Endings, and what may stand in their place in the dictionary."""


def _bases(stem: str, others: tuple[str, ...]) -> Iterator[str]:
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED
    if doubled and others[0] == "":
        yield stem[:-1]
    yield from (stem + other for other in others)


def _plural(word: str) -> Iterator[str]:
    """Nouns in the plural, and the third person of verbs."""
    if not word.endswith("s") or len(word) < 3 or word.endswith("ss"):
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("ves"):
        yield word[:-3] + "f"
        yield word[:-3] + "fe"
    yield word[:-1]
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]
    if word.endswith(("sses", "zzes")):
        yield word[:-3]


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for lemma, forms in rows(IRREGULAR):
        for form in forms.split():
            out[form] = (*out.get(form, ()), lemma)
    return out
