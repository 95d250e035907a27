"""What the settings say about translation engines; cheap to import, as a start needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait and how hard to try; all in seconds."""

    connect: float = 5.0
    """For the connection."""
    read: float = 15.0
    """Between two pieces of the answer."""
    total: float = 25.0
    """For one request as a whole; holds even when the answer drips."""
    pause: float = 0.4
    """Between two requests to one host."""
    retries: int = 2
    """How often a request is repeated that timed out, was cut short or met a server's error."""
    backoff: float = 1.0
    """Before the first repetition; doubled each time, with jitter."""
    longest_wait: float = 10.0
    """A `Retry-After` up to this is obeyed on the spot; a longer one closes the gate instead."""
    rest: float = 600.0
    """How long a gate stays closed."""
    failures: int = 3
    """So many failed requests running close the gate."""
    load: float = 60.0
    """For an engine of this machine to load its model and try it."""


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """What the settings say about engines."""

    order: tuple[str, ...] = ("auto",)
    """Ids of engines, the one to be asked first at the front; `auto` stands for several."""
    libre_address: str | None = None
    """The LibreTranslate server: `http://127.0.0.1:5000`."""
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Keys by engine's id; never shown, also not in a `repr`."""
    email: str | None = field(default=None, repr=False)
    """For MyMemory, which allows more to whom it can write to."""
    region: str | None = None
    """The region of the Microsoft account: `westeurope`."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Other addresses by engine's id, for a mirror or a test."""
    models: Path | None = None
    """Our own folder of translation models."""
    model_folders: tuple[Path, ...] = ()
    """Folders of the reader's choice that models are looked for in."""
    patience: Patience = field(default_factory=Patience)


def consent_remedy(host: str) -> str:
    """What a person does to let sentences go to `host`."""
    return f"agree to sending text to {host} (the reader asks once; --agree on the command line)"
