"""What the newsstand holds, as its readers and writers see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Shown = Literal["all", "unread", "starred", "later"]
"""Which articles of a place are listed."""

SAVED = "edicola:saved"
"""The address that stands for the pages and files kept beside the feeds."""


class Place(NamedTuple):
    """What a list of headlines is a list of."""

    kind: Literal["all", "starred", "later", "folder", "feed", "search"]
    name: str = ""
    """The folder, or the words searched for."""
    feed: int = 0


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, or the shelf of saved pages and files; times are seconds since 1970."""

    id: int
    url: str
    title: str
    """What it is called: by the reader, else by itself, else its address."""
    folder: str
    """Folders in folders have `/` between their names; empty outside of all."""
    unread: int
    total: int
    language: str
    """`it`, `en`, or empty when it is not known."""
    site: str
    full_text: bool
    """Whether its entries are completed from their pages in the background."""
    checked: int | None
    due: int | None
    """When it is to be asked again; None means now."""
    failing_since: int | None
    reason: str
    """Why it fails, in one line; empty when it does not."""
    failures: int

    @property
    def is_saved(self) -> bool:
        """Whether it is the shelf of saved pages and files."""
        return self.url == SAVED


@dataclass(frozen=True, slots=True)
class Headline:
    """An article in a list."""

    id: int
    feed: int
    source: str
    title: str
    translation: str
    """Of the title; empty when it is not translated, or was said as it is."""
    rough: bool
    """Whether the translation is a rough one."""
    language: str
    published: int | None
    """When its source says it was written."""
    sort: int
    """What lists are ordered by: when it was written, never later than when it came."""
    read: bool
    starred: bool
    later: bool
    link: str


class Link(NamedTuple):
    """Something that belongs to an article and is not text: only its address is kept."""

    kind: Literal["audio", "video", "image", "file", "page"]
    url: str
    title: str = ""
    size: int | None = None
    """In bytes, as the feed says."""


@dataclass(frozen=True, slots=True)
class Text:
    """The body of an article: its paragraphs, one empty line apart, without the title."""

    words: str
    kinds: str = ""
    """A letter for each paragraph: `b`ody, `h`eading, `i`tem."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An article with everything that is kept of it."""

    headline: Headline
    author: str
    text: Text
    from_page: bool
    """Whether `text` came from its page instead of its feed."""
    truncated: bool
    """Whether the feed seems to give only the beginning."""
    page_tried: bool
    """Whether nothing more is to be hoped for from its page."""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """An entry as a feed, a server or a saved page brings it, sanitised."""

    entry: str
    """Its id in the feed."""
    title: str
    text: Text
    link: str = ""
    author: str = ""
    language: str = ""
    published: int | None = None
    truncated: bool = False
    links: tuple[Link, ...] = ()
    read: bool | None = None
    """None leaves what the reader did; a server's word otherwise."""
    starred: bool | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How asking a feed went."""

    kind: Literal["ok", "failed"]
    title: str = ""
    site: str = ""
    language: str = ""
    reason: str = ""
    due: int | None = None
    """When it may be asked again."""


class NewFeed(NamedTuple):
    """A feed to be added: by hand, from OPML, from a list of addresses."""

    url: str
    title: str = ""
    """The reader's own name for it; empty: the feed's."""
    folder: str = ""


class SavedSearch(NamedTuple):
    """A search that stands among the folders."""

    id: int
    name: str
    query: str


class Change(NamedTuple):
    """Something the reader did that a server has not been told."""

    seq: int
    kind: Literal["read", "starred", "subscribe", "unsubscribe", "rename", "move"]
    subject: str
    """An entry's id, or a feed's address."""
    value: str


class Bounds(NamedTuple):
    """The ids of a list, newest first."""

    place: Place
    shown: Shown
    ids: Sequence[int]


def counted(number: int, thing: str) -> str:
    """A number with what is counted: *1 feed*, *2 feeds*."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
