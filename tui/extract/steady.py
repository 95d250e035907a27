"""Time that grows with the text and no faster: without the collector of cyclic rubbish."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep Python from looking for cyclic rubbish meanwhile.

    What the analysis makes is tuples that stay, hundreds of thousands of a large text. The
    collector looks through all of them each time there are a few more: half of the time at 1 MB,
    and none of it finds anything.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
