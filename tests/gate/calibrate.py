"""Writes the confidences: how often each rule was right on the gold.

`python -m tests.gate.calibrate` writes `tui/extract/quotes/confidence.tsv`: rule, how the speaker
is named there, and the share of cases in which it was the right one. Few cases are drawn towards
what was reached on articles that no rule had been tried on: a rule seen once proves little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.gate import gold
from tests.gate.scoring import QuoteTally
from tui.extract.quotes import confidence

TABLE = Path(confidence.__file__).with_name("confidence.tsv")
FIRST_RUN = 0.76
"""The share of right pairs on articles that no rule had been tried on (see `README.md`)."""
_WEIGHT = 6.0
"""So many cases the expectation counts for, beside those that were seen."""
_SURE = 0.95
"""More is not believed of any rule."""

Case = tuple[str, str, bool]
"""Rule, reach, and whether the speaker was right."""


def cases(rows: list[dict[str, Any]]) -> Iterator[Case]:
    """Every quotation with a speaker that the rules find in `rows`, with its rule."""
    for row in rows:
        tally = QuoteTally()
        tally.add(row)
        for quote, right in tally.judged:
            if quote.speaker is not None:
                yield quote.rule, confidence.reach_of(quote.speaker, row["text"]), right


def shares(found: list[Case]) -> dict[tuple[str, str], float]:
    """The confidence of each rule and reach."""
    seen: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    for rule, reach, ok in found:
        seen[rule, reach] += 1
        right[rule, reach] += ok
    return {
        key: min(_SURE, (right[key] + _WEIGHT * FIRST_RUN) / (seen[key] + _WEIGHT))
        for key in sorted(seen)
    }


def written() -> str:
    """The table, as the gold gives it."""
    found = shares(list(cases(gold.rows("articles.jsonl"))))
    return "".join(f"{rule}\t{reach}\t{share:.2f}\n" for (rule, reach), share in found.items())


if __name__ == "__main__":
    TABLE.write_text(written(), "utf-8")
