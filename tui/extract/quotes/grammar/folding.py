"""A text as words, with its names and quotations folded into one each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.extract.quotes.grammar.lexicon import MARK, NAME, PERSON, STOP, Lexicon
from tui.extract.quotes.marks import Marked
from tui.extract.quotes.names.people import People

_TOKEN = re.compile(r"quest'ultim[oa]\b|[^\W\d_]+(?:-[^\W\d_]+)*+(?:'(?=\w))?|\d+(?:[.,]\d+)*|\S")


class Token(NamedTuple):
    """A word, a name, a mark, or a whole quotation."""

    start: int
    end: int
    word: str
    """In lower case with straight apostrophes; the name as written for a name."""
    kind: str
    """`w` word, `n` name, `p` punctuation, `q` quotation."""
    quote: int
    """The index of the quotation, else -1."""
    flags: int
    """What the word can be: `PREPOSITION`, `ARTICLE` and so on."""


class Folder:
    """A text that gives its words with names and quotations folded into one each."""

    def __init__(self, lower: str, people: People, lexicon: Lexicon) -> None:
        self.lower = lower
        self.people = people
        # What this text adds is forgotten with it.
        self.lexicon = Lexicon(lexicon)

    def fold(self, start: int, end: int, marks: Sequence[tuple[int, Marked]]) -> list[Token]:
        """The words of the text between two offsets, each of `marks` (index, passage) as one."""
        out: list[Token] = []
        at = start
        for index, mark in marks:
            self._words(at, mark.outer_start, out)
            out.append(Token(mark.outer_start, mark.outer_end, "", "q", index, STOP))
            at = mark.outer_end
        self._words(at, end, out)
        return out

    def _words(self, start: int, end: int, out: list[Token]) -> None:
        for name in self.people.within(start, end):
            if name.start >= start and name.end <= end:
                if name.start > start:
                    self._plain(start, name.start, out)
                flags = NAME | PERSON if self._person(name.name, name.start) else NAME
                out.append(Token(name.start, name.end, name.name, "n", -1, flags))
                start = name.end
        self._plain(start, end, out)

    def _person(self, name: str, at: int) -> bool:
        """Whether a name is plainly a person's."""
        return self.people.person(self.people.full(name, at))

    def _plain(self, start: int, end: int, out: list[Token]) -> None:
        lexicon, make, find, add = self.lexicon, tuple.__new__, self.lower.find, out.append
        last = start
        # One letter more, so that an apostrophe sees what leans on it.
        for word in _TOKEN.findall(self.lower, start, end + 1):
            first = find(word, last)
            if first >= end:
                break
            last = first + len(word)
            flags = lexicon[word]
            add(make(Token, (first, last, word, "p" if flags & MARK else "w", -1, flags)))
