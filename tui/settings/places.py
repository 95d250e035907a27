"""The folders Edicola keeps things in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders Edicola keeps things in, after the XDG Base Directory specification."""

    config: Path
    """The folder of `settings.toml`."""
    data: Path
    """The folder of what must not be lost: the translation memory and the reading state."""
    cache: Path
    """The folder of what can be made again."""
    seeds: Path
    """The folder of the articles that ship with Edicola."""

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def memory(self) -> Path:
        """The translation memory's database."""
        return self.data / "memory.sqlite"

    @property
    def state(self) -> Path:
        """The database of reading positions, article dates and agreements."""
        return self.data / "state.sqlite"

    @property
    def newsstand(self) -> Path:
        """The database of feeds, articles and what was done with them."""
        return self.data / "newsstand.sqlite"

    @property
    def feeds(self) -> Path:
        """The database in which feeds are fetched; only a refresh opens it."""
        return self.data / "feeds.sqlite"

    @property
    def dictionaries(self) -> Path:
        """The folder for dictionaries of one's own."""
        return self.data / "dictionaries"

    @property
    def models(self) -> Path:
        """The folder of the translation models that were installed."""
        return self.data / "models"

    @property
    def seed(self) -> Path | None:
        """The article opened when none is named; None when it was not installed."""
        return min(self.seeds.glob("*.txt"), default=None)


def find_places(environ: Mapping[str, str] | None = None) -> Places:
    """The folders that the environment asks for; none is made here.

    `EDICOLA_HOME` puts everything into one folder (`config`, `data` and `cache` in it); else
    `XDG_CONFIG_HOME`, `XDG_DATA_HOME` and `XDG_CACHE_HOME` count, unless they are relative, which
    the specification says to ignore.
    """
    environ = os.environ if environ is None else environ
    own = environ.get("EDICOLA_HOME", "")
    if own:
        home = Path(own).absolute()
        return Places(home / "config", home / "data", home / "cache", _seeds())

    def folder(variable: str, default: str) -> Path:
        base = Path(environ.get(variable, ""))
        return (base if base.is_absolute() else _home(environ) / default) / "edicola"

    return Places(
        folder("XDG_CONFIG_HOME", ".config"),
        folder("XDG_DATA_HOME", ".local/share"),
        folder("XDG_CACHE_HOME", ".cache"),
        _seeds(),
    )


def _home(environ: Mapping[str, str]) -> Path:
    home = environ.get("HOME", "")
    if Path(home).is_absolute():
        return Path(home)
    try:
        return Path.home()
    except RuntimeError:  # a user without an entry in the password file
        return Path("/nonexistent")


def _seeds() -> Path:
    """Where the seed articles are: inside an installed package, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"
