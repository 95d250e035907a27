"""A child process that answers questions in JSON, a line each, and may die at any moment."""

from __future__ import annotations

import json
import os
import queue
import select
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

_POLL = 0.05
"""Seconds between two looks at `cancel` while waiting."""
_LONGEST_LINE = 4_000_000
"""Bytes of an answer; a child that says more on one line has gone mad."""
_PIPE_PIECE = 4096
"""Bytes that a pipe said to be ready takes without blocking (POSIX's PIPE_BUF on Linux)."""
_KEPT_LINES = 20
"""Of what the child says on standard error."""


class ChildError(Exception):
    """The child did not answer; the message is one line, without the engine's name."""


class ChildHungError(ChildError):
    """The child did not answer in time, and was killed."""


class ChildStoppedError(Exception):
    """Whoever asked gave up; the child goes on, and its late answer will be dropped."""


def environment() -> dict[str, str]:
    """The environment of a Python that is to find our package, wherever it is run."""
    root = Path(__file__).resolve().parents[3]
    path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path}


class Child:
    """A Python module run apart, asked one thing at a time.

    Its standard error is read and kept short: an engine's backtrace must not reach the screen.
    """

    def __init__(self, module: str, arguments: Sequence[str] = ()) -> None:
        """Start the process.

        Raises:
            ChildError: no process could be had.
        """
        try:
            # -P: a file called numpy.py in the current folder must not be what is imported.
            self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
                [sys.executable, "-P", "-m", module, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment(),
                start_new_session=True,
            )
        except OSError as error:
            raise ChildError(
                f"its process could not be started ({error.strerror or error})"
            ) from None
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._said: deque[str] = deque(maxlen=_KEPT_LINES)
        self._asked = 0
        self._half_sent = b""
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        for work, pipe in ((self._read, self._process.stdout), (self._hear, self._process.stderr)):
            threading.Thread(target=work, args=(pipe,), name="edicola-child", daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def said(self) -> str:
        """The last lines of its standard error."""
        return "\n".join(self._said)

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def ask(
        self, question: Mapping[str, Any], seconds: float, cancel: threading.Event
    ) -> dict[str, Any]:
        """What the child answers to `question`.

        Raises:
            ChildError: it died, or said something that is no answer; it is gone now.
            ChildHungError: `seconds` passed; it is gone now.
            ChildStoppedError: `cancel` was set.
        """
        self._asked += 1
        deadline = time.monotonic() + seconds

        def look_up() -> None:
            if cancel.is_set():
                raise ChildStoppedError
            if time.monotonic() > deadline:
                self.kill()
                raise ChildHungError(f"no answer within {seconds:g} s")

        self._send(json.dumps({**question, "id": self._asked}).encode() + b"\n", look_up)
        while True:
            look_up()
            with suppress(queue.Empty):
                answer = self._understand(self._answers.get(timeout=_POLL))
                # Late answers to questions that nobody waits for any more come first.
                if answer.get("id") == self._asked:
                    return answer

    def _send(self, line: bytes, look_up: Callable[[], None]) -> None:
        """Write a line to a child that may not be reading."""
        pipe = self._process.stdin
        assert pipe is not None
        if self._half_sent:
            # The rest of a question that was given up half-way would be read as part of this one.
            line = self._half_sent + line
        self._half_sent = b""
        try:
            while line:
                _, ready, _ = select.select([], [pipe], [], _POLL)
                if ready:
                    line = line[os.write(pipe.fileno(), line[:_PIPE_PIECE]) :]
                if line:
                    self._half_sent = line
                    look_up()
                    self._half_sent = b""
        except (OSError, ValueError):
            raise self._death() from None

    def _understand(self, line: bytes) -> dict[str, Any]:
        if not line:
            raise self._death()
        try:
            answer = json.loads(line)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            self.kill()
            raise ChildError("its process answered what cannot be understood")
        return answer

    def _death(self) -> ChildError:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1.0)
        status = self._process.poll()
        self.kill()
        if status is not None and status < 0:
            with suppress(ValueError):
                return ChildError(f"its process was ended by {signal.Signals(-status).name}")
        return ChildError("its process ended unexpectedly")

    def kill(self) -> None:
        """End the process; harmless when it has ended."""
        process = self._process
        if process.poll() is None:
            with suppress(OSError):
                process.kill()
        process.wait()
        with suppress(OSError):
            assert process.stdin is not None
            process.stdin.close()

    def _read(self, pipe: IO[bytes]) -> None:
        """In a thread: the child's answers, and an empty line at their end."""
        with suppress(OSError, ValueError), pipe:
            while line := pipe.readline(_LONGEST_LINE):
                self._answers.put(line)
        self._answers.put(b"")

    def _hear(self, pipe: IO[bytes]) -> None:
        """In a thread: what the child says on standard error."""
        with suppress(OSError, ValueError), pipe:
            while line := pipe.readline(2000):
                self._said.append(line.decode(errors="replace").rstrip())
