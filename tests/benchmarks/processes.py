"""Memory and processor time of a process and its children, as Linux counts them."""

from __future__ import annotations

import re
import time
from pathlib import Path

_PROC = Path("/proc")
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


def family(pid: int) -> list[int]:
    """A process and everything it started that still runs."""
    found, waiting = [], [pid]
    while waiting:
        member = waiting.pop()
        found.append(member)
        for task in _tasks(member):
            waiting += map(int, _read(task / "children").split())
    return found


def peak_megabytes(pid: int) -> float:
    """The most memory each of the family ever held in RAM, added up, in MiB."""
    peaks = [_PEAK.search(_read(_PROC / str(member) / "status")) for member in family(pid)]
    return sum(int(peak[1]) for peak in peaks if peak) / 1024


def cpu_seconds(pid: int) -> float:
    """Processor time that the family's living threads have used."""
    nanoseconds = 0
    for member in family(pid):
        for task in _tasks(member):
            nanoseconds += int((_read(task / "schedstat").split() or ["0"])[0])
    return nanoseconds / 1e9


def cpu_share(pid: int, seconds: float) -> float:
    """The percentage of one core that the family uses during the next `seconds`."""
    before, began = cpu_seconds(pid), time.perf_counter()
    time.sleep(seconds)
    return 100 * (cpu_seconds(pid) - before) / (time.perf_counter() - began)


def _tasks(pid: int) -> list[Path]:
    try:
        return list((_PROC / str(pid) / "task").iterdir())
    except OSError:
        return []


def _read(path: Path) -> str:
    """The file, or nothing when the process has gone meanwhile."""
    try:
        return path.read_text()
    except OSError:
        return ""
