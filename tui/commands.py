"""Every command of the reader, declared once: its keys, palette entry, help and footer text.

No key needs AltGr on an Italian keyboard: `[ ] @ # { }`, the backtick and the tilde stay unused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Group = Literal["Moving", "Language", "Panels", "Finding", "Article", "Edicola", "Newsstand"]


class Command(NamedTuple):
    """Something the reader can do."""

    id: str
    """The name in the settings' `[keys]`; `next-sentence` runs the action `next_sentence`."""
    keys: tuple[str, ...]
    """Textual's names of the keys that run it; the first one is shown in the footer."""
    title: str
    """What it does, as the palette and the help say it."""
    group: Group
    footer: str = ""
    """The word in the footer; empty when it is not there."""
    panel_footer: str = ""
    """The word in the footer while a list of the sidebar has the keys."""

    @property
    def action(self) -> str:
        """The name of the action."""
        return self.id.replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command("next-sentence", ("full_stop", "right"), "Next sentence", "Moving", "sentence"),
    Command("previous-sentence", ("comma", "left"), "Previous sentence", "Moving"),
    Command("line-down", ("down", "j"), "One line down", "Moving"),
    Command("line-up", ("up", "k"), "One line up", "Moving"),
    Command("page-down", ("space", "pagedown", "ctrl+f"), "One page down", "Moving", "page"),
    Command("page-up", ("pageup", "ctrl+b"), "One page up", "Moving"),
    Command("half-page-down", ("ctrl+d",), "Half a page down", "Moving"),
    Command("half-page-up", ("ctrl+u",), "Half a page up", "Moving"),
    Command("top", ("g", "home"), "The beginning", "Moving"),
    Command("end", ("G", "end"), "The end", "Moving"),
    Command("cycle-view", ("b",), "Italian, English or both, in turn", "Language", "it/en/both"),
    Command("view-italian", ("I",), "Italian only", "Language"),
    Command("view-english", ("E",), "English only", "Language"),
    Command("view-both", ("B",), "Both languages", "Language"),
    Command(
        "translate", ("t",), "Translate what is missing, or try again", "Language", "translate"
    ),
    Command("account", ("e",), "How the sentence was translated, and by whom", "Language"),
    Command("lookup", ("l",), "Look up a word of the sentence", "Language"),
    Command("quotes", ("quotation_mark",), "The quotes: who said what", "Panels", "quotes"),
    Command("dates", ("w",), "The dates: when things happened", "Panels", "when"),
    Command("timeline", ("T",), "The timeline: the dates as a picture", "Panels", "timeline"),
    Command("next-panel", ("tab",), "Next panel", "Panels"),
    Command("previous-panel", ("shift+tab",), "Previous panel", "Panels"),
    Command("go", ("enter",), "Go to the sentence of a quote or date", "Panels", "", "go there"),
    Command("back", ("escape", "h"), "Back to the text, where one was", "Panels", "", "back"),
    Command("group-quotes", ("S",), "Quotes by speaker, or in order", "Panels"),
    Command("indirect-speech", ("i",), "Indirect speech in the list of quotes, or not", "Panels"),
    Command("said-words", ("a",), "The words actually said, or their translation", "Panels"),
    Command("checks", ("W",), "What to check in the translation", "Panels"),
    Command("correct", ("c",), "Say who spoke, or what a date means", "Panels", "", "correct"),
    Command("toggle-sidebar", ("z",), "Hide or show the sidebar", "Panels"),
    Command("narrow-sidebar", ("less_than_sign",), "Make the sidebar narrower", "Panels"),
    Command("widen-sidebar", ("greater_than_sign",), "Make the sidebar wider", "Panels"),
    Command("search", ("slash",), "Search in both languages", "Finding", "search"),
    Command("next-match", ("n",), "Next match", "Finding"),
    Command("previous-match", ("N",), "Previous match", "Finding"),
    Command(
        "copy", ("y",), "Copy the selection, the sentence, or the quote", "Article", "copy", "copy"
    ),
    Command("copy-other", ("Y",), "Copy the sentence in the other language", "Article"),
    Command("set-date", ("d",), "Say when the article was written", "Article", "date"),
    Command("open-original", ("o",), "Open the original in the browser", "Article"),
    Command("next-article", ("J",), "Next article", "Article"),
    Command("previous-article", ("K",), "Previous article", "Article"),
    Command("palette", ("colon", "ctrl+p"), "All commands, by name", "Edicola", "all", "all"),
    Command("help", ("question_mark", "f1"), "Help", "Edicola", "help", "help"),
    Command("quit", ("q", "Q", "ctrl+q", "ctrl+c"), "Quit", "Edicola", "quit", "quit"),
)

NEWS: tuple[Command, ...] = (
    Command("next-unread", ("n",), "Next unread article, in this feed or the next", "Newsstand"),
    Command("previous-unread", ("p",), "Previous unread article", "Newsstand"),
    Command("toggle-read", ("r",), "Read, or unread again", "Newsstand", "read"),
    Command("star", ("s",), "Star, or take the star away", "Newsstand", "star"),
    Command("keep-for-later", ("plus",), "Keep for later, or no longer", "Newsstand"),
    Command("mark-all", ("A",), "Mark everything in the list as read", "Newsstand"),
    Command("undo", ("U",), "Undo the last change to many things", "Newsstand"),
    Command("refresh", ("R",), "Refresh this feed or folder", "Newsstand", "refresh"),
    Command("refresh-all", ("ctrl+r",), "Refresh every feed; again to stop", "Newsstand"),
    Command("search-all", ("slash",), "Search everything that is kept", "Newsstand", "search"),
    Command("filter", ("f",), "All, unread, starred or later only, in turn", "Newsstand", "filter"),
    Command("save-search", ("S",), "Keep this search among the folders", "Newsstand"),
    Command("add-feed", ("a",), "Add a feed by its address, or a page's", "Newsstand", "add"),
    Command("full-text", ("x",), "The whole text from its page, or the feed's own", "Newsstand"),
    Command("always-full-text", ("X",), "Always complete this feed from its pages", "Newsstand"),
    Command("links", ("V",), "Sound, pictures and other links of the article", "Newsstand"),
    Command("article-only", ("z",), "The article alone, or with the lists", "Newsstand"),
    Command("health", ("H",), "Which feeds fail, why, and since when", "Newsstand"),
    Command("rename-feed", ("e",), "Give the feed another name", "Newsstand"),
    Command("move-feed", ("M",), "Put the feed into a folder", "Newsstand"),
    Command("remove-feed", ("D", "delete"), "Remove the feed, or the saved search", "Newsstand"),
)
"""The commands of the newsstand. In the text a key that both tables name is the text's."""

BY_ID: Mapping[str, Command] = {command.id: command for command in (*COMMANDS, *NEWS)}

_KEY_NAMES = {
    "full_stop": ".",
    "comma": ",",
    "quotation_mark": '"',
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "space": "space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "enter": "Enter",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "delete": "Del",
    "plus": "+",
    "f1": "F1",
}


def key_name(key: str) -> str:
    """A key as a person writes it: `full_stop` is `.`, `ctrl+d` is `^D`."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key[5:]).upper()
    if key.startswith("shift+"):
        return "Shift-" + key_name(key[6:])
    return _KEY_NAMES.get(key, key)


def keys_of(command: Command, remapped: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that run a command under the settings' `[keys]`, where several stand with commas."""
    chosen = remapped.get(command.id)
    if chosen is None:
        return command.keys
    return tuple(key.strip() for key in chosen.split(",") if key.strip())
