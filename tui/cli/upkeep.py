"""`edicola memory`, `engines`, `dirs` and `settings`: what is kept, and who may be asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import complain, say
from tui.cli.session import complain_of, open_session
from tui.cli.table import table

if TYPE_CHECKING:
    from tui.cli.arguments import Options


def memory(options: Options) -> int:
    """Import a TMX file into the translation memory, or export it; 1 when that did not work."""
    from tui.pipeline import load_seed_memory
    from tui.translate import Memory, TmxError

    session = open_session(options)
    complain_of(session)
    store = Memory(session.places.memory)
    try:
        if options.action == "export":
            load_seed_memory(store, session.places.seeds)
            said, problem = f"{store.export_tmx(Path(options.file))} sentence pairs written", None
        else:
            imported = store.import_tmx(Path(options.file))
            said, problem = f"{imported.kept} sentence pairs remembered", imported.problem
            if imported.skipped:
                said += f", {imported.skipped} units without both languages passed over"
    except TmxError as error:
        complain(str(error))
        return 1
    finally:
        if store.notice:
            complain(store.notice)
        store.close()
    say(said)
    if problem:
        complain(problem)
    return 1 if problem or store.notice else 0


def engines(options: Options) -> int:
    """List the engines, in the order they are asked; first withdraw an agreement if asked to."""
    from tui.library import State
    from tui.pipeline import engine_config
    from tui.translate import describe

    session = open_session(options)
    complain_of(session)
    state = State(session.places.state)
    status = 0
    if options.forget and options.forget not in dict(state.consents()):
        complain(f"--forget {options.forget}: you have not agreed to that host; nothing changed")
        status = 1
    elif options.forget and not state.withdraw(options.forget):
        status = 1
    rows = [("engine", "state", "host", "what to do")]
    for engine in describe(
        engine_config(session.settings, session.places), state.has_consent, offline=session.offline
    ):
        host = engine.host or "-"
        rows.append((engine.id, engine.state, host, engine.remedy or engine.note or "-"))
    say(table(rows))
    for notice in state.take_notices():
        complain(notice)
    state.close()
    return status


def dirs(options: Options) -> int:
    """List where things are kept; a path that does not exist yet is made when it is needed."""
    session = open_session(options)
    complain_of(session)
    places = session.places
    rows = [
        ("settings", str(Path(options.config).absolute() if options.config else places.settings)),
        ("newsstand", str(places.newsstand)),
        ("feeds", str(places.feeds)),
        ("memory", str(places.memory)),
        ("state", str(places.state)),
        ("dictionaries", str(places.dictionaries)),
        ("models", str(places.models)),
        ("cache", str(places.cache)),
        ("seeds", str(places.seeds)),
    ]
    say(table(rows))
    return 0


def settings(options: Options) -> int:
    """Print the commented default, or name what is wrong in the file in force."""
    from tui.settings import default_toml

    if not options.check:
        say(default_toml(), end="")
        return 0
    session = open_session(options)
    complain_of(session)
    return 1 if session.problems else 0
