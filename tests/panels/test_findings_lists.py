"""The sidebar as data: who said what and when, in the language of the view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.articles import article, articles, day, long_article
from tui.document import (
    Cue,
    DateMention,
    Document,
    Echo,
    Echoes,
    Modifier,
    Quote,
    QuoteKind,
    Span,
    Speaker,
)
from tui.panels.findings import DateListing, QuoteListing, shown_language
from tui.panels.items import Item, ItemRows, Listing, Nothing, Shown
from tui.panels.rows import View
from tui.panels.wrap import cells

BARE = article(
    [("“Abbiamo finito”, ha detto la sindaca Riva, “e in\u00a0tempo”.", None)],
    [("Il 3 maggio si apre.", "It opens on 3 May.")],
    [("“Vedremo”, secondo Neri.", "“We shall see”, Neri said.")],
)
TRANSLATED = "“We are done”, Mayor Riva said, “and on time”."


def at(words: str, document: Document = BARE) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def quote(
    words: str,
    utterance: int,
    kind: QuoteKind = "direct",
    confidence: float = 0.9,
    via: Speaker | None = None,
) -> Quote:
    riva = Speaker(at("la sindaca Riva"), "Anna Riva")
    cue = Cue(at("ha detto"), "dire")
    return Quote(at(words), kind, utterance, riva, via, cue, confidence)


def reading(*quotes: Quote, dates: tuple[DateMention, ...] = ()) -> Document:
    first = BARE.translations[1]
    assert first is not None
    document = BARE.with_translations({0: replace(first, text=TRANSLATED)})
    return document.with_findings(quotes=quotes, dates=dates)


BOTH_PARTS = (quote("Abbiamo finito", 0), quote("e in\u00a0tempo", 0))
HEARD = Echoes().updated(
    (),
    [
        Echo("quote", 0, 0, Span(1, 12)),
        Echo("quote", 1, 0, Span(TRANSLATED.index("and"), TRANSLATED.index("”."))),
    ],
)


def items(
    listing: Listing, document: Document, echoes: Echoes = HEARD, view: View = View.ITALIAN
) -> list[Item]:
    shown = Shown(document, echoes, view)
    return [listing.item(number, shown) for number in range(len(listing.sentences))]


def quotes(document: Document, view: View, echoes: Echoes = HEARD) -> list[Item]:
    return items(QuoteListing(document), document, echoes, view)


def test_the_parts_of_an_utterance_are_one_item() -> None:
    (item,) = quotes(reading(*BOTH_PARTS), View.ITALIAN)
    assert item.lines == (
        ("Anna Riva", "head"),
        ("“Abbiamo finito … e in tempo”", "words"),
        ("ha detto (dire)", "note"),
    )
    assert item.copied == "Anna Riva: “Abbiamo finito … e in tempo”"


def test_in_the_other_language_an_item_gives_the_translated_words() -> None:
    (item,) = quotes(reading(*BOTH_PARTS), View.ENGLISH)
    assert ("“We are done … and on time”", "words") in item.lines
    assert item.lines[-1] == ("ha detto (dire) · translated", "note")
    assert item.copied == "Anna Riva: “We are done … and on time”"


def test_words_not_found_for_certain_stay_those_of_the_article_and_it_says_so() -> None:
    half = Echoes().updated((), [HEARD.by_sentence[0][0]])
    for echoes in (Echoes(), half):
        (item,) = quotes(reading(*BOTH_PARTS), View.ENGLISH, echoes)
        assert ("“Abbiamo finito … e in tempo”", "words") in item.lines
        assert item.lines[-1] == ("ha detto (dire) · in the words of the article", "note")


def test_both_languages_side_by_side_list_the_words_of_the_article() -> None:
    document = reading(*BOTH_PARTS)
    assert quotes(document, View.BOTH) == quotes(document, View.ITALIAN)
    assert shown_language(document, View.BOTH) == shown_language(document, View.ITALIAN) == "it"
    assert shown_language(document, View.ENGLISH) == "en"


def test_an_uncertain_speaker_is_called_uncertain_in_words() -> None:
    sure, unsure = quote("Abbiamo finito", 0), quote("e in\u00a0tempo", 0, confidence=0.3)
    (item,) = quotes(reading(sure, unsure), View.ITALIAN)
    assert item.lines[-1] == ("ha detto (dire) · uncertain", "note")
    (item,) = quotes(reading(sure), View.ITALIAN)
    assert item.lines[-1] == ("ha detto (dire)", "note")


def test_nobody_is_made_up_where_the_text_names_nobody() -> None:
    alone = Quote(at("Vedremo"), "mixed", 3, None, None, None, 0.1)
    (item,) = quotes(reading(alone), View.ITALIAN)
    assert item == Item((("speaker not named", "head"), ("“Vedremo”", "words")), "“Vedremo”")


def test_whoever_relays_the_words_is_named_beside_who_said_them() -> None:
    relayed = quote("Vedremo", 1, via=Speaker(at("Neri"), "Luca Neri"))
    (item,) = quotes(reading(relayed), View.ITALIAN)
    assert item.lines[-1] == ("ha detto (dire) · via Luca Neri", "note")


def test_utterances_are_listed_in_reading_order_and_reported_speech_is_not() -> None:
    told = quote("Il 3 maggio si apre", 5, "indirect")
    document = reading(*BOTH_PARTS, told, quote("Vedremo", 7, "mixed"))
    listing = QuoteListing(document)
    assert listing.sentences == [(0,), (2,)]
    assert [item.lines[1][0] for item in items(listing, document)] == [
        "“Abbiamo finito … e in tempo”",
        "“Vedremo”",
    ]


def test_an_utterance_of_two_sentences_stands_in_both() -> None:
    document = reading(quote("Abbiamo finito", 0), quote("Vedremo", 0))
    rows = ItemRows(QuoteListing(document), Shown(document, HEARD, View.BOTH), 30)
    assert [rows.stands_in(0, sentence) for sentence in (0, 1, 2)] == [True, False, True]


def explain(mention: DateMention) -> str:
    return f"by the rule {mention.rule}"


def dates(document: Document, view: View, echoes: Echoes = HEARD) -> list[Item]:
    return items(DateListing(document, explain), document, echoes, view)


def test_a_date_gives_its_value_the_expression_and_how_it_was_reckoned() -> None:
    document = reading(dates=(day(at("Il 3 maggio")),))
    (item,) = dates(document, View.ITALIAN)
    assert item.lines == (
        ("3 maggio 2024", "head"),
        ("Il 3 maggio", "words"),
        ("by the rule full", "note"),
    )
    assert item.copied == "Il 3 maggio: 2024-05-03"
    assert DateListing(document, explain).sentences == [(1,)]


def test_a_date_speaks_the_language_of_the_view() -> None:
    document = reading(dates=(day(at("Il 3 maggio")),))
    echoes = HEARD.updated((), [Echo("date", 0, 1, Span(9, 17))])
    (item,) = dates(document, View.ENGLISH, echoes)
    assert item.lines[:2] == (("3 May 2024", "head"), ("on 3 May", "words"))
    (item,) = dates(document, View.ENGLISH)
    assert item.lines[:2] == (("3 May 2024", "head"), ("Il 3 maggio", "words"))


def test_an_uncertain_date_is_called_uncertain_in_words() -> None:
    (item,) = dates(reading(dates=(day(at("Il 3 maggio"), confidence=0.4),)), View.ITALIAN)
    assert item.lines[-1] == ("by the rule full · uncertain", "note")


@pytest.mark.parametrize(
    ("mod", "italian", "english"),
    [
        ("START", "inizio di maggio 2024", "beginning of May 2024"),
        ("MID", "metà di maggio 2024", "middle of May 2024"),
        ("END", "fine di maggio 2024", "end of May 2024"),
        ("APPROX", "circa maggio 2024", "about May 2024"),
        ("MORE_THAN", "maggio 2024 o prima", "May 2024 or earlier"),
        ("LESS_THAN", "maggio 2024 o dopo", "May 2024 or later"),
    ],
)
def test_what_is_only_about_a_date_is_said_so(mod: Modifier, italian: str, english: str) -> None:
    mention = day(at("Il 3 maggio"), "2024-05", mod=mod)
    document = reading(dates=(mention,))
    assert dates(document, View.ITALIAN)[0].lines[0] == (italian, "head")
    assert dates(document, View.ENGLISH)[0].lines[0] == (english, "head")


def test_a_length_of_time_is_more_or_less_than_what_is_said() -> None:
    mention = day(at("Il 3 maggio"), "P2Y", kind="DURATION", mod="MORE_THAN")
    document = reading(dates=(mention,))
    assert dates(document, View.ITALIAN)[0].lines[0] == ("oltre 2 anni", "head")
    assert dates(document, View.ENGLISH)[0].lines[0] == ("more than 2 years", "head")


@settings(max_examples=12)
@given(document=articles(), width=st.integers(2, 60), view=st.sampled_from(View))
def test_the_rows_of_a_list_fit_it_and_say_all_of_every_item(
    document: Document, width: int, view: View
) -> None:
    shown = Shown(document, Echoes(), view)
    for listing in (QuoteListing(document), DateListing(document, explain)):
        rows = ItemRows(listing, shown, width)
        for index in range(rows.count):
            own = rows.rows(index)
            assert rows.height(index) == len(own)
            assert [role for _, role in own].count("gap") == (1 if index else 0)
            assert all(cells(text) <= width for text, _ in own)
            said = "".join(text for text, _ in own).replace(" ", "")
            assert said == "".join(text for text, _ in listing.item(index, shown).lines).replace(
                " ", ""
            )


def test_the_list_follows_the_cursor_to_the_last_item_before_it() -> None:
    text = long_article(30)
    spans = [Span(s.span.start, s.span.start + 5) for s in text.sentences]
    document = text.with_findings(dates=[day(spans[n]) for n in (4, 9, 20)])
    rows = ItemRows(DateListing(document, explain), Shown(document, HEARD, View.BOTH), 30)
    near = [rows.nearest_to(sentence) for sentence in (0, 3, 4, 8, 9, 19, 20, 29)]
    assert near == [0, 0, 0, 0, 1, 1, 2, 2]


def test_of_several_items_in_one_sentence_the_list_goes_to_the_first() -> None:
    document = reading(quote("Abbiamo finito", 0), quote("e in\u00a0tempo", 1), quote("Vedremo", 2))
    rows = ItemRows(QuoteListing(document), Shown(document, HEARD, View.BOTH), 30)
    assert [rows.nearest_to(sentence) for sentence in (0, 1, 2)] == [0, 1, 2]


def test_an_empty_list_has_no_rows_and_no_items() -> None:
    rows = ItemRows(Nothing(), None, 30)
    assert rows.count == 0
    assert rows.nearest_to(5) == 0
    with pytest.raises(IndexError):
        rows.item(0)
