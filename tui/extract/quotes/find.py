"""Quotes: marks, classification, attribution, resolution, in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from tui.document import Cue, Language, Paragraph, Quote, QuoteKind, Sentence, Span, Speaker
from tui.extract.quotes.attribute import Attribution, Clause
from tui.extract.quotes.clauses import Group, Token, Verb, fold, verb_at
from tui.extract.quotes.marks import Marked, find_marks
from tui.extract.quotes.people import People, find_people
from tui.extract.tables import SpeechWords

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_REPORTING = frozenset(["verb-subject", "verb-after", "subject-verb-after"])
_FEW = 3
"""Quotations of so many words or fewer are fragments, unless a clause introduces them."""


@cache
def _words(language: Language) -> SpeechWords:
    if language == "it":
        from tui.extract.italian.speech import WORDS
    else:
        from tui.extract.english.speech import WORDS
    return WORDS


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
    words = _words(language)
    finder = _Finder(text, words, find_people(text, words), marks)
    out: list[Quote] = []
    for number, tokens in _sentences(text, paragraphs, sentences, marks, finder.people):
        out += finder.in_sentence(number, tokens)
    return tuple(out)


def _sentences(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    marks: Sequence[Marked],
    people: People,
) -> Iterator[tuple[int, list[Token]]]:
    """The folded sentences of each paragraph that has a mark, and of the one before it."""
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
            yield number, fold(text, start, end, inside[pending:chunk], people)
            start, pending = end, chunk


@dataclass(slots=True)
class _Finder:
    text: str
    words: SpeechWords
    people: People
    marks: Sequence[Marked]
    utterance: int = -1
    focus: Speaker | None = None
    """Who the sentence before was about."""
    last: Quote | None = None
    paragraph: int = -1
    about: Speaker | None = None
    """The subject, person or body, of the sentence before."""
    since: int = 0
    """How many sentences have ended since the last quote."""
    _made: dict[int, Quote | None] = field(default_factory=dict)

    def in_sentence(self, number: int, tokens: list[Token]) -> list[Quote]:
        """The quotes of one folded sentence of paragraph `number`."""
        clause = Clause(tokens, self.words, self.people)
        out: list[Quote] = []
        for at, token in enumerate(tokens):
            if token.kind == "q":
                quote = self._quote(clause, at, number)
                self._made[token.quote] = quote
                if quote:
                    out.append(quote)
                    self.last = quote
                    self.paragraph = number
        self.since = 1 if out else self.since + 1
        self._follow(clause, tokens)
        return out

    def _follow(self, clause: Clause, tokens: list[Token]) -> None:
        """Keep in mind whom the sentence is about."""
        self.about = self._best_subject(clause)
        for group in clause.subjects():
            speaker = self._speaker(group, tokens)
            if speaker and (group.head in self.words.titles or self.people.person(speaker.name)):
                self.focus = speaker
                break

    def _quote(self, clause: Clause, at: int, number: int) -> Quote | None:
        token = clause.tokens[at]
        mark = self.marks[token.quote]
        said = self.text[mark.start : mark.end]
        span = _trimmed(self.text, mark.start, mark.end)
        if mark.continues and self.last:
            return self._like(self.last, span, "continued", 0.8, same=True)
        count = len(_WORD.findall(said))
        if not count or self._named(clause.tokens, at, said, count):
            return None
        inside = self._cue_inside(clause, at, said, mark)
        if inside:
            return inside
        found = clause.attribute(at)
        if found and found.same_as is not None:
            other = self._made.get(clause.tokens[found.same_as].quote)
            if other and (count > _FEW or found.one_utterance or found.rule == "list"):
                return self._like(other, span, found.rule, found.confidence, same=found.one_utterance)
            found = None if count <= _FEW else found
        if found is None or found.same_as is not None:
            return self._bare(clause, at, span, count, number)
        if not self._speech(found, said, count):
            return None
        return self._made_of(found, clause, span, said, at)

    def _made_of(
        self, found: Attribution, clause: Clause, span: Span, said: str, at: int
    ) -> Quote:
        speaker = self._speaker(found.speaker, clause.tokens) if found.speaker else None
        confidence = found.confidence
        if speaker is None and found.elided:
            speaker = (self._best_subject(clause) if found.colon else None) or self._in_focus()
            confidence *= 0.8
        via = self._speaker(found.via, clause.tokens) if found.via else None
        if via and speaker and via.name == speaker.name:
            via = None
        self.utterance += 1
        return Quote(
            span=span,
            kind=self._kind(found, said, clause.tokens, at),
            utterance=self.utterance,
            speaker=speaker,
            via=via,
            cue=self._cue(found.verb, clause.tokens),
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

    def _bare(self, clause: Clause, at: int, span: Span, count: int, number: int) -> Quote | None:
        """A quotation its sentence says nothing of: the last speaker goes on, or nobody is named."""
        if count <= _FEW:
            return None
        rest = [t for t in clause.tokens[:at] if t.kind == "w"]
        alone = not rest
        if alone and self.last and self.since <= 1 and 0 <= number - self.paragraph <= 1:
            return self._like(self.last, span, "goes-on", 0.7, same=False)
        if alone and self.about:
            self.utterance += 1
            return Quote(span, "direct", self.utterance, self.about, confidence=0.45, rule="about")
        speaker = self._best_subject(clause) or self.focus
        self.utterance += 1
        kind: QuoteKind = "direct" if alone else "mixed"
        return Quote(span, kind, self.utterance, speaker, confidence=0.4, rule="subject")

    def _speech(self, found: Attribution, said: str, count: int) -> bool:
        """Whether an attributed quotation is speech, or a word set off."""
        if count > _FEW or (found.colon and found.rule != "colon"):
            return found.verb is None or found.verb.lemma not in self.words.weak or count > _FEW
        if not found.adjacent or (found.verb and found.verb.lemma in self.words.weak):
            return False
        if found.rule in _REPORTING or found.rule.startswith("source"):
            return True
        return found.verb is not None and found.speaker is not None

    def _named(self, tokens: Sequence[Token], at: int, said: str, count: int) -> bool:
        """Whether the marks set off a title or a name."""
        previous = tokens[at - 1] if at else None
        near = [token.word for token in tokens[max(0, at - 2) : at] if token.kind == "w"]
        if count <= 8 and not self.words.naming.isdisjoint(near):
            return True
        if previous and previous.kind == "n" and count <= 2 and at + 1 < len(tokens):
            if tokens[at + 1].kind == "n":
                return True
        if at + 1 < len(tokens) and tokens[at + 1].word == "(" and count <= 8:
            inner = tokens[at + 2].word if at + 2 < len(tokens) else ""
            if len(inner) == 4 and inner.isdigit():
                return True
        if previous and previous.word == ":":
            return False
        capitals = [word for word in _WORD.findall(said) if len(word) > 3]
        if not capitals or any(mark in said for mark in ".!?,:"):
            return False
        return count <= 7 and all(word[0].isupper() for word in capitals)

    def _cue_inside(self, clause: Clause, at: int, said: str, mark: Marked) -> Quote | None:
        """The verb within the marks: «ha detto …», and an incise: «Il ponte - ha detto - resta»."""
        head = fold(self.text, mark.start, min(mark.end, mark.start + 60), (), self.people)
        for index in range(min(3, len(head))):
            verb = verb_at(head, index, self.words)
            if verb and verb.kind == "finite" and verb.first == 0 and verb.last >= 2:
                group = next(clause.subjects(), None)
                source = clause._source_before(at)
                via = source.speaker if source else None
                if group is None and via is None:
                    return None
                found = Attribution("verb-inside", 0.85, verb, group or via, via if group else None)
                quote = self._made_of(found, clause, _trimmed(self.text, mark.start, mark.end), said, at)
                return Quote(
                    quote.span, "mixed", quote.utterance, quote.speaker, quote.via,
                    self._cue(verb, head), quote.confidence, quote.rule,
                )
        return self._incise(at, said, mark)

    def _incise(self, at: int, said: str, mark: Marked) -> Quote | None:
        for dash in re.finditer(r"(?<=\s)[-–—] ?([^-–—]{4,90}?) ?[-–—](?=[\s.,;!?])", said[:4000]):
            start = mark.start + dash.start(1)
            tokens = fold(self.text, start, mark.start + dash.end(1), (), self.people)
            for index in range(min(4, len(tokens))):
                verb = verb_at(tokens, index, self.words)
                if verb and verb.kind == "finite" and verb.first <= 1:
                    found = Clause([Token(start, start, "", "q"), *tokens], self.words, self.people)
                    inverted = found._inverted(
                        Verb(verb.first + 1, verb.last + 1, verb.lemma, verb.kind), 1, len(tokens) + 1
                    )
                    if inverted:
                        span = _trimmed(self.text, mark.start, mark.end)
                        quote = self._made_of(inverted, found, span, said, 0)
                        return Quote(
                            span, "direct", quote.utterance, quote.speaker, None, quote.cue,
                            quote.confidence, "incise",
                        )
        return None

    def _kind(
        self, found: Attribution, said: str, tokens: Sequence[Token], at: int
    ) -> QuoteKind:
        whole = said.lstrip(" \u00a0(").lstrip("«“\"'‘")[:1]
        if found.colon or at == 0 or found.rule in ("verb-subject", "verb-after"):
            return "direct"
        return "direct" if whole.isupper() and tokens[at - 1].kind == "p" else "mixed"

    def _best_subject(self, clause: Clause) -> Speaker | None:
        """The first person among the subjects of the sentence, else the first body."""
        body: Speaker | None = None
        for group in clause.subjects():
            speaker = self._speaker(group, clause.tokens)
            if speaker and (group.head in self.words.titles or self.people.person(speaker.name)):
                return speaker
            if body is None and group.head in self.words.bodies:
                body = speaker
        return body

    def _in_focus(self) -> Speaker | None:
        return self.focus or (self.last.speaker if self.last else None)

    def _speaker(self, group: Group, tokens: Sequence[Token]) -> Speaker | None:
        """The noun group as a speaker, under the fullest name the article has for it."""
        if group.first >= len(tokens):
            return None
        start, end = tokens[group.first].start, tokens[group.last - 1].end
        span = Span(start, end)
        if group.name:
            return Speaker(span, self.people.full(group.name, start))
        if group.head in self.words.pronouns:
            return Speaker(span, focus.name) if (focus := self._in_focus()) else None
        if group.head in self.words.titles and self.words.titles[group.head] != "p":
            name = self.people.titled(group.head, start)
            if name:
                return Speaker(span, name)
            known = tokens[group.first].word in self.words.definite and group.last - group.first <= 3
            focus = self.focus.name if known and self.focus else ""
            if self.people.person(focus) and not self.people.has_title(focus):
                return Speaker(span, focus)
        first = group.first
        while first < group.last - 1 and tokens[first].word in self.words.articles:
            first += 1
        return Speaker(span, self.text[tokens[first].start : end])

    def _cue(self, verb: Verb | None, tokens: Sequence[Token]) -> Cue | None:
        if verb is None:
            return None
        return Cue(Span(tokens[verb.first].start, tokens[verb.last - 1].end), verb.lemma)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
