"""Small dictionaries in the formats of dictd and StarDict, written as their own tools would."""

from __future__ import annotations

import gzip
import os
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tui.lookup.fold import folded

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

ITALIAN: Mapping[str, str] = {
    "governo": "governo /ɡoˈvɛrno/\n1. government\n2. rule, control\n",
    "ponte": "ponte /ˈponte/\nbridge\n",
    "fiume": "fiume /ˈfjume/\nriver\n",
    "essere": "essere /ˈɛssere/\n1. be\n2. exist\n",
    "riaprire": "riaprire /riaˈprire/\nreopen\n",
    "lavoro": "lavoro /laˈvoro/\nwork\n",
    "lavorare": "lavorare /lavoˈrare/\nwork\n",
    "acqua": "acqua /ˈakkwa/\nwater\n",
    "perché": "perché /perˈke/\n1. why\n2. because\n",
    "all'estero": "all'estero /alˈlɛstero/\nabroad\n",
    "abituarsi": "abituarsi /abituˈarsi/\nget used\n",
}
ENGLISH: Mapping[str, str] = {
    "bridge": "bridge /brɪdʒ/\nponte\n",
    "well": "well /wɛl/\nbene\n",
    "country": "country /ˈkʌntri/\n1. paese\n2. campagna\n",
    "reopen": "reopen\nriaprire\n",
}

SYSTEM = Path("/usr/share/dictd")
"""Where Debian's dictionaries are."""

needs_freedict = pytest.mark.skipif(
    not os.environ.get("CI") and not (SYSTEM / "freedict-ita-eng.index").exists(),
    reason="needs dict-freedict-ita-eng and dict-freedict-eng-ita (required where CI is set)",
)


def number(value: int) -> str:
    """A number as dictd writes it."""
    out = ""
    while True:
        out = DIGITS[value % 64] + out
        value //= 64
        if not value:
            return out


def dictzip(content: bytes, piece: int = 1000) -> bytes:
    """Gzip in pieces that can be unpacked alone, with their table in the extra field."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = []
    for start in range(0, len(content), piece):
        part = packer.compress(content[start : start + piece])
        packed.append(part + packer.flush(zlib.Z_FULL_FLUSH))
    packed.append(packer.flush(zlib.Z_FINISH))
    sizes = [len(part) for part in packed[:-1]]
    table = struct.pack(f"<3H{len(sizes)}H", 1, piece, len(sizes), *sizes)
    extra = b"RA" + struct.pack("<H", len(table)) + table
    head = b"\x1f\x8b\x08\x0c" + b"\0" * 6 + struct.pack("<H", len(extra)) + extra + b"name\0"
    tail = struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)
    return head + b"".join(packed) + tail


def dictd(
    folder: Path,
    name: str,
    entries: Mapping[str, str],
    *,
    title: str = "A dictionary of ours",
    packed: bool = True,
    ordered: bool = True,
) -> Path:
    """A dictionary of dictd; the path of its index."""
    folder.mkdir(parents=True, exist_ok=True)
    body, lines = b"", []
    for word, text in {"00databaseshort": f"00-database-short\n     {title}\n", **entries}.items():
        data = text.encode()
        lines.append((folded(word), f"{folded(word)}\t{number(len(body))}\t{number(len(data))}\n"))
        body += data
    if ordered:
        lines.sort()
    index = folder / f"{name}.index"
    index.write_text("".join(line for _, line in lines), encoding="utf-8")
    if packed:
        (folder / f"{name}.dict.dz").write_bytes(dictzip(body))
    else:
        (folder / f"{name}.dict").write_bytes(body)
    return index


def stardict(
    folder: Path,
    name: str,
    entries: Mapping[str, bytes],
    *,
    title: str = "Dizionario italiano-inglese",
    types: str = "m",
    wide: bool = False,
    packed: bool = False,
    spellings: Sequence[tuple[str, str]] = (),
) -> Path:
    """A dictionary of StarDict; the path of its `.ifo`."""
    folder.mkdir(parents=True, exist_ok=True)
    words = sorted(entries, key=lambda word: (word.encode().lower(), word.encode()))
    body, index = b"", b""
    for word in words:
        place = struct.pack(">QI" if wide else ">II", len(body), len(entries[word]))
        index += word.encode() + b"\0" + place
        body += entries[word]
    info = ["StarDict's dict ifo file", "version=3.0.0", f"bookname={title}"]
    info += [f"wordcount={len(words)}", f"idxfilesize={len(index)}"]
    info += [f"sametypesequence={types}"] if types else []
    info += ["idxoffsetbits=64"] if wide else []
    path = folder / f"{name}.ifo"
    path.write_text("\n".join(info) + "\n", encoding="utf-8")
    if packed:
        (folder / f"{name}.idx.gz").write_bytes(gzip.compress(index))
        (folder / f"{name}.dict.dz").write_bytes(dictzip(body))
    else:
        (folder / f"{name}.idx").write_bytes(index)
        (folder / f"{name}.dict").write_bytes(body)
    if spellings:
        numbered = sorted((other.encode(), words.index(word)) for other, word in spellings)
        others = b"".join(other + b"\0" + struct.pack(">I", at) for other, at in numbered)
        (folder / f"{name}.syn").write_bytes(others)
    return path
