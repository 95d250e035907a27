"""The state of the reading screen, which its panels are bound to and its actions change."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import var
from textual.screen import Screen

from tui.document import Document, Echoes
from tui.panels.bars import Footer, Header
from tui.panels.bilingual import BilingualPane
from tui.panels.check_list import CheckList
from tui.panels.checks import Checks
from tui.panels.lists import DateList, FindingList, QuoteList
from tui.panels.rows import View
from tui.panels.search import Hits
from tui.panels.sidebar import Sidebar
from tui.panels.timeline_panel import TimelinePanel
from tui.sanitize import sanitize_line
from tui.screens.session import Session


class ReaderBase(Screen[None]):
    """What every group of actions of the reading screen can see."""

    document: var[Document | None] = var(None)
    """The shared document: replaced whole, never changed; every panel draws it."""
    cursor: var[int] = var(0)
    """The current sentence."""
    view: var[View] = var(View.BOTH)
    """Italian, English or both."""
    echoes: var[Echoes] = var(Echoes)
    """Quotes and dates found again in the translation."""
    checks: var[Checks] = var(Checks)
    """What is to be checked in the translation."""
    hits: var[Hits] = var(Hits)
    """What was searched for."""
    analysed: var[bool] = var(False)
    """Whether quotes and dates have been looked for."""
    number: var[int] = var(0)
    """Which of the session's sources is open."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._problems: list[str] = []
        self._meanwhile = ""

    @property
    def pane(self) -> BilingualPane:
        """The text."""
        return self.query_one(BilingualPane)

    @property
    def sidebar(self) -> Sidebar:
        """The sidebar."""
        return self.query_one(Sidebar)

    @property
    def lists(self) -> tuple[FindingList, FindingList]:
        """The lists of the sidebar."""
        return self.query_one(QuoteList), self.query_one(DateList)

    @property
    def check_list(self) -> CheckList:
        """What to check."""
        return self.query_one(CheckList)

    @property
    def timeline(self) -> TimelinePanel:
        """The timeline."""
        return self.query_one(TimelinePanel)

    @property
    def focused_list(self) -> FindingList | TimelinePanel | None:
        """The list, or the timeline, that has the keys, if one has."""
        focused = self.focused
        return focused if isinstance(focused, FindingList | TimelinePanel) else None

    def tell(self, message: str) -> None:
        """Say something in the footer, until the next key.

        It may name a file, an address or a setting: codes in those stay out of the terminal.
        """
        self.query_one(Footer).message = sanitize_line(message)

    def tell_in_turn(self, message: str) -> None:
        """Say something nobody asked for, but not in place of a problem somebody must read."""
        if self._problems:
            self._problems.append(message)
        else:
            self.tell(message)

    def tell_meanwhile(self, message: str) -> None:
        """Say how far something is, where nothing else is being said."""
        footer = self.query_one(Footer)
        if not self._problems and footer.message in ("", self._meanwhile):
            self.tell(message)
            self._meanwhile = footer.message

    def tell_problems(self, problems: Sequence[str]) -> None:
        """Say what is wrong, one thing after the other, each until the next key."""
        count = len(problems)
        self._problems = [
            f"{problem}  ({number} of {count}, any key goes on)" if count > 1 else problem
            for number, problem in enumerate(problems, 1)
        ]
        if self._problems:
            self.tell(self._problems[0])

    def tell_next(self) -> None:
        """Take away what is being said; say the next problem, if there is one."""
        self._problems = self._problems[1:]
        self.tell(self._problems[0] if self._problems else "")

    def note(self, text: str) -> None:
        """Say in the header what is going on while there is no article."""
        self.query_one(Header).note = sanitize_line(text)

    def remember_position(self) -> None:
        """Keep where the reader is; the working actions know how."""
