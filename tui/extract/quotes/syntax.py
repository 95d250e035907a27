"""The parts of a folded sentence: subjects, doers, sources; free of language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from tui.extract.quotes.clauses import (
    Group,
    Token,
    Verb,
    each_group,
    first_group,
    groups_in,
    verb_at,
)
from tui.extract.quotes.lexicon import (
    ARTICLE,
    BODY,
    NOUN,
    OF,
    PERSON,
    PREPOSITION,
    PRONOUN,
    SOURCE,
    STOP,
    TITLE,
    VERB,
)
from tui.extract.quotes.people import People
from tui.extract.tables import SpeechWords

WINDOW = 120
"""How many words of a sentence are looked at, so that time stays linear in an endless one."""
_CHAIN = 8
"""How many verbs may share one subject."""
_SHORTEST = 4
"""Shorter words are not taken for verbs by their ending."""
_DASHES = frozenset("-–—")
LINKS = frozenset(",") | _DASHES
"""What may stand between a quotation and its clause."""


class Syntax:
    """A sentence whose quotations are single tokens."""

    def __init__(self, tokens: Sequence[Token], words: SpeechWords, people: People) -> None:
        self.tokens = tokens
        self.words = words
        self.people = people

    @cached_property
    def first_word(self) -> int:
        """Where the first word that is no name stands; behind the end when there is none."""
        kinds = (index for index, token in enumerate(self.tokens) if token.kind == "w")
        return next(kinds, len(self.tokens))

    @cached_property
    def last_word(self) -> int:
        """Where the last word or name stands; -1 when the sentence is quotations and marks."""
        last = len(self.tokens) - 1
        while last >= 0 and self.tokens[last].kind in ("q", "p"):
            last -= 1
        return last

    def subjects(self) -> Iterator[Group]:
        """The noun groups near the beginning that can act, in order."""
        for group in each_group(self.tokens, 0, min(len(self.tokens), WINDOW), self.words):
            if group.preposition is None and group.strong(self.words):
                yield group

    def source_at(self, index: int, end: int) -> tuple[str, Group] | None:
        """The word of source at `index`, and whom it names."""
        if index >= end or not self.tokens[index].flags & SOURCE:
            return None
        for source in self.words.sources:
            if self.tokens[index].word != source[0]:
                continue
            size = len(source)
            if tuple(t.word for t in self.tokens[index : index + size]) != source:
                continue
            # The last word may itself be the preposition of the group.
            group = first_group(self.tokens, index + size, end, self.words)
            if not group or group.first > index + size + 2:
                group = first_group(self.tokens, index + size - 1, end, self.words)
            if group and group.first <= index + size + 2:
                return source[0], self._relayer(index + size, end) or group
            relayer = self._relayer(index + size, end)
            if relayer:
                return source[0], relayer
        return None

    def _relayer(self, index: int, end: int) -> Group | None:
        """In *secondo una nota diramata dal ministero* the one behind *dal*."""
        for step in range(index, min(end, index + 8)):
            if self.tokens[step].word in self.words.relays:
                return self.agent(step + 1, end)
            if self.tokens[step].word == ",":
                return None
        return None

    def source_before(self, at: int) -> tuple[Verb, Group] | None:
        """A source named before the quotation: *secondo Galli «…»*."""
        for index in range(at - 1, max(-1, at - WINDOW), -1):
            if self.tokens[index].kind == "q":
                return None
            if not self.tokens[index].flags & SOURCE:
                continue
            behind = self._source_of(index, at)
            if behind:
                return Verb(index, index + 1, self.tokens[index].word, "noun"), behind
            source = self.source_at(index, at)
            if source is None:
                continue
            weak = source[0] in self.words.weak_sources
            if weak and (index or not source[1].strong(self.words)):
                continue
            size = 2 if source[0] == "a" else 1
            cue = Verb(index, index + size, source[0], "noun")
            return cue, source[1]
        return None

    def _source_of(self, index: int, at: int) -> Group | None:
        """Who is meant in *Neri, secondo cui «…»*, *il legale, per il quale «…»*."""
        step = index + 1
        if step < at and self.tokens[step].flags & ARTICLE:
            step += 1
        if step >= at or self.tokens[step].word not in self.words.whom:
            return None
        return self._antecedent(index, max(0, index - WINDOW))

    def subject_of(self, verb: Verb) -> tuple[Group | None, bool]:
        """The subject of a verb, and whether it has to be looked for in the sentences before."""
        for _ in range(_CHAIN):
            start, first = self._clause_start(verb.first), verb.first
            relative = self._relative(first, start)
            if relative is not None:
                return self._antecedent(relative, max(0, relative - WINDOW)), False
            other = self._governing(verb, start)
            if other is None:
                break
            if not groups_in(self.tokens, start, other.first, self.words):
                inverted = self.behind(other, min(verb.first, self.comma(other.last, verb.first)))
                if inverted and inverted.strong(self.words):
                    # *Lo ha annunciato il ministro Neri, precisando che …*
                    return inverted, False
            verb = other
        step = verb.first - 1
        while step > start and self.tokens[step].word in self.words.clitics:
            step -= 1
        if self._unnamed(step):
            return None, False
        groups = groups_in(self.tokens, start, first, self.words)
        found = self._acting(start, first, [g for g in groups if g.preposition is None])
        return found, found is None

    def behind(self, verb: Verb, stop: int) -> Group | None:
        """The subject right behind a verb: *ha detto ieri in aula il ministro Neri*."""
        groups = [
            group
            for each in each_group(self.tokens, verb.last, stop, self.words)
            if (group := self._own(each)) is not None
        ]
        for group in groups:
            if group.strong(self.words):
                first = groups[0]
                # *il legale, sottolineando che l'Italia*: what is nearest, if it has an article.
                parted = any(t.word == "," for t in self.tokens[first.last : group.first])
                return first if parted and self._definite(first) else group
        return groups[0] if groups else None

    def _own(self, group: Group) -> Group | None:
        """A group that can act; of *dal camion Lea Mancuso* the name."""
        if group.preposition is None:
            return group
        if not (group.name and group.head and self.tokens[group.last - 1].flags & PERSON):
            return None
        if group.head in self.words.titles:
            return None
        if group.head in self.words.bodies and group.preposition not in self.words.agent:
            return None
        return Group(group.last - 1, group.last, "", group.name, None)

    def _unnamed(self, at: int) -> bool:
        """Whether the subject that ends at `at` is nobody in particular: *chi*, *uno di loro*."""
        if at < 0 or self.tokens[at].word in self.words.whoever:
            return at >= 0
        of = at > 1 and self.tokens[at - 1].flags & OF and self.tokens[at].flags & PRONOUN
        return bool(of) and bool(self.tokens[at - 2].flags & ARTICLE)

    def apposed(self, group: Group) -> Group:
        """The name in *una suora peruviana, suor Ines, …*, else the group itself."""
        tokens, last = self.tokens, group.last
        if group.name or last + 1 >= len(tokens) or tokens[last].word != ",":
            return group
        found = first_group(tokens, last + 1, min(len(tokens), last + 5), self.words)
        if found is None or found.preposition or not found.name or found.first != last + 1:
            return group
        person = tokens[found.last - 1].flags & PERSON or found.head in self.words.titles
        closed = found.last < len(tokens) and tokens[found.last].kind in ("p", "q")
        return found if person and closed else group

    def _definite(self, group: Group) -> bool:
        return self.tokens[group.first].word in self.words.articles

    def guess(self, start: int, end: int) -> Verb | None:
        """A verb no table lists, before a colon: *Rossi allarga le braccia: «…»*."""
        tokens, words = self.tokens, self.words
        for index in range(start, min(end, start + _CHAIN)):
            token = tokens[index]
            if token.word in words.auxiliaries and index + 1 < end:
                following = tokens[index + 1]
                if following.kind == "w" and following.word.endswith(words.participle):
                    return Verb(index, index + 2, following.word, "finite")
            if token.word == ",":
                return None
            if self.verbal(index):
                return Verb(index, index + 1, token.word, "finite")
        return None

    def verbal(self, index: int) -> bool:
        """Whether the word at `index` looks like a finite verb that no table lists."""
        token, words = self.tokens[index], self.words
        if token.kind != "w" or not token.flags & NOUN or len(token.word) < _SHORTEST:
            return False
        if token.flags & (TITLE | BODY | VERB) or not token.word.endswith(words.verbal):
            return False
        before = self.tokens[index - 1] if index else None
        return before is None or not before.flags & (PREPOSITION | ARTICLE)

    def _governing(self, verb: Verb, start: int) -> Verb | None:
        """The verb whose subject `verb` shares: the other half of a pair, or the main one."""
        first = verb.first
        if first and self.tokens[first - 1].word in self.words.and_:
            for index in range(first - 2, start - 1, -1):
                if self._predicate(index):
                    return Verb(index, index + 1, "", "finite")
        if verb.kind == "loose":
            for index in range(start + 1, first):
                if self._predicate(index):
                    return Verb(index, index + 1, "", "finite")
        return None

    def _predicate(self, index: int) -> bool:
        """Whether a finite verb that is known as one stands at `index`."""
        if self.tokens[index].word in self.words.auxiliaries:
            return True
        verb = verb_at(self.tokens, index, self.words)
        return verb is not None and verb.kind == "finite" and verb.first == index

    def _relative(self, first: int, start: int) -> int | None:
        """Where the relative pronoun of the clause of the verb at `first` stands, if it has one."""
        index = first - 1
        while index >= 0 and self.tokens[index].word in self.words.clitics:
            index -= 1
        if index >= 0 and self.tokens[index].word == ",":
            # *Neri, che, dopo la partita, ha detto*: what the commas enclose is skipped.
            back = index - 1
            while back > start and self.tokens[back].word != ",":
                back -= 1
            if back > 0 and self.tokens[back - 1].word in self.words.relative:
                return back - 1
            return None
        return index if index >= 0 and self.tokens[index].word in self.words.relative else None

    def _acting(self, start: int, first: int, free: list[Group]) -> Group | None:
        """Among the groups without a preposition before a verb at `first` the one that acts."""
        strong = [group for group in free if group.strong(self.words)]
        if first and self.tokens[first - 1].word == ",":
            # *Neri, che era a Lecce con Villa, ha detto*: whoever stands before the first comma.
            for group in strong:
                if group.last < first and self.tokens[group.last].word == ",":
                    return group
        if strong and strong[-1].last == first:
            return strong[-1]
        fit = [group for group in strong if group.name or not self._object(group, start)]
        people = [group for group in fit if not self._thing(group)]
        if fit:
            return (people or fit)[-1]
        if free and not strong and free[-1].last >= first - 1:
            before = self.tokens[free[-1].first - 1].word if free[-1].first else ","
            if before == "," or before in self.words.small:
                return free[-1]
            led = any(t.flags & VERB for t in self.tokens[start : free[-1].first])
            if self._definite(free[-1]) and not led:
                return free[-1]
        return None

    def _object(self, group: Group, start: int) -> bool:
        """Whether an auxiliary stands before the group in its clause: then it is an object."""
        return any(t.word in self.words.auxiliaries for t in self.tokens[start : group.first])

    def _thing(self, group: Group) -> bool:
        if not group.name:
            return False
        return self.people.thing(self.people.full(group.name, self.tokens[group.first].start))

    def _antecedent(self, last: int, start: int) -> Group | None:
        """Whom a relative pronoun at `last` stands for."""
        groups = groups_in(self.tokens, start, last, self.words)
        fit = [g for g in groups if g.preposition not in self.words.of and g.strong(self.words)]
        near = last - 1
        while near > start and self.tokens[near].word == ",":
            near -= 1
        named = near >= start and self.tokens[near].kind == "n"
        if named and (not fit or fit[-1].last <= near):
            return Group(near, near + 1, "", self.tokens[near].word, None)
        if not fit:
            return groups[-1] if groups else None
        # Of «Neri, presidente della Lega, che» the name is meant.
        group = fit[-1]
        if not group.name and len(fit) > 1 and fit[-2].name and group.first - fit[-2].last <= 2:
            return fit[-2]
        return group

    def _clause_start(self, index: int) -> int:
        floor = max(0, index - WINDOW)
        closed = False
        for back in range(index - 1, floor - 1, -1):
            token = self.tokens[back]
            if token.word == ")":
                closed = True
            if token.word in (";", ":") or (token.word == "(" and not closed):
                return back + 1
            begins = token.word in self.words.subordinators and back < index - 1
            if begins and self.tokens[back + 1].word != ",":
                # Set off by commas it begins nothing: *Neri, però, ha detto*.
                return back + 1
        return floor

    def agent(self, index: int, end: int) -> Group | None:
        """The doer of a passive between two tokens."""
        for group in each_group(self.tokens, index, end, self.words):
            if group.preposition in self.words.agent:
                return group
        return None

    def stop(self, index: int) -> int:
        """Where the clause after `index` ends."""
        tokens, end = self.tokens, len(self.tokens)
        while index < end:
            if tokens[index].flags & STOP:
                # *said Sen. Ugo Merli*: the stop of a title ends nothing.
                titled = tokens[index].word == "." and tokens[index - 1].flags & TITLE
                if not titled or index + 1 >= end or tokens[index + 1].kind != "n":
                    return index
            index += 1
        return index

    def comma(self, index: int, end: int) -> int:
        """Where the words about the verb end, a bracket of commas skipped."""
        while index < end and self.tokens[index].word not in LINKS:
            index += 1
        if index < end - 1 and self.tokens[index].word == ",":
            # *ha detto, in aula, il ministro*: a bracket of commas is skipped.
            return end if index <= end - 2 and end - index < 14 else index
        return index
