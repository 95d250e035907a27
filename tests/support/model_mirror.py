"""A mirror of the tiny Firefox model on a real server."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

from tests.support.local_engines import FIREFOX, MODEL_FILE, VOCABULARY
from tests.support.web_server import Exchange, WebServer

MODEL = (FIREFOX / MODEL_FILE).read_bytes()
PATH = f"/files/{MODEL_FILE}"


def record(name: str, content: bytes, **other: object) -> dict[str, object]:
    """The record of a file."""
    kind = {"m": "model", "v": "vocab", "l": "lex"}[name[0]]
    return {
        "name": name,
        "fileType": kind,
        "sourceLanguage": "it",
        "targetLanguage": "en",
        "version": "2.0",
        "architecture": "tiny",
        "attachment": {
            "hash": hashlib.sha256(content).hexdigest(),
            "size": len(content),
            "location": f"files/{name}",
            "filename": name,
        },
        **other,
    }


def mirror(server: WebServer, **other: object) -> str:
    """A mirror of the tiny model; the address of its folder."""
    vocabulary = (FIREFOX / VOCABULARY).read_bytes()
    records = [record(MODEL_FILE, MODEL, **other), record(VOCABULARY, vocabulary, **other)]
    server.page("/records.json", json.dumps({"data": records}), "application/json")
    server.on(PATH, ranged(MODEL))
    server.on(f"/files/{VOCABULARY}", ranged(vocabulary))
    return server.url("/")


def ranged(content: bytes, most: int | None = None) -> Callable[[Exchange], None]:
    """Serves from where it is asked to; breaks off after `most` bytes."""

    def answer(exchange: Exchange) -> None:
        asked = exchange.handler.headers.get("Range", "")
        start = int(asked.removeprefix("bytes=").rstrip("-") or 0)
        body = content[start:]
        headers = {"Content-Length": str(len(body))}
        if asked:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        exchange.head(206 if asked else 200, headers)
        exchange.write(body[:most])
        if most is not None:
            exchange.hang_up()

    return answer
