"""The README says what is true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.cli.arguments import parse
from tui.commands import COMMANDS, NEWS, Command, key_name

README = Path(__file__).parent.parent / "README.md"


def keys_table(commands: Sequence[Command]) -> str:
    """The README's table of keys, as it follows from the declared commands."""
    rows = ["| key | what it does | name in the settings |", "| --- | --- | --- |"]
    for command in commands:
        keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
        rows.append(f"| {keys} | {command.title} | `{command.id}` |")
    return "\n".join(rows)


@pytest.mark.parametrize(("name", "commands"), [("keys", COMMANDS), ("news-keys", NEWS)])
def test_the_tables_of_keys_are_those_of_the_declared_commands(
    name: str, commands: Sequence[Command]
) -> None:
    marked = rf"<!-- {name} -->\n\n(.*?)\n\n<!-- /{name} -->"
    found = re.search(marked, README.read_text(), re.DOTALL)
    assert found is not None
    table = keys_table(commands)
    assert found[1] == table, f"put this into the README:\n{table}"


def test_every_command_of_the_readme_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    helped = capsys.readouterr().out
    named = set(re.findall(r"^\| `edicola (\w+)", README.read_text(), re.MULTILINE))
    assert named
    assert all(name in helped for name in named)
