"""Which passages in marks are speech, and which are titles, names or words set off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tui.document import QuoteKind
from tui.extract.quotes.attribution.attribution import Attribution
from tui.extract.quotes.grammar.folding import Token
from tui.extract.quotes.grammar.lexicon import OF
from tui.extract.tables import SpeechWords

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LIVE = re.compile(r"\w+(?:n['’]t|['’](?:re|ve|ll|m|s)\b|['’])?")
FEW = 3
"""Quotations of so many words or fewer are fragments, unless a clause introduces them."""
_REPORTING = frozenset(["verb-subject", "verb-after", "subject-verb-after"])
_LONGEST_NAME = 8
_ENTITLED = 6
"""How many words before a title may stand between it and the noun for its kind."""


def count_words(said: str) -> int:
    """How many words a passage has; of a long one, more than any name."""
    return len(list(islice(_WORD.finditer(said), _LONGEST_NAME + 1)))


def names_something(
    tokens: Sequence[Token], at: int, said: str, count: int, words: SpeechWords
) -> bool:
    """Whether the marks at token `at` set off a title or a name; `said` has `count` words."""
    if count > _LONGEST_NAME:
        return False
    near = [token.word for token in tokens[max(0, at - 2) : at] if token.kind == "w"]
    # *called «Q»* gives a name, *called it «Q»* an opinion.
    near = [word for word in near[:-1] if word not in words.finite] + near[-1:]
    previous = tokens[at - 1] if at else None
    if previous and previous.word == ":":
        # *Prende la parola: «Q»* introduces speech, where *la parola «Q»* shows a word.
        near = [word for word in near if word not in words.nouns]
    if not words.naming.isdisjoint(near) or _entitled(tokens, at, said, words):
        return True
    following = [*tokens[at + 1 : at + 3]]
    if previous and count <= 2 and following and previous.kind == following[0].kind == "n":
        # A nickname: *Ugo "Lampo" Merli*.
        return True
    if (
        len(following) == 2
        and following[0].word == "("
        and re.fullmatch(r"\d{4}", following[1].word)
    ):
        return True
    if previous is None or previous.kind == "p":
        # *«Vergogna», grida qualcuno* is said; elsewhere a capital tells a name.
        first = at + 1 < len(tokens) and tokens[at + 1].word == "," and count == 1
        if first or (previous and previous.word == ":"):
            return False
    capitals = [word for word in _WORD.findall(said) if len(word) > 3]
    if not capitals or any(mark in said for mark in ".!?,:"):
        return False
    return all(word[0].isupper() for word in capitals) and not is_lively(said, words)


def _entitled(tokens: Sequence[Token], at: int, said: str, words: SpeechWords) -> bool:
    """Whether a title follows what it is of and by whom: *il romanzo di Merli, «La luna»*."""
    if not said.lstrip()[:1].isupper() or any(mark in said for mark in ".!?"):
        return False
    for index in range(at - 1, max(-1, at - _ENTITLED), -1):
        token = tokens[index]
        if token.word in words.naming and token.word not in words.nouns:
            return True
        if token.kind != "n" and token.word != "," and not token.flags & OF:
            return False
    return False


def is_speech(found: Attribution, count: int, words: SpeechWords) -> bool:
    """Whether an attributed passage of `count` words is speech, rather than a word set off."""
    if count > FEW or found.colon:
        return True
    if not found.adjacent or (found.verb and found.verb.lemma in words.weak):
        return False
    if found.rule in _REPORTING or found.rule.startswith("source"):
        return True
    return found.verb is not None and found.speaker is not None


def is_lively(said: str, words: SpeechWords) -> bool:
    """Whether the words of a passage are those of somebody speaking, by its verbs and pronouns."""
    found = (word.replace("’", "'") for word in _LIVE.findall(said.lower()))
    return any(
        word in words.lively
        or word.endswith(words.lively_endings)
        or word.partition("'")[0] in words.lively
        or (word in words.finite and word.endswith(words.plural))
        for word in found
    )


def like_a_name(said: str, count: int, tokens: Sequence[Token], at: int) -> bool:
    """Whether a passage that begins with a capital stands in its sentence as a title would."""
    if count > _LONGEST_NAME or not at or tokens[at - 1].kind != "w":
        return False
    return said.lstrip()[:1].isupper() and not any(mark in said for mark in ".!?,:;")


def kind_of(found: Attribution, said: str, tokens: Sequence[Token], at: int) -> QuoteKind:
    """`direct` for a whole utterance, `mixed` for words built into the article's sentence."""
    first = said.lstrip(" \u00a0(«“\"'‘")[:1]
    if found.colon or at == 0 or found.rule in ("verb-subject", "verb-after"):
        return "direct"
    return "direct" if first.isupper() and tokens[at - 1].kind == "p" else "mixed"
