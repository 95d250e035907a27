"""How things look: one table of styles, over the colours of the theme.

The styles are computed from the theme's variables rather than from style sheets: the sheet of a
panel with twenty components costs more to parse, and to apply, than all its text to paint.
Attributes carry every meaning that a colour does, for terminals and readers without colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color


class Look(NamedTuple):
    """A style: names of theme variables, and attributes in words."""

    colour: str = ""
    background: str = ""
    attributes: str = ""
    soft: bool = False
    """Whether the colour is drawn towards that of the text, so that running words stay readable."""


MUTED = "foreground-muted"
BAND = "band"
"""The background of the current sentence: the theme's, a little nearer to its text."""

SOFTENED = 0.4
BANDED = 0.1

LOOKS: Mapping[str, Look] = {
    "heading": Look(attributes="bold"),
    "source": Look(),
    "target": Look(),
    "stacked": Look("text-secondary", soft=True),
    "rule": Look(MUTED),
    "scroll": Look(MUTED),
    "caret": Look("accent", attributes="bold"),
    "quote": Look("text-accent", attributes="italic", soft=True),
    "date": Look("text-success", attributes="underline", soft=True),
    "anchor": Look(attributes="bold"),
    "sign": Look("text-warning", attributes="bold"),
    "pending": Look(MUTED),
    "failed": Look("text-error", attributes="italic"),
    "cursor": Look(background=BAND),
    "match": Look(attributes="reverse"),
    "current": Look(attributes="bold reverse underline"),
    "selected": Look(attributes="reverse"),
    "bar": Look(background="panel"),
    "bar-title": Look(background="panel", attributes="bold"),
    "bar-key": Look("", "panel", "bold"),
    "list-title": Look(background="panel"),
    "list-title-focused": Look("text-accent", "panel", "bold underline"),
    "list-head": Look(attributes="bold"),
    "list-words": Look(),
    "list-unsure": Look(MUTED),
    "list-note": Look(attributes="italic"),
}

SOLID = ("bar", "bar-title", "bar-key", "list-title", "list-title-focused")
"""Looks whose background divides the screen: reversed where the theme has no such colour."""


def styles_of(variables: Mapping[str, str]) -> dict[str, Style]:
    """Every look as a style, to be laid over a panel's own, in the colours of a theme."""
    return {name: _style(name, look, variables) for name, look in LOOKS.items()}


def _style(name: str, look: Look, variables: Mapping[str, str]) -> Style:
    words = look.attributes.split()
    colour = _colour(variables, look.colour, SOFTENED if look.soft else 0)
    background = (
        _band(variables) if look.background == BAND else _colour(variables, look.background)
    )
    if look.colour == MUTED and colour is None:
        words.append("dim")
    if name in SOLID and background is None:
        words.append("reverse")
        colour = None
    if name == "cursor" and background is None:
        words.append("bold")
    attributes = Style.parse(" ".join(words)) if words else Style.null()
    return attributes + Style(color=colour, bgcolor=background)


def _colour(variables: Mapping[str, str], name: str, towards: float = 0) -> RichColor | None:
    """A theme's colour; None where the theme leaves it to the terminal.

    `towards` is how far it is drawn to the colour of the text, from 0 to 1.
    """
    value = variables.get(name, "") if name else ""
    if not value or value.startswith("auto") or "ansi_default" in value:
        return None
    colour = Color.parse(value)
    if colour.a == 0:
        return None
    if colour.a < 1:
        colour = Color.parse(variables["background"]) + colour
    if towards and not value.startswith("ansi"):
        colour = colour.blend(Color.parse(variables["foreground"]), towards)
    return colour.rich_color


def _band(variables: Mapping[str, str]) -> RichColor | None:
    if variables["background"].startswith("ansi") or variables["foreground"].startswith("ansi"):
        return None
    background = Color.parse(variables["background"])
    return background.blend(Color.parse(variables["foreground"]), BANDED).rich_color
