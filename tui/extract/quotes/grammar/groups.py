"""Noun groups: what can speak, be spoken of, or stand behind a preposition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.extract.quotes.grammar.folding import Token
from tui.extract.quotes.grammar.lexicon import (
    ARTICLE,
    BODY,
    NAME,
    NOUN,
    OF,
    PERSON,
    PREPOSITION,
    PRONOUN,
    TITLE,
    VERB,
)
from tui.extract.quotes.grammar.verbs import verb_at
from tui.extract.tables import SpeechWords

_LONGEST = 3
"""How many nouns and adjectives in a row make a group."""
_BEGINS = PREPOSITION | ARTICLE | TITLE | PRONOUN | NAME
"""What a noun group may begin with."""


class Group(NamedTuple):
    """A noun group: tokens from `first` up to `last`."""

    first: int
    last: int
    head: str
    name: str | None
    preposition: str | None

    def strong(self, words: SpeechWords) -> bool:
        """Whether it can speak by itself."""
        return bool(self.name) or self.strong_head(words)

    def strong_head(self, words: SpeechWords) -> bool:
        """Whether its noun is one for people, or for a body that speaks."""
        head = self.head
        return head in words.titles or head in words.bodies or words.does(head)


def first_group(tokens: Sequence[Token], first: int, last: int, words: SpeechWords) -> Group | None:
    """The first noun group between two tokens."""
    return next(each_group(tokens, first, last, words), None)


def groups_in(tokens: Sequence[Token], first: int, last: int, words: SpeechWords) -> list[Group]:
    """The noun groups between two tokens, in order."""
    return list(each_group(tokens, first, last, words))


def each_group(
    tokens: Sequence[Token], first: int, last: int, words: SpeechWords
) -> Iterator[Group]:
    """The noun groups between two tokens, in order, none read before it is asked for."""
    index = first
    while index < last:
        flags = tokens[index].flags
        if not flags & _BEGINS and not (flags & BODY and _leads(tokens, index)):
            index += 1
            continue
        group = _group(tokens, index, last, words)
        if group:
            yield group
            index = group.last
        else:
            index += 1


def _leads(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word at `index` begins a clause: *Fonti del ministero hanno detto*."""
    return index == 0 or tokens[index - 1].kind == "p"


def _group(tokens: Sequence[Token], at: int, last: int, words: SpeechWords) -> Group | None:
    """The noun group that begins at token `at`, its preposition and article included."""
    preposition = None
    index = at
    token = tokens[index]
    if token.flags & PREPOSITION:
        preposition = token.word
        index += 1
    if index < last and tokens[index].flags & ARTICLE:
        index += 1
    start = index
    led = start > at and index < last and tokens[index].flags & VERB
    if led and tokens[index].word.endswith(words.imperfect):
        # *gli domandava*: no article after all.
        return None
    while start > at and tokens[start - 1].flags & ARTICLE:
        start -= 1
    head, name, index = _core(tokens, index, last, words)
    if not head and not name:
        return None
    return Group(start, index, head or "", name, preposition)


def _core(
    tokens: Sequence[Token], index: int, last: int, words: SpeechWords
) -> tuple[str | None, str | None, int]:
    """Head, name and end of the words after an article or preposition."""
    head: str | None = None
    first = index
    room = _LONGEST
    # Behind a preposition, a name before a verb is its subject: *dopo la vittoria Rota ha detto*.
    led = any(tokens[back].flags & PREPOSITION for back in range(max(0, index - 2), index))
    apart = led and index < last and not tokens[index].flags & (TITLE | BODY)
    while index < last:
        token = tokens[index]
        if token.kind == "n":
            if head and apart and (_acts(tokens, index + 1, words) or _aged(tokens, index)):
                return head, None, index
            if words.name_first and _possessive(tokens, index + 1, last):
                index += 3
                continue
            if head is None and words.name_first and _leads_title(tokens, index, first, last):
                index += 1
                continue
            return head, token.word, index + 1
        if token.flags & PRONOUN and head is None:
            return token.word, None, index + 1
        title = token.flags & (TITLE | BODY)
        if head and not title and _begins_predicate(tokens, index, words):
            break
        if token.flags & NOUN and room:
            if head is None or (title and head not in words.titles):
                head = token.word
            room -= 1
            index += 1
            continue
        step = _joined(tokens, index, last, head, words)
        if step is None:
            break
        room = _LONGEST - 1 if token.flags & OF else room
        index = step
        apart = led and not tokens[index - 1].flags & (TITLE | BODY | NAME)
    if led and not any(
        tokens[back].word in words.agent for back in range(max(0, first - 2), first)
    ):
        return head, None, index
    return head, *_apposed(tokens, first, index, last, head, words)


def _begins_predicate(tokens: Sequence[Token], index: int, words: SpeechWords) -> bool:
    """Whether the word at `index`, behind a noun, is the verb of the sentence."""
    token = tokens[index]
    if not token.flags & NOUN:
        return False
    return token.word.endswith(words.finite_endings) or bool(verb_at(tokens, index, words))


def _possessive(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether *'s* stands at `index`, with something behind it."""
    return index + 2 < last and tokens[index].word == "'" and tokens[index + 1].word == "s"


def _leads_title(tokens: Sequence[Token], index: int, first: int, last: int) -> bool:
    """Whether the name at `index` tells of which body: *the City manager*."""
    led = index == first and first > 0 and tokens[first - 1].flags & ARTICLE
    return bool(led) and index + 1 < last and bool(tokens[index + 1].flags & TITLE)


def _aged(tokens: Sequence[Token], index: int) -> bool:
    """Whether the age of the person at `index` follows: *del centro Paco, 71 anni, serve*."""
    if not tokens[index].flags & PERSON or index + 2 >= len(tokens):
        return False
    return tokens[index + 1].word == "," and tokens[index + 2].word.isdecimal()


def _acts(tokens: Sequence[Token], index: int, words: SpeechWords) -> bool:
    """Whether the word at `index` makes the name before it a subject."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    if token.flags & ARTICLE and token.word not in words.finite:
        # *la*, *le* are pronouns too, before a verb.
        following = tokens[index + 1] if index + 1 < len(tokens) else token
        return bool(following.flags & VERB) or following.word in words.auxiliaries
    return token.word in words.clitics or token.word in words.finite


def _joined(
    tokens: Sequence[Token], index: int, last: int, head: str | None, words: SpeechWords
) -> int | None:
    """Where a noun group with this `head` goes on after a small word at `index`, else None."""
    token = tokens[index]
    word = token.word
    if head is None or index + 1 >= last:
        return None
    following = tokens[index + 1]
    if token.flags & OF:
        step = index + 1 + (following.flags & ARTICLE > 0)
        complement = step < last and tokens[step].flags & (NAME | NOUN)
        return step + 1 if complement else None
    if word in (".", "'") and (head in words.titles or words.does(head)):
        # *sen. Merli*, *il clarinettista 'Ntoni Rizzo*
        return index + 1 if following.kind == "n" else None
    if head in words.titles and word in words.and_:
        return index + 1 if following.word in words.titles else None
    return None


def _apposed(
    tokens: Sequence[Token],
    first: int,
    index: int,
    last: int,
    head: str | None,
    words: SpeechWords,
) -> tuple[str | None, int]:
    """The name in *il presidente della Commissione, Ugo Merli, …*, and where the group ends."""
    if index + 1 >= last or tokens[index + 1].kind != "n" or tokens[index].word != ",":
        return None, index
    definite = first and tokens[first - 1].word in words.definite
    if head not in words.titles and not (definite and tokens[index + 1].flags & PERSON):
        return None, index
    if index + 2 >= len(tokens) or tokens[index + 2].kind in ("p", "q"):
        return tokens[index + 1].word, index + 2
    return None, index
