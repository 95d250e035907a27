"""Sources a sentence names: *secondo Galli*, *according to Galli*; free of language."""

from __future__ import annotations

from tui.extract.quotes.grammar.groups import Group, first_group
from tui.extract.quotes.grammar.lexicon import ARTICLE, PREPOSITION, SOURCE
from tui.extract.quotes.grammar.subjects import Subjects
from tui.extract.quotes.grammar.syntax import WINDOW
from tui.extract.quotes.grammar.verbs import Verb


class Sources(Subjects):
    """A sentence and the sources it names."""

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
            if index and self.tokens[index - 1].flags & SOURCE:
                # The second word of *according to*.
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
        while step < at and self.tokens[step].flags & (ARTICLE | PREPOSITION):
            step += 1
        if step >= at or self.tokens[step].word not in self.words.whom:
            return None
        return self._antecedent(index, max(0, index - WINDOW))
