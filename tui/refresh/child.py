"""The other side of the process that fetches."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from typing import Any

from tui.settings import Places

GRACE = 3.0
"""Seconds a job has to end in order once it was cancelled."""


class Job:
    """A job in a process of its own; iterating gives what it tells, until it has ended."""

    def __init__(self, places: Places, job: Mapping[str, Any]) -> None:
        folders = [places.config, places.data, places.cache, places.seeds]
        self._question = json.dumps({**job, "places": [str(folder) for folder in folders]})
        self._child: subprocess.Popen[str] | None = None
        self._cancelled = threading.Event()

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """What the process tells, each as it comes."""
        if self._cancelled.is_set():
            return
        try:
            child = subprocess.Popen(
                [sys.executable, "-m", "tui.refresh"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        except OSError as error:
            yield {"event": "refused", "reason": f"no process could be started: {error.strerror}"}
            return
        self._child = child
        if self._cancelled.is_set():
            self.cancel()
        with child:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write(self._question + "\n")
            child.stdin.flush()
            for line in child.stdout:
                yield json.loads(line)
        if child.returncode < 0 and not self._cancelled.is_set():
            yield {"event": "refused", "reason": "it was ended from outside; what came is kept"}

    @property
    def cancelled(self) -> bool:
        """Whether it was asked to end."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the process to end after what it is doing; what has come is kept."""
        self._cancelled.set()
        child = self._child
        if child is not None and child.poll() is None:
            child.terminate()
            killer = threading.Timer(GRACE, child.kill)
            killer.daemon = True
            killer.start()
