"""The `urls` file of newsboat: an address a line, with tags."""

from __future__ import annotations

import shlex

from tui.library.kinds import NewFeed
from tui.library.opml import FeedsRead
from tui.sanitize import sanitize_line, web_address


def read_urls(data: bytes) -> FeedsRead:
    """The feeds of a `urls` file: the first tag is the folder, `~Name` the title.

    Lines that are no feed's (`query:`, `exec:`, `filter:`) are among the problems.
    """
    feeds: dict[str, NewFeed] = {}
    problems = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        line = line.strip("\ufeff \t")
        if not line or line.startswith("#"):
            continue
        try:
            address, *tags = shlex.split(line, comments=False)
        except ValueError:
            address, *tags = line.split()
        url = web_address(address)
        if not url:
            shown = sanitize_line(address)[:80]
            problems.append(f"line {number}: “{shown}” is no web address")
            continue
        tags = [sanitize_line(tag).strip() for tag in tags]
        title = next((tag[1:] for tag in tags if tag.startswith("~")), "")
        folder = next((tag for tag in tags if tag and tag[0] not in "~!"), "")
        feeds.setdefault(url, NewFeed(url, title, folder.replace("/", "∕")))
    return FeedsRead(tuple(feeds.values()), tuple(problems))
