"""Text is broken into lines that fit, and nothing but blanks at a break is lost."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.articles import JOINED, measured_words, plain_words, sayings
from tui.panels.wrap import Lines, cells, clip, fill, is_simple, wrap

columns = st.integers(1, 60)


def broken(text: str, lines: Lines) -> list[str]:
    return [text[start:end] for start, end in lines]


@settings(max_examples=50)
@given(text=sayings(blanks=" ") | st.text(" ab\u00a0è", max_size=60), width=columns)
@example(text="", width=5)
@example(text="     ", width=2)
@example(text="   parola", width=3)
def test_the_lines_are_the_whole_text_but_for_blanks_at_breaks(text: str, width: int) -> None:
    lines = wrap(text, width)
    edges = [0, *(edge for line in lines for edge in line), len(text)]
    assert edges == sorted(edges)
    skipped = "".join(text[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))
    assert not skipped.strip(" ")
    assert lines


@settings(max_examples=50)
@given(text=sayings(), width=st.integers(2, 60))
@example(text="❤️" * 30, width=10)
@example(text="x " + "❤️ " * 12, width=9)
def test_no_line_is_wider_than_its_column(text: str, width: int) -> None:
    # A column of one cell cannot hold a character of two; nothing else may stick out.
    assert all(cells(line) <= width for line in broken(text, wrap(text, width)))


@settings(max_examples=50)
@given(text=sayings(plain_words), width=columns)
def test_words_are_only_cut_when_longer_than_the_column(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        assert end == len(text) or text[end] == " " or end - start == width
        if start and text[start - 1] != " ":
            begun = text.rfind(" ", 0, start) + 1
            ended = text.find(" ", start)
            assert (ended if ended >= 0 else len(text)) - begun > width


@settings(max_examples=50)
@given(text=sayings(), width=st.integers(2, 60))
def test_every_line_is_as_full_as_it_can_be(text: str, width: int) -> None:
    lines = wrap(text, width)
    for (start, _), (following, _) in pairwise(lines):
        stop = text.find(" ", following)
        word = text[following : stop if stop >= 0 else len(text)]
        assert cells(text[start:following] + word) > width


@pytest.mark.parametrize("joined", JOINED[:5])
def test_what_is_drawn_as_one_is_never_cut_in_two(joined: str) -> None:
    for width in range(2, 9):
        text = "ab " + joined * 9
        cuts = {edge for line in wrap(text, width) for edge in line}
        whole = {3 + len(joined) * count for count in range(10)}
        # The two letters of a flag are two characters to every terminal that measures by letter.
        assert cuts <= whole | {0, 2} or joined == "🇮🇹"


@pytest.mark.parametrize("letters", ["e\u0301", "n\u0303", "o\u0302\u0301"])
def test_an_accent_stays_with_its_letter(letters: str) -> None:
    text = letters * 40
    for start, end in wrap(text, 7):
        assert text[start:end] == letters * (len(text[start:end]) // len(letters))


def test_a_blank_that_holds_does_not_break() -> None:
    text = "dista dieci\u00a0chilometri"
    assert broken(text, wrap(text, 12)) == ["dista", "dieci\u00a0chilom", "etri"]


def test_blanks_at_a_break_belong_to_no_line() -> None:
    assert broken("uno   due", wrap("uno   due", 4)) == ["uno", "due"]
    assert broken("東京   大阪", wrap("東京   大阪", 5)) == ["東京", "大阪"]
    assert broken("uno due", wrap("uno due", 3)) == ["uno", "due"]


@settings(max_examples=50)
@given(text=sayings(measured_words, most=5))
def test_simple_means_one_cell_for_every_character(text: str) -> None:
    if is_simple(text):
        from rich.cells import cell_len

        assert cell_len(text) == len(text) == cells(text)


def test_wide_and_combining_characters_are_never_taken_for_simple() -> None:
    assert not any(map(is_simple, ["東", "e\u0301", "❤️", "👩", "a\u200db", "\u3000", "ﾊﾞ"]))
    assert is_simple("Perché “no”? L’85 % – cioè… «tutto» → 3 €")


@settings(max_examples=50)
@given(text=sayings(), width=st.integers(0, 40))
def test_clipped_text_fits_and_says_that_it_is_clipped(text: str, width: int) -> None:
    short = clip(text, width)
    assert cells(short) <= width
    if cells(text) <= width:
        assert short == text
    elif width:
        assert short.endswith("…")
        assert text.startswith(short[:-1])
    assert cells(fill(text, width)) == width


@pytest.mark.parametrize("letters", ["a", "東", "e\u0301", "❤️"])
def test_time_grows_with_the_text_and_not_with_its_square(letters: str) -> None:
    text = ("parola " * 3 + letters * 4 + " ") * 4_000
    start = time.process_time()
    wrap(text, 80)
    clip(text, 40)
    # A tenth of this is enough; a loop over what is left for every line takes many seconds.
    assert time.process_time() - start < 2
