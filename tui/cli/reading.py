"""`edicola [SOURCE…]`: the reader, or why it cannot open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import complain, is_terminal
from tui.cli.session import article_date, open_session

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.settings import Places

_TERMINAL = Path("/dev/tty")


def read(options: Options) -> int:
    """Open the reader on the sources; without any, the newsstand."""
    published = article_date(options)
    if not _has_terminal(options.sources):
        complain(
            "this is not a terminal, and the reader needs one; "
            "`edicola extract SOURCE` prints an article without it"
        )
        return 2
    session = open_session(options)
    sources: list[str] = list(options.sources)
    if not sources and (refused := _refused(session.places)):
        complain(refused)
        return 1
    from tui.app import run_reader

    return run_reader(
        sources,
        session.settings,
        session.places,
        offline=session.offline,
        language=options.language,
        published=published,
        view=options.view,
        problems=tuple(str(problem) for problem in session.problems),
    )


def _refused(places: Places) -> str | None:
    """Why the newsstand cannot be opened, when a later version wrote it."""
    from tui.library import Newsstand

    stand = Newsstand(places.newsstand)
    try:
        return stand.refused
    finally:
        stand.close()


def _has_terminal(sources: list[str]) -> bool:
    """Whether keys can be read and the screen painted.

    An article on standard input leaves the keys to the controlling terminal.
    """
    if not is_terminal(sys.stdout):
        return False
    return is_terminal(sys.stdin) or ("-" in sources and _can_open_terminal())


def _can_open_terminal() -> bool:
    try:
        _TERMINAL.open("rb").close()
    except OSError:
        return False
    return True
