"""Markdown: the words a reader sees, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.document import Origin, ParagraphKind
from tui.sanitize import sanitize, sanitize_line
from tui.sources.blocks import Block, Particulars, draft_of
from tui.sources.draft import Draft, SourceError
from tui.sources.plain import FIELDS, particulars, split_date

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>", re.DOTALL)
_OPENS: dict[str, ParagraphKind] = {"heading_open": "heading", "list_item_open": "item"}


def read_markdown(text: str, origin: Origin) -> Draft:
    """The draft of a Markdown text: links and emphasis leave their words, pictures nothing.

    A heading above everything else is the title; front matter may give title, author, date and
    language.

    Raises:
        SourceError: there is nothing to read in it.
    """
    text, about = _split_front(sanitize(text))
    text, published = split_date(text)
    blocks = list(_blocks(text))
    if not blocks and not about.title:
        raise SourceError("there is no text in it; nothing was opened")
    if published:
        about = replace(about, published=published)
    if not about.title and blocks[0].kind == "heading":
        about = replace(about, title=blocks[0].words)
    return draft_of(blocks, origin, about)


def _split_front(text: str) -> tuple[str, Particulars]:
    """The text without its front matter, and what simple `key: value` lines in it say."""
    found = _FRONT.match(text)
    if not found:
        return text, Particulars()
    fields: dict[str, str] = {}
    for line in found[1].split("\n"):
        key, colon, value = line.partition(":")
        name = FIELDS.get(key.strip().lower())
        if colon and name:
            fields.setdefault(name, sanitize_line(value).strip("\"'"))
    return text[found.end() :], particulars(fields)


def _blocks(text: str) -> Iterator[Block]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    kinds: list[ParagraphKind] = ["body"]
    cells: list[str] | None = None
    for token in parser.parse(text):
        if token.type in _OPENS:
            kinds.append(_OPENS[token.type])
        elif token.type in ("heading_close", "list_item_close"):
            kinds.pop()
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield from _block(" | ".join(cells or ()), "item")
            cells = None
        elif cells is not None:
            cells += filter(None, [_words_of(token)])
        else:
            yield from _block(_words_of(token), kinds[-1])


def _block(words: str, kind: ParagraphKind) -> Iterator[Block]:
    # Sanitised again: a character reference in the text (`&#27;`) has become its character.
    if words := sanitize_line(words):
        yield Block(words, kind)


def _words_of(token: Token) -> str:
    """What the reader sees of a token of the block level; empty for pure structure."""
    if token.type == "inline":
        return _inline(token.children or ())
    if token.type in ("fence", "code_block"):
        return token.content
    return _TAG.sub(" ", token.content) if token.type == "html_block" else ""


def _inline(tokens: Sequence[Token]) -> str:
    words = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type in ("text", "code_inline", "text_special"):
            words.append(token.content)
    return "".join(words)
