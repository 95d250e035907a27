"""JSON and JSON Lines: the contract of `tui.document.serial` as text."""

from __future__ import annotations

import json
import re

from tui.document import Document, to_json

# As escapes these mean the same, and nobody is fooled: DEL, C1 and bidi controls, which only a
# location can hold, act on terminals; some programs end a line at U+0085, U+2028 and U+2029; a lone
# surrogate (a file name that is not UTF-8) cannot be encoded.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json_text(document: Document, *, indented: bool = False) -> str:
    """The document as one JSON object without a line end: on one line, or `indented` for eyes."""
    text = json.dumps(
        to_json(document),
        ensure_ascii=False,
        indent=2 if indented else None,
        separators=None if indented else (",", ":"),
    )
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
