"""Between what is kept and what is read: articles as documents, headlines with translations."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from tui import pipeline
from tui.document import (
    Article,
    Document,
    Language,
    Origin,
    Paragraph,
    ParagraphKind,
    PartialDate,
    Sentence,
    Span,
    State,
    Translation,
)
from tui.extract import detect_language, split_sentences
from tui.library.kinds import Headline, Incoming, Kept, Text
from tui.sources import SourceError

if TYPE_CHECKING:
    from tui.translate import Desk

_KINDS: Mapping[str, ParagraphKind] = {"h": "heading", "i": "item"}
_BEGINNING = 200
"""Code points of a text that stand for its title, where it has none."""
_LETTERS: Mapping[ParagraphKind, str] = {"heading": "h", "item": "i"}


def as_document(kept: Kept) -> Document:
    """The document of an article that is kept, with its sentences, not yet analysed.

    Raises:
        SourceError: it is neither Italian nor English.
    """
    head = kept.headline
    # Where a source gives no title, how the text begins stands in lists; it is not said twice.
    given = bool(head.title) and not kept.text.words.startswith(head.title.removesuffix("…"))
    parts: list[tuple[str, ParagraphKind]] = [(head.title, "title")] if given else []
    bodies = kept.text.words.split("\n\n") if kept.text.words else []
    for number, words in enumerate(bodies):
        parts.append((words, _KINDS.get(kept.text.kinds[number : number + 1], "body")))
    paragraphs, at = [], 0
    for words, kind in parts:
        paragraphs.append(Paragraph(Span(at, at + len(words)), kind))
        at += len(words) + 2
    text = "\n\n".join(words for words, _ in parts)
    language = detect_language(text) or _language(head.language)
    if language is None:
        raise SourceError("it seems to be neither Italian nor English; o opens it in the browser")
    article = Article(
        text=text,
        origin=_origin(head),
        language=language,
        title=head.title if given else None,
        byline=kept.author or None,
        published=written(head.published),
    )
    return Document(article, tuple(paragraphs), split_sentences(text, tuple(paragraphs), language))


def written(seconds: int | None) -> PartialDate | None:
    """The day of a moment, where this machine is."""
    if seconds is None:
        return None
    try:
        return PartialDate(datetime.fromtimestamp(seconds).astimezone().date().isoformat())
    except (ValueError, OverflowError, OSError):
        return None


def _language(name: str) -> Language | None:
    if name == "it":
        return "it"
    return "en" if name == "en" else None


def _origin(head: Headline) -> Origin:
    kind: Literal["feed", "file"] = "feed" if "://" in head.link or not head.link else "file"
    return Origin(kind, head.link or head.source)


def as_incoming(document: Document, now: int) -> Incoming:
    """An article that was read from a page or a file, as the saved shelf takes it."""
    article = document.article
    body = [p for p in document.paragraphs if p.kind != "title"]
    published = article.published
    moment = None
    if published is not None and len(published.value) >= 10:
        moment = int(datetime.fromisoformat(published.value[:10]).astimezone().timestamp())
    return Incoming(
        entry=article.origin.location if article.origin.kind != "stdin" else document.id,
        title=article.title or _beginning(document),
        text=Text(
            "\n\n".join(p.span.of(article.text) for p in body),
            "".join(_LETTERS.get(p.kind, "b") for p in body),
        ),
        link=article.origin.location if article.origin.kind != "stdin" else "",
        author=article.byline or "",
        language=article.language,
        published=moment if moment is not None else now,
    )


def _beginning(document: Document) -> str:
    """The first sentence, or as much of it as a list shows."""
    first = document.words(document.sentences[0].span) if document.sentences else ""
    return first if len(first) <= _BEGINNING else first[: _BEGINNING - 1].rsplit(" ", 1)[0] + "…"


Titles = Mapping[int, tuple[str, bool]]
"""Translations of headlines by article, and whether they are rough."""


def translate_titles(
    headlines: Sequence[Headline],
    desk: Desk,
    post: Callable[[Titles], None],
    cancel: threading.Event,
) -> None:
    """Translate headlines, each language for itself, in the order given; `post` takes each."""
    for language in ("it", "en"):
        some = [each for each in headlines if _spoken(each) == language and each.title]
        if some and not cancel.is_set():
            _translate_some(some, "it" if language == "it" else "en", desk, post, cancel)


def _spoken(headline: Headline) -> Language | None:
    return _language(headline.language) or detect_language(headline.title)


def _translate_some(
    headlines: Sequence[Headline],
    language: Language,
    desk: Desk,
    post: Callable[[Titles], None],
    cancel: threading.Event,
) -> None:
    text = "\n\n".join(each.title for each in headlines)
    sentences, at = [], 0
    for number, each in enumerate(headlines):
        sentences.append(Sentence(Span(at, at + len(each.title)), number))
        at += len(each.title) + 2
    paragraphs = tuple(Paragraph(sentence.span) for sentence in sentences)
    document = Document(
        Article(text=text, origin=Origin("feed", "headlines"), language=language),
        paragraphs,
        tuple(sentences),
    )

    def take(new: Mapping[int, Translation]) -> None:
        done = {
            headlines[n].id: (made.text or headlines[n].title, made.rough)
            for n, made in new.items()
            if made.state not in (State.PENDING, State.FAILED)
        }
        if done:
            post(done)

    pipeline.translate(document, desk, post=take, cancel=cancel)
