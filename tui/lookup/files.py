"""Files of a dictionary, read by stretches: none is taken into memory whole unless it is small.

A memory map would do the same, but a file that is cut short under a map ends the program; a read
past its end is an empty answer.
"""

from __future__ import annotations

import os
import stat
import struct
import zlib
from pathlib import Path
from typing import Protocol

from tui.lookup.model import DictionaryError

ARTICLE_MOST = 256 * 1024
"""Bytes of an article that are read at most; the longest of any dictionary is a tenth of that."""

GZIP_MOST = 64 * 1024 * 1024
"""Bytes to which a file without a table of its pieces may grow when it is unpacked."""

_PIECE = 1 << 16


class Body(Protocol):
    """The texts of a dictionary."""

    def read(self, offset: int, length: int) -> bytes:
        """The bytes from `offset` on, fewer where the file ends.

        Raises:
            DictionaryError: it is damaged there.
        """

    def close(self) -> None:
        """Let go of the file."""


class File:
    """A regular file, read where one asks."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            DictionaryError: it cannot be opened.
        """
        self.path = path
        try:
            self._handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, ValueError) as error:
            raise DictionaryError(f"{path}: {_reason(error)}") from None
        status = os.fstat(self._handle)
        self.size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            self.close()
            raise DictionaryError(f"{path}: not a file")

    def read(self, offset: int, length: int) -> bytes:
        """The bytes from `offset` on, fewer where the file ends."""
        if not 0 <= offset < self.size or length <= 0:
            return b""
        try:
            return os.pread(self._handle, min(length, self.size - offset), offset)
        except OSError as error:
            raise DictionaryError(f"{self.path}: {_reason(error)}") from None

    def close(self) -> None:
        """Let go of it; once is enough, twice does no harm."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _reason(error: OSError | ValueError) -> str:
    said = error.strerror if isinstance(error, OSError) else None
    return (said or "not a name of a file").lower()


class _Pieces:
    """A `.dz` file: gzip whose extra field says where each piece of it begins (dictzip)."""

    def __init__(self, file: File, header: int, piece: int, sizes: tuple[int, ...]) -> None:
        self._file = file
        self._piece = piece
        self._sizes = sizes
        self._offsets = [header]
        for size in sizes:
            self._offsets.append(self._offsets[-1] + size)
        self._kept: tuple[int, bytes] = (-1, b"")

    def read(self, offset: int, length: int) -> bytes:
        if offset < 0 or length <= 0:
            return b""
        first, last = offset // self._piece, (offset + length - 1) // self._piece
        parts = [self._unpacked(n) for n in range(first, min(last, len(self._sizes) - 1) + 1)]
        start = offset - first * self._piece
        return b"".join(parts)[start : start + length]

    def _unpacked(self, number: int) -> bytes:
        if self._kept[0] != number:
            packed = self._file.read(self._offsets[number], self._sizes[number])
            if len(packed) < self._sizes[number]:
                raise DictionaryError(f"{self._file.path}: damaged (it ends too soon)")
            try:
                unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, self._piece)
            except zlib.error:
                raise DictionaryError(f"{self._file.path}: damaged (not unpackable)") from None
            self._kept = (number, unpacked)
        return self._kept[1]

    def close(self) -> None:
        self._file.close()


class _Held:
    """A body that is in memory: a gzip file without a table of its pieces."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def read(self, offset: int, length: int) -> bytes:
        return self._content[offset : offset + length] if offset >= 0 and length > 0 else b""

    def close(self) -> None:
        self._content = b""


def open_body(path: Path) -> Body:
    """The texts in a `.dict` or `.dict.dz` file.

    Raises:
        DictionaryError: it cannot be opened, or is not what its name says.
    """
    file = File(path)
    if path.suffix != ".dz":
        return file
    try:
        found = _table(file)
        if found is not None:
            return _Pieces(file, *found)
        held = _Held(unpack(file, GZIP_MOST))
    except DictionaryError:
        file.close()
        raise
    file.close()
    return held


def decoded(data: bytes) -> str:
    """Text in UTF-8; else in the Latin alphabet of Windows, which old dictionaries use."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.end == len(data) and len(data) - error.start < 4  # in the middle of a character
        return data.decode("utf-8" if cut else "cp1252", "replace")


def article(body: Body, path: Path, offset: int, length: int) -> bytes:
    """The text of an article, of which `ARTICLE_MOST` bytes are read.

    Raises:
        DictionaryError: it is not all there; the message names `path`.
    """
    wanted = min(length, ARTICLE_MOST)
    data = body.read(offset, wanted)
    if len(data) < wanted:
        raise DictionaryError(f"{path}: damaged (the article of a word is not where it says)")
    return data


def _table(file: File) -> tuple[int, int, tuple[int, ...]] | None:
    """Where the first piece begins, how long each is unpacked, and how long each is packed.

    None when there is no such table (RFC 1952, and the subfield `RA` of dictzip).
    """
    head = file.read(0, 12)
    if len(head) < 12 or head[:3] != b"\x1f\x8b\x08":
        raise DictionaryError(f"{file.path}: not a gzip file")
    flags = head[3]
    if not flags & 4:
        return None
    extra = file.read(12, struct.unpack("<H", head[10:12])[0])
    start = 12 + len(extra)
    for flag in (8, 16):  # the name of the file, a comment: each to its zero byte
        if flags & flag:
            end = file.read(start, _PIECE).find(b"\0")
            if end < 0:
                raise DictionaryError(f"{file.path}: damaged (its head has no end)")
            start += end + 1
    if flags & 2:
        start += 2
    return _pieces_in(extra, start)


def _pieces_in(extra: bytes, start: int) -> tuple[int, int, tuple[int, ...]] | None:
    at = 0
    while at + 4 <= len(extra):
        name, length = extra[at : at + 2], struct.unpack_from("<H", extra, at + 2)[0]
        field = extra[at + 4 : at + 4 + length]
        at += 4 + length
        if name != b"RA" or len(field) < 6:
            continue
        _, piece, count = struct.unpack_from("<3H", field)
        if piece and count and 6 + 2 * count <= len(field):
            return start, piece, struct.unpack_from(f"<{count}H", field, 6)
    return None


def unpack(file: File, most: int) -> bytes:
    """A gzip file unpacked, of which no more than `most` bytes are accepted.

    Raises:
        DictionaryError: it is damaged, or grows beyond that.
    """
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    out, size, offset = [], 0, 0
    while not unpacker.eof:
        packed = unpacker.unconsumed_tail or file.read(offset, _PIECE)
        if not unpacker.unconsumed_tail:
            offset += len(packed)
        if not packed:
            raise DictionaryError(f"{file.path}: damaged (it ends too soon)")
        try:
            out.append(unpacker.decompress(packed, 1 << 20))
        except zlib.error:
            raise DictionaryError(f"{file.path}: damaged (not unpackable)") from None
        size += len(out[-1])
        if size > most:
            raise DictionaryError(
                f"{file.path}: more than {most >> 20} MB when unpacked; "
                "pack it with dictzip, or give it unpacked"
            )
    return b"".join(out)
