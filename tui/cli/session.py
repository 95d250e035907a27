"""What every command begins with: the folders, the settings, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import complain
from tui.settings import Places, Problem, Settings, find_places, load

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.document import Language, PartialDate


@dataclass(frozen=True, slots=True)
class Session:
    """The settings in force, and where things are kept."""

    places: Places
    settings: Settings
    problems: tuple[Problem, ...]
    offline: bool
    """Asked for on the command line or in the settings."""


def open_session(options: Options) -> Session:
    """The session that the options ask for; nothing is written and nothing raised."""
    places = find_places()
    settings, problems = load(
        Path(options.config) if options.config else places.settings, required=bool(options.config)
    )
    return Session(places, settings, problems, options.offline or settings.offline)


def complain_of(session: Session) -> None:
    """Name what is wrong in the settings file, each fault in one line."""
    for problem in session.problems:
        complain(str(problem))


def wrong_usage(message: str) -> SystemExit:
    """Say what is wrong with the command line; the exception to raise, with status 2."""
    complain(message)
    return SystemExit(2)


def article_date(options: Options) -> PartialDate | None:
    """The date given with `--date`, in any of the ways people write one.

    Raises:
        SystemExit: it is not a date.
    """
    from tui.document import LANGUAGES, parse_partial_date

    written: str | None = options.date
    if written is None:
        return None
    if known := parse_partial_date(written):
        return known
    from tui.extract import parse_user_date

    spoken: Language | None = options.language
    for language in (spoken,) if spoken else LANGUAGES:
        if found := parse_user_date(written, language):
            return found
    raise wrong_usage(f"--date {written}: not a date; write 2024, 2024-06 or 2024-06-24")
