"""First names: the table, and what it says of people."""

from __future__ import annotations

import pytest

from tests.support.extracting import paragraphs_of, sentences_of
from tui.extract import find_quotes
from tui.extract.given import genders


@pytest.mark.parametrize(("name", "gender"), [("matteo", "m"), ("giulia", "f"), ("ursula", "f")])
def test_a_first_name_tells_the_gender(name: str, gender: str) -> None:
    assert genders()[name] == gender


def test_places_are_no_first_names() -> None:
    assert genders().keys().isdisjoint(("roma", "milano", "napoli", "torino"))


def test_a_pronoun_finds_the_person_whose_name_fits() -> None:
    text = "Carmen Ruiz met Beppe Sala in Rome. “It went well,” she said."
    (quote,) = find_quotes(text, paragraphs_of(text), sentences_of(text, "en"), "en")
    assert quote.speaker is not None
    assert quote.speaker.name == "Carmen Ruiz"
