"""The translation memory: every sentence translated once, kept in SQLite, asked first."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui.document import Language, other_language
from tui.sanitize import sanitize_line
from tui.translate.keys import key_of, normalise
from tui.translate.pairs import BATCH, OWN, ROUGH, PairStore, Row
from tui.translate.protocol import TmxError

if TYPE_CHECKING:
    from tui.translate.tmx import Unit

SHIPPED = "edicola"
"""The engine's name for pairs that ship with the program."""

_BY_PEOPLE = frozenset({OWN, SHIPPED})


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the memory has for a sentence."""

    text: str
    """The translation."""
    engine: str
    """Who wrote it: an engine's name, `tmx` or `edicola`."""
    adapted: bool = False
    """Whether it was written for a sentence that differs in numbers or punctuation."""

    @property
    def rough(self) -> bool:
        """Whether an engine wrote it that works by rules."""
        return self.engine == ROUGH


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a TMX file."""

    kept: int
    """Units now in the memory."""
    skipped: int
    """Units without both languages, empty, or far too long for a sentence."""
    problem: str | None = None
    """Where and why reading or writing stopped, in one line; what came before is kept."""


class Memory(PairStore):
    """The pairs kept in one SQLite file; every method may be called from any thread."""

    def look_up(
        self, sentences: Sequence[str], source: Language, target: Language
    ) -> dict[str, Remembered]:
        """What is remembered of `sentences`, by the sentence as it was given.

        A person's own pair wins; among engines, the pair made last, if it is not a rough one.
        """
        if target != other_language(source):
            return {}
        keys: dict[int, list[tuple[str, str]]] = {}
        for sentence in sentences:
            words = normalise(sentence)
            keys.setdefault(key_of(words, source), []).append((sentence, words))
        found: dict[str, Remembered] = {}
        for key, engine, stored, translation in self.rows(sorted(keys)):
            for sentence, words in keys[key]:
                better = sentence in found and not found[sentence].rough
                if words == stored and not (engine == ROUGH and better):
                    # Whatever was put into the file by other hands stays in one line of words.
                    found[sentence] = Remembered(sanitize_line(translation), engine)
        return found

    def look_up_alike(
        self, sentences: Sequence[str], source: Language, target: Language
    ) -> dict[str, Remembered]:
        """What is remembered of sentences that differ in numbers and punctuation only, adapted.

        Only where that is certain; see `tui.translate.adapting`.
        """
        if target != other_language(source):
            return {}
        from tui.translate.adapting import adapt

        found: dict[str, Remembered] = {}
        for sentence in sentences:
            words = normalise(sentence)
            for engine, stored, translation in self.alike(words, source):
                adapted = adapt(words, stored, sanitize_line(translation), source)
                if adapted is not None:
                    found[sentence] = Remembered(adapted, engine, adapted=True)
                    break
        return found

    def remember(
        self, pairs: Iterable[tuple[str, str]], source: Language, engine: str
    ) -> str | None:
        """Keep `pairs` (a sentence in `source`, its translation), as written by `engine`.

        Returns None, or why they could not be written; they are then kept for this session only.
        """
        made = time.time()
        rows: list[Row] = []
        for sentence, translation in pairs:
            words = normalise(sentence)
            rows.append((key_of(words, source), engine, source, words, translation, made))
        return self.write(rows)

    def import_tmx(self, path: Path, engine: str = OWN) -> Imported:
        """Remember every Italian and English unit of a TMX file.

        A unit is remembered in both directions, as `engine`'s, unless it says itself which
        engine wrote it. Of a damaged file everything before the damage is kept.

        Raises:
            TmxError: the file cannot be opened.
        """
        from tui.translate.tmx import TmxReader

        reader = TmxReader()
        try:
            with path.open("rb") as stream:
                kept, problem = self._keep(reader.units(stream), engine)
        except OSError as error:
            raise TmxError(f"{path}: {(error.strerror or 'it cannot be read').lower()}") from None
        if problem is not None:
            problem = f"{path}: {problem}; {kept} units before it were kept"
        return Imported(kept, reader.skipped, problem)

    def _keep(self, units: Iterator[Unit], engine: str) -> tuple[int, str | None]:
        kept = 0
        while True:
            batch, problem = _take(units)
            problem = self.write(list(_unit_rows(batch, engine))) or problem
            kept += len(batch)
            if problem is not None or len(batch) < BATCH:
                return kept, problem

    def import_once(self, path: Path) -> Imported | None:
        """Remember a TMX file that ships with the program; None if its content was known already.

        A person's own pair for the same sentence stays the preferred one.
        """
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            return None
        known = "SELECT 1 FROM imports WHERE path = ? AND digest = ?"
        if self.select(known, (path.name, digest)):
            return None
        imported = self.import_tmx(path, SHIPPED)
        if imported.problem is None:
            self.note_import(path.name, digest)
        return imported

    def export_tmx(self, path: Path) -> int:
        """Write the whole memory as a TMX file; how many units it has.

        A person's pair, remembered in both directions, is one unit.

        Raises:
            TmxError: it cannot be written.
        """
        from tui.translate.tmx import write_tmx

        return write_tmx(path, self._units())

    def _units(self) -> Iterator[Unit]:
        from tui.translate.tmx import Unit

        seen: set[tuple[str, str]] = set()
        last = -1
        while rows := self.page(last):
            for number, source, sentence, translation, engine in rows:
                last = number
                spoken: Language = "it" if source == "it" else "en"
                if engine not in _BY_PEOPLE:
                    yield Unit(spoken, sentence, translation, engine)
                elif (translation, sentence) not in seen:
                    seen.add((sentence, translation))
                    yield Unit(spoken, sentence, translation)


def _take(units: Iterator[Unit]) -> tuple[list[Unit], str | None]:
    """The next units, a batch at most, and what stopped the file there if it is damaged."""
    batch: list[Unit] = []
    try:
        batch.extend(islice(units, BATCH))
    except TmxError as error:
        return batch, str(error)
    return batch, None


def _unit_rows(units: Iterable[Unit], engine: str) -> Iterator[Row]:
    made = time.time()
    for unit in units:
        sides = [(unit.source, unit.sentence, unit.translation)]
        if unit.engine is None:
            sides.append((other_language(unit.source), unit.translation, unit.sentence))
        for source, sentence, translation in sides:
            words = normalise(sentence)
            by = unit.engine or engine
            yield key_of(words, source), by, source, words, translation, made
