"""The newsstand of a session, for commands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tui.cli.output import complain
from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.library import Newsstand


@contextmanager
def open_stand(session: Session, *, to_keep: bool = False) -> Iterator[Newsstand]:
    """The newsstand; what went wrong with its file is said at the end.

    With `to_keep`, a file that nothing can be kept in is said at once.

    Raises:
        SystemExit: with status 1, when a later version wrote the file, or when nothing or not
            everything can be kept in it and that was wanted.
    """
    from tui.library import Newsstand

    stand = Newsstand(session.places.newsstand)
    try:
        if stand.refused:
            complain(stand.refused)
            raise SystemExit(1)
        if to_keep and not stand.persistent:
            complain("; ".join(stand.take_notices()))
            raise SystemExit(1)
        yield stand
        for notice in stand.take_notices():
            complain(notice)
        if to_keep and stand.failed:
            raise SystemExit(1)
    finally:
        stand.close()
