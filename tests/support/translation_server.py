"""A real HTTP server that speaks the protocols of the translation services, faults included.

It translates: each word is turned by ROT13, which keeps lengths, figures and punctuation, and is
its own inverse, so that every answer can be checked against its sentence. `Fault` says what goes
wrong on the way.
"""

from __future__ import annotations

import codecs
import html
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit


def rot13(text: str) -> str:
    """What the server answers for `text`."""
    return codecs.encode(text, "rot13")


class Fault(Enum):
    """What the server does instead of translating, or to the translation."""

    NONE = auto()
    HANG = auto()
    DRIP = auto()
    ENDLESS = auto()
    TOO_MANY = auto()
    FAILING = auto()
    FORBIDDEN = auto()
    BAD_REQUEST = auto()
    PORTAL = auto()
    REDIRECT = auto()
    REDIRECT_HERE = auto()
    REDIRECT_ROUND = auto()
    CUT = auto()
    RESET = auto()
    NOT_JSON = auto()
    ODD_JSON = auto()
    ERROR_TEXT = auto()
    QUOTA_TEXT = auto()
    EMPTY = auto()
    NULL = auto()
    ECHO = auto()
    ENTITIES = auto()
    ESCAPES = auto()
    MEGABYTE = auto()
    DROP_LINE = auto()
    GLUE_LINES = auto()
    EXTRA_LINE = auto()
    SWAP_LINES = auto()
    BREAKS = auto()
    LATIN = auto()


ERROR_PAGE = (
    "Error 500 (Server Error)!!1500.That’s an error.There was an error. Please try again later."
    "That’s all we know."
)
QUOTA = (
    "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT AVAILABLE IN "
    " 09 HOURS 12 MINUTES"
)
PORTAL = "<!DOCTYPE html><html><body><h1>Welcome to the hotel</h1>Log in here</body></html>"

_STATUS = {
    Fault.TOO_MANY: 429,
    Fault.FAILING: 500,
    Fault.FORBIDDEN: 403,
    Fault.BAD_REQUEST: 400,
}
_LINES: dict[Fault, Callable[[list[str]], list[str]]] = {
    Fault.EMPTY: lambda lines: [""] * len(lines),
    Fault.ERROR_TEXT: lambda _: [ERROR_PAGE],
    Fault.QUOTA_TEXT: lambda _: [QUOTA],
    Fault.ENTITIES: lambda lines: [f"{line} &#39;q&#39; &amp; &quot;z&quot;" for line in lines],
    Fault.ESCAPES: lambda lines: [
        f"\x1b[31m{line}\x1b]52;c;ZXZpbA==\x07\u202e\x9b2J" for line in lines
    ],
    Fault.MEGABYTE: lambda lines: ["x" * 1_000_000 for _ in lines],
    Fault.DROP_LINE: lambda lines: lines[:1] + lines[2:],
    Fault.GLUE_LINES: lambda lines: [" ".join(lines[:2]), *lines[2:]],
    Fault.EXTRA_LINE: lambda lines: [*lines, "Fbeel."] if len(lines) > 1 else lines,
    Fault.SWAP_LINES: lambda lines: lines[::-1],
    Fault.BREAKS: lambda lines: ["".join(lines)],
}


@dataclass
class Seen:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    query: dict[str, str]
    lines: list[str]
    """The sentences in it."""


@dataclass
class TranslationServer:
    """The server; `with TranslationServer() as server`."""

    fault: Fault = Fault.NONE
    faults: list[Fault] = field(default_factory=list)
    """What happens to the next requests, one each; afterwards `fault` holds again."""
    retry_after: str | None = None
    lists: bool = True
    """Whether `/translate` takes a list of sentences, as LibreTranslate does."""
    key: str | None = None
    """The only key that is let in, where the protocol knows keys."""
    seen: list[Seen] = field(default_factory=list)
    arrived: threading.Event = field(default_factory=threading.Event)
    """Set whenever a request has arrived."""
    on_request: Callable[[int], None] | None = None
    """Called with the number of requests so far, before the answer."""

    def __post_init__(self) -> None:
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._http = _Http(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(
            target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    def __enter__(self) -> TranslationServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._http.shutdown()
        self._http.server_close()

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._http.server_port}"

    @property
    def url(self) -> str:
        """The address, without a final stroke."""
        return f"http://{self.host}"

    @property
    def sentences(self) -> list[str]:
        """Every sentence received, in order."""
        return [line for request in self.seen for line in request.lines]

    def take(self, request: Seen) -> Fault:
        """Note a request; what shall happen to it."""
        with self._lock:
            self.seen.append(request)
            fault = self.faults.pop(0) if self.faults else self.fault
            number = len(self.seen)
        self.arrived.set()
        if self.on_request is not None:
            self.on_request(number)
        return fault

    def wait_for_end(self, seconds: float) -> bool:
        """Sleep that the end of the test cuts short; whether it did."""
        return self._closing.wait(seconds)


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    owner: TranslationServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are what these tests are about: no traceback."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def _owner(self) -> TranslationServer:
        assert isinstance(self.server, _Http)
        return self.server.owner

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is given
        """Say nothing."""

    def do_GET(self) -> None:
        self._handle()

    def do_POST(self) -> None:
        self._handle()

    def _handle(self) -> None:
        url = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(url.query).items()}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        posted = json.loads(body) if body else {}
        lines, is_list = _sentences(query, posted)
        fault = self._owner.take(Seen(url.path, dict(self.headers), query, lines))
        try:
            if not self._break(fault):
                self._translate(url.path, lines, is_list, fault)
        except OSError:
            self.close_connection = True

    def _break(self, fault: Fault) -> bool:
        """Do what leaves no room for a translation; whether that was so."""
        if fault in _STATUS:
            extra = {"Retry-After": self._owner.retry_after} if self._owner.retry_after else {}
            self._send(_STATUS[fault], b'{"error": "no"}', "application/json", extra)
        elif fault is Fault.HANG:
            self._owner.wait_for_end(60)
            self.close_connection = True
        elif fault is Fault.PORTAL:
            self._send(200, PORTAL.encode(), "text/html; charset=utf-8")
        elif fault is Fault.REDIRECT:
            self._send(302, b"", "text/html", {"Location": "http://login.example/"})
        elif fault is Fault.REDIRECT_HERE:
            if self.path.startswith("/login"):
                self._send(200, PORTAL.encode(), "text/html")
            else:
                self._send(302, b"", "text/html", {"Location": "/login"})
        elif fault is Fault.REDIRECT_ROUND:
            self._send(302, b"", "text/html", {"Location": self.path})
        elif fault is Fault.NOT_JSON:
            self._send(200, b"fine, thank you", "text/plain")
        elif fault is Fault.RESET:
            self._hang_up()
        elif fault in (Fault.CUT, Fault.DRIP, Fault.ENDLESS):
            self._never_finish(fault)
        else:
            return False
        return True

    def _never_finish(self, fault: Fault) -> None:
        head = (
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\n\r\n"
        )
        self.wfile.write(head.encode() + b'{"transl')
        if fault is Fault.CUT:
            self._hang_up()
        elif fault is Fault.DRIP:
            while not self._owner.wait_for_end(0.02):
                self.wfile.write(b" ")
        else:
            while not self._owner.wait_for_end(0):
                self.wfile.write(b" " * 65_536)

    def _hang_up(self) -> None:
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def _translate(self, path: str, lines: list[str], is_list: bool, fault: Fault) -> None:
        answer = lines if fault is Fault.ECHO else [rot13(line) for line in lines]
        answer = _LINES.get(fault, list)(answer)
        if path == "/m":
            words = html.escape("\n".join(answer))
            page = f'<html><body><div class="result-container">{words}</div></body></html>'
            if fault is Fault.LATIN:
                self._send(200, page.encode(), "text/html; charset=iso-8859-1")
            else:
                self._send(200, page.encode(), "text/html; charset=utf-8")
            return
        if path == "/translate" and is_list and not self._owner.lists:
            self._send(400, b'{"error": "q must be a string"}', "application/json")
            return
        if self._owner.key is not None and not self._key_fits(path):
            self._send(403, b'{"error": "Invalid API key"}', "application/json")
            return
        value = _payload(path, answer, is_list)
        if fault is Fault.NULL:
            value = _payload(path, [None] * len(answer), is_list)
        elif fault is Fault.ODD_JSON:
            value = ["surprise", {"error": "none"}]
        self._send(200, json.dumps(value).encode(), "application/json")

    def _key_fits(self, path: str) -> bool:
        if path == "/v2/translate":
            return self.headers.get("Authorization") == f"DeepL-Auth-Key {self._owner.key}"
        return self.headers.get("Ocp-Apim-Subscription-Key") == self._owner.key

    def _send(
        self, status: int, body: bytes, kind: str, extra: dict[str, str] | None = None
    ) -> None:
        # One write: two cost 40 ms each with keep-alive (delayed acknowledgement).
        lines = [f"HTTP/1.1 {status} X", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in (extra or {}).items()]
        self.wfile.write("\r\n".join([*lines, "", ""]).encode() + body)


def _sentences(query: dict[str, str], posted: Any) -> tuple[list[str], bool]:
    """The sentences of a request in any of the protocols, and whether they came as a list."""
    if isinstance(posted, list):
        return [line for item in posted for line in item["text"].split("\n")], False
    asked = posted.get("q", posted.get("text", query.get("q", "")))
    return (list(asked), True) if isinstance(asked, list) else (str(asked).split("\n"), False)


def _payload(path: str, answer: list[Any], is_list: bool) -> Any:
    joined = None if None in answer else "\n".join(answer)
    if path == "/get":
        return {"responseData": {"translatedText": joined}, "responseStatus": 200, "matches": []}
    if path == "/v2/translate":
        return {"translations": [{"text": line} for line in answer]}
    if path == "/microsoft":
        return [{"translations": [{"text": joined, "to": "en"}]}]
    if path == "/baidu":
        return {"trans_result": [{"src": "", "dst": line} for line in answer]}
    return {"translatedText": answer if is_list else joined}
