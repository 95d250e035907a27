"""A word of the text looked up in what dictionaries there are."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tests.support.dictionaries import ENGLISH, ITALIAN, SYSTEM, dictd, needs_freedict, stardict
from tui.document import Language
from tui.lookup import Shelf
from tui.lookup.analyser import Analyser, find_analyser
from tui.lookup.directions import direction_of


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    dictd(tmp_path, "freedict-ita-eng", ITALIAN, title="Italiano")
    dictd(tmp_path, "freedict-eng-ita", ENGLISH, title="English")
    return Shelf([tmp_path], lambda _: None)


def headwords(shelf: Shelf, word: str, language: Language = "it") -> list[str]:
    return [entry.headword for entry in shelf.look_up(word, language).entries]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("governo", ["governo"]),
        ("Governi", ["governo"]),
        ("lavoro", ["lavoro", "lavorare"]),
        ("lavori", ["lavoro", "lavorare"]),
        ("è", ["essere"]),
        ("riaperto", ["riaprire"]),
        ("l’acqua", ["acqua"]),
        ("dell'acqua", ["acqua"]),
        ("c'è", ["essere"]),
        ("all’estero", ["all'estero"]),
        ("perche'", ["perché"]),
        ("perchè", ["perché"]),
        ("«ponti»", ["ponte"]),
        ("abituati", ["abituarsi"]),
        ("bridge", []),
        ("", []),
        ("…", []),
        ("\x1b[31mponte", ["ponte"]),
    ],
)
def test_italian_words(shelf: Shelf, word: str, expected: list[str]) -> None:
    assert headwords(shelf, word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bridges", ["bridge"]),
        ("countries", ["country"]),
        ("country's", ["country"]),
        ("reopened", ["reopen"]),
        ("we'll", []),
        ("Well", ["well"]),
    ],
)
def test_english_words(shelf: Shelf, word: str, expected: list[str]) -> None:
    assert headwords(shelf, word, "en") == expected


def test_the_answer_says_the_lemma_and_which_dictionary(shelf: Shelf) -> None:
    answer = shelf.look_up("Governi", "it")
    assert (answer.word, answer.lemma, answer.dictionaries) == ("Governi", "governo", 1)
    assert answer.entries[0].dictionary == "Italiano"
    assert answer.problems == ()


def test_without_dictionaries_the_answer_says_that_there_are_none(tmp_path: Path) -> None:
    answer = Shelf([tmp_path], lambda _: None).look_up("ponte", "it")
    assert (answer.entries, answer.dictionaries, answer.problems) == ((), 0, ())


def test_several_dictionaries_answer_together(tmp_path: Path) -> None:
    dictd(tmp_path / "one", "ita-eng", ITALIAN, title="One")
    stardict(tmp_path / "two" / "inside", "x", {"ponte": b"deck"}, title="Italian-English Two")
    stardict(tmp_path / "two" / "inside", "y", {"ponte": b"pont"}, title="French-Italian Three")
    answer = Shelf([tmp_path / "one", tmp_path / "two"], lambda _: None).look_up("ponti", "it")
    assert [(e.dictionary, e.article.senses) for e in answer.entries] == [
        ("One", ("bridge",)),
        ("Italian-English Two", ("deck",)),
    ]


@pytest.mark.parametrize(
    ("name", "italian", "english"),
    [
        ("freedict-ita-eng", True, False),
        ("freedict-eng-ita", False, True),
        ("it_en", True, False),
        ("Dizionario italiano-inglese", True, False),
        ("English-Italian (Babylon)", False, True),
        ("Treccani italiano", True, False),
        ("freedict-deu-eng", False, False),
        ("freedict-deu-fra", False, False),
        ("French-English", False, False),
        ("wordnet", True, True),
        ("my-own", True, True),
    ],
)
def test_the_direction_is_read_from_the_name(name: str, italian: bool, english: bool) -> None:
    direction = direction_of(name)
    assert (direction.serves("it"), direction.serves("en")) == (italian, english)


def test_two_threads_may_ask(shelf: Shelf) -> None:
    answers: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(headwords(shelf, "governi")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [["governo"]] * 8


@needs_freedict
def test_debians_dictionaries_serve_both_languages() -> None:
    shelf = Shelf([SYSTEM], lambda _: None)
    assert "government" in shelf.look_up("governi", "it").entries[0].article.senses[0]
    assert headwords(shelf, "l’acqua") == ["acqua"]
    assert shelf.look_up("governments", "en").entries[0].article.senses == ("governo",)
    assert shelf.look_up("missili", "it").entries == ()


needs_apertium = pytest.mark.skipif(
    not os.environ.get("CI") and find_analyser("it") is None,
    reason="needs apertium and apertium-spa-ita (required where CI is set)",
)


@needs_apertium
@pytest.mark.parametrize(
    ("word", "lemma"), [("hanno", "avere"), ("missili", "missile"), ("dirlo", "dire")]
)
def test_apertiums_analyser_gives_lemmas(word: str, lemma: str) -> None:
    analyser = find_analyser("it")
    assert analyser is not None
    assert lemma in analyser.lemmas(word)


@needs_apertium
def test_what_the_analyser_says_goes_before_the_rules(tmp_path: Path) -> None:
    entries = {"caso": "caso\ncase\n", "casa": "casa\nhouse\n", "casare": "casare\ninvented\n"}
    dictd(tmp_path, "ita-eng", entries)
    assert headwords(Shelf([tmp_path], lambda _: None), "casa") == ["casa", "casare"]
    assert headwords(Shelf([tmp_path]), "casa") == ["casa"]


@pytest.mark.parametrize("script", ["exec sleep 60", "exit 3", "printf '^x'"])
def test_an_analyser_that_fails_costs_nothing_but_its_time(tmp_path: Path, script: str) -> None:
    program = tmp_path / "lt-proc"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    dictd(tmp_path, "ita-eng", ITALIAN)
    analyser = Analyser(str(program), tmp_path, seconds=0.3)
    shelf = Shelf([tmp_path], lambda _: analyser)
    assert headwords(shelf, "governi") == ["governo"]
