"""JSON and JSON Lines: the contract of `tui.document.serial` as text."""

from __future__ import annotations

import json
import re

from tui.document import Document, to_json

# Legal inside JSON strings, but some programs end a line at them, and a surrogate alone (a file
# name that is not UTF-8) cannot be encoded; as escapes they mean the same.
_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")


def to_json_text(document: Document, *, indented: bool = False) -> str:
    """The document as one JSON object without a line end: on one line, or `indented` for eyes."""
    text = json.dumps(
        to_json(document),
        ensure_ascii=False,
        indent=2 if indented else None,
        separators=None if indented else (",", ":"),
    )
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
