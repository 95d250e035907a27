"""Who a quotation is attributed to, by the words of its sentence; pure, free of language."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import islice
from typing import NamedTuple

from tui.document import Cue, Span
from tui.extract.quotes.clauses import (
    Group,
    Token,
    Verb,
    each_group,
    first_group,
    groups_in,
    verb_at,
)
from tui.extract.quotes.lexicon import NOUN, OF, PERSON, PREPOSITION, VERB
from tui.extract.quotes.syntax import LINKS, WINDOW, Syntax

_AFTER = 9
"""How many words after a quotation its reporting clause may begin within."""
_BEFORE = 16
"""How many words before a quotation, with no colon between, its verb may stand."""
_FAR = 40
"""How many words before a quotation its verb may stand when all between is reported."""
_SERVING = 4
"""How many words may stand between a quotation and an infinitive that another verb serves."""
_TOLD = 8
"""Within how many words a sentence says whose the quotation before it is."""
_TOLD_NOUN = 3
"""Within how many words it does so with a noun of saying."""
_LED_IN = 4
"""How many words before a noun of saying its preposition may stand."""
_NOUN = 8
"""How many words before a quotation a noun of saying may stand."""


class Attribution(NamedTuple):
    """What the sentence says of a quotation."""

    rule: str
    confidence: float
    verb: Verb | None = None
    speaker: Group | None = None
    via: Group | None = None
    elided: bool = False
    """Whether there is a verb but no subject: the speaker is whoever was in focus."""
    colon: bool = False
    adjacent: bool = False
    """Whether the verb stands right beside the quotation."""
    same_as: int | None = None
    """The index, among the tokens, of the quotation that has the same speaker."""
    one_utterance: bool = False


class Clause(Syntax):
    """A sentence that may say who speaks."""

    spoken: Container[int] = ()

    def attribute(self, at: int, spoken: Container[int] = ()) -> Attribution | None:
        """What the sentence says of the quotation at token `at`; None when it says nothing.

        `spoken` are the tokens known to be quotations, among the passages in marks before it.
        """
        self.spoken = spoken
        colon = at > 0 and self.tokens[at - 1].word == ":"
        linked = self._linked(at)
        if linked:
            return linked
        if not colon:
            found = self._after(at)
            if found:
                return found
        found = self._relayed(at) if not colon else None
        before = self._before(at, colon=colon)
        if before and not before.speaker and not before.elided:
            # *C'è chi protesta: «Q», racconta una donna*
            before = self._after(at) or before
        if before and (found is None or before.verb):
            return before._replace(via=found.speaker if found else None)
        return found or before or self._after(at)

    def _after(self, at: int) -> Attribution | None:
        index = at + 1
        end = self.stop(index)
        while index < end and self.tokens[index].word in LINKS:
            index += 1
        source = self.source_at(index, end)
        weak = source and source[0] in self.words.weak_sources and source[0] != "così"
        if source and (not weak or source[1].strong(self.words)):
            cue = Verb(index, index + 1, source[0], "noun")
            return Attribution(f"source-{source[0]}", 0.85, cue, source[1], adjacent=True)
        named = self._noun_after(index, end)
        if named:
            return named
        for step in range(index, min(end, index + _AFTER)):
            verb = verb_at(self.tokens, step, self.words)
            if verb is None or (verb.kind == "loose" and not self._served(index, verb)):
                continue
            if verb.kind == "loose":
                return self.inverted(verb._replace(first=index), index, end)
            if verb.first - index > 2:
                subject = self._led(index, verb)
                if subject is None:
                    return None
                return Attribution("subject-verb-after", 0.85, verb, subject, adjacent=True)
            return self.inverted(verb, index, end)
        return self._unlisted(index, end)

    def _nobody(self, index: int, end: int) -> bool:
        """Whether the subject at `index` is nobody in particular: *grida qualcuno*."""
        if self.tokens[index].word not in self.words.whoever:
            return False
        return index + 1 >= end or not self.tokens[index + 1].flags & NOUN

    def _served(self, index: int, verb: Verb) -> bool:
        """Whether another verb serves an infinitive: *«Q», si limita a dire Neri*."""
        tokens = self.tokens[index : verb.first]
        if not tokens or len(tokens) > _SERVING or tokens[0].kind != "w":
            return False
        if not tokens[0].flags & NOUN and tokens[0].word not in self.words.clitics:
            return False
        small = self.words.small | self.words.prepositions | self.words.clitics
        full = [token.word for token in tokens if token.word not in small]
        return len(full) <= 1 and all(token.kind == "w" for token in tokens)

    def _unlisted(self, index: int, end: int) -> Attribution | None:
        """*«Q», gongola il ministro*: a verb no table lists, with somebody who speaks behind it."""
        step = index
        while step < min(end, index + 2) and self.tokens[step].word in self.words.reflexive:
            step += 1
        verb = self.guess(step, min(end, step + 2))
        if verb is None or verb.first > step:
            return None
        last = verb.last
        while last < end and self.tokens[last].word in self.words.small:
            last += 1
        if last >= end or self.tokens[last].kind == "p":
            return Attribution("verb-unlisted", 0.6, verb, elided=True)
        groups = groups_in(self.tokens, verb.last, self.comma(verb.last, end), self.words)
        subject = next((g for g in groups if g.preposition is None), None)
        if subject is None or not subject.strong(self.words):
            return None
        if subject.name and not self.tokens[subject.last - 1].flags & PERSON and not subject.head:
            return None
        return Attribution("verb-unlisted", 0.7, verb, subject)

    def _noun_after(self, index: int, end: int) -> Attribution | None:
        """*«Q», parola di Merli*; *«Q» è la replica di Merli*: the cue is a noun."""
        step = index
        while step < min(end, index + 4) and self._slight(step):
            step += 1
        lemma = self.words.nouns.get(self.tokens[step].word) if step < end else None
        if lemma is None or self.tokens[step].kind != "w":
            return None
        owner = first_group(self.tokens, step + 1, end, self.words)
        if not owner or owner.first > step + 2 or owner.preposition not in self.words.of:
            return None
        cue = Verb(step, step + 1, lemma, "noun")
        return Attribution("noun-after", 0.8, cue, owner, adjacent=True)

    def _slight(self, step: int) -> bool:
        word = self.tokens[step].word
        return word in self.words.articles or word in self.words.essere or word in LINKS

    def _led(self, index: int, verb: Verb) -> Group | None:
        """The subject between the quotation and its verb, when nothing else stands there."""
        group = first_group(self.tokens, index, verb.first, self.words)
        leads = group is not None and group.first == index and group.preposition is None
        return group if leads else None

    def inverted(self, verb: Verb, index: int, end: int) -> Attribution | None:
        """*«Q», V S*: the verb stands at once after the quotation, at token `index`."""
        between = self.tokens[index : verb.first]
        plain = all(
            t.kind != "n" and (t.word in self.words.clitics or t.word in self.words.as_)
            for t in between
        )
        if not plain:
            subject = self._led(index, verb)
            if subject is None:
                return None
            return Attribution("subject-verb-after", 0.85, verb, subject, adjacent=True)
        if verb.lemma in self.words.written and self._written(verb):
            page = first_group(self.tokens, verb.last, end, self.words)
            page = page if page and page.strong(self.words) else None
            return Attribution("read-in", 0.8, verb, page, adjacent=True)
        if verb.kind == "passive":
            agent = self.agent(verb.last, end)
            return Attribution("passive-after", 0.7, verb, agent, adjacent=True)
        if verb.last < end and self._nobody(verb.last, end):
            return Attribution("verb-subject", 0.9, verb, adjacent=True)
        stop = self.comma(verb.last, end)
        subject = self.behind(verb, stop)
        if subject:
            return Attribution("verb-subject", 0.9, verb, subject, adjacent=True)
        return Attribution("verb-after", 0.8, verb, elided=True, adjacent=True)

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

    def _written(self, verb: Verb) -> bool:
        """Whether the verb has no subject but the page it is read on: *si legge nella nota*."""
        return verb.first > 0 and self.tokens[verb.first - 1].word in self.words.reflexive

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
        return Attribution("shared", 0.7, same_as=other, adjacent=True)

    def with_verb(self, verb: Verb, at: int, *, colon: bool = False) -> Attribution:
        """What a verb of saying before token `at` tells of what begins there."""
        adjacent = all(t.kind == "p" or self._light(t.word) for t in self.tokens[verb.last : at])
        base = Attribution("verb-before", 0.85, verb, colon=colon, adjacent=adjacent)
        if verb.kind == "passive":
            agent = self.agent(verb.last, at) or self.agent(at + 1, self.stop(at + 1))
            return base._replace(rule="passive", confidence=0.7, speaker=agent)
        if verb.lemma in self.words.written and self._written(verb):
            groups = groups_in(self.tokens, self._clause_start(verb.first), at, self.words)
            pages = [group for group in groups if group.strong(self.words)]
            return base._replace(rule="read-in", speaker=pages[-1] if pages else None)
        subject, elided = self.subject_of(verb)
        compared = verb.first > 0 and self.tokens[verb.first - 1].word in self.words.as_
        if subject is None or compared:
            nearest = islice(each_group(self.tokens, verb.last, at, self.words), 2)
            behind = [group for group in nearest if group.preposition is None]
            near = verb.last + 2 if colon else verb.last
            near = near if behind and (compared or behind[0].strong(self.words)) else -1
            if behind and behind[0].first <= near:
                rule = "verb-subject-colon" if colon else "verb-subject-before"
                return base._replace(rule=rule, speaker=behind[0], confidence=0.8)
        return base._replace(speaker=subject, elided=elided, confidence=0.95 if subject else 0.85)

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
            return Attribution("noun-of", 0.8, verb, owner, colon=colon)
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
            return Attribution("noun-colon", 0.7, verb, acting, colon=True)
        return Attribution("noun-colon", 0.65, verb, elided=True, colon=True)

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
            return Attribution("colon-name", 0.8, speaker=near, colon=True, adjacent=True)
        owner = self._owner_at_colon(groups, last)
        if owner:
            return Attribution("colon-of", 0.7, speaker=owner, colon=True, adjacent=True)
        for index in range(last - 1, max(-1, last - WINDOW), -1):
            noun = self._noun(index, at, colon=True)
            if noun:
                return noun
        source = self._relayed(at)
        if source:
            return source._replace(colon=True)
        subject = next((g for g in groups if g.preposition is None and g.strong(self.words)), None)
        verb = self.guess(subject.last if subject else 0, last)
        return Attribution("colon-subject", 0.75, verb, elided=True, colon=True)

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
        return Attribution(f"source-{found[0].lemma}", 0.85, found[0], found[1])

    def told(self) -> Attribution | None:
        """Who said what stands before this sentence: *Lo ha detto Neri*, *Parole di Neri*."""
        tokens, words = self.tokens, self.words
        for index in range(min(len(tokens), _TOLD)):
            if tokens[index].word in words.nouns and index <= _TOLD_NOUN:
                return self._noun_after(index, self.stop(index))
            verb = verb_at(tokens, index, words)
            if index == 1 and tokens[0].word in words.told and tokens[1].word in words.finite:
                # After *lo* and *la* the word may be a noun elsewhere, but not here.
                verb = Verb(1, 2, words.finite[tokens[1].word], "finite")
            if verb is None or verb.kind == "loose":
                continue
            led = [token.word for token in tokens[: verb.first]]
            if not led or not words.told.issuperset(led):
                return None
            subject = self.behind(verb, self.comma(verb.last, self.stop(verb.last)))
            if subject is None or not subject.strong(words):
                return None
            return Attribution("told-next", 0.85, verb, subject, adjacent=True)
        return None

    def _linked(self, at: int) -> Attribution | None:
        """A quotation joined to one before it: the second half, or the next of a list."""
        index = at - 1
        while index >= 0 and self.tokens[index].kind != "q":
            index -= 1
        if index not in self.spoken:
            return None
        between = self.tokens[index + 1 : at]
        if all(t.word in self.words.joins or t.word in LINKS for t in between):
            return Attribution("list", 0.8, same_as=index, adjacent=True)
        if between[-1].word == ":":
            return None
        verbs = [
            verb
            for step in range(index + 1, at)
            if (verb := verb_at(self.tokens, step, self.words)) and verb.kind == "finite"
        ]
        clause = between[-1].word in LINKS and len(between) <= 24
        if clause and (verbs or self.source_at(index + 2, at)):
            return Attribution("interrupted", 0.9, same_as=index, one_utterance=True, adjacent=True)
        return None


def cue_of(verb: Verb | None, tokens: Sequence[Token]) -> Cue | None:
    """Where a verb, or noun, of saying stands in the text."""
    if verb is None:
        return None
    return Cue(Span(tokens[verb.first].start, tokens[verb.last - 1].end), verb.lemma)
