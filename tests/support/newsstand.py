"""A newsstand with some articles, and the application on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from tests.support.pilot import Reader
from tests.support.reading import places
from tui.app import EdicolaApp
from tui.library import Newsstand
from tui.library.kinds import Incoming, Link, NewFeed, Outcome, Text
from tui.panels.bars import Footer
from tui.screens.session import Session
from tui.screens.stand.screen import StandScreen
from tui.settings import TranslationSettings, load

TITLES = (
    "Il governo approva la manovra",
    "Sciopero dei treni in tutta Italia",
    "La Juventus vince il derby",
    "Nuove regole per le scuole",
)
BODY = (
    "«Non ci sono alternative», ha detto il presidente Mario Rossi il 24 giugno 2024.\n\n"
    "Il ministro ha parlato ieri alla Camera per oltre due ore. La discussione continua."
)


def filled(home: Path, feeds: int = 2) -> Newsstand:
    """A newsstand with feeds of four articles each; the first one's have a picture."""
    stand = Newsstand(places(home).newsstand)
    added = stand.feeds.add(
        [
            NewFeed(f"http://giornale{n}.example/f.xml", f"Giornale {n}", "Italia" if n else "")
            for n in range(feeds)
        ]
    )
    for feed in added:
        link = f"{feed.url.rpartition('/')[0]}/a"
        entries = [
            Incoming(
                entry=f"e{n}",
                title=f"{title} {feed.id}",
                text=Text(BODY, "bb"),
                link=f"{link}{n}",
                language="it",
                published=1_719_230_400 + 60 * n + feed.id,
                links=(Link("image", f"{link}{n}.jpg"),) if feed is added[0] else (),
            )
            for n, title in enumerate(TITLES)
        ]
        stand.intake.receive([(feed.id, Outcome("ok", language="it"), entries)])
    return stand


class News(Reader):
    """The application on the newsstand."""

    @property
    def screen(self) -> StandScreen:
        """The screen of the newsstand, whatever lies over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, StandScreen)
        return screen

    @property
    def stand(self) -> Newsstand:
        """What is kept."""
        return self.app.session.stand

    def titles(self) -> str:
        """The list of headlines as it is painted."""
        listed = self.screen.headline_list
        return "\n".join(listed.render_line(y).text.rstrip() for y in range(listed.size.height))

    def feeds(self) -> str:
        """The list of feeds as it is painted."""
        listed = self.screen.feed_list
        return "\n".join(listed.render_line(y).text.rstrip() for y in range(listed.size.height))


@asynccontextmanager
async def newsstand(
    home: Path, size: tuple[int, int] = (160, 40), *, offline: bool = True
) -> AsyncIterator[News]:
    """The application on the newsstand of a home, everything in the background done."""
    found = places(home)
    chosen, problems = load(found.settings)
    if chosen.translation == TranslationSettings():
        chosen = replace(chosen, translation=TranslationSettings(engines=("google", "mymemory")))
    session = Session(
        sources=[],
        settings=chosen,
        places=found,
        offline=offline,
        problems=[str(problem) for problem in problems],
    )
    app = EdicolaApp(session)
    async with app.run_test(size=size) as pilot:
        running = News(app, pilot)
        await pilot.pause()
        await running.rest()
        running.screen.query_one(Footer).message = ""
        await pilot.pause()
        yield running
