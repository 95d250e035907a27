"""Exports: a document written out, one file per format; nothing is computed here."""

from tui.export.jsonl import to_json_text
from tui.export.markdown import to_markdown

__all__ = ["to_json_text", "to_markdown"]
