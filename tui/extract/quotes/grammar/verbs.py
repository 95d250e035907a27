"""Verbs of saying, with their auxiliaries and the words that make them so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.extract.quotes.grammar.folding import Token
from tui.extract.quotes.grammar.lexicon import VERB
from tui.extract.tables import SpeechWords

_NEAR = 5
"""How many words a participle looks back for its auxiliary."""


class Verb(NamedTuple):
    """A verb of saying with its auxiliaries: tokens from `first` up to `last`."""

    first: int
    last: int
    lemma: str
    kind: str
    """`finite`, `loose` (gerund, infinitive) or `passive`."""


def verb_at(tokens: Sequence[Token], index: int, words: SpeechWords) -> Verb | None:
    """The verb of saying whose main word stands at `index`, else None."""
    token = tokens[index]
    if not token.flags & VERB:
        return None
    before = tokens[index - 1].word if index else ""
    lemma = words.participles.get(token.word)
    if lemma:
        verb = _perfect(tokens, index, lemma, words)
        if verb:
            return verb
    phrases = words.phrases.get(token.word)
    if phrases and (verb := _phrase(tokens, index, phrases, words)):
        return verb
    lemma = words.finite.get(token.word)
    if lemma and before not in words.articles and before not in words.prepositions:
        return Verb(index, index + 1, lemma, "finite")
    endings = words.object_first.get(before) if lemma else None
    begins = index == 1 or (index > 1 and tokens[index - 2].kind == "p")
    if lemma and endings and begins and token.word.endswith(endings):
        # *Lo scrive Merli*, *Le risponde Rota*: no article after all.
        return Verb(index, index + 1, lemma, "finite")
    lemma = words.loose.get(token.word)
    if lemma == token.word and "p" in (words.titles.get(before), words.pronouns.get(before)):
        # *economists warn*
        return Verb(index, index + 1, lemma, "finite")
    if lemma and before not in words.articles:
        return Verb(index, index + 1, lemma, "loose")
    return None


def _phrase(
    tokens: Sequence[Token],
    index: int,
    phrases: Mapping[tuple[str, ...], str],
    words: SpeechWords,
) -> Verb | None:
    """The verb that ends at `index` with the last word of one of `phrases`."""
    for size in (1, 2, 3, 4):
        first = index - size
        if first < 0:
            return None
        lemma = phrases.get(tuple(token.word for token in tokens[first:index]))
        if lemma is None:
            continue
        if tokens[first].word in words.auxiliaries:
            return Verb(first, index + 1, lemma, "finite")
        perfect = _perfect(tokens, first, lemma, words)
        return Verb(perfect.first if perfect else first, index + 1, lemma, "finite")
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
