"""Settings: what the file says is taken, what is wrong in it is named, the rest has its default."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.command_line import ROOT
from tui.settings import Settings, default_toml, find_places, load


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(path: Path, text: str, **options: Any) -> tuple[Settings, list[str]]:
    """The settings in a file of that text, and its problems as they are shown."""
    path.write_text(text)
    found, problems = load(path, **options)
    return found, [str(problem).removeprefix(f"{path}") for problem in problems]


def test_without_a_file_everything_has_its_default(path: Path) -> None:
    assert load(path) == (Settings(), ())


def test_a_file_that_was_asked_for_must_be_there(path: Path) -> None:
    found, (problem,) = load(path, required=True)
    assert found == Settings()
    assert str(problem) == f"{path}: no such file; the defaults are used"


def test_what_the_file_says_is_taken(path: Path) -> None:
    found, problems = read(
        path,
        """
        offline = true
        [reading]
        view = "italian"
        measure = 70
        sidebar = false
        [translation]
        engines = ["deepl", "google", "deepl"]
        pace = 2
        keys.deepl = "a secret"
        [keys]
        cycle-view = "v, f5"
        quit = ["x", "ctrl+x"]
        """,
    )
    assert problems == []
    assert found.offline
    assert (found.reading.view, found.reading.measure, found.reading.sidebar) == (
        "italian",
        70,
        False,
    )
    assert found.reading.theme == Settings().reading.theme
    assert found.translation.engines == ("deepl", "google")
    assert found.translation.pace == 2.0
    assert found.translation.keys == {"deepl": "a secret"}
    assert found.keys == {"cycle-view": "v, f5", "quit": "x,ctrl+x"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            '[reading]\n\nview = "botth"',
            ", line 3: reading.view: 'botth' is none of italian, english, both; \"both\" is used",
        ),
        (
            "[reading]\nmeasure = 5",
            ", line 2: reading.measure: 5 is not between 20 and 400; 88 is used",
        ),
        (
            "[reading]\nmeasure = true",
            ", line 2: reading.measure: true is not a whole number; 88 is used",
        ),
        (
            "# settings\noffline = 'yes'",
            ", line 2: offline: 'yes' is neither true nor false; false is used",
        ),
        (
            "[translation]\npace = nan",
            ", line 2: translation.pace: nan is not between 0 and 60; 0.4 is used",
        ),
        (
            "[translation]\nengines = 'google'",
            (
                ", line 2: translation.engines: 'google' is not a list of texts, as "
                '["a", "b"]; ["auto"] is used'
            ),
        ),
        (
            "[reading]\nthemes = 'nord'",
            ", line 2: reading.themes: there is no such setting (did you mean theme?)",
        ),
        (
            "[raeding]\ntheme = 'nord'",
            ", line 1: raeding: there is no such setting (did you mean reading?)",
        ),
        ("reading = 3", ", line 1: reading: is a table: write [reading] on a line of its own"),
        ("keys = 'x'", ", line 1: keys: is a table: write [keys] on a line of its own"),
        (
            "[keys]\n'next-sentence' = 3",
            ", line 2: keys.next-sentence: 3 is not a text in quotes; passed over",
        ),
        (
            "[sources]\nread_seconds = 2024-06-24\n",
            (
                ", line 2: sources.read_seconds: datetime.date(2024, 6, 24) is not a number; "
                "15.0 is used"
            ),
        ),
    ],
)
def test_a_fault_is_named_with_its_line_and_what_is_used(
    path: Path, text: str, problem: str
) -> None:
    found, problems = read(path, text)
    assert problems == [problem]
    assert found == Settings()


def test_one_fault_does_not_cost_the_other_settings(path: Path) -> None:
    found, problems = read(path, "[reading]\nview = 3\nmeasure = 60\nsidebar = 'no'\n")
    assert found.reading.measure == 60
    assert [problem.split(":")[0] for problem in problems] == [", line 2", ", line 4"]


@pytest.mark.parametrize(
    ("text", "line"), [("[reading]\nview = both\n", 2), ("offline = true\n[keys", 2), ("a\n", 1)]
)
def test_a_file_that_is_not_toml_gives_the_defaults_and_the_line(
    path: Path, text: str, line: int
) -> None:
    found, problems = read(path, text)
    assert found == Settings()
    assert len(problems) == 1
    assert problems[0].startswith(f", line {line}: not TOML: ")
    assert problems[0].endswith("; the defaults are used")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"theme = '\xe8'", "it is not UTF-8 text"),
        (b"#" * 1_000_001, "too large for a settings file"),
        (b"a = " + b"[" * 9_000, "not TOML"),
    ],
    ids=["Latin-1", "a megabyte", "deeply nested"],
)
def test_a_file_that_cannot_be_settings_gives_the_defaults(
    path: Path, content: bytes, reason: str
) -> None:
    path.write_bytes(content)
    found, (problem,) = load(path)
    assert found == Settings()
    assert reason in str(problem)
    assert "\n" not in str(problem)


def test_a_folder_in_the_files_place_gives_the_defaults(path: Path) -> None:
    path.mkdir()
    assert str(load(path)[1][0]) == f"{path}: not a file; the defaults are used"


def test_names_are_checked_where_they_are_known(path: Path) -> None:
    text = '[translation]\nengines = ["gogle", "libre"]\n[keys]\ncycle-veiw = "v"\nquit = "x"\n'
    known = {"translation.engines": ("google", "libre"), "keys": ("cycle-view", "quit")}
    found, problems = read(path, text, known=known)
    assert found.translation.engines == ("libre",)
    assert found.keys == {"quit": "x"}
    assert problems == [
        ", line 2: translation.engines: there is no 'gogle' (did you mean google?); passed over",
        ", line 4: keys.cycle-veiw: there is no such name (did you mean cycle-view?)",
    ]


def test_a_problem_never_shows_a_key_or_a_control_code(path: Path) -> None:
    text = (
        "[translation.keys]\ndeepl = 987654321\n"
        '[reading]\nview = "\\u001b]52;c;x\\u0007"\n"\\u202enoisrev" = 1\n'
    )
    _, problems = read(path, text)
    assert len(problems) == 3
    assert "987654321" not in "".join(problems)
    assert all(problem.isprintable() for problem in problems)
    keyed = read(path, '[translation.keys]\ndeepl = "987654321"\n')[0]
    assert "987654321" not in repr(keyed)


@settings(max_examples=30)
@given(text=st.text(st.characters(codec="utf-8"), max_size=80))
def test_no_text_whatever_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text.encode())
    found, problems = load(path)
    assert isinstance(found, Settings)
    assert all(str(problem).isprintable() for problem in problems)


def test_the_commented_default_says_the_defaults(path: Path) -> None:
    text = default_toml()
    assert read(path, text) == (Settings(), [])
    said = re.sub(r"(?m)^#(?=[a-z])", "", text)
    assert len(tomllib.loads(said)["reading"]) == len(fields(Settings().reading))
    assert read(path, said) == (Settings(), [])


def test_every_field_is_documented_and_its_example_is_valid(path: Path) -> None:
    text = default_toml()

    def lines(values: Any, prefix: str = "") -> Iterator[str]:
        """What the file must say of each field: a comment, then its line or under its head."""
        for place in fields(values):
            value, name = getattr(values, place.name), f"{prefix}{place.name}"
            if is_dataclass(value):
                yield from lines(value, f"{name}.")
            elif isinstance(value, dict):
                yield rf"(?m)^\[{name}\]\n# \w"
            else:
                yield rf"(?m)^# .*\n#{place.name} = "

    expected = list(lines(Settings()))
    assert len(expected) > 15
    assert [line for line in expected if not re.search(line, text)] == []
    said = re.sub(r"(?m)^# Example: ", "", text)
    found, problems = read(path, said)
    assert problems == []
    assert found.keys == {"cycle-view": "v"}
    assert list(found.translation.keys) == ["deepl"]


def test_folders_follow_the_xdg_variables() -> None:
    places = find_places({"HOME": "/home/anna", "XDG_DATA_HOME": "/disk/data"})
    assert places.settings == Path("/home/anna/.config/edicola/settings.toml")
    assert places.memory == Path("/disk/data/edicola/memory.sqlite")
    assert places.state == Path("/disk/data/edicola/state.sqlite")
    assert places.cache == Path("/home/anna/.cache/edicola")


def test_a_relative_xdg_variable_is_ignored_as_the_specification_says() -> None:
    places = find_places({"HOME": "/home/anna", "XDG_CONFIG_HOME": "here", "XDG_DATA_HOME": ""})
    assert places.config == Path("/home/anna/.config/edicola")
    assert places.data == Path("/home/anna/.local/share/edicola")


def test_one_variable_puts_everything_into_one_folder() -> None:
    places = find_places({"HOME": "/home/anna", "EDICOLA_HOME": "/stick", "XDG_DATA_HOME": "/d"})
    assert places.config == Path("/stick/config")
    assert places.data == Path("/stick/data")
    assert places.cache == Path("/stick/cache")


def test_the_article_that_ships_with_edicola_is_found() -> None:
    seed = find_places({}).seed
    assert seed is not None
    assert "Stati Uniti" in seed.read_text()


def test_without_a_settings_file_nothing_slow_is_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from tui.settings import load, find_places;"
        f"find_places(); load(Path({str(tmp_path / 'none.toml')!r}));"
        "print([m for m in ('tomllib', 'difflib', 'sqlite3', 'tui.settings.loading')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")
