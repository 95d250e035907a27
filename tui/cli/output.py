"""Standard output and standard error: UTF-8 everywhere, one line for every complaint."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def prepare() -> None:
    """Make both streams UTF-8, whatever the locale says.

    What UTF-8 cannot hold (a file name's stray byte) is written as an escape, never refused.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str, end: str = "\n") -> None:
    """Print `text` on standard output at once, so that a reader of the pipe need not wait.

    Raises:
        OSError: nobody reads, or nothing more can be written.
    """
    print(text, end=end, flush=True)  # noqa: T201 (this is where the program prints)


def complain(text: str) -> None:
    """One line on standard error; what came from strangers is made safe for a terminal."""
    from tui.sanitize import sanitize_line

    print(f"edicola: {sanitize_line(text)}", file=sys.stderr, flush=True)  # noqa: T201


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream, which may be closed, is a terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def finish(*, abandoned: bool = False) -> None:
    """Write out what is buffered; when `abandoned`, let it go without the interpreter's protest."""
    import gc

    gc.freeze()  # the process ends: to look all of it through for rubbish takes longer than that
    if sys.stdout is None:
        return
    if abandoned:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    sys.stdout.flush()
