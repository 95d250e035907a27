"""What servers send, made fit for parsers that take one bad part for a reason to drop the rest."""

from __future__ import annotations

import json
import re

from tui.sources.reasons import Refusal

_HALVES = re.compile(
    r"(\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_CROWDED = re.compile(rb"<[\w:]+(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*')){500}")
_YEAR = rb"(?<![\d+.:-])(?:0000|0001|9999)(?=-|\d{4}|\s+\d\d?:|\s*[<\"\]])"
_MOMENT = re.compile(
    rb"(<(?:\w+:)?(?:pubdate|published|updated|date|modified|issued|created|lastbuilddate)\b"
    rb"[^<>]*>(?:\s*<!\[CDATA\[)?|\"date_(?:published|modified)\"\s*:\s*\")"
    rb"[^<\"\]]{0,60}" + _YEAR + rb"[^<\"\]]{0,60}",
    re.IGNORECASE,
)
_YEARS = (b"0000", b"0001", b"9999")


def fit(body: bytes) -> bytes:
    """A feed as the parsers can take it.

    Raises:
        Refusal: when to parse it would take forever.
    """
    seen = body.replace(b"\0", b"") if b"\0" in body[:200] else body  # two bytes a character
    if _CROWDED.search(seen):  # the parser takes the square of their number
        raise Refusal("what it sends has elements of hundreds of attributes; it was left")
    if any(year in body for year in _YEARS):
        body = _MOMENT.sub(rb"\1", body)
    return _whole_characters(body)


def _whole_characters(body: bytes) -> bytes:
    """JSON without halves of characters, which it can spell and no database can keep."""
    coding = json.detect_encoding(body)
    if not body[:400].decode(coding, "ignore").lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return body
    return _HALVES.sub(lambda m: m[1] or "\\ufffd", body.decode(coding, "replace")).encode()
