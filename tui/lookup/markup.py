"""The texts of dictionaries without their markup: plain lines, safe to paint."""

from __future__ import annotations

import html
import re

from tui.sanitize import sanitize, sanitize_line

LINES_MOST = 200
"""Lines of an article that are kept."""

_HIDDEN = re.compile(r"<(script|style|rref|iref)\b[^<>]*>[^<]*(?:</\1>)?", re.IGNORECASE)
_HEADWORD = re.compile(r"<k\b[^<>]*>[^<]*</k>", re.IGNORECASE)
_BREAK = re.compile(
    r"</?(?:br|p|div|li|ul|ol|dl|dt|dd|tr|table|h[1-6]|def|blockquote|hr|ar|deftext|sense)\b[^<>]*>",
    re.IGNORECASE,
)
_PRONOUNCED = re.compile(r"<tr>([^<]*)</tr>", re.IGNORECASE)
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_WIKI = re.compile(
    r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|'{2,}|^[=#*:;]+[ \t]*|=+[ \t]*$", re.MULTILINE
)
_NUMBER = re.compile(r"^(?:\(?\d{1,3}[.):]+|\(\d{1,3}\)|[•◆*–-])(?:[ \t]+|$)")


def without_markup(text: str, kind: str) -> str:
    """The words of an article of StarDict's type `kind`: x (XDXF), h (HTML), g (Pango) and others.

    Tags are taken away by patterns, not parsed: nothing in them can do harm, or grow.
    """
    if kind == "w":
        return _WIKI.sub(lambda match: match[1] or "", text)
    if kind not in "xhgk":
        return text
    text = _CDATA.sub("", text)
    text = _HIDDEN.sub("", text)
    if kind == "x":
        text = _HEADWORD.sub("", text)
        text = _PRONOUNCED.sub(r" /\1/ ", text)
    if kind == "h":
        text = " ".join(text.split())
    text = _BREAK.sub("\n", text)
    return html.unescape(_TAG.sub("", text))


def senses(text: str) -> tuple[str, ...]:
    """A text as senses, a line for each, in which numbers and bullets have been taken away.

    Where some lines are numbered, those that are not go on with the one before.
    """
    lines = [line for line in (sanitize_line(line) for line in _lines(text)) if line]
    numbered = any(_NUMBER.match(line) and line[0].isdecimal() for line in lines)
    out: list[str] = []
    for line in lines[:LINES_MOST]:
        bare = _NUMBER.sub("", line)
        if numbered and out and bare == line:
            out[-1] = f"{out[-1]} {line}"
        elif bare:
            out.append(bare)
    return tuple(out)


def _lines(text: str) -> list[str]:
    return sanitize(text).split("\n")
