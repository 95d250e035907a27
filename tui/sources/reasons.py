"""Why a page could not be fetched, in the words of a person."""

from __future__ import annotations

import errno
from collections.abc import Iterator

from tui.sanitize import sanitize_line

_LONG = 300
_UNREACHABLE = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EHOSTDOWN}


class Refusal(Exception):  # noqa: N818 - not a fault of the program: the answer of a source
    """Why there is nothing; to be put after the address."""


class Abandoned(Exception):  # noqa: N818 - as above
    """Nobody waits for this page any more."""


def address_for_people(url: str) -> str:
    """`url` on one line, not too long, and without a password it may hold."""
    from urllib.parse import urlsplit, urlunsplit

    url = sanitize_line(url)
    try:
        parts = urlsplit(url)
        if "@" in parts.netloc:
            url = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        url = url.rpartition("@")[2]
    return url if len(url) <= _LONG else f"{url[: _LONG - 1]}…"


def in_bytes(size: int) -> str:
    """`10 MB`, `512 kB`, `20 bytes`."""
    for unit, factor in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= factor:
            return f"{size / factor:.3g} {unit}"
    return f"{size} bytes"


def reason_of(error: BaseException, connect: float, read: float) -> str:
    """What happened and what to do, for an exception of `requests` or of what is under it.

    `connect` and `read` are the time-outs that were set, in seconds.
    """
    causes = list(_causes(error))
    if any(isinstance(cause, OSError) and cause.errno in _UNREACHABLE for cause in causes):
        return "the network cannot be reached; connect, or open something kept on this machine"
    for kinds, reason in _reasons(connect, read):
        if any(isinstance(cause, kinds) for cause in causes):
            return reason
    return f"the page could not be fetched ({type(error).__name__}); try again later"


def _reasons(
    connect: float, read: float
) -> tuple[tuple[tuple[type[BaseException], ...], str], ...]:
    """Kinds of exceptions and what they mean, the narrower before the wider."""
    import socket
    import ssl

    import requests.exceptions as failed
    import urllib3.exceptions as below

    return (
        (
            (ssl.SSLCertVerificationError,),
            "the certificate of the server is not valid, it may be another; nothing was read",
        ),
        (
            (ssl.SSLError, failed.SSLError),
            "no secure connection (TLS) could be made with the server; check the address",
        ),
        (
            (failed.ProxyError,),
            "the proxy in the environment does not answer; check HTTPS_PROXY and HTTP_PROXY",
        ),
        (
            (socket.gaierror,),
            "no server of that name was found; check the address and the network",
        ),
        (
            (failed.ConnectTimeout,),
            f"the server could not be reached in {connect:g} seconds; try again later",
        ),
        (
            (failed.ReadTimeout, below.ReadTimeoutError, TimeoutError),
            f"the server was silent for {read:g} seconds; nothing was kept, try again later",
        ),
        (
            (ConnectionRefusedError,),
            "the server refused the connection; check the address, or try again later",
        ),
        (
            (failed.ContentDecodingError, below.DecodeError),
            "the server sent a damaged page; nothing was kept, try again later",
        ),
        (
            (failed.ConnectionError, failed.ChunkedEncodingError, below.ProtocolError),
            "the connection broke before the page was complete; nothing was kept, try again",
        ),
        ((ValueError,), "not a valid address; check how it is written"),
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and all it came from; libraries hide the first one in all these places."""
    waiting, seen = [error], set[int]()
    while waiting:
        current = waiting.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        inner = (current.__cause__, current.__context__, getattr(current, "reason", None))
        waiting += [item for item in (*inner, *current.args) if isinstance(item, BaseException)]
