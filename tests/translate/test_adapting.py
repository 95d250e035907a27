"""A remembered translation serves a sentence that differs in numbers or punctuation, or none."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.translating import document_of
from tui.document import Language, State
from tui.translate import Desk, Memory
from tui.translate.adapting import adapt


@pytest.mark.parametrize(
    ("stored", "translation", "sentence", "expected"),
    [
        ("Sono 12 i feriti.", "12 people are injured.", "Sono 15 i feriti.",
         "15 people are injured."),
        ("Costa 1.200,50 euro.", "It costs 1,200.50 euros.", "Costa 3.400,75 euro.",
         "It costs 3,400.75 euros."),
        ("Il 3 maggio 2023 erano 40.", "On 3 May 2023 there were 40.",
         "Il 7 maggio 2024 erano 56.", "On 7 May 2024 there were 56."),
        ("Da 3 a 5 ore.", "From 3 to 5 hours.", "Da 5 a 3 ore.", "From 5 to 3 hours."),
        ("Vince 3-2.", "He wins 3-2.", "Vince 6-4.", "He wins 6-4."),
        ("Il governo cade.", "The government falls.", "Il governo cade",
         "The government falls"),
        ("Il governo cade", "The government falls", "Il governo cade.",
         "The government falls."),
        ("Ecco, i nomi:", "Here are the names:", "Ecco i nomi.", "Here are the names."),
        ("L'uomo tace.", "The man is silent.", "L’uomo tace.", "The man is silent."),
    ],
)  # fmt: skip
def test_what_is_certain_is_adapted(
    stored: str, translation: str, sentence: str, expected: str
) -> None:
    assert adapt(sentence, stored, translation, "it") == expected


@pytest.mark.parametrize(
    ("stored", "translation", "sentence"),
    [
        # In words, twice, or not there at all.
        ("Sono 2 i feriti.", "Two people are injured.", "Sono 5 i feriti."),
        ("Sono 5 e 5.", "They are 5 and 5.", "Sono 5 e 6."),
        ("Sono 5 su 10.", "They are 5 of 5 and 10.", "Sono 6 su 10."),
        ("Sono 5 e cinque.", "They are 5 and five.", "Sono 7 e cinque."),
        ("Erano 20.", "There were many.", "Erano 30."),
        ("Sono 12 su 30.", "They are 12.", "Sono 15 su 30."),
        # Written in another way.
        ("Alle 15.30 parte.", "It leaves at 3.30 pm.", "Alle 16.30 parte."),
        ("Alle 3 parte.", "It leaves at 3 pm.", "Alle 4 parte."),
        ("È il 21 giugno.", "It is 21st June.", "È il 22 giugno."),
        ("Il G7 decide.", "The G7 decides.", "Il G20 decide."),
        ("Costa 3 milioni.", "It costs 3,000,000.", "Costa 4 milioni."),
        # Words around the number that change with it.
        ("Costa 1 euro.", "It costs 1 euro.", "Costa 2 euro."),
        ("Costa 2 euro.", "It costs 2 euros.", "Costa 1 euro."),
        ("Multa di 70 euro.", "A 70 euro fine.", "Multa di 80 euro."),
        # Other sentences.
        ("Parte domani.", "He leaves tomorrow.", "Parte domani?"),
        ("Non è vero.", "It is not true.", "Non è vero!"),
        ("Ha detto basta.", "He said enough.", "Ha detto “basta”."),
        ("Sono 12 i feriti.", "12 are injured.", "Sono 12 i morti."),
        ("Sono 12 i feriti.", "12 are injured.", "Sono i feriti."),
    ],
)
def test_nothing_is_guessed(stored: str, translation: str, sentence: str) -> None:
    assert adapt(sentence, stored, translation, "it") is None


@pytest.mark.parametrize(
    ("stored", "translation", "sentence", "expected"),
    [
        ("He paid $1,500.", "Ha pagato 1.500 dollari.", "He paid $2,750.",
         "Ha pagato 2.750 dollari."),
        ("It is 7 May.", "È il 7 maggio.", "It is 9 May.", "È il 9 maggio."),
        ("It is 7 May.", "È il 7 maggio.", "It is 8 May.", None),
        ("It is 8 May.", "È l’8 maggio.", "It is 9 May.", None),
    ],
)  # fmt: skip
def test_the_other_direction(
    stored: str, translation: str, sentence: str, expected: str | None
) -> None:
    assert adapt(sentence, stored, translation, "en") == expected


@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_any_number_takes_the_place_of_any_other(old: int, new: int) -> None:
    def said(number: int, language: Language) -> str:
        mark = "." if language == "it" else ","
        text = f"{number:,}".replace(",", mark)
        return f"Spesi {text} euro in tutto." if language == "it" else f"In all {text} euros spent."

    adapted = adapt(said(new, "it"), said(old, "it"), said(old, "en"), "it")
    assert adapted == said(new, "en")


def memory_at(path: Path) -> Memory:
    memory = Memory(path)
    memory.remember([("Sono 12 i feriti.", "12 people are injured.")], "it", "google")
    return memory


def adapted(memory: Memory, sentence: str = "Sono 15 i feriti.") -> str | None:
    found = memory.look_up_alike([sentence], "it", "en").get(sentence)
    assert found is None or found.adapted
    return found.text if found else None


def test_the_desk_says_that_a_sentence_was_adapted(tmp_path: Path) -> None:
    memory = memory_at(tmp_path / "m.sqlite")
    document = document_of([["Sono 15 i feriti.", "Sono 12 i feriti."]])
    known = Desk(memory, [], consented=lambda _: True).remembered(document)
    assert [known[i].text for i in (0, 1)] == ["15 people are injured.", "12 people are injured."]
    assert [known[i].adapted for i in (0, 1)] == [True, False]
    assert {made.state for made in known.values()} == {State.REMEMBERED}


def test_of_two_that_fit_a_person_s_own_wins_and_a_rough_one_comes_last(tmp_path: Path) -> None:
    memory = memory_at(tmp_path / "m.sqlite")
    memory.remember([("Sono 13 i feriti.", "13 is the wounded.")], "it", "apertium")
    assert adapted(memory) == "15 people are injured."
    memory.remember([("Sono 14 i feriti.", "14 were hurt.")], "it", "tmx")
    memory.remember([("Sono 11 i feriti.", "There are 11 injured.")], "it", "google")
    assert adapted(memory) == "15 were hurt."


OLD_VERSION = """
CREATE TABLE pairs (
    id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, engine TEXT NOT NULL, source TEXT NOT NULL,
    sentence TEXT NOT NULL, translation TEXT NOT NULL, made REAL NOT NULL
);
CREATE UNIQUE INDEX pairs_by_sentence ON pairs (hash, engine);
CREATE TABLE imports (path TEXT PRIMARY KEY, digest TEXT NOT NULL);
PRAGMA user_version=1;
"""
OLD_INSERT = """
INSERT INTO pairs (hash, engine, source, sentence, translation, made) VALUES (?, ?, ?, ?, ?, ?)
"""


def test_a_file_of_an_older_version_is_upgraded_when_it_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript(OLD_VERSION)
        rows = [(n, "google", "it", f"Erano {n} in via Roma.", f"{n} were there.", 1.0)
                for n in range(2, 1500)]  # fmt: skip
        old.executemany(OLD_INSERT, rows)
    memory = Memory(path)
    assert memory.notice is None
    assert adapted(memory, "Erano 2000 in via Roma.") == "2000 were there."
    assert memory.count() == 1498


def test_an_older_version_and_this_one_share_a_memory(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    memory = memory_at(path)
    assert adapted(memory) is not None
    with sqlite3.connect(path) as old:
        (version,) = old.execute("PRAGMA user_version").fetchone()
        assert version == 1, "an older program would leave a newer file alone"
        old.execute(OLD_INSERT, (7, "google", "it", "Erano 3 gatti.", "They were 3 cats.", 1.0))
    assert adapted(Memory(path), "Erano 4 gatti.") == "They were 4 cats."


WRITER = """
import sys
from pathlib import Path
from tui.translate import Memory
memory = Memory(Path(sys.argv[1]))
for line in range(2, 60):
    name = sys.argv[2]
    told = memory.remember([(f"Frase {name} {line}", f"Sentence {name} {line}")], "it", "google")
    assert told is None, told
    found = memory.look_up_alike([f"Frase {name} {line + 1000}"], "it", "en")
    assert [pair.text for pair in found.values()] == [f"Sentence {name} {line + 1000}"]
"""


def test_two_programs_write_both_keys_at_once(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("a", "b")
    ]
    assert [writer.wait(30) for writer in writers] == [0, 0]
    memory = Memory(path)
    assert memory.count() == 116
    assert memory.select("SELECT count(*) FROM shapes", ()) == [(116,)]


def test_on_a_full_disk_nothing_is_half_written(tmp_path: Path) -> None:
    memory = memory_at(tmp_path / "m.sqlite")
    pages = memory.select("PRAGMA page_count", ())[0][0]
    memory._connection.execute(f"PRAGMA max_page_count={pages}")
    told = memory.remember([(f"Frase {n} {'x' * 500}", "y") for n in range(50)], "it", "google")
    assert told is not None
    assert "full" in told
    assert memory.select("SELECT count(*) FROM pairs", ()) == [(1,)]
    assert memory.select("SELECT count(*) FROM shapes", ()) == [(1,)]
    assert adapted(memory) == "15 people are injured."


def test_a_memory_that_can_only_be_read_adapts_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    memory_at(path).close()
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    memory = Memory(path)
    assert memory.notice is not None
    assert "another program holds it" in memory.notice
    holder.rollback()
    assert adapted(memory) == "15 people are injured."


def test_where_the_second_key_cannot_be_made_nothing_else_suffers(tmp_path: Path) -> None:
    path = tmp_path / "m.sqlite"
    with sqlite3.connect(path) as old:
        old.executescript(OLD_VERSION)
    memory = Memory(path)
    memory._connection.execute("PRAGMA query_only=1")
    assert adapted(memory) is None
    assert memory.notice is None
    assert memory.look_up(["Sono 15 i feriti."], "it", "en") == {}
