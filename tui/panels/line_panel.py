"""The base of every panel: a widget that paints whole lines, without borders or padding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.panels.look import styles_of

REGIONS = 64
"""Regions whose lines are kept at most."""

_themes: dict[str, dict[str, Style]] = {}


def _of_theme(app: App[object]) -> Mapping[str, Style]:
    """The looks in the colours of the application's theme; the same for every panel."""
    if app.theme not in _themes:
        _themes[app.theme] = styles_of(app.theme_variables)
    return _themes[app.theme]


class LinePanel(Widget):
    """Paints lines that carry every colour themselves.

    Textual's own path pads, frames and blends each line before it is shown, which costs more than
    computing it; a panel without border, padding and opacity needs none of that. The filters of
    the application (ANSI themes, NO_COLOR) are applied as everywhere.
    """

    ALLOW_SELECT = False
    _looks: dict[str, Style] | None = None
    _plain: Style = Style.null()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        self._shown: dict[tuple[Size, Region], list[Strip]] = {}
        super().__init__(id=id)

    def paint(self, y: int) -> Strip:  # noqa: ARG002 (a line of nothing is the same everywhere)
        """The line `y`, as wide as the panel, every cell with its full style."""
        return self.blank_line()

    def prepare(self) -> None:
        """Bring up to date what the lines are painted from; called before some are."""

    def blank_line(self) -> Strip:
        """A line with nothing on it."""
        width = self.size.width
        return Strip([Segment(" " * width, self.plain)], width)

    @property
    def looks(self) -> Mapping[str, Style]:
        """The styles of `look.LOOKS` over this panel's own, in the colours of the theme."""
        if self._looks is None:
            theme = _of_theme(self.app)
            plain = self.rich_style
            self._plain = plain
            self._looks = {name: plain + style for name, style in theme.items()}
        return self._looks

    @property
    def plain(self) -> Style:
        """The style of a cell with nothing on it."""
        if self._looks is None:
            self._plain = self.rich_style
        return self._plain

    def over(self, name: str) -> Style:
        """A look that is to be laid over another one."""
        return _of_theme(self.app)[name]

    def notify_style_update(self) -> None:
        """Take the colours of a new theme."""
        super().notify_style_update()
        self._looks = None
        self._shown.clear()

    def render_line(self, y: int) -> Strip:
        """One line; Textual asks here for what is under the mouse."""
        self.prepare()
        return self.paint(y)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint anew: what was painted before no longer holds."""
        self._shown.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region of the panel.

        They are kept until the panel changes: Textual asks every panel for its lines when one of
        them does.
        """
        key = (self.size, crop)
        strips = self._shown.get(key)
        if strips is None:
            if len(self._shown) > REGIONS:
                self._shown.clear()
            strips = self._shown[key] = self._lines(crop)
        return strips

    def _lines(self, crop: Region) -> list[Strip]:
        self.prepare()
        strips = [self.paint(y) for y in crop.line_range]
        filters = self.get_line_filters()
        if filters:
            background = self.background_colors[1]
            for each in filters:
                strips = [strip.apply_filter(each, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips
