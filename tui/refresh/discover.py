"""The feeds of an address somebody typed: itself, or those its page announces."""

from __future__ import annotations

import re
import threading
from urllib.parse import urlsplit

from tui.refresh.retrieve import limits_of_feeds
from tui.sanitize import sanitize_line, web_address
from tui.settings import Settings
from tui.sources import Stopped
from tui.sources.fetch import ask
from tui.sources.reasons import Refusal, address_for_people
from tui.sources.request import Request

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json",
               "application/rdf+xml")  # fmt: skip
_FEED_START = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]|\"version\"\s*:\s*\"https://jsonfeed")
_TITLE = re.compile(rb"<title[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]{1,200})")

Found = list[dict[str, str]]


def discover(address: str, settings: Settings, cancel: threading.Event) -> tuple[Found, str]:
    """The feeds, each with its address and title; and why there are none."""
    if settings.offline:
        return [], "Edicola is offline; the address was not looked at"
    shown = address_for_people(address)
    host = urlsplit(address).hostname or ""
    try:
        got = ask(
            Request(address, limits_of_feeds(settings), {"Accept": "*/*"}, trusted=host), cancel
        )
    except (Refusal, Stopped) as error:
        return [], f"{shown}: {error or 'stopped'}"
    if got.content_type in _FEED_TYPES or _FEED_START.search(got.body[:2000]):
        title = _TITLE.search(got.body[:20_000])
        words = title[1].decode(got.charset or "utf-8", "replace") if title else ""
        return [{"url": got.url, "title": sanitize_line(words).strip()}], ""
    from reader.discover import from_html

    found: dict[str, str] = {}
    for link in from_html(got.body, got.charset):
        url = web_address(link.href, got.url)
        if url:
            found.setdefault(url, sanitize_line(link.title or "")[:200])
    if not found:
        return [], f"{shown}: neither a feed nor a page that announces one; nothing was added"
    return [{"url": url, "title": title} for url, title in found.items()], ""
