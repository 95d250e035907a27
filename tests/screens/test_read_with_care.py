"""Who translated the current sentence, what to check in it, and what was actually said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Static

from tests.support.pilot import Reader, reader, shown
from tests.support.reading import bridge, remember
from tui.document import Flag, State, Translation
from tui.screens.accounts import AccountScreen

SIZES = [(80, 24), (120, 36)]
REASONS = (
    "google (translate.google.com): you have not agreed to it; t asks",
    "mymemory (api.mymemory.translated.net): the allowance of today is used up",
    "firefox: no model it-en is installed; edicola models install it-en",
    "argos: no package it-en is installed",
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    remember(tmp_path)
    return tmp_path


async def translated(running: Reader, **changes: object) -> None:
    """Give every sentence of the open article a rough translation, with some changes."""
    document = running.screen.document
    assert document is not None
    new: dict[int, Translation] = {}
    for number, made in enumerate(document.translations):
        assert made is not None
        rough = replace(made, state=State.TRANSLATED, engine="apertium", rough=True)
        new[number] = replace(rough, passed=REASONS, **changes)  # type: ignore[arg-type]
    running.screen.post_message(running.screen.Translated(document.id, new))
    await running.rest()


def account(running: Reader) -> str:
    screen = running.top()
    assert isinstance(screen, AccountScreen)
    static = screen.query_one(Static)
    assert static.region.bottom <= running.app.size.height
    assert static.size.height <= running.app.size.height * 0.6, "all of it is to be seen"
    return " ".join(str(static.visual).split())


@pytest.mark.parametrize("size", SIZES)
async def test_who_translated_and_why_not_others_is_one_key_away(
    home: Path, size: tuple[int, int]
) -> None:
    async with reader(home, bridge(home), size=size) as running:
        await translated(running, flags=(Flag("number", "lost", "12"),))
        await running.press("e")
        told = account(running)
        assert "Sentence 1 of 7" in told
        assert "Translated by apertium." in told
        assert "~ Rough" in told
        assert "! the number “12” is lost" in told
        assert all(reason in told for reason in REASONS)
        await running.press("full_stop")
        assert "Sentence 2 of 7" in account(running)
        assert running.cursor == 1
        await running.press("escape")
        assert running.top() is running.screen


async def test_the_account_follows_a_better_translation(home: Path) -> None:
    async with reader(home, bridge(home)) as running:
        await running.press("e")
        assert "From the translation memory" in account(running)
        await translated(running)
        assert "Translated by apertium." in account(running)


async def lists_shown(running: Reader) -> tuple[bool, bool]:
    """Whether the quotes, and whether the list of what to check, are to be seen."""
    await running.pilot.pause()
    return running.quotes.display, running.screen.check_list.display


@pytest.mark.parametrize("size", SIZES)
async def test_signs_stand_in_the_text_and_the_header(home: Path, size: tuple[int, int]) -> None:
    async with reader(home, bridge(home), size=size) as running:
        assert "~" not in running.text(running.pane)
        await translated(running)
        assert "~ The bridge over" in running.text(running.pane)
        await translated(running, flags=(Flag("date", "lost", "ieri"),))
        assert "! The bridge over" in running.text(running.pane)
        await running.press("E")
        assert "!The bridge over" in running.text(running.pane)
        await running.press("I")
        assert "!" not in running.text(running.pane)


async def test_what_to_check_is_listed_in_place_of_the_other_lists(home: Path) -> None:
    async with reader(home, bridge(home), size=(120, 36)) as running:
        await translated(running, flags=(Flag("number", "lost", "12"),))
        await running.press("W")
        checks = running.screen.check_list
        assert running.focused() is checks
        assert await lists_shown(running) == (False, True)
        assert "To check 7" in running.lines(checks)[0]
        await running.press("j", "j")
        assert running.cursor == 2
        await running.press("enter")
        assert running.focused() is running.pane
        assert await lists_shown(running) == (True, False)
        assert running.cursor == 2


async def test_the_list_is_called_on_a_narrow_screen_and_says_when_it_is_empty(home: Path) -> None:
    async with reader(home, bridge(home), size=(80, 24)) as running:
        await running.press("W")
        assert "Nothing lost or invented was noticed" in shown(
            running.lines(running.screen.check_list)
        )
        await running.press("quotation_mark")
        assert running.focused() is running.quotes
        assert not running.screen.check_list.display
        await running.press("escape")
        assert not running.sidebar_shown()


async def test_a_flag_stands_with_the_quote_and_the_date_concerned(home: Path) -> None:
    async with reader(home, bridge(home), size=(120, 60)) as running:
        await translated(running, flags=(Flag("date", "lost", "ieri"),))
        flag = "! in the translation the date “ieri” is lost"
        assert flag in shown(running.lines(running.quotes))
        assert flag in shown(running.lines(running.dates))
        await translated(running, flags=())
        assert "is lost" not in shown(running.lines(running.quotes))


async def test_the_words_actually_said_are_one_key_away(home: Path) -> None:
    async with reader(home, bridge(home), size=(120, 36)) as running:
        await running.press("E", "quotation_mark")
        await running.rest()
        assert "“We finished on time”" in shown(running.lines(running.quotes))
        assert "translated" in shown(running.lines(running.quotes))
        await running.press("a")
        listed = shown(running.lines(running.quotes))
        assert "“Abbiamo finito in tempo”" in listed
        assert "the words actually said" in listed
        assert running.message == "Quotes in the words actually said."
        await running.press("a")
        assert "“We finished on time”" in shown(running.lines(running.quotes))


async def test_names_and_numbers_stand_out_on_the_current_sentence_only(home: Path) -> None:
    async with reader(home, bridge(home), size=(120, 36)) as running:

        def bold() -> set[str]:
            pane = running.pane
            return {
                segment.text.strip()
                for y in range(pane.size.height)
                for segment in pane.render_line(y)
                if segment.style and segment.style.bold and segment.text.strip(" ▌│")
            }

        assert not any("Anna" in words for words in bold())
        await running.press("full_stop")
        await running.rest()
        assert "Anna Riva" in bold()
        assert not any("Marco" in words for words in bold())
        await running.press("I")
        assert "Anna Riva" not in bold()
