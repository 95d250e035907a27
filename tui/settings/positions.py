"""On which line of a TOML file a key stands: tomllib keeps no positions."""

from __future__ import annotations

import re

_PART = r"""(?:"[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*({_DOTTED})[ \t]*\]")
_ENTRY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")


def line_of(text: str, key: str) -> int | None:
    """The line, from 1, that sets `key`, or opens that table; None when not found."""
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _plain(header[1]) + "."
            if table == f"{key}.":
                return number
        elif (entry := _ENTRY.match(line)) and table + _plain(entry[1]) == key:
            return number
    # A value inside an inline table stands where the table does.
    return line_of(text, key.rpartition(".")[0]) if "." in key else None


def _plain(dotted: str) -> str:
    return ".".join(part.strip("\"'") for part in re.findall(_PART, dotted))
