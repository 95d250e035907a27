"""Who a quotation is attributed to, by the words of its sentence; pure, free of language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.extract.quotes.clauses import Group, Token, Verb, groups_in, verb_at
from tui.extract.quotes.people import People
from tui.extract.tables import SpeechWords

_AFTER = 9
"""How many words after a quotation its reporting clause may begin within."""
_BEFORE = 16
"""How many words before a quotation, with no colon between, its verb may stand."""
_DASHES = frozenset("-–—")
_LINKS = frozenset(",") | _DASHES


@dataclass(frozen=True, slots=True)
class Attribution:
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


class Clause:
    """A sentence whose quotations are single tokens."""

    def __init__(self, tokens: Sequence[Token], words: SpeechWords, people: People) -> None:
        self.tokens = tokens
        self.words = words
        self.people = people

    def attribute(self, at: int) -> Attribution | None:
        """What the sentence says of the quotation at token `at`; None when it says nothing."""
        colon = at > 0 and self.tokens[at - 1].word == ":"
        linked = self._linked(at)
        if linked:
            return linked
        if not colon:
            found = self._after(at)
            if found:
                return found
        found = self._source_before(at) if not colon else None
        before = self._before(at, colon=colon)
        if before and (found is None or before.verb):
            return replace(before, via=found.speaker if found else None)
        return found or before or self._after(at)

    # After the quotation: «Q», V S.

    def _after(self, at: int) -> Attribution | None:
        index = at + 1
        end = self._stop(index)
        while index < end and self.tokens[index].word in _LINKS:
            index += 1
        source = self._source(index, end)
        if source and (source[0] != "per" or source[1].strong(self.words)):
            cue = Verb(index, index + 1, source[0], "noun")
            return Attribution(f"source-{source[0]}", 0.85, cue, source[1], adjacent=True)
        for step in range(index, min(end, index + _AFTER)):
            verb = verb_at(self.tokens, step, self.words)
            if verb is None or verb.kind == "loose":
                continue
            if verb.first - index > 2:
                subject = self._led(index, verb)
                if subject is None:
                    return None
                return Attribution("subject-verb-after", 0.85, verb, subject, adjacent=True)
            return self._inverted(verb, index, end)
        return None

    def _led(self, index: int, verb: Verb) -> Group | None:
        """The subject between the quotation and its verb, when nothing else stands there."""
        groups = groups_in(self.tokens, index, verb.first, self.words)
        if groups and groups[0].first == index and groups[0].preposition is None:
            return groups[0]
        return None

    def _inverted(self, verb: Verb, index: int, end: int) -> Attribution | None:
        between = self.tokens[index : verb.first]
        if any(t.kind == "n" for t in between):
            subject = self._led(index, verb)
            return Attribution("subject-verb-after", 0.85, verb, subject, adjacent=True)
        if any(
            t.word not in self.words.clitics
            and t.word not in self.words.relative
            and t.word not in self.words.as_
            for t in between
        ):
            subject = self._led(index, verb)
            if subject is None:
                return None
            return Attribution("subject-verb-after", 0.8, verb, subject, adjacent=True)
        if any(t.word in self.words.relative or t.word in ("e", "and") for t in between):
            return None
        groups = [
            group
            for group in groups_in(self.tokens, verb.last, self._comma(verb.last, end), self.words)
            if group.preposition is None
        ]
        agent = self._agent(verb.last, end) if verb.kind == "passive" else None
        if agent or verb.kind == "passive":
            return Attribution("passive-after", 0.7, verb, agent, adjacent=True)
        strong = [group for group in groups if group.strong(self.words)]
        if strong or groups:
            return Attribution("verb-subject", 0.9, verb, (strong or groups)[0], adjacent=True)
        return Attribution("verb-after", 0.6, verb, elided=True, adjacent=True)

    # Before the quotation: S V (che|:) «Q».

    def _before(self, at: int, *, colon: bool) -> Attribution | None:
        reach = 40 if colon else _BEFORE
        comma = False
        for index in range(at - 1, max(-1, at - reach), -1):
            token = self.tokens[index]
            if token.kind == "q" and not colon:
                return self._shared(index, at)
            if token.word in (";",) or (token.word == ":" and index < at - 1):
                break
            verb = verb_at(self.tokens, index, self.words)
            if verb:
                return self._with_verb(verb, at, colon=colon)
            if token.word == ",":
                comma = True
            if (
                token.word in self.words.nouns
                and token.kind == "w"
                and not comma
                and (colon or at - index <= 8)
            ):
                found = self._noun(index, at, colon=colon)
                if found:
                    return found
        return self._at_colon(at) if colon else None

    def _shared(self, other: int, at: int) -> Attribution | None:
        """A second quotation after the words of a first, no verb of saying between."""
        between = self.tokens[other + 1 : at]
        if len(between) > 12 or any(t.word in self.words.subordinators for t in between[1:]):
            return None
        return Attribution("shared", 0.6, same_as=other, adjacent=True)

    def _with_verb(self, verb: Verb, at: int, *, colon: bool) -> Attribution:
        adjacent = all(
            t.word in self.words.relative or t.kind == "p" or t.word in self.words.articles
            or t.word in self.words.of or t.word in self.words.clitics
            for t in self.tokens[verb.last : at]
        )
        base = Attribution("verb-before", 0.85, verb, colon=colon, adjacent=adjacent)
        if verb.kind == "passive":
            agent = self._agent(verb.last, at) or self._agent(at + 1, self._stop(at + 1))
            return replace(base, rule="passive", confidence=0.7, speaker=agent)
        subject, elided = self._subject(verb)
        if subject is None and colon:
            groups = groups_in(self.tokens, verb.last, at, self.words)
            behind = [group for group in groups if group.preposition is None]
            behind = [group for group in behind if group.strong(self.words)]
            if behind and behind[0].first <= verb.last + 2:
                return replace(base, rule="verb-subject-colon", speaker=behind[0])
        return replace(base, speaker=subject, elided=elided, confidence=0.85 if subject else 0.6)

    def _subject(self, verb: Verb) -> tuple[Group | None, bool]:
        """The subject of a verb, and whether it has to be looked for in the sentences before."""
        start, first = self._clause_start(verb.first), verb.first
        previous = self.tokens[first - 1].word if first else ""
        if previous in self.words.relative or (
            first > 1 and previous in self.words.clitics
            and self.tokens[first - 2].word in self.words.relative
        ):
            return self._antecedent(first - 1, start), False
        if previous in self.words.and_:
            for index in range(first - 2, start - 1, -1):
                other = verb_at(self.tokens, index, self.words)
                if other and other.kind == "finite":
                    return self._subject(other)
        if verb.kind == "loose":
            main = self._main(start, first)
            if main is not None and main > start:
                first = main
        groups = groups_in(self.tokens, start, first, self.words)
        free = [group for group in groups if group.preposition is None]
        strong = [group for group in free if group.strong(self.words)]
        if first and self.tokens[first - 1].word == "," and strong:
            # *Neri, che era a Lecce con Villa, ha detto*: whoever stands before the first comma.
            for group in strong:
                if group.last < first and self.tokens[group.last].word == ",":
                    return group, False
        fit = [g for g in strong if g.name or not self._object(g, start)]
        acting = [group for group in fit if not self._thing(group)]
        if acting or fit:
            return (acting or fit)[-1], False
        if free and not strong and free[-1].last >= first - 1:
            before = self.tokens[free[-1].first - 1] if free[-1].first else None
            if before is None or before.word == "," or before.word in self.words.small:
                return free[-1], False
        return None, True

    def _object(self, group: Group, start: int) -> bool:
        """Whether an auxiliary stands before the group in its clause: then it is an object."""
        return any(t.word in self.words.auxiliaries for t in self.tokens[start : group.first])

    def _thing(self, group: Group) -> bool:
        if not group.name:
            return False
        return self.people.thing(self.people.full(group.name, self.tokens[group.first].start))

    def _antecedent(self, last: int, start: int) -> Group | None:
        groups = groups_in(self.tokens, start, last, self.words)
        fit = [g for g in groups if g.preposition not in self.words.of and g.strong(self.words)]
        if not fit:
            return groups[-1] if groups else None
        # Of «Neri, presidente della Lega, che» the name is meant.
        near = fit[-1]
        if not near.name and len(fit) > 1 and fit[-2].name and near.first - fit[-2].last <= 2:
            return fit[-2]
        return near

    def _main(self, start: int, end: int) -> int | None:
        for index in range(start, end):
            if self.tokens[index].word in self.words.auxiliaries:
                return index
        return None

    def _clause_start(self, index: int) -> int:
        for back in range(index - 1, -1, -1):
            token = self.tokens[back]
            if token.word == ";" or (token.word == ":" and token.kind == "p"):
                return back + 1
            if token.word in self.words.subordinators and back < index - 1:
                return back + 1
        return 0

    def _noun(self, index: int, at: int, *, colon: bool) -> Attribution | None:
        """*Il commento di Baldi è secco: «Q»*; the cue is a noun."""
        owner = [
            group
            for group in groups_in(self.tokens, index + 1, at, self.words)[:1]
            if group.preposition in self.words.of
        ]
        verb = Verb(index, index + 1, self.words.nouns[self.tokens[index].word], "noun")
        if owner and owner[0].first <= index + 4 and owner[0].strong(self.words):
            return Attribution("noun-of", 0.8, verb, owner[0], colon=colon)
        if not colon:
            return None
        groups = [
            group
            for group in groups_in(self.tokens, 0, index, self.words)
            if group.preposition is None and group.strong(self.words)
        ]
        if groups:
            return Attribution("noun-colon", 0.7, verb, groups[0], colon=True)
        return Attribution("noun-colon", 0.5, verb, elided=True, colon=True)

    def _at_colon(self, at: int) -> Attribution:
        """Only a colon: whoever stands right before it, else the subject of the sentence."""
        last = at - 1
        groups = groups_in(self.tokens, 0, last, self.words)
        near = [g for g in groups if g.last == last and (g.preposition is None)]
        if near and (near[-1].strong(self.words) or near[-1].first <= 1):
            return Attribution("colon-name", 0.8, speaker=near[-1], colon=True, adjacent=True)
        source = self._source_before(at)
        if source:
            return replace(source, colon=True)
        return Attribution("colon-subject", 0.5, elided=True, colon=True)

    # Sources: secondo S.

    def _source(self, index: int, end: int) -> tuple[str, Group] | None:
        for source in self.words.sources:
            size = len(source)
            if tuple(t.word for t in self.tokens[index : index + size]) != source:
                continue
            # The last word may itself be the preposition of the group.
            groups = groups_in(self.tokens, index + size, end, self.words)[:1]
            if not groups or groups[0].first > index + size + 2:
                groups = groups_in(self.tokens, index + size - 1, end, self.words)[:1]
            if groups and groups[0].first <= index + size + 2:
                return source[0], self._relayer(index + size, end) or groups[0]
            relayer = self._relayer(index + size, end)
            if relayer:
                return source[0], relayer
        return None

    def _relayer(self, index: int, end: int) -> Group | None:
        """In *secondo una nota diramata dal ministero* the one behind *dal*."""
        for step in range(index, min(end, index + 8)):
            if self.tokens[step].word in self.words.relays:
                return self._agent(step + 1, end)
            if self.tokens[step].word == ",":
                return None
        return None

    def _source_before(self, at: int) -> Attribution | None:
        for index in range(at - 1, -1, -1):
            if self.tokens[index].kind == "q":
                return None
            if self.tokens[index].word not in self.words.source_heads:
                continue
            source = self._source(index, at)
            if source is None:
                continue
            if source[0] in ("per", "così") and (index or not source[1].strong(self.words)):
                continue
            size = 2 if source[0] == "a" else 1
            cue = Verb(index, index + size, source[0], "noun")
            return Attribution(f"source-{source[0]}", 0.75, cue, source[1])
        return None

    # Helpers.

    def _linked(self, at: int) -> Attribution | None:
        """A quotation joined to one before it: the second half, or the next of a list."""
        index = at - 1
        while index >= 0 and self.tokens[index].kind != "q":
            index -= 1
        if index < 0:
            return None
        between = self.tokens[index + 1 : at]
        if all(t.word in self.words.joins or t.word in _LINKS for t in between):
            return Attribution("list", 0.8, same_as=index, adjacent=True)
        if between[-1].word == ":":
            return None
        verbs = [
            verb
            for step in range(index + 1, at)
            if (verb := verb_at(self.tokens, step, self.words)) and verb.kind == "finite"
        ]
        clause = between[-1].word in _LINKS and len(between) <= 24
        if clause and (verbs or self._source(index + 2, at)):
            return Attribution("interrupted", 0.9, same_as=index, one_utterance=True, adjacent=True)
        return None

    def _agent(self, index: int, end: int) -> Group | None:
        for group in groups_in(self.tokens, index, end, self.words):
            if group.preposition in self.words.agent:
                return group
        return None

    def _stop(self, index: int) -> int:
        while index < len(self.tokens):
            token = self.tokens[index]
            if token.kind == "q" or token.word in (";", ":", ".", "!", "?", "("):
                break
            index += 1
        return index

    def _comma(self, index: int, end: int) -> int:
        while index < end and self.tokens[index].word not in _LINKS:
            index += 1
        if index < end - 1 and self.tokens[index].word == ",":
            # *ha detto, in aula, il ministro*: a bracket of commas is skipped.
            return end if index <= end - 2 and end - index < 14 else index
        return index

    def subjects(self) -> Iterator[Group]:
        """The noun groups that can act, in order."""
        for group in groups_in(self.tokens, 0, len(self.tokens), self.words):
            if group.preposition is None and group.strong(self.words):
                yield group
