"""The figures of this checkout on this machine: `python -m tests.benchmarks`.

Exit status: 0 when everything asked for was measured, met or not; 1 when something was not (what
needs newsboat is left out where it is not installed).
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import FIGURES
from tests.benchmarks.news import TRIALS
from tests.benchmarks.session import conditions, measure, table
from tests.benchmarks.trials import Workshop

SWITCH = 0.0005
"""Seconds until the thread that stamps output gets its turn while the emulator draws."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each trial")
    parser.add_argument(
        "--only", metavar="NAME", help=f"figures whose name holds NAME: {_names()}", default=""
    )
    options = parser.parse_args(arguments)
    figures = [figure for figure in FIGURES if options.only in figure.name]
    if not figures or options.runs < 1:
        parser.error(f"--only takes a part of: {_names()}; --runs at least 1")
    needed = set().union(*(figure.trials for figure in figures))
    names = [name for name in TRIALS if name in needed]
    sys.setswitchinterval(SWITCH)
    with TemporaryDirectory(prefix="edicola-bench-") as folder:
        shop = Workshop(Path(folder), shutil.which("newsboat"))
        session = measure(shop, names, options.runs, _progress)
    _progress("")
    print(conditions(options.runs))
    for line in table(figures, session):
        print(line)
    wanted = (figure for figure in figures if shop.newsboat or "newsboat" not in figure.trials)
    return 1 if any(figure.value(session.collected) is None for figure in wanted) else 0


def _names() -> str:
    return ", ".join(figure.name for figure in FIGURES)


def _progress(words: str) -> None:
    """Say on a terminal what is being done, on one line."""
    if sys.stderr.isatty():
        print(f"\r\x1b[2K{words}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
