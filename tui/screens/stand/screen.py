"""The screen of the newsstand."""

from __future__ import annotations

import gc
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.commands import COMMANDS, NEWS
from tui.panels.bars import Footer
from tui.screens.stand.adding import StandAdding
from tui.screens.stand.base import FIRST

_OF_TEXT = {key for command in COMMANDS for key in command.keys}


class StandScreen(StandAdding):
    """Feeds, headlines and the article, over one session."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join(key for key in command.keys if key not in _OF_TEXT),
            command.action,
            command.title,
            show=False,
            id=command.id,
        )
        for command in NEWS
        if not _OF_TEXT.issuperset(command.keys)
    ]

    def begin(self) -> None:
        """List what is kept; nothing is fetched."""
        self.show_feeds()
        self.show_headlines(limit=FIRST)
        self.query_one(Footer).in_news = True
        self.fit_text()
        if self.headline_list.count() >= FIRST:
            self.call_after_refresh(lambda: self.show_headlines(self.headline_list.selected))
        self.call_after_refresh(self._settle)
        self.tell_problems(self.stand.take_notices())
        self.watch_for_others()

    def _settle(self) -> None:
        """What was made for the first picture stays; from now on rubbish is looked for again."""
        gc.enable()
        gc.freeze()
        self.keep_looks()

    def keep_looks(self) -> None:
        """Keep how the lists look in this theme, for the first picture of the next start."""
        import json

        from tui.panels.early import FACT, LOOKS

        listed = self.headline_list
        styles = {"plain": listed.plain, **listed.looks}
        drawn = {name: styles[name].render("\0").partition("\0")[0] for name in LOOKS}
        kept = json.dumps(drawn)
        if self.stand.fact(FACT) != kept:
            self.stand.keep_fact(FACT, kept)
