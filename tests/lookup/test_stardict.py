"""Dictionaries of StarDict: offsets of 32 and 64 bits, types of articles, other spellings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.dictionaries import stardict
from tui.lookup.model import Article
from tui.lookup.stardict import StarDict

PLAIN = {"governo": b"1. government\n2. rule", "ponte": b"bridge", "Roma": b"Rome"}


def found(path: Path, word: str) -> list[Article]:
    dictionary = StarDict(path)
    try:
        return list(dictionary.find(word))
    finally:
        dictionary.close()


@pytest.mark.parametrize("wide", [False, True], ids=["32 bits", "64 bits"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_an_article_is_read(tmp_path: Path, wide: bool, packed: bool) -> None:
    path = stardict(tmp_path, "ours", PLAIN, wide=wide, packed=packed)
    assert found(path, "governo") == [Article("governo", ("government", "rule"))]
    assert found(path, "roma")[0].senses == ("Rome",)
    assert found(path, "govern") == []
    assert StarDict(path).name == "Dizionario italiano-inglese"


@pytest.mark.parametrize("wide", [False, True], ids=["32 bits", "64 bits"])
def test_every_word_of_a_large_index_is_found(tmp_path: Path, wide: bool) -> None:
    words = {f"parola{n:06}": b"word %d" % n for n in range(60_000)}
    dictionary = StarDict(stardict(tmp_path, "ours", words, wide=wide))
    for n in (0, 1, 99, 100, 101, 199, 200, 12_345, 59_899, 59_900, 59_999):
        (article,) = dictionary.find(f"parola{n:06}")
        assert article.senses == (f"word {n}",)
    assert dictionary.find("parola060000") == []
    dictionary.close()


def test_another_spelling_leads_to_the_entry(tmp_path: Path) -> None:
    words = {f"parola{n:03}": b"word %d" % n for n in range(500)}
    spellings = [("parole", "parola321"), ("paroline", "parola321"), ("zeta", "parola000")]
    path = stardict(tmp_path, "ours", words, spellings=spellings)
    assert found(path, "parole") == [Article("parola321", ("word 321",))]
    assert found(path, "zeta")[0].headword == "parola000"
    assert found(path, "altro") == []


@pytest.mark.parametrize(
    ("types", "data", "senses", "note"),
    [
        ("m", b"1. one\n2. two\n   and more", ("one", "two and more"), ""),
        ("l", b"one\ntwo", ("one", "two"), ""),
        ("tm", b"'ponte\0bridge", ("bridge",), "/'ponte/"),
        ("mt", b"bridge\0'ponte", ("bridge",), "/'ponte/"),
        ("x", b"<k>ponte</k><tr>pon</tr><def>1. bridge</def><def>2. deck &amp; co</def>",
         ("/pon/", "bridge", "deck & co"), ""),
        ("h", b"<style>p{x}</style><ol><li><b>bridge</b></li>\n<li>deck<script>x()</script></ol>",
         ("bridge", "deck"), ""),
        ("g", b"<span color='red'>bridge</span>\n<b>deck</b> &lt;naval&gt;",
         ("bridge", "deck <naval>"), ""),
        ("w", b"'''bridge'''\n# a [[road|way]] over water", ("bridge", "a way over water"), ""),
        ("", b"mbridge\0tpon\0", ("bridge",), "/pon/"),
        ("", b"P\0\0\0\x03PNGmbridge\0", ("bridge",), ""),
        ("Wm", b"\0\0\0\x02\0\0bridge", ("bridge",), ""),
        ("m", b"\x1b[31mred\x1b[0m \xe2\x80\xae hidden\x07", ("red hidden",), ""),
    ],
)  # fmt: skip
def test_every_type_of_text_becomes_plain_lines(
    tmp_path: Path, types: str, data: bytes, senses: tuple[str, ...], note: str
) -> None:
    path = stardict(tmp_path, "ours", {"ponte": data}, types=types)
    assert found(path, "ponte") == [Article("ponte", senses, note)]
