"""Apertium that fails, hangs, dies or is not there: a failure for each sentence, no more."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from tests.support.local_engines import needs_apertium
from tui.document import Language, other_language
from tui.translate import Answer, Failure, Patience
from tui.translate.rules.engine import Apertium


def ask(*sentences: str, source: Language = "it", patience: Patience | None = None) -> list[Answer]:
    return Apertium(patience).translate(
        sentences, source, other_language(source), cancel=threading.Event()
    )


def stub(folder: Path, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "apertium").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "apertium").chmod(0o755)


FAULTS = {
    "three lines of eleven": ("head -5", "3 lines came back for 11 sentences"),
    "too many lines": ("cat; echo; echo una in più", "13 lines came back for 11 sentences"),
    "nothing": ("cat >/dev/null", "0 lines came back"),
    "status": ("cat; exit 3", "its programs failed (ita-spa: status 3)"),
    "killed": ("kill -9 $$", "its programs failed (ita-spa: SIGKILL)"),
    "hangs": ("sleep 60", "no answer within"),
    "missing stage": ("cat | no-such-program-at-all", "a program is missing"),
}


@needs_apertium
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_its_programs_is_a_failure_for_each_sentence(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, reason = FAULTS[fault]
    stub(tmp_path / "bin", script)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    start = time.monotonic()
    answers = ask(*["La casa è rossa."] * 11, patience=Patience(total=1.0))
    assert time.monotonic() - start < 10
    assert len(answers) == 11
    for answer in answers:
        assert isinstance(answer, Failure)
        assert answer.reason.startswith("Apertium: ")
        assert reason in answer.reason


@needs_apertium
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("cat; kill -SEGV $$", "its programs failed"),
        # The stage behind it then waits for ever, which is Apertium's own doing.
        ("head -c 200; kill -SEGV $$", "no answer within"),
    ],
)
def test_a_stage_that_dies_inside_a_pipeline_is_noticed(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "apertium-interchunk").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "apertium-interchunk").chmod(0o755)
    assert isinstance(ask("La casa è rossa.")[0], str)
    monkeypatch.setenv("APERTIUM_PATH", str(folder))  # Apertium's own scripts look there first
    for answer in ask(*["La casa è rossa."] * 3, patience=Patience(total=2.0)):
        assert isinstance(answer, Failure)
        assert said in answer.reason


@needs_apertium
def test_a_mode_of_another_form_is_left_alone_and_what_it_needs_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modes = tmp_path / "modes"
    modes.mkdir()
    for name in ("ita-spa", "spa-eng"):
        (modes / f"{name}.mode").write_text("lt-proc 'x.bin' | cg-proc --new-way 'x.rlx.bin'\n")
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path))
    monkeypatch.setattr("tui.translate.rules.programs.shutil.which", lambda name: (
        None if name == "cg-proc" else f"/usr/bin/{name}"
    ))  # fmt: skip
    missing = Apertium().available("it", "en")
    assert missing is not None
    assert missing.remedy == "sudo apt install cg3"


@needs_apertium
def test_giving_up_ends_every_program_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pids = tmp_path / "pids"
    stub(tmp_path / "bin", f"echo $$ >> {pids}; sleep 300 & echo $! >> {pids}; wait")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    cancel = threading.Event()
    threading.Timer(0.3, cancel.set).start()
    start = time.monotonic()
    answers = Apertium().translate(["La casa è rossa."] * 3, "it", "en", cancel=cancel)
    assert time.monotonic() - start < 2
    assert answers == [Failure("Apertium: stopped")] * 3
    for pid in pids.read_text().split():
        status = Path(f"/proc/{pid}/status")
        assert not status.exists() or "zombie" in status.read_text()


def test_without_its_programs_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path))
    missing = Apertium().available("it", "en")
    assert missing is not None
    assert missing.remedy == "sudo apt install apertium apertium-spa-ita apertium-eng-spa"
    (answer,) = ask("La casa è rossa.")
    assert isinstance(answer, Failure)
