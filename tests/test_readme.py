"""The README says what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.cli.arguments import parse
from tui.commands import COMMANDS, key_name

README = Path(__file__).parent.parent / "README.md"


def keys_table() -> str:
    """The README's table of keys, as it follows from the declared commands."""
    rows = ["| key | what it does | name in the settings |", "| --- | --- | --- |"]
    for command in COMMANDS:
        keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
        rows.append(f"| {keys} | {command.title} | `{command.id}` |")
    return "\n".join(rows)


def test_the_table_of_keys_is_that_of_the_declared_commands() -> None:
    found = re.search(r"<!-- keys -->\n\n(.*?)\n\n<!-- /keys -->", README.read_text(), re.DOTALL)
    assert found is not None
    assert found[1] == keys_table(), f"put this into the README:\n{keys_table()}"


def test_every_command_of_the_readme_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    helped = capsys.readouterr().out
    named = set(re.findall(r"^\| `edicola (\w+)", README.read_text(), re.MULTILINE))
    assert named
    assert all(name in helped for name in named)
