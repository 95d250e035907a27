"""The bodies of articles, and what can be searched for in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from tui.library.kinds import Kept, Link, Text
from tui.library.lists import HEADLINE, headline_of
from tui.library.store import Store

BETTER = 1.2
"""How many times longer than the feed's text a page's must be to stand in its place."""
TRIES = 3
"""How often a page that cannot be read is asked for without anyone saying so."""


class Texts:
    """Bodies: the feed's own, and the page's where that gives more; never one without the other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, article: int) -> Kept | None:
        """An article with everything that is kept of it."""
        row = self._store.row(
            f"""SELECT {HEADLINE}, a.author, t.body, b.kinds, b.from_page, b.truncated,
            b.page_tried, b.links FROM articles a JOIN feeds f ON f.id = a.feed
            JOIN texts t ON t.article = a.id JOIN bodies b ON b.article = a.id
            WHERE a.id = ?""",  # noqa: S608
            (article,),
        )
        if row is None:
            return None
        *head, author, body, kinds, from_page, truncated, tried, links = row
        return Kept(
            headline_of(head),
            author,
            Text(body, kinds),
            bool(from_page),
            bool(truncated),
            tried >= TRIES,
            links_from(links),
        )

    def take_page(self, article: int, text: Text | None, links: Sequence[Link] = ()) -> bool:
        """Put the page's text in the place of the feed's, when it gives more.

        The feed's is kept beside it; None says that the page could not be read: it is asked for
        unbidden some more times.
        """

        def work(run: Callable[..., Any]) -> bool:
            row = run(
                """SELECT t.body, b.kinds, b.from_page, b.links FROM texts t
                JOIN bodies b ON b.article = t.article WHERE t.article = ?""",
                (article,),
            ).fetchone()
            if row is None:
                return False
            body, kinds, from_page, known = row
            run(
                "UPDATE bodies SET page_tried = page_tried + ? WHERE article = ?",
                (1 if text is None else TRIES, article),
            )
            if text is None or from_page or len(text.words) < len(body) * BETTER:
                return False
            every = dict.fromkeys((*links_from(known), *links))
            run(
                """UPDATE bodies SET kinds = ?, other = ?, other_kinds = ?, from_page = 1,
                analysed = 0, links = ? WHERE article = ?""",
                (text.kinds, body, kinds, links_to(tuple(every)), article),
            )
            run("UPDATE texts SET body = ? WHERE article = ?", (text.words, article))
            return True

        return bool(self._store.together(work))

    def swap(self, article: int) -> bool:
        """Show the feed's text for the page's, or the page's again; False when there is one."""

        def work(run: Callable[..., Any]) -> bool:
            row = run(
                """SELECT t.body, b.kinds, b.other, b.other_kinds, b.from_page FROM texts t
                JOIN bodies b ON b.article = t.article WHERE t.article = ?""",
                (article,),
            ).fetchone()
            if row is None or not row[2]:
                return False
            body, kinds, other, other_kinds, from_page = row
            run(
                """UPDATE bodies SET kinds = ?, other = ?, other_kinds = ?, from_page = ?,
                analysed = 0 WHERE article = ?""",
                (other_kinds, body, kinds, int(not from_page), article),
            )
            run("UPDATE texts SET body = ? WHERE article = ?", (other, article))
            return True

        return bool(self._store.together(work))

    def keep_translation(self, article: int, translation: str, rough: bool) -> bool:
        """Keep the translation of a headline."""

        def work(run: Callable[..., Any]) -> bool:
            run(
                "UPDATE articles SET translation = ?, rough = ? WHERE id = ?",
                (translation, int(rough), article),
            )
            run(
                """UPDATE texts SET translation = ? WHERE article = ?
                AND translation NOT LIKE ? ESCAPE '!'""",
                (translation, article, _like(translation) + "%"),
            )
            return True

        return bool(self._store.together(work))

    def keep_findings(
        self,
        article: int,
        translation: str | None = None,
        speakers: str | None = None,
        dates: str | None = None,
    ) -> bool:
        """Keep what can be searched for besides the text, a line each; None leaves what is there.

        `translation` is that of the body; the headline's stands before it.
        """

        def work(run: Callable[..., Any]) -> bool:
            row = run(
                """SELECT t.translation, t.speakers, t.dates, a.translation FROM texts t
                JOIN articles a ON a.id = t.article WHERE t.article = ?""",
                (article,),
            ).fetchone()
            if row is None:
                return False
            if translation is not None:
                row = (f"{row[3]}\n{translation}".strip(), *row[1:])
            new = (
                row[0],
                row[1] if speakers is None else speakers,
                row[2] if dates is None else dates,
            )
            if new != tuple(row[:3]) or translation is not None:
                run(
                    "UPDATE texts SET translation = ?, speakers = ?, dates = ? WHERE article = ?",
                    (*new, article),
                )
            if speakers is not None:
                run("UPDATE bodies SET analysed = 1 WHERE article = ?", (article,))
            return True

        return bool(self._store.together(work))

    def truncated_of_full_feeds(self, limit: int) -> list[int]:
        """The newest articles to be completed from their pages without being asked."""
        rows = self._store.rows(
            """SELECT a.id FROM articles a JOIN bodies b ON b.article = a.id
            JOIN feeds f ON f.id = a.feed WHERE f.full_text = 1 AND f.removed IS NULL
            AND b.page_tried < ? AND a.link <> '' ORDER BY a.sort DESC LIMIT ?""",
            (TRIES, limit),
        )
        return [int(row[0]) for row in rows]


def links_to(links: Sequence[Link]) -> str:
    """Links as they are kept."""
    return json.dumps(links, ensure_ascii=False) if links else ""


def links_from(kept: str) -> tuple[Link, ...]:
    """Links as they were kept."""
    return tuple(Link(*each) for each in json.loads(kept)) if kept else ()


def _like(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
