"""The program as one meets it in a shell: help, refusals, streams, folders, settings."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import tui
from tests.support.command_line import SEED, edicola, environment

COMMANDS = ("extract", "translate", "memory", "engines", "dirs", "settings")


def test_version(tmp_path: Path) -> None:
    assert edicola(tmp_path, "--version").out == f"edicola {tui.__version__}\n"


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_every_command_helps_and_knows_offline(tmp_path: Path, command: tuple[str, ...]) -> None:
    helped = edicola(tmp_path, *command, "--help")
    assert (helped.status, helped.complaints) == (0, [])
    assert helped.out.startswith(" ".join(("usage: edicola", *command)))
    assert "--offline" in helped.out


def test_the_general_help_names_every_command(tmp_path: Path) -> None:
    out = edicola(tmp_path, "--help").out
    assert [name for name in COMMANDS if f"\n  {name} " not in out] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "--format", "pdf", "x.txt"),
        ("extract", "--translate", "fr", "x.txt"),
        ("extract", "--agree", "x.txt"),
        ("extract", "--date", "l’altro ieri", "x.txt"),
        ("translate", "x.txt"),
        ("translate", "x.txt", "--to", "en", "--engine", "babelfish"),
        ("memory", "lose", "x.tmx"),
        ("dirs", "--everywhere"),
        ("--view", "sideways"),
        ("--lang", "it"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_refused_with_status_2(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    refused = edicola(tmp_path, *arguments)
    assert refused.status == 2
    assert refused.out == ""
    assert refused.complaints[-1].startswith("edicola")
    assert list(tmp_path.iterdir()) == []


def test_without_a_terminal_the_reader_points_to_extract(tmp_path: Path) -> None:
    for arguments in ((), (SEED,), ("-",)):
        refused = edicola(tmp_path, *arguments)
        assert (refused.status, refused.out) == (2, "")
        assert refused.complaints == [
            (
                "edicola: this is not a terminal, and the reader needs one; "
                "`edicola extract SOURCE` prints an article without it"
            )
        ]


def test_shared_options_may_stand_before_the_command(tmp_path: Path) -> None:
    assert edicola(tmp_path, "--offline", "dirs").out == edicola(tmp_path, "dirs").out
    assert "/x.toml" in edicola(tmp_path, "--config", tmp_path / "x.toml", "dirs").out


def test_dirs_lists_the_xdg_folders_and_makes_none(tmp_path: Path) -> None:
    listed = edicola(tmp_path, "dirs", extra={"XDG_DATA_HOME": str(tmp_path / "data")})
    assert listed.status == 0
    places = dict(line.split(maxsplit=1) for line in listed.out.splitlines())
    assert places["settings"] == str(tmp_path / ".config" / "edicola" / "settings.toml")
    assert places["memory"] == str(tmp_path / "data" / "edicola" / "memory.sqlite")
    assert places["seeds"] == str(SEED.parent)
    assert list(tmp_path.iterdir()) == []


def test_the_settings_command_prints_a_file_one_can_begin_with(tmp_path: Path) -> None:
    printed = edicola(tmp_path, "settings")
    assert printed.status == 0
    assert set(tomllib.loads(printed.out)) >= {"reading", "translation", "keys"}
    mine = tmp_path / "mine.toml"
    mine.write_text(printed.out)
    assert edicola(tmp_path, "settings", "--check", "--config", mine).status == 0


def test_a_fault_in_the_settings_is_named_and_the_work_is_done(tmp_path: Path) -> None:
    mine = tmp_path / ".config" / "edicola" / "settings.toml"
    mine.parent.mkdir(parents=True)
    mine.write_text("[reading]\nview = 'all'\n")
    done = edicola(tmp_path, "extract", SEED)
    assert done.status == 0
    (complaint,) = done.complaints
    assert complaint.startswith(f"edicola: {mine}, line 2: reading.view: 'all' is none of")
    checked = edicola(tmp_path, "settings", "--check")
    assert (checked.status, checked.complaints) == (1, [complaint])


def test_settings_asked_for_by_name_must_be_there(tmp_path: Path) -> None:
    done = edicola(tmp_path, "extract", SEED, "--config", "none.toml")
    assert done.status == 0
    assert done.complaints == ["edicola: none.toml: no such file; the defaults are used"]


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
    ids=str,
)
def test_the_output_is_utf_8_whatever_the_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    article = tmp_path / "perché.txt"
    article.write_text("Perché no? È così che l’Italia si è risvegliata: «più città», ha detto.")
    done = edicola(tmp_path, "extract", article, "perché non c’è.txt", extra=locale)
    assert "«più città»" in done.out
    assert "perché non c’è.txt" in done.complaints[0]


def test_a_file_name_that_is_not_utf_8_is_read_and_named(tmp_path: Path) -> None:
    name = b"\xe8 vero.txt"
    with open(bytes(tmp_path) + b"/" + name, "wb") as file:  # noqa: PTH123 (a name in bytes)
        file.write("Il ponte è stato riaperto questa mattina dalla sindaca.".encode())
    done = subprocess.run(
        [sys.executable, "-m", "tui", "extract", name, b"\xff no.txt"],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
    )
    assert done.returncode == 1
    assert "\\udce8 vero.txt" in done.stdout.decode()
    assert b"no.txt" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_of_the_pipe_may_leave_early(tmp_path: Path) -> None:
    article = tmp_path / "lungo.txt"
    article.write_text("La sindaca ha detto che il ponte sarà riaperto. " * 20_000)
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", "extract", article, article],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.read(10)
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(60) == 141


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "extract", SEED],
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 1
    assert done.stderr == b"edicola: standard output: No space left on device\n"


def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m tui extract - <&- >&- 2>&-', sys.executable],
        env=environment(tmp_path),
    )
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("action", "name", "content"),
    [
        ("import", "manca.tmx", None),
        ("import", "rotta.tmx", "<tmx><body><tu><tuv"),
        ("import", "altro.tmx", "non è XML"),
        ("export", "manca/x.tmx", None),
    ],
)
def test_a_tmx_file_that_cannot_be_is_told_in_one_line(
    tmp_path: Path, action: str, name: str, content: str | None
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    done = edicola(tmp_path, "memory", action, name)
    assert done.status == 1
    (complaint,) = done.complaints
    assert complaint.startswith(f"edicola: {name}: ")
