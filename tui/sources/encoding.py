"""Bytes to text: what a source declares is weighed against what its bytes can be."""

from __future__ import annotations

import codecs
import re

from tui.sources.draft import SourceError

# The first bytes by which a file says what it is, and the name a person knows it by.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# The WHATWG Encoding Standard: browsers read both of these labels as windows-1252, and so
# pages that declare them are written in it.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252"}

# What Italian and English texts that are not Unicode are written in: Windows, old Macintosh,
# DOS. Left to choose among all its encodings the sniffer takes Vietnamese for Italian.
_SNIFFED = ["cp1252", "mac_roman", "cp850"]
# Control codes that no text uses, not even one with bells and colours in it.
_NEVER_WRITTEN = bytes({*range(0x07), *range(0x0E, 0x1B), *range(0x1C, 0x20)})
_SAMPLE = 16_384
_HEAD = 4_096

_DECLARATION = re.compile(
    rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)


def decode(data: bytes, declared: str | None = None, *, html: bool = False) -> str:
    """The text of `data`, not sanitised yet; bytes that mean nothing become U+FFFD.

    A byte order mark decides; then bytes that are valid UTF-8 are UTF-8, whatever was declared;
    then `declared` (of an HTTP header) or, for `html`, what the page declares; then a sniff.

    Raises:
        SourceError: the bytes are not text; the message, to be put after a name, says what they
            look like.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if kind := binary_kind(data):
        raise SourceError(f"{kind}, not text; give a text, Markdown or HTML file")
    if utf16 := _utf16_without_mark(data):
        return data.decode(utf16, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for label in (declared, _declaration(data) if html else None):
        if label and (text := _decode_as(label, data)) is not None:
            return text
    return _damaged_utf8(data) or data.decode(_sniff(data), "replace")


def binary_kind(data: bytes) -> str | None:
    """What `data` looks like, for a message, when it is not text; else None."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[4:8] == b"ftyp":
        return "a video or a picture"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture, a sound or a video"
    # A stray NUL leaves a text a text; one such byte in fifty is not a slip.
    head = data[: 4 * _HEAD]
    strange = len(head) - len(head.translate(None, _NEVER_WRITTEN))
    if strange * 50 > len(head) and _utf16_without_mark(data) is None:
        return "a binary file"
    return None


def _utf16_without_mark(data: bytes) -> str | None:
    head = data[:_HEAD]
    half = len(head) // 2
    low, high = head[1::2].count(0), head[0::2].count(0)
    if half and low > 0.7 * half and high < 0.05 * half:
        return "utf-16-le"
    if half and high > 0.7 * half and low < 0.05 * half:
        return "utf-16-be"
    return None


def _declaration(data: bytes) -> str | None:
    found = _DECLARATION.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _decode_as(label: str, data: bytes) -> str | None:
    """The text under a declared encoding, or None when it cannot be true."""
    try:
        name = codecs.lookup(label).name
        # Real UTF-16 was told by its mark or its NULs; UTF-7 is no encoding browsers know.
        if name.startswith("utf-") and name != "utf-8":
            return None
        encoding = _READ_AS.get(name, name)
        # Five byte values are unassigned in windows-1252: one of them does not make it untrue.
        # An UTF-8 that fails is damaged, or is not UTF-8: that is for the caller to tell.
        return data.decode(encoding, "replace" if encoding == "cp1252" else "strict")
    except (LookupError, UnicodeError, ValueError):
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """The text when most of what is not ASCII reads as UTF-8: a cut or patched file."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - len(text.encode("ascii", "ignore"))
    return text if good > bad else None


def _sniff(data: bytes) -> str:
    from charset_normalizer import from_bytes

    first = next((at for at, byte in enumerate(data) if byte > 0x7F), 0)
    start = max(0, first - 200)
    best = from_bytes(data[start : start + _SAMPLE], cp_isolation=_SNIFFED).best()
    return best.encoding if best else "cp1252"
