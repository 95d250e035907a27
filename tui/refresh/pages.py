"""Completing an article from its page, and finding what it can be searched for."""

from __future__ import annotations

import threading
import time
from typing import Any
from urllib.parse import urlsplit

from tui import newsroom, pipeline
from tui.library import Newsstand
from tui.library.kinds import Text
from tui.settings import Settings
from tui.sources import SourceError, Stopped
from tui.sources.fetch import fetch
from tui.sources.read import read_fetched
from tui.sources.request import limits_of

_LETTERS = {"heading": "h", "item": "i"}


def complete(
    stand: Newsstand, article: int, settings: Settings, cancel: threading.Event
) -> dict[str, Any]:
    """Read the page of an article, and take its text when it gives more than the feed's."""
    kept = stand.texts.get(article)
    told: dict[str, Any] = {"article": article, "state": "failed", "reason": ""}
    if kept is None or not kept.headline.link.startswith(("http://", "https://")):
        return {**told, "reason": "this article has no page"}
    feed = stand.feeds.get(kept.headline.feed)
    trusted = urlsplit(feed.url if feed else "").hostname or ""
    try:
        limits = limits_of(settings.sources)
        link = kept.headline.link
        fetched = fetch(link, cancel=cancel, limits=limits, trusted=trusted)
        draft = read_fetched(fetched, link)
    except Stopped as stopped:
        return {**told, "reason": str(stopped)}
    except SourceError as error:
        stand.texts.take_page(article, None)
        return {**told, "reason": str(error)}
    body = [each for each in draft.paragraphs if each.kind != "title"]
    words = "\n\n".join(each.span.of(draft.text) for each in body)
    kinds = "".join(_LETTERS.get(each.kind, "b") for each in body)
    better = stand.texts.take_page(article, Text(words, kinds))
    return {**told, "state": "better" if better else "same"}


def keep(
    stand: Newsstand, address: str, settings: Settings, cancel: threading.Event
) -> dict[str, Any]:
    """Read a page and keep it on the saved shelf."""
    try:
        document = pipeline.open_source(
            address, offline=settings.offline, cancel=cancel, limits=settings.sources
        )
    except SourceError as error:
        return {"article": None, "reason": pipeline.why_not(address, error)}
    article = stand.intake.save(newsroom.as_incoming(document, int(time.time())))
    return {"article": article, "reason": ""}


def look_through(stand: Newsstand, article: int) -> None:
    """Let the speakers and dates of an article be searched for."""
    kept = stand.texts.get(article)
    if kept is None:
        return
    try:
        document = pipeline.analyse(newsroom.as_document(kept))
    except SourceError:  # in another language: there is nothing to be found by our rules
        stand.texts.keep_findings(article, speakers="", dates="")
        return
    speakers = dict.fromkeys(quote.speaker.name for quote in document.quotes if quote.speaker)
    dates = dict.fromkeys(date.value for date in document.dates)
    stand.texts.keep_findings(article, speakers="\n".join(speakers), dates="\n".join(dates))
