"""What the measured programs read: long articles in two languages, homes, a feed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

import tui
from tui.library import State
from tui.settings import Places, find_places
from tui.translate import Memory

ROOT = Path(tui.__file__).resolve().parent.parent
EMPTY_APP = Path(__file__).with_name("empty_app.py")
OPENING = "Comincia qui la lunga cronaca"
"""The first words of every article that is made here."""
TRANSLATED_OPENING = "Here begins the long chronicle"
"""The first words of their translation."""

_WHO = (
    ("Il consiglio comunale", "The city council"),
    ("La presidente della regione", "The president of the region"),
    ("L’assessore ai trasporti", "The councillor for transport"),
    ("Un gruppo di agricoltori", "A group of farmers"),
    ("Il comitato dei pendolari", "The commuters’ committee"),
    ("La direttrice della biblioteca", "The director of the library"),
    ("Il portavoce dell’ospedale", "The hospital’s spokesman"),
)
_DID = (
    ("ha rinviato", "has postponed"),
    ("ha discusso a lungo", "has long discussed"),
    ("non ha ancora approvato", "has not approved yet"),
    ("ha presentato con soddisfazione", "has presented with satisfaction"),
    ("vorrebbe rivedere", "would like to revise"),
)
_WHAT = (
    ("il progetto della nuova linea tranviaria", "the plan for the new tram line"),
    ("il bilancio delle scuole di quartiere", "the budget of the neighbourhood schools"),
    ("l’accordo sull’acqua potabile", "the agreement on drinking water"),
    ("la riapertura del mercato coperto", "the reopening of the covered market"),
    ("le regole per i cantieri vicino al fiume", "the rules for building sites near the river"),
)
_MORE = (
    ("dopo quasi sei ore", "after nearly six hours"),
    ("nonostante le proteste", "despite the protests"),
    ("il 14 marzo a porte chiuse", "on 14 March behind closed doors"),
    ("e ha detto che “i lavori non si fermano”", "and said that “the work does not stop”"),
    ("perché i costi sono cresciuti del 12 per cento", "because costs have grown by 12 per cent"),
)
_PARAGRAPH = 4
"""Sentences in a paragraph."""


def pairs(count: int) -> list[tuple[str, str]]:
    """Sentences of about 60 to 140 characters, no two alike, and their translations.

    About one in seven quotes somebody, and one in seven names a day.
    """
    choose = random.Random(count)
    made = []
    for number in range(1, count + 1):
        lists = (_WHO, _DID, _WHAT, _MORE) if choose.random() < 0.7 else (_WHO, _DID, _WHAT)
        parts = [choose.choice(choice) for choice in lists]
        source = " ".join(italian for italian, _ in parts)
        target = " ".join(english for _, english in parts)
        made.append((f"{source} ({number}).", f"{target} ({number})."))
    made[0] = (f"{OPENING} di una città.", f"{TRANSLATED_OPENING} of a city.")
    return made


def paragraphs(sentences: list[str]) -> list[str]:
    """The sentences of an article, some to a paragraph."""
    return [
        " ".join(sentences[start : start + _PARAGRAPH])
        for start in range(0, len(sentences), _PARAGRAPH)
    ]


def environment(home: Path) -> dict[str, str]:
    """The environment of a user whose home is `home`; compiled Python is kept and used."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    here = {"HOME": str(home), "EDICOLA_HOME": str(home / "edicola"), "PYTHONPATH": str(ROOT)}
    return {**kept, **here, "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Article:
    """A generated article, and the home of somebody who has its translation."""

    path: Path
    home: Path

    @classmethod
    def make(cls, folder: Path, count: int, *, remembered: bool = True) -> Article:
        """Write an article of `count` sentences; with its translations in a memory, or none."""
        article = cls(folder / f"cronaca-{count}.txt", folder / f"home-{count}-{remembered}")
        article.home.mkdir()
        made = pairs(count)
        text = "\n\n".join(paragraphs([italian for italian, _ in made]))
        article.path.write_text(f"date 2024-06 {text}")
        if remembered:
            memory = Memory(article.places.memory)
            memory.remember(made, "it", "tmx")
            memory.close()
        return article

    @property
    def places(self) -> Places:
        """Where this reader's things are kept."""
        return find_places(environment(self.home))

    def fresh(self, folder: Path) -> Article:
        """The same for somebody who never opened it; the home is made in `folder`."""
        return replace(self, home=Path(shutil.copytree(self.home, folder / self.home.name)))

    def agree(self, host: str, libre_address: str) -> None:
        """Have a LibreTranslate server set up and agreed to."""
        self.places.settings.parent.mkdir(parents=True, exist_ok=True)
        self.places.settings.write_text(
            f'[translation]\nengines = ["libre"]\nlibre_address = "{libre_address}"\npace = 0.0\n'
        )
        state = State(self.places.state)
        state.agree(host)
        state.close()


def reader(*arguments: str | Path) -> list[str]:
    """The command that runs Edicola from this checkout."""
    return [sys.executable, "-m", "tui", *map(str, arguments)]


@dataclass(frozen=True)
class Feed:
    """One article as a feed, and a newsboat that has read it already."""

    command: tuple[str, ...]
    home: Path

    @classmethod
    def make(cls, folder: Path, newsboat: str, count: int) -> Feed:
        """Write the feed in one language and let newsboat keep it in its cache."""
        home = folder / f"newsboat-{count}"
        home.mkdir()
        text = [italian for italian, _ in pairs(count)]
        body = escape("".join(f"<p>{escape(part)}</p>" for part in paragraphs(text)))
        feed = home / "feed.xml"
        feed.write_text(
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
            "<title>Cronache</title><link>http://localhost/</link><description/>"
            "<item><title>Una lunga giornata</title><guid>1</guid>"
            f"<description>{body}</description></item></channel></rss>\n"
        )
        (home / "urls").write_text(f"file://{feed}\n")
        (home / "config").write_text("auto-reload no\n")
        names = (("-u", "urls"), ("-c", "cache.db"), ("-C", "config"))
        files = [word for flag, name in names for word in (flag, str(home / name))]
        command = (newsboat, "-q", *files)
        subprocess.run(
            [*command, "-x", "reload"], check=True, capture_output=True, env=environment(home)
        )
        return cls(command, home)
