"""A few pictures of the whole screen; what they show as data is tested elsewhere.

`pytest tests/screens/test_pictures.py --snapshot-update` draws them anew: look at them then.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.support.pilot import Reader, session
from tests.support.reading import BRIDGE_PAIRS, bridge, remember, settings
from tui.app import EdicolaApp
from tui.panels.bars import Footer


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self,
        app: App[None],
        *,
        terminal_size: tuple[int, int],
        run_before: Callable[[Pilot[None]], Awaitable[None]],
    ) -> bool: ...


def after(app: EdicolaApp, *keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Wait until nothing goes on in the background, then press some keys."""

    async def run(pilot: Pilot[None]) -> None:
        reader = Reader(app, pilot)
        await pilot.pause()
        await reader.rest()
        reader.screen.query_one(Footer).message = ""
        await reader.press(*keys)

    return run


@pytest.fixture
def app(tmp_path: Path) -> EdicolaApp:
    """The reader on the article about the bridge, of which one sentence has no translation."""
    settings(tmp_path, '[reading]\ntheme = "textual-dark"\n')
    remember(tmp_path, BRIDGE_PAIRS[:-2] + BRIDGE_PAIRS[-1:])
    return EdicolaApp(session(tmp_path, bridge(tmp_path)))


def test_beside_each_other_at_120_by_36(app: EdicolaApp, snap_compare: Compare) -> None:
    """Columns level sentence by sentence; quotes, dates, the cursor and what failed stand out."""
    assert snap_compare(app, terminal_size=(120, 36), run_before=after(app, "full_stop"))


def test_one_under_the_other_at_80_by_24(app: EdicolaApp, snap_compare: Compare) -> None:
    """Each paragraph is followed by its translation, which cannot be taken for the article."""
    assert snap_compare(app, terminal_size=(80, 24), run_before=after(app, "full_stop"))


def test_wide_at_200_by_50(app: EdicolaApp, snap_compare: Compare) -> None:
    """Columns stop growing where lines would become hard to read."""
    assert snap_compare(app, terminal_size=(200, 50), run_before=after(app))


def test_italian_only_with_the_list_of_quotes(app: EdicolaApp, snap_compare: Compare) -> None:
    """The list that has the keys is seen to have them, and the footer shows its own."""
    keys = ("I", "quotation_mark", "j")
    assert snap_compare(app, terminal_size=(120, 36), run_before=after(app, *keys))


def test_the_lists_under_the_text_on_a_narrow_screen(
    app: EdicolaApp, snap_compare: Compare
) -> None:
    """Called for, both lists stand under the text, which keeps the larger part."""
    assert snap_compare(app, terminal_size=(80, 24), run_before=after(app, "w"))


def test_help(app: EdicolaApp, snap_compare: Compare) -> None:
    """Groups, keys and names of the commands in columns, over the text."""
    assert snap_compare(app, terminal_size=(120, 36), run_before=after(app, "question_mark"))
