"""What a reader says goes before what the rules found."""

from __future__ import annotations

from tests.support.documents import bridge
from tui.document import Correction, corrected, from_json, to_json


def test_a_speaker_named_by_the_reader_speaks_the_whole_utterance() -> None:
    document = bridge()
    first = document.quotes[0]
    parts = [n for n, quote in enumerate(document.quotes) if quote.utterance == first.utterance]
    after = corrected(document, [Correction("quote", first.span.start, "Ada Neri")])
    for number, quote in enumerate(after.quotes):
        if number in parts:
            assert quote.speaker is not None
            assert (quote.speaker.name, quote.rule) == ("Ada Neri", "corrected")
            assert quote.corrected
        else:
            assert quote == document.quotes[number]
    assert after.check()
    assert from_json(to_json(after)) == after


def test_nobody_is_an_answer_too() -> None:
    document = bridge()
    after = corrected(document, [Correction("quote", document.quotes[0].span.start, "")])
    assert after.quotes[0].speaker is None
    assert after.quotes[0].corrected


def test_a_name_the_text_has_is_pointed_to_there() -> None:
    document = bridge()
    words = document.text.split()[0]
    start = document.quotes[0].span.start
    bare = corrected(document, [Correction("quote", start, "")])
    after = corrected(bare, [Correction("quote", start, words)])
    assert after.quotes[0].speaker is not None
    assert document.words(after.quotes[0].speaker.span) == words


def test_a_date_means_what_the_reader_says() -> None:
    document = bridge()
    mention = document.dates[0]
    after = corrected(document, [Correction("date", mention.span.start, "2024-04")])
    changed = after.dates[0]
    assert (changed.value, changed.precision, changed.rule) == ("2024-04", "month", "corrected")
    assert changed.earliest is not None
    assert changed.latest is not None
    assert (changed.earliest.day, changed.latest.day) == (1, 30)
    assert changed.span == mention.span
    assert after.dates[1:] == document.dates[1:]


def test_a_date_may_be_declared_unknown() -> None:
    document = bridge()
    after = corrected(document, [Correction("date", document.dates[0].span.start, "")])
    assert (after.dates[0].earliest, after.dates[0].precision) == (None, "vague")


def test_corrections_of_what_is_no_longer_found_change_nothing() -> None:
    document = bridge()
    assert corrected(document, [Correction("quote", 1, "Ada"), Correction("date", 2, "2024")]) == (
        document
    )
