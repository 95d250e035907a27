"""The keys that the settings give to commands, so that each key runs one of them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.keys import _character_to_key

from tui.commands import BY_ID, COMMANDS, NEWS


def settle(chosen: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The keys of the settings' `[keys]` as Textual names them, and a line for each fault.

    A key that somebody chose is taken from the command that has it by default, and the footer and
    the help must not go on offering it there: such commands are in the result too.
    """
    told = [
        f"settings: there is no command {name!r} to give a key"
        for name in chosen
        if name not in BY_ID
    ]
    wanted = {name: _names(keys) for name, keys in chosen.items() if name in BY_ID}
    told += [f"settings: {name} was given no key" for name, keys in wanted.items() if not keys]
    owner: dict[str, str] = {}
    for name, keys in wanted.items():
        for key in keys:
            if owner.setdefault(key, name) != name:
                told.append(f"settings: {owner[key]} and {name} have the same key")
    settled: dict[str, str] = {}
    for command in (*COMMANDS, *NEWS):
        own = tuple(key for key in wanted.get(command.id, ()) if owner[key] == command.id)
        left = own or tuple(key for key in command.keys if key not in owner)
        if not left:
            told.append(f"settings: {owner[command.keys[0]]} has taken the key of {command.id}")
        if left != command.keys:
            settled[command.id] = ",".join(left)
    return settled, told


def _names(keys: str) -> tuple[str, ...]:
    """`+, f5` is `plus` and `f5`."""
    parts = dict.fromkeys(part.strip() for part in keys.split(",") if part.strip())
    return tuple(_character_to_key(part) if len(part) == 1 else part for part in parts)
