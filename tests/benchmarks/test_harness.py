"""The measuring itself, on programs whose times and sizes are known."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.figures import FIGURES, Figure, quantile
from tests.benchmarks.material import OPENING, Article, pairs
from tests.benchmarks.news import TRIALS
from tests.benchmarks.processes import cpu_share, peak_megabytes
from tests.benchmarks.session import Session, measure, table
from tests.benchmarks.terminal import NotMeasuredError, Terminal
from tests.benchmarks.trials import Workshop
from tui import pipeline
from tui.document import State
from tui.library import State as Kept
from tui.settings import Settings

ECHO = """
    import sys, time, tty
    tty.setraw(0)
    time.sleep(0.2)
    print("\\x1b[2J\\x1b[Hpronto", end="", flush=True)
    count = 0
    while (key := sys.stdin.read(1)) != "q":
        if key == "n":
            continue
        time.sleep(0.05)
        count += 1
        print(f"\\x1b[3;1H{count} {key}", end="", flush=True)
        if key == "t":
            time.sleep(0.03)
            print("\\x1b[4;1Hpoi", end="", flush=True)
"""
"""Says it is ready after 200 ms, and answers each key after 50 ms; `t` with an afterthought."""

Start = Callable[[str], Terminal]


@pytest.fixture
def start(tmp_path: Path, request: pytest.FixtureRequest) -> Start:
    """Run a Python program in a small terminal until the test ends."""

    def run(code: str) -> Terminal:
        terminal = Terminal(
            [sys.executable, "-S", "-c", textwrap.dedent(code)],
            environment={"PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
            folder=tmp_path,
            columns=40,
            rows=6,
        )
        request.addfinalizer(terminal.close)
        return terminal

    return run


def test_a_start_is_timed_until_the_words_are_there(start: Start) -> None:
    assert start(ECHO).until("pron.o") >= 200


def test_a_key_is_timed_to_the_first_change_and_to_the_last(start: Start) -> None:
    terminal = start(ECHO)
    terminal.until("pronto")

    plain, late = terminal.reaction(b"x"), terminal.reaction(b"t")

    assert 50 <= plain.first <= plain.rest
    assert late.first >= 50
    assert late.rest - late.first >= 25
    assert "2 t" in terminal.text


def test_queued_keys_are_timed_until_the_last_has_been_answered(start: Start) -> None:
    terminal = start(ECHO)
    terminal.until("pronto")

    reaction = terminal.reaction(*[b"x"] * 5)

    assert reaction.rest >= 5 * 50
    assert "5 x" in terminal.text


def test_a_key_that_changes_nothing_is_no_figure(start: Start) -> None:
    terminal = start(ECHO)
    terminal.until("pronto")

    with pytest.raises(NotMeasuredError, match="changed nothing"):
        terminal.reaction(b"n", seconds=0.2)


def test_a_program_that_ends_early_is_told_with_what_it_showed(start: Start) -> None:
    with pytest.raises(NotMeasuredError, match="addio"):
        start("print('addio')").until("pronto")


def test_a_new_size_reaches_the_program(start: Start) -> None:
    terminal = start("""
        import os, signal, time
        def say(*_):
            os.write(1, b"\\x1b[2J\\x1b[H%d cells" % os.get_terminal_size().columns)
        signal.signal(signal.SIGWINCH, say)
        say()
        time.sleep(60)
    """)
    terminal.until("40 cells")

    reaction = terminal.resized(72, 10)

    assert reaction.first > 0
    assert "72 cells" in terminal.text


def test_questions_to_the_terminal_are_answered_and_not_drawn(start: Start) -> None:
    terminal = start("""
        import sys, tty
        tty.setraw(0)
        print("\\x1b[>1u\\x1b[?2026$p\\x1bP+q5463\\x1b\\\\", end="", flush=True)
        answer = sys.stdin.read(11)
        print("heard " + repr(answer[-6:]), end="", flush=True)
    """)

    terminal.until("heard")

    assert terminal.text.startswith("heard '26;2$y'")


def test_memory_counts_the_children_and_what_was_given_back(start: Start) -> None:
    alone = start("import time; print('pronto', flush=True); time.sleep(60)")
    family = start("""
        import subprocess, sys, time
        grown = bytearray(40_000_000)
        del grown
        code = "import time; x = bytearray(30_000_000); print('pronto', flush=True); time.sleep(60)"
        subprocess.run([sys.executable, "-S", "-c", code])
    """)
    alone.until("pronto")
    family.until("pronto")

    assert peak_megabytes(family.pid) - peak_megabytes(alone.pid) > 60


def test_idling_and_computing_are_told_apart(start: Start) -> None:
    idle = start("import time; print('pronto', flush=True); time.sleep(60)")
    idle.until("pronto")
    assert cpu_share(idle.pid, 0.1) < 5
    idle.close()

    busy = start("print('pronto', flush=True)\nwhile True: pass")
    busy.until("pronto")
    assert cpu_share(busy.pid, 0.2) > 10


def test_the_generated_article_reads_as_it_was_meant(tmp_path: Path) -> None:
    article = Article.make(tmp_path, 200)
    made = pairs(200)

    document = pipeline.open_source(str(article.path))
    state = Kept(article.places.state)
    desk = pipeline.open_desk(Settings(), article.places, state, offline=True)
    document = pipeline.translate(pipeline.analyse(document), desk)

    assert document.text.startswith(OPENING)
    assert [s.span.of(document.text) for s in document.sentences] == [source for source, _ in made]
    assert [t.text if t else None for t in document.translations] == [target for _, target in made]
    assert document.tally()[State.REMEMBERED] == 200
    assert len(document.quotes) > 10
    assert len(document.dates) > 10
    lengths = sorted(len(source) for source, _ in made)
    assert lengths[10] > 60
    assert lengths[-10] < 150


def test_trials_take_turns_the_quick_ones_more_often_and_the_first_round_does_not_count() -> None:
    order: list[str] = []

    def trial(name: str) -> dict[str, list[float]]:
        order.append(name)
        return {"time": [float(len(order))]}

    session = measure(
        Workshop(Path(), None),
        ["long", "empty"],
        runs=2,
        trials={"long": lambda _: trial("long"), "empty": lambda _: trial("empty")},
    )

    assert order == ["long", "empty", *["long", "empty", "empty", "empty"] * 2]
    assert session.collected == {"long.time": [3, 7], "empty.time": [4, 5, 6, 8, 9, 10]}


def test_a_trial_that_fails_once_is_named_and_its_other_runs_count() -> None:
    outcomes = iter([None, NotMeasuredError("the key b'b' changed nothing"), 7.0])

    def trial(_: Workshop) -> dict[str, list[float]]:
        match next(outcomes):
            case NotMeasuredError() as trouble:
                raise trouble
            case value:
                return {"time": [value or 0.0]}

    session = measure(Workshop(Path(), None), ["long"], runs=2, trials={"long": trial})

    *_, last = table([Figure("one", "a key", "long.time")], session)
    assert session.collected == {"long.time": [7]}
    assert last == "long: 1 times not measured, at last because the key b'b' changed nothing"


def test_the_table_says_what_is_met_what_is_not_and_what_is_missing() -> None:
    figures = [
        Figure("one", "quick", "a.time", least=16, aim=9),
        Figure("two", "late", "a.late", least=16, aim=9),
        Figure("three", "ratio", "a.late", "a.time", "", 5, 1),
        Figure("four", "absent", "b.time", least=1),
    ]
    session = Session({"a.time": [4, 5, 90], "a.late": [20]})

    _, quick, late, ratio, absent = table(figures, session)

    assert quick.split() == ["quick", "5.0", "ms", "16", "9", "aim", "met"]
    assert late.endswith("NOT MET")
    assert ratio.split() == ["ratio", "4.00", "x", "5", "1", "met"]
    assert absent.endswith("not measured")


def test_a_high_quantile_is_one_of_the_samples() -> None:
    assert quantile([float(n) for n in range(1, 101)], 0.95) == 96
    assert quantile([7.0], 0.95) == 7
    assert quantile([], 0.95) is None


def test_every_figure_belongs_to_a_trial_and_has_a_name_of_its_own() -> None:
    assert {trial for figure in FIGURES for trial in figure.trials} == set(TRIALS)
    assert len({figure.name for figure in FIGURES}) == len(FIGURES)
