"""A list to choose from, over the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.screens.dialog import Dialog

CHOSEN, LEFT = "✓ ", "  "


class _Choices(OptionList):
    """A list in which several things can be chosen, each marked with a sign."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose"),
        Binding("j", "cursor_down", "Down"),
        Binding("k", "cursor_up", "Up"),
    ]

    def __init__(self, choices: Mapping[str, str], *, one: bool) -> None:
        """Choices are shown by their values."""
        self._choices = list(choices.items())
        self._one = one
        self.chosen: dict[str, None] = {}
        super().__init__(*(self._prompt(number) for number in range(len(self._choices))))

    def _prompt(self, number: int) -> Content:
        key, words = self._choices[number]
        return Content(words if self._one else (CHOSEN if key in self.chosen else LEFT) + words)

    def key_at(self, number: int) -> str:
        """What is returned for a row."""
        return self._choices[number][0]

    def action_choose(self) -> None:
        """Choose the row, or no longer."""
        if self.highlighted is None or self._one:
            return
        key = self.key_at(self.highlighted)
        if key in self.chosen:
            del self.chosen[key]
        else:
            self.chosen[key] = None
        self.replace_option_prompt_at_index(self.highlighted, self._prompt(self.highlighted))


class Choose(Dialog[list[str] | None]):
    """Several things of a list, or one; None when it was given up."""

    DEFAULT_CSS = """
    Choose { align: center middle; }
    Choose > Vertical { width: 84; max-width: 100%; height: auto; max-height: 90%;
        background: $surface; padding: 0 1; }
    Choose Static { height: auto; text-style: bold; }
    Choose OptionList { height: auto; max-height: 24; border: none; padding: 0;
        background: $surface; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,ctrl+c", "give_up", "Give up")]

    def __init__(self, title: str, choices: Mapping[str, str], *, one: bool = False) -> None:
        """Choices are shown by their values and returned by their keys."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._one = one

    def compose(self) -> ComposeResult:
        """What it is about, how to choose, the choices."""
        how = "Enter takes it" if self._one else "space chooses · Enter takes what is chosen"
        with Vertical():
            yield Static(Content(f"{self._title}   ({how} · Esc gives up)"))
            yield _Choices(self._choices, one=self._one)

    @on(OptionList.OptionSelected)
    def _taken(self, message: OptionList.OptionSelected) -> None:
        message.stop()
        listed = self.query_one(_Choices)
        self.dismiss(list(listed.chosen) or [listed.key_at(message.option_index)])

    def action_give_up(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
