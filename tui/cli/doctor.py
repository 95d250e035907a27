"""`edicola doctor`: what works on this machine, and what is missing; opens no connection."""

from __future__ import annotations

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import tui
from tui.cli.models import amount, found_models
from tui.cli.output import is_terminal, say
from tui.cli.session import Session, open_session

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.document import Language
    from tui.library import State


class Finding(NamedTuple):
    """One line of the page."""

    mark: Literal["ok", "note", "broken"]
    """Broken: it should work and does not; note: it could be had."""
    subject: str
    said: str


def doctor(options: Options) -> int:
    """Print the page; 1 when something is broken."""
    from tui.library import State

    session = open_session(options)
    broken = False
    kept = session.places.state
    state = State(kept) if kept.exists() and _damage(kept) is None else None
    for title, findings in (
        ("Program", _program()),
        ("Terminal", _terminal()),
        ("Where things are kept", _places(session)),
        ("Translation memory", _memory(session)),
        ("Engines", _engines(session, state)),
        ("Models", _models(session)),
        ("Dictionaries", _dictionaries(session)),
        ("Who would translate now", _who(session, state)),
    ):
        say(title)
        for finding in findings:
            say(f"  {finding.mark:6}  {finding.subject:14}  {finding.said}".rstrip())
            broken = broken or finding.mark == "broken"
        say("")
    if state is not None:
        state.close()
    say("Something is broken; see above." if broken else "All that is here works.")
    return 1 if broken else 0


def _program() -> Iterator[Finding]:
    yield Finding("ok", "edicola", tui.__version__)
    yield Finding("ok", "python", f"{platform.python_version()} ({sys.executable})")
    try:
        yield Finding("ok", "textual", version("textual"))
    except PackageNotFoundError:
        yield Finding("broken", "textual", "it is not installed; install edicola again")


def _terminal() -> Iterator[Finding]:
    if is_terminal(sys.stdout):
        size = shutil.get_terminal_size()
        small = size.columns < 80 or size.lines < 24
        said = f"{size.columns} x {size.lines}" + ("; 80 x 24 is the least" if small else "")
        yield Finding("note" if small else "ok", "size", said)
    else:
        yield Finding("note", "size", "this is not a terminal; the reader needs one")
    name = os.environ.get("TERM", "")
    poor = name in ("", "dumb")
    yield Finding("note" if poor else "ok", "TERM", name or "not set; the reader may look odd")
    yield Finding("ok", "colours", _colours(name))
    encoding = locale.getpreferredencoding(False)
    utf8 = encoding.lower().replace("-", "") == "utf8"
    hint = "" if utf8 else "; set LANG to a UTF-8 locale, such as C.UTF-8"
    yield Finding("ok" if utf8 else "note", "encoding", f"{encoding}{hint}")


def _colours(name: str) -> str:
    if "NO_COLOR" in os.environ:
        return "none (NO_COLOR is set)"
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in name else "16 or fewer, as far as TERM says"


def _places(session: Session) -> Iterator[Finding]:
    places = session.places
    if session.problems:
        for problem in session.problems:
            yield Finding("broken", "settings", str(problem))
    else:
        found = "" if places.settings.exists() else " (none; every setting has its default)"
        yield Finding("ok", "settings", f"{places.settings}{found}")
    for subject, folder in (("data", places.data), ("cache", places.cache)):
        why = _not_writable(folder)
        if why is None:
            yield Finding("ok", subject, str(folder))
        else:
            yield Finding("broken", subject, f"{folder}: {why}; what you do is not kept")


def _not_writable(folder: Path) -> str | None:
    """Why nothing can be written into a folder, which need not be there yet."""
    place = folder
    while not place.exists() and place.parent != place:
        place = place.parent
    if not place.is_dir():
        return f"{place} is not a folder"
    return None if os.access(place, os.W_OK | os.X_OK) else f"{place} cannot be written"


def _memory(session: Session) -> Iterator[Finding]:
    path = session.places.memory
    if not path.exists():
        yield Finding("ok", "memory", f"{path} (made when the first sentence is translated)")
        return
    size, trouble = amount(path.stat().st_size), _damage(path)
    if trouble is None:
        yield Finding("ok", "memory", f"{path}, {size}, sound")
    else:
        said = f"{path}, {size}: {trouble}; it is moved aside at the next start"
        yield Finding("broken", "memory", said)


def _damage(path: Path) -> str | None:
    """What is wrong with a database; looked at without writing, so that nothing is moved aside."""
    import sqlite3

    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2)
        try:
            told = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error as error:
        told = str(error)
    return None if told == "ok" else " ".join(told.split())[:80]


def _engines(session: Session, state: State | None) -> Iterator[Finding]:
    from tui.pipeline import engine_config
    from tui.translate import describe

    config = engine_config(session.settings, session.places)
    agreed = state.has_consent if state is not None else lambda _: False
    for engine in describe(config, agreed, offline=session.offline):
        remedy = engine.remedy or engine.note
        said = f"{engine.state}; {remedy}" if remedy else engine.state
        yield Finding("ok" if engine.state == "ready" else "note", engine.id, said)


def _models(session: Session) -> Iterator[Finding]:
    found = found_models(session)
    for model in found:
        said = f"{model.kind}, {amount(model.size)}, {model.folder}"
        if model.missing:
            again = f"edicola models install {model.name}"
            yield Finding("broken", model.name, f"{said}: {model.missing}; {again}")
        else:
            yield Finding("ok", model.name, said)
    if not found:
        yield Finding("note", "none", "edicola models install it-en")


def _dictionaries(session: Session) -> Iterator[Finding]:
    from tui.document import LANGUAGES
    from tui.lookup import REMEDY
    from tui.pipeline import open_shelf

    shelf = open_shelf(session.settings, session.places)
    for language in LANGUAGES:
        names = shelf.names(language)
        if names:
            yield Finding("ok", f"from {language}", "; ".join(names))
        else:
            yield Finding("note", f"from {language}", f"none: {REMEDY}")
    for fault in shelf.faults():
        yield Finding("broken", "unreadable", fault)
    shelf.close()


def _who(session: Session, state: State | None) -> Iterator[Finding]:
    pairs: tuple[tuple[Language, Language], ...] = (("it", "en"), ("en", "it"))
    for source, target in pairs:
        usable, passed = _standing(session, state, source, target)
        name = f"{source}-{target}"
        if usable:
            yield Finding("ok", name, f"the memory, then {', then '.join(usable)}")
        else:
            yield Finding("note", name, "the memory alone: no engine can be asked")
        for why in passed:
            yield Finding("note", "  passed over", why)


def _standing(
    session: Session, state: State | None, source: Language, target: Language
) -> tuple[list[str], list[str]]:
    """The engines that would be asked, and why the others would not."""
    from tui.pipeline import engine_config
    from tui.translate import build_engines

    usable: list[str] = []
    passed: list[str] = []
    for engine in build_engines(engine_config(session.settings, session.places)):
        missing = engine.available(source, target)
        if missing is not None:
            passed.append(f"{missing.reason}: {missing.remedy}")
        elif engine.host is not None and session.offline:
            passed.append(f"{engine.label}: offline")
        elif engine.host is not None and not (state and state.has_consent(engine.host)):
            passed.append(f"{engine.label}: you have not agreed to sending text to {engine.host}")
        else:
            usable.append(f"{engine.label} (rough)" if engine.rough else engine.label)
    return usable, passed
