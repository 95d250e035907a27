"""The newsstand, small and large: how it starts, moves, opens and searches."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks.material import environment, pairs, reader
from tests.benchmarks.processes import peak_megabytes
from tests.benchmarks.terminal import Terminal
from tests.benchmarks.trials import (
    DOWN,
    ENTER,
    PAGE_DOWN,
    READER_TRIALS,
    Notes,
    Samples,
    Workshop,
    come_to_rest,
)
from tui.library import Newsstand
from tui.library.kinds import Incoming, NewFeed, Outcome, Text
from tui.settings import find_places

FEEDS = 100
SMALL = 3_000


def filled(shop: Workshop, count: int) -> Path:
    """A home with a hundred feeds and that many articles, made once."""
    home = shop.folder / f"news-{count}"
    if home.exists():
        return home
    stand = Newsstand(find_places(environment(home)).newsstand)
    feeds = stand.feeds.add(
        [NewFeed(f"http://127.0.0.1/{n}.xml", f"Testata {n:03}") for n in range(FEEDS)]
    )
    words = [italian for italian, _ in pairs(200)]
    now = int(time.time())
    for number, feed in enumerate(feeds):
        entries = [
            Incoming(
                entry=f"{number}-{n}",
                title=f"{words[(7 * n + number) % 200][:70]} {number}-{n}",
                text=Text("\n\n".join(words[(n + k) % 200] for k in range(12)), "b" * 12),
                link=f"https://giornale.example/{number}/{n}",
                language="it",
                published=now - 600 * n - number,
            )
            for n in range(count // FEEDS)
        ]
        stand.intake.receive([(feed.id, Outcome("ok", language="it"), entries)])
    stand.close()
    settings = find_places(environment(home)).settings
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[translation]\nengines = ["google"]\n')
    return home


def _try(shop: Workshop, count: int) -> Samples:
    notes = Notes()
    whole = filled(shop, count)
    with shop.home() as home:
        shutil.copytree(whole, home, dirs_exist_ok=True)
        command, around = reader("--offline"), environment(home)
        with Terminal(command, environment=around, folder=home) as terminal:
            notes.note("paint", terminal.until(r"Testata \d\d\d"))
            notes.note("keys", terminal.until("Enter open"))
            come_to_rest(terminal)
            for name, key in (("line", DOWN), ("page", PAGE_DOWN)):
                for _ in range(shop.presses):
                    notes.note(name, terminal.reaction(key).first)
            notes.note("open", terminal.reaction(ENTER).first)
            come_to_rest(terminal)
            notes.note("memory", peak_megabytes(terminal.pid))
        stand = Newsstand(find_places(environment(home)).newsstand)
        for query in ("la", "citt", "con di", '"della città"', "zzz", "la is:unread"):
            began = time.perf_counter()
            stand.lists.headlines(stand.search.ids(query, 50))
            notes.note("search", (time.perf_counter() - began) * 1000)
        stand.close()
    return notes


def try_news(shop: Workshop) -> Samples:
    """The newsstand with 3,000 articles."""
    return _try(shop, SMALL)


def try_news_large(shop: Workshop) -> Samples:
    """The newsstand with as many articles as the shop says."""
    return _try(shop, shop.articles)


TRIALS: Mapping[str, Callable[[Workshop], Samples]] = {
    **READER_TRIALS,
    "news": try_news,
    "news-large": try_news_large,
}
"""Every trial by the name its samples are found under."""
