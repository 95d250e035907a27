"""How often a rule names the right person: the confidence of what it finds, as measured.

The table `confidence.tsv` is written by `python -m tests.gate.calibrate`, which counts on this
repository's gold how often each rule was right. What was seen seldom is drawn towards the others.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.document import Speaker

UNNAMED = 0.3
"""Of a passage with nobody to name; so also what the words stand for is less certain."""
_UNSEEN = 0.6
"""Of a rule the table does not have."""
_TABLE = Path(__file__).with_name("confidence.tsv")


def reach_of(speaker: Speaker, text: str) -> str:
    """How the speaker is named in the words that say who speaks.

    `named` by a name, `described` by words for someone whose name stands elsewhere, `unnamed` by
    words that are all there is.
    """
    words = speaker.span.of(text)
    if speaker.name not in words:
        last = speaker.name.rpartition(" ")[2]
        return "named" if last in words else "described"
    return "named" if any(map(str.isupper, speaker.name)) else "unnamed"


def confidence_of(rule: str, speaker: Speaker | None, text: str) -> float:
    """The share of cases in which `rule`, naming somebody in this way, named the right one."""
    if speaker is None:
        return UNNAMED
    return _table().get((rule, reach_of(speaker, text)), _UNSEEN)


@cache
def _table() -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        rule, reach, share = line.split("\t")
        found[rule, reach] = float(share)
    return found
