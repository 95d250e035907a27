"""The commands of the newsstand: what may be written, and which function answers it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping

MakeParser = Callable[..., argparse.ArgumentParser]
Run = Callable[[argparse.Namespace], int]
Parsed = tuple[Run, argparse.Namespace]

STAND_COMMANDS: Mapping[str, str] = {
    "refresh": "ask the feeds for their articles, from cron for example",
    "unread": "print how many articles are unread, for a status bar",
    "search": "search everything that is kept",
    "save": "keep pages, files or standard input beside the feeds",
    "feeds": "add, list, remove, import or export feeds",
}


def parse_stand(name: str, make: MakeParser, rest: list[str]) -> Parsed:
    """The function that answers one of `STAND_COMMANDS`, and its options."""
    answers = {
        "refresh": _refresh,
        "unread": _unread,
        "search": _search,
        "save": _save,
        "feeds": _feeds,
    }
    return answers[name](make, rest)


def _refresh(make: MakeParser, rest: list[str]) -> Parsed:
    from tui.cli.refreshing import refresh

    parser = make(
        "refresh",
        "Ask the feeds for their articles. One line for each that has news or fails; status 1\n"
        "when nothing could be done. Two at once do not disturb each other.",
        "In a crontab:  */15 * * * * edicola refresh --due --quiet",
    )
    parser.add_argument("feeds", metavar="ADDRESS", nargs="*", help="only these feeds")
    parser.add_argument("--due", action="store_true", help="only feeds whose time has come")
    parser.add_argument("--quiet", action="store_true", help="say only what went wrong")
    return refresh, parser.parse_args(rest)


def _unread(make: MakeParser, rest: list[str]) -> Parsed:
    from tui.cli.refreshing import unread

    parser = make("unread", "Print how many articles are unread; opens no connection.")
    parser.add_argument("--json", action="store_true", help="one JSON object, feed by feed")
    return unread, parser.parse_args(rest)


def _search(make: MakeParser, rest: list[str]) -> Parsed:
    from tui.cli.searching import search

    parser = make(
        "search",
        "Search titles, texts, translations, speakers and dates; the newest first. Status 1 when\n"
        "nothing is found.",
        'Words must all be there; "in quotes" as a phrase; -word not. Also: title:, body:,\n'
        "translation:, speaker:, date:2024-06-24, feed:, lang:it, is:unread, is:starred,\n"
        "is:later. "
        "Before words that begin with a hyphen write --.",
    )
    parser.add_argument("words", metavar="WORD", nargs="+")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many")
    parser.add_argument("--json", action="store_true", help="one JSON object for each")
    return search, parser.parse_args(rest)


def _save(make: MakeParser, rest: list[str]) -> Parsed:
    from tui.cli.searching import save

    parser = make("save", "Keep articles on the saved shelf of the newsstand.")
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="a file, a web address, or - for standard input",
    )
    return save, parser.parse_args(rest)


def _feeds(make: MakeParser, rest: list[str]) -> Parsed:
    from tui.cli import feeds

    parser = make("feeds", "Add, list, remove, import or export feeds.")
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)

    def action(name: str, what: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=what, description=what, allow_abbrev=False)

    adding = action("add", "take feeds by their addresses, or by those of pages that have some")
    adding.add_argument("addresses", metavar="ADDRESS", nargs="+")
    adding.add_argument("--folder", default="", metavar="F", help="A/B is a folder in another")
    adding.add_argument("--title", default="", metavar="T", help="a name of your own")
    adding.add_argument("--as-is", action="store_true", help="do not look what is there")
    adding.add_argument("--all", action="store_true", help="every feed of a page that has several")
    listing = action("list", "list the feeds, and what is wrong with those that fail")
    listing.add_argument("--json", action="store_true", help="one JSON object for each")
    removing = action("remove", "remove feeds; `edicola feeds undo` brings them back")
    removing.add_argument("addresses", metavar="ADDRESS", nargs="+")
    importing = action("import", "take the feeds of an OPML file, or of newsboat's urls file")
    importing.add_argument("file", metavar="FILE", help="- for standard input")
    exporting = action("export", "write the feeds as OPML")
    exporting.add_argument("file", metavar="FILE", nargs="?", help="standard output without it")
    action("undo", "take the last change to feeds, or the last marking of many articles, back")
    options = parser.parse_args(rest)
    return feeds.ANSWERS[options.action], options
