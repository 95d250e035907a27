"""A real server on this machine that speaks the Google Reader API, in the manner of two others.

The calls and forms are those that FreshRSS and Miniflux document: FreshRSS under
`/api/greader.php`, Miniflux at the root; ids of items are given short, contents with long ones.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

READ = "user/-/state/com.google/read"
STARRED = "user/-/state/com.google/starred"
LABEL = "user/-/label/"


@dataclass
class Item:
    """An article on the server."""

    number: int
    stream: str
    title: str
    content: str = "<p>Il ministro ha parlato ieri alla Camera.</p>"
    read: bool = False
    starred: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The item in the long form."""
        return {
            "id": f"tag:google.com,2005:reader/item/{self.number % 2**64:016x}",
            "title": self.title,
            "published": 1_719_230_400 + self.number % 1000,
            "canonical": [{"href": f"https://giornale.example/{self.number}"}],
            "summary": {"content": self.content},
            "origin": {"streamId": self.stream},
            **self.extra,
        }


class ReaderServer:
    """One account, `anna` with the password `segreta`, while the `with` block lasts."""

    def __init__(self, base: str = "/api/greader.php", page: int = 1000) -> None:
        self.base = base
        self.page = page
        self.feeds: dict[str, dict[str, str]] = {}
        """By id of the stream: `url`, `title`, `folder`."""
        self.items: list[Item] = []
        self.written: list[tuple[str, list[tuple[str, str]]]] = []
        """Every change the server took, in order."""
        self.tokens = 0
        self.fault: tuple[int, dict[str, str]] | None = None
        """With it every call but the sign-in is answered."""
        self.doors: dict[str, tuple[int, dict[str, str]]] = {}
        """Paths that are answered so, whatever is asked."""
        self.cut_after: int | None = None
        """After so many changes the connection is cut before the answer."""
        self.raw: bytes | None = None
        """With it lists are answered."""
        self.refused: dict[str, int] = {}
        """Addresses of feeds, actions and calls, with how they are answered instead."""
        self.leads: dict[str, str] = {}
        """Where addresses lead: the server has the feed under that one."""
        self.on_call: Callable[[str], None] | None = None
        """Called with the name of each call before it is answered."""
        self.on_ids: Callable[[int], None] | None = None
        """Called before a page of a list of items is answered, with how many came before it."""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer._answer(self, [])

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                outer._answer(self, parse_qsl(body, keep_blank_values=True))

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> ReaderServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def site(self) -> str:
        """The address of the site."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def feed(self, number: int, folder: str = "Italia") -> str:
        """Have a feed; the id of its stream."""
        stream = f"feed/{number}"
        url = f"https://giornale{number}.example/f.xml"
        self.feeds[stream] = {"url": url, "title": f"Giornale {number}", "folder": folder}
        return stream

    def _answer(self, handler: BaseHTTPRequestHandler, form: list[tuple[str, str]]) -> None:
        parts = urlsplit(handler.path)
        if parts.path in self.doors:
            status, headers = self.doors[parts.path]
            return self._send(handler, status, b"no", headers)
        if not parts.path.startswith(self.base):
            return self._send(handler, 404, b"no")
        path = parts.path.removeprefix(self.base)
        query = dict(parse_qsl(parts.query))
        if path == "/accounts/ClientLogin":
            good = {("Email", "anna"), ("Passwd", "segreta")} <= set(form)
            return self._send(
                handler, 200 if good else 401, b"SID=x\nAuth=anna/1\n" if good else b"no"
            )
        if handler.headers.get("Authorization") != "GoogleLogin auth=anna/1":
            return self._send(handler, 401, b"no")
        if self.fault:
            return self._send(handler, self.fault[0], b"no", self.fault[1])
        call = path.removeprefix("/reader/api/0/")
        if self.on_call is not None:
            self.on_call(call)
        if call == "token":
            self.tokens += 1
            return self._send(handler, 200, f"token{self.tokens}\n".encode())
        if call in ("edit-tag", "subscription/edit"):
            return self._change(handler, call, form)
        if self.raw is not None:
            return self._send(handler, 200, self.raw)
        return self._send(handler, 200, json.dumps(self._list(call, query, form)).encode())

    def _change(
        self, handler: BaseHTTPRequestHandler, call: str, form: list[tuple[str, str]]
    ) -> None:
        if dict(form).get("T") != f"token{self.tokens}":
            return self._send(handler, 401, b"no", {"X-Reader-Google-Bad-Token": "true"})
        if self.cut_after is not None and len(self.written) >= self.cut_after:
            handler.close_connection = True
            handler.connection.close()
            return None
        asked = dict(form)
        url = asked.get("s", "").removeprefix("feed/")
        status = self.refused.get(url) or self.refused.get(asked.get("ac", call))
        if url in [feed["url"] for feed in self.feeds.values()]:
            status = 400  # it is there already
        if status:
            return self._send(handler, status, b'{"error_message": "no"}')
        self.written.append((call, [pair for pair in form if pair[0] != "T"]))
        if call == "edit-tag":
            self._mark(form)
        else:
            self._subscribe(dict(form))
        return self._send(handler, 200, b"OK")

    def _mark(self, form: list[tuple[str, str]]) -> None:
        ids = {value for name, value in form if name == "i"}
        for name, state in form:
            for item in self.items:
                if item.as_json()["id"] in ids and name in ("a", "r"):
                    # As some versions of Miniflux do: what is so already is turned round.
                    if state == READ:
                        item.read = name == "a" and not item.read
                    elif state == STARRED:
                        item.starred = name == "a" and not item.starred

    def _subscribe(self, form: dict[str, str]) -> None:
        stream = form["s"]
        if form["ac"] == "subscribe":
            folder = form.get("a", "").removeprefix(LABEL)
            known = f"feed/{100 + len(self.written)}"
            url = stream.removeprefix("feed/")
            url = self.leads.get(url, url)
            self.feeds[known] = {"url": url, "title": form.get("t") or url, "folder": folder}
        elif form["ac"] == "unsubscribe":
            self.feeds.pop(stream, None)
        elif stream in self.feeds:
            if form.get("t"):
                self.feeds[stream]["title"] = form["t"]
            if form.get("a"):
                self.feeds[stream]["folder"] = form["a"].removeprefix(LABEL)

    def _list(self, call: str, query: dict[str, str], form: list[tuple[str, str]]) -> Any:
        if call == "subscription/list":
            return {
                "subscriptions": [
                    {
                        "id": stream,
                        "url": feed["url"],
                        "title": feed["title"],
                        "categories": [{"id": LABEL + feed["folder"], "label": feed["folder"]}]
                        if feed["folder"]
                        else [],
                    }
                    for stream, feed in self.feeds.items()
                ]
            }
        if call == "stream/items/contents":
            wanted = {value for name, value in form if name == "i"}
            found = [item.as_json() for item in self.items]
            return {"items": [item for item in found if item["id"] in wanted]}
        return self._ids(query)

    def _ids(self, query: dict[str, str]) -> Any:
        found = [
            item
            for item in sorted(self.items, key=lambda item: -item.number)
            if not (query.get("xt") == READ and item.read)
            and not (query["s"] == STARRED and not item.starred)
        ]
        at = int(query.get("c", "0"))
        if self.on_ids is not None:
            self.on_ids(at)
        size = min(self.page, int(query.get("n", "20")))
        answer: dict[str, Any] = {
            "itemRefs": [{"id": str(item.number)} for item in found[at : at + size]]
        }
        if at + size < len(found):
            answer["continuation"] = str(at + size)
        return answer

    def _send(
        self,
        handler: BaseHTTPRequestHandler,
        status: int,
        body: bytes,
        headers: dict[str, str] | None = None,
    ) -> None:
        handler.send_response(status)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
