"""Names in an article: their fullest forms, and the titles that stand for them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from tui.extract.tables import SpeechWords

UPPER = "".join(char for char in map(chr, range(0x530)) if char.isupper())
"""Capital letters of the Latin, Greek and Cyrillic scripts."""
_SHORTENED = rf"(?:[{UPPER}]|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Prof|St|Lt|Sgt)\."
_CAP = (
    rf"(?:{_SHORTENED}"
    rf"|[{UPPER}][^\W\d_]*+(?:['’](?=[{UPPER}])[^\W\d_]++|-[^\W\d_]++)*+(?!['’]\w))"
)
_RUN = re.compile(
    rf"(?<!\w){_CAP}(?: (?:(?:de|von|van|bin|al|el|der|la|le|lo|du|dos|da|ben|ibn) )?{_CAP})*+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?|[^\w\s]")
_MANY = 50
"""How many bearers of a title are compared to see whether they are one."""
_GROUP = 8
"""How many words of a noun group before a name are looked at."""
_NOTHING = frozenset(["", " ", "\n"])
_AFTER_STOP = re.compile(r'\A.*[.,;:!?()«»“”„"]', re.DOTALL)
_APPOSITION = re.compile(r",\s+(?:[^\W\d_]+\s+|l['’])?(?:ex\s+)?([^\W\d_]+)\b(?!['’])")


class Mention(NamedTuple):
    """A name where it stands."""

    start: int
    end: int
    name: str
    titles: tuple[str, ...] = ()
    """The title nouns of the noun group it stands in, or of its apposition."""
    thing: bool = False
    """Whether an article stands right before it: *la Casa Bianca* is nobody."""

    @property
    def last(self) -> str:
        """The word a person is called by when named again."""
        return self.name.rpartition(" ")[2]


@dataclass(slots=True)
class People:
    """The names of an article, and what they are called."""

    mentions: list[Mention]
    _forms: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    _titles: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _persons: set[str] = field(default_factory=set)
    _things: set[str] = field(default_factory=set)
    _bearers: set[str] = field(default_factory=set)
    _known: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [mention.start for mention in self.mentions]
        for mention in self.mentions:
            if " " not in mention.name:
                if mention.thing:
                    self._things.add(mention.name)
                continue
            (self._things if mention.thing else self._persons).add(mention.name)
            for key in {mention.last.casefold(), mention.name.split()[0].casefold()}:
                forms = self._forms.setdefault(key, {})
                forms.setdefault(mention.name, []).append(mention.start)
        for mention in self.mentions:
            if not mention.titles or mention.thing:
                continue
            bearer = (mention.start, self.full(mention.name, mention.start))
            for title in mention.titles:
                self._titles.setdefault(title, []).append(bearer)
            self._persons.add(bearer[1])
            self._bearers.add(bearer[1])
            if bearer[1] in self._things:
                self._things.discard(bearer[1])
                self._known.clear()

    def within(self, start: int, end: int) -> list[Mention]:
        """The names that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def person(self, name: str) -> bool:
        """Whether a name, in its fullest form, is plainly a person's."""
        return name in self._persons and name not in self._things

    def thing(self, name: str) -> bool:
        """Whether a name is more likely a place or a body."""
        return name in self._things or (" " in name and name not in self._persons)

    def full(self, name: str, at: int) -> str:
        """The fullest form of a name; when there are several, the nearest before `at`."""
        forms = self._known.get(name)
        if forms is None:
            forms = self._known[name] = self._candidates(name.split())
        if len(forms) <= 1:
            return forms[0] if forms else name
        known = self._forms[name.rpartition(" ")[2].casefold()]
        nearest = max(forms, key=lambda form: _nearness(known[form], at))
        return max((form for form in forms if _fits(nearest.split(), form)), key=len)

    def _candidates(self, words: list[str]) -> list[str]:
        """The forms a name may be short for."""
        forms = [f for f in self._forms.get(words[-1].casefold(), ()) if _fits(words, f)]
        forms = [form for form in forms if form not in self._things] or forms
        return [form for form in forms if form.endswith(words[-1])] or forms

    def titled(self, title: str, at: int) -> str | None:
        """Whom a title stands for at `at`: its nearest earlier bearer, else its only later one."""
        bearers = self._titles.get(title)
        if not bearers:
            return None
        index = bisect_right(bearers, (at, "\U0010ffff")) - 1
        if index >= 0:
            return bearers[index][1]
        first = bearers[0][1]
        return first if all(name == first for _, name in bearers[:_MANY]) else None

    def has_title(self, name: str) -> bool:
        """Whether the article gives a person, in the fullest form, any title."""
        return name in self._bearers


def _nearness(starts: list[int], at: int) -> tuple[bool, int]:
    """Later is nearer before `at`; after it earlier is, and only if nothing stands before."""
    index = bisect_right(starts, at)
    return (True, starts[index - 1]) if index else (False, -starts[0])


def _fits(words: list[str], form: str) -> bool:
    return set(words) <= set(form.split())


def find_people(text: str, words: SpeechWords) -> People:
    """The names of a whole article, in order."""
    mentions: list[Mention] = []
    doubtful: set[int] = set()
    for match in _RUN.finditer(text):
        mention = _mention(text, match.start(), match.end(), words)
        if mention is None:
            continue
        if " " not in mention.name and not mention.titles and _begins(text, mention.start):
            doubtful.add(len(mentions))
        mentions.append(mention)
    sure = {
        word
        for index, mention in enumerate(mentions)
        if index not in doubtful
        for word in mention.name.split()
    }
    kept = [
        mention
        for index, mention in enumerate(mentions)
        if index not in doubtful or mention.name in sure or _acts(text, mention.end, words)
    ]
    return People(_joined(text, kept))


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, where any word carries a capital."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0([«“\"'‘„")
    return not before or before[-1] in '.!?…\n»”"-–—'


_NEXT = re.compile(r",? ?([^\W\d_]+)")


def _acts(text: str, end: int, words: SpeechWords) -> bool:
    """Whether what follows a lone capitalised word makes it a subject."""
    following = _NEXT.match(text, end)
    if following is None:
        return text[end : end + 1] == ":"
    word = following[1].lower()
    return word in words.auxiliaries or word in words.finite or word in words.relative


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions; *Ugo Merli* and *di Valle* are one when the latter goes alone elsewhere."""
    after = {
        mention.name
        for previous, mention in pairwise(mentions)
        if text[previous.end : mention.start] in _JOINS and " " in previous.name
    }
    alone = {m.name for m in mentions if m.name in after and not _governed(text, m.start)}
    if not alone:
        return mentions
    out: list[Mention] = []
    for mention in mentions:
        previous = out[-1] if out else mention
        between = text[previous.end : mention.start]
        if mention.name in alone and between in _JOINS and " " in previous.name:
            name = text[previous.start : mention.end]
            out[-1] = Mention(previous.start, mention.end, name, previous.titles, previous.thing)
        else:
            out.append(mention)
    return out


_JOINS = frozenset([" di ", " d'", " Di "])
_GOVERNING = re.compile(r"(?:\b(?:di|a|da|in|del|of|at|from)|['’]) ?\Z")


def _governed(text: str, start: int) -> bool:
    return _GOVERNING.search(text[max(0, start - 6) : start]) is not None


def _mention(text: str, start: int, end: int, words: SpeechWords) -> Mention | None:
    while True:
        first, space, _ = text[start:end].partition(" ")
        if "'" in first or "’" in first:
            prefix, _, rest = first.replace("’", "'").partition("'")
            if rest[:1].isupper() and (prefix + "'").lower() in words.small:
                start += len(prefix) + 1
                continue
        lower = first.lower()
        if lower not in words.small and lower not in words.prepositions:
            break
        if not space:
            return None
        start += len(first) + 1
    back = _before(text, start, words)
    titles = [word for word in back if word in words.titles]
    thing = bool(back) and not titles and (back[-1] in words.articles or back[-1] in words.joint)
    if titles and back[-1] in words.of and text.count(" ", start, end) >= 2:
        # *portavoce del Pentagono Pat Ryder*: the first word is what the title is of.
        start = text.index(" ", start) + 1
    elif titles and back[-1] in words.prepositions:
        titles = []
        thing = back[-1] in words.joint
    head, space, _ = text[start:end].partition(" ")
    head = head.lower().rstrip(".")
    if head in words.titles:
        if not space:
            return None
        titles.append(head)
        thing = False
        start = text.index(" ", start) + 1
    elif head in words.bodies or head in words.naming:
        thing = True
    governed = bool(back) and back[-1] in words.prepositions
    if not governed:
        titles += _apposed(text, start, end, words)
    name = text[start:end]
    return Mention(start, end, name, tuple(titles), thing) if len(name) > 1 else None


def _apposed(text: str, start: int, end: int, words: SpeechWords) -> list[str]:
    """The titles in *Pat Ryder, portavoce del Pentagono* and *il presidente, Ugo Merli, …*."""
    out: list[str] = []
    if text[end : end + 1] != ",":
        return out
    after = _APPOSITION.match(text, end, end + 60)
    if after and after[1].lower() in words.titles:
        following = _NEXT.match(text, after.end())
        word = following[1].lower() if following else ""
        if word not in words.auxiliaries and word not in words.finite:
            out.append(after[1].lower())
    if text[start - 2 : start] == ", ":
        out += [word for word in _before(text, start - 2, words) if word in words.titles][-1:]
    return out


def _before(text: str, start: int, words: SpeechWords) -> list[str]:
    """The words of the noun group before a name, in lower case: back to a stop or another name."""
    chunk = _AFTER_STOP.sub("", text[max(0, start - 70) : start])
    if chunk in _NOTHING:
        return []
    found = _WORD.findall(chunk)[-_GROUP:]
    titled = not words.titles.keys().isdisjoint([word.lower() for word in found])
    if found and not titled and not found[-1][0].isupper():
        # Without a title only the last word matters.
        return [found[-1].replace("’", "'")]
    first = len(found)
    while first:
        word, before = found[first - 1], found[first - 2].lower() if first > 1 else ""
        named = word[0].isupper() and word.lower() not in words.titles
        if named and before.replace("’", "'") not in words.of and word[-1] not in "'’":
            break
        first -= 1
    return [word.lower().replace("’", "'") for word in found[first:]]
