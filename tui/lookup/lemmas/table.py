"""Tables of words written as text: a name, a colon, and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator


def rows(table: str) -> Iterator[tuple[str, str]]:
    """Each name with what stands after its colon; a line that begins with a blank goes on."""
    for row in table.strip().replace("\n ", " ").split("\n"):
        name, _, rest = row.partition(":")
        yield name.strip(), rest.strip()
