"""The line above the text and the line below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from tui.commands import BY_ID, COMMANDS, NEWS, key_name, keys_of
from tui.document import LANGUAGE_NAMES, Article, Document, PartialDate, State
from tui.library.kinds import counted
from tui.panels.calendar import written
from tui.panels.checks import SIGN_ROUGH, sign_of
from tui.panels.line_panel import LinePanel
from tui.panels.wrap import cells, clip, fill
from tui.sanitize import sanitize_line


def progress(document: Document) -> str:
    """How far the translation is, in a few words; it never claims more than is there.

    What is to be read with care is said at the end: *rough*, *2 to check*.
    """
    signs = [sign_of(translation) for translation in document.translations]
    count = len(signs) - signs.count("") - signs.count(SIGN_ROUGH)
    cares = ["rough"] if SIGN_ROUGH in signs else []
    cares += [f"{count} to check"] if count else []
    return ", ".join(part for part in (_progress(document), *cares) if part)


def _progress(document: Document) -> str:
    tally = document.tally()
    total = len(document.sentences)
    done = total - tally[State.PENDING] - tally[State.FAILED]
    if not total:
        return ""
    if tally[State.FAILED] and not tally[State.PENDING]:
        return f"{done}/{total} translated, {tally[State.FAILED]} failed"
    if done < total:
        return f"{done}/{total} translated"
    engines = sorted({t.engine for t in document.translations if t and t.engine})
    if tally[State.REMEMBERED] + tally[State.SAME] == total:
        return "remembered"
    by = ", ".join(name for name in engines if name != "memory")
    return f"translated by {by}" if by else "translated"


def heading(article: Article) -> str:
    """The article's title, or how it begins."""
    return article.title or " ".join(article.text[:120].split())


def origin(article: Article) -> str:
    """Where the article came from, in short: the host of a page, the name of a file.

    The location is as it was given, and the name of a file may hold any code there is.
    """
    place = sanitize_line(article.origin.location)
    if article.origin.kind in ("page", "feed"):
        return place.split("://", 1)[-1].split("/", 1)[0].rpartition("@")[2]
    return "standard input" if article.origin.kind == "stdin" else place.rstrip("/").split("/")[-1]


def dated(published: PartialDate | None) -> str:
    """When the article was written, or that it does not say."""
    return written(published.value, "en") if published else "no date"


def header_text(
    document: Document, width: int, position: str = "", state: str | None = None
) -> tuple[str, str]:
    """The header's left and right text for a width: the title gives way first, never the state.

    `state` is the document's `progress`, where it has been counted already.
    """
    article = document.article
    facts = [
        clip(origin(article), 28),
        position,
        dated(article.published),
        LANGUAGE_NAMES[article.language],
        progress(document) if state is None else state,
    ]
    facts = [fact for fact in facts if fact]
    while len(facts) > 1 and cells(" · ".join(facts)) > width // 2:
        facts.pop(0)
    right = clip(" · ".join(facts), width)
    return clip(heading(article), max(0, width - cells(right) - 2)), right


class Header(LinePanel):
    """Title, origin, date, language and the state of the translation, on one line."""

    DEFAULT_CSS = """
    Header {
        height: 1; width: 1fr; dock: top;
    }
    """

    document: var[Document | None] = var(None)
    note: var[str] = var("")
    """What is going on, while there is no article: *Opening …*."""
    position: var[str] = var("")
    """Which article of how many."""

    _progress = ""

    def watch_document(self, document: Document | None) -> None:
        """Tell of another article, or of progress."""
        self._progress = progress(document) if document is not None else ""
        self.refresh()

    def watch_note(self) -> None:
        """Tell what is going on."""
        self.refresh()

    watch_position = watch_note

    def paint(self, y: int) -> Strip:  # noqa: ARG002 (there is one line)
        """The one line."""
        width = max(0, self.size.width - 2)
        background, title = self.looks["bar"], self.looks["bar-title"]
        if self.document is None:
            line = Strip([Segment(" " + fill(self.note, width) + " ", title)])
            return line.crop_extend(0, self.size.width, title)
        left, right = header_text(self.document, width, self.position, self._progress)
        gap = max(0, width - cells(left) - cells(right))
        line = Strip([Segment(" " + left, title), Segment(" " * gap + right + " ", background)])
        return line.crop_extend(0, self.size.width, background)


ALWAYS = ("help", "quit")
"""The actions the footer never leaves out."""

Key = tuple[str, str, str]
"""A key in the footer: its name, its word, the action."""


def footer_keys(
    in_panel: bool,
    remapped: Mapping[str, str],
    news: bool = False,
    links: int | None = None,
) -> list[Key]:
    """The keys that matter: in the text, in a list of the sidebar, or (`news`) of the newsstand.

    A text that was opened from a list of the newsstand has a number of `links`.
    """
    out: list[Key] = []
    if news:
        words = {"go": "open", "next-unread": "unread", "cycle-view": "it/en/both"}
        shown = [BY_ID[name] for name in words]
        shown += [command for command in NEWS if command.footer]
        shown += [BY_ID[name] for name in ("palette", *ALWAYS)]
        for command in shown:
            if keys := keys_of(command, remapped):
                word = words.get(command.id) or command.footer
                out.append((key_name(keys[0]), word, command.action))
        return out
    for command in COMMANDS:
        word = command.panel_footer if in_panel else command.footer
        keys = keys_of(command, remapped)
        if word and keys:
            out.append((key_name(keys[0]), word, command.action))
        if links is not None and not in_panel and command.id == "cycle-view":
            out += _keys_from_list(links, remapped)
    return out


def _keys_from_list(links: int, remapped: Mapping[str, str]) -> Iterator[Key]:
    words = {"back": "list"}
    if links:
        words["links"] = counted(links, "link")
    words["next-unread"] = "unread"
    for name, word in words.items():
        if keys := keys_of(BY_ID[name], remapped):
            yield key_name(keys[0]), word, BY_ID[name].action


def fit_keys(keys: Sequence[Key], width: int) -> list[Key]:
    """As many of `keys` as a width takes; help and quit are always among them."""
    kept = list(keys)
    while sum(len(key) + len(word) + 3 for key, word, _ in kept) > width:
        given = [number for number, (_, _, action) in enumerate(kept) if action not in ALWAYS]
        if not given:
            break
        kept.pop(given[-1])
    return kept


class Footer(LinePanel):
    """The keys that matter here, each of which can be clicked; or a message, for a while."""

    DEFAULT_CSS = """
    Footer {
        height: 1; width: 1fr; dock: bottom;
    }
    """

    in_panel: var[bool] = var(False)
    in_news: var[bool] = var(False)
    """Whether a list of the newsstand has the keys."""
    links: var[int | None] = var(None)
    """How many links the text has, where it was opened from a list of the newsstand."""
    message: var[str] = var("")
    """One line that stands before the keys until the next key."""

    def __init__(self, remapped: Mapping[str, str]) -> None:
        super().__init__()
        self._remapped = remapped

    def watch_in_panel(self) -> None:
        """Show the keys of the other place."""
        self.refresh()

    watch_message = watch_in_panel
    watch_in_news = watch_in_panel
    watch_links = watch_in_panel

    def paint(self, y: int) -> Strip:  # noqa: ARG002 (there is one line)
        """The one line."""
        width = self.size.width
        base = self.looks["bar"]
        if self.message:
            style = self.looks["bar-title"]
            return Strip([Segment(" " + fill(self.message, max(0, width - 1)), style)])
        key_style = self.looks["bar-key"]
        segments = [Segment(" ", base)]
        for key, word, action in fit_keys(self._keys(), width - 1):
            click = Style.from_meta({"@click": f"screen.{action}"})
            segments.append(Segment(key, key_style + click))
            segments.append(Segment(f" {word}  ", base + click))
        strip = Strip(segments)
        return strip.crop_extend(0, width, base)

    def _keys(self) -> list[Key]:
        return footer_keys(self.in_panel, self._remapped, self.in_news, self.links)
