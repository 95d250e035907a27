"""Calendar values are written as people write them, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import LANGUAGES
from tui.panels.calendar import MONTHS, written

WRITTEN = [
    ("2024-06-24", "24 giugno 2024", "24 June 2024"),
    ("2024-06-01", "1 giugno 2024", "1 June 2024"),
    ("2024-06", "giugno 2024", "June 2024"),
    ("2024", "2024", "2024"),
    ("2024-06-24T18:30", "24 giugno 2024, 18:30", "24 June 2024, 18:30"),
    ("2024-06-24TMO", "24 giugno 2024, mattina", "24 June 2024, morning"),
    ("2024-06-24TNI", "24 giugno 2024, notte", "24 June 2024, night"),
    ("2024-W26", "settimana 26, 2024", "week 26, 2024"),
    ("2024-W06-WE", "fine settimana 6, 2024", "weekend of week 6, 2024"),
    ("2024-Q2", "trimestre 2, 2024", "quarter 2, 2024"),
    ("2024-H1", "semestre 1, 2024", "half 1, 2024"),
    ("2024-SU", "estate 2024", "summer 2024"),
    ("199", "anni 1990", "1990s"),
    ("19", "secolo 20°", "20th century"),
    ("20", "secolo 21°", "21st century"),
    ("00", "secolo 1°", "1st century"),
    ("10", "secolo 11°", "11th century"),
    ("11", "secolo 12°", "12th century"),
    ("12", "secolo 13°", "13th century"),
    ("01", "secolo 2°", "2nd century"),
    ("02", "secolo 3°", "3rd century"),
    ("P1Y", "1 anno", "1 year"),
    ("P2Y", "2 anni", "2 years"),
    ("P2.5Y", "2,5 anni", "2.5 years"),
    ("P1M", "1 mese", "1 month"),
    ("P3M", "3 mesi", "3 months"),
    ("PT1M", "1 minuto", "1 minute"),
    ("PT3H", "3 ore", "3 hours"),
    ("PT30M", "30 minuti", "30 minutes"),
    ("P2W", "2 settimane", "2 weeks"),
    ("PXD", "alcuni giorni", "some days"),
    ("PXW", "alcune settimane", "some weeks"),
    ("PTXH", "alcune ore", "some hours"),
    ("PAST_REF", "nel passato", "in the past"),
    ("PRESENT_REF", "ora", "now"),
    ("FUTURE_REF", "in futuro", "to come"),
    ("2023/2024", "2023 – 2024", "2023 – 2024"),
    ("2024-06-03/2024-06-05", "3 giugno 2024 – 5 giugno 2024", "3 June 2024 – 5 June 2024"),
    ("XXXX-06-24", "24 giugno", "24 June"),
    ("XXXX-06", "giugno", "June"),
    ("XXXX-SU", "estate", "summer"),
    ("XXXX-Q1", "trimestre 1", "quarter 1"),
    ("XXXX-XX-XXTMO", "mattina", "morning"),
    ("XXXX-XX-XXT18:30", "18:30", "18:30"),
    ("XXXX-XX-XX", "un giorno", "some day"),
    ("XXXX-WXX-1", "lunedì", "Monday"),
    ("XXXX-WXX-7", "domenica", "Sunday"),
    ("XXXX-WXX-WE", "fine settimana", "weekend"),
]


@pytest.mark.parametrize(("value", "italian", "english"), WRITTEN)
def test_a_value_is_written_in_words(value: str, italian: str, english: str) -> None:
    assert written(value, "it") == italian
    assert written(value, "en") == english


@pytest.mark.parametrize("value", ["", "MO", "2024-13-01", "2024-00", "P", "/", "domani"])
def test_what_has_no_words_stays_as_it_is(value: str) -> None:
    for language in LANGUAGES:
        assert written(value, language).replace(" – ", "/") == value


@given(
    value=st.text(max_size=12) | st.from_regex(r"[0-9X]{2,4}(-[0-9WQHX]{2,3}){0,2}", fullmatch=True)
)
def test_no_value_is_too_odd_to_write(value: str) -> None:
    for language in LANGUAGES:
        assert isinstance(written(value, language), str)


@given(day=st.dates())
def test_every_day_of_the_calendar_names_its_month(day: object) -> None:
    value = str(day)
    for language in LANGUAGES:
        number, month, year = written(value, language).split()
        again = f"{year}-{MONTHS[language].index(month) + 1:02d}-{int(number):02d}"
        assert again == value
