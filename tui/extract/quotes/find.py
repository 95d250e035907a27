"""Quotes: marks, classification, attribution, resolution, in that order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import zip_longest

from tui.document import Cue, Language, Paragraph, Quote, QuoteKind, Sentence, Span, Speaker
from tui.extract.quotes.attribute import Attribution, Clause, cue_of
from tui.extract.quotes.classify import (
    FEW,
    count_words,
    is_lively,
    is_speech,
    kind_of,
    like_a_name,
    names_something,
)
from tui.extract.quotes.clauses import Folder, Token, verb_at
from tui.extract.quotes.dashes import dialogue
from tui.extract.quotes.explain import Explained, explained
from tui.extract.quotes.indirect import find_reported, reported
from tui.extract.quotes.lexicon import STOP, VERB, tables_of
from tui.extract.quotes.marks import Marked, find_marks
from tui.extract.quotes.names import find_people, lowered
from tui.extract.quotes.pieces import Piece, pieces, trimmed
from tui.extract.quotes.resolve import Resolver
from tui.extract.quotes.syntax import WINDOW
from tui.extract.tables import SpeechWords

_INCISE = re.compile(r"[-–—](?<=\s.)[-–—]? ?([^-–—]{4,90}?) ?[-–—]{1,2}(?=[\s.,;!?])")
_DATELINE = re.compile(
    r"(?:\([A-Z]{2,9}\) ?[-–—]? ?)?[A-ZÀ-Ý][A-ZÀ-Ý'’ ]{1,30}"
    r"(?:, ?\d{1,2} [A-Z]{3,9})?(?: \([A-Z]{2,9}\))? ?[-–—.,:]? ?"
)
"""*(ANSA) - ROMA, 12 MAR -*, *MILANO -*, *AFRAGOLA*: a place in capitals, perhaps the day."""
_OPENING = re.compile(r"[^\W\d_]+")
_REPORTS = 20
"""How many clauses of one sentence are looked at for indirect speech: more is no prose."""
_TURN = 2
"""How many paragraphs apart the answers of an interview stand."""
_TOLD = 200
"""How much of the sentence after a passage, in code points, may say whose it is."""
_HEAD = 60
"""How much of a passage, in code points, is looked at for a verb that opens it."""
_INSIDE = 4000
"""How much of a passage is looked at for an incise."""


def find_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    language: Language,
) -> tuple[Quote, ...]:
    """The words somebody said, as the article gives them in marks, with who said them.

    Titles, names, coined terms and scare quotes are left out; what is reported without marks is
    of kind `indirect`. In order; quotations in marks never overlap.
    """
    return tuple(_find(text, paragraphs, sentences, language, None))


def explain_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    language: Language,
) -> list[Explained]:
    """How each passage in marks was read: rule, candidates, and why each of them lost."""
    trace: list[Explained] = []
    _find(text, paragraphs, sentences, language, trace)
    return trace


def _find(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    language: Language,
    trace: list[Explained] | None,
) -> list[Quote]:
    words, lexicon = tables_of(language)
    marks = find_marks(text, paragraphs, partial(dialogue, says=words.finite.__contains__))
    indirect = find_reported(text, words)
    if not marks and not indirect:
        return []
    lower = lowered(text)
    people = find_people(text, lower, words)
    folder = Folder(lower, people, lexicon)
    resolver = Resolver(text, words, people, folder)
    finder = _Finder(text, words, folder, resolver, marks, paragraphs, trace)
    out: list[Quote] = []
    following = pieces(paragraphs, sentences, marks, indirect)
    next(following, None)
    for piece, after in zip_longest(pieces(paragraphs, sentences, marks, indirect), following):
        finder.after = after if after and after.paragraph == piece.paragraph else None
        out += finder.in_sentence(piece)
    return out


@dataclass(slots=True)
class _Finder:
    text: str
    words: SpeechWords
    folder: Folder
    resolver: Resolver
    marks: Sequence[Marked]
    paragraphs: Sequence[Paragraph]
    trace: list[Explained] | None
    """Where each decision is written down, when somebody asks why."""
    utterance: int = -1
    last: Quote | None = None
    paragraph: int = -1
    """The paragraph of the last quote."""
    whole: bool = False
    """Whether the last quote was a sentence of its own."""
    after: Piece | None = None
    """The sentence after this one, in the same paragraph."""
    since: int = 0
    """How many sentences have ended since the last quote."""
    made: dict[int, Quote] = field(default_factory=dict)
    """The quotes of the sentence so far, by their tokens."""
    named: Speaker | None = None
    """The last speaker of the sentence so far."""

    def in_sentence(self, piece: Piece) -> list[Quote]:
        """The quotes of one sentence."""
        if not piece.marks and not piece.reported:
            self.since += 1
            self.resolver.follow(piece)
            return []
        tokens = self.folder.fold(piece.start, piece.end, piece.marks)
        clause = Clause(tokens, self.words, self.resolver.people)
        out = self._marked(clause, piece.paragraph)
        self.since = 1 if out else self.since + 1
        indirect = [self._indirect(clause, offset) for offset in piece.reported[:_REPORTS]]
        if any(indirect):
            out += filter(None, indirect)
            out.sort(key=lambda quote: quote.span)
        self.resolver.follow(piece, clause)
        return out

    def _marked(self, clause: Clause, number: int) -> list[Quote]:
        """The quotations in marks of one sentence."""
        out: list[Quote] = []
        self.made.clear()
        self.named = None
        for at, token in enumerate(clause.tokens):
            if token.kind != "q":
                continue
            quote = self._quote(clause, at, number)
            if quote:
                self.made[at] = quote
                self.named = quote.speaker or self.named
                out.append(quote)
                self.last, self.paragraph = quote, number
                self.whole = clause.last_word < 0
            if self.trace is not None:
                mark = self.marks[token.quote]
                span = trimmed(self.text, mark.start, mark.end)
                self.trace.append(explained(self.text, clause, at, span, quote))
        return out

    def _indirect(self, clause: Clause, offset: int) -> Quote | None:
        """What is reported without marks from the word at `offset`."""
        found = reported(clause, offset)
        if found is None:
            return None
        how, start, end = found
        speaker = self.resolver.speaker(how.speaker, clause) if how.speaker else None
        if speaker is None and how.elided:
            speaker = self.named or self.resolver.focus
        self.utterance += 1
        return Quote(
            span=Span(start, end),
            kind="indirect",
            utterance=self.utterance,
            speaker=speaker,
            cue=cue_of(how.verb, clause.tokens),
            confidence=round(how.confidence if speaker else 0.3, 2),
            rule="indirect",
        )

    def _quote(self, clause: Clause, at: int, number: int) -> Quote | None:
        mark = self.marks[clause.tokens[at].quote]
        said = self.text[mark.start : mark.end]
        span = trimmed(self.text, mark.start, mark.end)
        if mark.continues and self.last:
            return self._like(self.last, span, "continued", 0.8, same=True)
        count = count_words(said)
        if not count or names_something(clause.tokens, at, said, count, self.words):
            return None
        inside = self._verb_inside(clause, at, said, span) or self._incise(said, mark, span)
        if inside:
            return inside
        found = clause.attribute(at, self.made)
        if found and found.same_as is not None:
            other = self.made.get(found.same_as)
            if like_a_name(said, count, clause.tokens, at):
                other = None
            if other and (count > FEW or found.one_utterance or found.rule == "list"):
                same = found.one_utterance
                return self._like(other, span, found.rule, found.confidence, same=same)
            found = None
        if found is None:
            return self._bare(clause, at, span, number, said) if count > FEW else None
        if not is_speech(found, count, self.words):
            return None
        if not (found.adjacent or found.colon) and like_a_name(said, count, clause.tokens, at):
            return None
        return self._attributed(found, clause, span, said, at)

    def _attributed(
        self,
        found: Attribution,
        clause: Clause,
        span: Span,
        said: str,
        at: int,
        cue: Cue | None = None,
    ) -> Quote:
        resolver, confidence = self.resolver, found.confidence
        speaker = resolver.speaker(found.speaker, clause) if found.speaker else None
        if speaker and found.speaker and found.speaker.name and found.verb:
            resolver.people.spoke(speaker.name)
        if speaker is None and found.elided:
            speaker = self.named
            if found.colon:
                speaker = speaker or resolver.best_subject(clause)
            speaker = speaker or resolver.focus or (self.last.speaker if self.last else None)
            confidence *= 0.8
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
            confidence=round(confidence if speaker else 0.3, 2),
            rule=found.rule,
        )

    def _like(self, other: Quote, span: Span, rule: str, confidence: float, *, same: bool) -> Quote:
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
            confidence=round(confidence * (other.confidence or 0.3), 2),
            rule=rule,
        )

    def _bare(self, clause: Clause, at: int, span: Span, number: int, said: str) -> Quote | None:
        """A passage its sentence says nothing of: the last speaker goes on, or the subject."""
        alone = self._begins(clause, at, span, number)
        if not alone:
            before = clause.tokens[max(0, at - WINDOW) : at]
            if like_a_name(said, count_words(said), clause.tokens, at):
                return None
            said_of = any(token.word in self.words.nouns for token in before)
            said_of = said_of or before[-1].kind == "n"
            if not said_of and not is_lively(said, self.words):
                return None
        whole = alone and clause.last_word < at
        if alone and not whole and not self._says_on(clause, at, said):
            return None
        told = self._told_next(span) if whole else None
        if told:
            return told
        subject = self._subject_next() if whole and number != self.paragraph else None
        if subject:
            self.utterance += 1
            return Quote(span, "direct", self.utterance, subject, confidence=0.6, rule="next")
        if alone and self.last and self.since <= 1 and 0 <= number - self.paragraph <= 1:
            return self._like(self.last, span, "goes-on", 0.8, same=False)
        self.utterance += 1
        answers = alone and self._asked(number)
        if answers:
            return Quote(span, "direct", self.utterance, answers, confidence=0.6, rule="interview")
        if alone and self.resolver.about:
            about = self.resolver.about
            return Quote(span, "direct", self.utterance, about, confidence=0.5, rule="about")
        kind: QuoteKind = "direct" if alone else "mixed"
        speaker = self.resolver.best_subject(clause)
        if speaker:
            return Quote(span, kind, self.utterance, speaker, confidence=0.65, rule="subject")
        speaker = self.resolver.focus
        confidence = 0.5 if speaker else 0.3
        return Quote(span, kind, self.utterance, speaker, confidence=confidence, rule="focus")

    def _says_on(self, clause: Clause, at: int, said: str) -> bool:
        """Whether a passage that begins its sentence is said: *«La luna» uscirà a maggio* is not."""
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
        told = clause and clause.told()
        if clause is None or told is None:
            return None
        return self._attributed(told, clause, span, "", 0)

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

    def _verb_inside(self, clause: Clause, at: int, said: str, span: Span) -> Quote | None:
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
        found = Attribution("verb-inside", 0.85, None, subject or via, via if subject else None)
        return self._attributed(found, clause, span, said, at, cue=cue_of(verb, head))

    def _incise(self, said: str, mark: Marked, span: Span) -> Quote | None:
        """The reporting clause stands between dashes: *«Il ponte - ha detto - resta chiuso»*."""
        for dash in _INCISE.finditer(said[:_INSIDE]):
            start, end = mark.start + dash.start(1), mark.start + dash.end(1)
            tokens = self.folder.fold(start, end, ())
            clause = Clause(
                [Token(start, start, "", "q", -1, STOP), *tokens], self.words, self.resolver.people
            )
            found = clause.attribute(0)
            if found and found.verb and found.adjacent:
                return self._attributed(found._replace(rule="incise"), clause, span, said, 0)
        return None
