"""chrF, as Popović defines it: characters in sequences of one to six, without blanks, beta 2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_ORDERS = 6
_BETA = 2.0


def chrf(answers: Sequence[str], references: Sequence[str]) -> float:
    """The score of a whole text, from 0 to 100."""
    precisions: list[float] = []
    recalls: list[float] = []
    for order in range(1, _ORDERS + 1):
        common = said = meant = 0
        for answer, reference in zip(answers, references, strict=True):
            mine, theirs = _sequences(answer, order), _sequences(reference, order)
            common += (mine & theirs).total()
            said += mine.total()
            meant += theirs.total()
        if said and meant:
            precisions.append(common / said)
            recalls.append(common / meant)
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    if not precision + recall:
        return 0.0
    return 100 * (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall)


def _sequences(text: str, order: int) -> Counter[str]:
    text = "".join(text.split())
    return Counter(text[at : at + order] for at in range(len(text) - order + 1))
