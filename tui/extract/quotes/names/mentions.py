"""One name where it stands, with the titles beside it."""

from __future__ import annotations

import re
from bisect import bisect_right

from tui.extract.quotes.names.capitals import past_office, past_place, stripped
from tui.extract.quotes.names.people import Mention, office_of
from tui.extract.tables import SpeechWords

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w|\Z))?|[^\w\s]")
_STOP = re.compile(r'[.,;:!?()«»“”„"]')
_AGE = re.compile(r", \d{1,3}(?: anni\b|, )")
"""What follows a person's name: *Paco, 71 anni*; *Ruth Hale, 54, …*."""
_PART = re.compile("[ '’]")
_REACH = 70
"""How far before a name, in code points, its titles may stand."""
_APPOSED = 60
"""How far after a name, in code points, its titles may stand."""
_TITLED = 4
"""Within how many words of a run of capitals its title ends."""
_LED = 32
"""How many code points may stand between a comma and the name of its apposition."""
_OPENED = '«“"‘'
_CLOSED = frozenset('»”"’')
_CLOSING = frozenset([",", ".", ";", ""])
_GROUP = 8
"""How many words of a noun group before a name are looked at."""
_NOTHING = frozenset(["", " ", "\n"])
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzàèéìòù'")
_NONE = -1
_ANEW = -2
Offices = list[tuple[str, str]]
"""Titles, each with what it is of."""


class Reader:
    """Reads the names of one text, in order; what a run of capitals tells by itself, once."""

    def __init__(self, text: str, lower: str, words: SpeechWords) -> None:
        self.text = text
        self.lower = lower
        self.words = words
        self.nothing: set[str] = set()
        """Runs that are known to be no name wherever they stand: *Il*, *Ieri*."""
        self._skips: dict[str, int] = {}
        """How much of a run is no name: `_NONE` when all is none, `_ANEW` when the text around
        it decides."""
        self._kinds: dict[str, tuple[str, bool, int]] = {}
        """For each name the title it begins with, if any, whether it is nobody's, and how many
        code points the title takes."""
        self._groups: dict[str, tuple[str, Offices]] = {}
        """What was read in the words before a name, for each passage of such words."""
        self._stops = [match.end() for match in _STOP.finditer(text)]
        self._passed = 0
        """How many stops are behind."""

    def mention(self, run: str, start: int, end: int) -> Mention | None:
        """The mention in a run of capitals, without what only begins the sentence; None if nothing.

        Runs have to be asked for in order.
        """
        words = self.words
        begin = self._begin(run, start, end)
        if begin < 0:
            return None
        last, held = self._before(begin)
        titles = [*held]
        led = self.lower[start:begin].split()[-1] if begin > start else last
        thing = not titles and (led in words.articles or led in words.joint)
        name = begin
        if titles:
            name = past_office(self.text, begin, end, words) if last in words.of else begin
            if name > begin:
                # *portavoce del Pentagono Pat Ryder*: the first word is what the title is of.
                office = self.text[begin:name].partition(" ")[0].lower()
                titles[-1] = (titles[-1][0], office)
                if titles[-1] in words.offices:
                    titles.append((words.offices[titles[-1]], office))
            elif last in words.prepositions:
                titles = []
                thing = last in words.joint
        elif last in words.prepositions:
            name = past_place(self.text, begin, end, words)
            thing = thing and name == begin
        written = run if name == start else self.text[name:end]
        head, nobody, cut = self._kinds.get(written) or self._kind(written)
        if head:
            written = written[cut:]
            if not written:
                return None
            titles.append((head, ""))
            thing = False
            # A title with words before it is part of the run: nothing else begins a group there.
            name = end - len(written) if cut == len(head) + 1 else name
        elif nobody and not titles:
            thing = True
        if last not in words.prepositions:
            titles += self._apposed(name, end)
        if len(written) <= 1:
            return None
        return tuple.__new__(Mention, (name, end, written, tuple(titles), thing))

    def _kind(self, name: str) -> tuple[str, bool, int]:
        """The title at the beginning, whether it is nobody's name, and how much is title."""
        words = self.words
        parts = name.lower().split(" ")
        head = parts[0].rstrip(".")
        titles = [at for at, word in enumerate(parts[:_TITLED]) if word.rstrip(".") in words.titles]
        if titles and (titles[0] == 0 or (words.name_first and titles[-1] + 1 < len(parts))):
            # *Ukrainian President Oleh Bond* is called Oleh Bond.
            last = titles[-1] if titles[-1] + 1 < len(parts) else 0
            cut = sum(map(len, parts[: last + 1])) + last + 1
            kind = (parts[last].rstrip("."), False, cut)
        else:
            nobody = head in words.bodies or head in words.naming or name.isupper()
            kind = ("", nobody or not words.impersonal.isdisjoint(parts), 0)
        self._kinds[name] = kind
        return kind

    def _begin(self, run: str, start: int, end: int) -> int:
        """Where a run of capitals begins without its function words; `_NONE` if nothing is left."""
        skip = self._skips.get(run)
        if skip is None:
            begin = stripped(self.text, start, end, self.words)
            skip = _NONE if begin is None else begin - start
            parts = _PART.split(run.lower())
            if len(parts) > 1 and not (
                self.words.prepositions.isdisjoint(parts) and self.words.particles.isdisjoint(parts)
            ):
                skip = _ANEW
            self._skips[run] = skip
            if skip == _NONE:
                self.nothing.add(run)
        if skip >= 0:
            return start + skip
        if skip == _NONE:
            return _NONE
        begin = stripped(self.text, start, end, self.words)
        return _NONE if begin is None else begin

    def _apposed(self, start: int, end: int) -> Offices:
        """The titles in *Pat Ryder, portavoce del Pentagono*, *il presidente, Ugo Merli, …*."""
        out: Offices = []
        text, words = self.text, self.words
        if text.startswith(", ", end) and self._titled(end + 2):
            found = _WORD.findall(self.lower, end + 2, end + _APPOSED)
            first = next(at for at, word in enumerate(found) if word in words.titles)
            after = found[first:]
            following = after[1] if len(after) > 1 else ""
            if following not in words.auxiliaries and following not in words.finite:
                stop = next((at for at, word in enumerate(after) if not word[0].isalpha()), 4)
                # *Delitto di Rovo, il padre: «…»* tells what the words are about, and who speaks.
                topic = after[stop : stop + 1] == [":"] and " " not in text[start:end]
                out += [] if topic else _offices(after[: min(stop, 4)], words)
        if _AGE.match(text, end):
            out.append(("", ""))
        if text[end : end + 1] in _CLOSING:
            comma = self._comma(start)
            if comma is not None:
                out += self._before(comma)[1]
        return out

    def _comma(self, start: int) -> int | None:
        """Where the comma stands that opens an apposition ending in the name at `start`.

        Right before the name, or before a few words that lead to it: *, il generale Ugo Merli,*.
        """
        if self.text.startswith(", ", start - 2):
            return self._before_marks(start - 2) if start > 1 else None
        passed = bisect_right(self._stops, start)
        at = self._stops[passed - 1] - 1 if passed else 0
        if not at or self.text[at] != "," or start - at > _LED:
            return None
        led = self.lower[at + 1 : start].replace("'", "' ").split()
        leads = led and led[0] in self.words.definite and self.text[at + 2 : start].islower()
        return self._before_marks(at) if leads else None

    def _before_marks(self, end: int) -> int:
        """`end`, or where a name in marks that ends there begins: *la preside del «Volta», …*."""
        if end and self.text[end - 1] in _CLOSED:
            opened = max(self.text.rfind(mark, end - _LED, end - 1) for mark in _OPENED)
            if opened > 0:
                return len(self.text[:opened].rstrip())
        return end

    def _titled(self, start: int) -> bool:
        """Whether the first word from `start` is a title, but for what may stand before one."""
        words, last = self.words, start - 2 + _APPOSED
        found = _WORD.search(self.lower, start, last)
        while found and (found[0] in words.articles or found[0] in words.former):
            found = _WORD.search(self.lower, found.end(), last)
        return found is not None and found[0] in words.titles

    def _before(self, start: int) -> tuple[str, Offices]:
        """The last word of the noun group before a name, in lower case, and the group's titles.

        The group goes back to a stop or another name.
        """
        stops, passed = self._stops, self._passed
        while passed < len(stops) and stops[passed] <= start:
            passed += 1
        while passed and stops[passed - 1] > start:
            passed -= 1
        self._passed = passed
        low = start - _REACH if start > _REACH else 0
        if passed and stops[passed - 1] > low:
            low = stops[passed - 1]
        chunk = self.text[low:start]
        if chunk in _NOTHING:
            return "", []
        found = self._groups.get(chunk)
        if found is None:
            found = self._groups[chunk] = self._read(chunk, self.lower[low:start])
        return found

    def _read(self, chunk: str, lower: str) -> tuple[str, Offices]:
        words = self.words
        plain = (lower.replace("'", "' ") if "'" in lower else lower).split()
        if plain and words.titles.keys().isdisjoint(plain):
            # Without a title only the last word matters.
            last = plain[-1]
            whole = last[:-1].isalpha() or (len(last) == 1 and _bare(lower))
            if whole and last[-1] in _LETTERS and chunk.rsplit(None, 1)[-1][0].islower():
                return last, []
        group = _group(_WORD.findall(chunk)[-_GROUP:], words)
        if not group:
            return "", []
        for index in range(len(group) - 1, -1, -1):
            word = group[index]
            if (
                word in words.auxiliaries
                or word in words.finite
                or (index and word.endswith(words.gerund))
            ):
                # *the manager told Sky Sports*: what stands before a verb is another's title.
                return group[-1], _offices(group[index + 1 :], words)
        return group[-1], _offices(group, words)


def _bare(chunk: str) -> bool:
    """Whether only blanks and apostrophes part the words of a passage."""
    return chunk.replace(" ", "").replace("'", "").isalpha()


def _group(found: list[str], words: SpeechWords) -> list[str]:
    """The noun group that ends some words, in lower case: back to another name."""
    first = len(found)
    while first:
        word, before = found[first - 1], found[first - 2].lower() if first > 1 else ""
        lower = word.lower()
        named = word[0].isupper() and lower not in words.titles and lower not in words.prepositions
        if named and before.replace("’", "'") not in words.of and word[-1] not in "'’":
            break
        first -= 1
    return [word.lower().replace("’", "'") for word in found[first:]]


def _offices(group: list[str], words: SpeechWords) -> Offices:
    """The titles of a noun group, each with what it is of."""
    out: Offices = []
    for index, word in enumerate(group):
        if word not in words.titles:
            continue
        office = office_of(group[index + 1 :], words)
        out.append((word, office))
        if (word, office) in words.offices:
            out.append((words.offices[word, office], ""))
    return out
