"""Engines of this machine in the whole program: they translate, and end when it ends."""

from __future__ import annotations

import os
import select
import signal
import sys
from pathlib import Path

import pytest

from tests.support.command_line import edicola
from tests.support.local_engines import argos_folder, development, firefox_folder
from tests.support.reading import settings
from tests.support.terminal import PATIENCE, Terminal


def _home_with(home: Path, engine: str) -> Path:
    """A home in which one engine translates an article of six sentences it knows."""
    models = home / "stick"
    (firefox_folder if engine == "firefox" else argos_folder)(models)
    settings(home, f'[translation]\nengines = ["{engine}"]\nmodel_folders = ["{models}"]\n')
    article = home / "articolo.txt"
    article.write_text("\n\n".join(source for source, _ in development()[:6]), encoding="utf-8")
    return article


def _children(parent: int) -> set[int]:
    """The processes that a process has started and that still run."""
    found: set[int] = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                status = (folder / "stat").read_text()
            except OSError:
                continue
            state, mother = status.rpartition(")")[2].split()[:2]
            if int(mother) == parent and state != "Z":
                found.add(int(folder.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked for in /proc")
@pytest.mark.parametrize("engine", ["firefox", "argos"])
@pytest.mark.parametrize("way", ["q", "SIGTERM", "SIGKILL"])
def test_the_engine_ends_with_the_reader(tmp_path: Path, engine: str, way: str) -> None:
    article = _home_with(tmp_path, engine)
    with Terminal(tmp_path, article, "--offline") as terminal:
        terminal.wait_for(rf"translated by {engine}")
        terminal.wait_for(development()[0][1].split(",")[0][:20])
        running = [os.pidfd_open(child) for child in _children(terminal.pid)]
        assert running
        if way == "q":
            terminal.press("q")
        else:
            terminal.signal(signal.Signals[way])
        terminal.wait_end()
    for process in running:
        ended, _, _ = select.select([process], [], [], PATIENCE)
        os.close(process)
        assert ended


@pytest.mark.parametrize("engine", ["firefox", "argos"])
def test_the_command_line_translates_with_a_model(tmp_path: Path, engine: str) -> None:
    article = _home_with(tmp_path, engine)
    done = edicola(tmp_path, "translate", str(article), "--to", "en", "--offline")
    assert done.status == 0
    said = [line for line in done.out.splitlines() if line]
    wanted = [translated for _, translated in development()[:6]]
    # The Argos package is the smaller one, and may take one word for another, or one year: which
    # one depends on the processor, whose arithmetic its numbers of eight bits are rounded by.
    right = sum(one == other for one, other in zip(said, wanted, strict=True))
    assert right >= (6 if engine == "firefox" else 5)
    wrong = "of 6 translated sentences, 1 flagged"
    assert all(wrong in each for each in done.complaints)
    assert len(done.complaints) <= len(wanted) - right
