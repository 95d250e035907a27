"""One cursor: whichever panel moves it, the others follow."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from textual.screen import Screen
from textual.widgets import Static

from tests.support.pilot import reader, shown
from tests.support.reading import bridge, library, numbered, remember
from tui.commands import COMMANDS
from tui.panels.bars import Header
from tui.panels.bilingual import BilingualPane
from tui.panels.rows import View
from tui.screens.dialogs import AskLine
from tui.screens.help import HelpScreen

LAST = 6
"""The last sentence of the article about the bridge."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    remember(tmp_path)
    return bridge(tmp_path)


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        (["full_stop"], 1),
        (["right", "right"], 2),
        (["full_stop", "full_stop", "comma"], 1),
        (["right", "left"], 0),
        (["comma"], 0),
        (["G"], LAST),
        (["end", "full_stop"], LAST),
        (["G", "g"], 0),
        (["end", "home"], 0),
        (["j", "j", "j"], 1),
        (["down", "down", "down", "down", "k"], 1),
        (["down", "down", "up"], 0),
        (["space"], LAST),
        (["pagedown", "pageup"], 0),
        (["ctrl+f"], LAST),
        (["G", "ctrl+b"], 0),
        (["ctrl+d"], LAST),
        (["G", "ctrl+u"], 0),
        (["enter"], 1),
    ],
    ids=lambda it: "-".join(it) if isinstance(it, list) else str(it),
)
async def test_every_key_that_moves_does(
    tmp_path: Path, article: Path, keys: list[str], cursor: int
) -> None:
    async with reader(tmp_path, article) as it:
        await it.press(*keys)
        assert it.cursor == cursor


async def test_pages_overlap_and_lead_back(tmp_path: Path) -> None:
    async with reader(tmp_path, numbered(tmp_path, 300), size=(120, 30)) as it:
        first = it.lines(it.pane)
        await it.press("space")
        second = it.lines(it.pane)
        assert [line[2:80].rstrip() for line in second[:2]] == [
            line[2:80].rstrip() for line in first[-2:]
        ]
        await it.press("pageup")
        assert it.lines(it.pane) == first
        await it.press("ctrl+d", "ctrl+u")
        assert it.lines(it.pane) == first


async def test_the_lists_follow_the_text(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("full_stop")
        assert it.lines(it.quotes)[1] == "│ Anna Riva"
        await it.press("full_stop", "full_stop")
        assert "│ Marco Salvi" in it.lines(it.quotes)
        assert "│ Anna Riva" not in it.lines(it.quotes)
        await it.press("comma")
        assert "│ 15 marzo 2022" in it.lines(it.dates)


async def test_the_text_and_the_other_list_follow_a_list(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("w")
        assert it.focused() is it.dates
        assert it.lines(it.dates)[0].startswith("▸ Dates")
        await it.press("G")
        assert it.cursor == LAST
        assert any(line.startswith("▌ Il primo autobus") for line in it.lines(it.pane)) or any(
            line.startswith("│ Il primo autobus") for line in it.lines(it.pane)
        )
        await it.press("quotation_mark")
        assert it.focused() is it.quotes
        assert "▌ Marco Salvi" in it.lines(it.quotes)


async def test_enter_stays_at_the_quote_and_escape_goes_back(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("G", "quotation_mark", "k", "enter")
        assert it.focused() is it.pane
        assert it.cursor == 1
        await it.press("quotation_mark", "j")
        assert it.cursor == 3
        await it.press("escape")
        assert it.focused() is it.pane
        assert it.cursor == 1
        await it.press("w", "G", "h")
        assert it.cursor == 1
        await it.press("quotation_mark", "j", "quotation_mark")
        assert (it.focused(), it.cursor) == (it.pane, 1)


async def test_tab_goes_round_the_panels_both_ways(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        seen = []
        for _ in range(3):
            await it.press("tab")
            seen.append(it.focused())
        assert seen == [it.quotes, it.dates, it.pane]
        await it.press("shift+tab")
        assert it.focused() is it.dates
        await it.press("z")
        assert it.focused() is it.pane
        await it.press("tab")
        assert it.focused() is it.pane


@pytest.mark.parametrize(
    ("keys", "view"),
    [
        (["b"], View.ITALIAN),
        (["b", "b"], View.ENGLISH),
        (["b", "b", "b"], View.BOTH),
        (["I"], View.ITALIAN),
        (["E"], View.ENGLISH),
        (["E", "B"], View.BOTH),
    ],
    ids=lambda it: "-".join(it) if isinstance(it, list) else str(it),
)
async def test_the_views(tmp_path: Path, article: Path, keys: list[str], view: View) -> None:
    async with reader(tmp_path, article) as it:
        await it.press(*keys)
        text = shown(it.lines(it.pane))
        assert it.view is view
        assert ("La spesa è stata" in text) == (view is not View.ENGLISH)
        assert ("The expense was" in text) == (view is not View.ITALIAN)


async def test_the_sidebar_speaks_the_language_of_the_view(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        assert "“Abbiamo finito in tempo”" in it.text(it.quotes)
        assert "15 marzo 2022" in it.text(it.dates)
        await it.press("E")
        assert "“We finished on time”" in it.text(it.quotes)
        assert "15 March 2022" in it.text(it.dates)
        await it.press("I")
        assert "“Abbiamo finito in tempo”" in it.text(it.quotes)


async def test_the_sidebar_hides_and_comes_back(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        narrow = it.pane.size.width
        await it.press("z")
        assert not it.sidebar_shown()
        assert it.pane.size.width == 120
        await it.press("z")
        assert it.pane.size.width == narrow


async def test_the_width_of_the_sidebar_is_kept(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        before = it.screen.sidebar.size.width
        await it.press("greater_than_sign", "greater_than_sign", "less_than_sign")
        assert it.screen.sidebar.size.width == before + 4
        await it.press(*["less_than_sign"] * 9)
        least = it.screen.sidebar.size.width
        assert 20 <= least < before
    async with reader(tmp_path, article) as it:
        assert it.screen.sidebar.size.width == least


async def test_on_a_narrow_screen_the_lists_come_when_called(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article, size=(80, 24)) as it:
        assert not it.sidebar_shown()
        await it.press("quotation_mark")
        assert it.sidebar_shown()
        assert it.focused() is it.quotes
        assert "▌ Anna Riva" in it.lines(it.quotes)
        await it.press("escape")
        assert not it.sidebar_shown()
        await it.press("w", "enter")
        assert not it.sidebar_shown()
        await it.press("z")
        assert it.sidebar_shown()
        await it.press("greater_than_sign")
        assert "can be resized where it stands beside" in it.message


async def test_search_goes_as_one_types_and_comes_back(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("slash", "B", "U", "S")
        assert isinstance(it.top(), AskLine)
        assert it.cursor == LAST
        await it.press("escape")
        assert it.cursor == 0
        assert not it.screen.hits.query
        await it.press("slash")
        await it.type("works")
        assert it.cursor == 0
        assert it.message.startswith("Match 1 of 2")
        await it.press("n")
        assert it.cursor == 2
        await it.press("n")
        assert it.message.startswith("Match 1 of 2")
        await it.press("N")
        assert it.cursor == 2
        await it.press("I", "n")
        assert it.message.startswith("“works” is not here, 2 in the language not shown")
        await it.press("escape")
        assert not it.screen.hits.hits


async def test_next_match_asks_when_there_was_no_search(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("n")
        assert isinstance(it.top(), AskLine)


async def test_articles_turn_and_keep_their_places(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article, library(tmp_path)) as it:
        await it.press("full_stop", "full_stop", "J")
        await it.until(lambda: "biblioteca" in it.text(it.pane))
        assert "2/2" in it.text(it.screen.query_one(Header))
        assert it.cursor == 0
        await it.press("K")
        assert it.cursor == 2
        assert "1/2" in it.text(it.screen.query_one(Header))


@pytest.mark.parametrize("way", ["question_mark", "f1"])
async def test_help_names_every_command(tmp_path: Path, article: Path, way: str) -> None:
    async with reader(tmp_path, article) as it:
        await it.press(way)
        assert isinstance(it.top(), HelpScreen)
        words = str(it.app.screen.query_one(Static).visual)
        missing = [c.id for c in COMMANDS if c.title not in words or f"[{c.id}]" not in words]
        assert missing == []
        await it.press("escape")
        assert it.top() is it.screen


async def test_every_command_is_in_the_palette_and_has_an_action(
    tmp_path: Path, article: Path
) -> None:
    async with reader(tmp_path, article) as it:
        screen = cast("Screen[object]", it.screen)
        listed = {command.title for command in it.app.get_system_commands(screen)}
        assert {c.title for c in COMMANDS if c.id != "palette"} <= listed
        for command in COMMANDS:
            assert callable(getattr(it.screen, f"action_{command.action}"))


async def test_quitting_keeps_the_place(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("full_stop", "full_stop", "q")
    async with reader(tmp_path, article) as it:
        assert it.cursor == 2


async def test_news_that_the_keys_have_overtaken_moves_nothing(tmp_path: Path) -> None:
    article = numbered(tmp_path, 60)
    async with reader(tmp_path, article) as it:
        await it.press("full_stop", "full_stop", "full_stop")
        it.pane.post_message(BilingualPane.SentenceSelected(1))
        await it.pilot.pause()
        assert it.cursor == 3


@pytest.mark.parametrize("hidden", [False, True])
async def test_after_a_visit_to_a_list_a_wider_screen_has_its_sidebar_again(
    tmp_path: Path, article: Path, hidden: bool
) -> None:
    async with reader(tmp_path, article, size=(120, 36)) as it:
        if hidden:
            await it.press("z")
        await it.pilot.resize_terminal(80, 24)
        await it.press("quotation_mark", "escape")
        assert not it.screen.sidebar.display
        await it.pilot.resize_terminal(120, 36)
        await it.rest()
        assert it.screen.sidebar.display is not hidden


async def test_a_list_that_stood_at_its_end_follows_to_an_article_with_less(tmp_path: Path) -> None:
    long, short = tmp_path / "lungo.txt", tmp_path / "corto.txt"
    said = "Il presidente ha parlato il {} giugno 2024 alla Camera dei deputati."
    long.write_text("\n\n".join(said.format(day) for day in range(1, 29)), encoding="utf-8")
    short.write_text("\n\n".join(said.format(day) for day in (1, 2, 3)), encoding="utf-8")
    async with reader(tmp_path, short, long) as it:
        await it.press("J")
        await it.until(lambda: it.dates.rows.count == 28)
        await it.rest()
        await it.press("w", "G")
        assert it.dates.chosen == 27
        await it.press("K")
        await it.rest()
        assert it.dates.chosen < 3
