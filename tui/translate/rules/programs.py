"""Apertium's programs: two pipelines, one behind the other, for a whole list of sentences."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from tui.document import Language

MODES: dict[tuple[Language, Language], tuple[str, str]] = {
    ("it", "en"): ("ita-spa", "spa-eng"),
    ("en", "it"): ("eng-spa", "spa-ita"),
}
"""Debian has no pair of Italian and English: the way leads through Spanish."""

_POLL = 0.02
_TABLES = (Path("/usr/share/apertium"), Path("/usr/local/share/apertium"))
_LARGEST = 50_000_000
"""Bytes of output after which the programs have gone mad."""
_DISAMBIGUATION = re.compile(r"lt-proc -w ('[^']*automorf\.bin') \| cg-proc [^|]*\|")


_TAGGER = re.compile(r"(spa-eng\.automorf\.bin' \|) apertium-tagger")


class ApertiumError(Exception):
    """No translation came of it; the message is one line, without the engine's name."""


class ApertiumStoppedError(Exception):
    """Whoever asked gave up."""


def program() -> str | None:
    """The path of `apertium`; None when it is not installed."""
    return shutil.which("apertium")


def missing(source: Language, target: Language) -> list[str]:
    """Debian's packages that translating between these languages lacks."""
    found = [] if program() else ["apertium"]
    for mode, package in (("ita", "apertium-spa-ita"), ("eng", "apertium-eng-spa")):
        if any(mode in name and _mode(name) is None for name in MODES[source, target]):
            found.append(package)
    # A mode of a form we do not know, which needs the program that its package does not bring.
    if not found and not shutil.which("cg-proc"):
        texts = [_adapt(_text_of(name)) for name in MODES[source, target]]
        found += ["cg3"] if any("cg-proc" in text for text in texts) else []
    return found


def _text_of(mode: str) -> str:
    path = _mode(mode)
    return path.read_text(errors="replace") if path is not None else ""


def _mode(name: str) -> Path | None:
    named = os.environ.get("APERTIUM_DATADIR")
    for tables in (Path(named),) if named else _TABLES:
        if (path := tables / "modes" / f"{name}.mode").is_file():
            return path
    return None


@contextmanager
def _adapted(name: str) -> Iterator[list[str]]:
    """The options that make Apertium use a mode of ours, with `readings` before its tagger.

    Debian's `apertium-spa-ita` uses `cg-proc`, of the package cg3, without depending on it, and
    where that is not there the output is empty: `readings` takes its place. In the mode from
    Spanish it is one program more. A mode of another form than the ones known is left as it is.
    """
    path, text = _mode(name), _text_of(name)
    adapted = _adapt(text)
    if path is None or adapted == text:
        yield []
        return
    with tempfile.TemporaryDirectory(prefix="edicola-") as folder:
        (Path(folder) / "modes").mkdir()
        (Path(folder) / "modes" / path.name).write_text(adapted)
        yield ["-d", folder]


def _adapt(mode: str) -> str:
    stage = f"'{sys.executable}' -I -S '{Path(__file__).with_name('readings.py')}'"
    if "cg-proc" in mode:
        return _DISAMBIGUATION.sub(lambda m: f"lt-proc {m[1]} | {stage} |", mode)
    return _TAGGER.sub(lambda m: f"{m[1]} {stage} names | apertium-tagger", mode, count=1)


def run(
    lines: Sequence[str],
    source: Language,
    target: Language,
    seconds: float,
    cancel: threading.Event,
) -> list[str]:
    """One line for each of `lines`, which hold no line feed and are not blank.

    Raises:
        ApertiumError: a stage failed, lines are missing, or it took longer than `seconds`.
        ApertiumStoppedError: `cancel` was set.
    """
    executable = program()
    if executable is None:
        raise ApertiumError("it is not installed")
    first, second = MODES[source, target]
    try:
        with (
            _adapted(first) as options_1,
            _adapted(second) as options_2,
            tempfile.TemporaryFile() as question,
            tempfile.TemporaryFile() as answer,
        ):
            # An empty line between two: else the end of one sentence is read with the next.
            question.write("\n\n".join(lines).encode() + b"\n")
            question.seek(0)
            _pipe(
                [executable, *options_1, "-u", first],
                [executable, *options_2, "-u", second],
                (question, answer),
                seconds,
                cancel,
            )
            answer.seek(0)
            text = answer.read().decode(errors="replace")
    except OSError as error:
        raise ApertiumError(f"it could not be run ({error.strerror or error})") from None
    return _lines_of(text, len(lines))


def _lines_of(text: str, count: int) -> list[str]:
    out = [line.strip() for line in text.split("\n") if line.strip()]
    if len(out) != count:
        raise ApertiumError(f"{len(out)} lines came back for {count} sentences")
    return out


def _pipe(
    first: list[str],
    second: list[str],
    ends: tuple[IO[bytes], IO[bytes]],
    seconds: float,
    cancel: threading.Event,
) -> None:
    question, answer = ends
    started: list[subprocess.Popen[bytes]] = []
    try:
        started.append(_start(first, question, subprocess.PIPE))
        started.append(_start(second, started[0].stdout, answer))
        if started[0].stdout is not None:
            started[0].stdout.close()
        _wait(started, answer, seconds, cancel)
    finally:
        for process in started:
            _end(process)
    for process, mode in zip(started, (first[-1], second[-1]), strict=True):
        if process.returncode != 0:
            raise ApertiumError(f"its programs failed ({mode}: {_how(process.returncode)})")


def _start(
    command: list[str], source: IO[bytes] | None, target: IO[bytes] | int
) -> subprocess.Popen[bytes]:
    # pipefail in every shell below: a stage that dies shows in the exit status.
    return subprocess.Popen(  # noqa: S603 (the program found on PATH, and names of ours)
        command,
        stdin=source,
        stdout=target,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "SHELLOPTS": "pipefail"},
        start_new_session=True,
    )


def _wait(
    started: Sequence[subprocess.Popen[bytes]],
    answer: IO[bytes],
    seconds: float,
    cancel: threading.Event,
) -> None:
    deadline = time.monotonic() + seconds
    while any(process.poll() is None for process in started):
        if cancel.wait(_POLL):
            raise ApertiumStoppedError
        if time.monotonic() > deadline:
            raise ApertiumError(f"no answer within {seconds:g} s")
        if os.fstat(answer.fileno()).st_size > _LARGEST:
            raise ApertiumError("its answer was too large")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a pipeline with every stage of it."""
    if process.poll() is None:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _how(status: int) -> str:
    if status < 0:
        with suppress(ValueError):
            return signal.Signals(-status).name
    return "a program is missing" if status == 127 else f"status {status}"
