"""The date a page gives its article, with no more precision than the page gives it.

The date finder that comes with trafilatura answers with a day whatever it finds (it completes
`2024-06` with the day of the month it is run on), so what pages declare is read here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tui.document import PartialDate
from tui.sources.when import parse_when, when_of_address

Tree = Any
"""An `lxml.html.HtmlElement`: lxml comes without types."""

_META = {
    name: rank
    for rank, name in enumerate(
        (
            "article:published_time",
            "datepublished",
            "og:published_time",
            "dc.date.issued",
            "dcterms.issued",
            "dcterms.created",
            "dc.date",
            "pubdate",
            "publishdate",
            "publish_date",
            "parsely-pub-date",
            "sailthru.date",
            "date",
        )
    )
}
_HINTS = ("date", "data", "time", "publish", "pubblic", "byline", "autore", "author", "meta")
_SHORT = 120
_DEEP = 8


def published_of(tree: Tree, address: str) -> PartialDate | None:
    """When the page says it was published.

    Asked in turn: linked data, meta tags, `<time>`, a dateline beside the headline, the address.
    """
    for text in (*_linked_data(tree), *_meta(tree), *_times(tree), *_datelines(tree)):
        if published := parse_when(text):
            return published
    return when_of_address(address)


def _linked_data(tree: Tree) -> Iterator[str]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _published_in(data, _DEEP)


def _published_in(data: Any, depth: int) -> Iterator[str]:
    if depth and isinstance(data, dict):
        for key in ("datePublished", "dateCreated"):
            if isinstance(data.get(key), str):
                yield data[key]
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _published_in(data.get(key), depth - 1)
    elif depth and isinstance(data, list):
        for item in data:
            yield from _published_in(item, depth - 1)


def _meta(tree: Tree) -> list[str]:
    """What the meta tags about publication hold, the surest first."""
    found = []
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        rank = _META.get(name.lower())
        if rank is not None:
            found.append((rank, meta.get("content") or ""))
    return [content for _, content in sorted(found)]


def _times(tree: Tree) -> Iterator[str]:
    for time in tree.iter("time"):
        for text in (time.get("datetime"), time.text_content()):
            if text:
                yield text


def _datelines(tree: Tree) -> Iterator[str]:
    """Short texts in elements that are named after dates and authors."""
    for element in tree.iter("span", "div", "p", "small", "li", "address"):
        name = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"
        if name.strip() and any(hint in name.lower() for hint in _HINTS):
            text = element.text_content()
            if len(text) <= _SHORT:
                yield text
