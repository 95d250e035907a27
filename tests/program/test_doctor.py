"""`edicola doctor` and the word auto, as a person meets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, edicola
from tests.support.local_engines import PACKAGE, firefox_folder, needs_apertium


def doctor(home: Path, *options: str | Path, obeying: bool = False, path: str = "") -> Outcome:
    extra = {"PATH": path} if path else None
    return edicola(home, "doctor", *options, obeying=obeying, extra=extra)


def line(done: Outcome, subject: str) -> str:
    """The line about a subject, as `mark subject said`."""
    (found,) = re.findall(
        rf"^  (?:ok|note|broken) +{re.escape(subject)} .*$", done.out, re.MULTILINE
    )
    return " ".join(found.split())


def test_a_sound_machine_is_well_and_nothing_is_written(tmp_path: Path) -> None:
    done = doctor(tmp_path)
    assert (done.status, done.complaints) == (0, [])
    assert done.out.endswith("All that is here works.\n")
    for title in ("Program", "Terminal", "Engines", "Models", "Who would translate now"):
        assert f"\n{title}\n" in f"\n{done.out}"
    assert line(done, "firefox").startswith("note firefox needs model; edicola models install")
    assert line(done, "none") == "note none edicola models install it-en"
    assert "you have not agreed to sending text to translate.google.com" in done.out
    assert list(tmp_path.iterdir()) == []


@needs_apertium
def test_it_says_who_would_translate_and_why_others_would_not(tmp_path: Path) -> None:
    assert line(doctor(tmp_path), "it-en") == "ok it-en the memory, then Apertium (rough)"
    edicola(tmp_path, "models", "install", "it-en", "--from", PACKAGE)
    done = doctor(tmp_path, "--offline")
    assert "Argos, then Apertium (rough)" in done.out
    assert "Google: offline" in done.out
    assert re.search(r"passed over +Argos has no model for en-it", done.out)


def test_what_is_broken_is_said_with_status_1(tmp_path: Path) -> None:
    data = tmp_path / ".local" / "share" / "edicola"
    folder = firefox_folder(data / "models" / "firefox")
    next(folder.glob("vocab*")).unlink()
    (data / "memory.sqlite").write_text("questo non è un database " * 50)
    done = doctor(tmp_path)
    assert done.status == 1
    assert "vocabulary is missing; edicola models install it-en" in done.out
    assert line(done, "memory").startswith("broken memory")
    assert list(data.glob("*.broken-*")) == []
    assert done.out.endswith("Something is broken; see above.\n")


def test_a_folder_that_cannot_be_written_and_faulty_settings_are_named(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "s.toml").write_text("[translation]\npace = 'fast'\n")
    home.chmod(0o500)
    done = doctor(home, "--config", tmp_path / "s.toml", obeying=True)
    home.chmod(0o700)
    assert done.status == 1
    assert "cannot be written; what you do is not kept" in line(done, "data")
    assert "translation.pace" in line(done, "settings")


def test_without_any_program_it_still_answers(tmp_path: Path) -> None:
    done = doctor(tmp_path, path=str(tmp_path))
    assert done.status == 0
    assert "needs programs; sudo apt install apertium" in line(done, "apertium")
    assert line(done, "it-en") == "note it-en the memory alone: no engine can be asked"


@pytest.mark.parametrize("arguments", [("install",), ("fly",), ("install", "it-de")])
def test_a_wrong_command_is_wrong_usage(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert edicola(tmp_path, "models", *arguments).status == 2
