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


MUTED = "foreground-muted"

LOOKS: Mapping[str, Look] = {
    "heading": Look(attributes="bold"),
    "source": Look(),
    "target": Look(),
    "stacked": Look("text-secondary"),
    "rule": Look(MUTED),
    "scroll": Look(MUTED),
    "caret": Look("accent", attributes="bold"),
    "quote": Look("text-accent", attributes="italic"),
    "date": Look("text-success", attributes="underline"),
    "pending": Look(MUTED),
    "failed": Look("text-error", attributes="italic"),
    "cursor": Look(background="surface-lighten-1"),
    "match": Look(attributes="reverse"),
    "current": Look(attributes="bold reverse underline"),
    "selected": Look(attributes="reverse"),
    "bar": Look(background="panel"),
    "bar-title": Look(background="panel", attributes="bold"),
    "bar-key": Look("text-accent", "panel", "bold"),
    "list-title": Look(background="panel"),
    "list-title-focused": Look("text-accent", "panel", "bold underline"),
    "list-head": Look(attributes="bold"),
    "list-words": Look(),
    "list-note": Look(MUTED, attributes="italic"),
}

SOLID = ("bar", "bar-title", "bar-key", "list-title", "list-title-focused")
"""Looks whose background divides the screen: reversed where the theme has no such colour."""


def styles_of(variables: Mapping[str, str]) -> dict[str, Style]:
    """Every look as a style, to be laid over a panel's own, in the colours of a theme."""
    return {name: _style(name, look, variables) for name, look in LOOKS.items()}


def _style(name: str, look: Look, variables: Mapping[str, str]) -> Style:
    words = look.attributes.split()
    colour = _colour(variables, look.colour)
    background = _colour(variables, look.background)
    if look.colour == MUTED and colour is None:
        words.append("dim")
    if name in SOLID and background is None:
        words.append("reverse")
        colour = None
    attributes = Style.parse(" ".join(words)) if words else Style.null()
    return attributes + Style(color=colour, bgcolor=background)


def _colour(variables: Mapping[str, str], name: str) -> RichColor | None:
    """A theme's colour; None where the theme leaves it to the terminal."""
    value = variables.get(name, "") if name else ""
    if not value or value.startswith("auto") or "ansi_default" in value:
        return None
    colour = Color.parse(value)
    if colour.a == 0:
        return None
    if colour.a < 1:
        colour = Color.parse(variables["background"]) + colour
    return colour.rich_color
