"""The application under Textual's pilot, with a home of its own and nothing left to chance."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from textual.geometry import Offset
from textual.pilot import Pilot
from textual.worker import WorkerCancelled, WorkerFailed

from tests.support.reading import places
from tui import pipeline
from tui.app import EdicolaApp
from tui.panels.bars import Footer, Header
from tui.panels.bilingual import BilingualPane
from tui.panels.lists import DateList, FindingList, QuoteList
from tui.panels.rows import View
from tui.screens.reading import ReaderScreen
from tui.screens.session import Session
from tui.settings import TranslationSettings, load

PATIENCE = 20.0
"""Seconds after which something that was waited for is not coming."""


@dataclass(frozen=True)
class Reader:
    """A running application, and short ways to what a test asks of it."""

    app: EdicolaApp
    pilot: Pilot[None]

    @property
    def screen(self) -> ReaderScreen:
        """The reading screen, whatever lies over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ReaderScreen)
        return screen

    @property
    def pane(self) -> BilingualPane:
        """The text."""
        return self.screen.pane

    @property
    def quotes(self) -> FindingList:
        """The quotes."""
        return self.screen.query_one(QuoteList)

    @property
    def dates(self) -> FindingList:
        """The dates."""
        return self.screen.query_one(DateList)

    def focused(self) -> object:
        """What has the keys."""
        return self.app.focused

    def top(self) -> object:
        """The screen that lies on top."""
        return self.app.screen

    def sidebar_shown(self) -> bool:
        """Whether the sidebar is to be seen."""
        return self.screen.sidebar.display

    @property
    def cursor(self) -> int:
        """The current sentence."""
        return self.screen.cursor

    @property
    def view(self) -> View:
        """The languages shown."""
        return self.screen.view

    @property
    def message(self) -> str:
        """What the footer says."""
        return self.screen.query_one(Footer).message

    def lines(self, widget: Header | Footer | BilingualPane | FindingList) -> list[str]:
        """The rows of a panel as they are painted, without the blanks at their ends."""
        return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]

    def text(self, widget: Header | Footer | BilingualPane | FindingList) -> str:
        """The same as one string."""
        return "\n".join(self.lines(widget))

    def place_of(self, widget: BilingualPane | FindingList | Footer, words: str) -> Offset:
        """Where `words` begin in a panel."""
        for y, line in enumerate(self.lines(widget)):
            if words in line:
                return Offset(line.index(words), y)
        raise AssertionError(f"{words!r} is not shown:\n{self.text(widget)}")

    async def press(self, *keys: str) -> None:
        """Press keys, and let them be dealt with."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type into a dialog, and press Enter."""
        await self.press(*("space" if letter == " " else letter for letter in words), "enter")

    async def until(self, happened: Callable[[], bool]) -> None:
        """Let the application run until something has happened."""
        deadline = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < deadline, f"not in {PATIENCE} s; footer: {self.message!r}"
            await asyncio.sleep(0)
            await self.pilot.pause()

    async def rest(self) -> None:
        """Let everything in the background come to its end."""
        while True:
            try:
                await self.app.workers.wait_for_complete()
            except (WorkerCancelled, WorkerFailed):
                continue
            await self.pilot.pause()
            if not any(worker.is_running for worker in self.app.workers):
                return


def session(home: Path, *sources: Path | str, offline: bool = True) -> Session:
    """A session in that home; what can be read at once has been, as when the program starts.

    Unless the settings name engines, those of this machine are left out: what is translated must
    not depend on what is installed here.
    """
    found = places(home)
    chosen, problems = load(found.settings)
    if chosen.translation == TranslationSettings():
        chosen = replace(chosen, translation=TranslationSettings(engines=("google", "mymemory")))
    made = Session(
        sources=[str(source) for source in sources],
        settings=chosen,
        places=found,
        offline=offline,
        problems=[str(problem) for problem in problems],
    )
    if "://" not in made.sources[0]:
        made.opened[0] = pipeline.open_source(made.sources[0])
    return made


@asynccontextmanager
async def reader(
    home: Path,
    *sources: Path | str,
    size: tuple[int, int] = (120, 36),
    offline: bool = True,
    rested: bool = True,
) -> AsyncIterator[Reader]:
    """The application on some sources; with `rested`, everything found and translated."""
    app = EdicolaApp(session(home, *sources, offline=offline))
    async with app.run_test(size=size) as pilot:
        running = Reader(app, pilot)
        await pilot.pause()
        if rested:
            await running.rest()
            running.screen.query_one(Footer).message = ""
            await pilot.pause()
        yield running


def shown(lines: Sequence[str]) -> str:
    """Lines as one text with single blanks, to look for words wherever they were wrapped."""
    return " ".join(" ".join(lines).split())
