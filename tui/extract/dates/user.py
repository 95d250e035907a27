"""The date a person types for an article, as precise as it was typed."""

from __future__ import annotations

import re

from tui.document import Language, Paragraph, PartialDate, Span, other_language, parse_partial_date
from tui.extract.dates.find import find_dates
from tui.extract.dates.odd import parse_with_library
from tui.extract.segmentation import split_sentences

_LONGEST = 80
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|\d{1,2}[./-]\d{1,2}[./-]\d{2}(?!\d)")
_VALUE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?")


def parse_user_date(text: str, language: Language) -> PartialDate | None:
    """The date written in `text`, or None; a part that was not written is never made up.

    Reads `2024-06`, then the language's own forms (*24 giugno 2024*, *giugno 2024*, *24/6/2024*),
    then the other language's, then what `dateparser` knows.
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    plain = parse_partial_date(text)
    if plain or not _YEAR.search(text):
        return plain
    for tongue in (language, other_language(language)):
        found = _own(text, tongue)
        if found:
            return found
    moment = parse_with_library(text, language)
    if moment is None:
        return None
    shape = "%Y-%m-%dT%H:%M" if ":" in text else "%Y-%m-%d"
    return parse_partial_date(moment.strftime(shape))


def _own(text: str, language: Language) -> PartialDate | None:
    """What our grammar reads, when one expression takes up the whole of `text`."""
    paragraph = Paragraph(Span(0, len(text)))
    mentions = find_dates(text, split_sentences(text, (paragraph,), language), language, None)
    whole = len(text.rstrip(" .,"))
    if not mentions or mentions[0].span.start > 0 or mentions[-1].span.end < whole:
        return None
    # Of a day and its hour the clock's value holds both.
    value = mentions[-1].value
    if mentions[-1].mod or len(mentions) > 2 or not _VALUE.fullmatch(value):
        return None
    if len(mentions) == 2 and mentions[-1].type != "TIME":
        return None
    return parse_partial_date(value)
