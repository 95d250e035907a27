"""The analysis of a long article, in a process of its own.

Finding quotes and dates is pure computing: in a thread of the reader it would hold the
interpreter, and keys would wait for it. Run as `python -m tui.apart`, this module reads a document
from standard input and writes its quotes and dates to standard output, both pickled by the
reader itself.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading

from tui import pipeline
from tui.document import Document

LONG = 60_000
"""Characters from which an article is analysed apart: below, a thread is done in a moment."""

_POLL = 0.1


def analyse(document: Document, cancel: threading.Event) -> Document:
    """The document with its quotes and dates; as it was when `cancel` was set meanwhile."""
    if len(document.text) < LONG:
        return pipeline.analyse(document)
    answer = _ask(document, cancel)
    if cancel.is_set():
        return document
    if answer is None:  # no process could be had, or it was killed: slower is better than nothing
        return pipeline.analyse(document)
    quotes, dates = pickle.loads(answer)  # noqa: S301 (written by our own child)
    return document.with_findings(quotes=quotes, dates=dates)


def _ask(document: Document, cancel: threading.Event) -> bytes | None:
    try:
        child = subprocess.Popen(
            [sys.executable, "-m", "tui.apart"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None
    question: bytes | None = pickle.dumps(document.with_findings(quotes=(), dates=()))
    with child:
        while True:
            try:
                answer, _ = child.communicate(question, timeout=_POLL)
            except subprocess.TimeoutExpired:
                question = None
                if cancel.is_set():
                    child.kill()
                continue
            return answer if child.returncode == 0 else None


def _serve() -> None:
    """Answer one question, as the child."""
    document = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 (written by our own parent)
    found = pipeline.analyse(document)
    sys.stdout.buffer.write(pickle.dumps((found.quotes, found.dates)))


if __name__ == "__main__":
    _serve()
