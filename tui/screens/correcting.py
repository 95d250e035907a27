"""Putting right, in place, what the rules got wrong; it is kept with the article."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from tui.document import Correction, DateMention, Document, PartialDate, Quote, corrected
from tui.panels.check_list import CheckList
from tui.panels.findings import shown_language
from tui.panels.lists import DateList, QuoteList
from tui.panels.timeline_panel import TimelinePanel
from tui.screens.working import WorkingActions

AS_FOUND = "="
"""What one types to let the rules speak again."""


class CorrectingActions(WorkingActions):
    """Corrections of speakers and dates, and the order of the quotes."""

    @dataclass
    class ValueUnderstood(Message):
        """What somebody typed as the meaning of a date was read; None when it could not be."""

        document_id: str
        start: int
        typed: str
        value: PartialDate | None

    def action_group_quotes(self) -> None:
        """Quotes by speaker, or in the order of the text."""
        quotes = self.query_one(QuoteList)
        quotes.grouped = not quotes.grouped
        self.tell("Quotes by speaker." if quotes.grouped else "Quotes in the order of the text.")

    def action_said_words(self) -> None:
        """The words actually said in place of their translation, or the other way round."""
        quotes = self.query_one(QuoteList)
        quotes.said = not quotes.said
        document = self.document
        if document is None:
            return
        translated = shown_language(document, self.view) != document.article.language
        original = translated == quotes.said
        self.tell(
            "Quotes in the words actually said." if original else "Quotes in their translation."
        )

    def action_indirect_speech(self) -> None:
        """List indirect speech too, or only what stands in marks."""
        quotes = self.query_one(QuoteList)
        quotes.indirect = not quotes.indirect
        self.tell("Indirect speech too." if quotes.indirect else "Only what stands in marks.")

    def action_correct(self) -> None:
        """Ask who spoke, or what the date means, for what is chosen in a list."""
        panel, document = self.focused_list, self.document
        subject = panel.subject() if panel is not None else None
        if document is None or subject is None or isinstance(panel, CheckList):
            self.tell('Choose a quote (") or a date (w) first; c corrects it there.')
        elif isinstance(panel, QuoteList):
            self._ask_speaker(document.quotes[subject])
        elif isinstance(panel, DateList | TimelinePanel):
            self._ask_value(document, document.dates[subject])

    def _ask_speaker(self, quote: Quote) -> None:
        from tui.screens.dialogs import AskLine

        def done(typed: str | None) -> None:
            if typed is None:
                return
            name = " ".join(typed.split())
            self._correct(Correction("quote", quote.span.start, name), name == AS_FOUND)

        name = quote.speaker.name if quote.speaker else ""
        hint = f"a name · nothing: nobody is named · {AS_FOUND} as found"
        self.app.push_screen(AskLine("Said by", value=name, hint=hint), done)

    def _ask_value(self, document: Document, mention: DateMention) -> None:
        from tui.screens.dialogs import AskLine

        start = mention.span.start

        def done(typed: str | None) -> None:
            if typed is None:
                return
            if typed.strip() in ("", AS_FOUND):
                self._correct(Correction("date", start, ""), typed.strip() == AS_FOUND)
            else:
                self._understand_value(document, start, typed.strip())

        value = mention.value if mention.precision in ("day", "month", "year") else ""
        hint = f"24 June 2024, 2024-06 … · nothing: not known · {AS_FOUND} as found"
        self.app.push_screen(AskLine("It means", value=value, hint=hint), done)

    @work(
        thread=True,
        exclusive=True,
        group="correct",
        exit_on_error=False,
        description="understand a date",
    )
    def _understand_value(self, document: Document, start: int, typed: str) -> None:
        from tui.extract import parse_user_date

        value = parse_user_date(typed, document.article.language)
        self.post_message(self.ValueUnderstood(document.id, start, typed, value))

    @on(ValueUnderstood)
    def _value_understood(self, message: ValueUnderstood) -> None:
        if self.document is None or self.document.id != message.document_id:
            return
        if message.value is None:
            self.tell(f"“{message.typed}” is not a date; write 24 June 2024, or 2024-06.")
            return
        self._correct(Correction("date", message.start, message.value.value), False)

    def _correct(self, correction: Correction, as_found: bool) -> None:
        """Keep a correction and show it; or forget it and look again."""
        document, state = self.document, self.session.state
        if document is None:
            return
        if as_found:
            state.forget_correction(document.id, correction)
            self.analyse_again()
            self.tell("As the rules find it.")
            return
        kept = state.keep_correction(document.id, correction)
        self._replace(corrected(document, [correction]))
        self.tell("Corrected." if kept else "Corrected, for this session only.")
