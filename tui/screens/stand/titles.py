"""Headlines in the other language: translated in the background, those in sight first."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from tui.library.kinds import Headline
from tui.panels.bars import Footer
from tui.screens.session import Session
from tui.screens.stand.columns import StandHeadlines
from tui.screens.stand.refreshing import StandRefreshing

AHEAD = 120
"""Headlines after those in sight that are translated too."""
SETTLE = 0.3
"""Seconds a list stands still before its headlines are translated."""

_FIGURES = re.compile(r"\d+")


class StandTitles(StandRefreshing):
    """The translation of headlines."""

    @dataclass
    class TitlesTranslated(Message):
        """Some headlines have a translation."""

        articles: Sequence[int]

    @dataclass
    class TitlesEnded(Message):
        """No more of these headlines can be translated; the host that would go on, if asked."""

        waiting: str

    def __init__(self, session: Session, width: int) -> None:
        super().__init__(session, width)
        self._titles = threading.Event()
        self._tried: set[int] = set()
        self._told_waiting = False
        self._hint = ""
        self._told: set[str] = set()
        self._titles_timer: object = None

    @on(StandHeadlines.HeadlineChosen)
    def _headline_chosen(self, message: StandHeadlines.HeadlineChosen) -> None:
        message.stop()
        self.translate_headlines()

    def show_headlines(self, keep: int | None = None, limit: int | None = None) -> None:
        """List the headlines, and translate those in sight."""
        super().show_headlines(keep, limit)
        self.translate_headlines()

    def translate_headlines(self) -> None:
        """Translate the headlines in sight and some after them, once the list stands still."""
        if self._titles_timer is None:
            self._titles_timer = self.set_timer(SETTLE, self._begin_titles)

    def _begin_titles(self) -> None:
        self._titles_timer = None
        ids = self.headline_list.in_sight(AHEAD)
        wanted = [number for number in ids if number not in self._tried]
        missing = [each for each in self._fetch(wanted) if not each.translation]
        if not missing:
            return
        self._tried.update(each.id for each in missing)
        self._translate_titles(missing)

    @work(thread=True, group="titles", exit_on_error=False, description="translate headlines")
    def _translate_titles(self, headlines: Sequence[Headline]) -> None:
        from tui import newsroom

        def post(new: Mapping[int, tuple[str, bool]]) -> None:
            for article, (words, rough) in new.items():
                self.stand.texts.keep_translation(article, words, rough)
            self.post_message(self.TitlesTranslated(list(new)))

        desk = self.session.desk
        newsroom.translate_titles(headlines, desk, post, self._titles)
        waiting = desk.awaiting_consent("it")
        self.post_message(self.TitlesEnded(waiting[0].label if waiting else ""))

    @on(TitlesTranslated)
    def _titles_translated(self, message: TitlesTranslated) -> None:
        self.headline_list.forget(message.articles)

    @on(TitlesEnded)
    def _titles_ended(self, message: TitlesEnded) -> None:
        if not message.waiting or self._told_waiting:
            return
        sight = self._fetch(self.headline_list.in_sight(0))
        if any(not headline.translation for headline in sight):
            self._told_waiting = True
            self._hint = f"Headlines are not translated.  t asks {message.waiting}"
            if not self.query_one(Footer).message:
                self.tell_next()

    def tell_of_translation(self, message: str) -> None:
        """Say what became of a translation: what holds for one article after another, once."""
        reason = _FIGURES.sub("", message)
        if reason not in self._told:
            self._told.add(reason)
            super().tell_of_translation(message)

    def tell_next(self) -> None:
        """Say the next problem; after all of them, once, that headlines are not translated."""
        super().tell_next()
        if self._hint and not self.query_one(Footer).message:
            self.tell(self._hint)
            self._hint = ""

    def action_translate(self) -> None:
        """In the lists, translate the headlines, asking first where they leave the machine."""
        if self.stand_list is None:
            super().action_translate()
            return
        desk = self.session.desk
        waiting = [*desk.awaiting_consent("it"), *desk.awaiting_consent("en")]
        self._tried.clear()
        if not waiting:
            from tui.translate.network import forget_hosts

            forget_hosts()
            self.translate_headlines()
            return
        from tui.screens.dialogs import Confirm

        engine = waiting[0]
        host = engine.host or ""

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.session.state.agree(host)
                self.translate_headlines()
            else:
                self.tell("Nothing was sent.")

        question = f"Translate with {engine.label}? Headlines and articles would be sent to {host}."
        self.app.push_screen(Confirm(question), answered)

    def stop_work(self) -> None:
        """Let go of the headlines too."""
        super().stop_work()
        self._titles.set()
