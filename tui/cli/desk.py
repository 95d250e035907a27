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
    from tui.translate import Desk


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk ready to translate, and the state that remembers agreements."""

    desk: Desk
    state: State
    may_send: Callable[[str], bool]
    """Whether the person agrees, asked with a question that names the host."""

    def settle(self, document: Document) -> None:
        """Get the agreements that translating `document` needs, each host once.

        None is needed when the memory holds the whole article, or an engine of this machine that
        is not a rough one comes before those of the network.
        """
        if len(self.desk.remembered(document)) == len(document.sentences):
            return
        if self.desk.stays_here(document.article.language):
            return
        for engine in self.desk.awaiting_consent(document.article.language):
            question = f"Send the text to {engine.host} ({engine.label}) to have it translated?"
            if engine.host and self.may_send(question):
                self.state.agree(engine.host)


@contextmanager
def open_desk(session: Session, options: Options) -> Iterator[OpenDesk]:
    """The desk that the options ask for, with the translations that ship with Edicola.

    Raises:
        SystemExit: there is no engine of the name given with `--engine`.
    """
    from tui import pipeline
    from tui.library import State

    if options.engine is not None:
        _check_engine(session, options.engine)
    state = State(session.places.state)
    desk = pipeline.open_desk(
        session.settings, session.places, state, offline=session.offline, engine=options.engine
    )
    asked = ask_person if _can_ask(options) else _no
    try:
        yield OpenDesk(desk, state, _yes if options.agree else asked)
    finally:
        desk.close()
        for notice in (*state.take_notices(), desk.memory.notice if desk.memory else None):
            if notice:
                complain(notice)
        state.close()
        if desk.memory:
            desk.memory.close()


def _check_engine(session: Session, name: str) -> None:
    from tui.pipeline import engine_config
    from tui.translate import describe

    every = describe(engine_config(session.settings, session.places), lambda _: False, offline=True)
    known = [engine.id for engine in every if engine.state != "unknown"]
    if name not in known:
        raise wrong_usage(f"--engine {name}: there is no such engine; use {', '.join(known)}")


def _can_ask(options: Options) -> bool:
    return is_terminal(sys.stdin) and is_terminal(sys.stderr) and "-" not in options.sources


def ask_person(question: str) -> bool:
    """A yes or no; anything but a clear yes is a no."""
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)  # noqa: T201
    return sys.stdin.readline().strip().lower() in ("y", "yes", "s", "si", "sì")


def _yes(_question: str) -> bool:
    return True


def _no(_question: str) -> bool:
    return False
