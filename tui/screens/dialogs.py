"""One-line dialogs over the footer: a question, a line to type."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.screens.dialog import Dialog


class Confirm(Dialog[bool]):
    """A question with yes and no; anything but a clear yes is a no."""

    DEFAULT_CSS = """
    Confirm { background: transparent; align: left bottom; }
    Confirm > Static { width: 1fr; height: auto; background: $warning-muted; color: $foreground;
        padding: 0 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("n,escape,q", "answer(False)", "No"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, and how to answer it."""
        yield Static(Content(f"{self._question}  y yes · n no"))

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)

    def on_click(self, event: events.Click) -> None:
        """A click beside the question is a no."""
        if event.widget is self:
            self.dismiss(False)


class _Line(Input):
    """A line that ends with Enter or Escape: what is typed after them is for what lies below."""

    ended = False

    async def on_key(self, event: events.Key) -> None:
        """Type a key, or pass it on; fast fingers, and slow connections, are ahead of a dialog."""
        if not self.ended and event.key not in ("enter", "escape"):
            return
        event.stop()
        event.prevent_default()
        if self.ended:
            self.app.post_message(events.Key(event.key, event.character))
            return
        self.ended = True
        if event.key == "enter":
            await self.action_submit()
        else:
            self.post_message(self.GivenUp())

    class GivenUp(Message):
        """Escape was pressed in the line."""


class AskLine(Dialog[str | None]):
    """A line to type; None when it was given up."""

    DEFAULT_CSS = """
    AskLine { background: transparent; align: left bottom; }
    AskLine > #asked { layout: horizontal; height: 1; width: 1fr; background: $panel; }
    AskLine Static { width: auto; height: 1; padding: 0 1; text-style: bold; }
    AskLine Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+c", "give_up", "Give up")]

    def __init__(
        self,
        label: str,
        *,
        value: str = "",
        hint: str = "",
        changed: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._label = label
        self._value = value
        self._hint = hint
        self._changed = changed
        self._early: list[events.Key] | None = []
        self._typed: set[events.Key] = set()

    def compose(self) -> ComposeResult:
        """The label and the line."""
        with Static(id="asked"):
            yield Static(Content(self._label))
            yield _Line(value=self._value, placeholder=self._hint, compact=True)

    def take(self, key: events.Key) -> bool:
        """Take a key for the line, where it was not typed into it; False when the line had it.

        Whoever types `/ponte` at once, or over a slow connection, is ahead of the dialog.
        """
        if key in self._typed:
            self._typed.discard(key)
            return False
        if self._early is not None:
            self._early.append(key)
        else:
            self._type(key)
        return True

    def on_descendant_focus(self) -> None:
        """Type what was typed before the line was there."""
        early, self._early = self._early or (), None
        for key in early:
            self._type(key)

    def _type(self, key: events.Key) -> None:
        again = events.Key(key.key, key.character)
        self._typed.add(again)
        self.query_one(Input)._forward_event(again)

    @on(Input.Changed)
    def _line_changed(self, event: Input.Changed) -> None:
        if self._changed is not None:
            self._changed(event.value)

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)

    @on(_Line.GivenUp)
    def action_give_up(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
