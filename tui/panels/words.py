"""A word of the current sentence, and what dictionaries say of it: a small panel, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.reactive import var
from textual.strip import Strip

from tui.document import LANGUAGE_NAMES, Document, Language, other_language
from tui.panels.checks import sign_of
from tui.panels.line_panel import LinePanel
from tui.panels.rows import SEPARATOR, Side, divider, notice
from tui.panels.wrap import cells, clip, fill, wrap

if TYPE_CHECKING:
    from tui.lookup import Answer

_WORD = re.compile(r"[^\W\d_]+(?:['’‐-][^\W\d_]+)*['’]?")
_LEAST = 2
"""Rows a sentence has at least in the panel."""

KEYS = "← → ↑ ↓ word · Tab language · Esc back"


class Word(NamedTuple):
    """A word: where it stands in its sentence."""

    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a sentence; an elided article belongs to its noun: *l’acqua* is one."""
    return tuple(Word(*match.span()) for match in _WORD.finditer(text))


def word_at(words: tuple[Word, ...], offset: int) -> int:
    """The number of the word at an offset, else of the next one, else of the last."""
    later = (number for number, word in enumerate(words) if word.end > offset)
    return next(later, max(0, len(words) - 1))


@dataclass(frozen=True)
class Sides:
    """A sentence in both languages."""

    language: Language
    """The source's."""
    source: str
    target: str | None
    """None where it is not translated."""
    missing: str = ""
    """What stands in the place of a translation that is not there."""
    sign: str = ""
    """The sign of a translation to be read with care."""

    @classmethod
    def of(cls, document: Document, sentence: int) -> Sides:
        """A sentence of a document, as it is painted."""
        source = document.words(document.sentences[sentence].span).replace("\n", " ")
        translation = document.translations[sentence]
        target = translation.text if translation else None
        state = translation.state if translation else None
        reason = translation.reason if translation else None
        said = notice(state, reason) if target is None else ""
        return cls(document.article.language, source, target, said, sign_of(translation))

    def text(self, side: Side) -> str:
        """The words of one side, or what stands in their place."""
        return self.source if side is Side.SOURCE else self.target or self.missing

    def words(self, side: Side) -> tuple[Word, ...]:
        """The words of one side that can be looked up."""
        return words_of(self.source if side is Side.SOURCE else self.target or "")

    def language_of(self, side: Side) -> Language:
        """The language of one side."""
        return self.language if side is Side.SOURCE else other_language(self.language)


@dataclass(frozen=True)
class Looking:
    """Which word is looked at, and what is known of it."""

    sides: Sides
    side: Side
    number: int = 0
    answer: Answer | None = None
    """None while dictionaries are being asked."""
    fault: str = ""
    """Why they could not be asked."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the side looked at."""
        return self.sides.words(self.side)

    @property
    def word(self) -> str:
        """The word looked at; empty when there is none."""
        words = self.words
        return self.sides.text(self.side)[slice(*words[self.number])] if words else ""

    def at(self, number: int) -> Looking:
        """Another word of the same side."""
        last = max(0, len(self.words) - 1)
        return replace(self, number=min(max(number, 0), last), answer=None, fault="")

    def across(self) -> Looking:
        """The other language, at about the same place of the sentence."""
        side = _other(self.side)
        last_there, last_here = len(self.sides.words(side)) - 1, len(self.words) - 1
        number = round(self.number * max(0, last_there) / last_here) if last_here > 0 else 0
        return replace(self, side=side, number=number, answer=None, fault="")


Part = tuple[str, str]
"""Some words of a row, and the look they have."""


def rows(looking: Looking, width: int, height: int, skipped: int = 0) -> list[list[Part]]:
    """The rows of the panel: a title, the sentence beside its translation, what is known.

    `skipped` is how many rows of what is known have been scrolled away.
    """
    name = LANGUAGE_NAMES[looking.sides.language_of(looking.side)]
    left = f"▸ {looking.word or 'No word'} · {name}"
    room = max(0, width - cells(KEYS) - 2)
    title = f"{fill(left, room)} {KEYS} " if room >= min(cells(left), 24) else left
    out: list[list[Part]] = [[(fill(title, width), "bar-title")]]
    out += _sentences(looking, width, max(_LEAST, (height - 1) // 2))
    known = known_rows(looking, max(1, width - 2))
    room = max(0, height - len(out))
    first = min(skipped, max(0, len(known) - room))
    for text, look in known[first : first + room]:
        out.append([(" " + fill(text, width - 1), look)])
    return out + [[(" " * width, "list-words")]] * (height - len(out))


def _sentences(looking: Looking, width: int, most: int) -> list[list[Part]]:
    """The sentence and its translation beside each other; the word looked at is in sight."""
    column = max(1, (width - 2 - len(SEPARATOR)) // 2)
    here, there = looking.side, _other(looking.side)
    text = looking.sides.text(here)
    lines = wrap(text, column)
    beside = looking.sides.text(there)
    others = wrap(beside, column)
    word = looking.words[looking.number] if looking.words else Word(0, 0)
    at = next((n for n, line in enumerate(lines) if word.start < line[1]), 0)
    count = min(most, max(len(lines), len(others)))
    first = min(max(0, at - count // 2), max(0, len(lines) - count))
    out: list[list[Part]] = []
    for row in range(count):
        number = first + row
        start, end = lines[number] if number < len(lines) else (len(text), len(text))
        parts = [(" ", "source"), *_marked(text, start, end, word)]
        parts.append((" " * (column - cells(text[start:end])), "source"))
        said = beside[slice(*others[row])] if row < len(others) else ""
        if row == count - 1 and row + 1 < len(others):
            said = clip(f"{said} …", column) if cells(said) < column else said[:-1] + "…"
        sign = looking.sides.sign if not row else ""
        parts.append((divider(sign), "sign" if sign else "rule"))
        parts += [(fill(said, width - 1 - column - len(SEPARATOR)), "target")]
        out.append(parts)
    return out


def _other(side: Side) -> Side:
    return Side.TARGET if side is Side.SOURCE else Side.SOURCE


def _marked(text: str, start: int, end: int, word: Word) -> list[Part]:
    """A line of the sentence, the word in it reversed."""
    a, b = max(start, min(word.start, end)), max(start, min(word.end, end))
    parts = [(text[start:a], "source"), (text[a:b], "match"), (text[b:end], "source")]
    return [part for part in parts if part[0]]


def known_rows(looking: Looking, width: int) -> list[Part]:
    """What is known of the word, wrapped: headwords, senses, which dictionary."""
    out: list[Part] = []
    for text, look, indent in _known(looking):
        for number, (start, end) in enumerate(wrap(text, max(1, width - 2 * indent))):
            pad = "  " * indent if not number or indent else "  "
            out.append((pad + text[start:end], look))
    return out


def _known(looking: Looking) -> list[tuple[str, str, int]]:
    answer = looking.answer
    if not looking.word:
        return [("There is no word here.", "list-note", 0)]
    if answer is None:
        return [(looking.fault or "Looking …", "list-note", 0)]
    out: list[tuple[str, str, int]] = []
    headword = dictionary = ""
    for entry in answer.entries:
        if (entry.headword, entry.dictionary) != (headword, dictionary):
            headword, dictionary = entry.headword, entry.dictionary
            beside = f"{headword} {entry.article.note}".rstrip()
            out.append((f"{beside}  ({dictionary})", "list-head", 0))
        out += [(sense, "list-words", 1) for sense in entry.article.senses]
    if not answer.dictionaries:
        from tui.lookup import REMEDY

        name = LANGUAGE_NAMES[answer.language]
        out.append((f"There are no dictionaries for {name}: {REMEDY}.", "list-note", 0))
    elif not answer.entries:
        count = answer.dictionaries
        asked = "the dictionary" if count == 1 else f"the {count} dictionaries"
        out.append((f"“{answer.word}” is not in {asked} you have.", "list-note", 0))
    return out + [(problem, "list-note", 0) for problem in answer.problems]


class WordPanel(LinePanel):
    """Paints the rows at the bottom of the screen."""

    DEFAULT_CSS = """
    WordPanel { width: 1fr; height: 12; dock: bottom; }
    """

    looking: var[Looking | None] = var(None)
    skipped: var[int] = var(0)

    def watch_looking(self) -> None:
        """Show another word, or what has been found."""
        self.refresh()

    def watch_skipped(self) -> None:
        """Show further rows."""
        self.refresh()

    def most_skipped(self) -> int:
        """How many rows can be scrolled away."""
        if self.looking is None:
            return 0
        shown = self.size.height - len(_shown_above(self.looking, *self.size))
        return max(0, len(known_rows(self.looking, max(1, self.size.width - 2))) - shown)

    def prepare(self) -> None:
        """Compute the rows."""
        width, height = self.size
        self._rows = (
            rows(self.looking, width, height, self.skipped) if self.looking and height else []
        )

    def paint(self, y: int) -> Strip:
        """One row."""
        if y >= len(self._rows):
            return self.blank_line()
        segments = [Segment(text, self.looks[look]) for text, look in self._rows[y]]
        return Strip(segments).crop_extend(0, self.size.width, self.plain)


def _shown_above(looking: Looking, width: int, height: int) -> list[list[Part]]:
    return [[], *_sentences(looking, width, max(_LEAST, (height - 1) // 2))]
