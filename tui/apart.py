"""The analysis of a long article, in a process of its own.

Finding quotes and dates is pure computing: in a thread of the reader it would hold the
interpreter, and keys would wait for it. Run as `python -m tui.apart`, this module reads a document
from standard input and writes its quotes and dates to standard output, both pickled by the
reader itself.
"""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from typing import Any

from tui import pipeline
from tui.document import DateMention, Document, Quote

LONG = 60_000
"""Characters from which an article is analysed apart: below, a thread is done in a moment."""

_POLL = 0.1
_BATCH = 300


def analyse(document: Document, cancel: threading.Event) -> Document:
    """The document with its quotes and dates; as it was when `cancel` was set meanwhile."""
    if len(document.text) < LONG:
        return pipeline.analyse(document)
    answer = _ask(document, cancel)
    if cancel.is_set():
        return document
    if answer is None:  # no process could be had, or it was killed: slower is better than nothing
        return pipeline.analyse(document)
    quotes: list[Quote] = []
    dates: list[DateMention] = []
    for found in _batches(answer):
        (quotes if isinstance(found[0], Quote) else dates).extend(found)
    return document.with_findings(quotes=quotes, dates=dates)


def _batches(answer: bytes) -> Iterator[list[Any]]:
    """What the child found, a batch at a time, so that keys are answered between them."""
    stream = io.BytesIO(answer)
    while stream.tell() < len(answer):
        yield pickle.load(stream)  # noqa: S301 (written by our own child)


def _ask(document: Document, cancel: threading.Event) -> bytes | None:
    """What the child answers; None when there is none, or when `cancel` was set."""
    # The question is a file: a pipe would have to be fed while it is waited for.
    try:
        with tempfile.TemporaryFile() as question:
            pickle.dump(document.with_findings(quotes=(), dates=()), question)
            question.seek(0)
            child = subprocess.Popen(
                [sys.executable, "-m", "tui.apart"],
                stdin=question,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
    except OSError:
        return None
    with child:
        while True:
            try:
                answer, _ = child.communicate(timeout=_POLL)
            except subprocess.TimeoutExpired:
                if cancel.is_set():
                    child.kill()
                continue
            return answer if child.returncode == 0 else None


def _serve() -> None:
    """Answer one question, as the child."""
    document = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 (written by our own parent)
    found = pipeline.analyse(document)
    for layer in (found.quotes, found.dates):
        for start in range(0, len(layer), _BATCH):
            pickle.dump(list(layer[start : start + _BATCH]), sys.stdout.buffer)


if __name__ == "__main__":
    _serve()
