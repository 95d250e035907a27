"""Draws the pictures of this folder anew: the real reader on the seed article, without a network.

The same program gives the same bytes: nothing in a picture depends on the day, the machine, or
what the reader did before. `python assets/screenshots.py [FOLDER]` writes them elsewhere.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from tui import newsroom, pipeline
from tui.app import EdicolaApp
from tui.library import Newsstand
from tui.library.kinds import Incoming, NewFeed, Outcome, Text
from tui.screens.session import Session
from tui.screens.stand.titles import SETTLE
from tui.settings import Places, Settings, find_places

HERE = Path(__file__).resolve().parent
FONTS = "ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono', Menlo, Consolas, monospace"

_FONT_FACE = re.compile(r"\s*@font-face\s*\{[^}]*\}")
_COMMENT = re.compile(r"\s*<!--.*?-->", re.DOTALL)
_ID = re.compile(r"\bterminal-\d+")


@dataclass(frozen=True)
class Picture:
    """A size, a theme, and the keys pressed before the picture is taken."""

    columns: int
    rows: int
    keys: tuple[str, ...] = ()
    theme: str = "textual-dark"
    news: bool = False
    """Whether it is the newsstand, with the articles of `stand`, instead of the seed article."""


PICTURES: Mapping[str, Picture] = {
    "reader-120x36": Picture(120, 36, ("full_stop", "full_stop", "full_stop")),
    "reader-80x24": Picture(80, 24, ("full_stop", "full_stop")),
    "reader-200x50-light": Picture(200, 50, ("full_stop",) * 5, theme="textual-light"),
    "italian-only": Picture(100, 30, ("I", "full_stop")),
    "quotes": Picture(120, 36, ("quotation_mark", "down", "down")),
    "help": Picture(120, 36, ("question_mark",)),
    "newsstand-160x45": Picture(160, 45, ("enter",), news=True),
    "newsstand-80x24": Picture(80, 24, ("j",), news=True),
}
"""What is drawn, by the name of its file."""


async def draw(picture: Picture, home: Path) -> str:
    """One picture as SVG, by a reader whose things are kept in `home`."""
    places = find_places({"EDICOLA_HOME": str(home)})
    if picture.news:
        stand(places)
    sources = [] if picture.news else [str(places.seed)]
    app = EdicolaApp(Session(sources, Settings(), places, offline=True))
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        app.theme = picture.theme
        await at_rest(pilot)
        await pilot.press(*picture.keys)
        await at_rest(pilot)
        if picture.news:
            await pilot.pause(2 * SETTLE)
            await at_rest(pilot)
        return tidy(app.export_screenshot())


HEADLINES = (
    (
        "Torna il treno notturno tra Roma e Palermo",
        "The night train between Rome and Palermo is back",
    ),
    ("Il museo riapre dopo tre anni di lavori", "The museum reopens after three years of works"),
    ("Piogge in aumento: l'allerta della Regione", "More rain: the warning of the Region"),
    ("Scuola, il calendario del nuovo anno", "School, the calendar of the new year"),
)


def stand(places: Places) -> None:
    """A newsstand with a few headlines of our own, and the seed article on top."""
    kept = Newsstand(places.newsstand)
    feeds = kept.feeds.add(
        [NewFeed("https://mattino.example/f", "Il Mattino", "Italia"),
         NewFeed("https://gazzetta.example/f", "La Gazzetta", "Italia"),
         NewFeed("https://herald.example/f", "The Herald", "World")]
    )  # fmt: skip
    day = int(datetime(2024, 6, 24, 10, tzinfo=UTC).timestamp())
    seed = newsroom.as_incoming(pipeline.open_source(str(places.seed)), day)
    seed = replace(seed, entry="seed", link="https://mattino.example/seed", published=day)
    kept.intake.receive([(feeds[0].id, Outcome("ok", language="it"), [seed])])
    for number, (title, translation) in enumerate(HEADLINES, 1):
        feed = feeds[number % 2]
        entry = Incoming(
            entry=str(number),
            title=title,
            text=Text(f"{title}. Lo ha annunciato ieri l'assessore Anna Bruni.", "b"),
            link=f"https://giornale.example/{number}",
            language="it",
            published=day - 7200 * number,
        )
        kept.intake.receive([(feed.id, Outcome("ok", language="it"), [entry])])
        found = kept.search.ids(f'"{title}"')
        kept.texts.keep_translation(found[0], translation, rough=False)
    kept.close()


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until no worker runs, nor one that another has started meanwhile."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def tidy(svg: str) -> str:
    """The picture without fonts from the network, and under an id that is always the same.

    The emulator's window is drawn by Rich; its ids are a checksum of what is in the window.
    """
    svg = _COMMENT.sub("", _FONT_FACE.sub("", svg))
    svg = _ID.sub("terminal", svg).replace("Fira Code, monospace", FONTS)
    # Without it some renderers drop the blanks at the start of a piece, and move what follows.
    svg = svg.replace(
        '<g class="terminal-matrix">', '<g class="terminal-matrix" xml:space="preserve">'
    )
    lines = [line.rstrip() for line in svg.splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def main() -> None:
    """Draw every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    os.environ.pop("NO_COLOR", None)
    for name, picture in PICTURES.items():
        with TemporaryDirectory() as home:
            svg = asyncio.run(draw(picture, Path(home)))
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
