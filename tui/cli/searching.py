"""`edicola search` and `edicola save`."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

from tui.cli.output import complain, say
from tui.cli.session import complain_of, open_session
from tui.cli.stand import open_stand

if TYPE_CHECKING:
    from tui.cli.arguments import Options


def search(options: Options) -> int:
    """Print what is found, the newest first."""
    from tui.newsroom import written

    query = " ".join(f'"{word}"' if " " in word else word for word in options.words)
    with open_stand(open_session(options)) as stand:
        if problem := stand.search.why_not(query):
            complain(problem)
            return 2
        found = stand.lists.headlines(stand.search.ids(query, max(1, options.limit)))
    for head in found:
        day = written(head.published)
        if options.json:
            facts = {
                "id": head.id,
                "published": day.value if day else None,
                "source": head.source,
                "title": head.title,
                "translation": head.translation or None,
                "language": head.language or None,
                "link": head.link or None,
                "read": head.read,
                "starred": head.starred,
            }
            say(json.dumps(facts, ensure_ascii=False))
            continue
        say(f"{day.value if day else '----------'}  {head.source}: {head.title}")
        for line in (head.translation, head.link):
            if line:
                say(f"            {line}")
    return 0 if found else 1


def save(options: Options) -> int:
    """Keep articles on the saved shelf."""
    from tui import newsroom, pipeline
    from tui.sources import SourceError

    session = open_session(options)
    complain_of(session)
    status = 0
    with open_stand(session, to_keep=True) as stand:
        for source in options.sources:
            try:
                document = pipeline.open_source(
                    source,
                    offline=session.offline,
                    stdin=sys.stdin.buffer,
                    limits=session.settings.sources,
                )
            except SourceError as error:
                complain(pipeline.why_not(source, error))
                status = 1
                continue
            entry = newsroom.as_incoming(document, int(time.time()))
            if stand.intake.save(entry) is None:
                status = 1
            else:
                say(f"kept: {entry.title}")
    return status
