"""Breaking text into screen lines, by cells."""

from __future__ import annotations

import re

# Letters, punctuation and symbols known to be one cell wide everywhere; the rest is measured.
_UNSURE = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u257f]"
)
_JOINER = "\u200d"
_ACCENTS = "\u0300"
"""The first character that takes no cell; those before it take one, accents of their own or not."""

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

    An empty text has one empty line. A column of one cell cannot hold a wide character: text that
    has some is laid out on two.
    """
    simple = is_simple(text)
    width = max(1 if simple else 2, width)
    lines: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while start < length:
        room = width if simple else max(1, _fitting(text, start, width))
        if length - start <= room:
            break
        cut = text.rfind(" ", start, start + room + 1)
        if cut <= start:
            lines.append((start, start + room))
            start += room
            continue
        end = cut
        while end > start and text[end - 1] == " ":
            end -= 1
        lines.append((start, end))
        start = cut
        while start < length and text[start] == " ":
            start += 1
    if start < length or not lines:
        lines.append((start, length))
    return tuple(lines)


def _fitting(text: str, start: int, width: int) -> int:
    """How many code points from `start` fit in `width` cells, what is drawn as one kept whole."""
    # One code point more than the cells: an accent after the last would belong to it.
    if is_simple(text[start : start + width + 1]):
        return min(width, len(text) - start)
    used, index = 0, start
    while index < len(text):
        end = index + 1
        if text[index] < _ACCENTS and text[end : end + 1] < _ACCENTS:
            used += 1
        else:
            end = _drawn_as_one(text, index)
            used += cells(text[index:end])
        if used > width:
            break
        index = end
    return index - start


def _drawn_as_one(text: str, start: int) -> int:
    """The end of the character at `start` with its accents, its variant and what is joined to it.

    The zero-width joiner and variation selector 16 change the width of what they follow, so only
    the whole can be measured (UAX 29, as the terminals that have emoji draw them).
    """
    from rich.cells import get_character_cell_size

    end = start + 1
    while end < len(text) and (text[end - 1] == _JOINER or not get_character_cell_size(text[end])):
        end += 1
    return end


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """`text`, or as much of it as fits in `width` cells with an ellipsis after."""
    if cells(text) <= width:
        return text
    if width < len(ellipsis):
        return ""
    return text[: _fitting(text, 0, width - len(ellipsis))].rstrip() + ellipsis


def fill(text: str, width: int) -> str:
    """`text` cut to `width` cells and followed by blanks up to it."""
    text = clip(text, width)
    return text + " " * (width - cells(text))
