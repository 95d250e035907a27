"""Edicola: a newspaper article beside its translation, with who said what and when."""

__version__ = "0.1.0"
