"""Reporting clauses behind a quotation: *«Q», ha detto Neri*."""

from __future__ import annotations

from tui.extract.quotes.attribution.attribution import Attribution
from tui.extract.quotes.grammar.groups import Group, first_group, groups_in
from tui.extract.quotes.grammar.lexicon import NOUN, PERSON, PRONOUN
from tui.extract.quotes.grammar.sources import Sources
from tui.extract.quotes.grammar.syntax import LINKS
from tui.extract.quotes.grammar.verbs import Verb, verb_at

_AFTER = 9
"""How many words after a quotation its reporting clause may begin within."""
_SERVING = 4
"""How many words may stand between a quotation and an infinitive that another verb serves."""
_TOLD = 8
"""Within how many words a sentence says whose the quotation before it is."""
_TOLD_NOUN = 3
"""Within how many words it does so with a noun of saying."""


class After(Sources):
    """A sentence that may say who speaks behind a quotation."""

    def _after(self, at: int) -> Attribution | None:
        index = at + 1
        end = self.stop(index)
        while index < end and self.tokens[index].word in LINKS:
            index += 1
        source = self.source_at(index, end)
        weak = source and source[0] in self.words.weak_sources and source[0] != "così"
        if source and (not weak or source[1].strong(self.words)):
            cue = Verb(index, index + 1, source[0], "noun")
            return Attribution(f"source-{source[0]}", cue, source[1], adjacent=True)
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
                return Attribution("subject-verb-after", verb, subject, adjacent=True)
            return self.inverted(verb, index, end)
        return self._unlisted(index, end)

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
            return Attribution("verb-unlisted", verb, elided=True)
        groups = groups_in(self.tokens, verb.last, self.comma(verb.last, end), self.words)
        subject = next((g for g in groups if g.preposition is None), None)
        if subject is None and groups and groups[0].preposition in self.words.agent:
            # *«Q», trapela dal Comune*
            return Attribution("verb-unlisted", verb, groups[0])
        if subject is None or not subject.strong(self.words):
            return None
        if subject.name and not self.tokens[subject.last - 1].flags & PERSON and not subject.head:
            return None
        return Attribution("verb-unlisted", verb, subject)

    def _nobody(self, index: int, end: int) -> bool:
        """Whether the subject at `index` is nobody in particular: *grida qualcuno*."""
        if self.tokens[index].word not in self.words.whoever:
            return False
        return index + 1 >= end or not self.tokens[index + 1].flags & NOUN

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
        return Attribution("noun-after", cue, owner, adjacent=True)

    def _slight(self, step: int) -> bool:
        word = self.tokens[step].word
        words = self.words
        return word in words.articles or word in words.essere | words.passive or word in LINKS

    def _led(self, index: int, verb: Verb) -> Group | None:
        """The subject between the quotation and its verb, when nothing else stands there."""
        group = first_group(self.tokens, index, verb.first, self.words)
        leads = group is not None and group.first == index and group.preposition is None
        return group if leads else None

    def inverted(self, verb: Verb, index: int, end: int) -> Attribution | None:
        """*«Q», V S*: the verb stands at once after the quotation, at token `index`."""
        between = self.tokens[index : verb.first]
        plain = all(
            t.kind != "n"
            and not t.flags & PRONOUN
            and (t.word in self.words.clitics or t.word in self.words.as_)
            for t in between
        )
        if not plain:
            subject = self._led(index, verb)
            if subject is None:
                return None
            return Attribution("subject-verb-after", verb, subject, adjacent=True)
        if verb.lemma in self.words.written and self._written(verb):
            page = first_group(self.tokens, verb.last, end, self.words)
            page = page if page and page.strong(self.words) else None
            return Attribution("read-in", verb, page, adjacent=True)
        if verb.kind == "passive":
            agent = self.agent(verb.last, end)
            return Attribution("passive-after", verb, agent, adjacent=True)
        if verb.last < end and self._nobody(verb.last, end):
            return Attribution("verb-subject", verb, adjacent=True)
        stop = self.comma(verb.last, end)
        subject = self.behind(verb, stop)
        if subject:
            return Attribution("verb-subject", verb, subject, adjacent=True)
        return Attribution("verb-after", verb, elided=True, adjacent=True)

    def _written(self, verb: Verb) -> bool:
        """Whether the verb has no subject but the page it is read on: *si legge nella nota*."""
        return verb.first > 0 and self.tokens[verb.first - 1].word in self.words.reflexive

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
            return Attribution("told-next", verb, subject, adjacent=True)
        return None
