"""What one run of the reader shares: its settings, what it keeps, who translates."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tui.document import Document, Language, PartialDate
from tui.panels.rows import View
from tui.settings import Places, Settings

if TYPE_CHECKING:
    from tui.library import Newsstand, State
    from tui.lookup import Shelf
    from tui.translate import Desk


@dataclass
class Session:
    """One run of the reader; databases are opened when they are first needed."""

    sources: Sequence[str]
    settings: Settings
    places: Places
    offline: bool = False
    language: Language | None = None
    published: PartialDate | None = None
    view: View | None = None
    """The view asked for on the command line; it wins over the one an article was left in."""
    problems: Sequence[str] = ()
    """What is wrong with the settings, a line each."""
    opened: dict[int, Document] = field(default_factory=dict)
    """The documents of this run, by the number of their source."""
    _desk_lock: threading.Lock = field(default_factory=threading.Lock)

    @cached_property
    def state(self) -> State:
        """Reading positions, article dates, agreements."""
        from tui.library import State

        return State(self.places.state)

    @cached_property
    def stand(self) -> Newsstand:
        """The newsstand: feeds, articles, marks."""
        from tui.library import Newsstand

        return Newsstand(self.places.newsstand)

    @cached_property
    def _shelf(self) -> Shelf:
        from tui import pipeline

        return pipeline.open_shelf(self.settings, self.places)

    @property
    def shelf(self) -> Shelf:
        """The dictionaries; looked for by the first worker that asks."""
        with self._desk_lock:
            return self._shelf

    @cached_property
    def _desk(self) -> Desk:
        from tui import pipeline

        return pipeline.open_desk(self.settings, self.places, self.state, offline=self.offline)

    @property
    def desk(self) -> Desk:
        """The translation desk, with the translations that ship with the seed in its memory.

        Opened by the first worker that asks; others wait for it.
        """
        with self._desk_lock:
            return self._desk

    def close(self) -> None:
        """End what engines have running, if any were asked."""
        with self._desk_lock:
            desk = self.__dict__.get("_desk")
        if desk is not None:
            desk.close()
