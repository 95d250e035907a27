"""Searching everything that is kept: titles, bodies, translations, speakers, dates."""

from __future__ import annotations

import re
from array import array
from typing import NamedTuple

from tui.library.store import Store

_TOKEN = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))', re.IGNORECASE)
_COLUMNS = {
    "title": "title",
    "body": "body",
    "translation": "translation",
    "speaker": "speakers",
    "from": "speakers",
    "date": "dates",
}
_MARKS = {"unread": "a.read = 0", "read": "a.read = 1", "starred": "a.starred = 1",
          "later": "a.later = 1"}  # fmt: skip

_BEGINNING = 3
"""Letters from which a word finds those that begin with it."""


class _Query(NamedTuple):
    """A search as SQLite understands it."""

    words: str
    where: tuple[str, ...]
    values: tuple[str, ...]
    problem: str | None


class Search:
    """Words, `"phrases"`, `-without`; `speaker:`, `title:`, `date:`, `feed:`, `lang:`, `is:`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ids(self, query: str, limit: int = 50) -> array[int]:
        """The articles that hold all of it, those that came last first."""
        read = _read(query)
        if read.problem or not (read.words or read.where):
            return array("q")
        where, values = list(read.where), list(read.values)
        if read.words:
            source = "search JOIN articles a ON a.id = search.rowid"
            order = "search.rowid"
            where.insert(0, "search MATCH ?")
            values.insert(0, read.words)
            if not read.where:
                source, order = "search", "rowid"
        else:
            source, order = "articles a", "a.id"
        rows = self._store.rows(
            f"SELECT {order} FROM {source} WHERE {' AND '.join(where)} "  # noqa: S608
            f"ORDER BY {order} DESC LIMIT ?",
            (*values, limit),
        )
        return array("q", [row[0] for row in rows])

    def why_not(self, query: str) -> str | None:
        """What is wrong with a query, in one line."""
        return _read(query).problem


def _read(query: str) -> _Query:
    words: list[str] = []
    without: list[str] = []
    where: list[str] = []
    values: list[str] = []
    problem = None
    for sign, field, phrase, word in _TOKEN.findall(query):
        field, value = field.lower(), phrase or word
        if field == "is" and value.lower() in _MARKS:
            where.append(_MARKS[value.lower()])
        elif field == "lang":
            where.append("a.language = ?")
            values.append(value.lower())
        elif field == "feed":
            where.append(
                "a.id IN (SELECT p.article FROM placed p JOIN feeds f ON f.id = p.feed "
                "WHERE (f.name || ' ' || f.title || ' ' || f.url) LIKE '%' || ? || '%')"
            )
            values.append(value)
        else:
            if field and field not in _COLUMNS:
                value = f"{field}:{value}"
            terms = _terms(value, whole=bool(phrase))
            if terms and field in _COLUMNS:
                terms = f"{{{_COLUMNS[field]}}} : {terms}"
            if terms:
                (without if sign else words).append(terms)
    if without and not words:
        problem = "a search needs a word to look for besides those to leave out"
    text = " AND ".join(words)
    for terms in without:
        text = f"({text}) NOT {terms}"
    return _Query(text, tuple(where), tuple(values), problem)


def _terms(value: str, whole: bool) -> str:
    """A phrase for SQLite; the last word of one that is being typed may go on.

    One or two letters stand for themselves: a word (*UE*), not nearly everything.
    """
    if not any(char.isalnum() for char in value):
        return ""
    quoted = '"' + value.replace('"', " ").replace("\0", " ") + '"'
    return quoted if whole or len(value) < _BEGINNING else f"{quoted} *"
