"""Moving about: in the text, in the lists, and between them."""

from __future__ import annotations

from textual import on

from tui.panels.bars import Footer
from tui.panels.bilingual import BilingualPane
from tui.panels.lists import DateList, FindingList, QuoteList
from tui.panels.rows import View
from tui.panels.timeline_panel import TimelinePanel
from tui.screens.base import ReaderBase
from tui.screens.session import Session

SIDEBAR_STEP = 4
"""Cells by which the sidebar grows or shrinks."""


class MovingActions(ReaderBase):
    """Keys that move; in a list of the sidebar the same keys move in the list."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._left_at: int | None = None
        self._opened_for_list = False
        self._was_off = False
        """Whether the sidebar had been hidden before it was opened for a list."""

    def _move(self, lines: int) -> None:
        if (panel := self.focused_list) is not None:
            panel.move(lines)
        else:
            self.pane.move_lines(lines)
            self._take_cursor()

    def _page(self, pages: float) -> None:
        if (panel := self.focused_list) is not None:
            panel.move(round(pages * panel.page_size()) or (1 if pages > 0 else -1))
        else:
            self.pane.move_pages(pages)
            self._take_cursor()

    def _take_cursor(self) -> None:
        """Follow the text at once: its message would come in time for the next picture only."""
        if self.pane.page is not None:
            self.cursor = self.pane.page.sentence

    def action_line_down(self) -> None:
        """One line on."""
        self._move(1)

    def action_line_up(self) -> None:
        """One line back."""
        self._move(-1)

    def action_page_down(self) -> None:
        """One page on."""
        self._page(1)

    def action_page_up(self) -> None:
        """One page back."""
        self._page(-1)

    def action_half_page_down(self) -> None:
        """Half a page on."""
        self._page(0.5)

    def action_half_page_up(self) -> None:
        """Half a page back."""
        self._page(-0.5)

    def action_next_sentence(self) -> None:
        """The next sentence, or item."""
        self._step(1)

    def action_previous_sentence(self) -> None:
        """The previous sentence, or item."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if (panel := self.focused_list) is not None:
            panel.move(by)
        else:
            self.pane.move_sentences(by)
            self._take_cursor()

    def action_top(self) -> None:
        """The beginning."""
        if (panel := self.focused_list) is not None:
            panel.move(-panel.count())
        else:
            self.pane.move_home()

    def action_end(self) -> None:
        """The end."""
        if (panel := self.focused_list) is not None:
            panel.move(panel.count())
        else:
            self.pane.move_end()

    @on(BilingualPane.SentenceSelected)
    def _text_moved(self, message: BilingualPane.SentenceSelected) -> None:
        message.stop()
        # Not the message's own sentence: keys that came since may have moved on from it.
        self._take_cursor()

    @on(FindingList.ItemChosen)
    def _list_moved(self, message: FindingList.ItemChosen) -> None:
        message.stop()
        self.cursor = message.sentence

    @on(FindingList.GoTo)
    def _go_to(self, message: FindingList.GoTo) -> None:
        message.stop()
        self.cursor = message.sentence
        self._left_at = None
        self._to_text()

    # Languages

    def action_cycle_view(self) -> None:
        """Italian, English, both, Italian and so on."""
        order = [View.ITALIAN, View.ENGLISH, View.BOTH]
        self.view = order[(order.index(self.view) + 1) % len(order)]

    def action_view_italian(self) -> None:
        """Italian only."""
        self.view = View.ITALIAN

    def action_view_english(self) -> None:
        """English only."""
        self.view = View.ENGLISH

    def action_view_both(self) -> None:
        """Both languages."""
        self.view = View.BOTH

    def watch_view(self) -> None:
        """Keep the view with the position."""
        self.remember_position()

    # Panels

    def action_quotes(self) -> None:
        """To the quotes."""
        self._to_list(self.query_one(QuoteList))

    def action_dates(self) -> None:
        """To the dates."""
        self._to_list(self.query_one(DateList))

    def action_checks(self) -> None:
        """To what should be checked in the translation; it stands where the other lists were."""
        self._to_list(self.check_list)

    def action_timeline(self) -> None:
        """To the timeline; from it, back to the text, and the timeline is put away."""
        if self.focused is self.timeline:
            self.action_back()
            self.remove_class("-timeline")
            return
        self.add_class("-timeline")
        self._to_list(self.timeline)

    def _to_list(self, panel: FindingList | TimelinePanel) -> None:
        if self.focused is panel:
            self.action_back()
            return
        if self.focused_list is None:
            self._left_at = self.cursor
        if isinstance(panel, FindingList) and not self._sidebar_shown:
            self._opened_for_list = True
            self._was_off = self.has_class("-sidebar-off")
            self._show_sidebar(True)
        self.set_class(panel is self.check_list, "-checks")
        # At once, unlike `panel.focus()`: the next key may be here already, and is for the list.
        self.set_focus(panel)

    def _to_text(self) -> None:
        self.set_focus(self.pane)
        self.remove_class("-checks")
        if self._opened_for_list:
            self._opened_for_list = False
            self.remove_class("-sidebar-on")
            self.set_class(self._was_off, "-sidebar-off")

    def action_go(self) -> None:
        """To the sentence of the chosen item."""
        if (panel := self.focused_list) is not None:
            panel.go()
        else:
            self.action_next_sentence()

    def action_back(self) -> None:
        """Back to the text, where one was; in the text, away with a search or a selection."""
        if self.focused_list is not None:
            if self._left_at is not None:
                self.cursor = self._left_at
            self._left_at = None
            self._to_text()
        else:
            self.hits = type(self.hits)()
            self.pane.selection = None
            self.pane.refresh()

    def action_next_panel(self) -> None:
        """The next panel in sight."""
        self._cycle(1)

    def action_previous_panel(self) -> None:
        """The previous panel in sight."""
        self._cycle(-1)

    def _cycle(self, by: int) -> None:
        panels = [self.pane, *(self.lists if self._sidebar_shown else ())]
        here = panels.index(self.focused) if self.focused in panels else 0
        there = panels[(here + by) % len(panels)]
        if isinstance(there, FindingList | TimelinePanel):
            self._to_list(there)
        else:
            self._left_at = None
            self._to_text()

    @property
    def _sidebar_shown(self) -> bool:
        """Whether it is there; `display` says so only after the next update of the styles."""
        hidden = self.has_class("-narrow") or self.has_class("-sidebar-off")
        return self.has_class("-sidebar-on") or not hidden

    def _show_sidebar(self, shown: bool) -> None:
        self.set_class(shown, "-sidebar-on")
        self.set_class(not shown, "-sidebar-off")

    def action_toggle_sidebar(self) -> None:
        """Hide the sidebar, or show it."""
        self._opened_for_list = False
        shown = not self._sidebar_shown
        if not shown:
            self.set_focus(self.pane)
        self._show_sidebar(shown)

    def action_narrow_sidebar(self) -> None:
        """A narrower sidebar."""
        self._resize_sidebar(-SIDEBAR_STEP)

    def action_widen_sidebar(self) -> None:
        """A wider sidebar."""
        self._resize_sidebar(SIDEBAR_STEP)

    def _resize_sidebar(self, by: int) -> None:
        if not self._sidebar_shown or self.has_class("-narrow"):
            self.tell("The sidebar can be resized where it stands beside the text.")
            return
        width = self.sidebar.outer_size.width + by
        width = self.sidebar.take_width(width, self.size.width // 2, True)
        self.session.state.put("sidebar-width", str(width))

    def on_descendant_focus(self) -> None:
        """Show the keys of the panel that has them."""
        self.query_one(Footer).in_panel = self.focused_list is not None
