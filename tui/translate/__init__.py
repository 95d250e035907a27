"""Translation: the memory, the engines behind one protocol, and the desk that asks them."""

from tui.translate.desk import Desk
from tui.translate.engines import EngineConfig, EngineStatus, build_engines, describe
from tui.translate.memory import Imported, Memory, Remembered
from tui.translate.network import Patience
from tui.translate.protocol import Answer, Failure, Translator, Unavailable
from tui.translate.tmx import TmxError

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
