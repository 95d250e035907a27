"""Public feeds that are offered to somebody who has none."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Starter(NamedTuple):
    """A public feed; nobody asks it before the reader chooses it."""

    url: str
    title: str
    folder: str
    language: str


def starters(seeds: Path) -> tuple[Starter, ...]:
    """The feeds of `feeds.toml` beside the seed articles; none when it cannot be read."""
    import tomllib

    try:
        table = tomllib.loads((seeds / "feeds.toml").read_text(encoding="utf-8"))
        return tuple(
            Starter(each["address"], each["title"], each["folder"], each["language"])
            for each in table["feed"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ()
