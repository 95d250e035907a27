"""A word of the text is looked up from the reader, with keys and with the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.support.dictionaries import ENGLISH, ITALIAN, dictd, stardict
from tests.support.pilot import Reader, reader
from tests.support.reading import bridge, places, remember, settings
from tui.panels.words import WordPanel
from tui.screens.words import WordScreen

SIZES = [(80, 24), (120, 36)]
ALONE = "[lookup]\nsystem_folders = []\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    settings(tmp_path, ALONE)
    remember(tmp_path)
    dictd(places(tmp_path).dictionaries, "ita-eng", ITALIAN, title="Italiano")
    dictd(places(tmp_path).dictionaries, "eng-ita", ENGLISH, title="English")
    return tmp_path


def panel(reader: Reader) -> str:
    """What the panel shows."""
    screen = reader.top()
    assert isinstance(screen, WordScreen)
    found = screen.query_one(WordPanel)
    return "\n".join(found.render_line(y).text.rstrip() for y in range(found.size.height))


async def press(reader: Reader, *keys: str) -> str:
    await reader.press(*keys)
    await reader.rest()
    return panel(reader)


@pytest.mark.parametrize("size", SIZES)
async def test_a_word_is_chosen_in_the_sentence(home: Path, size: tuple[int, int]) -> None:
    async with reader(home, bridge(home), size=size) as running:
        shown = await press(running, "l")
        assert shown.startswith("▸ Il · Italian")
        shown = await press(running, "right")
        assert shown.startswith("▸ ponte · Italian")
        assert "ponte /ˈponte/  (Italiano)" in shown
        assert "bridge" in shown
        assert "The bridge over" in shown
        shown = await press(running, "down", "up", "end")
        assert shown.startswith("▸ lavori · Italian")
        assert "lavoro" in shown
        assert "lavorare" in shown
        await running.press("escape")
        assert running.top() is running.screen
        assert (await press(running, "l")).startswith("▸ lavori")


async def test_tab_goes_to_the_other_language(home: Path) -> None:
    async with reader(home, bridge(home)) as running:
        await press(running, "l", "right")
        shown = await press(running, "tab")
        assert "· English" in shown.splitlines()[0]
        shown = await press(running, "home", "right")
        assert shown.startswith("▸ bridge · English")
        assert "ponte" in shown


async def test_the_language_of_the_view_is_looked_up_first(home: Path) -> None:
    async with reader(home, bridge(home)) as running:
        shown = await press(running, "E", "l")
        assert shown.startswith("▸ The · English")
        assert "Il ponte sul fiume" in shown


async def test_behind_the_last_word_the_next_sentence_begins(home: Path) -> None:
    async with reader(home, bridge(home)) as running:
        shown = await press(running, "l", "end", "right")
        assert running.cursor == 1
        assert shown.startswith("▸ Abbiamo")
        shown = await press(running, "left")
        assert running.cursor == 0
        assert shown.startswith("▸ lavori")
        shown = await press(running, "full_stop", "full_stop")
        assert running.cursor == 2
        assert shown.startswith("▸ I · Italian")


async def test_nothing_known_and_no_dictionaries_are_said(tmp_path: Path) -> None:
    settings(tmp_path, ALONE)
    async with reader(tmp_path, bridge(tmp_path), size=(80, 24)) as running:
        shown = await press(running, "l")
        assert "There are no dictionaries for Italian" in shown
        assert "apt install dict-freedict-ita-eng dict-freedict-eng-ita" in " ".join(shown.split())
        assert "[not translated:" in shown or "[…]" in shown


async def test_a_broken_dictionary_is_one_line_and_the_text_stays(tmp_path: Path) -> None:
    settings(tmp_path, ALONE)
    broken = stardict(places(tmp_path).dictionaries, "it-en", {"ponte": b"wrong"})
    broken.with_suffix(".idx").write_bytes(b"x" * 999)
    async with reader(tmp_path, bridge(tmp_path)) as running:
        assert "damaged (an entry has no end)" in " ".join((await press(running, "l")).split())
        await running.press("escape", "full_stop")
        assert running.cursor == 1


@pytest.mark.parametrize("size", SIZES)
async def test_two_clicks_on_a_word_look_it_up(home: Path, size: tuple[int, int]) -> None:
    async with reader(home, bridge(home), size=size) as running:
        place = running.place_of(running.pane, "ricordato")
        await running.pilot.click(running.pane, offset=place, times=2)
        await running.rest()
        assert panel(running).startswith("▸ ricordato · Italian")
        assert running.cursor == 3
        assert running.pane.selection is None


async def test_two_clicks_in_the_translation(home: Path) -> None:
    async with reader(home, bridge(home)) as running:
        place = running.place_of(running.pane, "bridge over")
        await running.pilot.click(running.pane, offset=place + Offset(2, 0), times=2)
        await running.rest()
        assert panel(running).startswith("▸ bridge · English")


async def test_a_click_beside_the_panel_leaves_it(home: Path) -> None:
    async with reader(home, bridge(home)) as running:
        await press(running, "l")
        await running.pilot.click(offset=(10, 3))
        await running.pilot.pause()
        assert running.top() is running.screen
        assert running.cursor == 0


async def test_what_is_known_can_be_copied(home: Path) -> None:
    async with reader(home, bridge(home)) as running:
        await press(running, "l", "right", "y")
        assert running.app.clipboard == "ponte\nponte: bridge"
