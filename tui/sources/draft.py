"""What a source hands over: an article's text and paragraphs, before its sentences are found."""

from __future__ import annotations

from dataclasses import dataclass

from tui.document import Language, Origin, Paragraph, PartialDate


class SourceError(Exception):
    """A source could not be read; the message is one line for a person, and says what to do."""


class Stopped(SourceError):  # noqa: N818 - not a fault: what the reader asked for
    """The reader asked to stop before the source was read; nothing of it was kept."""


@dataclass(frozen=True)
class Draft:
    """An article as its source gives it, already sanitised."""

    text: str
    """Everything one reads, headline first; control codes and bidi overrides are gone."""
    paragraphs: tuple[Paragraph, ...]
    """In order; what lies between them is white space only."""
    origin: Origin
    title: str | None = None
    """The headline; when there is one it is the first paragraph too."""
    byline: str | None = None
    published: PartialDate | None = None
    language: Language | None = None
    """What the source declares, when it is Italian or English; None when it says nothing."""
