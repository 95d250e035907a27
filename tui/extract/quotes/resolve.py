"""Whom a noun group means: names in full, titles, pronouns, and whoever is in focus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.document import Span, Speaker
from tui.extract.quotes.attribution.clause import Clause
from tui.extract.quotes.grammar.folding import Folder, Token
from tui.extract.quotes.grammar.groups import Group, each_group
from tui.extract.quotes.grammar.lexicon import ARTICLE, NOUN, OF
from tui.extract.quotes.names.people import People, office_of
from tui.extract.quotes.pieces import Piece
from tui.extract.tables import SpeechWords

_NEAR = 600
"""Within how many code points a person of a pronoun's gender comes before one of none known."""
_SHORT = 3
"""A noun group of so many words or fewer may stand for whoever is in focus."""


@dataclass(slots=True)
class Resolver:
    """What the text has said so far of those who speak."""

    text: str
    words: SpeechWords
    people: People
    folder: Folder
    _focus: Speaker | None = None
    _last: tuple[Piece, Clause | None] | None = None
    _unread: list[tuple[Piece, Clause | None]] = field(default_factory=list)
    """The sentences since the one that gave `_focus`: read only when somebody asks."""

    def follow(self, sentence: Piece, clause: Clause | None = None) -> None:
        """Keep in mind where a sentence stands, once it is over; its words if they are at hand."""
        self._last = (sentence, clause)
        self._unread.append(self._last)

    @property
    def focus(self) -> Speaker | None:
        """The person the sentences before were about."""
        unread, self._unread = self._unread, []
        for sentence in reversed(unread):
            person = self._person(self._read(*sentence))
            if person:
                self._focus = person
                break
        return self._focus

    @property
    def about(self) -> Speaker | None:
        """The subject, person or body, of the sentence before."""
        return self.best_subject(self._read(*self._last)) if self._last else None

    def _read(self, sentence: Piece, clause: Clause | None) -> Clause:
        if clause is not None:
            return clause
        tokens = self.folder.fold(sentence.start, sentence.end, sentence.marks)
        return Clause(tokens, self.words, self.people)

    def best_subject(self, clause: Clause) -> Speaker | None:
        """The first person among the subjects of a sentence, else the first body."""
        person = self._person(clause)
        if person:
            return person
        for group in clause.subjects():
            thing = group.name and not group.strong_head(self.words)
            if group.head not in self.words.pronouns and (not thing or group.first <= 1):
                return self.speaker(group, clause)
        first = next(
            iter(each_group(clause.tokens, 0, min(2, len(clause.tokens)), self.words)), None
        )
        if first and first.head and clause.tokens[first.first].word in self.words.indefinite:
            # *Una redattrice si è alzata: «…»*
            return self.speaker(first, clause)
        return None

    def _person(self, clause: Clause) -> Speaker | None:
        for group in clause.subjects():
            if group.head in self.words.pronouns or self.words.titles.get(group.head) == "p":
                continue
            speaker = self.speaker(group, clause)
            role = group.head in self.words.titles or self.words.does(group.head)
            if speaker and (role or self.people.person(speaker.name)):
                return speaker
        return None

    def speaker(self, group: Group, clause: Clause) -> Speaker | None:
        """A noun group as a speaker, under the fullest name the article has for it."""
        tokens = clause.tokens
        if group.head in self.words.titles or self.words.does(group.head):
            group = clause.apposed(group)
        start, end = tokens[group.first].start, tokens[group.last - 1].end
        span = Span(start, end)
        if group.name:
            return self._named(group, group.name, span, clause)
        if group.head in self.words.pronouns:
            return self._pronoun(group.head, span)
        if group.head in self.words.latter:
            last = self.people.latest(start, self.words, self.words.latter[group.head])
            return Speaker(span, last.name) if last else None
        if group.head in self.words.demonyms and (focus := self._of_country(group, tokens)):
            return Speaker(span, focus.name)
        if self.words.titles.get(group.head, "p") != "p" or self.words.does(group.head):
            leads = tokens[group.first].word
            definite = leads in self.words.definite or leads in self.words.joint
            bearer = self._bearer(group, clause)
            bearer = bearer or (self._in_focus(group, start) if definite else None)
            if bearer:
                return Speaker(span, bearer)
        first = group.first
        while first < group.last - 1 and tokens[first].word in self.words.articles:
            first += 1
        return Speaker(span, self.text[tokens[first].start : end])

    def _of_country(self, group: Group, tokens: Sequence[Token]) -> Speaker | None:
        """The person in focus, when *lo spagnolo* can be that one."""
        definite = tokens[group.first].word in self.words.definite
        focus = self.focus if definite and group.last - group.first <= 2 else None
        if focus is None or not self.people.person(focus.name):
            return None
        ending = self.words.given_endings.get(group.head[-1:], "")
        known = self.people.gender(focus.name, self.words)
        return focus if not ending or not known or ending == known else None

    def _named(self, group: Group, name: str, span: Span, clause: Clause) -> Speaker:
        full = self.people.full(name, span.start)
        if full != name:
            return Speaker(span, full)
        if name.lower() in self.words.demonyms and self.focus:
            # *the Argentine said*
            return Speaker(span, self.focus.name)
        return self._body(group, clause, name) if self.people.thing(name) else Speaker(span, name)

    def _body(self, group: Group, clause: Clause, name: str) -> Speaker:
        """A body under its name, with what belongs to it: *Rete degli studenti*."""
        tokens, last = clause.tokens, group.last
        if last + 1 < len(tokens) and tokens[last].flags & OF:
            noun = last + 1 + (tokens[last + 1].flags & ARTICLE > 0)
            if noun < len(tokens) and tokens[noun].kind == "w" and tokens[noun].flags & NOUN:
                last = noun + 1
        start, end = tokens[group.last - 1].start, tokens[last - 1].end
        span = Span(tokens[group.first].start, end)
        return Speaker(span, name if last == group.last else self.text[start:end])

    def _pronoun(self, word: str, span: Span) -> Speaker | None:
        """Whom a pronoun means: whoever is in focus, else the last person of its gender."""
        wanted = self.words.pronouns[word]
        if wanted == "p":
            return None
        if wanted == "b":
            about = self.about
            person = about is not None and self.people.person(about.name)
            return Speaker(span, about.name) if about and not person else None
        focus = self.focus
        known = self.people.gender(focus.name, self.words) if focus else None
        if focus and known == wanted:
            return Speaker(span, focus.name)
        last = self.people.latest(span.start, self.words, wanted)
        if focus and known == "" and (last is None or last.start < focus.span.start):
            return Speaker(span, focus.name)
        if last is None and focus is None:
            last = self.people.latest(span.start, self.words, single=True)
        return Speaker(span, last.name) if last else None

    def _bearer(self, group: Group, clause: Clause) -> str | None:
        """Whom the title of a noun group stands for."""
        tokens = clause.tokens[group.first : group.last]
        at = next(index for index, token in enumerate(tokens) if token.word == group.head)
        office = office_of([token.word for token in tokens[at + 1 :]], self.words)
        start = tokens[0].start
        other = self.words.offices.get((group.head, office))
        name = self.people.titled(group.head, start, office)
        return name or (self.people.titled(other, start) if other else None)

    def _in_focus(self, group: Group, at: int) -> str | None:
        """The person in focus, when a short description can mean nobody else."""
        name = self.focus.name if self.focus else ""
        gender = self.words.titles.get(group.head)
        if not name and gender:
            last = self.people.latest(at, self.words, gender)
            name = last.name if last and at - last.start < _NEAR else ""
        fits = group.last - group.first <= _SHORT and self.people.person(name)
        held = self.people.titles_of(name)
        if group.head in self.words.titles and held:
            # *il ciclista* may be *il corridore*; the mayor is not the prefect.
            if not gender or gender != self.people.gender(name, self.words):
                return None
            if group.head in self.words.ranks or group.head in self.words.anybody:
                return None
        return name if fits else None
