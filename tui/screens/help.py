"""The help: every command with its keys, from the declarations that make them work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.commands import COMMANDS, NEWS, key_name, keys_of
from tui.screens.dialog import Dialog

MARKS = (
    ("italic", "words in italics are what somebody said; the sidebar says who"),
    ("underlined", "underlined words are a date; the sidebar says which"),
    ("bold", "in the current sentence: names and numbers found again in the other column"),
    ("~", "before a translation: rough, made by an engine of rules; e says which"),
    ("≈", "adapted: remembered for a sentence with other numbers or punctuation"),
    ("!", "a number, date, name or mark is lost or invented: e says which, W lists all"),
    ("│", "the current sentence, in every panel"),
    ("[…]", "not translated yet; nothing is ever shown in place of a translation"),
    ("remembered", "from the translation memory on this machine; nothing was sent"),
)


def help_lines(remapped: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """The help as data: group (when it changes), keys, what they do."""
    out: list[tuple[str, str, str]] = []
    group = ""
    for command in (*COMMANDS, *NEWS):
        keys = "  ".join(key_name(key) for key in keys_of(command, remapped))
        title = f"{command.title}   [{command.id}]"
        out.append((command.group if command.group != group else "", keys, title))
        group = command.group
    out += [("What is marked" if not n else "", *mark) for n, mark in enumerate(MARKS)]
    return out


class HelpScreen(Dialog[None]):
    """Every command, its keys, and its name in the settings."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll { width: 84; max-width: 100%; height: 90%; background: $surface;
        padding: 1 2; scrollbar-size-vertical: 1; }
    HelpScreen Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,ctrl+c", "dismiss", "Close"),
        Binding("j", "scroll('down')", "Down"),
        Binding("k", "scroll('up')", "Up"),
        Binding("space", "scroll('page_down')", "Page down"),
    ]

    def __init__(self, remapped: Mapping[str, str]) -> None:
        super().__init__()
        self._remapped = remapped

    def compose(self) -> ComposeResult:
        """The list."""
        parts: list[Content] = [Content.styled("Edicola: keys and commands   (Esc closes)", "bold")]
        for group, keys, title in help_lines(self._remapped):
            if group:
                parts.append(Content.styled(f"\n{group}", "bold underline"))
            parts.append(Content.assemble((f"{keys:<22} ", "bold"), title))
        with VerticalScroll():
            yield Static(Content("\n").join(parts))

    def action_scroll(self, how: str) -> None:
        """Move the list."""
        scroll = self.query_one(VerticalScroll)
        getattr(scroll, f"scroll_{how}")(animate=False)

    async def action_dismiss(self, result: None = None) -> None:
        """Close the help."""
        self.dismiss(result)
