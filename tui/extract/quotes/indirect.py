"""Indirect speech: *ha detto che …*, *said that …*, with no marks around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from tui.extract.quotes.attribution.attribution import Attribution
from tui.extract.quotes.attribution.clause import Clause
from tui.extract.quotes.grammar.folding import Token
from tui.extract.quotes.grammar.lexicon import PREPOSITION, VERB
from tui.extract.quotes.grammar.verbs import Verb, verb_at
from tui.extract.tables import SpeechWords

_LOOK = 40
"""How far before *che*, in code points, its verb is looked for at first."""
_BETWEEN = 5
"""How many words may stand between the verb and *che*: *ha detto ai cronisti che*."""
_LEAST = 3
"""Fewer words report nothing."""


def find_reported(text: str, words: SpeechWords) -> list[int]:
    """Where words like *che* stand near a verb of saying before them, in order."""
    out: list[int] = []
    for word in words.that - words.prepositions:
        key = f" {word} "
        at = text.find(key)
        while at >= 0:
            before = text[max(0, at - _LOOK) : at].lower().split()[-_BETWEEN - 1 :]
            if before and before[-1] not in words.prepositions and _saying(before, words):
                out.append(at + 1)
            at = text.find(key, at + len(key) - 1)
    return sorted(out)


def _saying(before: Sequence[str], words: SpeechWords) -> bool:
    """Whether a verb that can report a clause is among some words."""
    for word in before:
        lemma = words.finite.get(word) or words.participles.get(word)
        if lemma and lemma not in words.unreporting and lemma not in words.weak:
            return True
    return False


def reported(clause: Clause, offset: int) -> tuple[Attribution, int, int] | None:
    """Who is said to say what follows the word at `offset`, and from where to where it goes.

    None when no verb of saying governs the word, or when what follows has quotations, which tell
    more.
    """
    tokens = clause.tokens
    at = bisect_left(tokens, offset, key=itemgetter(0))
    if at + _LEAST >= len(tokens) or tokens[at].start != offset:
        return None
    verb = _verb(clause, at)
    if verb is None:
        return None
    last = at + 1
    while last < len(tokens) and tokens[last].word not in (";", ":") and tokens[last].kind != "q":
        last += 1
    if last < len(tokens) and tokens[last].kind == "q":
        return None
    while last > at and tokens[last - 1].kind == "p":
        last -= 1
    if last - at <= _LEAST:
        return None
    return clause.with_verb(verb, at + 1), tokens[at + 1].start, tokens[last - 1].end


def _verb(clause: Clause, at: int) -> Verb | None:
    """The verb of saying that governs the word at token `at`."""
    tokens, words = clause.tokens, clause.words
    that = words.that - words.prepositions
    for index in range(at - 1, max(-1, at - _BETWEEN - 2), -1):
        if tokens[index].kind == "q" or tokens[index].word in that:
            return None
        verb = verb_at(tokens, index, words)
        if verb is None:
            continue
        between = tokens[index + 1 : at]
        if verb.kind != "finite" or verb.lemma in words.unreporting or verb.lemma in words.weak:
            return None
        return verb if not between or _hearer(between, words) else None
    return None


def _hearer(between: Sequence[Token], words: SpeechWords) -> bool:
    """Whether the words between verb and *che* say to whom, when or how, and no more."""
    first, last = between[0], between[-1]
    if first.word == ",":
        # Commas enclose something, or the clause after them is a relative one.
        return len(between) > 2 and last.word == ","
    if last.flags & (PREPOSITION | VERB) or last.kind == "p" or last.word in words.subordinators:
        return False
    return bool(first.flags & PREPOSITION) or first.word in words.clitics or first.kind == "n"
