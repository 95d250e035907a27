"""Reporting clauses before a quotation: *Neri ha detto: «Q»*."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import islice

from tui.extract.quotes.attribution.after import After
from tui.extract.quotes.attribution.attribution import Attribution
from tui.extract.quotes.grammar.groups import Group, each_group, first_group, groups_in
from tui.extract.quotes.grammar.lexicon import OF, PERSON, PREPOSITION, VERB
from tui.extract.quotes.grammar.syntax import WINDOW
from tui.extract.quotes.grammar.verbs import Verb, verb_at

_BEFORE = 16
"""How many words before a quotation, with no colon between, its verb may stand."""
_FAR = 40
"""How many words before a quotation its verb may stand when all between is reported."""
_NOUN = 8
"""How many words before a quotation a noun of saying may stand."""
_LED_IN = 4
"""How many words before a noun of saying its preposition may stand."""


class Before(After):
    """A sentence that may say who speaks before a quotation."""

    spoken: Container[int] = ()
    """The tokens known to be quotations, among the passages in marks."""

    def _before(self, at: int, *, colon: bool) -> Attribution | None:
        """*S V (che|:) «Q»*, or a noun of saying, or only a colon."""
        reach = _FAR
        comma = False
        passive: Attribution | None = None
        for index in range(at - 1, max(-1, at - reach), -1):
            token = self.tokens[index]
            if token.kind == "q" and not colon and index in self.spoken:
                return passive or self._shared(index, at)
            if token.word == ";" or (token.word == ":" and index < at - 1):
                break
            verb = verb_at(self.tokens, index, self.words)
            if verb and (colon or at - index <= _BEFORE or self._reports(verb)):
                reported = self.with_verb(verb, at, colon=colon)
                if verb.kind != "passive" or reported.speaker:
                    return reported
                passive = passive or reported
            comma = comma or token.word == ","
            if index <= 1 or (not comma and (colon or at - index <= _NOUN)):
                found = self._noun(index, at, colon=colon)
                if found:
                    return found
        return passive or (self._at_colon(at) if colon else None)

    def _reports(self, verb: Verb) -> bool:
        """Whether what the verb reports follows it, however far it goes: *ha detto che …*."""
        index = verb.last
        while index < len(self.tokens) and self.tokens[index].word in self.words.clitics:
            index += 1
        return index < len(self.tokens) and self.tokens[index].word in self.words.that

    def _shared(self, other: int, at: int) -> Attribution | None:
        """A second quotation after the words of a first, no verb of saying between."""
        between = self.tokens[other + 1 : at]
        if len(between) > 12 or any(t.word in self.words.subordinators for t in between[1:]):
            return None
        return Attribution("shared", same_as=other, adjacent=True)

    def with_verb(self, verb: Verb, at: int, *, colon: bool = False) -> Attribution:
        """What a verb of saying before token `at` tells of what begins there."""
        adjacent = all(t.kind == "p" or self._light(t.word) for t in self.tokens[verb.last : at])
        base = Attribution("verb-before", verb, colon=colon, adjacent=adjacent)
        if verb.kind == "passive":
            agent = self.agent(verb.last, at) or self.agent(at + 1, self.stop(at + 1))
            return base._replace(rule="passive", speaker=agent)
        if verb.lemma in self.words.written and self._written(verb):
            groups = groups_in(self.tokens, self._clause_start(verb.first), at, self.words)
            pages = [group for group in groups if group.strong(self.words)]
            return base._replace(rule="read-in", speaker=pages[-1] if pages else None)
        inside = self._set_off(verb, at)
        if inside:
            return base._replace(rule="verb-subject-before", speaker=inside)
        subject, elided = self.subject_of(verb)
        compared = verb.first > 0 and self.tokens[verb.first - 1].word in self.words.as_
        if subject is None or compared:
            nearest = islice(each_group(self.tokens, verb.last, at, self.words), 2)
            behind = [group for group in nearest if group.preposition is None]
            near = verb.last + 2 if colon else verb.last
            near = near if behind and (compared or behind[0].strong(self.words)) else -1
            if behind and behind[0].first <= near:
                rule = "verb-subject-colon" if colon else "verb-subject-before"
                return base._replace(rule=rule, speaker=behind[0])
            found = self.behind(verb, at) if colon and subject is None and verb.first <= 1 else None
            if found and found.strong(self.words):
                # *Lo scrive su Facebook Merli: «Q»*
                return base._replace(rule="verb-subject-colon", speaker=found)
        return base._replace(speaker=subject, elided=elided)

    def _set_off(self, verb: Verb, at: int) -> Group | None:
        """Who speaks in *L'uomo, spiega il colonnello Salvi, «ha vagato per ore»*."""
        commas = verb.first and self.tokens[verb.first - 1].word == self.tokens[at - 1].word == ","
        if not commas or verb.last >= at - 1:
            return None
        group = first_group(self.tokens, verb.last, at, self.words)
        fits = group is not None and group.first <= verb.last + 1 and group.last == at - 1
        return group if fits and group and group.strong(self.words) else None

    def _light(self, word: str) -> bool:
        """Whether a word may stand between a verb and the quotation right behind it."""
        words = self.words
        return (
            word in words.relative
            or word in words.articles
            or word in words.of
            or word in words.clitics
        )

    def _noun(self, index: int, at: int, *, colon: bool) -> Attribution | None:
        """*Il commento di Baldi è secco: «Q»*; the cue is a noun."""
        if self.tokens[index].kind != "w" or self.tokens[index].word not in self.words.nouns:
            return None
        owner = first_group(self.tokens, index + 1, at, self.words)
        verb = Verb(index, index + 1, self.words.nouns[self.tokens[index].word], "noun")
        owned = owner is not None and owner.preposition in self.words.of
        if owner and owned and owner.first <= index + 4 and owner.strong(self.words):
            return Attribution("noun-of", verb, owner, colon=colon)
        if not colon or self._led_in(index):
            return None
        start = self._clause_start(index)
        groups = [
            group
            for group in groups_in(self.tokens, start, index, self.words)
            if group.preposition is None and group.strong(self.words)
        ]
        if groups:
            person = (g for g in groups if g.head or self.tokens[g.last - 1].flags & PERSON)
            acting = next(person, groups[0])
            return Attribution("noun-colon", verb, acting, colon=True)
        return Attribution("noun-colon", verb, elided=True, colon=True)

    def _led_in(self, index: int) -> bool:
        """Whether a preposition leads to the noun at `index`: *said in a short statement: «Q»*."""
        for back in range(index - 1, max(-1, index - _LED_IN), -1):
            token = self.tokens[back]
            if token.flags & PREPOSITION:
                return token.word not in self.words.of and any(
                    verb_at(self.tokens, step, self.words)
                    for step in range(self._clause_start(index), back)
                )
            if token.kind != "w":
                return False
        return False

    def _at_colon(self, at: int) -> Attribution:
        """Only a colon: whoever stands right before it, else the subject of the sentence."""
        last = at - 1
        groups = groups_in(self.tokens, max(0, last - WINDOW), last, self.words)
        near = next((g for g in groups if g.last == last and g.preposition is None), None)
        if near:
            near = self._bearer(near)
        if near and self._leads_to_colon(near, groups):
            return Attribution("colon-name", speaker=near, colon=True, adjacent=True)
        owner = self._owner_at_colon(groups, last)
        if owner:
            return Attribution("colon-of", speaker=owner, colon=True, adjacent=True)
        for index in range(last - 1, max(-1, last - WINDOW), -1):
            noun = self._noun(index, at, colon=True)
            if noun:
                return noun
        source = self._relayed(at)
        if source:
            return source._replace(colon=True)
        subject = next((g for g in groups if g.preposition is None and g.strong(self.words)), None)
        verb = self.guess(subject.last if subject else 0, last)
        return Attribution("colon-subject", verb, elided=True, colon=True)

    def _owner_at_colon(self, groups: Sequence[Group], last: int) -> Group | None:
        """Whose *furia* it is in *la furia di Zanetti: «…»*, with no verb in the clause."""
        group = next((group for group in groups if group.last == last), None)
        if group is None or group.preposition or group.strong_head(self.words):
            return None
        start = self._clause_start(group.first)
        if any(
            t.flags & VERB or t.word in self.words.auxiliaries
            for t in self.tokens[start : group.first]
        ):
            return None
        for index in range(last - 2, group.first, -1):
            if self.tokens[index].flags & OF:
                owner = first_group(self.tokens, index, last, self.words)
                strong = owner is not None and owner.strong(self.words)
                return owner if strong and owner and owner.last == last else None
        return None

    def _bearer(self, near: Group) -> Group:
        """The name before *, leader della minoranza:*, else the group itself."""
        before = near.first - 2
        if near.name or before < 0 or self.tokens[near.first - 1].word != ",":
            return near
        token = self.tokens[before]
        if token.kind != "n" or not token.flags & PERSON or not near.strong(self.words):
            return near
        return Group(before, before + 1, "", token.word, None)

    def _leads_to_colon(self, near: Group, groups: Sequence[Group]) -> bool:
        """Whether the group right before a colon can be who speaks, not what a verb is about."""
        before = self.tokens[near.first - 1] if near.first else None
        free = before is None or before.kind == "p" or before.word in self.words.and_
        if not near.strong(self.words):
            return before is None or (free and near.first <= 1)
        done = {token.word for token in self.tokens[max(0, near.first - 3) : near.first]}
        if done & (self.words.auxiliaries - self.words.essere):
            return False
        return free or not any(
            g.last <= near.first and g.preposition is None and g.strong(self.words) for g in groups
        )

    def _relayed(self, at: int) -> Attribution | None:
        found = self.source_before(at)
        if found is None:
            return None
        return Attribution(f"source-{found[0].lemma}", found[0], found[1])
