"""Numbers, names and days of a sentence, found again in its translation where that is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import Language, other_language
from tui.translate.anchors import anchors_of, paired


def pairs(source: str, translated: str, language: Language = "it") -> list[tuple[str, str, str]]:
    return [
        (pair.kind, pair.source.of(source), pair.translated.of(translated))
        for pair in paired(source, translated, language)
    ]


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("Costa 1.234,5 euro.", "It costs 1,234.5 euros."),
        ("Sono 20.000 in tutto.", "They are 20,000 in all."),
        ("Sono 20mila in tutto.", "They are 20 thousand in all."),
        ("Servono 3 milioni di euro.", "It takes 3 million euros."),
        ("Servono 3,5 miliardi.", "It takes $3.5bn."),
        ("Servono 3 milioni.", "It takes 3,000,000."),
        ("Cresce del 12,5 per cento.", "It grows by 12.5%."),
        ("Cresce del 12,5%.", "It grows by 12.5 percent."),
        ("È la 3ª volta.", "It is the 3rd time."),
        ("Nel XXI secolo.", "In the 21st century."),
        ("Inizia alle 15.30 in punto.", "It begins at 3:30 pm sharp."),
        ("Inizia alle ore 15 in punto.", "It begins at 3 pm sharp."),
        ("Nel 2023 è successo.", "It happened in 2023."),
    ],
)
def test_a_number_is_found_by_its_value(source: str, translated: str) -> None:
    (pair,) = pairs(source, translated)
    assert pair[0] == "number"


def test_the_words_around_a_number_belong_to_it() -> None:
    assert pairs("Il 12,5 per cento di 3 milioni.", "12.5% of 3 million.") == [
        ("number", "12,5 per cento", "12.5%"),
        ("number", "3 milioni", "3 million"),
    ]


@pytest.mark.parametrize(
    ("source", "translated", "expected"),
    [
        ("Apre il 24 giugno.", "It opens on June 24.", [("date", "24 giugno", "June 24")]),
        ("Apre il 24 giugno.", "It opens on the 24th of June.",
         [("date", "24 giugno", "24th of June")]),
        ("Apre il 1° ottobre.", "It opens on 1 October.", [("date", "1° ottobre", "1 October")]),
        ("Apre il 24/6/2024.", "It opens on 24 June.", [("date", "24/6/2024", "24 June")]),
        ("Apre sabato, in marzo.", "It opens on Saturday, in March.",
         [("date", "sabato", "Saturday"), ("date", "marzo", "March")]),
        ("Apre il 24 giugno.", "It opens on June 25.", []),
    ],
)  # fmt: skip
def test_a_day_is_found_by_the_calendar(
    source: str, translated: str, expected: list[tuple[str, str, str]]
) -> None:
    assert pairs(source, translated) == expected


@pytest.mark.parametrize(
    ("source", "translated", "expected"),
    [
        ("Lo dice Andrei Belousov a Mosca.", "So says Andrei Belousov in Moscow.",
         [("Andrei Belousov", "Andrei Belousov"), ("Mosca", "Moscow")]),
        ("Belousov tace.", "Belousov is silent.", [("Belousov", "Belousov")]),
        ("La guerra degli Stati Uniti.", "The war of the United States.",
         [("Stati Uniti", "United States")]),
        ("Il vertice dell’Onu a New York.", "The UN summit in New York.",
         [("Onu", "UN"), ("New York", "New York")]),
        ("Al G7 si parla di 5G.", "At the G7 they speak of 5G.", [("G7", "G7"), ("5G", "5G")]),
        ("Austin ha chiamato Austin.", "Austin called him.", []),
        ("Come va?", "Come here, please.", []),
        ("Il Ministro parla.", "The Minister speaks.", []),
    ],
)  # fmt: skip
def test_a_name_is_found_by_its_spelling_or_in_the_gazetteer(
    source: str, translated: str, expected: list[tuple[str, str]]
) -> None:
    assert [pair[1:] for pair in pairs(source, translated)] == expected


def test_equal_counts_give_an_order_and_unequal_ones_nothing() -> None:
    assert len(pairs("Sono 5 cani e 5 gatti.", "There are 5 dogs and 5 cats.")) == 2
    assert pairs("Sono 5 cani e 5 gatti.", "There are 5 of each.") == []


def test_a_number_that_can_be_read_in_two_ways_is_found_only_when_nothing_else_fits() -> None:
    # An engine that leaves the Italian point where English has a comma.
    assert pairs("Sono 1.500.", "They are 1.500.") == [("number", "1.500", "1.500")]
    assert pairs("Sono 1.500.", "They are 1.500 or 1,500.") == [("number", "1.500", "1,500")]


def test_english_articles_are_read_as_well() -> None:
    source = "On 3 May President Macron of France spent £2.5bn."
    assert pairs(source, "Il 3 maggio il presidente Macron ha speso 2,5 miliardi.", "en") == [
        ("date", "3 May", "3 maggio"),
        ("name", "Macron", "Macron"),
        ("number", "2.5bn", "2,5 miliardi"),
    ]
    assert pairs("The vote may come.", "Il voto può venire a maggio.", "en") == []
    assert pairs("Theresa May spoke.", "Parla Theresa May.", "en") == [
        ("name", "Theresa May", "Theresa May")
    ]


SCRAPS = """
3 24 1.234,5 1,500 15.30 milioni % per cento giugno June sabato May 2024 Roma Rome Stati Uniti 5G
Belousov XXI ° /6/ - . , “ ” ’ d' L' a
"""
PIECES = st.sampled_from(SCRAPS.split())


@given(st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join), st.sampled_from(["it", "en"]))
def test_spans_lie_in_their_texts_in_order_and_never_overlap(
    source: str, translated: str, language: Language
) -> None:
    for text, spoken in ((source, language), (translated, other_language(language))):
        end = 0
        for anchor in anchors_of(text, spoken):
            assert end <= anchor.span.start < anchor.span.end <= len(text)
            assert anchor.readings
            end = anchor.span.end
    for pair in paired(source, translated, language):
        assert pair.source.of(source).strip()
        assert pair.translated.of(translated).strip()


@given(st.text(), st.text())
def test_whatever_the_words_are_nothing_breaks(source: str, translated: str) -> None:
    paired(source, translated, "it")
    paired(source, translated, "en")
