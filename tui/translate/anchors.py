"""Anchors: what a sentence and its translation have in common word by word.

Numbers are compared by value, names by spelling or by the gazetteer, days by the calendar. A pair
is certain when it is the only one, or when both sides have equally many of the same: then the k-th
belongs to the k-th. Whatever is not certain is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.document import FlagKind, Language, Span, other_language
from tui.translate.signs import Anchor, anchors_of

__all__ = ["Anchor", "Pair", "anchors_of", "paired"]


class Pair(NamedTuple):
    """An anchor of the source and the same one in the translation."""

    kind: FlagKind
    source: Span
    translated: Span


def paired(source: str, translated: str, language: Language) -> list[Pair]:
    """The anchors of `source`, a sentence in `language`, found for certain in its translation.

    In the order of the source. Words that are neighbours on both sides make one name.
    """
    here = anchors_of(source, language)
    there = anchors_of(translated, other_language(language)) if here else []
    pairs: list[Pair] = []
    for kind in ("date", "number", "name"):
        mine = [anchor for anchor in here if anchor.kind == kind]
        theirs = [anchor for anchor in there if anchor.kind == kind]
        pairs += [Pair(kind, a.span, b.span) for a, b in _certain(mine, theirs)]
    return _joined(sorted(pairs, key=lambda pair: pair.source.start), source, translated)


def _certain(here: list[Anchor], there: list[Anchor]) -> Iterator[tuple[Anchor, Anchor]]:
    left: list[Anchor] = []
    rest = list(there)
    by_value: dict[str, list[Anchor]] = {}
    for anchor in here:
        by_value.setdefault(anchor.readings[0], []).append(anchor)
    for value, mine in by_value.items():
        same = [anchor for anchor in there if anchor.readings[0] == value]
        if not same:
            left += mine
        for anchor in same:
            rest.remove(anchor)
        if len(mine) == len(same) and _are_names(mine, same):
            yield from zip(mine, same, strict=True)
    for anchor in left:
        fitting = [other for other in rest if not set(anchor.readings).isdisjoint(other.readings)]
        if len(fitting) == 1 and _are_names([anchor], fitting):
            rivals = [a for a in left if not set(a.readings).isdisjoint(fitting[0].readings)]
            if len(rivals) == 1:
                yield anchor, fitting[0]


def _are_names(mine: list[Anchor], same: list[Anchor]) -> bool:
    """Whether names are names: a long word that begins both sentences is taken for one."""
    if mine[0].kind != "name":
        return True
    return any(anchor.inner for anchor in (*mine, *same)) or len(mine[0].readings[0]) > 4


def _joined(pairs: list[Pair], source: str, translated: str) -> list[Pair]:
    out: list[Pair] = []
    for pair in pairs:
        last = out[-1] if out else None
        if (
            last is not None
            and pair.kind == last.kind == "name"
            and source[last.source.end : pair.source.start] == " "
            and translated[last.translated.end : pair.translated.start] == " "
        ):
            out[-1] = Pair(
                "name",
                Span(last.source.start, pair.source.end),
                Span(last.translated.start, pair.translated.end),
            )
        else:
            out.append(pair)
    return out
