"""A screen over the page that closes once, however often it is told to."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A modal screen; what comes for it after it has closed is passed over.

    Whoever types fast presses Enter twice, or Enter and Escape, before the page is back.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with `result`, unless it is closed already."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
