"""Which articles a place holds, newest first, and their headlines, fetched as they are needed."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from tui.library.kinds import Headline, Place, Shown
from tui.library.search import Search
from tui.library.store import Store

HEADLINE = """a.id, a.feed, CASE WHEN f.name <> '' THEN f.name WHEN f.title <> '' THEN f.title
    ELSE f.url END, a.title, a.translation, a.rough, a.language, a.published, a.sort, a.read,
    a.starred, a.later, a.link"""

_SHOWN = {"all": "", "unread": "a.read = 0", "starred": "a.starred = 1", "later": "a.later = 1"}
_IN_FEED = "p.feed = ?"
_IN_FOLDER = (
    "p.feed IN (SELECT id FROM feeds WHERE removed IS NULL "
    "AND (folder = ? OR substr(folder, 1, ?) = ?))"
)
_IN_SIGHT = (
    "(NOT EXISTS (SELECT 1 FROM feeds WHERE removed IS NOT NULL) OR a.starred OR a.later OR "
    "EXISTS (SELECT 1 FROM placed p JOIN feeds f ON f.id = p.feed "
    "WHERE p.article = a.id AND f.removed IS NULL))"
)
_AT_ONCE = 500
"""How many headlines one query asks for: older SQLite takes no more than 999 values."""


class Lists:
    """Lists of articles: ids alone, which even 50,000 of make a list of in a moment."""

    def __init__(self, store: Store, search: Search) -> None:
        self._store = store
        self._search = search

    def ids(self, place: Place, shown: Shown = "all", limit: int | None = None) -> array[int]:
        """The articles of a place, newest first; the first `limit` of them when it is given."""
        if place.kind == "search":
            found = self._search.ids(place.name, 500 if limit is None else limit)
            return found if shown == "all" else self._kept(found, shown)
        query, values = _query(place, shown)
        rows = self._store.rows(f"{query} LIMIT ?", (*values, -1 if limit is None else limit))
        return array("q", [row[0] for row in rows])

    def _kept(self, ids: Sequence[int], shown: Shown) -> array[int]:
        found = self.headlines(ids)
        if shown == "unread":
            return array("q", [each.id for each in found if not each.read])
        return array("q", [each.id for each in found if getattr(each, shown)])

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        """The headlines of some articles, in that order; what is gone is left out."""
        found: dict[int, Headline] = {}
        for at in range(0, len(ids), _AT_ONCE):
            some = list(ids[at : at + _AT_ONCE])
            marks = ",".join("?" * len(some))
            for row in self._store.rows(
                f"SELECT {HEADLINE} FROM articles a JOIN feeds f ON f.id = a.feed "  # noqa: S608
                f"WHERE a.id IN ({marks})",
                some,
            ):
                found[row[0]] = headline_of(row)
        return [found[number] for number in ids if number in found]

    def next_unread(self, place: Place, after: int | None, forward: bool = True) -> int | None:
        """The unread article of a place that comes after one, or before it; None when none does."""
        if place.kind == "search":
            return self._next_found(place, after, forward)
        query, values = _query(place, "unread")
        if after is None:
            if not forward:
                query = query.replace("DESC", "ASC")
            row = self._store.row(f"{query} LIMIT 1", values)
            return int(row[0]) if row else None
        here = self._store.row("SELECT sort, id FROM articles WHERE id = ?", (after,))
        return self._beside(query, values, here, forward) if here else None

    def _next_found(self, place: Place, after: int | None, forward: bool) -> int | None:
        found = self.headlines(self.ids(place))
        if not forward:
            found.reverse()
        here = next((at for at, each in enumerate(found) if each.id == after), -1)
        return next((each.id for each in found[here + 1 :] if not each.read), None)

    def _beside(self, query: str, values: Sequence[Any], here: Any, forward: bool) -> int | None:
        head, _, order = query.partition(" ORDER BY ")
        sort = "p.sort" if " placed p JOIN articles" in head else "a.sort"
        head += f" AND ({sort}, a.id) {'<' if forward else '>'} (?, ?)"
        if not forward:
            order = order.replace("DESC", "ASC")
        row = self._store.row(f"{head} ORDER BY {order} LIMIT 1", (*values, *here))
        return int(row[0]) if row else None

    def unread(self) -> int:
        """How many articles are unread; one from two feeds counts once."""
        row = self._store.row(
            """SELECT count(*) FROM articles a WHERE a.read = 0 AND EXISTS (SELECT 1 FROM placed p
            JOIN feeds f ON f.id = p.feed WHERE p.article = a.id AND f.removed IS NULL)"""
            if self._some_removed()
            else "SELECT count(*) FROM articles WHERE read = 0"
        )
        return int(row[0]) if row else 0

    def count(self) -> int:
        """How many articles there are."""
        row = self._store.row("SELECT count(*) FROM articles")
        return int(row[0]) if row else 0

    def marked(self, mark: str) -> int:
        """How many articles are starred, or kept for later."""
        field = "starred" if mark == "starred" else "later"
        row = self._store.row(f"SELECT count(*) FROM articles WHERE {field} = 1")  # noqa: S608
        return int(row[0]) if row else 0

    def _some_removed(self) -> bool:
        return self._store.row("SELECT 1 FROM feeds WHERE removed IS NOT NULL LIMIT 1") is not None

    def untranslated(self, limit: int) -> list[Headline]:
        """The newest articles whose headlines are not translated."""
        rows = self._store.rows(
            f"SELECT {HEADLINE} FROM articles a JOIN feeds f ON f.id = a.feed "  # noqa: S608
            "WHERE a.translation = '' ORDER BY a.sort DESC, a.id DESC LIMIT ?",
            (limit,),
        )
        return [headline_of(row) for row in rows]

    def unanalysed(self, limit: int) -> list[int]:
        """The newest articles whose speakers and dates cannot be searched for yet."""
        rows = self._store.rows(
            "SELECT article FROM bodies WHERE analysed = 0 ORDER BY article DESC LIMIT ?", (limit,)
        )
        return [int(row[0]) for row in rows]


def headline_of(row: Any) -> Headline:
    """The headline in a row of the columns `HEADLINE`."""
    number, feed, source, title, translation, rough, language, published, sort, *marks = row
    read, starred, later, link = marks
    return Headline(
        number, feed, source, title, translation, bool(rough), language, published, sort,
        bool(read), bool(starred), bool(later), link,
    )  # fmt: skip


def _query(place: Place, shown: Shown) -> tuple[str, tuple[Any, ...]]:
    """The query for the ids of a place, with `WHERE` and `ORDER BY`, and its values."""
    wanted = [_SHOWN[shown]] if _SHOWN[shown] else []
    if place.kind in ("feed", "folder"):
        where = _IN_FEED
        values: tuple[Any, ...] = (place.feed,)
        if place.kind == "folder":
            where = _IN_FOLDER
            values = (place.name, len(place.name) + 1, f"{place.name}/")
        distinct = "DISTINCT " if place.kind == "folder" else ""
        query = (
            f"SELECT {distinct}a.id FROM placed p JOIN articles a ON a.id = p.article "  # noqa: S608
            f"WHERE {' AND '.join([where, *wanted])} ORDER BY p.sort DESC, p.article DESC"
        )
        return query, values
    if place.kind in ("starred", "later"):
        wanted.append(f"a.{place.kind} = 1")
    query = (
        f"SELECT a.id FROM articles a WHERE {' AND '.join([*wanted, _IN_SIGHT])} "  # noqa: S608
        "ORDER BY a.sort DESC, a.id DESC"
    )
    return query, ()
