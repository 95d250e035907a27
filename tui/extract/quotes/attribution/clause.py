"""A sentence that may say who speaks; pure, free of language."""

from __future__ import annotations

from collections.abc import Container

from tui.extract.quotes.attribution.attribution import Attribution
from tui.extract.quotes.attribution.before import Before
from tui.extract.quotes.grammar.syntax import LINKS
from tui.extract.quotes.grammar.verbs import verb_at


class Clause(Before):
    """A sentence that may say who speaks."""

    def attribute(self, at: int, spoken: Container[int] = ()) -> Attribution | None:
        """What the sentence says of the quotation at token `at`; None when it says nothing.

        `spoken` are the tokens known to be quotations, among the passages in marks before it.
        """
        self.spoken = spoken
        colon = at > 0 and self.tokens[at - 1].word == ":"
        linked = self._linked(at)
        if linked:
            return linked
        after = self._after(at) if not colon else None
        # *«Q», tace* may be no verb of saying: what stands before the marks tells more.
        guessed = after is not None and after.elided and after.rule == "verb-unlisted"
        if after and not guessed:
            return after
        found = self._relayed(at) if not colon else None
        before = self._before(at, colon=colon)
        if before and not before.speaker and not before.elided:
            # *C'è chi protesta: «Q», racconta una donna*
            before = self._after(at) or before
        if before and (found is None or before.verb):
            return before._replace(via=found.speaker if found else None)
        return found or before or after or self._after(at)

    def _linked(self, at: int) -> Attribution | None:
        """A quotation joined to one before it: the second half, or the next of a list."""
        index = at - 1
        while index >= 0 and self.tokens[index].kind != "q":
            index -= 1
        if index not in self.spoken:
            return None
        between = self.tokens[index + 1 : at]
        if all(t.word in self.words.joins or t.word in LINKS for t in between):
            return Attribution("list", same_as=index, adjacent=True)
        if between[-1].word == ":":
            return None
        verbs = [
            verb
            for step in range(index + 1, at)
            if (verb := verb_at(self.tokens, step, self.words)) and verb.kind == "finite"
        ]
        clause = between[-1].word in LINKS and len(between) <= 24
        if clause and (verbs or self.source_at(index + 2, at)):
            return Attribution("interrupted", same_as=index, one_utterance=True, adjacent=True)
        return None
