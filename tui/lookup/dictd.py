"""Dictionaries of dictd: `name.index` beside `name.dict` or `name.dict.dz`.

The index has a line for each headword: the word, a tab, the offset and the length of its article
in a notation to base 64, with a tab between. It is sorted by what `fold.folded` leaves of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.lookup.directions import direction_of
from tui.lookup.files import ARTICLE_MOST, Body, File, article, decoded, open_body
from tui.lookup.fold import folded
from tui.lookup.markup import senses
from tui.lookup.model import Article, DictionaryError, Direction
from tui.sanitize import sanitize_line

SMALL = 512 * 1024
"""Bytes up to which an index is read whole: 20 ms for the 100 KB of 4,500 headwords."""

UNSORTED_MOST = 16 * 1024 * 1024
"""Bytes up to which an index that is out of order is read whole all the same."""

LINE_MOST = 4096
PHRASE_MOST = 60
ARTICLES_MOST = 40
"""Articles of one headword that are read."""

_PROBES = 64
_DIGITS = {
    char: value
    for value, char in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
}

Place = tuple[int, int]
"""Where an article stands in the body: offset and length."""


def number_of(written: str) -> int | None:
    """A number in dictd's notation; None when it is not one."""
    value = 0
    if not 0 < len(written) <= 11:
        return None
    for char in written:
        digit = _DIGITS.get(char)
        if digit is None:
            return None
        value = value * 64 + digit
    return value


class Index:
    """The headwords of a dictionary with the places of their articles."""

    def __init__(self, file: File) -> None:
        """Look whether the index must be read whole: when it is small, or out of order."""
        self._file = file
        self._whole: dict[str, list[Place]] | None = None
        if file.size <= SMALL or not self._is_sorted():
            if file.size > UNSORTED_MOST:
                raise DictionaryError(
                    f"{file.path}: its headwords are not sorted; sort the index anew with dictfmt"
                )
            self._whole = self._read()

    def _read(self) -> dict[str, list[Place]]:
        out: dict[str, list[Place]] = {}
        lines = decoded(self._file.read(0, self._file.size)).split("\n")
        for line in lines:
            found = _parsed(line)
            if found is not None:
                out.setdefault(found[0], []).append(found[1])
        if not out and len(lines) > 1:
            raise DictionaryError(f"{self._file.path}: not an index of dictd")
        return out

    def places(self, word: str) -> list[Place]:
        """Where the articles of a headword stand, however it is spelt."""
        key = folded(word)
        if not key:
            return []
        if self._whole is not None:
            return self._whole.get(key, [])[:ARTICLES_MOST]
        out: list[Place] = []
        for name, place in self._from(self._first(key)):
            if name != key or len(out) == ARTICLES_MOST:
                break
            out.append(place)
        return out

    def _line_at(self, offset: int) -> tuple[int, str]:
        """The first whole line that begins at `offset` or after; where the next one begins."""
        stretch = (
            self._file.read(offset - 1, LINE_MOST)
            if offset
            else b"\n" + self._file.read(0, LINE_MOST)
        )
        start = stretch.find(b"\n") + 1
        if not start:
            return self._file.size, ""
        end = stretch.find(b"\n", start)
        if end < 0:  # it goes on: read it from its own beginning
            start += offset - 1
            stretch = self._file.read(start, LINE_MOST)
            end = stretch.find(b"\n")
            end = len(stretch) if end < 0 else end
            return start + end + 1, decoded(stretch[:end])
        return offset + end, decoded(stretch[start:end])

    def _key_at(self, offset: int) -> str | None:
        """The folded headword of the first whole line from `offset` on; None at the end."""
        _, line = self._line_at(offset)
        return folded(line.split("\t", 1)[0]) if line else None

    def _is_sorted(self) -> bool:
        step = max(1, self._file.size // _PROBES)
        keys = [self._key_at(offset) for offset in range(0, self._file.size, step)]
        known = [key for key in keys if key is not None]
        return known == sorted(known)

    def _first(self, key: str) -> int:
        """An offset from which on the first line with `key` is the next that counts."""
        low, high = 0, self._file.size
        while low < high:
            middle = (low + high) // 2
            here = self._key_at(middle)
            if here is not None and here < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _from(self, offset: int) -> Iterator[tuple[str, Place]]:
        while offset < self._file.size:
            offset, line = self._line_at(offset)
            found = _parsed(line)
            if found is None:
                return
            yield found


def _parsed(line: str) -> tuple[str, Place] | None:
    parts = line.rstrip("\r").split("\t")
    if len(parts) < 3:
        return None
    offset, length = number_of(parts[1]), number_of(parts[2])
    if offset is None or length is None:
        return None
    return folded(parts[0]), (offset, length)


class Dictd:
    """A dictionary of dictd; its files are opened when it is first asked."""

    def __init__(self, path: Path) -> None:
        """Take the path of its `.index`; nothing is read yet."""
        self._path = path
        self.name = sanitize_line(path.stem)
        self.direction: Direction = direction_of(path.stem)
        self._opened: tuple[Index, Body, File] | None = None

    def _open(self) -> tuple[Index, Body]:
        if self._opened is None:
            packed = self._path.with_suffix(".dict.dz")
            beside = packed if packed.exists() else self._path.with_suffix(".dict")
            body = open_body(beside)
            try:
                file = File(self._path)
                index = Index(file)
            except DictionaryError:
                body.close()
                raise
            self._opened = index, body, file
            title = self._first_line("00databaseshort", index, body)
            if title:
                self.name = title
        return self._opened[0], self._opened[1]

    def _first_line(self, word: str, index: Index, body: Body) -> str:
        """The name a dictionary gives itself; it may repeat the name of its entry first."""
        for offset, length in index.places(word)[:1]:
            text = decoded(body.read(offset, min(length, ARTICLE_MOST)))
            lines = [sanitize_line(line) for line in text.split("\n")]
            named = [line for line in lines if line and not line.startswith("00")]
            return named[0][:80] if named else ""
        return ""

    def find(self, word: str) -> Sequence[Article]:
        """The articles of a headword."""
        if word.startswith("00"):  # what the dictionary says of itself
            return []
        index, body = self._open()
        out = []
        for offset, length in index.places(word):
            text = decoded(article(body, self._path, offset, length))
            out.append(_article(word, text))
        return out

    def close(self) -> None:
        """Let go of its files."""
        if self._opened is not None:
            self._opened[1].close()
            self._opened[2].close()
            self._opened = None


_HEAD = re.compile(r"[^/\[\]<>\\({|:]*")


def _article(word: str, text: str) -> Article:
    """An article: the headword and its sound on the first line, the senses on the others.

    FreeDict's indexes name an expression of several words under each of them.
    """
    first, _, rest = text.strip("\n").partition("\n")
    line, key = sanitize_line(first), folded(word)
    found = _HEAD.match(line)
    headword = found[0].strip(" ,;-\u2013") if found else ""
    told = senses(rest)
    if told and folded(headword) == key:
        return Article(headword, told, line[len(headword) :].strip())
    if told and key in map(folded, headword.split()) and len(headword) <= PHRASE_MOST:
        return Article(headword, told, line[len(headword) :].strip(), phrase=True)
    if not told and folded(line).startswith(key):
        end = next(end for end in range(len(line) + 1) if folded(line[:end]) == key)
        return Article(line[:end] or word, senses(line[end:].lstrip(" ,:;-\u2013\t")))
    return Article(word, senses(text))
