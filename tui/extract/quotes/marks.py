"""Quotation marks: which open, which close, which are apostrophes; one pass over each paragraph.

A stack holds what is open. Only the outermost pairs are reported: what a quotation quotes is part
of it. A mark that nothing answers costs at most its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.document import Paragraph
from tui.extract.tables import word_set

_MARK = re.compile(
    # A class stands first because only so can the scan skip to the next mark.
    r"[«»“”„‟\"‘’‚‛'‹›`<>](?:(?<=<)<|(?<=>)>|(?<=`)`|(?<=')'|(?<![<>'’])"
    # An apostrophe inside a word is no mark: most are.
    r"|(?<=['’])(?:(?<![^\W_].)|(?![^\W_])))"
)
_CLOSES = {
    "«": "»",
    "»": "«",
    "“": "”",
    "”": "”",
    "„": "“”",
    "‟": "”",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "‚": "‘’",
    "‛": "’",
    "'": "'’",
    "’": "’'",
    '"': '"',
    "<<": ">>",
    "``": "''",
    "''": "''",
}
_ALWAYS_OPEN = frozenset(["«", "“", "„", "‟", "‹", "‘", "‚", "‛", "<<", "``"])
_SINGLE = frozenset("'’‘‚‛")
_CUT = word_set("po mo di fa va sta da be to ca e a o perche piu cosi puo gia cioe ne finche")
"""Words that end in an apostrophe of their own: *un po'*, and accents typed as *perche'*."""
_LEAST_UNCLOSED = 20
"""A passage whose closing mark is missing is kept when longer than this, to its paragraph's end."""
_DEEPEST = 4
_AHEAD = 400
"""How far, in code points, an apostrophe looks for the mark that would close it."""


class Marked(NamedTuple):
    """A passage in marks."""

    start: int
    """The first code point after the opening mark."""
    end: int
    """The closing mark, or the paragraph's end when it is missing."""
    outer_start: int
    outer_end: int
    """The passage with its marks."""
    paragraph: int
    continues: bool = False
    """Whether it goes on from the paragraph before, which left it open."""


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    end: int


Dashed = Callable[[str, int, int, int], list[Marked]]
_DASHES = frozenset("-–—")


def find_marks(
    text: str, paragraphs: Sequence[Paragraph], dashed: Dashed | None = None
) -> list[Marked]:
    """The passages in marks, outermost only, in order.

    `dashed` finds what is said between dashes in a paragraph that begins with one.
    """
    out: list[Marked] = []
    left_open: str | None = None
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        found, unclosed = _in_paragraph(text, start, end, number)
        if dashed and not found and not unclosed and text[start] in _DASHES:
            found = dashed(text, start, end, number)
        reopened = left_open is not None and text.startswith(left_open, start)
        if reopened and found and found[0].outer_start == start:
            first = found[0]
            found[0] = Marked(
                first.start, first.end, first.outer_start, first.outer_end, number, True
            )
        following = paragraphs[number + 1].span.start if number + 1 < len(paragraphs) else len(text)
        left_open = None
        if unclosed:
            reopens = unclosed.mark not in _SINGLE and text.startswith(unclosed.mark, following)
            if reopens:
                left_open = unclosed.mark
            if reopens or end - unclosed.end > _LEAST_UNCLOSED:
                found.append(Marked(unclosed.end, end, unclosed.start, end, number))
                if reopened and len(found) == 1:
                    found[0] = Marked(unclosed.end, end, unclosed.start, end, number, True)
        out += [mark for mark in found if text[mark.start : mark.end].strip()]
    return out


def _in_paragraph(
    text: str, start: int, end: int, number: int
) -> tuple[list[Marked], _Open | None]:
    """The closed passages of one paragraph, and the mark left open at its end."""
    stack: list[_Open] = []
    found: list[Marked] = []
    inner: list[Marked] = []
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        level = _closed_level(stack, mark, before, behind, text, at)
        if level is not None:
            opened = stack[level]
            del stack[level:]
            passage = Marked(opened.end, at, opened.start, after, number)
            if stack:
                inner.append(passage)
            else:
                inner.clear()
                found.append(passage)
        elif (
            len(stack) < _DEEPEST
            and _opens(mark, before, behind, inside=bool(stack))
            and (mark not in ("'", "’") or _answered(text, after, end))
        ):
            stack.append(_Open(mark, at, after))
    if not stack:
        return found, None
    # Something is left open: passages that closed inside it are the better guess.
    found += _outermost(inner)
    lonely = stack[0]
    if inner or lonely.mark in _SINGLE:
        return found, None
    return found, lonely


def _outermost(passages: list[Marked]) -> list[Marked]:
    out: list[Marked] = []
    for passage in sorted(passages, key=lambda passage: passage.outer_start):
        if not out or passage.outer_start >= out[-1].outer_end:
            out.append(passage)
    return out


def _closed_level(
    stack: list[_Open], mark: str, before: str, behind: str, text: str, at: int
) -> int | None:
    """The level of the stack that `mark` closes, or None when it closes nothing."""
    for level in range(len(stack) - 1, -1, -1):
        opened = stack[level].mark
        if mark not in _CLOSES[opened] and not (mark == opened == "“"):
            continue
        if mark in ("'", "’"):
            if _apostrophe(before, behind, text, at):
                return None
        elif mark == '"':
            if not _straight_closes(before, behind):
                return None
        elif mark == opened and (not before.strip() or behind.isalnum()):
            return None
        return level
    return None


def _apostrophe(before: str, behind: str, text: str, at: int) -> bool:
    if behind.isalnum() or not before.strip():
        return True
    word = re.search(r"[^\W\d_]*\Z", text[max(0, at - 8) : at])
    return word is not None and word[0].lower() in _CUT and behind == " "


def _straight_closes(before: str, behind: str) -> bool:
    if behind.isalnum() and not before.isalnum() and before not in ".!?…»”":
        return False
    return bool(before.strip()) or not behind.strip() or not behind.isalnum()


def _opens(mark: str, before: str, behind: str, *, inside: bool) -> bool:
    free = not before.isalnum() and before not in ".!?…%"
    if mark in ("'", "’"):
        return (not before.strip() or before in '([«“"-–—') and behind.isalpha()
    if mark in ("‘", "‛", "‚"):
        return not before.isalnum() and bool(behind.strip())
    if mark in _ALWAYS_OPEN:
        return True
    if mark == '"':
        if before.isdigit():
            return False
        return (free or before in "'’") and (bool(behind.strip()) or not inside)
    return mark in ("»", "”", "›", "''") and not before.strip() and behind.isalnum()


_ANSWER = re.compile(r"['’](?!\w)")


def _answered(text: str, start: int, end: int) -> bool:
    """Whether a single mark that would open at `start` finds one that may close it."""
    for match in _ANSWER.finditer(text, start, min(end, start + _AHEAD)):
        if not _apostrophe(
            text[match.start() - 1], text[match.end() : match.end() + 1] or " ", text, match.start()
        ):
            return True
    return False
