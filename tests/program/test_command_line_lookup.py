"""`edicola lookup`: a word in any of its forms, without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, edicola
from tests.support.dictionaries import ENGLISH, ITALIAN, dictd, needs_freedict, stardict
from tests.support.reading import places, settings

ALONE = "[lookup]\nsystem_folders = []\n"
"""Settings that leave the dictionaries of the system out."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    settings(tmp_path, ALONE)
    dictd(places(tmp_path).dictionaries, "ita-eng", ITALIAN, title="Italiano")
    dictd(places(tmp_path).dictionaries, "eng-ita", ENGLISH, title="English")
    return tmp_path


def lookup(home: Path, *arguments: str) -> Outcome:
    return edicola(home, "lookup", *arguments)


def test_a_form_is_printed_with_its_dictionary_form_and_senses(home: Path) -> None:
    done = lookup(home, "Governi")
    assert (done.status, done.complaints) == (0, [])
    assert done.out.splitlines() == [
        "Governi (Italian)",
        "[Italiano]",
        "governo /ɡoˈvɛrno/",
        "  government",
        "  rule, control",
    ]


def test_the_language_can_be_said(home: Path) -> None:
    assert "ponte" in lookup(home, "bridges", "--from", "en").out
    assert lookup(home, "bridges", "--from", "it").status == 1


def test_what_is_not_known_is_said_and_the_others_are_printed(home: Path) -> None:
    done = lookup(home, "sfarzoso", "ponti", "l'acqua")
    assert done.status == 1
    assert done.complaints == ["edicola: sfarzoso: nothing is known of it (2 looked into)"]
    assert "bridge" in done.out
    assert "water" in done.out


def test_json_has_one_object_for_each_word(home: Path) -> None:
    done = lookup(home, "ponti", "sfarzoso", "--json")
    known, unknown = map(json.loads, done.out.splitlines())
    assert known == {
        "word": "ponti",
        "answers": [
            {
                "language": "it",
                "lemma": "ponte",
                "entries": [
                    {
                        "headword": "ponte",
                        "note": "/ˈponte/",
                        "senses": ["bridge"],
                        "phrase": False,
                        "dictionary": "Italiano",
                    }
                ],
            }
        ],
    }
    assert unknown == {"word": "sfarzoso", "answers": []}
    assert done.status == 1


def test_without_dictionaries_the_remedy_is_said(tmp_path: Path) -> None:
    settings(tmp_path, ALONE)
    done = lookup(tmp_path, "ponte")
    assert (done.status, done.out) == (1, "")
    (line,) = done.complaints
    assert "there are no dictionaries" in line
    assert "apt install dict-freedict-ita-eng dict-freedict-eng-ita" in line
    assert "[lookup]" in line


def test_folders_of_the_settings_are_searched_and_a_broken_dictionary_is_named(
    tmp_path: Path,
) -> None:
    own = tmp_path / "mine"
    stardict(own, "ours", {"ponte": b"bridge"})
    broken = stardict(own, "broken", {"ponte": b"wrong"})
    broken.with_suffix(".idx").write_bytes(b"a" * 999)
    settings(tmp_path, f'{ALONE}folders = ["~/mine", "~/nowhere"]\n')
    done = lookup(tmp_path, "ponti")
    assert done.status == 0
    assert "Dizionario italiano-inglese" in done.out
    (line,) = done.complaints
    assert line == f"edicola: {broken.with_suffix('.idx')}: damaged (an entry has no end)"


def test_a_word_is_needed(tmp_path: Path) -> None:
    assert lookup(tmp_path).status == 2


@needs_freedict
def test_debians_dictionaries_are_found_without_settings(tmp_path: Path) -> None:
    done = lookup(tmp_path, "governo", "governments")
    assert done.status == 0
    assert "administration, government" in done.out
    assert "English-Italian FreeDict" in done.out
