"""Dialogs close once, however often, and however fast, they are told to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.pilot import reader
from tests.support.reading import bridge, remember
from tui.screens.dialog import Dialog


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
