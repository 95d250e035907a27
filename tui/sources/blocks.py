"""Paragraphs as their source gives them, put together into one text with spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.document import Language, Origin, Paragraph, ParagraphKind, PartialDate, Span
from tui.sources.draft import Draft

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph before it has a place in a text."""

    words: str
    """Sanitised, without blanks around; never empty."""
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a source says about its article, apart from the article."""

    title: str | None = None
    byline: str | None = None
    published: PartialDate | None = None
    language: Language | None = None


def draft_of(blocks: Sequence[Block], origin: Origin, about: Particulars) -> Draft:
    """The draft whose text is `about.title`, if any, and then `blocks`, one empty line apart.

    A first block that says the same as the title is the title, not said twice.
    """
    body = list(blocks)
    if about.title:
        if body and same_words(body[0].words, about.title):
            del body[0]
        body.insert(0, Block(about.title, "title"))
    text = _GAP.join(block.words for block in body)
    return Draft(
        text=text,
        paragraphs=tuple(_placed(body)),
        origin=origin,
        title=about.title,
        byline=about.byline,
        published=about.published,
        language=about.language,
    )


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same, whatever their marks, blanks and capitals."""
    return _bare(one) == _bare(other)


def declared_language(tag: str | None) -> Language | None:
    """The language of a BCP 47 tag (`it-IT`, `en_GB`) when it is Italian or English."""
    head = (tag or "").strip().lower().replace("_", "-").partition("-")[0]
    if head in ("it", "ita", "italiano", "italian"):
        return "it"
    return "en" if head in ("en", "eng", "inglese", "english") else None


def _placed(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    at = 0
    for block in blocks:
        end = at + len(block.words)
        yield Paragraph(Span(at, end), block.kind)
        at = end + len(_GAP)


def _bare(line: str) -> str:
    return "".join(char for char in line.casefold() if char.isalnum())
