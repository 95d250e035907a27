"""What each word of a language can be, in one look-up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from tui.document import Language
from tui.extract.tables import SpeechWords

# What a word can be; one look-up tells all of it.
PREPOSITION, ARTICLE, TITLE, PRONOUN, VERB, NOUN, NAME, SOURCE, STOP, BODY, OF, MARK, PERSON = (
    1 << bit for bit in range(13)
)


class Lexicon(dict[str, int]):
    """The flags of each word; words met for the first time are added."""

    def __missing__(self, word: str) -> int:
        if word.replace("-", "").isalpha():
            flags = NOUN if word[0].isalpha() else MARK
        else:
            flags = 0 if word[0].isalnum() else MARK
        self[word] = flags
        return flags


def lexicon_of(words: SpeechWords) -> Lexicon:
    """The flags of the words a language lists."""
    out = Lexicon()
    tables: list[tuple[int, Iterable[str]]] = [
        (PREPOSITION, words.prepositions),
        (ARTICLE, words.articles),
        (TITLE, words.titles),
        (PRONOUN, words.pronouns),
        (PRONOUN, words.latter),
        (VERB, words.finite),
        (VERB, words.participles),
        (VERB, words.loose),
        (VERB, words.phrases),
        (SOURCE, words.source_heads),
        (STOP | MARK, ";:.!?("),
        (BODY, words.bodies),
        (OF, words.of),
    ]
    for flag, table in tables:
        for word in table:
            out[word] = out.get(word, 0) | flag
    small = words.small | words.prepositions | words.auxiliaries | words.clitics
    for word in out:
        if word.isalpha() and word not in small:
            out[word] |= NOUN
    for word in small:
        out.setdefault(word, 0)
    return out


@cache
def tables_of(language: Language) -> tuple[SpeechWords, Lexicon]:
    """The words of a language and their flags; made once."""
    if language == "it":
        from tui.extract.italian.speech import WORDS
    else:
        from tui.extract.english.speech import WORDS
    return WORDS, lexicon_of(WORDS)
