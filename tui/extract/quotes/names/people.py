"""Names in an article: their fullest forms, and the titles that stand for them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.extract.given import genders
from tui.extract.tables import SpeechWords

_MANY = 50
"""How many bearers of a title are compared to see whether they are one."""


class Mention(NamedTuple):
    """A name where it stands."""

    start: int
    end: int
    name: str
    titles: tuple[tuple[str, str], ...] = ()
    """The title nouns of its noun group or apposition, each with what it is of: *ministro, difesa*;
    empty when the text does not say."""
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
    _titles: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)
    _persons: set[str] = field(default_factory=set)
    _things: set[str] = field(default_factory=set)
    _held: dict[str, set[str]] = field(default_factory=dict)
    """The titles of each person."""
    _genders: dict[str, str] = field(default_factory=dict)
    _known: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [mention.start for mention in self.mentions]
        places: dict[str, list[int]] = {}
        for mention in self.mentions:
            name = mention.name
            if " " not in name:
                if mention.thing:
                    self._things.add(name)
                continue
            (self._things if mention.thing else self._persons).add(name)
            known = places.get(name)
            if known is None:
                known = places[name] = []
                for key in {mention.last.casefold(), name.split()[0].casefold()}:
                    self._forms.setdefault(key, {})[name] = known
            known.append(mention.start)
        for mention in self.mentions:
            if not mention.titles or mention.thing:
                continue
            bearer = (mention.start, self.full(mention.name, mention.start))
            for title, office in mention.titles:
                self._titles.setdefault(title, []).append((*bearer, office))
            self._persons.add(bearer[1])
            self._held.setdefault(bearer[1], set()).update(title for title, _ in mention.titles)
            if bearer[1] in self._things:
                self._things.discard(bearer[1])
                self._known.clear()

    def within(self, start: int, end: int) -> list[Mention]:
        """The names that begin between two offsets."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def person(self, name: str) -> bool:
        """Whether a name, in its fullest form, is plainly a person's."""
        return name in self._persons and name not in self._things

    def spoke(self, name: str) -> None:
        """Note that somebody said something: who does is no place."""
        if name not in self._things:
            self._persons.add(name)

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

    def titled(self, title: str, at: int, office: str = "") -> str | None:
        """Whom a title stands for at `at`: its nearest earlier bearer, else its only later one.

        Bearers known to hold another office are passed over: *il ministro degli Esteri* is none
        of Defence.
        """
        bearers = self._titles.get(title)
        if not bearers:
            return None
        index = bisect_right(bearers, (at, "\U0010ffff", "")) - 1
        for back in range(index, max(-1, index - _MANY), -1):
            if not office or bearers[back][2] in ("", office):
                return bearers[back][1]
        later = {name for _, name, held in bearers[:_MANY] if not office or held in ("", office)}
        return later.pop() if index < 0 and len(later) == 1 else None

    def gender(self, name: str, words: SpeechWords) -> str:
        """`m`, `f`, or empty when neither a title nor the first name tells."""
        known = self._genders.get(name)
        if known is None:
            held = {words.titles.get(title, "") for title in self._held.get(name, ())}
            held -= {"", "p"}
            first = name.partition(" ")[0].lower()
            known = held.pop() if len(held) == 1 else words.given.get(first, "")
            if not known and not held:
                known = words.titles.get(first) or genders().get(first, "")
            if not known and " " in name and not held:
                known = words.given_endings.get(first[-1:], "")
            self._genders[name] = known
        return known

    def latest(
        self, at: int, words: SpeechWords, gender: str = "", *, single: bool = False
    ) -> Mention | None:
        """The last person named before `at`, in full, of a gender when one is asked for.

        With `single` somebody who has one name in the whole article will do.
        """
        index = bisect_left(self._starts, at)
        for mention in reversed(self.mentions[max(0, index - _MANY) : index]):
            name = self.full(mention.name, mention.start)
            known = self.person(name) or (single and not self.thing(name))
            if known and gender in ("", self.gender(name, words)):
                return mention._replace(name=name)
        return None

    def first(self) -> Mention | None:
        """The first person the article names, in the fullest form."""
        for mention in self.mentions[:_MANY]:
            name = self.full(mention.name, mention.start)
            if self.person(name):
                return mention._replace(name=name)
        return None

    def titles_of(self, name: str) -> set[str]:
        """The titles the article gives a person, in the fullest form."""
        return self._held.get(name, set())


def _nearness(starts: list[int], at: int) -> tuple[bool, int]:
    """Later is nearer before `at`; after it earlier is, and only if nothing stands before."""
    index = bisect_right(starts, at)
    return (True, starts[index - 1]) if index else (False, -starts[0])


def _fits(words: list[str], form: str) -> bool:
    return set(words) <= set(form.split())


def office_of(after: Sequence[str], words: SpeechWords) -> str:
    """What a title is of, by the words after it: *difesa* in *ministro della Difesa*."""
    for index, word in enumerate(after[:3]):
        if word in words.of:
            found = [w for w in after[index + 1 : index + 3] if w not in words.articles]
            return found[0].lower() if found else ""
    return ""
