"""Reporting verbs inside the marks: *«Il ponte - ha detto - resta chiuso»*."""

from __future__ import annotations

import re

from tui.document import Quote, Span
from tui.extract.quotes.attribution.attribution import Attribution, cue_of
from tui.extract.quotes.attribution.clause import Clause
from tui.extract.quotes.grammar.folding import Token
from tui.extract.quotes.grammar.lexicon import STOP, VERB
from tui.extract.quotes.grammar.verbs import verb_at
from tui.extract.quotes.making import Maker
from tui.extract.quotes.marks import Marked

_INCISE = re.compile(r"[-–—](?<=\s.)[-–—]? ?([^-–—]{4,90}?) ?[-–—]{1,2}(?=[\s.,;!?])")
_OPENING = re.compile(r"[^\W\d_]+")
_HEAD = 60
"""How much of a passage, in code points, is looked at for a verb that opens it."""
_INSIDE = 4000
"""How much of a passage is looked at for an incise."""


class Inside(Maker):
    """Reads the passages that have their reporting verb in them."""

    __slots__ = ()

    def verb_inside(self, clause: Clause, at: int, said: str, span: Span) -> Quote | None:
        """The verb opens the passage: *Da parte sua, Belousov «ha sottolineato …»*."""
        opening = _OPENING.match(self.folder.lower, span.start)
        if opening is None or opening[0] not in self.words.auxiliaries:
            return None
        end = min(span.end, span.start + _HEAD)
        near = _OPENING.findall(self.folder.lower, opening.end(), end)[:4]
        if not any(self.folder.lexicon[word] & VERB for word in near):
            return None
        head = self.folder.fold(span.start, end, ())
        verbs = [verb_at(head, index, self.words) for index in range(min(3, len(head)))]
        verb = next((v for v in verbs if v and v.kind == "finite" and v.first == 0), None)
        if verb is None or verb.last < 2:
            return None
        subject = None
        for group in clause.subjects():
            if group.last <= at:
                subject = group
        source = clause.source_before(at)
        via = source[1] if source else None
        if subject is None and via is None:
            return None
        found = Attribution("verb-inside", None, subject or via, via if subject else None)
        return self.attributed(found, clause, span, said, at, cue=cue_of(verb, head))

    def incise(self, said: str, mark: Marked, span: Span) -> Quote | None:
        """The reporting clause stands between dashes: *«Il ponte - ha detto - resta chiuso»*."""
        for dash in _INCISE.finditer(said[:_INSIDE]):
            start, end = mark.start + dash.start(1), mark.start + dash.end(1)
            tokens = self.folder.fold(start, end, ())
            clause = Clause(
                [Token(start, start, "", "q", -1, STOP), *tokens], self.words, self.resolver.people
            )
            found = clause.attribute(0)
            if found and found.verb and found.adjacent:
                return self.attributed(found._replace(rule="incise"), clause, span, said, 0)
        return None
