"""The settings file read and checked: whatever is wrong in it is named, and the rest counts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from tui.settings.fields import Problem, Rule, Settings
from tui.settings.positions import line_of
from tui.settings.template import toml_value

T = TypeVar("T")
_LARGEST_FILE = 1_000_000  # bytes; a settings file is some hundred


def load(
    path: Path, *, required: bool = False, known: Mapping[str, Collection[str]] | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in the file at `path`, and what is wrong with it; never raises.

    A file that is missing (unless `required`) is no problem. One that cannot be read, or is not
    TOML, gives the defaults; a wrong value gives that field's default. `known` holds, for a table
    such as `keys` or a list such as `translation.engines`, the names it may use.
    """
    try:
        text = _read(path)
    except FileNotFoundError:
        if not required:
            return Settings(), ()
        return Settings(), (Problem(path, None, "", f"no such file; {_DEFAULTS}"),)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        return Settings(), (Problem(path, None, "", f"{reason}; {_DEFAULTS}"),)
    import tomllib

    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message, line = _syntax_error(str(error), text)
        return Settings(), (Problem(path, line, "", f"{message}; {_DEFAULTS}"),)
    reader = _Reader(path, text, known or {})
    return reader.fill(Settings(), table, ""), tuple(reader.problems)


_DEFAULTS = "the defaults are used"


def _read(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise OSError(0, "not a file")
    with path.open("rb") as file:
        content = file.read(_LARGEST_FILE + 1)
    if len(content) > _LARGEST_FILE:
        raise OSError(0, "too large for a settings file")
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _syntax_error(message: str, text: str) -> tuple[str, int | None]:
    """What tomllib says, and the line it says it of."""
    match = re.search(r"\(at line (\d+), column \d+\)", message)
    line = int(match[1]) if match else None
    if message.endswith("(at end of document)"):
        line = text.rstrip("\n").count("\n") + 1
    said = re.sub(r" \(at .*\)$", "", message, flags=re.DOTALL)
    said = "".join(c if c.isprintable() else "?" for c in said)
    return f"not TOML: {said[:1].lower()}{said[1:120]}", line


class _Reader:
    """Fills the dataclasses from the TOML table, noting what does not fit."""

    def __init__(self, path: Path, text: str, known: Mapping[str, Collection[str]]) -> None:
        self.path = path
        self.text = text
        self.known = known
        self.problems: list[Problem] = []

    def fill(self, defaults: T, table: Mapping[str, Any], prefix: str) -> T:
        places: dict[str, Field[Any]] = {f.name: f for f in fields(cast(Any, defaults))}
        new: dict[str, Any] = {}
        for name, value in table.items():
            key = f"{prefix}{name}"
            if name not in places:
                self.note(key, f"there is no such setting{_suggestion(name, places)}")
                continue
            default = getattr(defaults, name)
            if not isinstance(value, dict) and (is_dataclass(default) or default == {}):
                self.note(key, f"is a table: write [{key}] on a line of its own")
            elif is_dataclass(default):
                new[name] = self.fill(default, value, f"{key}.")
            else:
                new[name] = self.value(key, default, value, places[name].metadata["rule"])
        return replace(cast(Any, defaults), **new)  # type: ignore[no-any-return]

    def note(self, key: str, message: str) -> None:
        shown = key if key.isprintable() else repr(key)
        line = line_of(self.text, key)
        self.problems.append(Problem(self.path, line, shown[:80], message))

    def value(self, key: str, default: Any, value: Any, rule: Rule) -> Any:
        if isinstance(default, dict):
            return self.names(key, value, rule)
        fault = _fault(default, value, rule)
        if fault:
            self.note(key, f"{_shown(value)} {fault}; {toml_value(default)} is used")
            return default
        if isinstance(default, tuple):
            return self.listed(key, value)
        return float(value) if isinstance(default, float) else value

    def names(self, key: str, table: Any, rule: Rule) -> dict[str, str]:
        """A table of names and texts; for keys a list of texts serves as well."""
        good: dict[str, str] = {}
        if not isinstance(table, dict):
            self.note(key, f"is a table: write [{key}] on a line of its own")
            return good
        for name, value in _flat(table):
            known = self.known.get(key)
            if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
                value = ",".join(value)
            if known is not None and name not in known:
                self.note(f"{key}.{name}", f"there is no such name{_suggestion(name, known)}")
            elif not isinstance(value, str) or not value.strip():
                shown = "the value" if rule.secret else _shown(value)
                self.note(f"{key}.{name}", f"{shown} is not a text in quotes; passed over")
            else:
                good[name] = value.strip()
        return good

    def listed(self, key: str, values: list[str]) -> tuple[str, ...]:
        known = self.known.get(key)
        for value in values:
            if known is not None and value not in known:
                message = f"there is no {_shown(value)}{_suggestion(value, known)}; passed over"
                self.note(key, message)
        return tuple(dict.fromkeys(v for v in values if known is None or v in known))


def _fault(default: Any, value: Any, rule: Rule) -> str | None:
    """What is wrong with a value, as the end of a sentence."""
    if isinstance(default, bool):
        return None if isinstance(value, bool) else "is neither true nor false"
    if isinstance(default, tuple):
        fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
        return None if fits else 'is not a list of texts, as ["a", "b"]'
    if isinstance(default, str):
        if not isinstance(value, str):
            return "is not a text in quotes"
        return _not_among(value, rule.choices)
    whole = isinstance(default, int)
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        return "is not a whole number" if whole else "is not a number"
    if not rule.least <= value <= rule.most:
        return f"is not between {rule.least:g} and {rule.most:g}"
    return None


def _not_among(value: str, choices: Collection[str]) -> str | None:
    if not choices or value in choices:
        return None
    return f"is none of {', '.join(choices)}"


def _shown(value: Any) -> str:
    """A value as a message can show it: short, and without control codes (`repr` escapes them)."""
    shown = toml_value(value) if isinstance(value, bool) else repr(value)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


def _suggestion(name: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1)
    return f" (did you mean {close[0]}?)" if close else ""


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The entries of a table; an unquoted `view.both`, a table in TOML, under its dotted name."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value
