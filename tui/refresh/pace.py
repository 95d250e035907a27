"""How often a feed is asked: as often as it has something to say, and less when it fails."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

LEAST, MOST = 15 * 60, 24 * 3600
USUAL = 3600
"""Seconds between two questions to a feed of which nothing is known."""


def interval(moments: Sequence[int], failures: int = 0) -> int:
    """Seconds until a feed is asked again, from when its latest entries were written.

    Half the usual time between two entries; twice as long with each failure in a row.
    """
    times = sorted(moments)
    gaps = sorted(later - earlier for earlier, later in pairwise(times))
    middle = (gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]) // 2 if gaps else 2 * USUAL
    wait = middle // 2
    wait = max(LEAST, min(wait, MOST))
    return min(wait << min(failures, 10), MOST)
