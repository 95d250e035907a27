"""The reading screen: the article in both languages, who said what, and when."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.commands import COMMANDS
from tui.document import Document
from tui.panels.bars import Footer, Header
from tui.panels.bilingual import BilingualPane
from tui.panels.check_list import CheckList
from tui.panels.lists import DateList, QuoteList
from tui.panels.rows import View
from tui.panels.sidebar import Body, Sidebar
from tui.panels.timeline_panel import TimelinePanel
from tui.screens.base import ReaderBase
from tui.screens.correcting import CorrectingActions
from tui.screens.finding import FindingActions
from tui.screens.looking import LookingActions
from tui.screens.moving import MovingActions
from tui.screens.session import Session

BESIDE = 100
"""Cells from which the sidebar stands beside the text; below, it comes under it when called."""


class ReaderScreen(MovingActions, FindingActions, LookingActions, CorrectingActions):
    """Composes every panel, binds them to the shared state, and owns every key."""

    AUTO_FOCUS = "BilingualPane"
    DEFAULT_CSS = """
    ReaderScreen { layout: vertical; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.action, command.title, show=False, id=command.id)
        for command in COMMANDS
    ]

    def __init__(self, session: Session, width: int) -> None:
        """A screen that begins `width` cells wide: to know it saves styling everything twice."""
        super().__init__(session)
        self.set_class(self.room(width) < BESIDE, "-narrow")
        self.set_class(not session.settings.reading.sidebar, "-sidebar-off")
        self.set_reactive(ReaderBase.view, session.view or View(session.settings.reading.view))
        if 0 in session.opened:
            self._begin_with(session.opened[0])

    def _begin_with(self, document: Document) -> None:
        """Have the text in the very first picture."""
        document, position = self.resume(document)
        self.set_reactive(ReaderBase.document, document)
        if position is not None:
            self.set_reactive(ReaderBase.view, View(position.view))
            self.set_reactive(ReaderBase.cursor, position.sentence)

    def compose(self) -> ComposeResult:
        """Header, text and lists, footer."""
        here = ReaderBase
        yield Header().data_bind(here.document)
        yield from self.compose_body()
        yield TimelinePanel().data_bind(here.document, here.cursor, here.view)
        yield Footer(self.session.settings.keys)

    def compose_body(self) -> ComposeResult:
        """The text and the lists beside it."""
        here = ReaderBase
        with Body():
            yield BilingualPane().data_bind(
                here.document, here.cursor, here.view, here.echoes, here.hits
            )
            with Sidebar():
                for each in (QuoteList, DateList, CheckList):
                    yield each().data_bind(
                        here.document,
                        here.cursor,
                        here.view,
                        here.echoes,
                        here.checks,
                        here.analysed,
                    )

    def on_mount(self) -> None:
        """Set what the settings say, and open the first article."""
        session = self.session
        reading = session.settings.reading
        self.pane.measure = reading.measure
        kept = session.state.get("sidebar-width")
        width = int(kept) if kept and kept.isdecimal() else reading.sidebar_width
        self.sidebar.take_width(width, 120, self.room(self.size.width) >= BESIDE)
        self.begin()
        self.tell_problems([*session.problems, *session.state.take_notices()])

    def begin(self) -> None:
        """Open the first article, or go on with what was read before the screen was drawn."""
        if self.document is None:
            self.open_number(0)
        else:
            self.show_number()
            self.call_after_refresh(self.begin_work)

    def on_resize(self, event: events.Resize) -> None:
        """Put the sidebar beside the text or under it."""
        self.fit_text(event.size.width)

    def room(self, width: int) -> int:
        """The cells of a screen so wide that the text and the sidebar have."""
        return width

    def fit_text(self, width: int | None = None, **also: bool) -> None:
        """Put the sidebar beside the text or under it, on a screen so wide, or as it is.

        `also` are other classes of the screen. Each change of them is one more look at every
        style there is, so all are changed in one.
        """
        beside = self.room(self.size.width if width is None else width) >= BESIDE
        before = self.classes
        for name, on in {"narrow": not beside, **also}.items():
            self.set_class(on, "-" + name.replace("_", "-"), update=False)
        if self.classes != before:
            self.update_node_styles()
            self.refresh(layout=True)  # the next picture is laid out so, not the one after it
        self.sidebar.fit(beside)

    def on_unmount(self) -> None:
        """Keep the position and let go of what goes on in the background."""
        self.stop_work()

    def on_key(self, event: events.Key) -> None:
        """Take a message away with the next key; Escape stops a source that is being read."""
        if self.query_one(Footer).message:
            self.tell_next()
        if event.key == "escape" and self.stop_reading():
            event.stop()

    def action_help(self) -> None:
        """Show every command with its keys."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.session.settings.keys))

    def action_palette(self) -> None:
        """Every command by name."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave; where one was is kept."""
        self.keep_position_now()
        self.stop_work()
        self.app.exit()
