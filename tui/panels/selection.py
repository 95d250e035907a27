"""What is selected with the mouse: characters of one side, whatever the wrapping."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.panels.layout import Layout
from tui.panels.rows import Side


class Point(NamedTuple):
    """A character: its block, and its offset in the flow's text."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Selected:
    """A selection in one column; it never crosses into the other language."""

    side: Side
    anchor: Point
    """Where it began."""
    head: Point
    """Where it ends now; may be before `anchor`."""

    def __bool__(self) -> bool:
        return self.anchor != self.head

    def on(self, block: int, length: int) -> tuple[int, int] | None:
        """The selected offsets of a block's flow of some `length`, or None."""
        first, last = min(self.anchor, self.head), max(self.anchor, self.head)
        if not first.block <= block <= last.block:
            return None
        start = first.offset if block == first.block else 0
        end = last.offset if block == last.block else length
        return (start, end) if start < end else None

    def words(self, layout: Layout) -> str:
        """The selected text: blanks between sentences, empty lines between paragraphs."""
        first, last = min(self.anchor, self.head), max(self.anchor, self.head)
        out: list[str] = []
        for index in range(first.block, last.block + 1):
            block = layout.block(index)
            for part in block.parts:
                flow = part.lines[0].flow
                span = self.on(index, len(flow.text)) if flow.side is self.side else None
                if span is None:
                    continue
                if out:
                    out.append("\n\n" if _opens(layout, index) else " ")
                out.append(flow.text[slice(*span)])
        return "".join(out)


def _opens(layout: Layout, index: int) -> bool:
    """Whether the block begins with an empty row: a paragraph does, a sentence in one not."""
    return not layout.block(index).rows[0].lines
