"""Dates in running text: the rules run over each sentence, the longest match wins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tui.document import DateMention, Language, PartialDate, Sentence, Span
from tui.extract.dates.calendar import Anchor, bounds
from tui.extract.dates.guards import plausible
from tui.extract.dates.joined import in_order
from tui.extract.dates.odd import odd_dates
from tui.extract.dates.reading import Hit, Reading
from tui.extract.dates.resolve import RESOLVERS
from tui.extract.dates.tokens import Tokens, tokenize
from tui.extract.steady import without_collector
from tui.extract.tables import DateWords

_NEEDS = {
    "day-month": "Mm",
    "day-range": "Mm",
    "figures": "Ss",
    "year-month": "V",
    "month": "Mm!",
    "quarter": "q",
    "half-year": "h",
    "decade": "uK",
    "century": "C",
    "first-months": "u",
    "ago": "gr",
    "ahead": "t",
    "span": "L<>",
    "weekend": "fE",
    "unit": "<>=bcf",
    "day-word": "D",
    "weekday": "W",
    "weekday-day": "W",
    "part-of-day": "P",
    "season": "Z",
    "feast": "F",
    "duration": "uCHq",
    "years": "R",
    "year": "Y",
    "clock": "TdQz",
    "that-day": "!^*a",
    "later": "r&",
    "same-period": "l",
    "set": "AuJ",
}
"""For each rule the symbols without any of which it cannot match: most rules are passed over."""
_LEANING = frozenset({"clock", "part-of-day", "that-day", "later", "same-period"})
"""Rules that look back at what the text has named."""
_TENSED = frozenset(
    {"day-month", "day-range", "figures", "month", "weekday", "weekday-day", "weekend"}
    | {"season", "feast", "quarter", "half-year"}
)
"""Rules whose value hangs on whether the clause looks ahead."""
_OF_TODAY = frozenset({"day-word", "weekday", "part-of-day", "clock", "weekend"})
"""Rules for days round the article's own: nobody means their year by *the year after*."""
_BOUND = re.compile(r"[;:«»“”„\"()–—]|\s-\s|(?<=[\s(])['‘](?=\w)")
_BOUND_AFTER = re.compile(r"[,;:«»“”„\"()–—]|\s-\s")
_DAYS = frozenset(["day-month", "day-word", "weekday", "weekday-day", "figures"])
"""Rules that name one day, to which a time of the day before it may belong."""
_CLAUSE = 90
"""How far around an expression, in code points, its tense is looked for."""


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: DateWords
    rules: tuple[tuple[str, re.Pattern[str]], ...]
    triggers: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    due: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    if language == "it":
        from tui.extract.italian.dates import WORDS
    else:
        from tui.extract.english.dates import WORDS
    return _Grammar(
        WORDS,
        tuple((name, re.compile(pattern)) for name, pattern in WORDS.rules),
        re.compile(WORDS.triggers),
        re.compile(WORDS.future),
        re.compile(WORDS.past),
        re.compile(WORDS.due),
        re.compile(WORDS.counted),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    rule: str
    first: int
    last: int
    hit: Hit
    reading: Reading


def find_dates(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    published: PartialDate | None,
) -> tuple[DateMention, ...]:
    """The expressions of each sentence that name a day, a time, a stretch of time or a habit.

    Values are reckoned from `published` alone, never from the clock; what it leaves open stays
    open. In order, never overlapping, never across a sentence's end.
    """
    grammar = _grammar(language)
    with without_collector():
        return tuple(_in_text(text, sentences, grammar, Anchor(published)))


def _in_text(
    text: str, sentences: Sequence[Sentence], grammar: _Grammar, anchor: Anchor
) -> list[DateMention]:
    out: list[DateMention] = []
    said: dict[str, str] = {}
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        # A time of the day leans on a day of its own sentence, or on one the last sentence named
        # in full, never on its *yesterday*.
        said.pop("T", None)
        full, said["full"] = said.get("full", ""), ""
        if full:
            said["T"] = full
        if grammar.triggers.search(text, start, end):
            out += _in_sentence(text, start, end, grammar, anchor, said)
    return out


def _in_sentence(
    text: str, start: int, end: int, grammar: _Grammar, anchor: Anchor, said: dict[str, str]
) -> Iterator[DateMention]:
    odd = odd_dates(text, start, end, anchor.published)
    tokens = tokenize(text, start, end, grammar.words)
    taken = bytearray(len(tokens.symbols))
    for mention in odd:
        first = bisect_right(tokens.ends, mention.span.start)
        last = bisect_left(tokens.starts, mention.span.end)
        taken[first:last] = b"\x01" * (last - first)
    chosen: list[_Found] = []
    found = _candidates(text, tokens, grammar, anchor)
    for item in sorted(found, key=lambda item: item.first - item.last):
        if not any(taken[item.first : item.last]):
            taken[item.first : item.last] = b"\x01" * (item.last - item.first)
            chosen.append(item)
    chosen.sort(key=lambda item: item.first)
    if odd:
        both = [*odd, *_mentions(chosen, tokens, anchor, said)]
        return iter(sorted(both, key=lambda mention: mention.span))
    return _mentions(chosen, tokens, anchor, said)


def _candidates(
    text: str,
    tokens: Tokens,
    grammar: _Grammar,
    anchor: Anchor,
    refused: list[tuple[str, int, int]] | None = None,
) -> Iterator[_Found]:
    """Every reading of some words of a sentence; into `refused` goes what a guard turned down."""
    symbols = tokens.symbols
    present = set(symbols)
    for rule, pattern in grammar.rules:
        if present.isdisjoint(_NEEDS[rule]):
            continue
        for match in pattern.finditer(symbols):
            first, last = match.span()
            if first == last:
                continue
            groups = _groups(match, tokens.values)
            if not plausible(
                rule, groups, tokens, first, last, grammar.words, grammar.counted, anchor
            ):
                if refused is not None:
                    refused.append((rule, first, last))
                continue
            forward = rule in _TENSED and _forward(rule, text, tokens, first, last, grammar)
            hit = Hit(groups, anchor, forward, {}, grammar.words.month_first)
            reading = _read(rule, hit)
            if reading:
                yield _Found(rule, first, last, hit, reading)


def _groups(match: re.Match[str], values: list[Any]) -> dict[str, Any]:
    return {name: values[match.end(name) - 1] for name, words in match.groupdict().items() if words}


def _forward(
    rule: str, text: str, tokens: Tokens, first: int, last: int, grammar: _Grammar
) -> bool:
    """Whether the clause round the words from `first` up to `last` looks ahead."""
    if "U" in tokens.symbols[max(0, first - 2) : first]:
        return True
    low = max(tokens.starts[0], tokens.starts[first] - _CLAUSE)
    high = min(tokens.ends[-1], tokens.ends[last - 1] + _CLAUSE)
    for bound in _BOUND.finditer(text, low, tokens.starts[first]):
        low = bound.end()
    # The comma after an expression that leads ends nothing: *On Monday, he will leave*.
    stop = _BOUND_AFTER.search(text, tokens.ends[last - 1] + (first <= 2), high)
    high = stop.start() if stop else high
    if grammar.future.search(text, low, high):
        return True
    timed = rule == "weekend" or grammar.due.search(text, low, high)
    return bool(timed) and grammar.past.search(text, low, high) is None


def _read(rule: str, hit: Hit) -> Reading | None:
    try:
        return RESOLVERS[rule](hit)
    except (ValueError, OverflowError):
        return None


def _mentions(
    chosen: list[_Found], tokens: Tokens, anchor: Anchor, said: dict[str, str]
) -> Iterator[DateMention]:
    """The mentions; `said` holds what the text has named so far, in the sentences before too."""
    end, previous = 0, None
    for index, item in enumerate(chosen):
        reading: Reading | None = item.reading
        if item.rule == "clock" and (day := _day_behind(item, chosen[index + 1 :], tokens)):
            said["T"] = day
        if said and item.rule in _LEANING:
            reading = _read(item.rule, replace(item.hit, said=said))
        elif item.rule == "weekday" and reading:
            reading = in_order(reading, previous, tokens.symbols[end : item.first])
        end, previous = item.last, reading
        if reading is None:
            continue
        _remember(said, item.rule, reading)
        span = Span(tokens.starts[item.first], tokens.ends[item.last - 1])
        mention = mention_of(span, item.rule, reading, anchor.published)
        if mention:
            yield mention


def _day_behind(item: _Found, following: list[_Found], tokens: Tokens) -> str | None:
    """The day right behind a time of the day: *at 10 pm on Thursday*, *alle 21 di giovedì*."""
    if not following or "at" in item.hit.groups:
        return None
    near = following[0]
    between = tokens.symbols[item.last : near.first]
    day = near.rule in _DAYS and len(between) <= 2 and set(between) <= set("ipa,")
    value = near.reading.value
    return value if day and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _remember(said: dict[str, str], rule: str, reading: Reading) -> None:
    """Notes in `said` what a later *that day* or *the year after* can lean on."""
    if reading.type not in ("DATE", "TIME"):
        return
    value = reading.value.rpartition("/")[2]
    day = re.fullmatch(r"\d{4}-\d\d-\d\d", value[:10])
    if day:
        said["D"] = said["T"] = value[:10]
        said["full"] = "" if rule in _OF_TODAY else value[:10]
    if rule in _OF_TODAY or not re.match(r"\d{4}", value):
        return
    said["Y"] = value[:4]
    if re.match(r"\d{4}-\d\d", value):
        said["M"] = value[:7]
    if re.fullmatch(r"\d{4}-[QH]\d", value):
        said["Q"] = value


def mention_of(
    span: Span, rule: str, reading: Reading, published: PartialDate | None
) -> DateMention | None:
    """The mention at `span`; None when its value names a day that no calendar has."""
    try:
        earliest, latest, precision = bounds(reading.value)
    except (ValueError, OverflowError):
        return None
    return DateMention(
        span=span,
        type=reading.type,
        value=reading.value,
        earliest=earliest,
        latest=latest,
        precision=precision,
        mod=reading.mod,
        anchor=reading.leans or (published.value if published and reading.anchored else None),
        rule=rule,
        confidence=reading.confidence,
    )
