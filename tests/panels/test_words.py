"""The panel of a word, as data: words of a sentence, rows at any size."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.dictionaries import ENGLISH, ITALIAN, dictd
from tui.lookup import Answer, Article, Entry, Shelf
from tui.panels.rows import Side
from tui.panels.words import Looking, Sides, known_rows, rows, word_at, words_of
from tui.panels.wrap import cells

SENTENCE = "L’acqua del ponte, detto «di po’», costa 12 euro: all'estero 3."
SIDES = Sides("it", SENTENCE, "The water of the bridge, called “of little”, costs 12 euros.")


def said(looking: Looking, width: int = 80, height: int = 12, skipped: int = 0) -> list[str]:
    return ["".join(text for text, _ in row) for row in rows(looking, width, height, skipped)]


def test_words_are_kept_with_what_is_elided_before_them_and_numbers_are_not_words() -> None:
    words = [SENTENCE[slice(*word)] for word in words_of(SENTENCE)]
    assert words == ["L’acqua", "del", "ponte", "detto", "di", "po’", "costa", "euro", "all'estero"]


@pytest.mark.parametrize(("offset", "number"), [(0, 0), (5, 0), (7, 1), (12, 2), (17, 3), (999, 8)])
def test_the_word_at_a_place(offset: int, number: int) -> None:
    assert word_at(words_of(SENTENCE), offset) == number


def test_the_word_looked_at_is_reversed_and_named() -> None:
    looking = Looking(SIDES, Side.SOURCE).at(2)
    assert said(looking)[0].startswith("▸ ponte · Italian")
    marked = [text for row in rows(looking, 80, 12) for text, look in row if look == "match"]
    assert marked == ["ponte"]
    assert "The water of the bridge" in said(looking)[1]


def test_the_other_language_is_about_the_same_place() -> None:
    there = Looking(SIDES, Side.SOURCE).at(8).across()
    assert (there.side, there.word) == (Side.TARGET, "euros")
    assert there.across().side is Side.SOURCE
    assert said(there)[0].startswith("▸ euros · English")


@pytest.mark.parametrize("missing", ["[…]", "[not translated: the server is down]"])
def test_a_sentence_without_translation_says_so(missing: str) -> None:
    sides = Sides("it", "Il ponte.", None, missing)
    assert missing in said(Looking(sides, Side.SOURCE))[1]
    there = Looking(sides, Side.TARGET)
    assert there.word == ""
    assert "There is no word here." in "\n".join(said(there))


def test_what_is_known_stands_under_the_sentence(tmp_path: Path) -> None:
    dictd(tmp_path, "ita-eng", ITALIAN, title="Ours")
    shelf = Shelf([tmp_path], lambda _: None)
    looking = Looking(SIDES, Side.SOURCE, 2, shelf.look_up("ponte", "it"))
    assert "ponte /ˈponte/  (Ours)" in "\n".join(said(looking))
    assert "bridge" in said(looking)[-1] or any(" bridge" in line for line in said(looking)[3:])


def test_nothing_known_and_no_dictionaries_are_said(tmp_path: Path) -> None:
    nothing = Looking(SIDES, Side.SOURCE, 2, Shelf([tmp_path], lambda _: None).look_up("x", "it"))
    told = " ".join(" ".join(said(nothing)).split())
    assert "There are no dictionaries for Italian" in told
    assert "apt install dict-freedict-ita-eng dict-freedict-eng-ita" in told
    dictd(tmp_path, "eng-ita", ENGLISH)
    unknown = Answer("zz", "en", (), 1, ("/some/file: damaged",))
    lines = " ".join(said(Looking(SIDES, Side.TARGET, 2, unknown)))
    assert "“zz” is not in the dictionary you have." in lines
    assert "/some/file: damaged" in lines


def test_more_senses_than_rows_can_be_scrolled_to() -> None:
    senses = tuple(f"sense {number}" for number in range(40))
    answer = Answer("ponte", "it", (Entry(Article("ponte", senses), "Ours"),), 1)
    looking = Looking(SIDES, Side.SOURCE, 2, answer)
    assert "sense 0" in "\n".join(said(looking))
    assert "sense 39" not in "\n".join(said(looking))
    assert said(looking, skipped=999)[-1].strip() == "sense 39"


def test_a_word_far_in_a_long_sentence_is_in_sight() -> None:
    long = Sides("it", " ".join(f"parola{'abcdefghij'[n % 10]}" for n in range(300)), "Short.")
    for number in (0, 120, 299):
        looking = Looking(long, Side.SOURCE).at(number)
        shown = [text for row in rows(looking, 80, 12) for text, look in row if look == "match"]
        assert "".join(shown) == looking.word


@given(
    source=st.text(max_size=200),
    target=st.none() | st.text(max_size=200),
    side=st.sampled_from(Side),
    number=st.integers(0, 50),
    width=st.integers(20, 200),
    height=st.integers(5, 20),
)
def test_rows_fill_the_panel_whatever_the_text(
    source: str, target: str | None, side: Side, number: int, width: int, height: int
) -> None:
    from tui.sanitize import sanitize_line

    sides = Sides("it", sanitize_line(source), target and sanitize_line(target), "[…]")
    made = said(Looking(sides, side).at(number), width, height)
    assert len(made) == height
    assert all(cells(line) <= width for line in made)


def test_hostile_senses_are_painted_as_they_are() -> None:
    answer = Answer("x", "it", (Entry(Article("[b]x", ("[@click=app.quit]no[/]",)), "[red]"),), 1)
    shown = known_rows(Looking(SIDES, Side.SOURCE, 0, answer), 60)
    assert [text for text, _ in shown] == ["[b]x  ([red])", "  [@click=app.quit]no[/]"]
