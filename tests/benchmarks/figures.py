"""The figures: which samples each is made of, and the limits it is held against."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Collected = Mapping[str, Sequence[float]]
"""All samples of a session, under `trial.name`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    """For `--only`."""
    title: str
    sample: str
    """What it is the median of: `trial.name`."""
    against: str | None = None
    """What it is divided by the median of; then it is a ratio, and has no unit."""
    unit: Literal["ms", "MiB", "%", ""] = "ms"
    least: float | None = None
    """The limit that must be kept; None for a figure that only informs."""
    aim: float | None = None
    share: float = 0.5
    """The quantile of the samples: 0.5 is the median."""

    @property
    def trials(self) -> set[str]:
        """The trials it needs."""
        return {name.partition(".")[0] for name in (self.sample, self.against) if name}

    def value(self, collected: Collected) -> float | None:
        """The figure; None when a sample it needs is missing."""
        value = quantile(collected.get(self.sample, ()), self.share)
        if value is None or self.against is None:
            return value
        basis = quantile(collected.get(self.against, ()), 0.5)
        return value / basis if basis else None

    def verdict(self, value: float | None) -> str:
        """How the figure stands against its limits, in a few words."""
        if value is None:
            return "not measured"
        if self.least is None:
            return ""
        if self.aim is not None and value <= self.aim:
            return "aim met"
        return "met" if value <= self.least else "NOT MET"


def quantile(samples: Sequence[float], share: float) -> float | None:
    """The sample below which that share of them lies, the median by the usual rule."""
    if not samples:
        return None
    if share == 0.5:
        return statistics.median(samples)
    return sorted(samples)[min(len(samples) - 1, int(share * len(samples)))]


FIGURES: tuple[Figure, ...] = (
    Figure("empty", "an empty Textual application: painted", "empty.paint"),
    Figure("empty-memory", "an empty Textual application: memory", "empty.memory", unit="MiB"),
    Figure("paint", "first painted article", "seed.paint"),
    Figure(
        "paint-ratio", "… against the empty application", "seed.paint", "empty.paint", "", 1.5, 1.25
    ),
    Figure("paint-cpu", "… the same in processor time", "seed.cpu", "empty.cpu", ""),
    Figure("translated", "every sentence of it with its translation", "seed.translated"),
    Figure("memory", "memory at first paint", "seed.memory", unit="MiB"),
    Figure(
        "memory-ratio",
        "… against the empty application",
        "seed.memory",
        "empty.memory",
        "",
        1.3,
        1.2,
    ),
    Figure("page", "page down at 20,000 pairs, first change", "long.page", least=16, aim=9),
    Figure("page-ratio", "… against 200 pairs", "long.page", "short.page", "", 1.5),
    Figure("page-rest", "… until the screen rests", "long.page at rest"),
    Figure("page-cpu", "… processor time", "long.page cpu"),
    Figure("page-newsboat", "… newsboat, one language, first change", "newsboat.page"),
    Figure(
        "page-busy", "… while quotes and dates are looked for, p95", "long.busy page", share=0.95
    ),
    Figure("line", "line down at 20,000 pairs, first change", "long.line", least=16, aim=9),
    Figure("line-ratio", "… against 200 pairs", "long.line", "short.line", "", 1.5),
    Figure(
        "toggle",
        "view toggle at 20,000 pairs, a view's first time",
        "long.toggle",
        None,
        "ms",
        100,
        50,
    ),
    Figure("toggle-again", "… again", "long.toggle again", aim=50, least=100),
    Figure("toggle-ratio", "… against a page down", "long.toggle again", "long.page", "", 2),
    Figure("resize", "resize at 20,000 pairs, to rest", "long.resize", least=150, aim=75),
    Figure("thirty", "thirty queued page downs at 20,000 pairs", "long.thirty"),
    Figure("thirty-newsboat", "… newsboat, one language", "newsboat.thirty"),
    Figure("thirty-ratio", "… against newsboat", "long.thirty", "newsboat.thirty", "", 0.25, 0.1),
    Figure("open", "exec to an open article of 20,000 sentences", "long.open"),
    Figure("open-newsboat", "… newsboat, one language", "newsboat.open"),
    Figure("open-ratio", "… against newsboat", "long.open", "newsboat.open", "", 1.0, 0.6),
    Figure(
        "remembered",
        "the remembered translation of 2,000 sentences, after the source",
        "remembered.wait",
        least=100,
    ),
    Figure("settled", "… until everything in it is found and the program idles", "long.settled"),
    Figure("memory-long", "… memory by then", "long.memory", unit="MiB"),
    Figure("idle", "processor use when idle", "idle.cpu", unit="%", least=0.5, aim=0.2),
    Figure("news", "the newsstand with 3,000 articles: headlines", "news.paint"),
    Figure(
        "news-ratio", "… against the empty application", "news.paint", "empty.paint", "", 1.5, 1.25
    ),
    Figure("news-keys", "… until keys are answered", "news.keys", "empty.paint", ""),
    Figure(
        "news-large",
        "… with 50,000, against 3,000",
        "news-large.paint",
        "news.paint",
        "",
        1.2,
        1.05,
    ),
    Figure("news-line", "line down in 50,000 headlines", "news-large.line", least=16, aim=9),
    Figure("news-page", "page down in 50,000 headlines", "news-large.page", least=16, aim=9),
    Figure("news-open", "opening one of 50,000 articles", "news-large.open", least=100, aim=50),
    Figure(
        "news-search",
        "first 50 hits in 50,000, p95",
        "news-large.search",
        least=50,
        aim=10,
        share=0.95,
    ),
    Figure("news-memory", "memory with 50,000", "news-large.memory", unit="MiB", least=120, aim=60),
    Figure("extract", "`edicola extract` on the seed", "extract.whole", least=600, aim=300),
    Figure(
        "slow-server",
        "a key while a translation takes 5 s, p95",
        "slow.key",
        least=100,
        aim=30,
        share=0.95,
    ),
)
"""Every figure, in the order of the table."""
