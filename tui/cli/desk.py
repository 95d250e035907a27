"""The translation desk of a session, and the agreement that text may leave this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.cli.output import complain, is_terminal
from tui.cli.session import Session, wrong_usage

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.document import Document
    from tui.library import State
    from tui.translate import Desk, EngineConfig


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk ready to translate, and the state that remembers agreements."""

    desk: Desk
    state: State
    ask: Callable[[str], bool] | None
    """Asks a person a question; None when nobody can be asked."""

    def settle(self, document: Document) -> None:
        """Ask for the agreements that translating `document` needs, each host once.

        Nothing is asked when the memory holds the whole article.
        """
        if self.ask is None or len(self.desk.remembered(document)) == len(document.sentences):
            return
        for engine in self.desk.awaiting_consent(document.article.language):
            question = f"Send the text to {engine.host} ({engine.label}) to have it translated?"
            if engine.host and self.ask(question):
                self.state.agree(engine.host)


def engine_config(session: Session, engine: str | None = None) -> EngineConfig:
    """What the settings say about engines; with `engine`, that engine alone.

    Raises:
        SystemExit: there is no such engine.
    """
    from tui.translate import EngineConfig, Patience
    from tui.translate.engines import KNOWN

    known = [kind.id for kind in KNOWN]
    if engine is not None and engine not in known:
        raise wrong_usage(f"--engine {engine}: there is no such engine; use {', '.join(known)}")
    wanted = session.settings.translation
    return EngineConfig(
        order=wanted.engines if engine is None else (engine,),
        libre_address=wanted.libre_address or None,
        keys=wanted.keys,
        email=wanted.mymemory_email or None,
        region=wanted.microsoft_region or None,
        addresses=wanted.addresses,
        patience=Patience(
            connect=wanted.connect_seconds,
            read=wanted.read_seconds,
            total=wanted.total_seconds,
            pause=wanted.pace,
        ),
    )


@contextmanager
def open_desk(session: Session, options: Options) -> Iterator[OpenDesk]:
    """The desk that the options ask for, with the translations that ship with Edicola."""
    from tui.extract import detect_language
    from tui.library import State
    from tui.pipeline import load_seed_memory
    from tui.translate import Desk, Memory, build_engines

    engines = build_engines(engine_config(session, options.engine))
    state = State(session.places.state)
    memory = Memory(session.places.memory)
    load_seed_memory(memory, session.places.seeds)
    if options.agree:
        for engine in engines:
            if engine.host:
                state.agree(engine.host)
    desk = Desk(
        memory,
        engines,
        consented=state.has_consent,
        offline=session.offline,
        detect=detect_language,
    )
    try:
        yield OpenDesk(desk, state, _ask if _can_ask(options) else None)
    finally:
        for notice in state.take_notices():
            complain(notice)
        if memory.notice:
            complain(memory.notice)
        state.close()
        memory.close()


def _can_ask(options: Options) -> bool:
    return is_terminal(sys.stdin) and is_terminal(sys.stderr) and "-" not in options.sources


def _ask(question: str) -> bool:
    """A yes or no; anything but a clear yes is a no."""
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)  # noqa: T201
    return sys.stdin.readline().strip().lower() in ("y", "yes", "s", "si", "sì")
