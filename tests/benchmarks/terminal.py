"""A program in a terminal of its own, and when each change of its screen came.

One thread stamps what the program prints the moment it arrives; the emulator draws it afterwards,
between the program's turns, so that drawing costs the program nothing.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import re
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import pyte
from ptyprocess import PtyProcess

from tests.benchmarks.processes import family

QUIET = 0.06
"""Seconds without output after which a screen is at rest."""
_LULL = 0.004
_LONGEST_WAIT = 0.1
"""Seconds after which output is drawn although more of it keeps coming."""

_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62;22c",
}
"""What a terminal of today says when a program asks it: frames at once, its cursor, its kind."""
_NOT_DRAWN = re.compile(
    r"\x1b\[[<=>][\d;:]*[@-~]|\x1b\[[\d;?]*[$ ][@-~]|\x1b[P_^X].*?(?:\x1b\\|\x07)", re.DOTALL
)
"""Sequences pyte would print as text: key protocols, mode queries, device strings."""
_UNFINISHED = re.compile(r"\x1b(?:\[[\d;:<=>?$ ]*|[P_^X\]][^\x07\x1b]*)?\Z")
_ARROWS = frozenset({b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D"})
_APPLICATION_KEYS = 1 << 5

Row = tuple[pyte.screens.Char, ...]


class NotMeasuredError(Exception):
    """The program did not do what was to be timed; the message says what was waited for."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a screen did after something was done to it, in milliseconds from then."""

    first: float
    """The first change."""
    rest: float
    """The last change before it stood still."""


class Terminal:
    """A program in a pseudo-terminal; `with Terminal(command) as terminal`."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        folder: Path,
        columns: int = 160,
        rows: int = 48,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._rest_of_text = ""
        self._printed: deque[tuple[float, bytes]] = deque()
        self._bell = threading.Event()
        self._ended = False
        self._drawn: dict[int, Row] = {}
        self.began = time.perf_counter()
        self._process = PtyProcess.spawn(
            list(command),
            cwd=str(folder),
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            dimensions=(rows, columns),
        )
        self.pid: int = self._process.pid
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What stands on the screen, as far as it was drawn."""
        blank = " " * self._screen.columns
        rows = (self._drawn.get(y) for y in range(self._screen.lines))
        return "\n".join("".join(c.data for c in row) if row else blank for row in rows)

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._process.fd, 65536)
            except OSError:
                data = b""
            if not data:
                self._ended = True
                self._bell.set()
                return
            self._printed.append((time.perf_counter(), data))
            for question, answer in _ANSWERS.items():
                if question in data:
                    self.send(answer)
            self._bell.set()

    def send(self, data: bytes) -> None:
        """Type `data`, arrow keys in the form the program asked for."""
        if data in _ARROWS and _APPLICATION_KEYS in self._screen.mode:
            data = data.replace(b"[", b"O")
        with contextlib.suppress(OSError):
            os.write(self._process.fd, data)

    def _draw(self, data: bytes) -> bool:
        """Draw one piece of output; whether anything on the screen looks different now."""
        text = self._rest_of_text + self._decode(data)
        cut = _UNFINISHED.search(text)
        self._rest_of_text = text[cut.start() :] if cut else ""
        text = text[: cut.start()] if cut else text
        self._screen.dirty.clear()
        self._stream.feed(_NOT_DRAWN.sub("", text))
        changed = False
        for y in self._screen.dirty:
            if y < self._screen.lines:
                line = self._screen.buffer[y]
                row = tuple(line[x] for x in range(self._screen.columns))
                before = self._drawn.get(y)
                self._drawn[y] = row
                if before != row:
                    changed |= before is not None or any(_is_ink(cell) for cell in row)
        return changed

    def _changes(self) -> Iterator[float]:
        """Wait for a pause in the output; draw it piece by piece, and say which changed a thing."""
        self._bell.wait(0.005)
        self._bell.clear()
        limit = time.perf_counter() + _LONGEST_WAIT
        while self._printed and (now := time.perf_counter()) < limit:
            pause = self._printed[-1][0] + _LULL - now
            if pause <= 0:
                break
            time.sleep(pause)
        while self._printed:
            moment, data = self._printed.popleft()
            if self._draw(data):
                yield moment

    def until(self, pattern: str, seconds: float = 60) -> float:
        """Wait for a pattern on the screen; the milliseconds from the start of the program.

        Raises:
            NotMeasuredError: it did not appear.
        """
        wanted = re.compile(pattern)
        limit = time.perf_counter() + seconds
        while time.perf_counter() < limit:
            ended = self._ended and not self._printed
            for moment in self._changes():
                if wanted.search(self.text):
                    return (moment - self.began) * 1000
            if ended:
                break
        shown = " / ".join(line.strip() for line in self.text.splitlines() if line.strip())
        raise NotMeasuredError(f"{pattern!r} was never on the screen: {shown[:200]}")

    def rest(self, quiet: float = QUIET, seconds: float = 60) -> None:
        """Wait until the screen has not changed for `quiet` seconds."""
        now = time.perf_counter()
        self._follow(now, quiet, now + seconds, started=True)

    def reaction(self, *keys: bytes, seconds: float = 10) -> Reaction:
        """Type `keys` one after the other without waiting, and follow the screen until it rests.

        Raises:
            NotMeasuredError: nothing changed.
        """
        began = time.perf_counter()
        for key in keys:
            self.send(key)
        return self._reaction(began, seconds, f"the key {keys[-1]!r} changed nothing")

    def resized(self, columns: int, rows: int, seconds: float = 10) -> Reaction:
        """Give the window another size, and follow the screen until it rests.

        Raises:
            NotMeasuredError: nothing was painted.
        """
        self._screen.resize(rows, columns)
        self._drawn.clear()
        began = time.perf_counter()
        self._process.setwinsize(rows, columns)
        return self._reaction(began, seconds, f"nothing was painted at {columns}x{rows}")

    def _reaction(self, began: float, seconds: float, otherwise: str) -> Reaction:
        moments = self._follow(began, QUIET, began + seconds)
        if not moments:
            raise NotMeasuredError(otherwise)
        return Reaction((moments[0] - began) * 1000, (moments[-1] - began) * 1000)

    def _follow(
        self, began: float, quiet: float, limit: float, *, started: bool = False
    ) -> list[float]:
        """When the screen changed, from `began` until it stood still for `quiet` seconds.

        Standing still counts from the first change on; from the beginning with `started`.
        """
        moments: list[float] = []
        while (now := time.perf_counter()) < limit and not (self._ended and not self._printed):
            moments += [moment for moment in self._changes() if moment >= began]
            last = moments[-1] if moments else began
            if (moments or started) and now - last >= quiet and not self._printed:
                break
        return moments

    def close(self) -> None:
        """End the program and everything it started."""
        for name in (signal.SIGTERM, signal.SIGKILL):
            for member in reversed(family(self.pid)):
                with contextlib.suppress(OSError):
                    os.kill(member, name)
            limit = time.perf_counter() + 2
            while self._process.isalive() and time.perf_counter() < limit:
                time.sleep(0.01)
        self._process.close(force=True)
        self._reader.join(2)


def _is_ink(cell: pyte.screens.Char) -> bool:
    return cell.data != " " or cell.bg != "default"
