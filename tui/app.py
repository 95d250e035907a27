"""The application: one screen, a theme, a palette made of the declared commands."""

from __future__ import annotations

import gc
import os
import shutil
import signal
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from textual import events
from textual.app import App, SystemCommand
from textual.geometry import Size
from textual.screen import Screen
from textual.theme import ThemeProvider

from tui.commands import COMMANDS, NEWS
from tui.document import Language, PartialDate
from tui.panels.rows import View
from tui.screens.keys import settle
from tui.screens.palette import Palette
from tui.screens.reading import ReaderScreen
from tui.screens.session import Session
from tui.settings import Places, Settings

AT_ONCE = 4_000_000
"""Bytes up to which a file is read before the screen is drawn: one picture instead of two."""


class EdicolaApp(App[None]):
    """Runs the reading screen over a session."""

    TITLE = "Edicola"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f20"  # our own command opens it, under a key that can be remapped

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        keys, told = settle(session.settings.keys)
        session.settings = replace(session.settings, keys=keys)
        session.problems = [*session.problems, *told]
        self.set_keymap(keys)

    def get_default_screen(self) -> Screen[None]:
        """The newsstand, or the reading screen alone when articles were named."""
        if self.session.sources:
            return ReaderScreen(self.session, self.size.width)
        from tui.screens.stand.screen import StandScreen

        return StandScreen(self.session, self.size.width)

    def on_mount(self) -> None:
        """Take the theme, and leave in order when asked to from outside."""
        self._take_theme()
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        for name in (signal.SIGTERM, signal.SIGHUP):
            self._loop_on(name)

    def _loop_on(self, name: signal.Signals) -> None:
        import asyncio

        asyncio.get_running_loop().add_signal_handler(name, self._leave)

    def _leave(self) -> None:
        screen = self.screen_stack[0] if self.screen_stack else None
        if isinstance(screen, ReaderScreen):
            screen.action_quit()
        else:
            self.exit()

    def _take_theme(self) -> None:
        wanted = self.session.settings.reading.theme or self.session.state.get("theme") or ""
        if wanted in self.available_themes:
            self.theme = wanted
        elif wanted:
            told = f"settings: there is no theme {wanted!r}; the palette (:) lists them"
            self.session.problems = [*self.session.problems, told]

    def _keep_theme(self, name: str) -> None:
        if not self.session.settings.reading.theme:
            self.session.state.put("theme", name)

    def action_command_palette(self) -> None:
        """Show the list of commands, once."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def search_themes(self) -> None:
        """Show the list of themes."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The declared commands, and the choice of a theme."""
        for command in (*COMMANDS, *NEWS):
            action = getattr(screen, f"action_{command.action}", None)
            if action is not None and command.id != "palette":
                yield SystemCommand(command.title, f"{command.group} · {command.id}", action)
        yield SystemCommand("Theme", "Edicola · choose the colours", self.action_change_theme)

    def on_resize(self, event: events.Resize) -> None:
        """Take the size the terminal has by now, where the event tells of an older one.

        A window that is drawn larger changes size many times a second, and a signal that
        interrupts the handling of the one before is told of first.
        """
        if self.is_headless:
            return
        size = Size(*shutil.get_terminal_size())
        if size != event.size:
            self.post_message(events.Resize(size, size))

    def on_key(self, event: events.Key) -> None:
        """Give a dialog the keys that were typed before it had the focus, in their order."""
        if isinstance(self.screen, ReaderScreen):
            return
        from tui.screens.dialogs import AskLine

        if isinstance(self.screen, AskLine) and self.screen.take(event):
            event.prevent_default()


def _is_at_hand(source: str) -> bool:
    """Whether it takes no time to read a source, or to say that it cannot be read."""
    if source == "-":
        return True
    if "://" in source:
        return False
    path = Path(source)
    try:
        if path.is_file():
            return path.stat().st_size <= AT_ONCE
        return path.is_dir() or not path.exists()
    except (OSError, ValueError):
        return True


def _preload(session: Session) -> None:
    """Read a first source that is at hand before anything is drawn; leave the rest to a worker.

    Raises:
        SystemExit: it is the only one, and there is no article in it.
    """
    from tui import pipeline
    from tui.sources import SourceError

    if not session.sources:
        gc.disable()  # until the first picture; see below
        return
    first = session.sources[0]
    if not _is_at_hand(first):
        return
    gc.disable()  # what is made now stays; looking through it for rubbish takes a tenth of the time
    try:
        session.opened[0] = pipeline.open_source(
            first, offline=session.offline, language=session.language, published=session.published
        )
    except SourceError as error:
        # Standard input cannot be read a second time; anything else the reader tells of itself.
        if len(session.sources) == 1 or first == "-":
            raise SystemExit(f"edicola: {pipeline.why_not(first, error)}") from None
    finally:
        gc.enable()
        gc.freeze()


def _take_terminal() -> None:
    """Give the keyboard back to the program when its standard input was the article."""
    if not os.isatty(0):
        terminal = os.open("/dev/tty", os.O_RDWR)
        os.dup2(terminal, 0)


def run_reader(
    sources: Sequence[str],
    settings: Settings,
    places: Places,
    *,
    offline: bool = False,
    language: Language | None = None,
    published: PartialDate | None = None,
    view: str | None = None,
    problems: Sequence[str] = (),
) -> int:
    """Open the reader on `sources`; the exit status of the program."""
    session = Session(
        sources=list(sources),
        settings=settings,
        places=places,
        offline=offline,
        language=language,
        published=published,
        view=View(view) if view else None,
        problems=list(problems),
    )
    if not sources and session.stand.refused:
        raise SystemExit(f"edicola: {session.stand.refused}")
    _preload(session)
    _take_terminal()
    app = EdicolaApp(session)
    try:
        app.run()
    finally:
        session.close()
    return app.return_code or 0
