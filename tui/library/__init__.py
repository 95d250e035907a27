"""The library: what Edicola keeps between one session and the next."""

from tui.library.state import Position, State

__all__ = ["Position", "State"]
