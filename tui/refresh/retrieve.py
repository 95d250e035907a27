"""How the `reader` library gets a feed: through our own fetching, with its limits."""

from __future__ import annotations

import io
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from tui.refresh.bodies import fit
from tui.settings import Settings
from tui.sources import Stopped
from tui.sources.fetch import ask
from tui.sources.reasons import Refusal
from tui.sources.request import Answered, Limits, Request, limits_of

SIZE = 20_000_000
"""Bytes of a feed; some keep a year of articles in one file."""
REDIRECTS = 5
MONTH = 31 * 86400
PER_HOST, PER_LOCAL_HOST = 2, 8
"""Connections to one host at a time; more to this machine."""


def limits_of_feeds(settings: Settings) -> Limits:
    """What a server of feeds may take: what one of pages may, and more bytes."""
    return replace(limits_of(settings.sources), size=SIZE, redirects=REDIRECTS)


class Retriever:
    """What `reader` mounts in place of its own for http and https."""

    def __init__(
        self, limits: Limits, asking: Callable[[str], None], cancel: threading.Event
    ) -> None:
        """`asking` is told the address of each feed as it is asked."""
        self._limits = limits
        self._asking = asking
        self._cancel = cancel
        self._lock = threading.Lock()
        self._hosts: dict[str, threading.Semaphore] = {}
        self._refused: dict[str, str] = defaultdict(str)
        self._held: dict[str, int] = {}

    def why(self, url: str) -> str:
        """Why the feed at an address could not be had; empty when it could."""
        return self._refused[url]

    def held(self, url: str) -> int | None:
        """Until when the server asks to be left alone, in seconds since 1970."""
        return self._held.get(url)

    @contextmanager
    def __call__(
        self, url: str, caching_info: Any = None, accept: str | None = None
    ) -> Iterator[Any]:
        """The feed at an address, unless it is as it was.

        Raises:
            RetrieveError: with the reason, for whatever happens; `NotModified` for a 304.
        """
        from reader._parser import HTTPInfo, NotModified, RetrievedFeed, RetrieveError

        host = urlsplit(url).hostname or ""
        headers = _conditions(caching_info)
        if accept:
            headers["Accept"] = accept
        try:
            with self._turn(host):
                self._asking(url)
                got = ask(Request(url, self._limits, headers, trusted=host), self._cancel)
            body = fit(got.body)
        except Answered as error:
            self._refused[url] = str(error)
            until = _retry_after(error)
            if until is not None:
                self._held[url] = until
            info = HTTPInfo(error.status, error.headers)
            raise RetrieveError(url, str(error), http_info=info) from error
        except (Refusal, Stopped) as error:
            self._refused[url] = str(error) or "stopped"
            raise RetrieveError(url, str(error)) from error
        info = HTTPInfo(got.status, got.headers)
        if got.status == 304:
            raise NotModified(url, http_info=info)
        got.headers.setdefault("content-location", got.url)  # type: ignore[attr-defined]
        got.headers.pop("content-encoding", None)  # type: ignore[attr-defined]
        yield RetrievedFeed(
            io.BytesIO(body),
            got.content_type or None,
            _caching(got.headers),
            info,
        )

    def validate_url(self, url: str) -> None:
        """Refuse what is no address."""
        if not urlsplit(url).hostname:
            raise ValueError("not a valid address")

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        with self._lock:
            if host not in self._hosts:
                local = host in ("localhost", "::1") or host.startswith("127.")
                self._hosts[host] = threading.Semaphore(PER_LOCAL_HOST if local else PER_HOST)
        turn = self._hosts[host]
        while not turn.acquire(timeout=0.1):
            if self._cancel.is_set():
                raise Stopped
        try:
            yield
        finally:
            turn.release()


def _retry_after(error: Answered) -> int | None:
    """When a server that is too busy may be asked again; a month is the most it may say."""
    from email.utils import parsedate_to_datetime

    said = error.headers.get("retry-after", "").strip()
    if error.status not in (429, 503) or not said:
        return None
    now = int(time.time())
    try:
        until = now + int(said) if said.isdecimal() else parsedate_to_datetime(said).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(int(until), now + MONTH) if until > now else None


def _conditions(known: Any) -> dict[str, str]:
    headers = {}
    if isinstance(known, dict):
        if etag := known.get("etag"):
            headers["If-None-Match"] = str(etag)
        if modified := known.get("last-modified"):
            headers["If-Modified-Since"] = str(modified)
    # Something must be there for a 304 to be understood; it is what a request says anyway.
    return headers or {"Accept-Language": "it, en;q=0.8"}


def _caching(headers: Any) -> Any:
    known = {name: headers[name] for name in ("etag", "last-modified") if headers.get(name)}
    return known or None
