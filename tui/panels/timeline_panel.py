"""The timeline: a picture of the dates an article names, past and to come."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.reactive import var
from textual.strip import Strip

from tui.document import Document, Echoes
from tui.panels.findings import DateListing, shown_language
from tui.panels.items import Shown
from tui.panels.line_panel import LinePanel
from tui.panels.lists import FindingList
from tui.panels.rows import View
from tui.panels.timeline import Timeline, draw
from tui.panels.wrap import fill

EDGE = 2
"""Cells left and right of the line."""

_EMPTY = Timeline("day", 1, (), (), None, None)


class TimelinePanel(LinePanel, can_focus=True):
    """Dates as marks on a line; the one that is chosen is told below, with its sentence."""

    DEFAULT_CSS = """
    TimelinePanel { width: 1fr; height: 6; display: none; }
    .-timeline TimelinePanel { display: block; }
    """
    SCOPED_CSS = False

    document: var[Document | None] = var(None)
    cursor: var[int] = var(0)
    view: var[View] = var(View.BOTH)

    def __init__(self) -> None:
        super().__init__()
        self.line = _EMPTY
        self.chosen = 0
        """The position of the chosen mark, in the order of time."""
        self._drawn_for: tuple[object, ...] = ()

    def watch_document(self) -> None:
        """Draw the dates of another document, or its dates resolved anew."""
        self.refresh()

    watch_view = watch_document

    def watch_cursor(self) -> None:
        """Choose a date of the current sentence, unless the line is what moves the cursor."""
        document = self.document
        if self.has_focus or document is None:
            return
        here = (n for n in range(self.count()) if self._sentence(document, n) == self.cursor)
        number = next(here, None)
        if number is not None and number != self.chosen:
            self.chosen = number
            self.refresh()

    def on_focus(self) -> None:
        """Show which mark the keys move."""
        self.refresh()

    on_blur = on_focus

    def _sentence(self, document: Document, number: int) -> int:
        mention = document.dates[self.line.marks[number].mention]
        return document.sentence_at(mention.span.start)

    def move(self, by: int) -> None:
        """Move through time; the text follows."""
        if self.document is None or not self.line.marks:
            return
        self.chosen = min(max(self.chosen + by, 0), len(self.line.marks) - 1)
        self.refresh()
        self.post_message(FindingList.ItemChosen(self._sentence(self.document, self.chosen)))

    def count(self) -> int:
        """How many dates are on the line."""
        return len(self.line.marks)

    def page_size(self) -> int:
        """How many dates a page down passes."""
        return 5

    def go(self) -> None:
        """Ask for the sentence of the chosen date, in the text."""
        if self.document is not None and self.line.marks:
            self.post_message(FindingList.GoTo(self._sentence(self.document, self.chosen)))

    def subject(self) -> int | None:
        """The number of the chosen date in the document's layer."""
        return self.line.marks[self.chosen].mention if self.line.marks else None

    def copied(self) -> str | None:
        """What copying gives: the expression and its value."""
        if self.document is None or not self.line.marks:
            return None
        mention = self.document.dates[self.line.marks[self.chosen].mention]
        return f"{' '.join(self.document.words(mention.span).split())}: {mention.value}"

    def on_click(self, event: events.Click) -> None:
        """Choose the date nearest to the mouse."""
        nearest = self.line.nearest(event.x - EDGE)
        if nearest is not None:
            self.move(nearest - self.chosen)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Later."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Earlier."""
        event.stop()
        self.move(-1)

    def prepare(self) -> None:
        """Draw the line anew when the dates, the width or the language have changed."""
        document = self.document
        if document is None:
            self.line, self._drawn_for = _EMPTY, ()
            return
        published = document.article.published
        language = shown_language(document, self.view)
        wanted = (document.dates, published, self.size.width, language)
        if wanted == self._drawn_for:
            return
        self._drawn_for = wanted
        of = (published.earliest, published.latest) if published else None
        self.line = draw(document.dates, of, self.size.width - 2 * EDGE, language)
        self.chosen = min(self.chosen, max(0, len(self.line.marks) - 1))

    def paint(self, y: int) -> Strip:
        """Title, marks, line, labels, and the chosen date with its sentence."""
        width = self.size.width
        if y == 0:
            look = "list-title-focused" if self.has_focus else "list-title"
            title = f"{'▸' if self.has_focus else ' '} Timeline by {self.line.unit}"
            return Strip([Segment(fill(title, width), self.looks[look])])
        if not self.line.marks:
            note = "  No date of this article has a place in the calendar." if y == 2 else ""
            return Strip([Segment(fill(note, width), self.looks["list-note"])])
        if y == 1:
            return self._marks(width)
        if y == 2:
            return self._axis(width)
        if y == 3:
            return self._text(self._label_line(), "list-note", width)
        return self._told(y, width)

    def _text(self, text: str, look: str, width: int) -> Strip:
        return Strip([Segment(fill(" " * EDGE + text, width), self.looks[look])])

    def _marks(self, width: int) -> Strip:
        cells = [" "] * self.line.width
        for mark in self.line.marks:
            for cell in range(mark.start, mark.end + 1):
                cells[cell] = "○" if mark.coming else "▬" if mark.end > mark.start else "●"
        chosen = self.line.marks[self.chosen]
        before = "".join(cells[: chosen.start])
        inside = "◆" * (chosen.end + 1 - chosen.start)
        after = "".join(cells[chosen.end + 1 :])
        segments = [
            Segment(" " * EDGE + before, self.looks["list-words"]),
            Segment(inside, self.looks["caret"]),
            Segment(after, self.looks["list-words"]),
        ]
        return Strip(segments).simplify().crop_extend(0, width, self.plain)

    def _axis(self, width: int) -> Strip:
        cells = ["─"] * self.line.width
        for label in self.line.labels:
            cells[label.cell] = "┬"
        if self.line.cut:
            for cell in range(self.line.cut[0], self.line.cut[1] + 1):
                cells[cell] = "┄"
        if self.line.now is not None:
            cells[self.line.now] = "┻"
        return self._text("".join(cells), "rule", width)

    def _label_line(self) -> str:
        cells = [" "] * self.line.width
        for label in self.line.labels:
            cells[label.cell : label.cell + len(label.text)] = label.text
        return "".join(cells[: self.line.width])

    def _told(self, y: int, width: int) -> Strip:
        document = self.document
        if document is None:
            return self.blank_line()
        from tui.extract import explain

        index = self.line.marks[self.chosen].mention
        if y == 4:
            item = DateListing(document, explain).item(index, Shown(document, Echoes(), self.view))
            told = " · ".join(text for text, _ in item.lines)
            return self._text(told, "list-head", width)
        sentence = document.sentences[self._sentence(document, self.chosen)]
        return self._text(" ".join(document.words(sentence.span).split()), "list-words", width)
