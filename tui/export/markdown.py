"""Markdown (CommonMark): the article beside its translation, then who said what, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tui.document import (
    LANGUAGE_NAMES,
    DateMention,
    Document,
    Paragraph,
    Quote,
    Sentence,
    State,
    Translation,
)
from tui.sanitize import sanitize_line

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~!&]")
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")  # not the spaces that hold « » and words together
_OPENING = re.compile(r"([-+=])|(\d{1,9})([.)])(?=\s|$)")


def to_markdown(document: Document) -> str:
    """The document as Markdown, ending in a line end.

    A paragraph has one line for each sentence; its translation follows as a block quote, line
    against line, and says of each sentence that has none why. What the article says can never
    become markup: the special characters are escaped.
    """
    blocks = [*_head(document), *_body(document)]
    if document.quotes or document.dates:
        blocks.append("---")
    if document.quotes:
        blocks += ["## Quotes", "\n".join(_quotes(document))]
    if document.dates:
        blocks += ["## Dates", "\n".join(_date(document, mention) for mention in document.dates)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """The words of `text` on one line, such that Markdown shows them as they are."""
    line = _SPECIAL.sub(r"\\\g<0>", _BLANKS.sub(" ", text).strip())
    opening = _OPENING.match(line)
    if opening is None:
        return line
    at = opening.start(3) if opening[3] else 0
    return f"{line[:at]}\\{line[at:]}"


def _head(document: Document) -> Iterator[str]:
    article = document.article
    first = document.paragraphs[0] if document.paragraphs else None
    if first is not None and first.kind == "title":
        yield "# " + escaped(document.words(first.span))
        if said := _translations(document, 0):
            yield said
    else:
        yield "# " + escaped(article.title or "Untitled article")
    facts = [f"Source: {escaped(sanitize_line(article.origin.location))}"]
    if article.byline:
        facts.append(f"By: {escaped(article.byline)}")
    published = article.published
    facts.append(f"Date: {published.value}" if published else "Date: not known")
    facts.append(f"Language: {LANGUAGE_NAMES[article.language]}")
    if any(document.translations):
        facts.append(_standing(document))
    yield "\n".join(f"- {fact}" for fact in facts)


def _standing(document: Document) -> str:
    """How much of the article is translated, and by whom."""
    counts: dict[str, int] = {}
    for translation in document.translations:
        state = translation.state if translation else State.PENDING
        engine = translation.engine if translation else None
        rough = " roughly" if translation and translation.rough else ""
        word = {
            State.TRANSLATED: f"translated{rough} by {escaped(engine or 'an engine')}",
            State.REMEMBERED: "adapted" if translation and translation.adapted else "remembered",
            State.FAILED: "not translated",
            State.SAME: "left as it is",
            State.PENDING: "not translated yet",
        }[state]
        counts[word] = counts.get(word, 0) + 1
    said = ", ".join(f"{count} {word}" for word, count in counts.items())
    flagged = sum(bool(each.flags) for each in document.translations if each)
    differ = (
        f"; in {flagged} of them a number, date, name or quotation mark differs" if flagged else ""
    )
    return f"Translation into {LANGUAGE_NAMES[document.target]}, by sentence: {said}{differ}"


def _body(document: Document) -> Iterator[str]:
    for number, paragraph in enumerate(document.paragraphs):
        if paragraph.kind == "title" and number == 0:
            continue
        lines = [escaped(document.words(s.span)) for _, s in _sentences(document, number)]
        # A sentence may be a blank; then the paragraph speaks for itself.
        text = "\\\n".join(lines if any(lines) else [escaped(document.words(paragraph.span))])
        if paragraph.kind in ("heading", "title"):
            text = "## " + text.replace("\\\n", " ")
        said = _translations(document, number)
        yield _as_item(paragraph, f"{text}\n\n{said}" if said else text)


def _as_item(paragraph: Paragraph, text: str) -> str:
    if paragraph.kind != "item":
        return text
    return "- " + text.replace("\n", "\n  ").replace("\n  \n", "\n\n")


def _sentences(document: Document, paragraph: int) -> list[tuple[int, Sentence]]:
    return [(i, document.sentences[i]) for i in document.sentences_of(paragraph)]


def _translations(document: Document, paragraph: int) -> str:
    """The block quote under a paragraph; empty when no translation was asked for."""
    translations = [document.translations[i] for i, _ in _sentences(document, paragraph)]
    if not any(translations):
        return ""
    return "\\\n".join(f"> {_translation(each)}" for each in translations)


def _translation(translation: Translation | None) -> str:
    if translation is None or translation.state is State.PENDING:
        return "*(not translated yet)*"
    if translation.text is None:
        return f"*(not translated: {escaped(translation.reason or 'no reason given')})*"
    notes = [f"{flag.change}: {escaped(flag.text)}" for flag in translation.flags]
    return escaped(translation.text) + (f" *({'; '.join(notes)})*" if notes else "")


def _quotes(document: Document) -> Iterator[str]:
    """One item for each utterance, its parts in order."""
    for _, group in groupby(document.quotes, key=lambda quote: quote.utterance):
        parts = list(group)
        words = " … ".join(_words(document, part) for part in parts)
        first = parts[0]
        who = f"**{escaped(first.speaker.name)}**" if first.speaker else "speaker not named"
        how = [escaped(document.words(first.cue.span))] if first.cue else []
        how += [f"relayed by {escaped(first.via.name)}"] if first.via else []
        told = f" ({', '.join(how)})" if how else ""
        yield f"- {who}{told}: {words}"


def _words(document: Document, quote: Quote) -> str:
    words = escaped(document.words(quote.span))
    return words if quote.kind == "indirect" else f"“{words}”"


def _date(document: Document, mention: DateMention) -> str:
    how: list[str] = [mention.precision]
    how += [mention.mod.lower().replace("_", " ")] if mention.mod else []
    how += [f"reckoned from {escaped(mention.anchor)}"] if mention.anchor else []
    words = escaped(document.words(mention.span))
    return f"- **{escaped(mention.value)}** ({', '.join(how)}): “{words}”"
