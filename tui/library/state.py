"""The reading state: where one left off, an article's date, who may be sent text, small things."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui.document import Correction, PartialDate, parse_partial_date
from tui.library.store import Store

MIGRATIONS = (
    """
    CREATE TABLE positions (
        document TEXT PRIMARY KEY, sentence INTEGER NOT NULL, view TEXT NOT NULL,
        updated TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE article_dates (
        document TEXT PRIMARY KEY, published TEXT NOT NULL, updated TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE consents (host TEXT PRIMARY KEY, agreed TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE entries (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    CREATE TABLE corrections (
        document TEXT NOT NULL, layer TEXT NOT NULL, start INTEGER NOT NULL, value TEXT NOT NULL,
        updated TEXT NOT NULL, PRIMARY KEY (document, layer, start)
    ) WITHOUT ROWID;
    """,
)


@dataclass(frozen=True, slots=True)
class Position:
    """Where reading of an article stopped."""

    sentence: int
    """The index of the sentence under the cursor."""
    view: str
    """The view it was read in: `italian`, `english` or `both`."""


class State(Store):
    """The state database.

    A write may wait `BUSY_SECONDS` for another program's; a reader's keys should not wait for it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, MIGRATIONS)
        self._agreed_now: set[str] = set()

    def position(self, document: str) -> Position | None:
        """Where reading of the document with that id stopped; None when it was never opened."""
        row = self.row("SELECT sentence, view FROM positions WHERE document = ?", (document,))
        if row is None or not isinstance(row[0], int) or row[0] < 0:
            return None
        return Position(row[0], str(row[1]))

    def keep_position(self, document: str, position: Position) -> bool:
        """Keep where reading stopped; False when it could not be kept."""
        return self.write(
            "INSERT OR REPLACE INTO positions VALUES (?, ?, ?, ?)",
            (document, position.sentence, position.view, _now()),
        )

    def article_date(self, document: str) -> PartialDate | None:
        """The date a reader gave the article, in place of the source's."""
        row = self.row("SELECT published FROM article_dates WHERE document = ?", (document,))
        return parse_partial_date(str(row[0])) if row else None

    def keep_article_date(self, document: str, published: PartialDate | None) -> bool:
        """Keep the date a reader gave the article; None forgets it."""
        if published is None:
            return self.write("DELETE FROM article_dates WHERE document = ?", (document,))
        return self.write(
            "INSERT OR REPLACE INTO article_dates VALUES (?, ?, ?)",
            (document, published.value, _now()),
        )

    def corrections(self, document: str) -> tuple[Correction, ...]:
        """What a reader has put right in the document with that id."""
        rows = self.rows(
            "SELECT layer, start, value FROM corrections WHERE document = ? ORDER BY start",
            (document,),
        )
        return tuple(
            Correction(layer, start, str(value))
            for layer, start, value in rows
            if layer in ("quote", "date") and isinstance(start, int)
        )

    def keep_correction(self, document: str, correction: Correction) -> bool:
        """Keep what a reader has put right; False when it could not be kept."""
        return self.write(
            "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?)",
            (document, *correction, _now()),
        )

    def forget_correction(self, document: str, correction: Correction) -> bool:
        """Let the rules speak again about one quote or date."""
        return self.write(
            "DELETE FROM corrections WHERE document = ? AND layer = ? AND start = ?",
            (document, correction.layer, correction.start),
        )

    def has_consent(self, host: str) -> bool:
        """Whether the reader has agreed that text is sent to `host`.

        An agreement that could not be written counts for this session.
        """
        if host in self._agreed_now:
            return True
        return self.row("SELECT 1 FROM consents WHERE host = ?", (host,)) is not None

    def agree(self, host: str) -> bool:
        """Remember that text may be sent to `host`; False when it holds for this session only."""
        self._agreed_now.add(host)
        kept = self.write("INSERT OR IGNORE INTO consents VALUES (?, ?)", (host, _now()))
        return kept and self.persistent

    def withdraw(self, host: str) -> bool:
        """Forget an agreement; False when the file could not be written."""
        self._agreed_now.discard(host)
        return self.write("DELETE FROM consents WHERE host = ?", (host,))

    def consents(self) -> tuple[tuple[str, str], ...]:
        """The hosts agreed to and when (ISO 8601, UTC), in alphabetical order."""
        rows = self.rows("SELECT host, agreed FROM consents ORDER BY host")
        return tuple((str(host), str(agreed)) for host, agreed in rows)

    def get(self, name: str) -> str | None:
        """A small thing kept under a name, such as the last theme."""
        row = self.row("SELECT value FROM entries WHERE name = ?", (name,))
        return str(row[0]) if row else None

    def put(self, name: str, value: str) -> bool:
        """Keep a small thing under a name; False when it could not be kept."""
        return self.write("INSERT OR REPLACE INTO entries VALUES (?, ?)", (name, value))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
