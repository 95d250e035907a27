"""What form a source's bytes have, and the reader for each form."""

from __future__ import annotations

import re
from typing import Literal

from tui.document import Origin
from tui.sources.draft import Draft, SourceError
from tui.sources.encoding import decode
from tui.sources.plain import read_plain

Form = Literal["plain", "markdown", "html"]

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_HTML = (".html", ".htm", ".xhtml", ".shtml")
_HTML_START = re.compile(
    rb"(?:\s|<!--.{0,2000}?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)


def form_of(name: str, data: bytes) -> Form:
    """The form of a source, from how it begins and from how its name ends."""
    name = name.lower()
    # Without byte order marks, and without the NULs that stand between letters in UTF-16.
    head = data[:4_096].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\x00", b"")
    if name.endswith(_HTML) or _HTML_START.match(head):
        return "html"
    return "markdown" if name.endswith(_MARKDOWN) else "plain"


def read_bytes(
    data: bytes, origin: Origin, form: Form, charset: str | None = None, address: str = ""
) -> Draft:
    """The draft of a source's bytes; `charset` and `address` are what a server said and where.

    Raises:
        SourceError: it is empty, not text, or has no article; the message goes after a name.
    """
    if not data.strip():
        raise SourceError("empty; nothing was opened")
    text = decode(data, charset, html=form == "html")
    if form == "html":
        from tui.sources.page import read_page

        return read_page(text, origin, address)
    if form == "markdown":
        from tui.sources.markdown import read_markdown

        return read_markdown(text, origin)
    return read_plain(text, origin)
