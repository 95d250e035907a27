"""Translation memories as files: TMX 1.4 in and out (LISA's Translation Memory eXchange).

Read with expat as a stream: a file of any size costs the memory of one unit. Entity definitions
are refused (they are how a small file becomes a huge one); nothing outside the file is opened.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tui import __version__
from tui.document import LANGUAGES, Language, other_language
from tui.sanitize import sanitize_line
from tui.translate.protocol import TmxError

ENGINE_PROPERTY = "x-edicola-engine"
"""The `<prop>` that says which engine wrote a unit; people's own units have none."""

_CHUNK = 1 << 16
_LONGEST = 50_000
"""Code points; a longer segment is no sentence, and its unit is skipped."""
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Inline elements whose content is another program's mark-up; that of `hi` is text."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEADER = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="edicola" creationtoolversion="{version}" segtype="sentence" \
o-tmf="edicola" adminlang="en" srclang="*all*" datatype="plaintext"/>
<body>
"""
_FOOTER = "</body>\n</tmx>\n"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence and its translation, as one translation unit (`<tu>`) holds them."""

    source: Language
    """The language of `sentence`; `translation` is in the other one."""
    sentence: str
    translation: str
    engine: str | None = None
    """Which engine wrote it; None for a person's own."""


class TmxReader:
    """The Italian and English units of one TMX file."""

    def __init__(self) -> None:
        self.skipped = 0
        """Units passed over so far: without both languages, empty, or too long."""
        self._ready: list[Unit] = []
        self._file_source = ""
        self._begin_unit({})
        self._text: list[str] | None = None
        self._codes = 0
        self._prop: str | None = None

    def units(self, stream: BinaryIO) -> Iterator[Unit]:
        """Every unit of `stream`, in order, as it is read.

        Raises:
            TmxError: the file breaks off or is no TMX; every unit before that has been handed over.
        """
        from xml.parsers import expat

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = _refuse_entities
        problem: TmxError | None = None
        last = False
        while problem is None and not last:
            chunk = stream.read(_CHUNK)
            last = not chunk
            try:
                parser.Parse(chunk, last)
            except expat.ExpatError as error:
                words = expat.errors.messages.get(error.code) or "not well-formed"
                problem = TmxError(f"line {error.lineno}: {words}")
            except TmxError as error:
                problem = error
            except (ValueError, LookupError):
                problem = TmxError("line 1: an encoding this program does not know")
            yield from self._ready
            self._ready.clear()
        if problem is not None:
            raise problem

    def _begin_unit(self, attributes: dict[str, str]) -> None:
        self._source = attributes.get("srclang", self._file_source)
        self._engine: str | None = None
        self._segments: dict[Language, str] = {}
        self._language: Language | None = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "header":
            self._file_source = attributes.get("srclang", "")
        elif name == "tu":
            self._begin_unit(attributes)
        elif name == "tuv":
            self._language = _language(attributes.get("xml:lang", attributes.get("lang", "")))
        elif name == "seg":
            self._text, self._codes = [], 0
        elif name == "prop":
            self._prop, self._text, self._codes = attributes.get("type"), [], 0
        elif name in _CODES:
            self._codes += 1

    def _end(self, name: str) -> None:
        if name == "tu":
            self._finish_unit()
        elif name == "seg":
            words = "".join(self._text or ())
            self._text = None
            # Of two variants of a language (en-GB, en-US) the first is taken.
            if self._language is not None and self._language not in self._segments:
                usable = len(words) <= _LONGEST
                self._segments[self._language] = sanitize_line(words) if usable else ""
        elif name == "prop":
            if self._prop == ENGINE_PROPERTY:
                self._engine = sanitize_line("".join(self._text or ())) or None
            self._text = None
        elif name in _CODES:
            self._codes -= 1

    def _characters(self, words: str) -> None:
        if self._text is not None and not self._codes:
            self._text.append(words)

    def _finish_unit(self) -> None:
        segments = self._segments
        if len(segments) < len(LANGUAGES) or not all(segments.values()):
            self.skipped += 1
            return
        # `*all*`, or a third language: the order of the variants says which one was translated.
        first: Language = next(iter(segments))
        source: Language = _language(self._source) or first
        target = other_language(source)
        self._ready.append(Unit(source, segments[source], segments[target], self._engine))


def _language(code: str) -> Language | None:
    """`it` for `it`, `it-IT`, `IT_CH`; None for what is neither Italian nor English."""
    main = re.split("[-_]", code.strip().lower(), maxsplit=1)[0]
    return next((language for language in LANGUAGES if language == main), None)


def _refuse_entities(*_: object) -> None:
    raise TmxError("it defines entities of its own, which is refused")


def write_tmx(path: Path, units: Iterable[Unit]) -> int:
    """Write `units` to `path` and say how many there were; the file appears whole or not at all.

    Characters that XML 1.0 cannot hold are left out.

    Raises:
        TmxError: it cannot be written; what stood at `path` before is still there.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    written = 0
    try:
        with partial.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(_HEADER.format(version=__version__))
            for unit in units:
                file.write(_unit_xml(unit))
                written += 1
            file.write(_FOOTER)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise TmxError(f"{path}: {reason}; nothing was changed there") from None
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return written


def _unit_xml(unit: Unit) -> str:
    target = other_language(unit.source)
    prop = ""
    if unit.engine is not None:
        prop = f'<prop type="{ENGINE_PROPERTY}">{_escape(unit.engine)}</prop>'
    return (
        f'<tu srclang="{unit.source}">{prop}\n'
        f'<tuv xml:lang="{unit.source}"><seg>{_escape(unit.sentence)}</seg></tuv>\n'
        f'<tuv xml:lang="{target}"><seg>{_escape(unit.translation)}</seg></tuv>\n</tu>\n'
    )


def _escape(text: str) -> str:
    text = _NOT_XML.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
