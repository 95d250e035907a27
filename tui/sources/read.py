"""Whatever a person names, read: a file, a page, standard input."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from tui.document import Origin
from tui.sources.draft import Draft, SourceError
from tui.sources.files import read_file
from tui.sources.forms import Form, form_of, read_bytes
from tui.sources.reasons import address_for_people
from tui.sources.stdin import read_stdin

if TYPE_CHECKING:
    import threading

    from tui.sources.request import Fetched, Limits, Progress

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")

_TYPES: dict[str, Form | None] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    # Said of everything and of nothing: the bytes and the name tell.
    "text/plain": None,
    "application/octet-stream": None,
    "": None,
}
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


def read(
    location: str,
    *,
    offline: bool = False,
    stdin: BinaryIO | None = None,
    cancel: threading.Event | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Draft:
    """The article at `location`: a path, an address, or `-` for `stdin`.

    `progress` is told how much of a page has come; `limits` are those of the network.

    Raises:
        SourceError: it could not be read; one line says why, and nothing else is raised.
            `Stopped` when `cancel` was set.
    """
    if location == "-":
        return read_stdin(stdin, cancel)
    found = _SCHEME.match(location)
    scheme = found[1].lower() if found else "file"
    if scheme in ("http", "https"):
        from tui.sources.fetch import fetch

        fetched = fetch(location, offline=offline, cancel=cancel, progress=progress, limits=limits)
        return read_fetched(fetched, location)
    if scheme != "file":
        raise SourceError(
            f"{address_for_people(location)}: Edicola does not open {scheme} addresses;"
            " give a file, or an http or https address"
        )
    return read_file(location)


def read_fetched(fetched: Fetched, location: str) -> Draft:
    """The article in what a server sent for `location`.

    Raises:
        SourceError: there is no article in it, or it is no text.
    """
    shown = address_for_people(location)
    kind = fetched.content_type
    if kind in _FEEDS:
        raise SourceError(f"{shown}: a feed, not an article; open one of its articles")
    if kind not in _TYPES:
        raise SourceError(f"{shown}: {kind}, not an article; Edicola reads HTML, Markdown and text")
    form = _TYPES[kind] or form_of(fetched.url.partition("?")[0], fetched.body)
    origin = Origin("page", location)
    try:
        return read_bytes(fetched.body, origin, form, fetched.charset, address=fetched.url)
    except SourceError as error:
        raise SourceError(f"{shown}: {error}") from None
