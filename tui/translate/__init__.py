"""Translation: the memory, the engines behind one protocol, and the desk that asks them.

Names are imported from their modules when they are first used: a start with everything remembered
needs the desk and the memory, and none of the engines.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.translate.config import EngineConfig, Patience
    from tui.translate.desk import Desk
    from tui.translate.engines import EngineStatus, build_engines, describe
    from tui.translate.memory import Imported, Memory, Remembered
    from tui.translate.protocol import Answer, Failure, TmxError, Translator, Unavailable

__all__ = [
    "Answer",
    "Desk",
    "EngineConfig",
    "EngineStatus",
    "Failure",
    "Imported",
    "Memory",
    "Patience",
    "Remembered",
    "TmxError",
    "Translator",
    "Unavailable",
    "build_engines",
    "describe",
]

_HOMES = {
    "config": ("EngineConfig", "Patience"),
    "desk": ("Desk",),
    "engines": ("EngineStatus", "build_engines", "describe"),
    "memory": ("Imported", "Memory", "Remembered"),
    "protocol": ("Answer", "Failure", "TmxError", "Translator", "Unavailable"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(f"tui.translate.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
