"""Dates in the formats of mail and machines, which `dateparser` reads best; imported when met."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from tui.document import DateMention, Language, PartialDate, Span
from tui.extract.dates.reading import Reading

_DAYS = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_ODD = re.compile(
    rf"\b(?:(?:{_DAYS}), )?\d{{1,2}} (?:{_MONTHS}) \d{{4}},? \d\d:\d\d(?::\d\d)?"
    r"(?: (?:[A-Z]{3,4}\b|[+\-]\d{4}))?"
    r"|\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+\-]\d\d:?\d\d)?"
)


def odd_dates(text: str, start: int, end: int, published: PartialDate | None) -> list[DateMention]:
    """The mail dates and ISO time stamps of `text[start:end]`, in order."""
    from tui.extract.dates.find import mention_of

    out: list[DateMention] = []
    for match in _ODD.finditer(text, start, end):
        moment = parse_with_library(match[0], "en")
        if moment:
            reading = Reading(moment.strftime("%Y-%m-%dT%H:%M"), "TIME", confidence=0.9)
            mention = mention_of(Span(*match.span()), "dateparser", reading, published)
            if mention:
                out.append(mention)
    return out


@lru_cache(maxsize=512)
def parse_with_library(words: str, language: Language) -> datetime | None:
    """What `dateparser` makes of `words`, whose parts all have to be there; else None."""
    import dateparser

    # STRICT_PARSING asks for day, month and year; the base, in no recent year, shows an invention.
    found = dateparser.parse(
        words,
        languages=[language],
        settings={
            "STRICT_PARSING": True,
            "RELATIVE_BASE": datetime(1904, 2, 29),  # noqa: DTZ001
            "DATE_ORDER": "DMY" if language == "it" else "MDY",
        },
    )
    return found if found and found.year != 1904 else None
