"""Which language a text is in."""

from __future__ import annotations

import pytest

from tui.extract import detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Il sindaco ha detto che il ponte resta chiuso fino a lunedì."),
        ("it", "Per Galli è presto, secondo l'azienda costa troppo."),
        ("en", "The mayor said that the bridge would stay closed until Monday."),
        ("en", "She told reporters it was over."),
        (None, "Le maire a dit que le pont reste fermé jusqu'à lundi dans la ville."),
        (None, "El alcalde dijo que el puente sigue cerrado hasta el lunes y no abre."),
        (None, "Der Bürgermeister sagte, dass die Brücke bis Montag nicht öffnet."),
        (None, "O presidente disse que a ponte não abre e que as obras continuam no rio."),
        (None, ""),
        (None, "2024 1.200 %"),
        (None, "Москва не отвечает"),
        (None, "Roma Milano Napoli Torino Palermo Genova Bologna Firenze Bari"),
    ],
)
def test_function_words_tell_the_language_or_nobody_does(language: str | None, text: str) -> None:
    assert detect_language(text) == language


def test_one_foreign_paragraph_does_not_turn_an_article() -> None:
    italian = "Il governo ha deciso che la legge non si tocca e che il voto è per domani. " * 5
    assert detect_language(italian + "The rest is silence and it is not for us.") == "it"
