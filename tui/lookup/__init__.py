"""A word under the cursor: what the dictionaries that somebody has say of it."""

from tui.lookup.model import Answer, Article, Direction, Entry
from tui.lookup.shelf import REMEDY, Shelf

__all__ = ["REMEDY", "Answer", "Article", "Direction", "Entry", "Shelf"]
