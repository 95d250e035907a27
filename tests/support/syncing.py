"""A newsstand whose feeds and marks live on a server, and a meeting of the two."""

from __future__ import annotations

from pathlib import Path

from tests.support.command_line import Outcome, edicola
from tests.support.greader_server import Item, ReaderServer
from tests.support.reading import places
from tui.library import Newsstand
from tui.library.kinds import Place

ALL = Place("all")


def configured(home: Path, address: str) -> Newsstand:
    """A newsstand that is to meet the server at an address."""
    found = places(home)
    found.config.mkdir(parents=True)
    found.settings.write_text(f'[sync]\naddress = "{address}"\nuser = "anna"\n')
    return Newsstand(found.newsstand)


def meet(home: Path, *options: str, password: str = "segreta") -> Outcome:
    """What `edicola refresh` does and says."""
    return edicola(home, "refresh", *options, extra={"EDICOLA_SYNC_PASSWORD": password})


def filled(server: ReaderServer, count: int = 5) -> None:
    """A server with one feed of some articles."""
    stream = server.feed(7)
    server.items = [Item(2**62 + n, stream, f"Titolo {n}") for n in range(count)]
