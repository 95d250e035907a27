"""`edicola [SOURCE…]`: the reader, or why it cannot open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import complain, is_terminal
from tui.cli.session import Session, article_date, open_session

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.document import PartialDate

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
    early = not sources and _paint_early(session)
    try:
        return _run(options, session, sources, published)
    finally:
        if early:  # the screen has left already; this is for one that never came
            sys.stdout.write("\x1b[?1049l")
            sys.stdout.flush()


def _run(
    options: Options, session: Session, sources: list[str], published: PartialDate | None
) -> int:
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


def _paint_early(session: Session) -> bool:
    """Write the headlines at once, while what draws the screen is still being loaded."""
    import os

    from tui.library import Newsstand
    from tui.panels.early import picture
    from tui.panels.rows import View

    if not session.places.newsstand.exists() or os.environ.get("NO_COLOR"):
        return False
    stand = Newsstand(session.places.newsstand)
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
        drawn = picture(stand, columns, rows, View(session.settings.reading.view))
    except OSError:
        return False
    finally:
        stand.close()
    if drawn is None:
        return False
    # Shown as one picture by terminals that can hold back until it is whole.
    sys.stdout.write(f"\x1b[?1049h\x1b[?25l\x1b[?2026h{drawn}\x1b[?2026l")
    sys.stdout.flush()
    return True


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
