"""The HTML of a feed's entry: its paragraphs, its links, and whether it breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, Literal

from tui.sanitize import sanitize, sanitize_line, web_address

LARGEST = 2_000_000
"""Characters of HTML that are looked at; what is beyond is left out, and the entry breaks off."""
SHORT = 400
"""Characters below which a text of one paragraph is taken for a beginning."""
LINKS = 40
"""Links that are kept of an entry."""

LinkKind = Literal["audio", "video", "image", "file", "page"]

_SKIPPED = frozenset(
    (
        *("script", "style", "iframe", "object", "embed", "form", "noscript", "template", "svg"),
        *("math", "head", "title", "textarea", "select", "button", "canvas"),
    )
)
_BLOCKS = frozenset(
    (
        *("p", "div", "section", "article", "header", "footer", "blockquote", "ul", "ol", "dl"),
        *("dt", "dd", "li", "table", "tr", "pre", "figure", "figcaption", "address", "aside"),
        *("main", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center"),
    )
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MEDIA: dict[str, LinkKind] = {"img": "image", "audio": "audio", "video": "video"}
_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS))}|br)\b[^<>]*>", re.IGNORECASE)
_CODE_TAG = re.compile(r"<(/?(?:script|style))\b[^<>]*>", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-zA-Z/!][^<>]{20000,}>")  # pictures in it, or thousands of attributes
_NO_CHARACTER = re.compile(r"&#\d{8,};?")
_NO_SIZE = re.compile(r"\s*[01](?:px)?\s*")
_NO_STYLE = re.compile(
    r"(?:^|[;\s])(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)|display\s*:\s*none"
)
_BREAKS = re.compile(r"\n\s*\n")
_GO_ON = re.compile(
    r"(?:\(?\[?\s*)?(?:continua(?:\W{0,8}$| a leggere)|"
    r"leggi (?:tutto|ancora|di più|l['’]articolo completo)|"
    r"read (?:more|the full (?:story|article))|continue reading|go on reading)(?:\b.{0,60}|$)",
    re.IGNORECASE,
)
_GO_ON_BEHIND = re.compile(
    r"\s*[\[(]?\b(?:Continua a leggere|Leggi tutto|Read more|Continue reading)\W{0,8}$"
)
_CREDIT = re.compile(
    r"(?:l['’]articolo .{0,300} (?:proviene da|sembra essere il primo su|è apparso)\b.{0,100}|"
    r"(?:the post|this (?:article|story)) .{0,300} appeared first (?:on|in)\b.{0,100})",
    re.IGNORECASE,
)
_BROKEN_OFF = ("…", "...", "[…]", "[...]", "(…)", "(...)")


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Something of an entry that is not text."""

    kind: LinkKind
    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class EntryText:
    """An entry, sanitised."""

    words: str
    """Its paragraphs, one empty line apart."""
    kinds: str
    """A letter for each: `b`ody, `h`eading, `i`tem."""
    links: tuple[EntryLink, ...]
    truncated: bool
    """Whether the feed seems to give only the beginning."""


def read_entry(html: str, base: str = "") -> EntryText:
    """The text of an entry, whatever was put into it; never raises.

    `base` is what its addresses are relative to.
    """
    cut = len(html) > LARGEST
    html = html[:LARGEST]
    if not _TAG.search(html) and "&lt;" in html and _TAG.search(_resolved(html)):
        html = _resolved(html)  # escaped twice
    if not _TAG.search(html):
        found = [(part, "b") for part in _BREAKS.split(_resolved(html))]
        return _entry(found, [], cut)
    links: list[EntryLink] = []
    return _entry(_paragraphs(html, base, links), links, cut)


def _resolved(text: str) -> str:
    # Python refuses to read numbers of thousands of digits, and there is no such character.
    return unescape(_NO_CHARACTER.sub("\ufffd", text))


def _entry(found: list[tuple[str, str]], links: list[EntryLink], cut: bool) -> EntryText:
    words: list[str] = []
    kinds: list[str] = []
    for text, kind in found:
        clean = _BLANKS.sub(" ", sanitize(text)).strip()
        if clean and (not words or words[-1] != clean):
            words.append(clean)
            kinds.append(kind)
    while words and _CREDIT.fullmatch(words[-1]):
        words.pop()
        kinds.pop()
    goes_on = False
    while words and len(words[-1]) < 120 and _GO_ON.fullmatch(words[-1]):
        words.pop()
        kinds.pop()
        goes_on = True
    if words and (behind := _GO_ON_BEHIND.search(words[-1], max(0, len(words[-1]) - 60))):
        words[-1] = words[-1][: behind.start()]
        goes_on = True
    text = "\n\n".join(words)
    truncated = cut or goes_on or text.endswith(_BROKEN_OFF)
    truncated = truncated or (len(words) <= 1 and len(text) < SHORT)
    unique = tuple(dict.fromkeys(links))[:LINKS]
    return EntryText(text, "".join(kinds), unique, truncated)


def _paragraphs(html: str, base: str, links: list[EntryLink]) -> list[tuple[str, str]]:
    import lxml.html
    from lxml import etree

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    html = sanitize(_LONG_TAG.sub(" ", html))
    clean = html.encode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(b"<div>" + clean + b"</div>", parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return _without_tree(html)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return _without_tree(html)  # nested deeper than trees go: what came after is not in it
    return _Walk(base, links).walk(root)


def _without_tree(html: str) -> list[tuple[str, str]]:
    """The paragraphs of HTML of which no tree can be made: what stands between its blocks."""
    text, *rest = _CODE_TAG.split(html)
    shown = [text]
    shown += [text for tag, text in zip(rest[::2], rest[1::2], strict=True) if tag[0] == "/"]
    blocks = _BLOCK_TAG.split(" ".join(shown))
    return [(_resolved(_TAG.sub("", block)), "b") for block in blocks]


class _Walk:
    """Walks a tree without recursion: it may be as deep as somebody wished."""

    def __init__(self, base: str, links: list[EntryLink]) -> None:
        self._base = base
        self._links = links
        self._done: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._kind = "b"

    def walk(self, root: Any) -> list[tuple[str, str]]:
        """The paragraphs under `root`, each with its kind."""
        for step, element in _steps(root):
            tag = element.tag
            if step == "start":
                self._start(tag, element)
                self._text(element.text)
            else:
                if isinstance(tag, str):
                    self._end(tag)
                if element is not root:
                    self._text(element.tail)
        self._flush()
        return self._done

    def _text(self, text: str | None) -> None:
        if text and (text.strip() or self._parts[-1:] != ["\n"]):
            self._parts.append(text)

    def _start(self, tag: str, element: Any) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._kind = "h" if tag in _HEADINGS else "i" if tag == "li" else self._kind
        elif tag == "br":
            self._break()
        elif tag in _MEDIA or tag == "source":
            self._media(tag, element)

    def _end(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._kind = "b"
        elif tag in ("td", "th"):
            self._parts.append(" ")

    def _break(self) -> None:
        if self._parts and self._parts[-1] == "\n":
            self._flush()
        else:
            self._parts.append("\n")

    def _media(self, tag: str, element: Any) -> None:
        if tag == "img" and _is_counter(element):
            return
        parent = element.getparent()
        kind = _MEDIA.get(tag) or (_MEDIA.get(parent.tag) if parent is not None else None)
        source = element.get("src")
        url = web_address(source, self._base) if source else ""
        if url and kind:
            self._links.append(EntryLink(kind, url, sanitize_line(element.get("alt") or "")[:200]))

    def _flush(self) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        if text.strip():
            self._done.append((text, self._kind))


def _is_counter(image: Any) -> bool:
    """Whether an image is too small to be seen: it counts readers."""
    sizes = (image.get("width") or "", image.get("height") or "")
    return any(map(_NO_SIZE.fullmatch, sizes)) or bool(_NO_STYLE.search(image.get("style") or ""))


def _steps(root: Any) -> Iterator[tuple[str, Any]]:
    """Starts and ends of elements, in order; those that hold no text are passed over whole."""
    yield "start", root
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield "end", element
        elif not isinstance(child.tag, str) or child.tag in _SKIPPED:
            yield "end", child
        else:
            yield "start", child
            stack.append((child, iter(child)))
