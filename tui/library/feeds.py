"""Which feeds are taken, in which folders, and the searches that stand among them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tui.library.kinds import SAVED, Feed, NewFeed, SavedSearch
from tui.library.outbox import Outbox
from tui.library.store import Store
from tui.library.undo import Undo
from tui.sanitize import sanitize_line

_FIELDS = """id, url, CASE WHEN name <> '' THEN name WHEN title <> '' THEN title ELSE url END,
    folder, unread, total, language, site, full_text, checked, due, failing_since, reason,
    failures"""

Run = Callable[..., Any]


class Feeds:
    """The feeds of the newsstand; those that were removed can come back until they are purged."""

    def __init__(self, store: Store, undo: Undo, outbox: Outbox) -> None:
        self._store = store
        self._undo = undo
        self._outbox = outbox

    def all(self) -> list[Feed]:
        """Every feed, by folder and title; the shelf of saved articles when it holds some."""
        rows = self._store.rows(
            f"SELECT {_FIELDS} FROM feeds WHERE removed IS NULL AND (url <> ? OR total > 0)",  # noqa: S608
            (SAVED,),
        )
        feeds = [_feed(row) for row in rows]
        return sorted(feeds, key=lambda feed: (feed.folder.casefold(), feed.title.casefold()))

    def get(self, number: int) -> Feed | None:
        """The feed with that id."""
        row = self._store.row(
            f"SELECT {_FIELDS} FROM feeds WHERE id = ? AND removed IS NULL",  # noqa: S608
            (number,),
        )
        return _feed(row) if row else None

    def by_url(self, url: str) -> Feed | None:
        """The feed at that address."""
        row = self._store.row(
            f"SELECT {_FIELDS} FROM feeds WHERE url = ? AND removed IS NULL",  # noqa: S608
            (url,),
        )
        return _feed(row) if row else None

    def add(self, new: Sequence[NewFeed], label: str = "", *, tell: bool = True) -> list[Feed]:
        """Take feeds; those that are there already stay as they are. The new ones are returned.

        With a label, what was done can be undone; `tell` is False for what a server said itself.
        """
        now = int(time.time())

        def work(run: Run) -> list[int]:
            added: list[int] = []
            for feed in new:
                done = run(
                    """INSERT INTO feeds (url, name, folder, added) VALUES (?, ?, ?, ?)
                    ON CONFLICT (url) DO UPDATE SET removed = NULL, name = excluded.name,
                    folder = excluded.folder, due = NULL WHERE removed IS NOT NULL RETURNING id""",
                    (feed.url, sanitize_line(feed.title), _folder(feed.folder), now),
                ).fetchall()
                added += [int(row[0]) for row in done]
                if done and tell:
                    told = f"{_folder(feed.folder)}\n{feed.title}"
                    self._outbox.put(run, "subscribe", feed.url, told)
            if added and label:
                self._undo.note(run, label, {"added": added})
            return added

        ids = self._store.together(work) or []
        return [feed for number in ids if (feed := self.get(number))]

    def remove(self, numbers: Iterable[int], label: str = "", *, tell: bool = True) -> None:
        """Take feeds out of sight; their articles come back with them when it is undone."""
        now = int(time.time())

        def work(run: Run) -> None:
            gone = [
                (number, str(row[0]))
                for number in numbers
                for row in run(
                    """UPDATE feeds SET removed = ? WHERE id = ? AND removed IS NULL
                    AND url <> ? RETURNING url""",
                    (now, number, SAVED),
                ).fetchall()
            ]
            for _, url in gone:
                if tell:
                    self._outbox.put(run, "unsubscribe", url, "")
            if gone and label:
                self._undo.note(run, label, {"removed": [number for number, _ in gone]})

        self._store.together(work)

    def give(self, feeds: Iterable[Feed]) -> None:
        """Have the server told of feeds that were here before it."""

        def work(run: Run) -> bool:
            for feed in feeds:
                name = "" if feed.title == feed.url else feed.title
                self._outbox.put(run, "subscribe", feed.url, f"{feed.folder}\n{name}")
            return True

        self._store.together(work)

    def readdress(self, number: int, url: str) -> bool:
        """Have a feed under another address; not when one is, or was, there already."""

        def work(run: Run) -> bool:
            if run("SELECT 1 FROM feeds WHERE url = ?", (url,)).fetchone():
                return False
            run("UPDATE feeds SET url = ? WHERE id = ?", (url, number))
            return True

        return bool(self._store.together(work))

    def rename(self, number: int, name: str, *, tell: bool = True) -> bool:
        """Give a feed a name of the reader's own; an empty one gives it its own back."""
        return self._change(number, "name", sanitize_line(name), "rename" if tell else "")

    def move(self, number: int, folder: str, *, tell: bool = True) -> bool:
        """Put a feed into a folder; the folder is there while something is in it."""
        return self._change(number, "folder", _folder(folder), "move" if tell else "")

    def set_full_text(self, number: int, wanted: bool) -> bool:
        """Say whether its entries are to be completed from their pages."""
        return self._store.write(
            "UPDATE feeds SET full_text = ? WHERE id = ?", (int(wanted), number)
        )

    def _change(self, number: int, field: str, value: str, told: str) -> bool:
        def work(run: Run) -> bool:
            done = run(
                f"UPDATE feeds SET {field} = ? WHERE id = ? RETURNING url",  # noqa: S608
                (value, number),
            ).fetchall()
            for row in done if told else ():
                self._outbox.put(run, told, str(row[0]), value)
            return True

        return bool(self._store.together(work))

    def purge(self, before: int) -> list[str]:
        """Forget for good the feeds removed before a time; their addresses.

        Articles that were starred or set aside for later go to the saved shelf.
        """

        def work(run: Run) -> list[str]:
            gone = run(
                "SELECT id, url FROM feeds WHERE removed IS NOT NULL AND removed < ?", (before,)
            ).fetchall()
            for number, _ in gone:
                _forget(run, int(number))
            return [str(url) for _, url in gone]

        return self._store.together(work) or []

    def removed(self) -> list[str]:
        """The addresses of feeds that were removed and not yet purged."""
        return [
            str(row[0])
            for row in self._store.rows("SELECT url FROM feeds WHERE removed IS NOT NULL")
        ]

    def moments(self, limit: int = 12) -> dict[int, list[int]]:
        """When the latest articles of each feed were written, in seconds since 1970."""
        rows = self._store.rows(
            """SELECT id, (SELECT group_concat(sort) FROM
            (SELECT sort FROM placed WHERE feed = f.id ORDER BY sort DESC LIMIT ?))
            FROM feeds f WHERE removed IS NULL AND total > 0""",
            (limit,),
        )
        return {int(feed): [int(each) for each in str(when).split(",")] for feed, when in rows}

    def searches(self) -> list[SavedSearch]:
        """The saved searches, in the order they were saved."""
        rows = self._store.rows("SELECT id, name, query FROM searches ORDER BY id")
        return [SavedSearch(int(number), str(name), str(query)) for number, name, query in rows]

    def save_search(self, name: str, query: str) -> bool:
        """Keep a search among the folders; the same words a second time rename it."""
        return self._store.write(
            """INSERT INTO searches (name, query) VALUES (?, ?)
            ON CONFLICT (query) DO UPDATE SET name = excluded.name""",
            (sanitize_line(name), query),
        )

    def forget_search(self, number: int) -> bool:
        """Take a saved search away."""
        return self._store.write("DELETE FROM searches WHERE id = ?", (number,))


def _folder(path: str) -> str:
    """The path of a folder, without blanks around its names and without nameless ones."""
    names = (name.strip() for name in sanitize_line(path).split("/"))
    return "/".join(name for name in names if name)


def shelf(run: Run) -> int:
    """The id of the shelf of saved pages and files, made when it is first needed."""
    run(
        "INSERT OR IGNORE INTO feeds (url, title, added) VALUES (?, 'Saved', ?)",
        (SAVED, int(time.time())),
    )
    return int(run("SELECT id FROM feeds WHERE url = ?", (SAVED,)).fetchone()[0])


def _forget(run: Run, number: int) -> None:
    kept = run(
        """SELECT a.id, a.sort, e.entry FROM articles a JOIN entries e ON e.article = a.id
        WHERE e.feed = ? AND (a.starred OR a.later)""",
        (number,),
    ).fetchall()
    for article, sort, entry in kept:
        saved = shelf(run)
        run("INSERT OR IGNORE INTO placed VALUES (?, ?, ?)", (saved, sort, article))
        run("INSERT OR IGNORE INTO entries VALUES (?, ?, ?)", (saved, entry, article))
    run("DELETE FROM entries WHERE feed = ?", (number,))
    run("DELETE FROM placed WHERE feed = ?", (number,))
    alone = "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM placed)"
    for table in ("texts", "bodies"):
        run(f"DELETE FROM {table} WHERE article IN ({alone})")  # noqa: S608
    run(f"DELETE FROM articles WHERE id IN ({alone})")  # noqa: S608
    run(
        """UPDATE articles SET feed = (SELECT feed FROM placed WHERE article = articles.id LIMIT 1)
        WHERE feed = ?""",
        (number,),
    )
    run("DELETE FROM feeds WHERE id = ?", (number,))


def _feed(row: Any) -> Feed:
    number, url, title, folder, unread, total, language, site, full_text, *rest = row
    return Feed(number, url, title, folder, unread, total, language, site, bool(full_text), *rest)
