"""Breaking text into screen lines, by cells."""

from __future__ import annotations

import re

# Letters, punctuation and symbols known to be one cell wide everywhere; the rest is measured.
_UNSURE = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u257f]"
)

Lines = tuple[tuple[int, int], ...]
"""Start and end (code points) of each screen line; blanks at a break belong to no line."""


def is_simple(text: str) -> bool:
    """Whether every character of `text` is exactly one cell wide."""
    return _UNSURE.search(text) is None


def cells(text: str) -> int:
    """How many cells `text` takes on a line."""
    if is_simple(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int) -> Lines:
    """The lines of `text` in a column `width` cells wide; words longer than it are cut.

    An empty text has one empty line.
    """
    width = max(1, width)
    if not is_simple(text):
        return _wrap_measured(text, max(2, width))
    lines: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while length - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            lines.append((start, start + width))
            start += width
            continue
        end = cut
        while end > start and text[end - 1] == " ":
            end -= 1
        lines.append((start, end))
        start = _after_blanks(text, cut)
    if start < length or not lines:
        lines.append((start, length))
    return tuple(lines)


def _after_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start] == " ":
        start += 1
    return start


def _wrap_measured(text: str, width: int) -> Lines:
    """The same for text with wide or combining characters, by their measured cells."""
    from rich.cells import get_character_cell_size

    lines: list[tuple[int, int]] = []
    start, used, blank = 0, 0, -1
    index = 0
    while index < len(text):
        size = get_character_cell_size(text[index])
        if used + size > width and index > start:
            if text[index] == " ":
                blank = index
            cut = blank if blank > start else index
            lines.append((start, len(text[:cut].rstrip(" ")) if blank > start else cut))
            start = index = _after_blanks(text, cut)
            used, blank = 0, -1
            continue
        if text[index] == " ":
            blank = index
        used += size
        index += 1
    if start < len(text) or not lines:
        lines.append((start, len(text)))
    return tuple(lines)


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """`text`, or as much of it as fits in `width` cells with an ellipsis after."""
    if cells(text) <= width:
        return text
    if width < len(ellipsis):
        return ""
    kept = len(text)
    while kept and cells(text[:kept]) + len(ellipsis) > width:
        kept -= 1
    return text[:kept].rstrip() + ellipsis


def fill(text: str, width: int) -> str:
    """`text` cut to `width` cells and followed by blanks up to it."""
    text = clip(text, width)
    return text + " " * (width - cells(text))
