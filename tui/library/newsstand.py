"""The newsstand: feeds, articles and what was done with them, as screens and commands see them."""

from __future__ import annotations

from pathlib import Path

from tui.library.feeds import Feeds
from tui.library.intake import Intake
from tui.library.lists import Lists
from tui.library.marks import Marks
from tui.library.outbox import Outbox
from tui.library.schema import MIGRATIONS
from tui.library.search import Search
from tui.library.store import Store
from tui.library.texts import Texts
from tui.library.undo import Undo


class Newsstand:
    """Everything that is kept of the news, in one file; usable from any thread."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path, MIGRATIONS)
        self.outbox = Outbox(self.store)
        undo = Undo(self.store, self.outbox)
        self.search = Search(self.store)
        self.lists = Lists(self.store, self.search)
        self.feeds = Feeds(self.store, undo, self.outbox)
        self.marks = Marks(self.store, self.lists, undo, self.outbox)
        self.texts = Texts(self.store)
        self.intake = Intake(self.store, self.outbox)

    @property
    def persistent(self) -> bool:
        """Whether what is written outlives this session."""
        return self.store.persistent

    @property
    def failed(self) -> bool:
        """Whether something could not be read or kept since the file was opened."""
        return self.store.failed

    @property
    def refused(self) -> str | None:
        """Why the file must not be worked with, and what to do; None when it may be."""
        if not self.store.newer:
            return None
        return (
            f"{self.store.path} was written by a later version of Edicola and was left untouched; "
            "install that version, or set EDICOLA_HOME to another folder"
        )

    def version(self) -> int:
        """Another number as soon as this program or another has written something."""
        return self.store.version()

    def fact(self, name: str) -> str | None:
        """A small thing kept under a name."""
        row = self.store.row("SELECT value FROM facts WHERE name = ?", (name,))
        return str(row[0]) if row else None

    def keep_fact(self, name: str, value: str) -> bool:
        """Keep a small thing under a name."""
        return self.store.write("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def take_notices(self) -> tuple[str, ...]:
        """What a person must be told since the last call, each in one line."""
        return self.store.take_notices()

    def close(self) -> None:
        """Close the file."""
        self.store.close()
