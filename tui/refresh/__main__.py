"""The process that fetches: a job on standard input, what it tells as JSON Lines."""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from tui.refresh.jobs import run_job
from tui.settings import Places, load


def main() -> int:
    """Do the job that stands on the first line of standard input."""
    job: dict[str, Any] = json.loads(sys.stdin.readline())
    cancel = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: cancel.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's is for the reader alone
    os.nice(10)
    places = Places(*(Path(folder) for folder in job["places"]))
    settings, _ = load(places.settings)

    def emit(event: dict[str, Any]) -> None:
        try:
            print(json.dumps(event), flush=True)  # noqa: T201 (this is how it tells)
        except BrokenPipeError:
            cancel.set()

    status = run_job(job, places, settings, emit, cancel)
    gc.freeze()  # as the program does when it ends
    return status


if __name__ == "__main__":
    sys.exit(main())
