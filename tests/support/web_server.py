"""A real web server on this machine, with pages and with every fault a server can have."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType

_PACE = 0.02


class WebServer:
    """Serves pages from 127.0.0.1 on a free port while the `with` block lasts."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, str]]] = []
        """The path and the headers, names in small letters, of every request."""
        self.left = threading.Event()
        """Set when a client cut a connection before its answer was complete."""
        self.closing = threading.Event()
        self._answers: dict[str, Callable[[Exchange], None]] = {}
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer._answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                outer.left.set()

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> WebServer:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def url(self, path: str, *, user: str = "") -> str:
        """The address of `path`, with `user` (`name:password`) before the host."""
        at = f"{user}@" if user else ""
        return f"http://{at}127.0.0.1:{self._server.server_port}{path}"

    def on(self, path: str, answer: Callable[[Exchange], None]) -> str:
        """Let `answer` handle requests for `path`; its address."""
        self._answers[path] = answer
        return self.url(path)

    def page(
        self, path: str, body: bytes | str, content_type: str = "text/html; charset=utf-8"
    ) -> str:
        """Serve `body` at `path`; its address."""
        data = body.encode() if isinstance(body, str) else body
        return self.on(path, lambda exchange: exchange.reply(200, data, content_type))

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.seen.append((handler.path, headers))
        exchange = Exchange(self, handler)
        answer = self._answers.get(handler.path)
        try:
            if answer:
                answer(exchange)
            else:
                exchange.reply(404, b"<p>Niente qui.</p>")
        except OSError:
            self.left.set()
            handler.close_connection = True


class Exchange:
    """One request being answered, well or badly."""

    def __init__(self, server: WebServer, handler: BaseHTTPRequestHandler) -> None:
        self.server = server
        self.handler = handler

    def reply(self, status: int, body: bytes, content_type: str | None = "text/html") -> None:
        """A whole answer, as it should be."""
        headers = {"Content-Type": content_type} if content_type else {}
        self.head(status, {**headers, "Content-Length": str(len(body))})
        self.handler.wfile.write(body)

    def head(self, status: int, headers: dict[str, str]) -> None:
        """The status line and the headers."""
        self.handler.send_response(status)
        for name, value in headers.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()

    def write(self, data: bytes) -> None:
        """Bytes as they are, at once."""
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def paced(self) -> Iterator[None]:
        """Go on for ever, slowly, until the server closes."""
        while not self.server.closing.wait(_PACE):
            yield

    def hang_up(self) -> None:
        """Close the connection after this answer, complete or not."""
        self.handler.close_connection = True
        with suppress(OSError):
            self.handler.wfile.flush()


def redirect_to(target: str, status: int = 302) -> Callable[[Exchange], None]:
    """An answer that sends the client elsewhere."""
    return lambda exchange: exchange.head(status, {"Location": target, "Content-Length": "0"})


def hang(exchange: Exchange) -> None:
    """Accept and never say a word."""
    for _ in exchange.paced():
        pass


def drip_head(exchange: Exchange) -> None:
    """One byte of header at a time: no read ever times out."""
    exchange.write(b"HTTP/1.1 200 OK\r\nX-Padding: ")
    for _ in exchange.paced():
        exchange.write(b"x")


def drip_body(exchange: Exchange) -> None:
    """One byte of text at a time: no read ever times out."""
    exchange.head(200, {"Content-Type": "text/plain", "Content-Length": "50000"})
    for _ in exchange.paced():
        exchange.write(b"x")


def endless_body(exchange: Exchange) -> None:
    """A body without a length and without an end, as fast as it is taken."""
    exchange.head(200, {"Content-Type": "text/plain", "Connection": "close"})
    while not exchange.server.closing.is_set():
        exchange.write(b"Una riga che non finisce mai. " * 1_000)


def endless_redirect_body(exchange: Exchange) -> None:
    """A redirect whose own body never ends."""
    exchange.head(302, {"Location": "/arrivo", "Connection": "close"})
    while not exchange.server.closing.is_set():
        exchange.write(b"x" * 65_536)


def breaks_off(exchange: Exchange) -> None:
    """Promises a thousand bytes, sends twelve."""
    exchange.head(200, {"Content-Type": "text/plain", "Content-Length": "1000"})
    exchange.write(b"Solo l'inizi")
    exchange.hang_up()


def breaks_off_in_chunks(exchange: Exchange) -> None:
    """Closes in the middle of a chunk."""
    exchange.head(200, {"Content-Type": "text/plain", "Transfer-Encoding": "chunked"})
    exchange.write(b"400\r\nSolo l'inizio")
    exchange.hang_up()


def promises_too_much(exchange: Exchange) -> None:
    """Announces a terabyte."""
    exchange.head(200, {"Content-Type": "text/plain", "Content-Length": str(10**12)})
    exchange.hang_up()


def bomb(exchange: Exchange) -> None:
    """Twenty kilobytes that unpack to twenty megabytes."""
    body = gzip.compress(b"a" * 20_000_000)
    exchange.head(
        200,
        {
            "Content-Type": "text/plain",
            "Content-Encoding": "gzip",
            "Content-Length": str(len(body)),
        },
    )
    exchange.write(body)


def false_gzip(exchange: Exchange) -> None:
    """Says gzip, is not."""
    exchange.head(
        200, {"Content-Type": "text/plain", "Content-Encoding": "gzip", "Content-Length": "5"}
    )
    exchange.write(b"ciao!")


def not_http(exchange: Exchange) -> None:
    """Answers in some other protocol."""
    exchange.write(b"220 posta.example ESMTP\r\n")
    exchange.hang_up()


@contextmanager
def web_server() -> Iterator[WebServer]:
    """A server for the length of a `with` block."""
    with WebServer() as server:
        yield server


def page_of(name: str) -> bytes:
    """One of the news pages kept beside the tests of the sources."""
    return (Path(__file__).parents[1] / "sources" / "pages" / name).read_bytes()
