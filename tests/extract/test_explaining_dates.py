"""How a date was read, and what else was considered."""

from __future__ import annotations

from tui.document import Paragraph, PartialDate, Span
from tui.extract import explain_dates, find_dates, split_sentences
from tui.extract.dates.candidates import DateExplained

TEXT = (
    "La giunta si è riunita il 12 maggio e deciderà entro tre settimane. Il 70% dei presenti,"
    " oltre due anni fa, votò contro il piano del 2019."
)


def explained(text: str = TEXT) -> list[DateExplained]:
    """What is said of the dates of a text of June 2024."""
    sentences = split_sentences(text, (Paragraph(Span(0, len(text))),), "it")
    return explain_dates(text, sentences, "it", PartialDate("2024-06"))


def test_it_explains_the_very_dates_that_are_found() -> None:
    sentences = split_sentences(TEXT, (Paragraph(Span(0, len(TEXT))),), "it")
    found = find_dates(TEXT, sentences, "it", PartialDate("2024-06"))
    assert [each.mention for each in explained() if each.mention] == list(found)
    assert found


def test_the_readings_that_lost_are_named_with_the_reason() -> None:
    ago = next(each for each in explained() if each.mention and each.rule == "ago")
    assert ago.span.of(TEXT) == "oltre due anni fa"
    assert [(r.text, r.rule, r.why) for r in ago.rivals] == [
        ("oltre due anni", "duration", "shorter")
    ]
    day = next(each for each in explained() if each.rule == "day-month")
    assert "12" in day.span.of(TEXT)
    assert {rival.why for rival in day.rivals} == {"turned down by a guard"}


def test_what_a_guard_turned_down_is_shown_without_a_date() -> None:
    text = "Il sindaco, 56 anni, ha parlato per primo."
    refused = [each for each in explained(text) if each.mention is None]
    assert all(each.how == "turned down by a guard" for each in refused)
    assert "56 anni" in {each.span.of(text) for each in refused}


def test_spans_stand_in_order_and_inside_the_text() -> None:
    spans = [each.span for each in explained()]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(TEXT) for span in spans)
