"""What got lost or was invented is flagged; what has an innocent explanation never is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.translating import seed_pairs
from tui.document import Language
from tui.translate.flags import flags_of


def flags(source: str, translated: str, language: Language = "it") -> list[tuple[str, str, str]]:
    return [(f.kind, f.change, f.text) for f in flags_of(source, translated, language)]


@pytest.mark.parametrize(
    ("source", "translated", "expected"),
    [
        ("Sono morte 15 persone.", "5 people died.",
         [("number", "lost", "15"), ("number", "invented", "5")]),
        ("Costa 3 milioni di euro.", "It costs 3 billion euros.",
         [("number", "lost", "3 milioni"), ("number", "invented", "3 billion")]),
        ("È successo nel 1987.", "It happened.", [("number", "lost", "1987")]),
        ("Sono in tanti.", "There are 40 of them.", [("number", "invented", "40")]),
        ("Si apre il 24 giugno.", "It opens on 25 June.",
         [("date", "lost", "24 giugno"), ("date", "invented", "25 June")]),
        ("Si apre lunedì.", "It opens on Tuesday.",
         [("date", "lost", "lunedì"), ("date", "invented", "Tuesday")]),
        ("Si apre in aprile.", "It opens.", [("date", "lost", "aprile")]),
        ("Lo dice Andrei Belousov.", "So would go Belousov.", [("name", "lost", "Andrei")]),
        ("Ha lasciato Mosca in fretta.", "He left fly in a hurry.", [("name", "lost", "Mosca")]),
        ("Lo dice Belousov.", "So says Ivan Fly.",
         [("name", "lost", "Belousov"), ("name", "invented", "Ivan"),
          ("name", "invented", "Fly")]),
        ("Il presidente è in viaggio.", "The president is travelling to Japan.",
         [("name", "invented", "Japan")]),
        ("Al G7 si discute.", "At the summit they talk.", [("name", "lost", "G7")]),
        ("Ha detto «basta così» e via.", 'He said "that is enough and left.',
         [("quote", "lost", "«basta così»")]),
        ("Ha detto “basta così” e via.", "He said that is enough” and left.",
         [("quote", "lost", "“basta così”")]),
    ],
)  # fmt: skip
def test_what_got_lost_or_was_invented_is_flagged(
    source: str, translated: str, expected: list[tuple[str, str, str]]
) -> None:
    assert flags(source, translated) == expected


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("Erano in due.", "There were 2 of them."),
        ("Erano 2.", "There were two of them."),
        ("Duecentocinquantamila voti.", "250,000 votes."),
        ("Sono 21 i feriti.", "Twenty-one people were injured."),
        ("Un milione e mezzo di euro.", "1.5 million euros."),
        ("Tra i 12 e i 20 milioni.", "Between 12 million and 20 million."),
        ("Nel XIX secolo.", "In the nineteenth century."),
        ("Nel Novecento.", "In the 20th century."),
        ("Negli anni '70.", "In the 1970s."),
        ("Negli anni Settanta.", "In the 70s."),
        ("Nel 2024-25.", "In 2024-2025."),
        ("Il 50 per cento dei voti.", "Half of the votes."),
        ("Alle 15.30 in punto.", "At half past... no, 3:30 pm."),
        ("Alle 20 di sera.", "At 8 pm."),
        ("Il 3 e il 4 maggio.", "On May 3 and 4."),
        ("A Ferragosto.", "In mid-August."),
        ("L’edizione domenicale.", "Sunday’s edition."),
        ("Maggio è finito.", "May is over."),
        ("È a Roma con gli Stati Uniti.", "He is in Rome with the United States."),
        ("La guerra degli Stati Uniti.", "The American war."),
        ("Vertice dell’ONU a New York.", "UN summit in New York."),
        ("Lo dice la Nato.", "NATO says so."),
        ("Il presidente Sergio Mattarella tace.", "President Sergio Mattarella is silent."),
        ("Parla il Presidente Mattarella.", "The president, Mattarella, speaks."),
        ("Ieri il Ministro della Difesa ha parlato.", "The Defence Minister spoke yesterday."),
        ("È caduto il Ponte Morandi.", "The Morandi Bridge collapsed."),
        ("Si vede il Monte Bianco.", "One sees Mont Blanc."),
        ("Domani parlo io.", "Tomorrow I will speak."),
        ("Lunedì, in aprile, parla l’inglese.", "On Monday, in April, the English one speaks."),
        ("Per Zelensky è tardi.", "For Zelenskyy it is late."),
        ("Lo dice papa Francesco.", "Pope Francis says so."),
        ("Nuovi aerei: sei A320.", "New planes: six A320s."),
        ("La guerra fredda e il mar Nero.", "The Cold War and the Black Sea."),
        ("Ha detto «basta» e via.", 'He said "enough" and left.'),
        ("Ha detto “basta” e via.", "He said ‘enough’ and left."),
        ("Ha detto “basta", "He said “enough"),
        ("Ha detto “basta” e via.", "Er sagte „genug“ and left."),
        ("LA GUERRA DI BELOUSOV A MOSCA", "THE WAR IN MOSCOW"),
        ("Il titolo di domani", "The Headline For Tomorrow In Capital Letters"),
    ],
)
def test_what_has_an_innocent_explanation_is_not_flagged(source: str, translated: str) -> None:
    assert flags(source, translated) == []


@pytest.mark.parametrize(
    ("source", "translated", "expected"),
    [
        ("On Monday Prime Minister Giorgia Meloni spoke.", "Lunedì ha parlato la premier Meloni.",
         [("name", "lost", "Giorgia")]),
        ("The English won 2-0 in May.", "Gli inglesi hanno vinto 2-0 a maggio.", []),
        ("He met President Mattarella in Rome.", "Ha visto il presidente Mattarella a Roma.", []),
        ("He spent $1,500.", "Ha speso 1.500 dollari.", []),
        ("He spent $1,500.", "Ha speso 1,5 dollari.",
         [("number", "lost", "1,500"), ("number", "invented", "1,5")]),
        ("He may go to Paris.", "Può andare ad Atene.",
         [("name", "lost", "Paris"), ("name", "invented", "Atene")]),
    ],
)  # fmt: skip
def test_the_other_direction(
    source: str, translated: str, expected: list[tuple[str, str, str]]
) -> None:
    assert flags(source, translated, "en") == expected


def test_a_translation_made_with_care_has_no_flags_in_either_direction() -> None:
    pairs = seed_pairs()
    assert len(pairs) > 10
    for italian, english in pairs:
        assert flags(italian, english) == []
        assert flags(english, italian, "en") == []


@given(st.text(), st.text())
def test_whatever_the_words_are_nothing_breaks(source: str, translated: str) -> None:
    for flag in flags_of(source, translated, "it"):
        assert flag.text in (source if flag.change == "lost" else translated)
