"""Taking in what feeds, servers and saved pages bring: each article once, whoever brings it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from tui.library.feeds import shelf
from tui.library.kinds import Incoming, Outcome
from tui.library.outbox import Outbox
from tui.library.store import Store
from tui.library.texts import links_to

_TRACKERS = re.compile(
    r"(?:utm_|at_|mc_|wt_)\w*|fbclid|gclid|ref|ref_src|source|cmpid|rss", re.IGNORECASE
)

_ID = re.compile("[0-9a-f]{16}")
_ID_GLOB = "[0-9a-f]" * 16
"""The ids that servers give, in both their languages."""

Run = Callable[..., Any]


class _Known(NamedTuple):
    """An article that is kept already."""

    id: int
    title: str
    fresh: bool
    """Whether it is this feed's first word on it."""


class Intake:
    """Writes of a refresh: whole feeds at a time, each batch in one transaction."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store = store
        self._outbox = outbox

    def begin(self, feeds: Iterable[int]) -> None:
        """Note that feeds are being asked, so that a refresh that breaks off can be mended."""

        def work(run: Run) -> bool:
            for number in feeds:
                run("UPDATE feeds SET pending = 1 WHERE id = ?", (number,))
            return True

        self._store.together(work)

    def pending(self) -> list[int]:
        """The feeds whose refresh was broken off."""
        rows = self._store.rows("SELECT id FROM feeds WHERE pending = 1 AND removed IS NULL")
        return [int(row[0]) for row in rows]

    def known(self, feed: int) -> set[str]:
        """The ids of the entries that are known of a feed."""
        rows = self._store.rows("SELECT entry FROM entries WHERE feed = ?", (feed,))
        return {str(row[0]) for row in rows}

    def receive(
        self, batch: Sequence[tuple[int, Outcome, Sequence[Incoming]]]
    ) -> dict[int, int] | None:
        """Take what some feeds brought; how many articles are new, by feed.

        None when it could not be written: then nothing of the batch was.
        """
        now = int(time.time())

        def work(run: Run) -> dict[int, int]:
            new = {}
            for feed, outcome, entries in batch:
                new[feed] = self._take_all(run, feed, entries, now)
                _note_outcome(run, feed, outcome, now)
            return new

        return self._store.together(work)

    def mark_entries(self, mark: str, values: Mapping[str, bool]) -> None:
        """Set a mark of articles as a server says, by the ids of its entries.

        An article that has several is marked when one of them is.
        """
        field = "starred" if mark == "starred" else "read"

        def work(run: Run) -> bool:
            for entry, value in sorted(values.items(), key=itemgetter(1)):
                run(
                    f"""UPDATE articles SET {field} = ? WHERE {field} <> ? AND id IN
                    (SELECT article FROM entries WHERE entry = ?)""",  # noqa: S608
                    (int(value), int(value), entry),
                )
            return True

        self._store.together(work)

    def forget_ids(self) -> None:
        """Have no article go by the id of a server's; what was to be told of them goes too.

        When a server sends them, they are found again by their addresses.
        """

        def work(run: Run) -> bool:
            run("DELETE FROM outbox WHERE kind IN ('read', 'starred')")
            run(
                "UPDATE OR REPLACE entries SET entry = 'former ' || entry WHERE entry GLOB ?",
                (_ID_GLOB,),
            )
            return True

        self._store.together(work)

    def save(self, entry: Incoming) -> int | None:
        """Keep a page or a file on the saved shelf; the article's id."""
        now = int(time.time())

        def work(run: Run) -> int:
            return self._take(run, shelf(run), entry, now).id

        return self._store.together(work)

    def _take_all(self, run: Run, feed: int, entries: Sequence[Incoming], now: int) -> int:
        # The newest is taken last: what is found by a search is listed from the last to the first.
        ordered = sorted(entries, key=lambda entry: _sort(entry, now))
        return sum(self._take(run, feed, entry, now).fresh for entry in ordered)

    def _take(self, run: Run, feed: int, entry: Incoming, now: int) -> _Known:
        found = _find(run, feed, entry)
        if found is None:
            known = _Known(_add(run, feed, entry, now), entry.title, True)
        else:
            known = found
            _renew(run, known, entry)
        if known.fresh:
            run("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", (feed, entry.entry, known.id))
            (sort,) = run("SELECT sort FROM articles WHERE id = ?", (known.id,)).fetchone()
            run("INSERT OR IGNORE INTO placed VALUES (?, ?, ?)", (feed, sort, known.id))
        for mark, value in (("read", entry.read), ("starred", entry.starred)):
            if value is not None:
                self._mark(run, mark, value, known, met=found is not None and known.fresh)
        return known

    def _mark(self, run: Run, mark: str, value: bool, known: _Known, *, met: bool) -> None:
        """Take a server's mark; where it meets (`met`) an article of ours, ours is told to it."""
        if met and not value:
            (here,) = run(f"SELECT {mark} FROM articles WHERE id = ?", (known.id,)).fetchone()  # noqa: S608
            if here:
                self._outbox.put_marks(run, mark, [known.id])
            return
        run(f"UPDATE articles SET {mark} = ? WHERE id = ?", (int(value), known.id))  # noqa: S608


def _sort(entry: Incoming, now: int) -> int:
    return now if entry.published is None else min(entry.published, now)


def _find(run: Run, feed: int, entry: Incoming) -> _Known | None:
    row = run(
        """SELECT a.id, a.title FROM entries e JOIN articles a ON a.id = e.article
        WHERE e.feed = ? AND e.entry = ?""",
        (feed, entry.entry),
    ).fetchone()
    if row:
        return _Known(row[0], row[1], False)
    row = run("SELECT id, title FROM articles WHERE key = ?", (_key(feed, entry),)).fetchone()
    if row is None:
        return None
    here = run("SELECT 1 FROM placed WHERE article = ? AND feed = ?", (row[0], feed)).fetchone()
    if here and _folded(row[1]) != _folded(entry.title):
        return None  # a feed that gives all its entries one link
    return _Known(row[0], row[1], True)


def _add(run: Run, feed: int, entry: Incoming, now: int) -> int:
    key = _key(feed, entry)
    if run("SELECT 1 FROM articles WHERE key = ?", (key,)).fetchone():
        key = f"{feed} {entry.entry}"
        run("DELETE FROM articles WHERE key = ? AND id NOT IN (SELECT article FROM placed)", (key,))
    (number,) = run(
        """INSERT INTO articles (key, feed, title, author, link, language, published, received,
        sort) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""",
        (
            *(key, feed, entry.title, entry.author, entry.link, entry.language, entry.published),
            *(now, _sort(entry, now)),
        ),
    ).fetchone()
    run(
        "INSERT INTO texts (article, title, body) VALUES (?, ?, ?)",
        (number, entry.title, entry.text.words),
    )
    run(
        "INSERT INTO bodies (article, kinds, truncated, links) VALUES (?, ?, ?, ?)",
        (number, entry.text.kinds, int(entry.truncated), links_to(entry.links)),
    )
    return int(number)


def _renew(run: Run, known: _Known, entry: Incoming) -> None:
    """Take a changed title or text; the marks stay, and the text of a page stays before it."""
    body, from_page = run(
        """SELECT t.body, b.from_page FROM texts t JOIN bodies b ON b.article = t.article
        WHERE t.article = ?""",
        (known.id,),
    ).fetchone()
    if known.fresh:  # another feed's word on it: the longer text is the better one
        if not from_page and len(entry.text.words) > len(body):
            _replace(run, known.id, known.title, entry)
        return
    if entry.title != known.title:
        run(
            "UPDATE articles SET title = ?, translation = '', rough = 0 WHERE id = ?",
            (entry.title, known.id),
        )
    if from_page:
        run(
            "UPDATE bodies SET other = ?, other_kinds = ? WHERE article = ?",
            (entry.text.words, entry.text.kinds, known.id),
        )
        run("UPDATE texts SET title = ? WHERE article = ?", (entry.title, known.id))
    elif entry.title != known.title or entry.text.words != body:
        _replace(run, known.id, entry.title, entry)


def _replace(run: Run, article: int, title: str, entry: Incoming) -> None:
    run(
        "UPDATE texts SET title = ?, body = ? WHERE article = ?",
        (title, entry.text.words, article),
    )
    run(
        """UPDATE bodies SET kinds = ?, truncated = ?, analysed = 0, links = ?
        WHERE article = ?""",
        (entry.text.kinds, int(entry.truncated), links_to(entry.links), article),
    )


def _note_outcome(run: Run, feed: int, outcome: Outcome, now: int) -> None:
    if outcome.kind == "failed":
        run(
            """UPDATE feeds SET pending = 0, checked = ?, due = ?, reason = ?,
            failing_since = coalesce(failing_since, ?), failures = failures + 1 WHERE id = ?""",
            (now, outcome.due, outcome.reason, now, feed),
        )
        return
    run(
        """UPDATE feeds SET pending = 0, checked = ?, due = ?, reason = ?, failing_since = NULL,
        failures = 0, title = CASE WHEN ? <> '' THEN ? ELSE title END,
        site = CASE WHEN ? <> '' THEN ? ELSE site END,
        language = CASE WHEN ? <> '' THEN ? ELSE language END WHERE id = ?""",
        (
            *(now, outcome.due, outcome.reason),
            *(
                each
                for word in (outcome.title, outcome.site, outcome.language)
                for each in [word] * 2
            ),
            feed,
        ),
    )


def _key(feed: int, entry: Incoming) -> str:
    """What two feeds' entries have in common when they are the same article."""
    return canonical(entry.link) or f"{feed} {entry.entry}"


def is_server_id(entry: str) -> bool:
    """Whether the id of an entry is one that a server gave it."""
    return _ID.fullmatch(entry) is not None


def canonical(link: str) -> str:
    """An address without what differs between two feeds; empty when it names no one article."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https"):
        return ""
    query = urlencode(
        [
            pair
            for pair in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKERS.fullmatch(pair[0])
        ]
    )
    path = parts.path.rstrip("/")
    if not path and not query:
        return ""
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.")
    return f"{host}{path}" + (f"?{query}" if query else "")


def _folded(title: str) -> str:
    return "".join(char for char in title.casefold() if char.isalnum())
