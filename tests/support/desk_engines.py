"""Engines of this machine for tests, which work, and articles for them."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from tests.support.translating import document_of
from tests.support.translation_server import rot13
from tui.document import Document, Language
from tui.translate import Answer, Failure, Unavailable


class Local:
    """A working engine of this machine; it turns letters, or words around when it is rough."""

    host: str | None = None

    def __init__(
        self, name: str = "firefox", *, rough: bool = False, batch: int = 16, unknown: str = "§"
    ) -> None:
        self.id = name
        self.label = name.title()
        self.rough = rough
        self.batch = batch
        self.unknown = unknown
        self.missing: Unavailable | None = None
        self.asked: list[list[str]] = []
        self.closed = 0

    def available(self, source: Language, target: Language) -> Unavailable | None:
        return self.missing

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        self.asked.append(list(sentences))
        return [
            Failure(f"{self.label}: not known")
            if self.unknown in sentence
            else f"roughly {rot13(sentence)}"
            if self.rough
            else rot13(sentence)
            for sentence in sentences
        ]

    def close(self) -> None:
        self.closed += 1


def apertium(unknown: str = "§") -> Local:
    return Local("apertium", rough=True, batch=200, unknown=unknown)


def an_article(count: int, unknown: frozenset[int] = frozenset()) -> Document:
    """Paragraphs of three sentences, no two of one shape; some sentences hold a §."""
    words = [
        f"Frase {chr(97 + n // 26 % 26)}{chr(97 + n % 26)} di prova{' §' if n in unknown else ''}."
        for n in range(count)
    ]
    return document_of([words[at : at + 3] for at in range(0, count, 3)])
