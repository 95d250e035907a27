"""The text around Apertium: what it is given, and what becomes of what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.document import Language
from tui.translate.rules.after import finished
from tui.translate.rules.before import easier
from tui.translate.rules.shield import Term, names_in, shield


class Ready(NamedTuple):
    """A sentence as Apertium gets it."""

    sentence: str
    """As it was."""
    text: str
    terms: tuple[Term, ...]


def made_ready(sentences: Sequence[str], source: Language) -> list[Ready]:
    """Sentences of one text, made ready for Apertium."""
    plain = [_plain(sentence, source) for sentence in sentences]
    names = names_in(plain, source)
    out = []
    for sentence, text in zip(sentences, plain, strict=True):
        shielded, terms = shield(text, source, names)
        out.append(Ready(sentence, shielded, terms))
    return out


def _plain(sentence: str, source: Language) -> str:
    if source == "it":
        return easier(sentence)
    return sentence.replace("’", "'").replace("‘", "'")


def put_right(said: str, ready: Ready, target: Language) -> str:
    """The translation to show, from what Apertium said."""
    return finished(said, ready.sentence, ready.text, ready.terms, target)
