"""One page over HTTP: the only module that opens a socket to fetch an article."""

from __future__ import annotations

import queue
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from tui import __version__
from tui.sanitize import sanitize_line
from tui.sources.draft import SourceError, Stopped
from tui.sources.reasons import Abandoned, Refusal, address_for_people, in_bytes, reason_of
from tui.sources.request import Answered, Fetched, Limits, Progress, Request

if TYPE_CHECKING:
    import requests

_CHUNK = 16_384
_TICK = 0.05


def fetch(
    url: str,
    *,
    offline: bool = False,
    cancel: threading.Event | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
    trusted: str | None = None,
) -> Fetched:
    """What the server answers for `url`; `progress` is called on the caller's thread.

    With `trusted` no other host than that one may be in a private network.

    The blocking work is done on a thread of its own, which is left to itself, its connection
    cut, as soon as `cancel` is set or the time is over: no server can hold the caller.

    Raises:
        SourceError: in one line, for whatever happens; `Stopped` when it was `cancel`.
    """
    shown = address_for_people(url)
    if offline:
        raise SourceError(f"{shown}: not fetched, Edicola is offline; start it without --offline")
    try:
        return ask(Request(url, limits or Limits(), trusted=trusted), cancel, progress)
    except Refusal as refusal:
        raise SourceError(f"{shown}: {refusal}") from None
    except Stopped:
        raise Stopped(f"{shown}: stopped, nothing was read") from None


def ask(
    request: Request, cancel: threading.Event | None = None, progress: Progress | None = None
) -> Fetched:
    """What a server answers, within the limits.

    Raises:
        Refusal: it could not be had; `Answered` when the server said so.
        Stopped: `cancel` was set.
    """
    errand = _Errand(request)
    threading.Thread(target=errand.run, name="edicola-fetch", daemon=True).start()
    try:
        return _await(errand, cancel, progress, time.monotonic() + request.limits.total)
    finally:
        errand.abandon()


def _await(
    errand: _Errand, cancel: threading.Event | None, progress: Progress | None, deadline: float
) -> Fetched:
    while True:
        if cancel is not None and cancel.is_set():
            raise Stopped
        left = deadline - time.monotonic()
        if left <= 0:
            total = errand.limits.total
            raise Refusal(
                f"not complete after {total:g} seconds; nothing was kept, try again later"
            )
        try:
            news = errand.news.get(timeout=min(_TICK, left))
        except queue.Empty:
            continue
        if isinstance(news, Fetched):
            return news
        if isinstance(news, Refusal):
            raise news
        if progress is not None:
            progress(*news)


class _Errand:
    """The thread's work: it follows redirects by hand and tells `news` how it goes."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.limits = request.limits
        self.news: queue.SimpleQueue[Fetched | Refusal | tuple[int, int | None]]
        self.news = queue.SimpleQueue()
        self._abandoned = threading.Event()
        self._host = ""
        self._sockets: list[socket.socket] = []

    def run(self) -> None:
        """Put one `Fetched` or one `Refusal` into `news`, whatever happens."""
        try:
            self.news.put(self._fetch())
        except Refusal as refusal:
            self.news.put(refusal)
        except Exception as error:  # noqa: BLE001 - a thread's last word: the caller waits for one
            self.news.put(Refusal(reason_of(error, self.limits.connect, self.limits.read)))

    def abandon(self) -> None:
        """Cut the connections, so that the thread ends though a server drips on."""
        self._abandoned.set()
        for sock in list(self._sockets):
            # Not the TLS method of the same name: it is not safe while the thread reads.
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)

    def keep(self, sock: socket.socket) -> None:
        """Remember a connection just made, to cut it if need be.

        Raises:
            Abandoned: it came too late.
        """
        self._sockets.append(sock)
        if self._abandoned.is_set():
            raise Abandoned
        trusted = self.request.trusted
        if trusted is not None and self._host != trusted and _is_private(sock.getpeername()[0]):
            raise Refusal("leads into a private network, and nobody typed that; it was left")

    def _fetch(self) -> Fetched:
        with _session(self) as session:
            session.headers.update(self.request.headers)
            url = self.request.url
            for _ in range(self.limits.redirects + 1):
                self._host = _check_address(url)
                with session.get(
                    url,
                    stream=True,
                    allow_redirects=False,
                    timeout=(self.limits.connect, self.limits.read),
                ) as response:
                    target = _redirect_target(response)
                    if target is None:
                        return self._received(response)
                    url = urljoin(response.url, target)
        raise Refusal(f"redirected more than {self.limits.redirects} times; check the address")

    def _received(self, response: requests.Response) -> Fetched:
        status = response.status_code
        if status == 304 and self.request.headers:
            return Fetched(b"", "", None, response.url, status, response.headers)
        if status != 200:
            raise Answered(_status(status), status, response.headers)
        declared = response.headers.get("content-length", "")
        # The length of a compressed body says nothing about the text's.
        encoded = response.headers.get("content-encoding")
        total = int(declared) if declared.isascii() and declared.isdigit() and not encoded else None
        if total is not None and total > self.limits.size:
            raise self._too_large()
        body = bytearray()
        for chunk in response.iter_content(_CHUNK):
            body += chunk
            if len(body) > self.limits.size:
                raise self._too_large()
            self.news.put((len(body), total))
        content_type, charset = _content_type(response.headers.get("content-type", ""))
        return Fetched(bytes(body), content_type, charset, response.url, 200, response.headers)

    def _too_large(self) -> Refusal:
        return Refusal(f"more than {in_bytes(self.limits.size)}; it was left, nothing was kept")


def _session(errand: _Errand) -> requests.Session:
    import requests
    from requests.adapters import HTTPAdapter

    class Adapter(HTTPAdapter):
        def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> Any:
            pool: Any = super().get_connection_with_tls_context(*args, **kwargs)

            class Kept(pool.ConnectionCls):  # type: ignore[misc]
                def connect(self) -> None:
                    super().connect()
                    errand.keep(self.sock)

            pool.ConnectionCls = Kept
            return pool

    class Session(requests.Session):
        def get_redirect_target(self, _response: requests.Response) -> None:
            # Even told not to follow redirects `requests` reads the body of one to its end,
            # and there may be none: so it is told that nothing is a redirect.
            return None

    session = Session()
    session.adapters.clear()
    session.mount("http://", Adapter())
    session.mount("https://", Adapter())
    session.headers.update(
        {
            "User-Agent": f"edicola/{__version__}",
            "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, */*;q=0.1",
            "Accept-Language": "it, en;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        }
    )
    return session


def _redirect_target(response: requests.Response) -> str | None:
    from requests.sessions import SessionRedirectMixin

    return SessionRedirectMixin().get_redirect_target(response)


def _is_private(address: str) -> bool:
    import ipaddress

    try:
        return not ipaddress.ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return True


def _check_address(url: str) -> str:
    """The host of an address that may be asked."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Refusal("not a valid address; check how it is written") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise Refusal(f"leads to {address_for_people(url)}, and only http and https are followed")
    if not host:
        raise Refusal("the address names no host; check how it is written")
    return host


def _status(code: int) -> str:
    told = {
        401: "the server asks for a password (401); open it in a browser",
        402: "the server asks for a subscription (402); open it in a browser",
        403: "the server refuses this page to Edicola (403); open it in a browser",
        404: "there is no such page (404); check the address",
        410: "the page was withdrawn (410); look for it on the site",
        429: "the server says too many requests (429); try again later",
        451: "the page is withheld for legal reasons (451)",
    }
    if code >= 500:
        return f"the server has a fault of its own ({code}); try again later"
    return told.get(code, f"the server answered {code} instead of a page; open it in a browser")


def _content_type(header: str) -> tuple[str, str | None]:
    from email.message import Message

    message = Message()
    message["content-type"] = header
    charset = message.get_param("charset")
    content_type = sanitize_line(header.partition(";")[0].lower())[:80]
    return content_type, charset.strip() if isinstance(charset, str) else None
