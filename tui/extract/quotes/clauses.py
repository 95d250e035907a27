"""Sentences with their quotations folded into one word each: verbs of saying and noun groups."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.extract.quotes.marks import Marked
from tui.extract.quotes.people import People
from tui.extract.tables import SpeechWords

_TOKEN = re.compile(r"[^\W\d_]+(?:['’](?=\w))?|\d+(?:[.,]\d+)*|\S")
_NEAR = 5
"""How many words a participle looks back for its auxiliary."""
_LONGEST = 3
"""How many nouns and adjectives in a row make a group."""


class Token(NamedTuple):
    """A word, a name, a mark, or a whole quotation."""

    start: int
    end: int
    word: str
    """In lower case with straight apostrophes; the name as written for a name."""
    kind: str
    """`w` word, `n` name, `p` punctuation, `q` quotation."""
    quote: int = -1
    """The index of the quotation."""


class Verb(NamedTuple):
    """A verb of saying with its auxiliaries: tokens from `first` up to `last`."""

    first: int
    last: int
    lemma: str
    kind: str
    """`finite`, `loose` (gerund, infinitive) or `passive`."""


class Group(NamedTuple):
    """A noun group: tokens from `first` up to `last`."""

    first: int
    last: int
    head: str
    name: str | None
    preposition: str | None

    def strong(self, words: SpeechWords) -> bool:
        """Whether it can speak by itself."""
        return bool(self.name) or self.head in words.titles or self.head in words.bodies


def fold(
    text: str, start: int, end: int, marks: Sequence[tuple[int, Marked]], people: People
) -> list[Token]:
    """The words of `text[start:end]`, each of `marks` (index and passage) as one."""
    out: list[Token] = []
    at = start
    for index, mark in marks:
        _words(text, at, mark.outer_start, people, out)
        out.append(Token(mark.outer_start, mark.outer_end, "", "q", index))
        at = mark.outer_end
    _words(text, at, end, people, out)
    return out


def _words(text: str, start: int, end: int, people: People, out: list[Token]) -> None:
    names = iter(people.within(start, end))
    name = next(names, None)
    position = start
    for match in _TOKEN.finditer(text, start, end):
        first = match.start()
        if first < position:
            continue
        while name and name.start < first:
            name = next(names, None)
        if name and name.start == first and name.end <= end:
            out.append(Token(first, name.end, name.name, "n"))
            position = name.end
            continue
        word = match[0]
        kind = "w" if word[0].isalnum() else "p"
        out.append(Token(first, match.end(), word.lower().replace("’", "'"), kind))


def verb_at(tokens: Sequence[Token], index: int, words: SpeechWords) -> Verb | None:
    """The verb of saying whose main word stands at `index`, else None."""
    token = tokens[index]
    if token.kind != "w":
        return None
    before = tokens[index - 1].word if index else ""
    lemma = words.participles.get(token.word)
    if lemma:
        verb = _perfect(tokens, index, lemma, words)
        if verb:
            return verb
    lemma = words.finite.get(token.word)
    if lemma and before not in words.articles and before not in words.prepositions:
        return Verb(index, index + 1, lemma, "finite")
    lemma = words.loose.get(token.word)
    if lemma and before not in words.articles:
        return Verb(index, index + 1, lemma, "loose")
    return None


def _perfect(tokens: Sequence[Token], index: int, lemma: str, words: SpeechWords) -> Verb | None:
    passive = False
    for back in range(index - 1, max(-1, index - _NEAR), -1):
        word = tokens[back].word
        if tokens[back].kind != "w":
            return None
        if word in words.passive:
            passive = True
        elif word in words.auxiliaries:
            previous = tokens[back - 1].word if back else ""
            kind = "passive" if passive else "finite"
            if word in words.essere and previous != "si" and lemma not in words.unaccusative:
                kind = "passive"
            return Verb(back, index + 1, lemma, kind)
        elif word not in words.clitics and not word.endswith(words.adverb):
            return Verb(back + 1, index + 1, lemma, "passive") if passive else None
    return None


def groups_in(tokens: Sequence[Token], first: int, last: int, words: SpeechWords) -> list[Group]:
    """The noun groups between two tokens, in order."""
    out: list[Group] = []
    index = first
    while index < last:
        group = _group(tokens, index, last, words)
        if group:
            out.append(group)
            index = group.last
        else:
            index += 1
    return out


def _group(tokens: Sequence[Token], at: int, last: int, words: SpeechWords) -> Group | None:
    """The noun group that begins at token `at`, its preposition and article included."""
    preposition = None
    index = at
    token = tokens[index]
    if token.kind == "w" and token.word in words.prepositions:
        preposition = token.word
        index += 1
    article = False
    if index < last and tokens[index].word in words.articles and tokens[index].kind == "w":
        index += 1
        article = True
    start = index
    if preposition is None and not article and not _heads(tokens, index, last, words):
        return None
    while start > at and tokens[start - 1].word in words.articles:
        start -= 1
    head, name, index = _core(tokens, index, last, words)
    if not head and not name:
        return None
    return Group(start, index, head or "", name, preposition)


def _heads(tokens: Sequence[Token], index: int, last: int, words: SpeechWords) -> bool:
    if index >= last:
        return False
    token = tokens[index]
    return token.kind == "n" or (
        token.kind == "w" and (token.word in words.titles or token.word in words.pronouns)
    )


def _noun(token: Token, words: SpeechWords) -> bool:
    return (
        token.kind == "w"
        and token.word.isalpha()
        and token.word not in words.small
        and token.word not in words.prepositions
        and token.word not in words.auxiliaries
        and token.word not in words.clitics
    )


def _core(
    tokens: Sequence[Token], index: int, last: int, words: SpeechWords
) -> tuple[str | None, str | None, int]:
    """Head, name and end of the words after an article or preposition."""
    head: str | None = None
    room = _LONGEST
    while index < last:
        token = tokens[index]
        if token.kind == "n":
            return head, token.word, index + 1
        if token.word in words.pronouns and head is None:
            return token.word, None, index + 1
        title = token.word in words.titles or token.word in words.bodies
        if head and not title and verb_at(tokens, index, words):
            break
        if _noun(token, words) and room:
            if head is None or (title and head not in words.titles):
                head = token.word
            room -= 1
            index += 1
            continue
        step = _joined(tokens, index, last, head, words)
        if step is None:
            break
        room = _LONGEST - 1 if token.word in words.of else room
        index = step
    return head, *_apposed(tokens, index, last, head, words)


def _joined(
    tokens: Sequence[Token], index: int, last: int, head: str | None, words: SpeechWords
) -> int | None:
    """Where a noun group with this `head` goes on after a small word at `index`, else None."""
    word = tokens[index].word
    if head is None or index + 1 >= last:
        return None
    following = tokens[index + 1]
    if word in words.of:
        step = index + 1 + (following.word in words.articles)
        complement = step < last and (tokens[step].kind == "n" or _noun(tokens[step], words))
        return step + 1 if complement else None
    if head in words.titles and word == ".":
        return index + 1 if following.kind == "n" else None
    if head in words.titles and word in words.and_:
        return index + 1 if following.word in words.titles else None
    return None


def _apposed(
    tokens: Sequence[Token], index: int, last: int, head: str | None, words: SpeechWords
) -> tuple[str | None, int]:
    """The name in *il presidente della Commissione, Ugo Merli, …*, and where the group ends."""
    commas = [token.word for token in tokens[index : index + 3 : 2]] == [",", ","]
    if head in words.titles and commas and index + 2 < last and tokens[index + 1].kind == "n":
        return tokens[index + 1].word, index + 2
    return None, index
