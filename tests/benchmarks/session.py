"""One session: every trial once uncounted, then all in turn, and the table at the end."""

from __future__ import annotations

import os
import platform
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from tests.benchmarks.figures import Figure
from tests.benchmarks.news import TRIALS
from tests.benchmarks.terminal import NotMeasuredError
from tests.benchmarks.trials import QUICK, Samples, Workshop

OFTEN = 3
"""Runs of a quick trial in each turn."""


@dataclass
class Session:
    """What was noted, and what could not be."""

    collected: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Every counted sample, under `trial.name`."""
    troubles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By trial, why runs of it failed, one reason a run."""


def measure(
    shop: Workshop,
    names: Sequence[str],
    runs: int,
    tell: Callable[[str], None] = lambda _: None,
    trials: Mapping[str, Callable[[Workshop], Samples]] = TRIALS,
) -> Session:
    """Run the trials of those names in turn, once to warm up and then `runs` times.

    In turn, so that whatever else the machine does falls on all of them alike; the quick ones
    `OFTEN` times in each turn, side by side.
    """
    session = Session()
    quick = [name for name in names if name in QUICK]
    for turn in range(runs + 1):
        for name in [*names, *quick * (OFTEN - 1 if turn else 0)]:
            tell(f"{'warming up' if turn == 0 else f'run {turn} of {runs}'}: {name}")
            try:
                samples = trials[name](shop)
            except NotMeasuredError as trouble:
                session.troubles[name].append(str(trouble))
                continue
            for each, values in samples.items():
                if turn:
                    session.collected[f"{name}.{each}"] += values
    return session


def table(figures: Sequence[Figure], session: Session) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'':<56}{'median':>12}{'at least':>10}{'aim':>8}"
    for figure in figures:
        value = figure.value(session.collected)
        number = "-" if value is None else shown(value, figure)
        verdict = figure.verdict(value)
        limits = "".join(
            f"{'' if limit is None else f'{limit:g}':>{width}}"
            for limit, width in ((figure.least, 10), (figure.aim, 8))
        )
        yield f"{figure.title:<56}{number:>12}{limits}  {verdict}".rstrip()
    for name, reasons in session.troubles.items():
        yield f"{name}: {len(reasons)} times not measured, at last because {reasons[-1]}"


def shown(value: float, figure: Figure) -> str:
    """A figure with its unit; a ratio as `1.25 x`."""
    if figure.against:
        return f"{value:.2f} x  "
    digits = 2 if figure.unit == "%" else 0 if value >= 100 else 1
    return f"{value:.{digits}f} {figure.unit:<3}"


def conditions(runs: int) -> str:
    """What a reader of the table must know to compare it with another."""
    return (
        f"{runs} runs in turn; Python {platform.python_version()}, "
        f"Textual {version('textual')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
