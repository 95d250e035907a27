"""A word under the cursor: chosen in the sentence, looked up, shown at the bottom of the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.document import Document
from tui.panels.rows import Side
from tui.panels.words import Looking, Sides, WordPanel, word_at
from tui.panels.wrap import wrap
from tui.screens.dialog import Dialog
from tui.screens.session import Session

if TYPE_CHECKING:
    from tui.lookup import Answer

HEIGHT = 12
"""Rows of the panel, where the screen has twice as many."""


class WordScreen(Dialog[None]):
    """The words of a sentence, one after the other, each with what dictionaries say of it."""

    DEFAULT_CSS = "WordScreen { background: transparent; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,l,h,ctrl+c", "leave", "Back to the text"),
        Binding("right", "word(1)", "Next word"),
        Binding("left", "word(-1)", "Previous word"),
        Binding("down,j", "line(1)", "A line down in the sentence"),
        Binding("up,k", "line(-1)", "A line up in the sentence"),
        Binding("home,g", "word(-10000)", "First word"),
        Binding("end,G", "word(10000)", "Last word"),
        Binding("tab,shift+tab", "across", "The other language"),
        Binding("full_stop", "sentence(1)", "Next sentence"),
        Binding("comma", "sentence(-1)", "Previous sentence"),
        Binding("space,pagedown", "scroll(4)", "More of what is known"),
        Binding("pageup", "scroll(-4)", "Back in what is known"),
        Binding("y", "copy", "Copy what is known"),
    ]

    @dataclass
    class Answered(Message):
        """Dictionaries were asked about a word."""

        looking: Looking
        """What was asked, with the answer."""

    def __init__(
        self,
        session: Session,
        document: Callable[[], Document | None],
        moved: Callable[[int], None],
        sentence: int,
        looking: Looking,
    ) -> None:
        """Begin at a word.

        `document` gives the present document, and `moved` is told of another current sentence.
        """
        super().__init__()
        self._session = session
        self._document = document
        self._moved = moved
        self.sentence = sentence
        self.looking = looking

    @property
    def panel(self) -> WordPanel:
        """What is shown."""
        return self.query_one(WordPanel)

    def compose(self) -> ComposeResult:
        """The panel."""
        yield WordPanel()

    def on_mount(self) -> None:
        """Take the height there is, and look the first word up."""
        self._fit(self.app.size.height)
        self._show(self.looking)

    def on_resize(self, event: events.Resize) -> None:
        """Leave half the screen to the text."""
        self._fit(event.size.height)

    def _fit(self, height: int) -> None:
        self.panel.styles.height = max(5, min(HEIGHT, height // 2))

    def _show(self, looking: Looking) -> None:
        self.looking = looking
        self.panel.skipped = 0
        self.panel.looking = looking
        if looking.word:
            self._look_up(looking)

    def tell_again(self) -> None:
        """Show the present translation of the sentence; the word stays, if it is of the source."""
        document = self._document()
        if document is None or not self.is_mounted or self.sentence >= len(document.sentences):
            return
        sides = Sides.of(document, self.sentence)
        if sides == self.looking.sides:
            return
        if self.looking.side is Side.SOURCE and sides.source == self.looking.sides.source:
            self.looking = self.panel.looking = replace(self.looking, sides=sides)
        else:
            self._show(Looking(sides, self.looking.side).at(self.looking.number))

    @work(
        thread=True,
        exclusive=True,
        group="lookup",
        exit_on_error=False,
        description="look a word up",
    )
    def _look_up(self, looking: Looking) -> None:
        try:
            answer = self._session.shelf.look_up(
                looking.word, looking.sides.language_of(looking.side)
            )
            found = replace(looking, answer=answer)
        except Exception as error:  # noqa: BLE001 (whatever broke, the text must stay readable)
            found = replace(looking, fault=f"The dictionaries could not be asked: {error!r}")
        self.post_message(self.Answered(found))

    @on(Answered)
    def _answered(self, message: Answered) -> None:
        asked = message.looking
        here = self.looking
        if (asked.word, asked.side, asked.number) == (here.word, here.side, here.number):
            found = replace(here, answer=asked.answer, fault=asked.fault)
            self.looking = self.panel.looking = found

    def action_word(self, by: int) -> None:
        """Another word; behind the last one the next sentence begins."""
        number, count = self.looking.number + by, len(self.looking.words)
        if abs(by) == 1 and not 0 <= number < count and self._to_sentence(by):
            return
        self._show(self.looking.at(number))

    def action_line(self, by: int) -> None:
        """The word under this one, or over it."""
        looking = self.looking
        column = max(1, (self.panel.size.width - 5) // 2)
        lines = wrap(looking.sides.text(looking.side), column)
        if not looking.words:
            return
        start = looking.words[looking.number].start
        here = next((n for n, line in enumerate(lines) if start < line[1]), 0)
        there = here + by
        if not 0 <= there < len(lines):
            self._to_sentence(by)
            return
        offset = min(lines[there][0] + start - lines[here][0], max(lines[there][1] - 1, 0))
        self._show(looking.at(word_at(looking.words, offset)))

    def action_across(self) -> None:
        """The sentence in the other language."""
        self._show(self.looking.across())

    def action_sentence(self, by: int) -> None:
        """The next sentence, from its first word."""
        self._to_sentence(by, first=True)

    def _to_sentence(self, by: int, *, first: bool = False) -> bool:
        document = self._document()
        sentence = self.sentence + by
        if document is None or not 0 <= sentence < len(document.sentences):
            return False
        self.sentence = sentence
        self._moved(sentence)
        looking = Looking(Sides.of(document, sentence), self.looking.side)
        self._show(looking.at(0 if first or by > 0 else len(looking.words)))
        return True

    def action_scroll(self, by: int) -> None:
        """More of what is known."""
        self.panel.skipped = min(max(0, self.panel.skipped + by), self.panel.most_skipped())

    def action_copy(self) -> None:
        """Copy the word with its senses."""
        answer = self.looking.answer
        if answer is not None and answer.entries:
            self.app.copy_to_clipboard(_as_text(answer))

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel leaves it."""
        if event.widget is self:
            self.dismiss(None)

    def on_mouse_scroll_down(self) -> None:
        """More of what is known."""
        self.action_scroll(2)

    def on_mouse_scroll_up(self) -> None:
        """Back in it."""
        self.action_scroll(-2)

    def action_leave(self) -> None:
        """Back to the text."""
        self.dismiss(None)


def _as_text(answer: Answer) -> str:
    known = [f"{entry.headword}: {'; '.join(entry.article.senses)}" for entry in answer.entries]
    return "\n".join([answer.word, *known])
