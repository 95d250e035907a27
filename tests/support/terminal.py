"""The real program in a real pseudo-terminal, seen through a terminal emulator."""

from __future__ import annotations

import codecs
import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte
from ptyprocess import PtyProcess, PtyProcessError

from tests.support.command_line import environment, obey_permissions

PATIENCE = 30.0
"""Seconds after which something that was waited for is not coming, on the slowest machine."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "escape": "\x1b",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "ctrl+c": "\x03",
    "ctrl+d": "\x04",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+u": "\x15",
}

# What a terminal is asked for, and what a common one answers.
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[0c": b"\x1b[?62;22c",
}

# What pyte does not parse: keyboard protocols, reports of modes, strings for the terminal.
_UNKNOWN = re.compile(
    r"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[[0-9;?]*\$[a-zA-Z]|\x1b\[[0-9;]* [a-zA-Z]"
    r"|\x1b[P_^X].*?(?:\x1b\\|\x07)",
    re.DOTALL,
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-9;:<=>?$ ]*|[P_^X\]][^\x07\x1b]*)?$")


class Terminal:
    """`edicola` in a terminal of its own; `with Terminal(home, …) as terminal`.

    Nothing here sleeps: whoever waits, waits for output or for the end of the program.
    """

    def __init__(
        self,
        home: Path,
        *arguments: str | Path,
        size: tuple[int, int] = (120, 36),
        extra: Mapping[str, str] | None = None,
        command: Sequence[str] | None = None,
        obeying: bool = False,
    ) -> None:
        """Start it.

        Args:
            home: its home, and the folder it works in.
            arguments: for `edicola`.
            size: columns and rows.
            extra: more variables of the environment.
            command: what to run in place of `python -m tui`, before the arguments.
            obeying: whether file permissions bind it even as superuser.
        """
        columns, rows = size
        variables = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(extra or {})}
        program = [sys.executable, "-m", "tui"] if command is None else list(command)
        self.raw = bytearray()
        """Every byte the program wrote."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""
        self._answered = 0
        self._ended = False
        self._process = PtyProcess.spawn(
            [*program, *map(str, arguments)],
            cwd=str(home),
            env=environment(home, variables),
            dimensions=(rows, columns),
            preexec_fn=obey_permissions if obeying else None,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.fileobj.close()
        with suppress(OSError, PtyProcessError):
            self._process.wait()

    # Seeing

    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines())

    @property
    def body(self) -> str:
        """The screen without its first and its last row: the article and the lists."""
        return "\n".join(self.lines()[1:-1])

    def cursor_shown(self) -> bool:
        """Whether the terminal shows its own cursor."""
        return not self._screen.cursor.hidden

    def on_alternate_screen(self) -> bool:
        """Whether the program has taken the screen and not given it back."""
        return self.raw.rfind(b"\x1b[?1049h") > self.raw.rfind(b"\x1b[?1049l")

    def find(self, words: str) -> tuple[int, int]:
        """The column and row, from 0, at which `words` stand first under the header."""
        for row, line in enumerate(self.lines()):
            if row and words in line:
                return line.index(words), row
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    def caret(self) -> str:
        """The row of the text that has the caret, in the first column; empty when none has."""
        rows = [line for line in self.lines() if line.lstrip().startswith("▌")]
        return rows[0].lstrip("▌ ").split("│")[0].rstrip() if rows else ""

    def reversed_words(self) -> set[str]:
        """The stretches of the screen shown in reverse."""
        out: set[str] = set()
        for y in range(self._screen.lines):
            row = self._screen.buffer[y]
            shown = "".join(
                row[x].data if row[x].reverse else "\0" for x in range(self._screen.columns)
            )
            out |= {part.strip() for part in shown.split("\0") if part.strip()}
        return out

    # Waiting

    def wait_for(self, pattern: str, timeout: float = PATIENCE) -> re.Match[str]:
        """Wait until a regular expression is on the screen; where."""
        compiled = re.compile(pattern)
        self.wait_until(lambda: compiled.search(self.text) is not None, timeout, pattern)
        found = compiled.search(self.text)
        assert found is not None
        return found

    def wait_gone(self, pattern: str, timeout: float = PATIENCE) -> None:
        """Wait until a regular expression is no longer on the screen."""
        compiled = re.compile(pattern)
        self.wait_until(lambda: compiled.search(self.text) is None, timeout, f"no {pattern}")

    def wait_until(
        self, happened: Callable[[], bool], timeout: float = PATIENCE, what: str = "it"
    ) -> None:
        """Read what the program writes until something has happened, between two pictures.

        What is waited for may be elsewhere than on the screen: on the disk, in a server.
        """
        deadline = time.monotonic() + timeout
        while self._half_painted() or not happened():
            left = deadline - time.monotonic()
            if self._ended or left <= 0:
                why = "the program ended" if self._ended else f"not in {timeout} s"
                raise AssertionError(f"waiting for {what}: {why}; the screen:\n{self.text}")
            self._read(min(left, 0.05))

    def _half_painted(self) -> bool:
        """Whether the program has said that a picture begins, and not yet that it ends."""
        begun = self.raw.rfind(b"\x1b[?2026h")
        return begun >= 0 and self.raw.find(b"\x1b[?2026l", begun) < 0

    def wait_end(self, timeout: float = PATIENCE) -> int:
        """Wait until the program has ended; its exit status, or minus the signal that ended it."""
        deadline = time.monotonic() + timeout
        while not self._ended:
            left = deadline - time.monotonic()
            assert left > 0, f"still running after {timeout} s; the screen:\n{self.text}"
            self._read(left)
        self._process.wait()
        signalled = self._process.signalstatus
        return -signalled if signalled else int(self._process.exitstatus)

    def _read(self, timeout: float) -> None:
        ready, _, _ = select.select([self._process.fd], [], [], timeout)
        if not ready:
            return
        try:
            data = os.read(self._process.fd, 65536)
        except OSError:  # Linux reports the end of a pseudo-terminal as an error
            data = b""
        if not data:
            self._ended = True
            return
        self.raw += data
        self._answer()
        shown = self._held + self._decoder.decode(data)
        unfinished = _UNFINISHED.search(shown)
        cut = unfinished.start() if unfinished and len(shown) - unfinished.start() < 4096 else None
        self._held = "" if cut is None else shown[cut:]
        self._stream.feed(_UNKNOWN.sub("", shown[:cut]))

    def _answer(self) -> None:
        """Answer what the program asks of its terminal."""
        for question, answer in _ANSWERS.items():
            start = max(0, self._answered - len(question) + 1)
            if self.raw.find(question, start) >= 0:
                self._send(answer)
        self._answered = len(self.raw)

    # Doing

    def press(self, *keys: str) -> None:
        """Press keys by name, or characters as they are."""
        for key in keys:
            self._send(KEYS.get(key, key).encode())

    def click(self, x: int, y: int) -> None:
        """Press and let go of the first mouse button at a column and row, from 0."""
        self._send(f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m".encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return int(self._process.pid)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        os.kill(self._process.pid, number)

    def _send(self, data: bytes) -> None:
        try:
            os.write(self._process.fd, data)
        except OSError:
            self._ended = True
