"""The library: what Edicola keeps between one session and the next."""

from tui.library.newsstand import Newsstand
from tui.library.state import Position, State

__all__ = ["Newsstand", "Position", "State"]
