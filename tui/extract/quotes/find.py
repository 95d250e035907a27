"""Quotes: marks, classification, attribution, resolution, in that order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise

from tui.document import Language, Paragraph, Quote, Sentence, Span
from tui.extract.quotes.attribution.attribution import cue_of
from tui.extract.quotes.attribution.clause import Clause
from tui.extract.quotes.classify import FEW, count_words, is_speech, like_a_name, names_something
from tui.extract.quotes.confidence import confidence_of
from tui.extract.quotes.dashes import dialogue
from tui.extract.quotes.explain import Explained, explained
from tui.extract.quotes.grammar.folding import Folder
from tui.extract.quotes.grammar.lexicon import tables_of
from tui.extract.quotes.indirect import find_reported, reported
from tui.extract.quotes.marks import find_marks
from tui.extract.quotes.names.find import find_people, lowered
from tui.extract.quotes.pieces import Piece, pieces, trimmed
from tui.extract.quotes.resolve import Resolver
from tui.extract.quotes.unattributed import Unattributed
from tui.extract.steady import without_collector

_REPORTS = 20
"""How many clauses of one sentence are looked at for indirect speech: more is no prose."""


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
    with without_collector():
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
    finder = _Finder(text, words, folder, resolver, marks, paragraphs, trace=trace)
    out: list[Quote] = []
    for piece, after in pairwise(chain(pieces(paragraphs, sentences, marks, indirect), [None])):
        if piece is None:
            break
        finder.after = after if after and after.paragraph == piece.paragraph else None
        out += finder.in_sentence(piece)
    return out


@dataclass(slots=True)
class _Finder(Unattributed):
    """Goes through an article, sentence by sentence."""

    trace: list[Explained] | None = None
    """Where each decision is written down, when somebody asks why."""
    made: dict[int, Quote] = field(default_factory=dict)
    """The quotes of the sentence so far, by their tokens."""

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
            confidence=confidence_of("indirect", speaker, self.text),
            rule="indirect",
        )

    def _quote(self, clause: Clause, at: int, number: int) -> Quote | None:
        mark = self.marks[clause.tokens[at].quote]
        said = self.text[mark.start : mark.end]
        span = trimmed(self.text, mark.start, mark.end)
        if mark.continues and self.last:
            return self.like(self.last, span, "continued", same=True)
        count = count_words(said)
        if not count or names_something(clause.tokens, at, said, count, self.words):
            return None
        inside = self.verb_inside(clause, at, said, span) or self.incise(said, mark, span)
        if inside:
            return inside
        found = clause.attribute(at, self.made)
        if found and found.same_as is not None:
            other = self.made.get(found.same_as)
            if like_a_name(said, count, clause.tokens, at):
                other = None
            if other and (count > FEW or found.one_utterance or found.rule == "list"):
                same = found.one_utterance
                return self.like(other, span, found.rule, same=same)
            found = None
        if found is None:
            return self.bare(clause, at, span, number, said, count)
        if not is_speech(found, count, self.words):
            return None
        if not (found.adjacent or found.colon) and like_a_name(said, count, clause.tokens, at):
            return None
        return self.attributed(found, clause, span, said, at)
