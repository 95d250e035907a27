"""Quotes: the words in marks, which of them are speech, and who said them."""

from __future__ import annotations

from tui.extract.quotes.find import find_quotes

__all__ = ["find_quotes"]
