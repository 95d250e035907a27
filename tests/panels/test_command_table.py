"""Every command is declared once, and what is declared works everywhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import cast

import pytest
from textual.binding import Binding
from textual.keys import Keys, _character_to_key
from textual.screen import Screen

from tui.app import EdicolaApp
from tui.commands import BY_ID, COMMANDS, NEWS, Command, key_name, keys_of
from tui.screens.help import help_lines
from tui.screens.reading import ReaderScreen
from tui.screens.session import Session
from tui.screens.stand.columns import StandFeeds, StandHeadlines
from tui.screens.stand.screen import StandScreen
from tui.settings import Places, Settings

NEED_ALTGR = {_character_to_key(character) for character in "[]@#{}`~€"}
"""On an Italian keyboard: with AltGr, or not there at all."""

EVERY = (*COMMANDS, *NEWS)

each_command = pytest.mark.parametrize("command", EVERY, ids=lambda command: command.id)
each_of_text = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
each_of_news = pytest.mark.parametrize("command", NEWS, ids=lambda command: command.id)


def test_every_id_is_there_once_and_no_key_runs_two_commands() -> None:
    assert len(BY_ID) == len(COMMANDS) + len(NEWS)
    for table in (COMMANDS, NEWS):
        keys = Counter(key for command in table for key in command.keys)
        assert [key for key, times in keys.items() if times > 1] == []
    assert len({command.title for command in EVERY}) == len(EVERY)


@each_command
def test_no_key_needs_altgr_on_an_italian_keyboard(command: Command) -> None:
    assert command.keys
    for key in command.keys:
        last = key.rpartition("+")[2]
        assert last not in NEED_ALTGR
        assert last not in "[]@#{}`~€"


@each_command
def test_every_key_is_one_that_a_terminal_sends(command: Command) -> None:
    known = {key.value for key in Keys}
    for key in command.keys:
        name = key_name(key)
        typed = len(name) == 1 and _character_to_key(name) == key
        assert typed or key in known, key


@each_of_text
def test_the_reading_screen_can_do_every_command(command: Command) -> None:
    action = getattr(ReaderScreen, f"action_{command.action}", None)
    assert callable(action)
    bound = [
        binding
        for binding in ReaderScreen.BINDINGS
        if isinstance(binding, Binding) and binding.id == command.id
    ]
    assert [(b.key.split(","), b.action) for b in bound] == [([*command.keys], command.action)]


@each_of_news
def test_the_newsstand_can_do_every_command_of_its_own(command: Command) -> None:
    assert callable(getattr(StandScreen, f"action_{command.action}", None))
    for panel in (StandFeeds, StandHeadlines):
        (bound,) = [b for b in panel.BINDINGS if isinstance(b, Binding) and b.id == command.id]
        assert bound.key.split(",") == [*command.keys]
        assert bound.action == f"screen.{command.action}"


@each_command
def test_the_help_lists_every_command_with_all_its_keys(command: Command) -> None:
    lines = [
        (keys, title) for _, keys, title in help_lines({}) if title.endswith(f"[{command.id}]")
    ]
    ((keys, title),) = lines
    assert keys.split("  ") == [key_name(key) for key in command.keys]
    assert title.startswith(command.title)


def test_the_help_names_each_group_once_before_its_commands() -> None:
    groups = [group for group, _, _ in help_lines({}) if group]
    assert groups == [*dict.fromkeys(command.group for command in EVERY), "What is marked"]


def test_the_palette_offers_every_command_but_itself(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path, tmp_path, tmp_path)
    session = Session([], Settings(), places)
    screen = cast("Screen[object]", ReaderScreen(session, 80))
    offered = list(EdicolaApp(session).get_system_commands(screen))
    titles = {entry.title for entry in offered}
    assert titles == {c.title for c in COMMANDS if c.id != "palette"} | {"Theme"}
    for entry in offered:
        assert entry.title == "Theme" or any(entry.help.endswith(name) for name in BY_ID)


def test_keys_are_written_as_they_are_on_the_keyboard() -> None:
    names = {key_name(key) for command in COMMANDS for key in command.keys}
    assert {".", ",", '"', "<", ">", "/", "?", ":", "^D", "PgDn", "Shift-Tab", "Esc"} <= names
    assert not any("_" in name for name in names)


def test_the_settings_give_a_command_other_keys_or_none() -> None:
    quit_ = BY_ID["quit"]
    assert keys_of(quit_, {}) == quit_.keys
    assert keys_of(quit_, {"search": "x"}) == quit_.keys
    assert keys_of(quit_, {"quit": "x, ctrl+x"}) == ("x", "ctrl+x")
    assert keys_of(quit_, {"quit": ""}) == ()
    remapped = {title: keys for _, keys, title in help_lines({"quit": "ctrl+x"})}
    assert remapped["Quit   [quit]"] == "^X"
