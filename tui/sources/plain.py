"""Plain text: where its paragraphs are, and what its first lines say about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from tui.document import Origin, Paragraph, ParagraphKind, PartialDate, Span, parse_partial_date
from tui.sanitize import sanitize, sanitize_line
from tui.sources.blocks import Particulars, declared_language
from tui.sources.draft import Draft, SourceError

# A line longer than this was not broken by hand or by a mailer: it is a paragraph.
_WRAP = 120
_TITLE = 150

_MARKER = re.compile(r"[ \t]*(?:[-*•‣◦·]|\d{1,3}[.)])[ \u00a0]+(?=\S)")
_BULLET = re.compile(r"[ \t]*[-*•‣◦·] ")
_DATE = re.compile(r"\s*date\s+(\d{4}(?:-\S+)?)(?:[^\S\n]+|(?=\n)|$)")
_FIELD = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(\S.*)")
FIELDS = {
    "titolo": "title",
    "title": "title",
    "autore": "byline",
    "author": "byline",
    "byline": "byline",
    "data": "published",
    "date": "published",
    "lingua": "language",
    "language": "language",
    "lang": "language",
}
"""The words for the lines above a text, and the particulars they give."""
_STOPS = (".", ",", ";", ":", "…", "-")
_CLOSERS = "\"'”’»)]"

Line = tuple[int, int]


def read_plain(text: str, origin: Origin) -> Draft:
    """The draft of a plain text, sanitised here; the words between paragraphs stay as they are.

    Blank lines divide paragraphs. Lines that stand together are one paragraph when a mailer or
    a hand wrapped them, and a paragraph each when they did not need wrapping.

    Raises:
        SourceError: there is nothing to read in it.
    """
    text = sanitize(text)
    text, about = split_fields(text)
    text, published = split_date(text)
    if about.title and text.lstrip().partition("\n")[0].rstrip() != about.title:
        text = f"{about.title}\n\n{text.lstrip()}"
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if first >= last:
        raise SourceError("there is no text in it; nothing was opened")
    text = text[first:last]
    paragraphs = tuple(_paragraphs(text))
    title = about.title
    if title or _is_headline(text, paragraphs):
        paragraphs = (paragraphs[0]._replace(kind="title"), *paragraphs[1:])
        title = paragraphs[0].span.of(text)
    return Draft(
        text=text,
        paragraphs=paragraphs,
        origin=origin,
        title=title,
        byline=about.byline,
        published=published or about.published,
        language=about.language,
    )


def split_date(text: str) -> tuple[str, PartialDate | None]:
    """The text without its header `date 2024-06`, and the date the header gives.

    A header that names no real month or day is part of the text.
    """
    found = _DATE.match(text)
    published = parse_partial_date(found[1]) if found else None
    return (text[found.end() :], published) if found and published else (text, None)


def split_fields(text: str) -> tuple[str, Particulars]:
    """The text without the lines `Titolo: …`, `Autore: …`, `Data: …` above it, and what they say.

    They count only when an empty line follows them and every one of them is understood: else
    they are the beginning of the text.
    """
    at = len(text) - len(text.lstrip("\n "))
    head, gap, _ = text[at : at + 2_000].partition("\n\n")
    fields: dict[str, str] = {}
    for line in head.split("\n"):
        found = _FIELD.fullmatch(line.strip())
        name = FIELDS.get(found[1].lower()) if found else None
        if not found or not name or name in fields:
            return text, Particulars()
        fields[name] = sanitize_line(found[2])
    about = particulars(fields)
    understood = all(getattr(about, name) for name in fields)
    if not gap or not understood:
        return text, Particulars()
    return text[at + len(head) :], about


def particulars(fields: dict[str, str]) -> Particulars:
    """What metadata lines say, from `title`, `byline`, `published` and `language`."""
    from tui.sources.when import parse_when

    return Particulars(
        title=fields.get("title") or None,
        byline=fields.get("byline") or None,
        published=parse_when(fields.get("published", "")),
        language=declared_language(fields.get("language")),
    )


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for block in _blocks(text):
        for kind, lines in _divided(text, block):
            yield Paragraph(Span(lines[0][0], lines[-1][1]), kind)


def _blocks(text: str) -> Iterator[list[Line]]:
    """The lines that stand together, trimmed; what divides them is blank lines."""
    block: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            start = at + raw.index(words[0])
            block.append((start, start + len(words)))
        elif block:
            yield block
            block = []
        at += len(raw) + 1
    if block:
        yield block


def _divided(text: str, block: list[Line]) -> Iterator[tuple[ParagraphKind, list[Line]]]:
    if len(block) == 1:
        yield "item" if _MARKER.match(text, *block[0]) else "body", block
        return
    begins = _beginnings(text, block)
    listed = sum(_BULLET.match(text, *line) is not None for line in block) > 1
    current: list[Line] = []
    kind: ParagraphKind = "body"
    for line in block:
        item = _MARKER.match(text, *line) is not None and (
            # A wrapped line can chance to begin with a dash, or with `15. `.
            not current or kind == "item" or listed or text[current[-1][1] - 1] in ":;"
        )
        hanging = kind == "item" and _indent(text, line) > _indent(text, current[0])
        if current and (item or (not hanging and begins(current[-1], line))):
            yield kind, current
            current, kind = [], "body"
        if item:
            kind = "item"
        current.append(line)
    yield kind, current


def _indent(text: str, line: Line) -> int:
    return line[0] - text.rfind("\n", 0, line[0])


def _beginnings(text: str, block: list[Line]) -> Callable[[Line, Line], bool]:
    """Tells of two neighbouring lines whether the second begins a paragraph.

    Wrapped lines are full: the next word did not fit. Where nearly all of them are, one that
    is not, and ends in a stop, ends its paragraph; where they are not, each is a paragraph.
    """
    width = max(end - start for start, end in block)

    def is_full(line: Line, following: Line) -> bool:
        word = text.find(" ", *following)
        room = line[1] - line[0] + 1 + (word if word >= 0 else following[1]) - following[0]
        return room >= 0.8 * width

    pairs = list(pairwise(block))
    full = sum(is_full(*pair) for pair in pairs)
    if width > _WRAP or full < 0.7 * len(pairs):
        return lambda *_: True
    return lambda line, following: not is_full(line, following) and _ends(text, line)


def _ends(text: str, line: Line) -> bool:
    return text[line[0] : line[1]].rstrip(_CLOSERS).endswith((".", "!", "?", "…"))


def _is_headline(text: str, paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether the first paragraph is a short line without a stop, above a longer text."""
    if len(paragraphs) < 2 or paragraphs[0].kind != "body":
        return False
    line, body = (paragraph.span.of(text) for paragraph in paragraphs[:2])
    return (
        len(line) <= _TITLE
        and "\n" not in line
        and not line.rstrip(_CLOSERS).endswith(_STOPS)
        and len(body) > len(line)
        and any(_ends(text, (p.span.start, p.span.end)) for p in paragraphs[1:3])
    )
