"""How the current sentence was translated: a panel at the bottom of the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.document import Document
from tui.panels.checks import account
from tui.screens.dialog import Dialog

_BOLD = "list-head"


class AccountScreen(Dialog[None]):
    """State, engine, what to check, and who was passed over; the text stays in sight above."""

    DEFAULT_CSS = """
    AccountScreen { background: transparent; align: left bottom; }
    AccountScreen > VerticalScroll { width: 1fr; height: auto; max-height: 75%;
        background: $panel; color: $foreground; padding: 0 1; scrollbar-size-vertical: 1; }
    AccountScreen Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,e,h,enter,ctrl+c", "leave", "Back to the text"),
        Binding("full_stop,right", "sentence(1)", "Next sentence"),
        Binding("comma,left", "sentence(-1)", "Previous sentence"),
        Binding("j,down", "scroll('down')", "Down"),
        Binding("k,up", "scroll('up')", "Up"),
        Binding("space,pagedown", "scroll('page_down')", "Page down"),
        Binding("pageup", "scroll('page_up')", "Page up"),
    ]

    def __init__(
        self,
        document: Callable[[], Document | None],
        moved: Callable[[int], None],
        sentence: int,
    ) -> None:
        """Tell of `sentence` of the present `document`; `moved` is told of another one."""
        super().__init__()
        self._document = document
        self._moved = moved
        self.sentence = sentence

    def compose(self) -> ComposeResult:
        """The account."""
        with VerticalScroll():
            yield Static(self._content())

    def _content(self) -> Content:
        document = self._document()
        if document is None:
            return Content("")
        title = f"Sentence {self.sentence + 1} of {len(document.sentences)}"
        parts = [Content.styled(f"{title}   . , other sentences · Esc back", "bold")]
        for text, look in account(document, self.sentence):
            parts.append(Content.styled(text, "bold") if look == _BOLD else Content(text))
        return Content("\n").join(parts)

    def tell_again(self) -> None:
        """Tell of another sentence, or of another translation of this one."""
        if self.is_mounted:
            self.query_one(Static).update(self._content())

    def action_sentence(self, by: int) -> None:
        """Tell of another sentence; the text follows."""
        document = self._document()
        if document is not None and 0 <= self.sentence + by < len(document.sentences):
            self.sentence += by
            self._moved(self.sentence)
            self.tell_again()

    def action_scroll(self, how: str) -> None:
        """Move the account, where it is longer than its room."""
        getattr(self.query_one(VerticalScroll), f"scroll_{how}")(animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel leaves it."""
        if event.widget is self:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Back to the text."""
        self.dismiss(None)
