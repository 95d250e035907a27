"""An article as the server tells it."""

from __future__ import annotations

import time
from collections.abc import Container
from typing import Any

from tui.extract import detect_language
from tui.library.kinds import Incoming, Link, Text
from tui.sanitize import sanitize_line, web_address
from tui.sources.entry import read_entry
from tui.sync.client import item_id


def incoming(
    item: dict[str, Any], unread: Container[str], starred: Container[str]
) -> Incoming | None:
    """The article, read and starred as the ids say; None when it has no id."""
    entry = item_id(item.get("id"))
    if not entry:
        return None
    link = next((url for url in _hrefs(item, "canonical", "alternate")), "")
    content = max((_content(item.get(name)) for name in ("content", "summary")), key=len)
    read = read_entry(content, link)
    title = sanitize_line(str(item.get("title") or ""))[:500] or read.words[:120]
    published = item.get("published")
    moment = (
        int(published) if isinstance(published, int | float) and 0 < published < 2**40 else None
    )
    author = item.get("author")
    links = [Link("file", url) for url in _hrefs(item, "enclosure")]
    return Incoming(
        entry=entry,
        title=" ".join(title.split()),
        text=Text(read.words, read.kinds),
        link=link,
        author=sanitize_line(author)[:200] if isinstance(author, str) else "",
        language=detect_language(f"{title}\n{read.words[:1500]}") or "",
        published=min(moment, int(time.time())) if moment else None,
        truncated=read.truncated,
        links=(*links, *(Link(each.kind, each.url, each.title) for each in read.links)),
        read=entry not in unread,
        starred=entry in starred,
    )


def _hrefs(item: dict[str, Any], *names: str) -> list[str]:
    found: list[str] = []
    for name in names:
        given = item.get(name)
        refs = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
        found += [web_address(str(each.get("href") or "")) for each in refs]
    return [url for url in found if url]


def _content(given: object) -> str:
    return str(given.get("content") or "") if isinstance(given, dict) else ""
