"""Quotes made of what is known of them: speaker, relay, cue, confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.document import Cue, Paragraph, Quote, QuoteKind, Span, Speaker
from tui.extract.quotes.attribution.attribution import Attribution, cue_of
from tui.extract.quotes.attribution.clause import Clause
from tui.extract.quotes.classify import kind_of
from tui.extract.quotes.confidence import confidence_of
from tui.extract.quotes.grammar.folding import Folder
from tui.extract.quotes.marks import Marked
from tui.extract.quotes.resolve import Resolver
from tui.extract.tables import SpeechWords

ALWAYS_ELIDED = frozenset(["verb-after", "colon-subject", "noun-colon"])
"""Rules under which nobody is named in the sentence, or not for certain."""


@dataclass(slots=True)
class Maker:
    """Makes quotes of what is known of them, and keeps in mind who spoke."""

    text: str
    words: SpeechWords
    folder: Folder
    resolver: Resolver
    marks: Sequence[Marked]
    paragraphs: Sequence[Paragraph]
    utterance: int = -1
    last: Quote | None = None
    paragraph: int = -1
    """The paragraph of the last quote."""
    whole: bool = False
    """Whether the last quote was a sentence of its own."""
    since: int = 0
    """How many sentences have ended since the last quote."""
    named: Speaker | None = None
    """The last speaker of the sentence so far."""

    def attributed(
        self,
        found: Attribution,
        clause: Clause,
        span: Span,
        said: str,
        at: int,
        cue: Cue | None = None,
    ) -> Quote:
        """A quote of what its sentence says of it."""
        resolver, rule = self.resolver, found.rule
        speaker = resolver.speaker(found.speaker, clause) if found.speaker else None
        if speaker and found.speaker and found.speaker.name and found.verb:
            resolver.people.spoke(speaker.name)
        if speaker is None and found.elided:
            speaker = self.named
            if found.colon:
                speaker = speaker or resolver.best_subject(clause)
            speaker = speaker or resolver.focus or (self.last.speaker if self.last else None)
            rule = rule if rule in ALWAYS_ELIDED else f"{rule}-elided"
        via = resolver.speaker(found.via, clause) if found.via else None
        if via and speaker and via.name == speaker.name:
            via = None
        self.utterance += 1
        return Quote(
            span=span,
            kind=kind_of(found, said, clause.tokens, at),
            utterance=self.utterance,
            speaker=speaker,
            via=via,
            cue=cue or cue_of(found.verb, clause.tokens),
            confidence=confidence_of(rule, speaker, self.text),
            rule=rule,
        )

    def like(self, other: Quote, span: Span, rule: str, *, same: bool) -> Quote:
        """A quote with the speaker and the cue of another."""
        if not same:
            self.utterance += 1
        return Quote(
            span=span,
            kind=other.kind,
            utterance=other.utterance if same else self.utterance,
            speaker=other.speaker,
            via=other.via,
            cue=other.cue,
            confidence=min(other.confidence, confidence_of(rule, other.speaker, self.text)),
            rule=rule,
        )

    def by(self, speaker: Speaker | None, span: Span, kind: QuoteKind, rule: str) -> Quote:
        """A quote whose sentence has no word about it."""
        self.utterance += 1
        confidence = confidence_of(rule, speaker, self.text)
        return Quote(span, kind, self.utterance, speaker, confidence=confidence, rule=rule)
