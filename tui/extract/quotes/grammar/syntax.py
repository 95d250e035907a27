"""The parts of a folded sentence: where its clauses end, what may be a verb; free of language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.extract.quotes.grammar.folding import Token
from tui.extract.quotes.grammar.groups import Group, each_group
from tui.extract.quotes.grammar.lexicon import ARTICLE, BODY, NOUN, PREPOSITION, STOP, TITLE, VERB
from tui.extract.quotes.grammar.verbs import Verb
from tui.extract.quotes.names.people import People
from tui.extract.tables import SpeechWords

WINDOW = 120
"""How many words of a sentence are looked at, so that time stays linear in an endless one."""
_DASHES = frozenset("-–—")
LINKS = frozenset(",") | _DASHES
"""What may stand between a quotation and its clause."""
_GUESSED = 8
"""Among how many words a verb no table lists is looked for."""
_SHORTEST = 4
"""Shorter words are not taken for verbs by their ending."""


class Syntax:
    """A sentence whose quotations are single tokens."""

    def __init__(self, tokens: Sequence[Token], words: SpeechWords, people: People) -> None:
        self.tokens = tokens
        self.words = words
        self.people = people

    @cached_property
    def first_word(self) -> int:
        """Where the first word that is no name stands; behind the end when there is none."""
        kinds = (index for index, token in enumerate(self.tokens) if token.kind == "w")
        return next(kinds, len(self.tokens))

    @cached_property
    def last_word(self) -> int:
        """Where the last word or name stands; -1 when the sentence is quotations and marks."""
        last = len(self.tokens) - 1
        while last >= 0 and self.tokens[last].kind in ("q", "p"):
            last -= 1
        return last

    def guess(self, start: int, end: int) -> Verb | None:
        """A verb no table lists, before a colon: *Rossi allarga le braccia: «…»*."""
        tokens, words = self.tokens, self.words
        for index in range(start, min(end, start + _GUESSED)):
            token = tokens[index]
            if token.word in words.auxiliaries and index + 1 < end:
                following = tokens[index + 1]
                if following.kind == "w" and following.word.endswith(words.participle):
                    return Verb(index, index + 2, following.word, "finite")
            if token.word == ",":
                return None
            # *Tarelli lo coccola*: behind a subject no article.
            pronoun = index == start + 1 and start and tokens[start].word in words.clitics
            if self.verbal(index, led=bool(pronoun)):
                return Verb(index, index + 1, token.word, "finite")
        return None

    def verbal(self, index: int, *, led: bool = False) -> bool:
        """Whether the word at `index` looks like a finite verb that no table lists."""
        token, words = self.tokens[index], self.words
        if token.kind != "w" or not token.flags & NOUN or len(token.word) < _SHORTEST:
            return False
        if token.flags & (TITLE | BODY | VERB) or not token.word.endswith(words.verbal):
            return False
        before = self.tokens[index - 1] if index else None
        return led or before is None or not before.flags & (PREPOSITION | ARTICLE)

    def _definite(self, group: Group) -> bool:
        return self.tokens[group.first].word in self.words.articles

    def _clause_start(self, index: int) -> int:
        floor = max(0, index - WINDOW)
        closed = False
        for back in range(index - 1, floor - 1, -1):
            token = self.tokens[back]
            if token.word == ")":
                closed = True
            if token.word in (";", ":") or (token.word == "(" and not closed):
                return back + 1
            begins = token.word in self.words.subordinators and back < index - 1
            if begins and self.tokens[back + 1].word != ",":
                # Set off by commas it begins nothing: *Neri, però, ha detto*.
                return back + 1
        return floor

    def agent(self, index: int, end: int) -> Group | None:
        """The doer of a passive between two tokens."""
        for group in each_group(self.tokens, index, end, self.words):
            if group.preposition in self.words.agent:
                return group
        return None

    def stop(self, index: int) -> int:
        """Where the clause after `index` ends."""
        tokens, end = self.tokens, len(self.tokens)
        while index < end:
            if tokens[index].flags & STOP:
                # *said U.S. Sen. Ugo Merli*: the stop of a title or an initial ends nothing.
                before, dotted = tokens[index - 1], tokens[index].word == "."
                initial = dotted and len(before.word) == 1 and before.word.isalpha()
                titled = dotted and before.flags & TITLE and index + 1 < end
                if not initial and not (titled and tokens[index + 1].kind == "n"):
                    return index
            index += 1
        return index

    def comma(self, index: int, end: int) -> int:
        """Where the words about the verb end, a bracket of commas skipped."""
        while index < end and self.tokens[index].word not in LINKS:
            index += 1
        if index < end - 1 and self.tokens[index].word == ",":
            # *ha detto, in aula, il ministro*: a bracket of commas is skipped.
            return end if index <= end - 2 and end - index < 14 else index
        return index
