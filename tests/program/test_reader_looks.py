"""The reader in terminals of all sizes and kinds, under other colours and other keys."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.support.command_line import SEED
from tests.support.reading import bridge, numbered, remember, settings
from tests.support.terminal import Terminal

SLOW = (
    "requests",
    "feedparser",
    "trafilatura",
    "dateparser",
    "deep_translator",
    "simplemma",
    "lxml",
)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=str)
def test_article_translation_and_state_are_seen_at_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    remember(tmp_path)
    with Terminal(tmp_path, bridge(tmp_path), "--offline", size=size) as terminal:
        terminal.wait_for("May 2024 · Italian · remembered")
        terminal.wait_for("Il ponte sul fiume Adda")
        terminal.wait_for("The bridge over the river Adda")
        beside = terminal.find("Il ponte sul")[1] == terminal.find("The bridge over")[1]
        assert beside == (size[0] >= 120)
        assert ("Quotes" in terminal.text) == (size[0] >= 120)
        assert "q quit" in terminal.lines()[-1]


def test_a_tiny_terminal_shows_text_and_how_to_leave(tmp_path: Path) -> None:
    with Terminal(tmp_path, bridge(tmp_path), "--offline", size=(20, 5)) as terminal:
        terminal.wait_for("Il ponte sul")
        terminal.wait_for("q quit")
        for key in (".", "b", "b", "b", '"', "escape"):
            terminal.press(key)
        terminal.press("G")
        terminal.wait_until(lambda: terminal.caret() != "")
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_resizing_keeps_the_current_sentence_in_sight(tmp_path: Path) -> None:
    article = numbered(tmp_path, 300, together=1)
    with Terminal(tmp_path, article, "--offline", "--view", "italian") as terminal:
        terminal.wait_for("La frase numero 0 ")
        terminal.press("." * 70)
        terminal.wait_until(lambda: terminal.caret().startswith("La frase numero 70 "))
        for columns, rows in ((60, 20), (200, 50), (40, 10), (120, 36)):
            terminal.resize(columns, rows)
            terminal.wait_for(r"▌ La frase numero[\s│▌┃]+70\b")
        terminal.resize(20, 5)  # three rows of text: at least the sentence's first
        terminal.wait_for(r"▌ La frase numero")
        terminal.resize(120, 36)
        terminal.wait_for(r"▌ La frase numero 70\b")


_INTERRUPTED = """
import shutil, time
from pathlib import Path

real, held = shutil.get_terminal_size, Path("held")

def interrupted(*fallback):
    size = real(*fallback)
    if size == (100, 30) and not held.exists():
        held.touch()
        while real(*fallback) == size:
            time.sleep(0.01)
        time.sleep(0.1)
    return size

shutil.get_terminal_size = interrupted
from tui.cli import main
main()
"""
"""The reader, with the handling of one size interrupted by that of the next."""


def test_two_sizes_told_in_the_wrong_order_end_with_the_terminals_own(tmp_path: Path) -> None:
    article, command = numbered(tmp_path, 300, together=1), [sys.executable, "-c", _INTERRUPTED]
    with Terminal(tmp_path, article, "--offline", command=command) as terminal:
        terminal.wait_for("La frase numero 0 ")
        terminal.resize(100, 30)
        terminal.wait_until((tmp_path / "held").exists)
        terminal.resize(60, 20)
        terminal.press(".")
        terminal.wait_until(lambda: terminal.caret().startswith("La frase numero 1 "))
        assert terminal.lines()[-1].startswith(" . sentence")
        assert all(len(line) <= 60 for line in terminal.lines())


def test_without_colours_everything_is_still_told_apart(tmp_path: Path) -> None:
    with Terminal(tmp_path, bridge(tmp_path), "--offline", extra={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Quotes 2")
        terminal.press(".", '"')
        terminal.wait_for("▸ Quotes")
        terminal.wait_for("▌ Anna Riva")
        colours = {
            tuple(int(part) for part in found[1].split(b";"))
            for found in re.finditer(rb"\x1b\[[0-9;]*?(?:38|48);2;(\d+;\d+;\d+)", terminal.raw)
        }
        assert {colour for colour in colours if len(set(colour)) > 1} == set()


@pytest.mark.parametrize("kind", ["xterm", "linux", "screen-256color", "vt100", "dumb"])
def test_any_terminal_will_do(tmp_path: Path, kind: str) -> None:
    extra = {"TERM": kind, "COLORTERM": ""}
    with Terminal(tmp_path, bridge(tmp_path), "--offline", extra=extra) as terminal:
        terminal.wait_for("Il ponte sul fiume Adda")
        terminal.press(".")
        terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))
        terminal.press("q")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "dracula"])
def test_a_theme_can_be_set(tmp_path: Path, theme: str) -> None:
    settings(tmp_path, f'[reading]\ntheme = "{theme}"\n')
    with Terminal(tmp_path, bridge(tmp_path), "--offline") as terminal:
        terminal.wait_for("Quotes 2")
        assert "there is no theme" not in terminal.text
        terminal.press(".")
        terminal.wait_until(lambda: terminal.caret().startswith("“Abbiamo finito"))


def test_a_theme_that_is_not_there_is_told(tmp_path: Path) -> None:
    settings(tmp_path, '[reading]\ntheme = "sunset"\n')
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for("there is no theme 'sunset'")
        terminal.press(".")
        terminal.wait_for("q quit")


def test_keys_can_be_given_to_other_commands(tmp_path: Path) -> None:
    settings(tmp_path, '[keys]\ncycle-view = "v"\nquit = "0,f10"\nfly = "f"\n')
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for("there is no command 'fly'")
        terminal.wait_for("The United States")
        terminal.press("v")
        terminal.wait_gone("The United States")
        assert "v it/en/both" in terminal.lines()[-1]
        assert "0 quit" in terminal.lines()[-1]
        terminal.press("b")  # no longer means anything
        terminal.press("?")
        terminal.wait_for(r"v +Italian, English or both")
        terminal.press("?")
        terminal.wait_gone("Edicola: keys and commands")
        assert "The United States" not in terminal.text
        terminal.press("0")
        assert terminal.wait_end() == 0


def test_one_key_for_two_commands_is_told(tmp_path: Path) -> None:
    settings(tmp_path, '[keys]\ncopy = "t"\n')
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for("copy has taken the key of translate")
        terminal.press(".")
        terminal.wait_for("t copy")
        assert "t translate" not in terminal.lines()[-1]


def test_the_palette_lists_commands_and_runs_them(tmp_path: Path) -> None:
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for("The United States")
        terminal.press(":")
        terminal.wait_for("Search for commands|Search…|Search")
        terminal.press(*"italian only")
        terminal.wait_for("Language · view-italian")
        terminal.press("enter")
        terminal.wait_gone("Language · view-italian")
        terminal.wait_gone("The United States")


def test_the_theme_chosen_in_the_palette_is_kept(tmp_path: Path) -> None:
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for("Quotes")
        terminal.press(":")
        terminal.wait_for("Search")
        terminal.press(*"theme")
        terminal.wait_for("choose the colours")
        terminal.press("enter")
        terminal.wait_for("(?i)search for themes")
        terminal.wait_for("solarized")
        terminal.press(*"dracula")
        terminal.wait_gone("solarized")
        terminal.press("down", "enter")
        terminal.wait_gone("dracula")
        terminal.press("q")
        assert terminal.wait_end() == 0
    with Terminal(tmp_path, SEED, "--offline") as terminal:
        terminal.wait_for("Quotes")
        assert b"40;42;54" in terminal.raw  # dracula's own background, #282A36


def test_the_first_picture_needs_no_slow_library(tmp_path: Path) -> None:
    """What takes a tenth of a second to import waits until something needs it."""
    listed = tmp_path / "modules.txt"
    program = (
        "import sys\n"
        "from tui.cli import main\n"
        f"status = main(['--offline', {str(SEED)!r}])\n"
        f"open({str(listed)!r}, 'w').write('\\n'.join(sys.modules))\n"
        "sys.exit(status)\n"
    )
    with Terminal(tmp_path, command=[sys.executable, "-c", program]) as terminal:
        terminal.wait_for("Gli Stati Uniti")
        terminal.press("q")
        assert terminal.wait_end() == 0
    loaded = set(listed.read_text().splitlines())
    assert "textual" in loaded
    assert loaded.isdisjoint(SLOW)
