"""Real models in processes of their own: what they translate, and what breaks without harm."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.local_engines import (
    FIREFOX,
    Ticks,
    argos,
    argos_folder,
    ask,
    child_of,
    development,
    firefox,
    reason,
)
from tests.support.translating import Posts, document_of
from tui.document import State
from tui.translate import Desk, Memory, Patience
from tui.translate.local.child import Child

SENTENCE, TRANSLATED = development()[0]


@pytest.mark.parametrize(("name", "least"), [("firefox", 198), ("argos", 186)])
def test_the_desk_translates_the_sentences_and_the_screen_never_waits(
    name: str, least: int, tmp_path: Path
) -> None:
    pairs = development()
    document = document_of([[it for it, _ in pairs[at : at + 5]] for at in range(0, 200, 5)])
    models = argos_folder(tmp_path / "models").parents[1]
    gaps: list[float] = []
    for _ in range(3):  # other programs run on this machine, too
        opened = firefox(FIREFOX.parent) if name == "firefox" else argos(models)
        with opened as engine:
            posts = Posts()
            desk = Desk(
                Memory(tmp_path / f"{len(gaps)}.sqlite"), [engine], consented=lambda _: False
            )
            with Ticks() as ticks:
                desk.run(document, start=lambda: 0, post=posts, cancel=threading.Event())
            gaps.append(ticks.largest)
        said = [posts.last[index] for index in range(200)]
        right = sum(each.text == en for each, (_, en) in zip(said, pairs, strict=True))
        assert right >= least
        assert {each.engine for each in said if each.state is State.TRANSLATED} == {name}
        if gaps[-1] <= 0.05:
            break
    assert min(gaps) <= 0.05


def test_availability_looks_at_names_only(tmp_path: Path) -> None:
    with firefox(tmp_path) as none, firefox(FIREFOX.parent) as there:
        missing = none.available("it", "en")
        assert missing is not None
        assert missing.remedy == "edicola models install it-en"
        assert there.available("it", "en") is None
        assert there.available("en", "it") is not None
        assert there._processes == {}
    script = (
        "import sys, tui.translate.engines as e; from tui.translate import EngineConfig;"
        "[engine.available('it', 'en') for engine in e.build_engines(EngineConfig())];"
        "print(sorted({'fxtranslate', 'ctranslate2', 'sentencepiece', 'numpy', 'babel'}"
        " & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tui.translate.local.neural.find_spec", lambda name: None if name == "fxtranslate" else name
    )
    with firefox(FIREFOX.parent) as engine:
        missing = engine.available("it", "en")
        assert missing is not None
        assert missing.remedy == "pip install fxtranslate (the extra offline of edicola)"
        assert "fxtranslate" in reason(ask(engine, SENTENCE)[0])


def test_packages_are_found_where_argos_translate_puts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.translate.local.neural import Argos

    folder = argos_folder(tmp_path / "x")
    usual = tmp_path / "data" / "argos-translate" / "packages" / "translate-it_en-1_0"
    shutil.copytree(folder, usual)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    engine = Argos(None)
    found = engine.model("it", "en")
    assert found is not None
    assert found.folder == usual
    assert not found.own
    assert ask(engine, SENTENCE) == [TRANSLATED]
    engine.close()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder.parent))
    found = Argos(None).model("it", "en")
    assert found is not None
    assert found.folder == folder


def test_a_process_that_is_killed_is_started_once_more() -> None:
    with firefox(FIREFOX.parent) as engine:
        assert ask(engine, SENTENCE) == [TRANSLATED]
        first = child_of(engine)
        os.kill(first, signal.SIGKILL)
        assert ask(engine, SENTENCE) == [TRANSLATED]
        assert child_of(engine) != first


def test_a_process_killed_in_the_middle_costs_nothing() -> None:
    pairs = development() * 4
    with firefox(FIREFOX.parent) as engine:
        ask(engine, SENTENCE)
        pid = child_of(engine)
        timer = threading.Timer(0.15, os.kill, (pid, signal.SIGKILL))
        timer.start()
        answers = ask(engine, *[it for it, _ in pairs])
        timer.join()
        assert child_of(engine) != pid
    assert answers == [en for _, en in pairs]


def test_a_process_that_hangs_is_killed_and_the_rest_goes_on() -> None:
    hasty = Patience(total=0.4, load=20)
    with firefox(FIREFOX.parent, hasty) as engine:
        ask(engine, SENTENCE)
        os.kill(child_of(engine), signal.SIGSTOP)
        answers = ask(engine, SENTENCE, SENTENCE)
    assert reason(answers[0]) == "Firefox: no answer within 0.4 s"
    assert answers[1] == TRANSLATED


def test_one_that_dies_again_and_again_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    starts: list[int] = []

    class Doomed(Child):
        def ask(
            self, question: Mapping[str, Any], seconds: float, cancel: threading.Event
        ) -> dict[str, Any]:
            answer = super().ask(question, seconds, cancel)
            if "sentences" not in question:
                starts.append(self.pid)
                os.kill(self.pid, signal.SIGKILL)
            return answer

    # The real process, killed as soon as it has loaded its model.
    monkeypatch.setattr("tui.translate.local.process.Child", Doomed)
    with firefox(FIREFOX.parent) as engine:
        answers = ask(engine, *[SENTENCE] * 5)
        assert len(starts) == 2
        assert all("SIGKILL" in reason(answer) for answer in answers)
        assert engine.available("it", "en") is not None
        engine.close()
        assert engine.available("it", "en") is None


def test_giving_up_returns_at_once_and_keeps_the_process() -> None:
    import time

    with firefox(FIREFOX.parent) as engine:
        ask(engine, SENTENCE)
        pid = child_of(engine)
        cancel = threading.Event()
        threading.Timer(0.05, cancel.set).start()
        start = time.monotonic()
        answers = ask(engine, *["parola " * 2000] * 20, cancel=cancel)
        assert time.monotonic() - start < 1.0
        assert reason(answers[-1]) == "Firefox: stopped"
        assert ask(engine, SENTENCE) == [TRANSLATED]
        assert child_of(engine) == pid


@pytest.mark.parametrize("name", ["firefox", "argos"])
def test_odd_sentences_are_answered_each_in_its_place(name: str, tmp_path: Path) -> None:
    models = argos_folder(tmp_path).parents[1]
    odd = [
        "",
        "   \n ",
        SENTENCE.replace(" ", "\n", 1),
        f"\x00{SENTENCE}\x1b[31m",
        "è" * 1_000_000,
        "parola " * 300,
        '{"id": 1}\n{"answers": []}',
        "\ud800 e basta",
        SENTENCE,
    ]
    with firefox(FIREFOX.parent) if name == "firefox" else argos(models) as engine:
        answers = ask(engine, *odd)
    assert "empty" in reason(answers[0])
    assert "empty" in reason(answers[1])
    assert answers[2] == answers[3] == answers[8]
    assert "too long" in reason(answers[4])
    assert isinstance(answers[5], str)
    assert all(isinstance(answer, str) and "\n" not in answer for answer in answers[5:8])
    if name == "firefox":
        assert answers[8] == TRANSLATED


def test_a_file_in_the_current_folder_is_not_what_the_process_imports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fxtranslate.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    with firefox(FIREFOX.parent) as engine:
        assert ask(engine, SENTENCE) == [TRANSLATED]


def test_closing_ends_the_process() -> None:
    with firefox(FIREFOX.parent) as engine:
        ask(engine, SENTENCE)
        pid = child_of(engine)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_closing_in_the_middle_leaves_no_process_behind() -> None:
    with firefox(FIREFOX.parent) as engine:
        ask(engine, SENTENCE)
        process = engine._processes["it", "en"]
        child = process.child
        assert child is not None
        closing = threading.Timer(0.1, engine.close)
        closing.start()
        answers = ask(engine, *[SENTENCE] * 5000)
        assert "closed" in reason(answers[-1])
        assert process.child is None
        closing.join()
        assert not child.alive
        assert ask(engine, SENTENCE) == [TRANSLATED]


def test_a_process_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    script = (
        "import sys, os, threading; from pathlib import Path;"
        "from tui.translate.local.neural import Firefox;"
        f"engine = Firefox(None, [Path({str(FIREFOX.parent)!r})]);"
        f"engine.translate([{SENTENCE!r}], 'it', 'en', cancel=threading.Event());"
        "print(engine._processes['it', 'en'].child.pid, flush=True); os._exit(0)"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    gone = threading.Event()
    for _ in range(200):
        status = Path(f"/proc/{out.stdout.strip()}/status")
        if not status.exists() or "zombie" in status.read_text():
            gone.set()
            break
        gone.wait(0.02)
    assert gone.is_set()


def test_sentences_are_cut_where_a_writer_would_pause() -> None:
    from tui.translate.local.pieces import cut

    assert cut("breve.") == ["breve."]
    long = ("Una frase che si ferma qui. " * 40).strip()
    pieces = cut(long)
    assert " ".join(pieces) == long
    assert all(len(piece) <= 500 and piece.endswith(".") for piece in pieces)
    assert "".join(cut("x" * 1301)) == "x" * 1301
