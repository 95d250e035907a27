"""Unpacking Zstandard, which the standard library cannot: in a child, by the engine's own code.

Run as `python -m tui.translate.models.zstd FROM TO`.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from tui.translate.local.child import environment
from tui.translate.models.errors import ModelsError

_MEMORY = 2_000_000_000
"""Bytes the child may use: a bomb ends there, not in the reader."""
_SECONDS = 120


def can_unpack() -> bool:
    """Whether the engine's package is there."""
    return find_spec("fxtranslate") is not None


def unpack_zstd(path: Path, target: Path) -> None:
    """Unpack a `.zst` into `target`.

    Raises:
        ModelsError: it is damaged, grows too large, or the engine's package is missing.
    """
    try:
        done = subprocess.run(  # noqa: S603 (our own interpreter and module)
            [sys.executable, "-P", "-m", "tui.translate.models.zstd", str(path), str(target)],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env=environment(),
        )
    except (OSError, subprocess.TimeoutExpired):
        raise ModelsError(f"{path.name} cannot be unpacked") from None
    if done.returncode != 0:
        raise ModelsError(f"{path.name} cannot be unpacked; it is damaged")


def _main(source: str, target: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    from fxtranslate import discovery

    Path(target).write_bytes(discovery.verify_and_decompress(Path(source).read_bytes()))


if __name__ == "__main__":
    _main(*sys.argv[1:3])
