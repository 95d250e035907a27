"""JSON in and out: the contract `edicola.document/1`, to which fields are only ever added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, get_args

from tui.document.dates import DateMention, DatePrecision, DateType, Modifier, PartialDate
from tui.document.document import Article, Document, Origin, OriginKind
from tui.document.layers import Cue, Paragraph, ParagraphKind, Quote, QuoteKind, Sentence, Speaker
from tui.document.spans import LayerError, Span
from tui.document.translations import LANGUAGES, Flag, FlagKind, State, Translation

SCHEMA = "edicola.document/1"

Json = dict[str, Any]
T = TypeVar("T")


class ContractError(ValueError):
    """A JSON value is not a document of the contract."""


def to_json(document: Document) -> Json:
    """The document as the contract's JSON object."""
    article = document.article
    text = article.text
    return {
        "schema": SCHEMA,
        "id": article.id,
        "origin": {"kind": article.origin.kind, "location": article.origin.location},
        "title": article.title,
        "byline": article.byline,
        "published": _published_json(article.published),
        "language": article.language,
        "text": text,
        "paragraphs": [{**_span_json(p.span), "kind": p.kind} for p in document.paragraphs],
        "sentences": [
            {
                **_span_json(sentence.span),
                "paragraph": sentence.paragraph,
                "translation": _translation_json(translation),
            }
            for sentence, translation in zip(document.sentences, document.translations, strict=True)
        ],
        "quotes": [_quote_json(quote, text) for quote in document.quotes],
        "dates": [_date_json(mention, text) for mention in document.dates],
    }


def _span_json(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _words_json(span: Span, text: str) -> Json:
    return {**_span_json(span), "text": span.of(text)}


def _published_json(published: PartialDate | None) -> Json | None:
    if published is None:
        return None
    return {"value": published.value, "precision": published.precision}


def _translation_json(translation: Translation | None) -> Json | None:
    if translation is None:
        return None
    return {
        "language": translation.language,
        "text": translation.text,
        "state": translation.state.value,
        "engine": translation.engine,
        "reason": translation.reason,
        "rough": translation.rough,
        "adapted": translation.adapted,
        "flags": [
            {"kind": flag.kind, "change": flag.change, "text": flag.text}
            for flag in translation.flags
        ],
        "passed": list(translation.passed),
    }


def _speaker_json(speaker: Speaker | None, text: str) -> Json | None:
    return {**_words_json(speaker.span, text), "name": speaker.name} if speaker else None


def _quote_json(quote: Quote, text: str) -> Json:
    cue = quote.cue
    return {
        **_words_json(quote.span, text),
        "kind": quote.kind,
        "utterance": quote.utterance,
        "speaker": _speaker_json(quote.speaker, text),
        "via": _speaker_json(quote.via, text),
        "cue": {**_words_json(cue.span, text), "lemma": cue.lemma} if cue else None,
        "confidence": quote.confidence,
        "rule": quote.rule,
        "corrected": quote.corrected,
    }


def _date_json(mention: DateMention, text: str) -> Json:
    return {
        **_words_json(mention.span, text),
        "type": mention.type,
        "value": mention.value,
        "earliest": mention.earliest.isoformat() if mention.earliest else None,
        "latest": mention.latest.isoformat() if mention.latest else None,
        "precision": mention.precision,
        "mod": mention.mod,
        "anchor": mention.anchor,
        "rule": mention.rule,
        "confidence": mention.confidence,
        "corrected": mention.corrected,
    }


def from_json(value: Json) -> Document:
    """The document that `to_json` made `value` of; fields unknown to this version are passed over.

    Raises:
        ContractError: a field is missing or wrong, or a span does not stand for its text.
    """
    try:
        if value["schema"] != SCHEMA:
            raise ContractError(f"schema {value['schema']!r} is not {SCHEMA!r}")
        return _document(value).check()
    except ContractError:
        raise
    except LayerError as error:
        raise ContractError(str(error)) from error
    except KeyError as error:
        raise ContractError(f"the field {error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ContractError(f"not a document: {error}") from error


def _document(value: Json) -> Document:
    text: str = value["text"]
    origin = Origin(_one_of(OriginKind, value["origin"]["kind"]), value["origin"]["location"])
    published = value["published"]
    if value["language"] not in LANGUAGES:
        raise ContractError(f"language {value['language']!r} is neither Italian nor English")
    article = Article(
        text=text,
        origin=origin,
        language=value["language"],
        title=value["title"],
        byline=value["byline"],
        published=PartialDate(published["value"]) if published else None,
    )
    if article.id != value["id"]:
        raise ContractError(f"the id {value['id']!r} is not that of the text")
    return Document(
        article=article,
        paragraphs=tuple(
            Paragraph(_span(item), _one_of(ParagraphKind, item["kind"]))
            for item in value["paragraphs"]
        ),
        sentences=tuple(Sentence(_span(item), item["paragraph"]) for item in value["sentences"]),
        translations=tuple(
            _optional(_translation, item["translation"]) for item in value["sentences"]
        ),
        quotes=tuple(_quote(item, text) for item in value["quotes"]),
        dates=tuple(_date(item, text) for item in value["dates"]),
    )


def _one_of(choices: Any, value: T) -> T:
    if value not in get_args(choices):
        raise ContractError(f"{value!r} is none of {', '.join(get_args(choices))}")
    return value


def _optional(read: Callable[[Json], T], value: Json | None) -> T | None:
    return None if value is None else read(value)


def _span(item: Json, text: str | None = None) -> Span:
    span = Span(item["start"], item["end"])
    if text is not None and span.of(text) != item["text"]:
        raise ContractError(f"{span.of(text)!r} stands at {span}, not {item['text']!r}")
    return span


def _translation(item: Json) -> Translation:
    return Translation(
        item["language"],
        item["text"],
        State(item["state"]),
        item["engine"],
        item.get("reason"),
        rough=item.get("rough", False),
        adapted=item.get("adapted", False),
        flags=tuple(
            Flag(_one_of(FlagKind, flag["kind"]), flag["change"], flag["text"])
            for flag in item.get("flags", ())
        ),
        passed=tuple(item.get("passed", ())),
    )


def _quote(item: Json, text: str) -> Quote:
    def speaker(value: Json) -> Speaker:
        return Speaker(_span(value, text), value["name"])

    def cue(value: Json) -> Cue:
        return Cue(_span(value, text), value["lemma"])

    return Quote(
        span=_span(item, text),
        kind=_one_of(QuoteKind, item["kind"]),
        utterance=item["utterance"],
        speaker=_optional(speaker, item["speaker"]),
        via=_optional(speaker, item["via"]),
        cue=_optional(cue, item["cue"]),
        confidence=item["confidence"],
        rule=item.get("rule", ""),
        corrected=item.get("corrected", False),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _date(item: Json, text: str) -> DateMention:
    mod = item["mod"]
    return DateMention(
        span=_span(item, text),
        type=_one_of(DateType, item["type"]),
        value=item["value"],
        earliest=_day(item["earliest"]),
        latest=_day(item["latest"]),
        precision=_one_of(DatePrecision, item["precision"]),
        mod=_one_of(Modifier, mod) if mod else None,
        anchor=item["anchor"],
        rule=item["rule"],
        confidence=item["confidence"],
        corrected=item.get("corrected", False),
    )
