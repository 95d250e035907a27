"""Quotes: the words in marks, which of them are speech, and who said them."""

from __future__ import annotations

from tui.extract.quotes.explain import Candidate, Explained
from tui.extract.quotes.find import explain_quotes, find_quotes

__all__ = ["Candidate", "Explained", "explain_quotes", "find_quotes"]
