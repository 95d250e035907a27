"""How a date was reached, in one line for a person."""

from __future__ import annotations

from tui.document import DateMention, PartialDate

_HOW = {
    "day-word": "a day counted from the article's date",
    "weekday": "the weekday nearest to the article's date",
    "weekday-day": "the nearest day on which weekday and number agree",
    "day-month": "the year in which it lies nearest to the article's date",
    "day-range": "the year in which it lies nearest to the article's date",
    "figures": "the year in which it lies nearest to the article's date",
    "month": "the year that fits the article's date",
    "ago": "counted back from it",
    "ahead": "counted on from it",
    "unit": "counted from the article's date",
    "clock": "on that day",
    "part-of-day": "on that day",
    "feast": "the feast nearest to the article's date",
    "season": "the year that fits the article's date",
    "quarter": "the year that fits the article's date",
    "later": "counted from the date the text named before",
    "that-day": "the date the text named before",
    "same-period": "the same part of another year",
    "first-months": "of the article's year",
    "weekend": "the weekend nearest to the article's date",
}


def explain(mention: DateMention) -> str:
    """How the value was reached, in one line: `reckoned from 2024-06-24: counted back from it`."""
    if mention.anchor is None:
        if mention.precision == "vague" and mention.type != "DURATION":
            return "the article does not say of which date"
        return "a length of time" if mention.type == "DURATION" else "written in full"
    how = _HOW.get(mention.rule, "from the article's date")
    known = PartialDate(mention.anchor)
    if known.day is None and mention.value == mention.anchor:
        return f"{how}; the article gives {mention.anchor} only, so the day stays open"
    return f"reckoned from {mention.anchor}: {how}"
