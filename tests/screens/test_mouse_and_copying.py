"""The mouse does what the keys do; what is copied is what was meant."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest
from textual import events

from tests.support.pilot import Reader, reader
from tests.support.reading import BRIDGE_PAIRS, bridge, numbered, remember
from tests.support.web_server import page_of, web_server
from tui.panels.bars import Footer
from tui.panels.rows import View
from tui.screens.help import HelpScreen


@pytest.fixture
def article(tmp_path: Path) -> Path:
    remember(tmp_path)
    return bridge(tmp_path)


async def drag(it: Reader, start: str, end: str, beyond: int = 0) -> None:
    """Draw the mouse over the text from one place to the end of another."""
    first, last = it.place_of(it.pane, start), it.place_of(it.pane, end)
    await it.pilot.mouse_down(it.pane, offset=first)
    there = (last.x + len(end) + beyond, last.y)
    await it.pilot.hover(it.pane, offset=there)
    await it.pilot.mouse_up(it.pane, offset=there)
    await it.pilot.pause()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("I lavori erano", 2), ("The expense was", 4), ("Il primo autobus", 6), ("reopened", 0)],
)
async def test_a_click_moves_the_cursor(
    tmp_path: Path, article: Path, words: str, sentence: int
) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("full_stop")
        await it.pilot.click(it.pane, offset=it.place_of(it.pane, words))
        await it.pilot.pause()
        assert it.cursor == sentence


async def test_what_is_drawn_over_is_copied_and_nothing_of_the_other_column(
    tmp_path: Path, article: Path
) -> None:
    async with reader(tmp_path, article) as it:
        await drag(it, "sul fiume", "due anni", beyond=60)
        assert "characters selected" in it.message
        await it.press("y")
        copied = it.app.clipboard
        assert copied.startswith("sul fiume Adda è stato riaperto ieri dopo due anni")
        assert "bridge" not in copied
        await it.press("escape", "y")
        assert it.app.clipboard == BRIDGE_PAIRS[0][0]


async def test_a_selection_in_the_translation_stays_in_the_translation(
    tmp_path: Path, article: Path
) -> None:
    async with reader(tmp_path, article) as it:
        await drag(it, "The works had", "The expense was")
        await it.press("y")
        copied = it.app.clipboard
        assert copied.startswith("The works had begun on 15 March 2022")
        assert copied.endswith("here we are”. The expense was")
        assert "lavori" not in copied


async def test_a_selection_over_paragraphs_keeps_them_apart(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("I")
        await drag(it, "ha detto la", "I lavori")
        await it.press("y")
        assert it.app.clipboard == "ha detto la sindaca Anna Riva alla folla.\n\nI lavori"


async def test_the_wheel_moves_the_text_and_keeps_the_cursor_in_sight(tmp_path: Path) -> None:
    async with reader(tmp_path, numbered(tmp_path, 100), size=(120, 30)) as it:
        first = it.lines(it.pane)
        await wheel(it, events.MouseScrollDown, 4)
        assert it.lines(it.pane)[0][2:20] == first[12][2:20]
        assert any(line.startswith("▌") for line in it.lines(it.pane))
        await wheel(it, events.MouseScrollUp, 4)
        assert [line[2:60] for line in it.lines(it.pane)] == [line[2:60] for line in first]


async def wheel(it: Reader, way: type[events.MouseEvent], notches: int) -> None:
    """Turn the wheel over the text."""
    for _ in range(notches):
        await it.pilot._post_mouse_events([way], it.pane, offset=(5, 5))
    await it.pilot.pause()


async def test_the_scroll_bar_can_be_pulled(tmp_path: Path) -> None:
    async with reader(tmp_path, numbered(tmp_path, 300), size=(120, 30)) as it:
        edge = it.pane.size.width - 1
        await it.pilot.mouse_down(it.pane, offset=(edge, 1))
        await it.pilot.hover(it.pane, offset=(edge, it.pane.size.height - 1))
        await it.pilot.mouse_up(it.pane, offset=(edge, it.pane.size.height - 1))
        await it.pilot.pause()
        assert it.cursor > 250
        await it.pilot.click(it.pane, offset=(edge, 0))
        await it.pilot.pause()
        assert "La frase numero 0 " in it.lines(it.pane)[0]


async def test_the_keys_of_the_footer_can_be_clicked(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        footer = it.screen.query_one(Footer)
        await it.pilot.click(footer, offset=it.place_of(footer, "it/en/both"))
        await it.pilot.pause()
        assert it.view is View.ITALIAN
        await it.pilot.click(footer, offset=it.place_of(footer, "sentence"))
        await it.pilot.pause()
        assert it.cursor == 1
        await it.pilot.click(footer, offset=it.place_of(footer, "quotes"))
        await it.pilot.pause()
        assert it.focused() is it.quotes
        await it.pilot.click(footer, offset=it.place_of(footer, "help"))
        await it.pilot.pause()
        assert isinstance(it.top(), HelpScreen)


async def test_an_item_of_a_list_is_clicked_once_to_see_and_twice_to_go(
    tmp_path: Path, article: Path
) -> None:
    async with reader(tmp_path, article) as it:
        await it.pilot.click(it.quotes, offset=it.place_of(it.quotes, "Marco Salvi"))
        await it.pilot.pause()
        assert it.cursor == 3
        assert it.focused() is it.quotes
        await it.pilot.click(it.dates, offset=it.place_of(it.dates, "il 15 marzo 2022"), times=2)
        await it.pilot.pause()
        assert it.cursor == 2
        assert it.focused() is it.pane


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        (["y"], BRIDGE_PAIRS[0][0]),
        (["Y"], BRIDGE_PAIRS[0][1]),
        (["E", "y"], BRIDGE_PAIRS[0][1]),
        (["E", "Y"], BRIDGE_PAIRS[0][0]),
        (["I", "full_stop", "y"], BRIDGE_PAIRS[1][0]),
        (["quotation_mark", "y"], "Anna Riva: “Abbiamo finito in tempo”"),
        (["quotation_mark", "j", "y"], "Marco Salvi: “Nessuno ci credeva … e invece eccoci qui”"),
        (["E", "quotation_mark", "y"], "Anna Riva: “We finished on time”"),
        (["w", "j", "j", "y"], "il 15 marzo 2022: 2022-03-15"),
    ],
    ids=lambda it: "-".join(it) if isinstance(it, list) else "",
)
async def test_copying(tmp_path: Path, article: Path, keys: list[str], copied: str) -> None:
    async with reader(tmp_path, article) as it:
        await it.press(*keys)
        assert it.app.clipboard == copied
        assert it.message.startswith("Copied")


async def test_there_is_nothing_to_copy_of_what_is_not_translated(tmp_path: Path) -> None:
    async with reader(tmp_path, bridge(tmp_path)) as it:
        await it.press("Y")
        assert it.message == "This sentence is not translated: there is nothing to copy."
        assert it.app.clipboard == ""


async def test_the_original_is_opened_in_the_browser_only_from_the_web(
    tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    # The browser is not ours; nothing else is replaced.
    monkeypatch.setattr(webbrowser, "open", lambda url, *_, **__: opened.append(url))
    with web_server() as server:
        address = server.page("/ponte", page_of("ponte.html"))
        async with reader(tmp_path, article, address, offline=False) as it:
            await it.press("o")
            assert "did not come from the web" in it.message
            await it.press("J")
            await it.until(lambda: it.screen.document is not None)
            await it.press("o")
            assert "in the browser" in it.message
    assert opened == [address]
