"""HTTP for translation services, on `requests`: what deep_translator is given in its place.

deep_translator calls `requests.get` without time-outs and without a limit to the answer, and hides
the status. `Http` has the two functions it uses, and raises `ServiceError` for what is no answer.
"""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from tui import __version__
from tui.translate.network import Call, ServiceError, current_call, out_of_time

if TYPE_CHECKING:
    import requests

_LARGEST = 2_000_000
"""Bytes; no translation of a paragraph comes near."""
_REDIRECTS = 3
_PORTAL = "a web page came instead of a translation (does the network want a log-in?)"
_OFFLINE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL)


class _NeverError(Exception):
    """Never raised."""


class _Exceptions:
    # MicrosoftTranslator catches this name, prints a log line over the screen and then fails
    # without saying why; what it cannot catch reaches `explain`.
    RequestException = _NeverError
    ConnectionError = _NeverError


class Reply:
    """A complete answer with status 200 to 299, as much of `requests.Response` as is needed."""

    def __init__(self, status: int, body: bytes, charset: str | None) -> None:
        self.status_code = status
        self.content = body
        self._charset = charset

    @property
    def text(self) -> str:
        """The body; valid UTF-8 wins over a charset that says otherwise."""
        for charset in ("utf-8", self._charset):
            try:
                return self.content.decode(charset or "utf-8")
            except (UnicodeDecodeError, LookupError):
                continue
        return self.content.decode("cp1252", "replace")

    def json(self) -> Any:
        """The body as JSON.

        Raises:
            ServiceError: it is a web page, or no JSON at all.
        """
        try:
            import json

            return json.loads(self.text)
        except (ValueError, RecursionError):
            raise no_translation(self.text) from None

    def close(self) -> None:
        """Nothing is open."""


def no_translation(body: str) -> ServiceError:
    """The trouble of an answer that is something else: a log-in page, or who knows what."""
    if "<html" in body[:2000].lower() or "<!doctype" in body[:2000].lower():
        return ServiceError(_PORTAL)
    return ServiceError("its answer was not understood")


class Http:
    """Stands in for the module `requests`, in any thread; sessions are lent and reused."""

    exceptions = _Exceptions

    def __init__(self) -> None:
        self._idle: list[requests.Session] = []
        self._lock = threading.Lock()

    def get(self, url: str, **options: Any) -> Reply:
        """Fetch `url`."""
        return self._follow("GET", url, options)

    def post(self, url: str, **options: Any) -> Reply:
        """Send to `url`."""
        return self._follow("POST", url, options)

    def _follow(self, method: str, url: str, options: Mapping[str, Any]) -> Reply:
        for _ in range(_REDIRECTS):
            reply, location = self._send(method, url, options)
            if reply is not None:
                return reply
            target = urljoin(url, location)
            # The words go to the host that was agreed to, and to no other.
            if method != "GET" or urlsplit(target)[:2] != urlsplit(url)[:2]:
                elsewhere = urlsplit(target).hostname or "nowhere"
                raise ServiceError(f"it redirects to {elsewhere} (does the network want a log-in?)")
            url, options = target, {k: v for k, v in options.items() if k != "params"}
        raise ServiceError("it redirects without end (does the network want a log-in?)")

    def _send(self, method: str, url: str, options: Mapping[str, Any]) -> tuple[Reply | None, str]:
        """The reply, or None and the `Location` it redirects to."""
        call = current_call()
        call.check()
        session = self._borrow()
        with session.request(
            method,
            url,
            **options,
            stream=True,
            allow_redirects=False,
            timeout=(call.patience.connect, call.patience.read),
        ) as response:
            if 300 <= response.status_code < 400:
                return None, response.headers.get("Location", "")
            if not 200 <= response.status_code < 300:
                raise _status_trouble(response)
            body = b"".join(_pieces(response, call))
            reply = Reply(response.status_code, body, response.encoding)
        with self._lock:
            self._idle.append(session)
        return reply, ""

    def _borrow(self) -> requests.Session:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        import requests

        session = requests.Session()
        session.headers["User-Agent"] = f"edicola/{__version__}"
        return session


def _pieces(response: requests.Response, call: Call) -> Iterator[bytes]:
    size = 0
    for piece in response.iter_content(16_384):
        call.check()
        size += len(piece)
        if size > _LARGEST:
            raise ServiceError("its answer was too large")
        yield piece


def _status_trouble(response: requests.Response) -> ServiceError:
    status = response.status_code
    if status in (401, 403):
        return ServiceError(
            f"access was refused (status {status}; is the key right?)", blame="limit"
        )
    if status in (429, 456):
        # 456 is DeepL's own: the quota of the account is spent.
        wait = _retry_after(response.headers.get("Retry-After", "")) if status == 429 else None
        reason = "too many requests (status 429)" if status == 429 else "its quota is spent"
        return ServiceError(reason, blame="limit", again=wait is not None, wait=wait)
    if status >= 500:
        return ServiceError(f"the server failed (status {status})", again=True)
    return ServiceError(f"the request was refused (status {status})", blame="request")


def _retry_after(value: str) -> float | None:
    """Seconds, from `Retry-After` in either of its forms (RFC 9110, 10.2.3)."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - datetime.now(UTC)).total_seconds())


def explain(error: Exception) -> ServiceError:
    """The trouble behind an exception of `requests` or deep_translator.

    The words are ours: the message of an exception may hold the address, and so the key.
    """
    from requests import exceptions

    call = current_call()
    if isinstance(error, exceptions.ConnectTimeout):
        return ServiceError(f"no connection within {call.patience.connect:g} s", blame="link")
    if isinstance(error, exceptions.Timeout):
        return out_of_time(call.patience)
    if isinstance(error, exceptions.SSLError):
        return ServiceError("its certificate cannot be trusted (does the network want a log-in?)")
    if isinstance(error, exceptions.ProxyError):
        return ServiceError("the proxy did not let it through", blame="link")
    if isinstance(error, exceptions.ConnectionError):
        return _connection_trouble(error, call)
    if isinstance(error, (exceptions.ChunkedEncodingError, exceptions.ContentDecodingError)):
        return ServiceError("its answer was cut short", again=True)
    if isinstance(error, (exceptions.RequestException, UnicodeError)):
        return ServiceError("its address is not a web address", blame="request")
    return _deep_trouble(error)


def _connection_trouble(error: Exception, call: Call) -> ServiceError:
    causes = list(_causes(error))
    names = {type(cause).__name__ for cause in causes}
    numbers = {cause.errno for cause in causes if isinstance(cause, OSError)}
    if "ReadTimeoutError" in names:
        return out_of_time(call.patience)
    if "NameResolutionError" in names or "gaierror" in names:
        return ServiceError("no network, or no such host", blame="link")
    if numbers.intersection(_OFFLINE):
        return ServiceError("no network", blame="link")
    if errno.ECONNREFUSED in numbers:
        return ServiceError("nobody answers there (connection refused)", blame="link")
    return ServiceError("the connection broke off", again=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An exception with all that lies behind it, also inside `args` and `reason`."""
    waiting, seen = [error], set[int]()
    while waiting:
        cause = waiting.pop()
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None)]
        waiting += [inner for inner in cause.args if isinstance(inner, BaseException)]


def _deep_trouble(error: Exception) -> ServiceError:
    name = type(error).__name__
    if name == "TranslationNotFound":
        return ServiceError(_PORTAL)
    if name in ("NotValidLength", "NotValidPayload"):
        return ServiceError("the sentence is too long for it", blame="request")
    if name in ("BaiduAPIerror", "MicrosoftAPIerror"):
        return ServiceError(
            "it refused the request (is the key right, the quota left?)", blame="limit"
        )
    return ServiceError("its answer was not understood")
