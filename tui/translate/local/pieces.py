"""Sentences cut where an engine would take too long over them, or lose their end."""

from __future__ import annotations

import re

LONGEST = 20_000
"""Characters of a sentence that is translated at all: no writer's sentence is longer."""
_PIECE = 500
"""Characters that are translated at once: a model's time grows with the square of them."""
_ENDS = (re.compile(r"[.;:!?…]['’”\")»]* "), re.compile(r"[,–—]['’”\")»]* "), re.compile(r" "))


def cut(sentence: str) -> list[str]:
    """The sentence in pieces of 500 characters at most, cut after a stop, a comma or a word."""
    pieces: list[str] = []
    while len(sentence) > _PIECE:
        at = _place(sentence)
        pieces.append(sentence[:at].strip())
        sentence = sentence[at:].strip()
    pieces.append(sentence)
    return [piece for piece in pieces if piece]


def _place(sentence: str) -> int:
    """Where to cut: the last good place in the second half of what fits."""
    for ending in _ENDS:
        places = [match.end() for match in ending.finditer(sentence, _PIECE // 2, _PIECE)]
        if places:
            return places[-1]
    return _PIECE
