"""The cue tables are what their script makes of the verbs."""

from __future__ import annotations

import pytest

from tui.extract.cues import KINDS, LANGUAGES, read_cues, table_of, written


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_what_the_script_makes(language: str) -> None:
    kept = table_of(language).read_text(encoding="utf-8")
    assert kept == written(language), "run: python -m tui.extract.cues"


@pytest.mark.parametrize(
    ("language", "kind", "form", "lemma"),
    [
        ("italian", "participle", "precisato", "precisare"),
        ("italian", "finite", "disse", "dire"),
        ("italian", "loose", "avvisarla", "avvisare"),
        ("english", "finite", "said", "say"),
        ("english", "loose", "warning", "warn"),
    ],
)
def test_forms_lead_to_their_lemma(language: str, kind: str, form: str, lemma: str) -> None:
    assert read_cues(language)[kind][form] == lemma


def test_every_kind_is_there() -> None:
    assert all(read_cues(language)[kind] for language in LANGUAGES for kind in KINDS)
