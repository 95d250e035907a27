"""The document: an article with its layers, frozen, replaced whole."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from tui.document.dates import DateMention, PartialDate
from tui.document.layers import Paragraph, Quote, Sentence
from tui.document.spans import LayerError, Span
from tui.document.translations import Language, State, Translation, other_language

OriginKind = Literal["file", "page", "feed", "stdin"]


class Origin(NamedTuple):
    """Where an article came from."""

    kind: OriginKind
    location: str
    """The path or address as it was given; `-` for standard input."""


@dataclass(frozen=True)
class Article:
    """One immutable text, with what its source says about it."""

    text: str
    """Everything one reads, headline first; free of control codes and bidi overrides."""
    origin: Origin
    language: Language
    title: str | None = None
    """The headline; when there is one it is the first paragraph of `text` too."""
    byline: str | None = None
    published: PartialDate | None = None
    """When the source says it was written; None when it does not say."""

    @cached_property
    def id(self) -> str:
        """The first 16 hexadecimal digits of the text's SHA-256."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Document:
    """An article with its layers: the model that every panel and every export reads."""

    article: Article
    paragraphs: tuple[Paragraph, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    translations: tuple[Translation | None, ...] = field(default=())
    """One for each sentence; None where no translation was asked for."""

    def __post_init__(self) -> None:
        if not self.translations and self.sentences:
            object.__setattr__(self, "translations", (None,) * len(self.sentences))
        if len(self.translations) != len(self.sentences):
            raise LayerError(
                f"{len(self.translations)} translations for {len(self.sentences)} sentences"
            )

    @property
    def id(self) -> str:
        """The article's id: the same text is the same document."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def target(self) -> Language:
        """The language it is translated into."""
        return other_language(self.article.language)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at `offset`, else of the last one before it; 0 at least."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def words(self, span: Span) -> str:
        """What the text says at `span`."""
        return span.of(self.text)

    def sentences_of(self, paragraph: int) -> range:
        """The indices of the sentences of a paragraph, found without looking at the others."""
        number = attrgetter("paragraph")
        first = bisect_left(self.sentences, paragraph, key=number)
        return range(first, bisect_right(self.sentences, paragraph, lo=first, key=number))

    @property
    def paragraph_sentences(self) -> tuple[range, ...]:
        """For each paragraph the indices of its sentences."""
        return tuple(self.sentences_of(number) for number in range(len(self.paragraphs)))

    def tally(self) -> dict[State, int]:
        """How many sentences are in each state; those without a translation count as pending."""
        counts = dict.fromkeys(State, 0)
        for translation in self.translations:
            counts[translation.state if translation else State.PENDING] += 1
        return counts

    def with_translations(self, new: Mapping[int, Translation]) -> Document:
        """The same document with the translations of some sentences, by index, replaced."""
        if not new:
            return self
        translations = list(self.translations)
        for index, translation in new.items():
            translations[index] = translation
        out = replace(self, translations=tuple(translations))
        if "_starts" in self.__dict__:
            out.__dict__["_starts"] = self.__dict__["_starts"]
        return out

    def with_findings(
        self, quotes: Iterable[Quote] | None = None, dates: Iterable[DateMention] | None = None
    ) -> Document:
        """The same document with other quotes, other dates, or both."""
        return replace(
            self,
            quotes=self.quotes if quotes is None else tuple(quotes),
            dates=self.dates if dates is None else tuple(dates),
        )

    def with_published(self, published: PartialDate | None) -> Document:
        """The same document under another date; its dates have to be resolved anew."""
        return replace(self, article=replace(self.article, published=published))

    def check(self) -> Document:
        """The document itself, if every layer fits the text.

        Raises:
            LayerError: a span leaves the text, or items of a layer overlap where they may not.
        """
        _check_apart("paragraphs", [p.span for p in self.paragraphs], len(self.text))
        _check_apart("sentences", [s.span for s in self.sentences], len(self.text))
        _check_apart("dates", [d.span for d in self.dates], len(self.text))
        previous = 0
        for sentence in self.sentences:
            if not previous <= sentence.paragraph < len(self.paragraphs):
                raise LayerError(f"no paragraph {sentence.paragraph} for {sentence.span}")
            previous = sentence.paragraph
            if not self.paragraphs[sentence.paragraph].span.contains(sentence.span):
                raise LayerError(f"the sentence at {sentence.span} leaves its paragraph")
        _check_quotes(self.quotes, len(self.text))
        return self


def _check_apart(layer: str, spans: list[Span], length: int) -> None:
    end = 0
    for span in spans:
        if not span:
            raise LayerError(f"{layer}: nothing stands at {span}")
        if span.start < end or span.end > length:
            raise LayerError(f"{layer}: {span} overlaps its neighbour or leaves the text")
        end = span.end


def _check_quotes(quotes: tuple[Quote, ...], length: int) -> None:
    previous = Span(0, 0)
    for quote in quotes:
        parts = [quote.span]
        parts += [who.span for who in (quote.speaker, quote.via) if who]
        parts += [quote.cue.span] if quote.cue else []
        if any(part.end > length or not part for part in parts):
            raise LayerError(f"the quote at {quote.span} is empty or leaves the text")
        if quote.kind != "indirect":
            if quote.span.start < previous.end:
                raise LayerError(f"the quotes at {previous} and {quote.span} overlap")
            previous = quote.span
