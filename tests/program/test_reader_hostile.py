"""Text from strangers: no escape sequence of theirs reaches the terminal, no markup of theirs acts.

Every kind of source carries every kind of payload; the bytes that reach the pseudo-terminal are
looked through, after every panel and every dialog has shown the text.
"""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import edicola
from tests.support.reading import BRIDGE_PAIRS, NO_LOCAL_ENGINE, one_engine, places, settings
from tests.support.terminal import Terminal
from tests.support.translation_server import Fault, TranslationServer
from tui.library import State

PAYLOADS = {
    "clear the screen": "\x1b[2J\x1b[31;7m",
    "write the clipboard": "\x1b]52;c;Y2F0dGl2bw==\x07",
    "set the title": "\x1b]0;cattivo\x1b\\",
    "a device string": "\x1bP1;2|6361747469766f\x1b\\",
    "eight bits": "\x9b2J\x9d52;c;Y2F0dGl2bw==\x9c",
    "bells and backspaces": "\x07\x08\x0b\x0c\x0e\x0f\x7f",
    "right to left": "\u202e\u2066\u2069\u200f\u061c",
    "nul": "\x00",
}
MARKUP = "[@click=app.quit]premi[/] [/b] [red]rosso[/red] $testo"
EVERYTHING = "".join(PAYLOADS.values())

SENTENCE = f"Il ponte {EVERYTHING} è stato riaperto ieri {MARKUP} dopo due anni di lavori."
QUOTE = f"“Abbiamo finito {MARKUP} in {EVERYTHING} tempo”, ha detto la sindaca Anna {MARKUP} Riva."
TITLE = f"Riapre il {MARKUP} ponte {EVERYTHING} vecchio"
TEXT = f"{SENTENCE} {QUOTE}\n\nI lavori erano cominciati il 15 marzo 2022.\n"

FORBIDDEN = re.compile(
    "\x1b\\[31;7m|\x1b\\]|\x1bP|[\x80-\x9f\x07\x08\x0b\x0c\x0e\x0f\0\x7f]|[\u202a-\u202e\u2066-\u2069]"
)
"""What only the article could have sent; of the program's own there is none of these."""


def _text(home: Path) -> Path:
    path = home / "articolo.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _markdown(home: Path) -> Path:
    path = home / "articolo.md"
    path.write_text(f"# {TITLE}\n\n{TEXT}", encoding="utf-8")
    return path


def _page(home: Path) -> Path:
    """With the codes as they are and as references, which parsers turn into codes."""
    coded = "".join(f"&#{ord(c)};" if ord(c) < 32 or ord(c) > 126 else c for c in EVERYTHING)
    paragraphs = "".join(
        f"<p>{html.escape(part, quote=False)} {coded}</p>" for part in (SENTENCE, QUOTE) * 4
    )
    title = html.escape(TITLE, quote=False) + coded
    path = home / "articolo.html"
    path.write_text(
        f"<html lang='it'><head><title>{title}</title><meta name='author' content='{coded}Neri'>"
        f"</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>",
        encoding="utf-8",
        errors="surrogatepass",
    )
    return path


def _named(home: Path) -> Path:
    """With the codes in the name of the file, as far as a file may have them."""
    path = home / f"art{EVERYTHING.replace(chr(0), '')}{MARKUP.replace('/', '-')}.txt"
    path.write_text("La sindaca ha detto che il ponte sarà riaperto domani.", encoding="utf-8")
    return path


def visit_every_panel(terminal: Terminal) -> None:
    """Show the article in every view, list and dialog there is."""
    for key in ("I", "E", "B"):
        terminal.press(key)
    for key, shown in (('"', "▸ Quotes"), ("w", "▸ Dates")):
        terminal.press(key)
        terminal.wait_for(shown)
        terminal.press("j", "k", "y")
        terminal.wait_for("Copied|nothing to copy")
    terminal.press("w")
    terminal.wait_gone("▸ Dates")
    terminal.press("y")
    terminal.wait_for("Copied")
    terminal.press("Y")
    terminal.wait_for("Copied|not translated")
    terminal.press("o")
    terminal.wait_for("did not come from the web")
    for key, shown in (("/", "Search"), ("d", "Written on")):
        terminal.press(key)
        terminal.wait_for(shown)
        terminal.press("[/b][@click=app.quit]x[/]\r")
        terminal.wait_for("is not")
    for key, shown in (("?", "keys and commands"), (":", "(?i)search for commands")):
        terminal.press(key)
        terminal.wait_for(shown)
        terminal.press("escape")
        terminal.wait_gone(shown)
    terminal.resize(80, 24)
    terminal.wait_until(lambda: "q quit" in terminal.lines()[-1])


def others(raw: bytearray) -> str:
    """What was written, without the program's own strings: copies, the shape of the mouse."""
    copied = re.compile("\x1b\\]52;c;([A-Za-z0-9+/=]*)\x07")
    written = raw.decode()
    for found in copied.finditer(written):
        words = base64.b64decode(found[1]).decode()
        assert words != "cattivo"
        assert FORBIDDEN.search(words) is None
    return re.sub("\x1b\\]22;[a-z-]+\x07", "", copied.sub("", written))


@pytest.mark.parametrize(
    "make", [_text, _markdown, _page, _named], ids=lambda make: make.__name__.strip("_")
)
def test_no_code_of_an_article_reaches_the_terminal(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    settings(tmp_path, NO_LOCAL_ENGINE)
    with Terminal(tmp_path, make(tmp_path), "--offline", size=(140, 40)) as terminal:
        terminal.wait_for(r"Italian · 0/\d+ translated, \d+ failed")
        terminal.wait_for("Quotes")
        if make is not _named:
            terminal.wait_for(re.escape("[@click=app.quit]premi[/]"))
            terminal.wait_for(re.escape("[red]rosso[/red]"))
        visit_every_panel(terminal)
        terminal.press("q")
        assert terminal.wait_end() == 0
        found = FORBIDDEN.search(others(terminal.raw))
        assert found is None, found


def test_markup_in_an_article_does_nothing_when_it_is_clicked(tmp_path: Path) -> None:
    with Terminal(tmp_path, _markdown(tmp_path), "--offline", size=(200, 40)) as terminal:
        terminal.wait_for("Quotes 1")
        terminal.wait_for(r"premi\[/\]")
        for row, line in enumerate(terminal.lines()):
            for place in re.finditer("premi", line):
                terminal.click(place.start(), row)
        # By the time the help has come and gone every click has been dealt with.
        terminal.press("?")
        terminal.wait_for("keys and commands")
        terminal.press("q")
        terminal.wait_gone("keys and commands")
        terminal.press("g", ".")
        terminal.wait_until(lambda: terminal.caret().startswith("vecchio"))


def test_codes_in_somebody_elses_translations_stay_there(tmp_path: Path) -> None:
    """A TMX file may hold anything that XML may, as references too."""
    coded = "".join(f"&#{ord(c)};" for c in EVERYTHING if ord(c) > 126 or c in "\t\n\r")
    words = f"The bridge {coded} {html.escape(MARKUP)} \\x1b[2J was reopened."
    (tmp_path / "loro.tmx").write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header srclang="it"/><body><tu>'
        f'<tuv xml:lang="it"><seg>{BRIDGE_PAIRS[0][0]}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{words}</seg></tuv></tu></body></tmx>',
        encoding="utf-8",
    )
    assert edicola(tmp_path, "memory", "import", "loro.tmx").status == 0
    (tmp_path / "a.txt").write_text(BRIDGE_PAIRS[0][0], encoding="utf-8")
    with Terminal(tmp_path, "a.txt", "--offline", size=(160, 30)) as terminal:
        terminal.wait_for("The bridge")
        terminal.wait_for(re.escape("[@click=app.quit]premi[/]"))
        visit_every_panel(terminal)
        terminal.press("q")
        assert terminal.wait_end() == 0
        assert FORBIDDEN.search(others(terminal.raw)) is None


def test_codes_from_a_translation_server_do_not_reach_the_terminal(tmp_path: Path) -> None:
    with TranslationServer(Fault.ESCAPES) as engine:
        settings(tmp_path, one_engine(engine.url))
        State(places(tmp_path).state).agree(engine.host)
        (tmp_path / "a.txt").write_text(f"{BRIDGE_PAIRS[0][0]} {BRIDGE_PAIRS[2][0]}")
        with Terminal(tmp_path, "a.txt", size=(160, 30)) as terminal:
            terminal.wait_for("translated by|failed")
            visit_every_panel(terminal)
            terminal.press("q")
            assert terminal.wait_end() == 0
            raw = others(terminal.raw)
            assert FORBIDDEN.search(raw) is None
            assert "ZXZpbA" not in raw


def test_codes_on_the_command_line_and_in_settings_are_shown_as_nothing(tmp_path: Path) -> None:
    settings(tmp_path, f'[reading]\ntheme = "{MARKUP}"\n[keys]\n"[/b]x" = "f"\n')
    with Terminal(tmp_path, "--offline", size=(160, 30)) as terminal:
        terminal.wait_for(r"settings: there is no (theme|command)")
        assert "[/b]x" in terminal.text or MARKUP[:10] in terminal.text
        terminal.press("q")
        assert terminal.wait_end() == 0
    with Terminal(tmp_path, f"manca{EVERYTHING.replace(chr(0), '')}.txt") as terminal:
        assert terminal.wait_end() == 1
        assert FORBIDDEN.search(others(terminal.raw)) is None
