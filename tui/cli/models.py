"""`edicola models`: translation models that work without a network."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.cli.desk import ask_person
from tui.cli.output import complain, is_terminal, say
from tui.cli.session import Session, complain_of, open_session
from tui.cli.table import table

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.translate.models.installed import Model

_ADDRESS = "EDICOLA_MODELS_ADDRESS"


def models(options: Options) -> int:
    """List, install or remove models; 1 when that did not work."""
    session = open_session(options)
    complain_of(session)
    if options.action == "list":
        return _list(session)
    from tui.translate.models.errors import ModelsError

    try:
        if options.action == "remove":
            return _remove(session, options)
        return _install(session, options)
    except ModelsError as error:
        complain(f"models {options.action} {options.pair}: {error}")
    except OSError as error:
        what = error.strerror or str(error)
        complain(f"models {options.action} {options.pair}: {error.filename or 'disk'}: {what}")
    except KeyboardInterrupt:
        complain(f"models {options.action} {options.pair}: stopped; what came is kept")
        raise
    return 1


def found_models(session: Session) -> list[Model]:
    """Every model on this machine."""
    from tui.pipeline import engine_config
    from tui.translate.models.installed import find_models

    config = engine_config(session.settings, session.places)
    return [
        model
        for kind in ("firefox", "argos")
        for model in find_models(kind, config.models, config.model_folders)
    ]


def _list(session: Session) -> int:
    found = found_models(session)
    if not found:
        say(f"no models; `edicola models install it-en` brings one into {session.places.models}")
        return 0
    rows = [("model", "engine", "version", "size", "state", "folder")]
    for model in found:
        state = model.missing or "whole"
        rows.append((model.name, model.kind, model.version or "-", amount(model.size), state,
                     str(model.folder)))  # fmt: skip
    say(table(rows))
    return 0


def _remove(session: Session, options: Options) -> int:
    from tui.translate.models.install import remove

    wanted = [m for m in found_models(session) if m.name == options.pair]
    if options.engine:
        wanted = [model for model in wanted if model.kind == options.engine]
    own = [model for model in wanted if model.own]
    if not own:
        where = f"; the one in {wanted[0].folder} is not ours to remove" if wanted else ""
        complain(f"models remove {options.pair}: it is not installed{where}")
        return 1
    for model in own:
        size = model.size
        remove(model)
        say(f"{model.kind} {model.name} removed, {amount(size)} freed")
    return 0


def _install(session: Session, options: Options) -> int:
    from tui.translate.models.install import Installer
    from tui.translate.models.records import MOZILLA

    origin = (
        options.origin
        or os.environ.get(_ADDRESS, "")
        or session.settings.translation.models_address
        or MOZILLA
    )
    installer = Installer(
        session.places.models,
        _Progress(),
        lambda host: (
            options.agree or ask_person(f"Its files are on {host}. Fetch them from there?")
        ),
    )
    if urlsplit(origin).scheme in ("http", "https"):
        if not _may_fetch(session, options, origin):
            return 1
        if urlsplit(origin).path.endswith(".argosmodel"):
            model = installer.from_package_address(options.pair, origin)
        else:
            model = installer.from_network(options.pair, origin)
    else:
        model = installer.from_path(options.pair, Path(origin).expanduser())
    say(f"{model.kind} {model.name} installed in {model.folder} ({amount(model.size)})")
    return 1 if _does_not_work(session, model) else 0


def _may_fetch(session: Session, options: Options, origin: str) -> bool:
    from tui.translate.models.records import hosts_of

    hosts = " and ".join(dict.fromkeys(hosts_of(origin)))
    command = f"models install {options.pair}"
    if session.offline:
        complain(f"{command}: offline; --from a folder or a file installs without a network")
        return False
    if options.agree:
        return True
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        complain(f"{command}: nothing was fetched from {hosts}; --agree agrees to it")
        return False
    if ask_person(f"Fetch a model of about 20 to 40 MB from {hosts}?"):
        return True
    complain(f"{command}: nothing was fetched")
    return False


def _does_not_work(session: Session, model: Model) -> bool:
    """Try the model where its engine is there; one that fails is taken away again, and named."""
    import threading

    from tui.pipeline import engine_config
    from tui.translate import Failure, build_engines
    from tui.translate.models.install import remove

    (engine,) = build_engines(engine_config(session.settings, session.places, model.kind))
    missing = engine.available(model.source, model.target)
    if missing is not None:
        say(f"to use it: {missing.remedy}")
        return False
    trial = "Il governo ha approvato la legge." if model.source == "it" else "The law was approved."
    (answer,) = engine.translate([trial], model.source, model.target, cancel=threading.Event())
    engine.close()
    if isinstance(answer, Failure):
        remove(model)
        complain(f"{answer.reason}; the model was taken away again")
        return True
    return False


class _Progress:
    """How far a file is, on standard error: a line that is written over, or one for each file."""

    def __init__(self) -> None:
        self._shown = ""

    def __call__(self, name: str, done: int, size: int | None) -> None:
        of = f" of {amount(size)}, {100 * done // size} %" if size else ""
        text = f"  {name}  {amount(done)}{of}"
        over = size is not None and done >= size
        if is_terminal(sys.stderr):
            if text != self._shown:
                print(f"\r{text:<78}", end="\n" if over else "", file=sys.stderr, flush=True)  # noqa: T201
        elif over:
            print(text, file=sys.stderr, flush=True)  # noqa: T201
        self._shown = text


def amount(size: int) -> str:
    """Bytes for a person: `37.5 MB`."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1e3:.0f} KB" if size < 1e6 else f"{size / 1e6:.1f} MB"
