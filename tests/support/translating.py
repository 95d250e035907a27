"""Documents and engines for the tests of translation."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.translation_server import TranslationServer
from tui.document import Article, Document, Language, Origin, Paragraph, Sentence, Span, Translation
from tui.translate import EngineConfig, Patience, build_engines
from tui.translate.online import OnlineEngine
from tui.translate.tmx import TmxReader

QUICK = Patience(
    connect=1.0, read=0.4, total=0.5, pause=0.0, retries=2, backoff=0.01, longest_wait=0.3
)
"""Patience for a server next door."""

PATHS = {
    "google": "/m",
    "mymemory": "/get",
    "libre": "",
    "deepl": "",
    "microsoft": "/microsoft",
    "baidu": "/baidu",
}
KEYS = {"deepl": "k-deepl:fx", "microsoft": "k-microsoft", "baidu": "k-id:k-secret"}


def config_for(
    server: TranslationServer | str, *order: str, patience: Patience = QUICK
) -> EngineConfig:
    """A configuration in which every engine of `order` is the server's (or that address's)."""
    url = server if isinstance(server, str) else server.url
    addresses = {name: url + path for name, path in PATHS.items()}
    return EngineConfig(order=order, addresses=addresses, keys=KEYS, patience=patience)


def engine_at(
    server: TranslationServer | str, name: str, patience: Patience = QUICK
) -> OnlineEngine:
    """One engine, asking the server."""
    (engine,) = build_engines(config_for(server, name, patience=patience))
    assert isinstance(engine, OnlineEngine)
    return engine


def document_of(paragraphs: Sequence[Sequence[str]], language: Language = "it") -> Document:
    """A document with these sentences in these paragraphs."""
    text = ""
    blocks: list[Paragraph] = []
    sentences: list[Sentence] = []
    for number, words in enumerate(paragraphs):
        text += "\n\n" if number else ""
        start = len(text)
        for index, sentence in enumerate(words):
            text += " " if index else ""
            sentences.append(Sentence(Span(len(text), len(text) + len(sentence)), number))
            text += sentence
        blocks.append(Paragraph(Span(start, len(text))))
    article = Article(text, Origin("file", "prova.txt"), language)
    return Document(article, tuple(blocks), tuple(sentences)).check()


def sentences_of(document: Document) -> list[str]:
    """The sentences' words."""
    return [document.words(sentence.span) for sentence in document.sentences]


@dataclass
class Posts:
    """What a desk posted."""

    all: list[dict[int, Translation]] = field(default_factory=list)
    first: threading.Event = field(default_factory=threading.Event)

    def __call__(self, new: Mapping[int, Translation]) -> None:
        self.all.append(dict(new))
        self.first.set()

    @property
    def last(self) -> dict[int, Translation]:
        """The latest word on each sentence."""
        return {index: made for post in self.all for index, made in post.items()}


def seed_pairs() -> list[tuple[str, str]]:
    """The sentences of the article that ships with Edicola, with their translations."""
    (path,) = (Path(__file__).parents[2] / "seeds").glob("*.it-en.tmx")
    with path.open("rb") as stream:
        return [(unit.sentence, unit.translation) for unit in TmxReader().units(stream)]
