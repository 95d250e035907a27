"""OPML: the feeds and folders of any reader, in and out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from tui.library.kinds import Feed, NewFeed
from tui.sanitize import sanitize_line, web_address

LARGEST = 20_000_000
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")


class FeedsRead(NamedTuple):
    """What stood in a file of feeds."""

    feeds: tuple[NewFeed, ...]
    problems: tuple[str, ...]
    """What could not be taken, a line each."""


def looks_like_opml(data: bytes) -> bool:
    """Whether a file is meant to be OPML."""
    head = data[:2000].replace(b"\0", b"").lower()
    return b"<opml" in head or b"<?xml" in head or b"<outline" in head


def read_opml(data: bytes) -> FeedsRead:
    """The feeds of an OPML file, as far as it can be read; entities of its own are refused."""
    reader = _Reader()
    if len(data) > LARGEST:
        return FeedsRead((), (f"it is larger than {LARGEST // 1_000_000} MB; nothing was read",))
    reader.read(data)
    return FeedsRead(tuple(reader.feeds.values()), tuple(reader.problems))


class _Reader:
    """Reads outlines as they come: what stands before a fault is not lost."""

    def __init__(self) -> None:
        self.feeds: dict[str, NewFeed] = {}
        self.problems: list[str] = []
        self._folders: list[str] = []
        self._opened: list[bool] = []
        self._line = 0

    def read(self, data: bytes) -> None:
        from xml.parsers import expat

        parser = expat.ParserCreate(self._encoding(data))
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._entity
        self._parser = parser
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            said = expat.errors.messages.get(error.code, "not well-formed")
            self.problems.append(f"line {error.lineno}: {said}; what stands after it was not read")
        except (_EntityError, ValueError, LookupError) as error:
            self.problems.append(str(error))

    def _encoding(self, data: bytes) -> str | None:
        """What to read it as where it says something that is not so, or does not exist."""
        import codecs

        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return None
        declared = _ENCODING.search(data[:300])
        try:
            codecs.lookup(declared[1].decode() if declared else "utf-8")
            data.decode(declared[1].decode() if declared else "utf-8")
        except (LookupError, UnicodeDecodeError):
            try:
                data.decode()
            except UnicodeDecodeError:
                return "iso-8859-1"
            return "utf-8"
        return None

    def _entity(self, *_: Any) -> None:
        line = self._parser.CurrentLineNumber
        raise _EntityError(
            f"line {line}: it declares entities, which are not read; nothing after it"
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name.lower() != "outline":
            return
        known = {key.lower(): sanitize_line(value).strip() for key, value in attributes.items()}
        title = known.get("title") or known.get("text") or ""
        line = self._parser.CurrentLineNumber
        address = known.get("xmlurl", "")
        is_folder = not address and known.get("type", "").lower() not in ("rss", "atom", "link")
        self._opened.append(is_folder)
        if is_folder:
            self._folders.append(title.replace("/", "∕") or "?")
        elif url := web_address(address):
            folder = "/".join(self._folders)
            self.feeds.setdefault(url, NewFeed(url, title if title != url else "", folder))
        else:
            named = title or "an outline"
            told = f"“{address[:80]}” is no web address" if address else "it has no address"
            self.problems.append(f"line {line}: {named}: {told}")

    def _end(self, name: str) -> None:
        if name.lower() == "outline" and self._opened.pop():
            self._folders.pop()


class _EntityError(Exception):
    """The file declares entities."""


def write_opml(feeds: Iterable[Feed], title: str = "Edicola") -> str:
    """The feeds as OPML 2.0, folders as outlines; the saved shelf is not among them."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"  <head><title>{_escaped(title)}</title></head>",
        "  <body>",
    ]
    ordered = sorted(
        (feed for feed in feeds if not feed.is_saved), key=lambda feed: feed.folder.split("/")
    )
    here: Sequence[str] = []
    for feed in ordered:
        there = feed.folder.split("/") if feed.folder else []
        common = 0
        while common < min(len(here), len(there)) and here[common] == there[common]:
            common += 1
        lines += [f"{_indent(depth)}</outline>" for depth in range(len(here) - 1, common - 1, -1)]
        lines += [
            f"{_indent(depth)}<outline text={quoteattr(there[depth])}>"
            for depth in range(common, len(there))
        ]
        here = there
        words = quoteattr(feed.title)
        site = f" htmlUrl={quoteattr(feed.site)}" if feed.site else ""
        lines.append(
            f'{_indent(len(here))}<outline type="rss" text={words} title={words}'
            f" xmlUrl={quoteattr(feed.url)}{site}/>"
        )
    lines += [f"{_indent(depth)}</outline>" for depth in range(len(here) - 1, -1, -1)]
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _indent(depth: int) -> str:
    return "  " * (depth + 2)


def _escaped(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(text)
