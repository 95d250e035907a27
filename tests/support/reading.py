"""A home to read in: articles of our own, their translations, settings."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.document import Language
from tui.settings import Places, find_places
from tui.translate import Memory

BRIDGE: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        (
            "Il ponte sul fiume Adda è stato riaperto ieri dopo due anni di lavori.",
            "The bridge over the river Adda was reopened yesterday after two years of works.",
        ),
        (
            "“Abbiamo finito in tempo”, ha detto la sindaca Anna Riva alla folla.",
            "“We finished on time”, said the mayor, Anna Riva, to the crowd.",
        ),
    ),
    (
        (
            "I lavori erano cominciati il 15 marzo 2022 con la chiusura della strada vecchia.",
            "The works had begun on 15 March 2022 with the closing of the old road.",
        ),
        (
            "“Nessuno ci credeva”, ha ricordato l’ingegnere Marco Salvi, “e invece eccoci qui”.",
            "“Nobody believed in it”, recalled the engineer, Marco Salvi, “and yet here we are”.",
        ),
        (
            "La spesa è stata di otto milioni di euro, uno meno del previsto.",
            "The expense was eight million euros, one less than foreseen.",
        ),
    ),
    (
        (
            "I pendolari della valle aspettavano questo giorno con grande impazienza.",
            "The commuters of the valley had waited for this day with great impatience.",
        ),
        (
            "Il primo autobus passerà il 3 giugno alle sei del mattino.",
            "The first bus will pass on 3 June at six in the morning.",
        ),
    ),
)
"""Paragraphs of sentences, each with its translation."""

BRIDGE_PAIRS = tuple(pair for paragraph in BRIDGE for pair in paragraph)
BRIDGE_TEXT = "\n\n".join(" ".join(it for it, _ in paragraph) for paragraph in BRIDGE)

FEED_PAIRS = (
    (
        "La biblioteca comunale resterà aperta anche la domenica, fino alle otto di sera.",
        "The town library will stay open on Sundays too, until eight in the evening.",
    ),
    (
        "Lo ha deciso il consiglio, che ne discuteva da più di un anno.",
        "So the council has decided, which had discussed it for more than a year.",
    ),
)
LIBRARY_TEXT = " ".join(it for it, _ in FEED_PAIRS)


def bridge(home: Path, name: str = "ponte.txt", dated: str = "2024-05") -> Path:
    """The article about the bridge as a file, with the date in its header."""
    path = home / name
    path.write_text(f"date {dated} {BRIDGE_TEXT}\n", encoding="utf-8")
    return path


def library(home: Path, name: str = "biblioteca.txt") -> Path:
    """Another article, short and without a date."""
    path = home / name
    path.write_text(LIBRARY_TEXT + "\n", encoding="utf-8")
    return path


def numbered(home: Path, count: int, name: str = "lungo.txt", *, together: int = 5) -> Path:
    """A long article, whose sentences say their number: *La frase numero 12 …*.

    So many stand `together` in a paragraph.
    """
    sentences = [
        f"La frase numero {number} di questo articolo parla del ponte e della sua storia."
        for number in range(count)
    ]
    paragraphs = [
        " ".join(sentences[start : start + together]) for start in range(0, count, together)
    ]
    path = home / name
    path.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


def places(home: Path) -> Places:
    """Where Edicola keeps things in that home."""
    return find_places({"HOME": str(home)})


def remember(
    home: Path,
    pairs: Iterable[tuple[str, str]] = (*BRIDGE_PAIRS, *FEED_PAIRS),
    source: Language = "it",
    engine: str = "own",
) -> None:
    """Put translations into the memory of that home."""
    memory = Memory(places(home).memory)
    try:
        assert memory.remember(pairs, source, engine) is None
    finally:
        memory.close()


def settings(home: Path, toml: str) -> Path:
    """Write the settings file of that home."""
    path = places(home).settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(toml, encoding="utf-8")
    return path


NO_LOCAL_ENGINE = '[translation]\nengines = ["google", "mymemory"]\n'
"""Settings under which nothing is translated while offline, whatever is installed here."""


def one_engine(url: str, more: str = "") -> str:
    """Settings that know one engine: the LibreTranslate server at `url`."""
    return (
        f'[translation]\nengines = ["libre"]\npace = 0\nlibre_address = "{url}"\n'
        f'keys.libre = "secret"\n{more}'
    )


def position_kept(home: Path, document: str) -> int | None:
    """The sentence at which reading of a document stopped, as it is on the disk now."""
    import sqlite3

    path = places(home).state
    if not path.exists():
        return None
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=5)
    try:
        row = connection.execute(
            "SELECT sentence FROM positions WHERE document = ?", (document,)
        ).fetchone()
    except sqlite3.OperationalError:  # not made yet
        return None
    finally:
        connection.close()
    return int(row[0]) if row else None
