"""Dictionaries of dictd: an index of lines, articles in pieces."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from tests.support.dictionaries import ITALIAN, SYSTEM, dictd, needs_freedict, number
from tui.lookup.dictd import SMALL, Dictd, number_of
from tui.lookup.model import Article


def found(path: Path, word: str) -> list[Article]:
    dictionary = Dictd(path)
    try:
        return list(dictionary.find(word))
    finally:
        dictionary.close()


@pytest.mark.parametrize("packed", [True, False], ids=["dictzip", "plain"])
def test_an_article_is_read_with_its_sound_and_senses(tmp_path: Path, packed: bool) -> None:
    path = dictd(tmp_path, "ita-eng", ITALIAN, packed=packed)
    assert found(path, "governo") == [
        Article("governo", ("government", "rule, control"), "/ɡoˈvɛrno/")
    ]
    assert found(path, "Governo")[0].headword == "governo"
    assert found(path, "governare") == []


def test_a_body_packed_by_plain_gzip_serves_as_well(tmp_path: Path) -> None:
    path = dictd(tmp_path, "ita-eng", ITALIAN, packed=False)
    plain = path.with_suffix(".dict")
    path.with_suffix(".dict.dz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    assert found(path, "ponte")[0].senses == ("bridge",)


def test_the_dictionary_is_called_what_it_calls_itself(tmp_path: Path) -> None:
    dictionary = Dictd(dictd(tmp_path, "ita-eng", ITALIAN, title="Nostro"))
    assert dictionary.name == "ita-eng"
    dictionary.find("ponte")
    assert dictionary.name == "Nostro"
    assert dictionary.find("00databaseshort") == []
    dictionary.close()


def test_an_expression_under_one_of_its_words_is_an_expression(tmp_path: Path) -> None:
    entries = {"guerra": "guerra /ˈɡwɛrra/\nwar\n", "civile": "guerra civile /x/\ncivil war\n"}
    path = dictd(tmp_path, "ita-eng", entries)
    assert not found(path, "guerra")[0].phrase
    (expression,) = found(path, "civile")
    assert expression == Article("guerra civile", ("civil war",), "/x/", phrase=True)


def test_every_word_of_a_large_index_is_found_without_reading_it_whole(tmp_path: Path) -> None:
    words = {f"parola{n:06}": f"parola{n:06}\nword {n}\n" for n in range(40_000)}
    words |= {"à": "à\naccent\n", "zù": "zù\nlast\n", "Aa": "Aa\nfirst\n"}
    path = dictd(tmp_path, "ita-eng", words)
    assert path.stat().st_size > SMALL
    dictionary = Dictd(path)
    dictionary.find("")
    assert dictionary._opened is not None
    assert dictionary._opened[0]._whole is None
    for word in (*list(words)[::1999], "à", "zù", "Aa", "parola039999"):
        assert [article.headword for article in dictionary.find(word)] == [word]
    for word in ("parola", "parola0400000", "aaa", "zzz", "0"):
        assert dictionary.find(word) == []
    dictionary.close()


def test_a_large_index_that_is_out_of_order_is_read_whole(tmp_path: Path) -> None:
    words = {f"w{n * 7919 % 40_009:06}": "w\nsense\n" for n in range(40_000)}
    path = dictd(tmp_path, "ita-eng", words, ordered=False)
    assert path.stat().st_size > SMALL
    assert all(found(path, word) for word in list(words)[::9973])


@pytest.mark.parametrize("value", [0, 1, 63, 64, 4095, 4096, 2**31, 2**40])
def test_numbers_to_base_64(value: int) -> None:
    assert number_of(number(value)) == value


@pytest.mark.parametrize("written", ["", "!", "A B", "AAAAAAAAAAAA", "é"])
def test_what_is_not_a_number_is_none(written: str) -> None:
    assert number_of(written) is None


@needs_freedict
def test_debians_dictionaries_are_opened_in_50_milliseconds() -> None:
    best: dict[str, float] = {}
    for name in ("freedict-ita-eng", "freedict-eng-ita"):
        for _ in range(5):
            started = time.perf_counter()
            dictionary = Dictd(SYSTEM / f"{name}.index")
            dictionary.find("casa")
            took = time.perf_counter() - started
            best[name] = min(took, best.get(name, took))
            assert "FreeDict" in dictionary.name
            dictionary.close()
    assert all(took <= 0.05 for took in best.values()), best


@needs_freedict
def test_debians_dictionaries_know_common_words() -> None:
    assert found(SYSTEM / "freedict-ita-eng.index", "governo")[0].senses == (
        "administration, government",
    )
    assert "parola" in found(SYSTEM / "freedict-eng-ita.index", "word")[0].senses
