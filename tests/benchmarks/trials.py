"""What is done to each program, and what is noted: every trial is one run of one program."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.material import (
    EMPTY_APP,
    OPENING,
    ROOT,
    TRANSLATED_OPENING,
    Article,
    Feed,
    environment,
    reader,
)
from tests.benchmarks.processes import cpu_seconds, cpu_share, peak_megabytes
from tests.benchmarks.terminal import NotMeasuredError, Terminal
from tests.support.translation_server import TranslationServer

LONG, SHORT = 20_000, 200
"""Sentence pairs in the two articles that are compared."""
REMEMBERED = 2_000
"""Sentence pairs in the article whose translation is waited for."""
SLOW = 5.0
"""Seconds the slow translation server takes for each request."""
PAGE_DOWN, DOWN, ENTER = b"\x1b[6~", b"\x1b[B", b"\r"
TOGGLE, NEXT_SENTENCE, TOP = b"b", b".", b"g"

Samples = Mapping[str, list[float]]
"""What one trial noted, by name: milliseconds, MiB or percentages."""


class Notes(defaultdict[str, list[float]]):
    """A trial's samples while it runs."""

    def __init__(self) -> None:
        super().__init__(list)

    def note(self, name: str, value: float) -> None:
        """Add a sample."""
        self[name].append(value)


@dataclass(frozen=True)
class Workshop:
    """What the trials share: the articles, made once, and a folder for homes used once."""

    folder: Path
    newsboat: str | None
    """Where newsboat is; None when it is not installed."""
    long: int = LONG
    short: int = SHORT
    remembered: int = REMEMBERED
    slow: float = SLOW
    articles: int = 50_000
    """How many the large newsstand holds."""
    presses: int = 8
    """How often a key is pressed in one run."""
    idle_seconds: float = 3.0
    _made: dict[object, Article] = field(default_factory=dict)

    @property
    def seed(self) -> Path:
        """The article that ships with Edicola."""
        return min((ROOT / "seeds").glob("*.txt"))

    def article(self, count: int, *, remembered: bool = True) -> Article:
        """The article of that many sentences."""
        key = (count, remembered)
        if key not in self._made:
            self._made[key] = Article.make(self.folder, count, remembered=remembered)
        return self._made[key]

    @cached_property
    def feed(self) -> Feed:
        """The long article for newsboat.

        Raises:
            NotMeasuredError: newsboat is not installed.
        """
        if self.newsboat is None:
            raise NotMeasuredError("newsboat is not installed")
        return Feed.make(self.folder, self.newsboat, self.long)

    @contextmanager
    def home(self) -> Iterator[Path]:
        """A folder for one run."""
        with TemporaryDirectory(dir=self.folder) as name:
            yield Path(name)

    @contextmanager
    def open_seed(self) -> Iterator[tuple[Terminal, float]]:
        """Edicola as it first starts, and the milliseconds until the seed's words were there."""
        words = " ".join(self.seed.read_text().split()[2:6])
        with (
            self.home() as home,
            Terminal(
                reader("--offline", self.seed), environment=environment(home), folder=home
            ) as terminal,
        ):
            yield terminal, terminal.until(words)

    @contextmanager
    def open(self, count: int) -> Iterator[tuple[Terminal, float]]:
        """Edicola with an article never opened before, and the milliseconds until it was there."""
        with self.home() as home:
            article = self.article(count).fresh(home)
            command, around = reader("--offline", article.path), environment(article.home)
            with Terminal(command, environment=around, folder=home) as terminal:
                yield terminal, terminal.until(OPENING)


def try_empty(shop: Workshop) -> Samples:
    """The least Textual application there can be."""
    notes = Notes()
    command = [sys.executable, str(EMPTY_APP)]
    with (
        shop.home() as home,
        Terminal(command, environment=environment(home), folder=home) as terminal,
    ):
        notes.note("paint", terminal.until("ready"))
        notes.note("cpu", cpu_seconds(terminal.pid) * 1000)
        notes.note("memory", peak_megabytes(terminal.pid))
    return notes


def try_seed(shop: Workshop) -> Samples:
    """The reader on the article that ships with it, for the first time in a new home."""
    notes = Notes()
    with shop.open_seed() as (terminal, painted):
        notes.note("cpu", cpu_seconds(terminal.pid) * 1000)
        notes.note("memory", peak_megabytes(terminal.pid))
        notes.note("paint", painted)
        notes.note("translated", terminal.until("remembered"))
    return notes


def try_idle(shop: Workshop) -> Samples:
    """The reader when everything is done and nobody presses a key."""
    with shop.open_seed() as (terminal, _):
        terminal.until("remembered")
        come_to_rest(terminal)
        return {"cpu": [cpu_share(terminal.pid, shop.idle_seconds)]}


def try_long(shop: Workshop) -> Samples:
    """The reader on the long article: its keys while it is analysed, and afterwards."""
    notes = Notes()
    with shop.open(shop.long) as (terminal, opened):
        notes.note("open", opened)
        for _ in range(shop.presses):
            notes.note("busy page", terminal.reaction(PAGE_DOWN).first)
        come_to_rest(terminal)
        notes.note("settled", (time.perf_counter() - terminal.began) * 1000)
        note_keys(notes, terminal, shop.presses)
        note_views(notes, terminal)
        for columns, rows in ((120, 36), (160, 48)):
            notes.note("resize", terminal.resized(columns, rows).rest)
            terminal.rest()
        notes.note("thirty", terminal.reaction(*[PAGE_DOWN] * 30).rest)
        notes.note("memory", peak_megabytes(terminal.pid))
    return notes


def try_short(shop: Workshop) -> Samples:
    """The reader on the short article: the same keys."""
    notes = Notes()
    with shop.open(shop.short) as (terminal, _):
        come_to_rest(terminal)
        note_keys(notes, terminal, shop.presses)
    return notes


def note_keys(notes: Notes, terminal: Terminal, presses: int) -> None:
    """Pages and lines from the top, as far as a short article goes."""
    for name, key in (("page", PAGE_DOWN), ("line", DOWN)):
        terminal.send(TOP)
        terminal.rest()
        for _ in range(presses):
            before = cpu_seconds(terminal.pid)
            reaction = terminal.reaction(key)
            notes.note(name, reaction.first)
            notes.note(f"{name} at rest", reaction.rest)
            notes.note(f"{name} cpu", (cpu_seconds(terminal.pid) - before) * 1000)


def note_views(notes: Notes, terminal: Terminal) -> None:
    """From both languages to each alone and back, twice; *again* is a view seen before."""
    for name in ("toggle", "toggle", *["toggle again"] * 4):
        notes.note(name, terminal.reaction(TOGGLE).rest)


def try_remembered(shop: Workshop) -> Samples:
    """The reader on an article that is in the memory: how long its translation lets one wait."""
    with shop.open(shop.remembered) as (terminal, opened):
        at_once = TRANSLATED_OPENING in terminal.text
        return {"wait": [0.0 if at_once else terminal.until(TRANSLATED_OPENING) - opened]}


def try_newsboat(shop: Workshop) -> Samples:
    """The newsreader on the long article in one language.

    The time between its list of feeds and the article's key is not counted.
    """
    notes = Notes()
    feed = shop.feed
    with Terminal(feed.command, environment=environment(feed.home), folder=feed.home) as terminal:
        started = terminal.until("Cronache")
        terminal.rest()
        terminal.reaction(ENTER)
        pressed = (time.perf_counter() - terminal.began) * 1000
        terminal.send(ENTER)
        notes.note("open", started + terminal.until(OPENING) - pressed)
        terminal.rest()
        for _ in range(shop.presses):
            notes.note("page", terminal.reaction(PAGE_DOWN).first)
        notes.note("thirty", terminal.reaction(*[PAGE_DOWN] * 30).rest)
    return notes


def try_extract(shop: Workshop) -> Samples:
    """`edicola extract` on the seed, from start to end."""
    with shop.home() as home:
        began = time.perf_counter()
        done = subprocess.run(
            reader("extract", shop.seed), capture_output=True, env=environment(home), cwd=home
        )
        passed = (time.perf_counter() - began) * 1000
    if done.returncode != 0 or not done.stdout:
        said = done.stderr.decode().strip().rpartition("\n")[2]
        raise NotMeasuredError(f"extract ended with {done.returncode}: {said}")
    return {"whole": [passed]}


def try_slow_server(shop: Workshop) -> Samples:
    """The reader's keys while a translation server lets it wait."""
    notes = Notes()
    server = TranslationServer()
    server.on_request = lambda _: (server.wait_for_end(shop.slow), None)[1]
    with server, shop.home() as home:
        article = shop.article(shop.short, remembered=False).fresh(home)
        article.agree(server.host, server.url)
        command, around = reader(article.path), environment(article.home)
        with Terminal(command, environment=around, folder=home) as terminal:
            terminal.until(OPENING)
            if not server.arrived.wait(30):
                raise NotMeasuredError("the translation server was never asked")
            for key in (NEXT_SENTENCE, DOWN, PAGE_DOWN):
                for _ in range(shop.presses):
                    notes.note("key", terminal.reaction(key).first)
    return notes


def come_to_rest(terminal: Terminal, seconds: float = 120) -> None:
    """Wait until a program has nothing more to do: it prints nothing and hardly computes.

    Raises:
        NotMeasuredError: it is still at it after that many seconds.
    """
    limit = time.perf_counter() + seconds
    while time.perf_counter() < limit:
        terminal.rest()
        if cpu_share(terminal.pid, 0.5) < 3:
            terminal.rest()
            return
    raise NotMeasuredError(f"it was still computing after {seconds:.0f} s")


READER_TRIALS: Mapping[str, Callable[[Workshop], Samples]] = {
    "empty": try_empty,
    "seed": try_seed,
    "idle": try_idle,
    "long": try_long,
    "short": try_short,
    "remembered": try_remembered,
    "newsboat": try_newsboat,
    "extract": try_extract,
    "slow": try_slow_server,
}
"""The trials of articles, by the name their samples are found under."""

QUICK = ("empty", "seed", "extract")
"""Trials of a second, whose single times scatter most: they are run more often."""
