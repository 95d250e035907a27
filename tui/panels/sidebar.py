"""The sidebar: the lists beside the text, or under it on a narrow screen."""

from __future__ import annotations

from textual.widget import Widget

LEAST = 24
"""Cells below which names no longer fit."""


class Body(Widget):
    """Holds the text and the sidebar."""

    BLANK = True
    SCOPED_CSS = False
    DEFAULT_CSS = """
    Body { layout: horizontal; height: 1fr; width: 1fr; }
    .-narrow Body { layout: vertical; }
    """


class Sidebar(Widget):
    """Holds the lists; the screen composes them into it.

    Beside the text it is there unless somebody hides it; under the text only when asked for.
    """

    BLANK = True
    SCOPED_CSS = False
    DEFAULT_CSS = """
    Sidebar {
        width: 36; height: 1fr; layout: vertical;
    }
    .-narrow Sidebar {
        width: 1fr; height: 40%; layout: horizontal; display: none;
    }
    .-sidebar-on Sidebar { display: block; }
    .-sidebar-off Sidebar { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 36

    def take_width(self, width: int, most: int, beside: bool) -> int:
        """Take a width in cells, between what names need and `most`; the width taken.

        Under the text (not `beside`) it is as wide as the screen.
        """
        self._wanted = max(LEAST, min(width, max(LEAST, most)))
        self.fit(beside)
        return self._wanted

    def fit(self, beside: bool) -> None:
        """Stand beside the text at the width taken, or under it."""
        if beside:
            self.styles.width = self._wanted
        else:
            self.styles.clear_rule("width")
