"""What a sentence says of a quotation in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.document import Cue, Span
from tui.extract.quotes.grammar.folding import Token
from tui.extract.quotes.grammar.groups import Group
from tui.extract.quotes.grammar.verbs import Verb


class Attribution(NamedTuple):
    """What the sentence says of a quotation."""

    rule: str
    verb: Verb | None = None
    speaker: Group | None = None
    via: Group | None = None
    elided: bool = False
    """Whether there is a verb but no subject: the speaker is whoever was in focus."""
    colon: bool = False
    adjacent: bool = False
    """Whether the verb stands right beside the quotation."""
    same_as: int | None = None
    """The index, among the tokens, of the quotation that has the same speaker."""
    one_utterance: bool = False


def cue_of(verb: Verb | None, tokens: Sequence[Token]) -> Cue | None:
    """Where a verb, or noun, of saying stands in the text."""
    if verb is None:
        return None
    return Cue(Span(tokens[verb.first].start, tokens[verb.last - 1].end), verb.lemma)
