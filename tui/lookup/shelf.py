"""The dictionaries somebody has, and the search for a word in them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from tui.document import Language
from tui.lookup.analyser import Analyser, find_analyser
from tui.lookup.dictd import Dictd
from tui.lookup.fold import alike, folded, plain
from tui.lookup.lemmas import lemmas, targets
from tui.lookup.model import Answer, Dictionary, DictionaryError, Entry
from tui.lookup.stardict import StarDict
from tui.sanitize import sanitize_line

DICTIONARIES_MOST = 60
FILES_MOST = 5000
"""Names in a folder and those in it that are looked at."""

ENTRIES_MOST = 12
LEMMAS_MOST = 3
"""Dictionary forms, beside the word itself, whose entries are shown."""

WORD_MOST = 60

REMEDY = (
    "install some (apt install dict-freedict-ita-eng dict-freedict-eng-ita), "
    "or name folders of yours under [lookup] in the settings"
)


class Shelf:
    """Dictionaries of dictd and StarDict in some folders; opened when they are first asked.

    May be asked from several threads: one waits for the other.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        analyser: Callable[[Language], Analyser | None] = find_analyser,
    ) -> None:
        """Take the folders; nothing is read yet."""
        self._folders = list(dict.fromkeys(folders))
        self._find_analyser = analyser
        self._lock = threading.Lock()
        self._found: list[Dictionary] | None = None
        self._faults: list[str] = []

    def look_up(self, word: str, language: Language) -> Answer:
        """What the dictionaries say of a word as it stands in a text of that language."""
        with self._lock:
            return self._look_up(word, language)

    def _look_up(self, word: str, language: Language) -> Answer:
        asked = plain(sanitize_line(word))[:WORD_MOST]
        search = _Search(self._serving(language), language, self._find_analyser)
        entries = search.entries(asked.casefold()) if asked else []
        for dictionary, fault in search.broken:
            self._note(fault)
            self._dictionaries().remove(dictionary)
            dictionary.close()
        return Answer(
            asked or word[:WORD_MOST],
            language,
            tuple(entries),
            len(self._serving(language)),
            tuple(self._faults),
        )

    def _note(self, fault: str) -> None:
        """Keep what could not be read; a name of a file may hold any code."""
        self._faults.append(sanitize_line(fault))

    def _serving(self, language: Language) -> list[Dictionary]:
        return [each for each in self._dictionaries() if each.direction.serves(language)]

    def names(self, language: Language) -> list[str]:
        """The names of the dictionaries that serve a language."""
        with self._lock:
            return [each.name for each in self._serving(language)]

    def faults(self) -> list[str]:
        """What could not be read so far, a line for each."""
        with self._lock:
            return list(self._faults)

    def _dictionaries(self) -> list[Dictionary]:
        if self._found is None:
            self._found = []
            for folder in self._folders:
                self._take(folder)
        return self._found

    def _take(self, folder: Path) -> None:
        assert self._found is not None
        for path in self._paths(folder):
            if len(self._found) == DICTIONARIES_MOST:
                self._note(
                    f"{folder}: more than {DICTIONARIES_MOST} dictionaries; the others are not used"
                )
                return
            try:
                made: Dictionary = StarDict(path) if path.suffix == ".ifo" else Dictd(path)
            except DictionaryError as error:
                self._note(str(error))
                continue
            self._found.append(made)

    def _paths(self, folder: Path) -> list[Path]:
        """The `.index` and `.ifo` files of a folder, and of those in it."""
        out: list[Path] = []
        looked = 0
        todo = [folder]
        for place in todo:
            try:
                names = sorted(islice(place.iterdir(), FILES_MOST + 1))
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else None
                self._note(f"{place}: {(reason or 'not a folder').lower()}")
                continue
            for path in names:
                looked += 1
                if looked > FILES_MOST:
                    self._note(
                        f"{folder}: more than {FILES_MOST} files; the others are not looked at"
                    )
                    return out
                if path.suffix == ".ifo" or (path.suffix == ".index" and _has_body(path)):
                    out.append(path)
                elif place is folder and os.path.isdir(path):  # noqa: PTH112 (it never raises)
                    todo.append(path)
        return out

    def close(self) -> None:
        """Let go of every file."""
        with self._lock:
            for dictionary in self._found or ():
                dictionary.close()
            self._found = None
            self._faults = []


def _has_body(index: Path) -> bool:
    bodies = (index.with_suffix(".dict"), index.with_suffix(".dict.dz"))
    return any(os.path.exists(body) for body in bodies)  # noqa: PTH110 (it never raises)


class _Search:
    """One word looked for in some dictionaries; those that turn out damaged are left out."""

    def __init__(
        self,
        dictionaries: Sequence[Dictionary],
        language: Language,
        analyser: Callable[[Language], Analyser | None],
    ) -> None:
        self._dictionaries = dictionaries
        self._language = language
        self._find_analyser = analyser
        self.broken: list[tuple[Dictionary, str]] = []

    def entries(self, word: str) -> list[Entry]:
        """The word's own entries, then those of the words it is a form of, then expressions."""
        if not self._dictionaries:
            return []
        for target in targets(word, self._language):
            own = self._under(target)
            known = any(not entry.article.phrase for entry in own)
            out = [*own, *self._of_lemmas(target, known)]
            if out:
                return list(dict.fromkeys(sorted(out, key=_rank)))[:ENTRIES_MOST]
        return []

    def _of_lemmas(self, word: str, known: bool) -> list[Entry]:
        out: list[Entry] = []
        count = 0
        seen = {folded(word)}
        for lemma in self._lemmas(word, known):
            if folded(lemma) in seen:
                continue
            seen.add(folded(lemma))
            found = self._under(lemma)
            out += found
            count += any(not entry.article.phrase for entry in found)
            if count == LEMMAS_MOST:
                break
        return out

    def _lemmas(self, word: str, known: bool) -> Iterator[str]:
        """The analyser's, where there is one and it knows the word; else those of the rules."""
        analyser = self._find_analyser(self._language)
        analysed = analyser.lemmas(word) if analyser else ()
        hit = False
        for lemma in analysed:
            for spelt in (lemma, lemma.removesuffix("e") + "si"):
                if self._under(spelt):
                    hit = True
                    yield spelt
                    break
        if hit or (analysed and known):
            return
        for lemma, certain in lemmas(word, self._language):
            if certain or not known:
                yield lemma

    def _under(self, headword: str) -> list[Entry]:
        out: list[Entry] = []
        for dictionary in self._dictionaries:
            if any(broken is dictionary for broken, _ in self.broken):
                continue
            try:
                articles = dictionary.find(headword)
            except DictionaryError as error:
                self.broken.append((dictionary, str(error)))
                continue
            out += [
                Entry(article, dictionary.name)
                for article in articles
                if article.senses and (article.phrase or alike(headword, article.headword))
            ]
        return out


def _rank(entry: Entry) -> tuple[bool, bool]:
    """Words before expressions, and before names: *città* before *Città del Messico*."""
    return entry.article.phrase, entry.headword[:1].isupper()
