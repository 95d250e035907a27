"""Passages their sentence says nothing of: who speaks is told before, after, or nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.document import Quote, QuoteKind, Span, Speaker
from tui.extract.quotes.attribution.clause import Clause
from tui.extract.quotes.classify import FEW, is_lively, like_a_name
from tui.extract.quotes.grammar.syntax import WINDOW
from tui.extract.quotes.inside import Inside
from tui.extract.quotes.pieces import Piece

_STOPS = ".!?…"
_TURN = 2
"""How many paragraphs apart the answers of an interview stand."""
_TOLD = 200
"""How much of the sentence after a passage, in code points, may say whose it is."""
_DATELINE = re.compile(
    r"(?:\([A-Z]{2,9}\) ?[-–—]? ?)?[A-ZÀ-Ý][A-ZÀ-Ý'’ ]{1,30}"
    r"(?:, ?\d{1,2} [A-Z]{3,9})?(?: \([A-Z]{2,9}\))? ?[-–—.,:]? ?"
)
"""*(ANSA) - ROMA, 12 MAR -*, *MILANO -*, *AFRAGOLA*: a place in capitals, perhaps the day."""


@dataclass(slots=True)
class Unattributed(Inside):
    """Finds out whose the passages are that stand alone."""

    after: Piece | None = None
    """The sentence after this one, in the same paragraph."""

    def bare(
        self, clause: Clause, at: int, span: Span, number: int, said: str, count: int
    ) -> Quote | None:
        """A passage of `count` words its sentence says nothing of: who speaks, if it is speech."""
        alone = self._begins(clause, at, span, number)
        whole = alone and clause.last_word < at
        if whole and (told := self._told_next(span)):
            return told
        if count <= FEW:
            goes_on = whole and number == self.paragraph and self.since <= 1
            return self._short(span) if goes_on else None
        if alone and not whole and not self._says_on(clause, at, said):
            return None
        if not alone:
            return self._built_in(clause, at, span, said, count)
        subject = self._subject_next() if whole and number != self.paragraph else None
        if subject:
            return self.by(subject, span, "direct", "next")
        if self.last and self.since <= 1 and 0 <= number - self.paragraph <= 1:
            return self.like(self.last, span, "goes-on", same=False)
        answers = self._asked(number)
        if answers:
            return self.by(answers, span, "direct", "interview")
        about = self.resolver.about
        if about:
            return self.by(about, span, "direct", "about")
        return self._by_subject(clause, span, "direct")

    def _short(self, span: Span) -> Quote | None:
        """A sentence of few words, such as *«Basta».*, that goes on with what was said."""
        ends = self.text[span.end - 1] in _STOPS or self.text[span.end + 1 : span.end + 2] == "."
        speech = ends and self.text[span.start].isupper() and self.last and self.last.speaker
        return self.like(self.last, span, "goes-on", same=False) if self.last and speech else None

    def _built_in(self, clause: Clause, at: int, span: Span, said: str, count: int) -> Quote | None:
        """A passage inside its sentence; None when it is more likely a title or a set phrase."""
        before = clause.tokens[max(0, at - WINDOW) : at]
        if like_a_name(said, count, clause.tokens, at):
            return None
        said_of = before[-1].kind == "n" or any(t.word in self.words.nouns for t in before)
        if not said_of and not is_lively(said, self.words):
            return None
        return self._by_subject(clause, span, "mixed")

    def _by_subject(self, clause: Clause, span: Span, kind: QuoteKind) -> Quote:
        speaker = self.resolver.best_subject(clause)
        if speaker:
            return self.by(speaker, span, kind, "subject")
        return self.by(self.resolver.focus, span, kind, "focus")

    def _says_on(self, clause: Clause, at: int, said: str) -> bool:
        """Whether a passage that opens its sentence is said; *«La luna» uscirà a maggio* is not."""
        following = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
        joined = following is not None and following.word in self.words.joins
        if following is not None and following.kind in ("w", "n") and not joined:
            return False
        return is_lively(said, self.words)

    def _begins(self, clause: Clause, at: int, span: Span, number: int) -> bool:
        """Whether nothing stands before a passage in its sentence, or only place and day."""
        if clause.first_word >= at:
            return True
        start = self.paragraphs[number].span.start
        return _DATELINE.fullmatch(self.text, start, max(start, span.start - 1)) is not None

    def _next_clause(self) -> Clause | None:
        """The sentence after this one, up to its first quotation."""
        if self.after is None:
            return None
        end = self.after.marks[0][1].outer_start if self.after.marks else self.after.end
        start = self.after.start
        tokens = self.folder.fold(start, min(end, start + _TOLD), ())
        return Clause(tokens, self.words, self.resolver.people)

    def _told_next(self, span: Span) -> Quote | None:
        """The sentence after the passage says whose it is: *Lo ha detto il ministro Neri*."""
        clause = self._next_clause()
        told = clause.told() if clause else None
        return self.attributed(told, clause, span, "", 0) if clause and told else None

    def _subject_next(self) -> Speaker | None:
        """Whom the sentence after the passage is about, when it begins with a person's name."""
        clause = self._next_clause()
        group = next(clause.subjects(), None) if clause else None
        if clause is None or group is None or not group.name or group.first > 1:
            return None
        speaker = self.resolver.speaker(group, clause)
        return speaker if speaker and self.resolver.people.person(speaker.name) else None

    def _asked(self, number: int) -> Speaker | None:
        """Who answers, when the paragraph before is a question: the person interviewed."""
        if not number:
            return None
        last, people = self.last.speaker if self.last else None, self.resolver.people
        if self.whole and last and number - self.paragraph == _TURN:
            # An interviewer does not always ask: *Il governo dice che tratterà.*
            return last
        span = self.paragraphs[number - 1].span
        if self.text[max(span.start, span.end - 3) : span.end].rstrip('»”" ')[-1:] != "?":
            return None
        if last and number - self.paragraph <= _TURN and (self.whole or people.person(last.name)):
            return last
        mention = people.first()
        return Speaker(Span(mention.start, mention.end), mention.name) if mention else None
