"""A list to choose from, over the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, SelectionList, Static
from textual.widgets.option_list import Option
from textual.widgets.selection_list import Selection

from tui.screens.dialog import Dialog


class Choose(Dialog[list[str] | None]):
    """Several things, or one, of a list; None when it was given up."""

    DEFAULT_CSS = """
    Choose { align: center middle; }
    Choose > Vertical { width: 84; max-width: 100%; height: auto; max-height: 90%;
        background: $surface; padding: 0 1; }
    Choose Static { height: auto; text-style: bold; }
    Choose OptionList, Choose SelectionList { height: auto; max-height: 24; border: none;
        background: $surface; scrollbar-size-vertical: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ctrl+c", "give_up", "Give up"),
        Binding("j", "move('down')", "Down"),
        Binding("k", "move('up')", "Up"),
    ]

    def __init__(self, title: str, choices: Mapping[str, str], *, one: bool = False) -> None:
        """Choices are shown by their values and returned by their keys."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._one = one

    def compose(self) -> ComposeResult:
        """What it is about, the choices, how to choose."""
        how = "Enter opens" if self._one else "space chooses · Enter takes what is chosen"
        with Vertical():
            yield Static(Content(f"{self._title}   ({how} · Esc gives up)"))
            if self._one:
                yield OptionList(*(Option(Content(v), id=str(n)) for n, v in self._numbered()))
            else:
                yield SelectionList[str](
                    *(Selection(Content(v), k) for k, v in self._choices.items())
                )

    def _numbered(self) -> list[tuple[int, str]]:
        return list(enumerate(self._choices.values()))

    def action_move(self, how: str) -> None:
        """Move in the list."""
        getattr(self.query_one(OptionList), f"action_cursor_{how}")()

    def on_key(self, event: object) -> None:
        """Enter takes what is chosen of several."""
        from textual import events

        chosen = self.query(SelectionList)
        if chosen and isinstance(event, events.Key) and event.key == "enter":
            event.stop()
            event.prevent_default()
            self.dismiss(list(chosen.first(SelectionList).selected))

    @on(OptionList.OptionSelected)
    def _picked(self, message: OptionList.OptionSelected) -> None:
        if self._one:
            message.stop()
            self.dismiss([list(self._choices)[message.option_index]])

    def action_give_up(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
