"""The list of commands, made safe for whoever types faster than it is drawn."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """The framework's palette; it closes once, and turns no page it has not laid out yet."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pass over a page up or down while the list of commands has no lines."""
        if action == "command_list" and str(parameters[0]).startswith("page_"):
            return self.query_one(CommandList).scrollable_content_region.height > 0
        return super().check_action(action, parameters)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless it is closed already."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
