"""Dictionaries of StarDict: `name.ifo` beside `.idx`, `.dict` or `.dict.dz`, perhaps `.syn`.

The index holds, for each headword in order, the word, a zero byte, and in network order the
offset (4 or 8 bytes) and the length (4 bytes) of its article. As its numbers may hold any byte, it
can be read from the beginning only: that is done once, a hundred entries at a step, and only where
each step begins is kept. `.syn` has other spellings in the same order, each with the number of an
entry.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.lookup.directions import direction_of
from tui.lookup.files import Body, File, article, decoded, open_body, unpack
from tui.lookup.fold import alike
from tui.lookup.markup import senses, without_markup
from tui.lookup.model import Article, DictionaryError, Direction
from tui.sanitize import sanitize_line

STEP = 100
"""Entries between two places that are kept."""

WORD_MOST = 255
"""Bytes of a headword, after the description of the format."""

ARTICLES_MOST = 20
_INFO_MOST = 64 * 1024
_INDEX_MOST = 256 * 1024 * 1024
_WINDOW = 4 * 1024 * 1024
_TEXTS = "mltygxkwhn"
"""The types of article that are text; the others are pictures, sounds and files."""


class Info:
    """What a `.ifo` file says."""

    def __init__(self, path: Path) -> None:
        """Read it.

        Raises:
            DictionaryError: it is not one.
        """
        file = File(path)
        try:
            lines = file.read(0, _INFO_MOST).decode("utf-8", "replace").splitlines()
        finally:
            file.close()
        if not lines or not lines[0].lstrip("\ufeff").startswith("StarDict's dict ifo"):
            raise DictionaryError(f"{path}: not a dictionary of StarDict")
        said = dict(line.split("=", 1) for line in lines[1:] if "=" in line)
        self.name = sanitize_line(said.get("bookname", ""))[:80] or sanitize_line(path.stem)
        self.types = said.get("sametypesequence", "").strip()
        bits = said.get("idxoffsetbits", "32").strip()
        if bits not in ("32", "64"):
            raise DictionaryError(f"{path}: idxoffsetbits is {bits[:20]!r}, neither 32 nor 64")
        self.wide = bits == "64"


class Words:
    """A sorted list of words, each with some bytes after its zero: an `.idx` or a `.syn` file."""

    def __init__(self, file: File, tail: int) -> None:
        """Find where every hundredth entry begins; each has `tail` bytes after its zero."""
        self._file = file
        self._tail = tail
        self._entry = re.compile(rb"([^\0]{1,%d}+)\0(.{%d})" % (WORD_MOST, tail), re.DOTALL)
        self._starts: list[int] = []
        self._keys: list[bytes] = []
        step = re.compile(rb"(?:[^\0]{1,%d}+\0.{%d}){1,%d}+" % (WORD_MOST, tail, STEP), re.DOTALL)
        at = 0
        while at < file.size:
            window = file.read(at, _WINDOW)
            done = self._take(window, at, step, last=at + len(window) >= file.size)
            if not done:
                break
            at += done
        if at < file.size:
            raise DictionaryError(f"{file.path}: damaged (an entry has no end)")
        self._sorted = self._keys == sorted(self._keys)

    def _take(self, window: bytes, at: int, step: re.Pattern[bytes], *, last: bool) -> int:
        """Note the steps of a stretch of the file; how many bytes of it were whole steps."""
        # The step at the end of a stretch may go on behind it: it is left for the next one.
        edge = len(window) if last else len(window) - STEP * (WORD_MOST + 1 + self._tail)
        done = 0
        while done < edge:
            match = step.match(window, done)
            if match is None:
                break
            self._starts.append(at + done)
            self._keys.append(_order(window[done : window.index(b"\0", done)]))
            done = match.end()
        return done

    def find(self, word: str) -> list[tuple[str, bytes]]:
        """The entries of a word, whatever its capitals, each with the bytes after it."""
        wanted = _order(word.encode("utf-8", "replace"))
        block = max(0, bisect_left(self._keys, wanted) - 1) if self._sorted else 0
        out: list[tuple[str, bytes]] = []
        for name, tail in self._from(block):
            key = _order(name)
            if key == wanted:
                out.append((name.decode("utf-8", "replace"), tail))
            if (self._sorted and key > wanted) or len(out) == ARTICLES_MOST:
                break
        return out

    def at(self, number: int) -> tuple[str, bytes] | None:
        """The entry with a number, from 0; None when there is none."""
        block, rest = divmod(number, STEP)
        for name, tail in self._from(block):
            if rest == 0:
                return name.decode("utf-8", "replace"), tail
            rest -= 1
        return None

    def _from(self, block: int) -> Iterator[tuple[bytes, bytes]]:
        for number in range(block, len(self._starts)):
            start = self._starts[number]
            last = number + 1 == len(self._starts)
            end = self._file.size if last else self._starts[number + 1]
            stretch = self._file.read(start, end - start)
            for match in self._entry.finditer(stretch):
                yield match[1], match[2]

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _order(word: bytes) -> bytes:
    """What StarDict sorts by: the bytes, small letters for the capitals of ASCII."""
    return word.lower()


class StarDict:
    """A dictionary of StarDict; its files are opened when it is first asked."""

    def __init__(self, path: Path) -> None:
        """Take the path of its `.ifo`, of which name and direction are read."""
        self._path = path
        self._info = Info(path)
        self.name = self._info.name
        named, titled = direction_of(path.stem), direction_of(self._info.name)
        says_nothing = named.source is None and not named.unrelated
        self.direction: Direction = titled if says_nothing else named
        self._opened: tuple[Words, Words | None, Body] | None = None

    def _beside(self, *suffixes: str) -> Path:
        paths = [self._path.with_suffix(suffix) for suffix in suffixes]
        return next((path for path in paths if path.exists()), paths[0])

    def _open(self) -> tuple[Words, Words | None, Body]:
        if self._opened is None:
            body = open_body(self._beside(".dict", ".dict.dz"))
            try:
                index = _words(self._beside(".idx", ".idx.gz"), 12 if self._info.wide else 8)
                others = self._beside(".syn", ".syn.gz")
                spellings = _words(others, 4) if others.exists() else None
            except DictionaryError:
                body.close()
                raise
            self._opened = index, spellings, body
        return self._opened

    def find(self, word: str) -> Sequence[Article]:
        """The articles of a headword, or of those it is another spelling of."""
        index, spellings, body = self._open()
        found = index.find(word)
        if not found and spellings is not None:
            numbers = [struct.unpack(">I", tail)[0] for _, tail in spellings.find(word)]
            found = [entry for entry in map(index.at, dict.fromkeys(numbers)) if entry is not None]
        return [
            self._article(headword, tail, body) for headword, tail in found if alike(word, headword)
        ]

    def _article(self, headword: str, tail: bytes, body: Body) -> Article:
        offset, length = struct.unpack(">QI" if self._info.wide else ">II", tail)
        data = article(body, self._path, offset, length)
        found: list[str] = []
        note = ""
        for kind, text in _fields(data, self._info.types):
            words = decoded(text)
            if kind in "ty":
                note = note or f"/{sanitize_line(words).strip('/')}/"
            else:
                found += senses(without_markup(words, kind))
        return Article(sanitize_line(headword), tuple(found), note)

    def close(self) -> None:
        """Let go of its files."""
        if self._opened is not None:
            for part in self._opened:
                if part is not None:
                    part.close()
            self._opened = None


def _words(path: Path, tail: int) -> Words:
    file = File(path)
    try:
        if path.suffix == ".gz":
            file = _Unpacked(file)
        if file.size > _INDEX_MOST:
            raise DictionaryError(f"{path}: {file.size >> 20} MB are too many for an index")
        return Words(file, tail)
    except DictionaryError:
        file.close()
        raise


class _Unpacked(File):
    """A gzip file held in memory, read like any other."""

    def __init__(self, packed: File) -> None:
        self.path = packed.path
        self._handle = -1
        try:
            self._content = unpack(packed, _INDEX_MOST // 4)
        finally:
            packed.close()
        self.size = len(self._content)

    def read(self, offset: int, length: int) -> bytes:
        return self._content[offset : offset + length] if offset >= 0 and length > 0 else b""


def _fields(data: bytes, types: str) -> Iterator[tuple[str, bytes]]:
    """The parts of an article that are text, each with its type.

    With `sametypesequence` the types stand in the `.ifo`, and the last part has no end mark.
    """
    known = list(types)
    at = 0
    while at < len(data) and (known or not types):
        if types:
            kind = known.pop(0)
        else:
            kind, at = chr(data[at]), at + 1
        to_end = bool(types) and not known
        if to_end:
            field, at = data[at:], len(data)
        elif kind.isupper():
            size = int.from_bytes(data[at : at + 4], "big")
            field, at = data[at + 4 : at + 4 + size], at + 4 + size
        else:
            end = data.find(b"\0", at)
            end = len(data) if end < 0 else end
            field, at = data[at:end], end + 1
        if kind in _TEXTS:
            yield kind, field
