"""Settings: a TOML file whose every field is optional, and the folders Edicola keeps things in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from tui.settings.fields import (
    LookupSettings,
    Problem,
    Reading,
    Settings,
    SourceSettings,
    TranslationSettings,
    View,
)
from tui.settings.places import Places, find_places

__all__ = [
    "LookupSettings",
    "Places",
    "Problem",
    "Reading",
    "Settings",
    "SourceSettings",
    "TranslationSettings",
    "View",
    "default_toml",
    "find_places",
    "load",
]


def default_toml() -> str:
    """A settings file that says what each field does, every value commented out."""
    from tui.settings.template import default_toml

    return default_toml()


def load(
    path: Path, *, required: bool = False, known: Mapping[str, Collection[str]] | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in the file at `path`, and what is wrong with it; never raises.

    Nothing is imported for a file that is not there; see `tui.settings.loading.load`.
    """
    if not required and not path.exists():
        return Settings(), ()
    from tui.settings.loading import load

    return load(path, required=required, known=known)
