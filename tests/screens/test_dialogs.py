"""Dialogs close once, however often, and however fast, they are told to."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.command import CommandList

from tests.support.pilot import reader
from tests.support.reading import bridge, remember
from tui.screens.dialog import Dialog
from tui.screens.palette import Palette


@pytest.mark.parametrize("key", ["slash", "question_mark", "e", "l", "d"])
async def test_a_dialog_told_twice_to_close_leaves_the_page(tmp_path: Path, key: str) -> None:
    remember(tmp_path)
    async with reader(tmp_path, bridge(tmp_path)) as it:
        await it.press(key)
        dialog = it.app.screen
        assert isinstance(dialog, Dialog)
        dialog.dismiss(None)
        dialog.dismiss(None)
        await it.rest()
        assert it.app.screen is it.screen
        await it.press("full_stop")
        assert it.screen.cursor == 1


async def test_the_palette_told_twice_to_close_leaves_the_page(tmp_path: Path) -> None:
    remember(tmp_path)
    async with reader(tmp_path, bridge(tmp_path)) as it:
        await it.press("colon")
        palette = it.app.screen
        assert isinstance(palette, Palette)
        palette.dismiss(None)
        palette.dismiss(None)
        await it.rest()
        assert it.app.screen is it.screen


@pytest.mark.parametrize("key", ["page_up", "page_down"])
async def test_the_palette_turns_no_page_before_it_is_drawn(tmp_path: Path, key: str) -> None:
    remember(tmp_path)
    async with reader(tmp_path, bridge(tmp_path)) as it:
        await it.press("colon")
        palette = it.app.screen
        assert isinstance(palette, Palette)
        assert palette.check_action("command_list", (key,))
        palette.query_one(CommandList).styles.display = "none"
        await it.rest()
        assert not palette.check_action("command_list", (key,))
        await it.press(key.replace("_", ""), "escape")
        assert it.app.screen is it.screen
