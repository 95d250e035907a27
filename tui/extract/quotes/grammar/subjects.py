"""Who acts: the subjects of a folded sentence and of its verbs; free of language."""

from __future__ import annotations

from collections.abc import Iterator

from tui.extract.quotes.grammar.groups import Group, each_group, first_group, groups_in
from tui.extract.quotes.grammar.lexicon import ARTICLE, OF, PERSON, PRONOUN, VERB
from tui.extract.quotes.grammar.syntax import WINDOW, Syntax
from tui.extract.quotes.grammar.verbs import Verb, verb_at

_CHAIN = 8
"""How many verbs may share one subject."""
_COMPLEMENT = 5
"""Within how many words behind a title the name of its holder may stand."""


class Subjects(Syntax):
    """A sentence and its subjects."""

    def subjects(self) -> Iterator[Group]:
        """The noun groups near the beginning that can act, in order."""
        for group in each_group(self.tokens, 0, min(len(self.tokens), WINDOW), self.words):
            if group.preposition is None and group.strong(self.words):
                yield group

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
        if groups and groups[-1].last == first and groups[-1].preposition in self.words.as_:
            # *As Holt put it*: no preposition after all.
            return groups[-1], False
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
                taken = first if parted and self._definite(first) else group
                return self._completed(taken, stop)
        return groups[0] if groups else None

    def _completed(self, group: Group, stop: int) -> Group:
        """The name that follows a title and what it is of: *l'assessora al Bilancio, Pia Neri*."""
        if group.name or not group.strong_head(self.words):
            return group
        for index in range(group.last, min(stop, group.last + _COMPLEMENT)):
            token = self.tokens[index]
            if token.kind == "n" and token.flags & PERSON:
                return Group(group.first, index + 1, group.head, token.word, None)
            if token.flags & VERB or (token.kind == "p" and token.word != ","):
                break
        return group

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

    def _unnamed(self, at: int) -> bool:
        """Whether the subject that ends at `at` is nobody in particular: *chi*, *uno di loro*."""
        if at < 0 or self.tokens[at].word in self.words.whoever:
            return at >= 0
        of = at > 1 and self.tokens[at - 1].flags & OF and self.tokens[at].flags & PRONOUN
        return bool(of) and bool(self.tokens[at - 2].flags & ARTICLE)

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
