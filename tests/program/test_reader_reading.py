"""The reader as one uses it: starting, turning, jumping, searching, dating, leaving."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.command_line import SEED
from tests.support.reading import (
    NO_LOCAL_ENGINE,
    bridge,
    library,
    numbered,
    places,
    position_kept,
    remember,
    settings,
)
from tests.support.terminal import Terminal
from tui import pipeline

NEWS = "Gli Stati Uniti e la Russia hanno"
NEWS_IN_ENGLISH = "The United States and Russia have"


def test_the_first_start_shows_both_columns_with_no_network(tmp_path: Path) -> None:
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for(r"June 2024 · Italian · remembered")
        terminal.wait_for(r"Quotes \d")
        assert terminal.find(NEWS)[1] == terminal.find(NEWS_IN_ENGLISH)[1]
        terminal.wait_for("Pat Ryder|Andrei Belousov")
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_the_view_turns_three_times_and_is_as_it_was(tmp_path: Path) -> None:
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for(r"Quotes \d")
        terminal.wait_for(NEWS_IN_ENGLISH)
        terminal.wait_gone("\\[…\\]")

        def columns() -> list[str]:
            return [line[:82] for line in terminal.lines()[1:-1]]

        before = columns()
        terminal.press("b")
        terminal.wait_gone(NEWS_IN_ENGLISH)
        assert NEWS in terminal.body
        terminal.press("b")
        terminal.wait_for(NEWS_IN_ENGLISH)
        assert NEWS not in terminal.body
        terminal.press("b")
        terminal.wait_for(NEWS)
        terminal.wait_until(lambda: columns() == before, what="the first picture")


def test_each_view_has_a_key_of_its_own(tmp_path: Path) -> None:
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for(NEWS_IN_ENGLISH)
        terminal.press("I")
        terminal.wait_gone(NEWS_IN_ENGLISH)
        terminal.press("E")
        terminal.wait_for(NEWS_IN_ENGLISH)
        assert NEWS not in terminal.body
        terminal.press("B")
        terminal.wait_for(NEWS)
        assert NEWS_IN_ENGLISH in terminal.text


def test_a_quote_is_a_way_into_the_text(tmp_path: Path) -> None:
    with Terminal(tmp_path, bridge(tmp_path), "--offline") as terminal:
        terminal.wait_for("Quotes 2")
        terminal.press('"')
        terminal.wait_for("▸ Quotes")
        terminal.press("j")
        terminal.wait_for("▌ Marco Salvi")
        terminal.press("enter")
        terminal.wait_gone("▸ Quotes")
        terminal.wait_until(lambda: terminal.caret().startswith("“Nessuno ci credeva”"))
        terminal.press("w")
        terminal.wait_for("▸ Dates")
        terminal.press("G", "enter")
        terminal.wait_until(lambda: terminal.caret().startswith("Il primo autobus"))


def test_escape_leads_back_to_where_one_was(tmp_path: Path) -> None:
    with Terminal(tmp_path, bridge(tmp_path), "--offline") as terminal:
        terminal.wait_for("Quotes 2")
        terminal.press('"', "j")
        terminal.wait_for("▌ Marco Salvi")
        terminal.press("escape")
        terminal.wait_until(lambda: terminal.caret().startswith("Il ponte sul fiume"))


def test_a_search_finds_words_of_both_languages(tmp_path: Path) -> None:
    remember(tmp_path)
    with Terminal(tmp_path, bridge(tmp_path), "--offline") as terminal:
        terminal.wait_for("remembered")
        terminal.press("/")
        terminal.wait_for("Search")
        terminal.press(*"old road", "enter")
        terminal.wait_for("Match 1 of 1")
        terminal.wait_until(lambda: "old road" in terminal.reversed_words())
        terminal.press("/")
        terminal.wait_for("Search")
        terminal.press(*"SETTIMANA", "enter")
        terminal.wait_for("“SETTIMANA” is not here")
        terminal.press("/")
        terminal.wait_for("Search")
        terminal.press(*"due anni", "enter")
        terminal.wait_for("Match 1 of 1")
        terminal.press("escape")
        terminal.wait_until(lambda: not terminal.reversed_words())


def test_whoever_types_ahead_of_a_dialog_loses_no_letter(tmp_path: Path) -> None:
    remember(tmp_path)
    with Terminal(tmp_path, bridge(tmp_path), "--offline") as terminal:
        terminal.wait_for("remembered")
        terminal.press("/quit")
        terminal.wait_for("Search quit$")
        terminal.press("enter")
        terminal.wait_for("“quit” is not here")
        terminal.press("/old road\r")
        terminal.wait_for("Match 1 of 1")
        terminal.press("d9 maggio 2024\r")
        terminal.wait_for("9 May 2024 · Italian")


def test_whoever_types_ahead_of_a_panel_is_understood(tmp_path: Path) -> None:
    with Terminal(tmp_path, bridge(tmp_path), "--offline") as terminal:
        terminal.wait_for("Quotes 2")
        terminal.press('"j')
        terminal.wait_for("▌ Marco Salvi")
        terminal.press("wG\r")
        terminal.wait_until(lambda: terminal.caret().startswith("Il primo autobus"))
        terminal.press("zzg")
        terminal.wait_until(lambda: terminal.caret().startswith("Il ponte sul"))
        assert "Quotes" in terminal.body


def test_a_date_given_by_the_reader_is_kept_and_resolves_the_others(tmp_path: Path) -> None:
    article = bridge(tmp_path)
    with Terminal(tmp_path, article, "--offline") as terminal:
        terminal.wait_for("the day stays open")
        terminal.press("d")
        terminal.wait_for("Written on .*2024-05")
        terminal.press(*"9 maggio 2024", "enter")
        terminal.wait_for("9 May 2024 · Italian")
        terminal.wait_for(r"8 maggio 2024\s*\n.*ieri")
        terminal.press("q")
        terminal.wait_end()
    with Terminal(tmp_path, article, "--offline") as terminal:
        terminal.wait_for("9 May 2024 · Italian")
        terminal.wait_for(r"8 maggio 2024\s*\n.*ieri")


def test_what_is_not_a_date_changes_nothing(tmp_path: Path) -> None:
    with Terminal(tmp_path, bridge(tmp_path), "--offline") as terminal:
        terminal.wait_for("the day stays open")
        terminal.press("d")
        terminal.wait_for("Written on .*2024-05")
        terminal.press(*"trentordici", "enter")
        terminal.wait_for("“trentordici” is not a date")
        assert "May 2024 · Italian" in terminal.text


@pytest.mark.parametrize("key", ["q", "ctrl+q", "ctrl+c"])
def test_leaving_gives_the_terminal_back(tmp_path: Path, key: str) -> None:
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for(NEWS)
        assert terminal.on_alternate_screen()
        assert not terminal.cursor_shown()
        terminal.press(key)
        assert terminal.wait_end() == 0
        assert not terminal.on_alternate_screen()
        assert terminal.cursor_shown()
        # Reports of the mouse, of focus and of pastes are switched off again.
        for mode in (b"1000", b"1003", b"1004", b"2004"):
            assert terminal.raw.rfind(b"\x1b[?" + mode + b"l") > terminal.raw.rfind(
                b"\x1b[?" + mode + b"h"
            ), mode


def test_reading_goes_on_at_the_sentence_where_it_stopped(tmp_path: Path) -> None:
    article = numbered(tmp_path, 200)
    with Terminal(tmp_path, article, "--offline") as terminal:
        terminal.wait_for("La frase numero 0 ")
        terminal.press("I", "space", "space", ".")
        terminal.wait_until(lambda: "La frase numero 0 " not in terminal.body)
        terminal.wait_until(lambda: "frase numero" in terminal.caret())
        terminal.press("q")
        terminal.wait_end()
    document = pipeline.open_source(str(article))
    kept = position_kept(tmp_path, document.id)
    assert kept is not None
    assert kept > 5
    # Another width, so that only the sentence can say where it was; the view is kept as well.
    with Terminal(tmp_path, article, "--offline", size=(70, 20)) as terminal:
        terminal.wait_for(f"La frase numero {kept} ")
        assert "[…]" not in terminal.text
        terminal.press("q")
        terminal.wait_end()
    assert position_kept(tmp_path, document.id) == kept


def test_an_article_from_a_pipe_leaves_the_keys_to_the_reader(tmp_path: Path) -> None:
    article = bridge(tmp_path)
    piped = ["sh", "-c", 'cat "$0" | "$1" -m tui --offline -', str(article), sys.executable]
    with Terminal(tmp_path, command=piped, size=(160, 36)) as terminal:
        terminal.wait_for("standard input")
        terminal.wait_for("Quotes 2")
        terminal.press(".")
        terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_several_articles_are_turned_like_pages(tmp_path: Path) -> None:
    first, second = bridge(tmp_path), library(tmp_path)
    settings(tmp_path, NO_LOCAL_ENGINE)
    with Terminal(tmp_path, first, second, "--offline", size=(160, 36)) as terminal:
        terminal.wait_for(r"1/2 .*Italian")
        terminal.press(".")
        terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))
        terminal.press("J")
        terminal.wait_for("La biblioteca comunale")
        terminal.wait_for("2/2 .*no date")
        terminal.wait_for("have no translation")  # what comes by itself comes first
        terminal.press("J")
        terminal.wait_for("There is no other article this way")
        terminal.press("K")
        terminal.wait_for("1/2")
        terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))


def test_the_view_asked_for_on_the_command_line_is_shown(tmp_path: Path) -> None:
    with Terminal(tmp_path, SEED, "--offline", "--view", "english") as terminal:
        terminal.wait_for(NEWS_IN_ENGLISH)
        assert NEWS not in terminal.body


def test_nothing_is_written_but_in_the_folder_for_data(tmp_path: Path) -> None:
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for(r"Quotes \d")
        terminal.press("q")
        terminal.wait_end()
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert written
    assert {path.parent for path in written} == {places(tmp_path).data}
