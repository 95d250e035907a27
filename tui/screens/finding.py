"""Searching, and copying what was found."""

from __future__ import annotations

from textual import on

from tui.document import Document, Language, other_language
from tui.panels.bilingual import BilingualPane
from tui.panels.rows import View
from tui.panels.search import Hits, find, step
from tui.panels.wrap import clip
from tui.screens.base import ReaderBase


class FindingActions(ReaderBase):
    """Search in both languages; the clipboard."""

    def action_search(self) -> None:
        """Ask for words, and go to them as they are typed."""
        from tui.screens.dialogs import AskLine

        before = self.hits, self.cursor

        def done(query: str | None) -> None:
            if query is None:
                self.hits, self.cursor = before
            elif query.strip():
                self._tell_found()
            else:
                self.hits = Hits()

        self.app.push_screen(AskLine("Search", changed=self._look_for), done)

    def _look_for(self, query: str) -> None:
        if self.document is not None:
            self.hits = find(self.document, query)
            self._to_match(0)

    def _to_match(self, by: int) -> None:
        mode = self.pane.mode
        if mode is None:
            return
        hit = step(self.hits, mode, self.cursor, by or 1)
        if hit is not None:
            self.hits = self.hits.at(hit)
            self.cursor = hit.sentence

    def _tell_found(self) -> None:
        mode = self.pane.mode
        shown = self.hits.shown_in(mode) if mode else []
        hidden = len(self.hits.hits) - len(shown)
        elsewhere = f", {hidden} in the language not shown" if hidden else ""
        if not shown:
            self.tell(f"“{clip(self.hits.query, 40)}” is not here{elsewhere}.")
        elif self.hits.current in shown:
            at = shown.index(self.hits.current) + 1
            self.tell(f"Match {at} of {len(shown)}{elsewhere}.  n next · N previous · Esc away")

    def action_next_match(self) -> None:
        """To the next match, or to the search when there was none."""
        self._match(1)

    def action_previous_match(self) -> None:
        """To the previous match."""
        self._match(-1)

    def _match(self, by: int) -> None:
        if not self.hits.query:
            self.action_search()
            return
        self._to_match(by)
        self._tell_found()

    # The clipboard

    @on(BilingualPane.TextSelected)
    def _selected(self, message: BilingualPane.TextSelected) -> None:
        message.stop()
        self.tell(f"{len(message.text)} characters selected.  y copies them · Esc lets go")

    def action_copy(self) -> None:
        """Copy the selection; else the quote or date that is chosen; else the sentence."""
        panel, selection, page = self.focused_list, self.pane.selection, self.pane.page
        if panel is not None:
            self._copy(panel.copied(), "Copied")
        elif selection and page is not None:
            self._copy(selection.words(page.layout), "Copied the selection")
        elif self.document is not None:
            self._copy_sentence(self._first_language(self.document))

    def action_copy_other(self) -> None:
        """Copy the sentence in the language that `copy` does not."""
        if self.document is not None:
            self._copy_sentence(other_language(self._first_language(self.document)))

    def _first_language(self, document: Document) -> Language:
        """The language of the view; where both are shown, the article's own."""
        if self.view is View.BOTH:
            return document.article.language
        return "it" if self.view is View.ITALIAN else "en"

    def _copy_sentence(self, language: Language) -> None:
        document = self.document
        if document is None or not document.sentences:
            return
        if language == document.article.language:
            words = " ".join(document.words(document.sentences[self.cursor].span).split())
            self._copy(words, "Copied the sentence")
            return
        translation = document.translations[self.cursor]
        if translation is None or translation.text is None:
            self.tell("This sentence is not translated: there is nothing to copy.")
            return
        self._copy(translation.text, "Copied the translation")

    def _copy(self, text: str | None, done: str) -> None:
        if not text:
            self.tell("There is nothing to copy here.")
            return
        self.app.copy_to_clipboard(text)
        self.tell(f"{done}: {clip(text, max(10, self.size.width - len(done) - 6))}")
