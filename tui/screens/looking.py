"""From the text to a word of it, and to how a sentence was translated: panels over the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on

from tui.document import Document
from tui.panels.bilingual import BilingualPane
from tui.panels.rows import Side, View
from tui.screens.base import ReaderBase
from tui.screens.session import Session

if TYPE_CHECKING:
    from tui.screens.accounts import AccountScreen
    from tui.screens.words import WordScreen


class LookingActions(ReaderBase):
    """Opens the panels from the text: with keys, or with two clicks on a word."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._word: tuple[str, int, Side, int] | None = None
        """Where the panel was left: the document, sentence, side and word."""
        self._over: WordScreen | AccountScreen | None = None
        """The panel that lies over the text."""

    def watch_document(self) -> None:
        """Have the panel tell of the present translations."""
        if self._over is not None:
            self._over.tell_again()

    def _show_over(
        self, screen: WordScreen | AccountScreen, left: Callable[[], None] = lambda: None
    ) -> None:
        def gone(_: None) -> None:
            self._over = None
            left()

        self._over = screen
        self.app.push_screen(screen, gone)

    def action_lookup(self) -> None:
        """Look up a word of the current sentence: the one looked at last, else the first."""
        document = self.document
        if document is None or not document.sentences:
            return
        side = self._first_side(document)
        number = 0
        if self._word is not None and self._word[:2] == (document.id, self.cursor):
            _, _, side, number = self._word
        self._open_word(document, self.cursor, side, number)

    def _first_side(self, document: Document) -> Side:
        """The side of the language shown; the article's own where both are."""
        if self.view is View.BOTH:
            return Side.SOURCE
        shown = "it" if self.view is View.ITALIAN else "en"
        return Side.SOURCE if shown == document.article.language else Side.TARGET

    @on(BilingualPane.WordPointed)
    def _word_pointed(self, message: BilingualPane.WordPointed) -> None:
        message.stop()
        document = self.document
        if document is None or message.sentence >= len(document.sentences):
            return
        from tui.panels.words import Sides, word_at

        words = Sides.of(document, message.sentence).words(message.side)
        self.cursor = message.sentence
        self._open_word(document, message.sentence, message.side, word_at(words, message.offset))

    def _open_word(self, document: Document, sentence: int, side: Side, number: int) -> None:
        from tui.panels.words import Looking, Sides
        from tui.screens.words import WordScreen

        looking = Looking(Sides.of(document, sentence), side).at(number)
        screen = WordScreen(
            self.session, lambda: self.document, self._word_moved, sentence, looking
        )

        def left() -> None:
            self._word = (document.id, screen.sentence, screen.looking.side, screen.looking.number)

        self._show_over(screen, left)

    def action_account(self) -> None:
        """Say how the current sentence was translated, and why others did not."""
        document = self.document
        if document is None or not document.sentences:
            return
        from tui.screens.accounts import AccountScreen

        self._show_over(AccountScreen(lambda: self.document, self._word_moved, self.cursor))

    def _word_moved(self, sentence: int) -> None:
        self.cursor = sentence
