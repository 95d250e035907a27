"""Entries of the `reader` library as the newsstand takes them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from tui.document import Language
from tui.extract import detect_language
from tui.library.kinds import Incoming, Link, Text
from tui.sanitize import sanitize_line, web_address
from tui.sources.entry import LINKS, read_entry

TITLE = 500
"""Code points of a title that are kept."""
_TAG = re.compile(r"<[^<>]{1,200}>")
_KINDS = {"audio": "audio", "video": "video", "image": "image"}


def as_incoming(entry: Any, feed: str, spoken: Language | None) -> Incoming:
    """An entry of the feed at an address; `spoken` is the feed's own language."""
    link = web_address(entry.link or "", feed)
    content = _content(entry)
    read = read_entry(content, link or feed)
    title = _title(entry.title or "")
    if not title:
        title = read.words.split("\n", 1)[0][:120]
    links = [Link(each.kind, each.url, each.title) for each in read.links]
    links = [*_enclosures(entry, link or feed), *links]
    language = detect_language(f"{title}\n{read.words[:1500]}") or spoken or ""
    published = entry.published or entry.updated
    return Incoming(
        entry=entry.id,
        title=title,
        text=Text(read.words, read.kinds),
        link=link,
        author=sanitize_line(", ".join(a.name for a in entry.authors if a.name))[:200],
        language=language,
        published=_seconds(published),
        truncated=read.truncated,
        links=tuple(dict.fromkeys(links))[:LINKS],
    )


def _content(entry: Any) -> str:
    """The fullest of what an entry says of itself."""
    contents = [str(each.value or "") for each in entry.content or ()]
    return max([*contents, str(entry.summary or "")], key=len)


def _title(title: str) -> str:
    # A whole page may stand there; only as much is looked at as can be shown.
    words = read_entry(title[: 4 * TITLE]).words if _TAG.search(title[: 4 * TITLE]) else title
    words = sanitize_line(words[: 4 * TITLE])
    return words if len(words) <= TITLE else words[: TITLE - 1] + "…"


def _enclosures(entry: Any, base: str) -> list[Link]:
    found = []
    for each in (entry.enclosures or ())[:LINKS]:
        url = web_address(each.href or "", base)
        kind = _KINDS.get((each.type or "").partition("/")[0], "file")
        if url:
            size = each.length if isinstance(each.length, int) and each.length > 0 else None
            found.append(Link(kind, url, "", size))  # type: ignore[arg-type]
    return found


def _seconds(moment: datetime | None) -> int | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        seconds = int(moment.timestamp())
    except (OverflowError, ValueError):
        return None
    return seconds if seconds > 0 else None
