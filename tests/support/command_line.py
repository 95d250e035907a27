"""The real program in a child process, with a home of its own."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import tui

ROOT = Path(tui.__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_ad6c4d56b9047c82.txt"

_PR_CAPBSET_DROP = 24
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2


def obey_permissions() -> None:
    """For `preexec_fn`: from the next exec on, file permissions bind the superuser too."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


def interruptible() -> None:
    """For `preexec_fn`: SIGINT ends the child, which ignores it where the tests run behind `&`."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a user whose home is `home` and who set nothing else."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": str(ROOT), **(extra or {})}


@dataclass(frozen=True)
class Outcome:
    """What a run of the program left."""

    status: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error; a traceback among them fails the test."""
        assert "Traceback" not in self.err, self.err
        return self.err.splitlines()


def edicola(
    home: Path,
    *arguments: str | Path,
    stdin: bytes = b"",
    extra: Mapping[str, str] | None = None,
    obeying: bool = False,
) -> Outcome:
    """Run `edicola` to its end; with `obeying`, file permissions bind it even as superuser."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=environment(home, extra),
        cwd=home,
        timeout=60,
        preexec_fn=obey_permissions if obeying else None,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def python(
    code: str, *arguments: str | Path, cwd: Path, obeying: bool = False
) -> subprocess.Popen[str]:
    """Start a child that runs `code` with `tui` importable; its pipes are text, by line."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(cwd),
        cwd=cwd,
        preexec_fn=obey_permissions if obeying else None,  # noqa: PLW1509 (two system calls)
    )
