"""The settings file with every default, written from the fields' own documentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from tui.settings.fields import Rule, Settings


def toml_value(value: Any) -> str:
    """A default as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def default_toml() -> str:
    """A settings file that says what each field does, every value commented out.

    A line that begins with `#` and no blank is a setting with its default value.
    """
    lines = [
        "# Edicola's settings. Remove the # before a setting to change it; what is left out keeps",
        "# its default, and a wrong value is named when Edicola starts.",
        "",
    ]
    lines += _section(Settings(), "")
    return "\n".join(lines).rstrip() + "\n"


def _section(values: Any, prefix: str) -> Iterator[str]:
    """The scalar fields, then the tables: TOML reads a key after a table's head as that table's."""
    order = sorted(fields(values), key=lambda f: f.default is MISSING)
    for place in order:
        value, key = getattr(values, place.name), f"{prefix}{place.name}"
        if is_dataclass(value):
            yield from (f"[{key}]", f"# {type(value).__doc__}", "")
            yield from _section(value, f"{key}.")
            continue
        rule: Rule = place.metadata["rule"]
        table = isinstance(value, dict)
        yield from (f"[{key}]",) if table else ()
        yield from (f"# {line}" for line in rule.doc.split("\n"))
        yield from (
            (f"# Example: {rule.example}",) if table else (f"#{place.name} = {toml_value(value)}",)
        )
        yield ""
