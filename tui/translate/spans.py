"""Carrying what stands in a text across to its translation, only where it is certain.

The k-th quoted passage of a sentence is the k-th of its translation when both have as many; a
date is found again by its calendar value when that value stands once on both sides, names and
numbers as `anchors` finds them. Whatever is not certain is left out: the whole sentence is then
what the panels mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from tui.document import Document, Echo, Span, State
from tui.translate.anchors import Pair, paired

_QUOTED = re.compile(r'“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|"([^"]+)"')

Dates = Callable[[str], Sequence[tuple[Span, str]]]
"""The dates of a translated sentence, each with its value."""


def echoes_of(
    document: Document,
    sentences: Collection[int],
    dates_in: Dates,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Echo]:
    """The echoes of what stands in some sentences of `document`."""
    out: list[Echo] = []
    quotes = _by_sentence(document, [quote.span for quote in document.quotes], sentences)
    dates = _by_sentence(document, [mention.span for mention in document.dates], sentences)
    for number in sorted(set(sentences)):
        if cancelled():
            break
        translation = document.translations[number]
        if translation is None or translation.text is None or translation.state is State.SAME:
            continue
        pairs = paired(
            document.words(document.sentences[number].span),
            translation.text,
            document.article.language,
        )
        if number in quotes:
            out += _quotes(document, number, quotes[number], translation.text)
        mine: list[Echo] = []
        if number in dates:
            mine = list(_dates(document, number, dates[number], dates_in(translation.text)))
        out += mine
        out += _others(document, number, dates.get(number, []), mine, pairs)
    return out


def _by_sentence(
    document: Document, spans: Sequence[Span], sentences: Collection[int]
) -> dict[int, list[int]]:
    """For each sentence the items that lie wholly in it, by their number in the layer."""
    starts = [sentence.span.start for sentence in document.sentences]
    out: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        number = bisect_left(starts, span.start + 1) - 1
        if number in sentences and document.sentences[number].span.contains(span):
            out.setdefault(number, []).append(index)
    return out


def _quotes(
    document: Document, number: int, indices: Iterable[int], translated: str
) -> Iterable[Echo]:
    sentence = document.sentences[number].span
    passages = [_inside(m) for m in _QUOTED.finditer(sentence.of(document.text))]
    echoed = [_inside(m) for m in _QUOTED.finditer(translated)]
    if len(passages) != len(echoed):
        return
    for index in indices:
        span = document.quotes[index].span.shifted(-sentence.start)
        where = next((k for k, passage in enumerate(passages) if passage.overlaps(span)), None)
        if where is not None:
            yield Echo("quote", index, number, echoed[where])


def _inside(match: re.Match[str]) -> Span:
    """What stands inside the marks, blanks at their edges left out."""
    group = match.lastindex or 0
    words = match[group]
    start = match.start(group) + len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(words.strip())))


def _dates(
    document: Document, number: int, indices: Iterable[int], found: Sequence[tuple[Span, str]]
) -> Iterable[Echo]:
    wanted = list(indices)
    here = Counter(document.dates[index].value for index in wanted)
    there = Counter(value for _, value in found)
    for index in wanted:
        value = document.dates[index].value
        if here[value] == there[value] == 1:
            span = next(span for span, candidate in found if candidate == value)
            yield Echo("date", index, number, span)


def _others(
    document: Document,
    number: int,
    dates: Iterable[int],
    echoed: Sequence[Echo],
    pairs: Sequence[Pair],
) -> Iterable[Echo]:
    """The names and numbers; those inside a date belong to it."""
    begin = document.sentences[number].span.start
    taken = [document.dates[index].span.shifted(-begin) for index in dates]
    index = 0
    for pair in pairs:
        if pair.kind == "date" or any(span.overlaps(pair.source) for span in taken):
            continue
        if any(echo.span.overlaps(pair.translated) for echo in echoed):
            continue
        yield Echo(pair.kind, index, number, pair.translated, pair.source.shifted(begin))
        index += 1
