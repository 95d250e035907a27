"""OPML: the feeds and folders of any reader, in and out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from tui.library.kinds import Feed, NewFeed
from tui.sanitize import sanitize_line, web_address

LARGEST = 20_000_000
DEEPEST = 20
"""Folders in folders; what is deeper stands in the last."""
_OUTLINE = re.compile(r"<(/?)outline\b((?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*)>", re.IGNORECASE)
_ANY_OUTLINE = re.compile(r"</?outline\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
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
    """Reads outlines as XML, and from a fault on as whatever looks like outlines."""

    def __init__(self) -> None:
        self.feeds: dict[str, NewFeed] = {}
        self.problems: list[str] = []
        self._folders: list[str] = []
        self._opened: list[bool] = []
        self._last = -1
        """Where the last tag begins that was read, in bytes."""

    def read(self, data: bytes) -> None:
        from xml.parsers import expat

        data = data.decode(_encoding(data), "replace").encode()
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.EntityDeclHandler = self._entity
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            said = expat.errors.messages.get(error.code, "not well-formed")
            self._problem(error.lineno, f"{said}; from here on it is read as far as it goes")
            self._read_broken(data)
        except _EntityError:
            line = parser.CurrentLineNumber
            self._problem(line, "it declares entities, which are not read")
            self._read_broken(data)

    def _read_broken(self, data: bytes) -> None:
        """Read what follows the last tag before a fault."""
        begin = data.find(b"<", self._last + 1)
        if begin < 0:
            return
        line = data.count(b"\n", 0, begin) + 1
        text = data[begin:].decode("utf-8", "replace")
        seen = 0
        for each in _ANY_OUTLINE.finditer(text):
            line += text.count("\n", seen, each.start())
            seen = each.start()
            whole = _OUTLINE.match(text, seen)
            if whole is None:
                self._problem(line, "an outline that cannot be read")
                part = text[seen : text.find("<", seen + 1)].rstrip()
                if part.endswith(">") and not part.endswith("/>"):
                    self._opened.append(False)  # something will close it
            elif whole[1]:
                self._end()
            else:
                found = _ATTRIBUTE.findall(whole[2])
                self._start({name: unescape(one or two) for name, one, two in found}, line)
                if whole[2].rstrip().endswith("/"):
                    self._end()

    def _problem(self, line: int, told: str) -> None:
        self.problems.append(f"line {line}: {told}")

    def _entity(self, *_: Any) -> None:
        raise _EntityError

    def _started(self, name: str, attributes: dict[str, str]) -> None:
        if name.lower() == "outline":
            self._last = self._parser.CurrentByteIndex
            self._start(attributes, self._parser.CurrentLineNumber)

    def _ended(self, name: str) -> None:
        if name.lower() == "outline":
            self._last = self._parser.CurrentByteIndex
            self._end()

    def _start(self, attributes: dict[str, str], line: int) -> None:
        known = {key.lower(): sanitize_line(value).strip() for key, value in attributes.items()}
        title = known.get("title") or known.get("text") or ""
        address = known.get("xmlurl", "")
        is_folder = not address and known.get("type", "").lower() not in ("rss", "atom", "link")
        self._opened.append(is_folder)
        if is_folder:
            self._folders.append(title.replace("/", "∕") or "?")
        elif url := web_address(address):
            folder = "/".join(self._folders[:DEEPEST])
            self.feeds.setdefault(url, NewFeed(url, title if title != url else "", folder))
        else:
            named = title or "an outline"
            told = f"“{address[:80]}” is no web address" if address else "it has no address"
            self._problem(line, f"{named}: {told}")

    def _end(self) -> None:
        if self._opened and self._opened.pop():
            self._folders.pop()


def _encoding(data: bytes) -> str:
    """What it is written in, which may not be what it says."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    declared = _ENCODING.search(data[:300])
    for name in (declared[1].decode() if declared else "utf-8", "utf-8"):
        try:
            data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
        return name
    return "iso-8859-1"


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
