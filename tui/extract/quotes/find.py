"""Quotes: marks, classification, attribution, resolution, in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from tui.document import Cue, Language, Paragraph, Quote, QuoteKind, Sentence, Span, Speaker
from tui.extract.quotes.attribute import Attribution, Clause
from tui.extract.quotes.classify import FEW, count_words, is_speech, kind_of, names_something
from tui.extract.quotes.clauses import STOP, Folder, Lexicon, Token, Verb, lexicon_of, verb_at
from tui.extract.quotes.marks import Marked, find_marks
from tui.extract.quotes.names import find_people
from tui.extract.quotes.resolve import Resolver
from tui.extract.tables import SpeechWords

_INCISE = re.compile(r"(?<=\s)[-–—]{1,2} ?([^-–—]{4,90}?) ?[-–—]{1,2}(?=[\s.,;!?])")
_OPENING = re.compile(r"[^\W\d_]+")
_HEAD = 60
"""How much of a passage, in code points, is looked at for a verb that opens it."""
_INSIDE = 4000
"""How much of a passage is looked at for an incise."""


@cache
def _tables(language: Language) -> tuple[SpeechWords, Lexicon]:
    if language == "it":
        from tui.extract.italian.speech import WORDS
    else:
        from tui.extract.english.speech import WORDS
    return WORDS, lexicon_of(WORDS)


def find_quotes(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    language: Language,
) -> tuple[Quote, ...]:
    """The words somebody said, as the article gives them in marks, with who said them.

    Titles, names, coined terms and scare quotes are left out. In order, never overlapping.
    """
    marks = find_marks(text, paragraphs)
    if not marks:
        return ()
    words, lexicon = _tables(language)
    people = find_people(text, words)
    folder = Folder(text, people, lexicon)
    finder = _Finder(text, words, folder, Resolver(text, words, people, folder), marks)
    out: list[Quote] = []
    for piece in _sentences(paragraphs, sentences, marks):
        out += finder.in_sentence(piece)
    return tuple(out)


class _Piece(NamedTuple):
    """A sentence of the article, with the passages in marks that stand in it."""

    start: int
    end: int
    paragraph: int
    marks: Sequence[tuple[int, Marked]]


def _sentences(
    paragraphs: Sequence[Paragraph], sentences: Sequence[Sentence], marks: Sequence[Marked]
) -> Iterator[_Piece]:
    """The sentences of each paragraph that has a mark, and of the one before it."""
    marked = {mark.paragraph for mark in marks}
    wanted = marked | {number - 1 for number in marked}
    at_sentence = at_mark = 0
    for number in range(len(paragraphs)):
        ends: list[int] = []
        while at_sentence < len(sentences) and sentences[at_sentence].paragraph == number:
            ends.append(sentences[at_sentence].span.end)
            at_sentence += 1
        inside: list[tuple[int, Marked]] = []
        while at_mark < len(marks) and marks[at_mark].paragraph == number:
            inside.append((at_mark, marks[at_mark]))
            at_mark += 1
        if number not in wanted:
            continue
        start = paragraphs[number].span.start
        pending = 0
        for end in ends:
            # A stop inside a quotation ends no sentence of the article.
            chunk = pending
            while chunk < len(inside) and inside[chunk][1].outer_start < end:
                chunk += 1
            if chunk > pending and inside[chunk - 1][1].outer_end > end:
                continue
            yield _Piece(start, end, number, inside[pending:chunk])
            start, pending = end, chunk


@dataclass(slots=True)
class _Finder:
    text: str
    words: SpeechWords
    folder: Folder
    resolver: Resolver
    marks: Sequence[Marked]
    utterance: int = -1
    last: Quote | None = None
    paragraph: int = -1
    """The paragraph of the last quote."""
    since: int = 0
    """How many sentences have ended since the last quote."""
    made: dict[int, Quote] = field(default_factory=dict)
    """The quotes of the sentence so far, by their tokens."""
    named: Speaker | None = None
    """The last speaker of the sentence so far."""

    def in_sentence(self, piece: _Piece) -> list[Quote]:
        """The quotes of one sentence."""
        out: list[Quote] = []
        if not piece.marks:
            self.since += 1
            self.resolver.follow((piece.start, piece.end))
            return out
        number = piece.paragraph
        tokens = self.folder.fold(piece.start, piece.end, piece.marks)
        clause = Clause(tokens, self.words, self.resolver.people)
        self.made.clear()
        self.named = None
        for at, token in enumerate(tokens):
            if token.kind == "q":
                quote = self._quote(clause, at, number)
                if quote:
                    self.made[at] = quote
                    self.named = quote.speaker or self.named
                    out.append(quote)
                    self.last, self.paragraph = quote, number
        self.since = 1 if out else self.since + 1
        self.resolver.follow(clause)
        return out

    def _quote(self, clause: Clause, at: int, number: int) -> Quote | None:
        mark = self.marks[clause.tokens[at].quote]
        said = self.text[mark.start : mark.end]
        span = _trimmed(self.text, mark.start, mark.end)
        if mark.continues and self.last:
            return self._like(self.last, span, "continued", 0.8, same=True)
        count = count_words(said)
        if not count or names_something(clause.tokens, at, said, self.words):
            return None
        inside = self._verb_inside(clause, at, said, span) or self._incise(said, mark, span)
        if inside:
            return inside
        found = clause.attribute(at, self.made)
        if found and found.same_as is not None:
            other = self.made.get(found.same_as)
            if other and (count > FEW or found.one_utterance or found.rule == "list"):
                same = found.one_utterance
                return self._like(other, span, found.rule, found.confidence, same=same)
            found = None
        if found is None:
            return self._bare(clause, at, span, number) if count > FEW else None
        if not is_speech(found, count, self.words):
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
            cue=cue or _cue(found.verb, clause.tokens),
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

    def _bare(self, clause: Clause, at: int, span: Span, number: int) -> Quote:
        """A passage its sentence says nothing of: the last speaker goes on, or the subject."""
        alone = all(token.kind != "w" for token in clause.tokens[:at])
        if alone and self.last and self.since <= 1 and 0 <= number - self.paragraph <= 1:
            return self._like(self.last, span, "goes-on", 0.7, same=False)
        self.utterance += 1
        if alone and self.resolver.about:
            about = self.resolver.about
            return Quote(span, "direct", self.utterance, about, confidence=0.45, rule="about")
        speaker = self.resolver.best_subject(clause) or self.resolver.focus
        kind: QuoteKind = "direct" if alone else "mixed"
        return Quote(span, kind, self.utterance, speaker, confidence=0.4, rule="subject")

    def _verb_inside(self, clause: Clause, at: int, said: str, span: Span) -> Quote | None:
        """The verb opens the passage: *Da parte sua, Belousov «ha sottolineato …»*."""
        opening = _OPENING.match(self.folder.lower, span.start)
        if opening is None or opening[0] not in self.words.auxiliaries:
            return None
        end = min(span.end, span.start + _HEAD)
        head = self.folder.fold(span.start, end, ())
        verbs = [verb_at(head, index, self.words) for index in range(min(3, len(head)))]
        verb = next((v for v in verbs if v and v.kind == "finite" and v.first == 0), None)
        if verb is None or verb.last < 2:
            return None
        subject = next(iter(clause.subjects()), None)
        source = clause.source_before(at)
        via = source[1] if source else None
        if subject is None and via is None:
            return None
        found = Attribution("verb-inside", 0.85, None, subject or via, via if subject else None)
        return self._attributed(found, clause, span, said, at, cue=_cue(verb, head))

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
                return self._attributed(replace(found, rule="incise"), clause, span, said, 0)
        return None


def _cue(verb: Verb | None, tokens: Sequence[Token]) -> Cue | None:
    if verb is None:
        return None
    return Cue(Span(tokens[verb.first].start, tokens[verb.last - 1].end), verb.lemma)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
