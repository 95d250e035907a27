"""What may be written on the command line, and which function answers it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

import tui
from tui.cli.stand_arguments import STAND_COMMANDS, parse_stand
from tui.document import LANGUAGES

Options = argparse.Namespace
Run = Callable[[Options], int]

_COMMANDS = {
    **STAND_COMMANDS,
    "extract": "print an article with its sentences, quotes and dates",
    "translate": "print the translation of an article",
    "lookup": "look a word up in the dictionaries you have",
    "memory": "import or export the translation memory (TMX)",
    "engines": "list the translation engines and what each of them lacks",
    "models": "list, install or remove translation models that need no network",
    "doctor": "say what works on this machine and what is missing",
    "dirs": "list the files and folders Edicola uses",
    "settings": "print a settings file with every default, or check yours",
}
_SOURCE = "a file (text, Markdown, HTML), an http or https address, or - for standard input"
_EPILOG = """\
commands (`edicola COMMAND --help` says more):
{commands}

To open a file that has the name of a command, write ./ before it.
"""


def parse(argv: Sequence[str]) -> tuple[Run, Options]:
    """The function to run and its options.

    Raises:
        SystemExit: after help or version were printed (0), or on wrong usage (2).
    """
    name, rest = _command(list(argv))
    if name is None:
        return _reader(rest)
    if name in STAND_COMMANDS:
        return parse_stand(name, _parser, rest)
    return {
        "extract": _extract,
        "translate": _translate,
        "lookup": _lookup,
        "memory": _memory,
        "engines": _engines,
        "models": _models,
        "doctor": _doctor,
        "dirs": _dirs,
        "settings": _settings,
    }[name](rest)


def _command(argv: list[str]) -> tuple[str | None, list[str]]:
    """The command's name, which options that all commands share may precede, and the rest."""
    index = 0
    while index < len(argv):
        word = argv[index]
        if word in _COMMANDS:
            return word, argv[index + 1 :] + argv[:index]
        if word == "--config":
            index += 2
        elif word == "--offline" or word.startswith("--config="):
            index += 1
        else:
            break
    return None, argv


def _parser(command: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"edicola {command}".rstrip(),
        description=description,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--offline", action="store_true", help="open no connection")
    parser.add_argument("--config", metavar="FILE", help="read the settings from FILE")
    return parser


def _add_article_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--date",
        metavar="D",
        help="when the article was written, as far as you know: 2024-06, 24/6/2024, June 2024",
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, help="the article's language, when it is not recognised"
    )


def _add_engine_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", metavar="NAME", help="ask this engine only")
    parser.add_argument(
        "--agree",
        action="store_true",
        help="agree that the text is sent to the engines' hosts; remembered for each host",
    )


def _reader(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.reading import read

    width = max(map(len, _COMMANDS))
    commands = "\n".join(f"  {name:{width}}  {what}" for name, what in _COMMANDS.items())
    parser = _parser(
        "",
        "Read Italian news beside their English translation, or English news beside their Italian "
        "one,\nwith who said what and when. Without SOURCE the newsstand opens: your feeds, and "
        "what is kept.",
        _EPILOG.format(commands=commands),
    )
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help=_SOURCE)
    _add_article_options(parser)
    parser.add_argument(
        "--view", choices=("italian", "english", "both"), help="what is shown at first"
    )
    parser.add_argument("--version", action="version", version=f"edicola {tui.__version__}")
    return read, parser.parse_args(argv)


def _extract(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.documents import extract

    parser = _parser(
        "extract",
        "Print articles as data: text, sentences, quotes with their speakers, dates with their "
        "values.\nOne SOURCE gives one JSON object (indented on a terminal, else on one line); "
        "several give\nJSON Lines, in the order given.",
    )
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help=_SOURCE)
    _add_article_options(parser)
    parser.add_argument("--translate", choices=LANGUAGES, help="add the translation into it or en")
    _add_engine_options(parser)
    parser.add_argument("--format", choices=("json", "jsonl", "markdown"), default="json")
    parser.add_argument(
        "--explain",
        action="store_true",
        help="print how each quote and date was read, and what else was considered, instead",
    )
    return extract, parser.parse_args(argv)


def _translate(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.documents import translate

    parser = _parser(
        "translate",
        "Print the translation of articles, paragraph by paragraph. A sentence that could not be\n"
        "translated is printed as it is, marked [not translated]; how many are rough, adapted or\n"
        "lost a number, date or name is said on standard error.",
    )
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help=_SOURCE)
    parser.add_argument("--to", choices=LANGUAGES, required=True, help="the language wanted")
    _add_article_options(parser)
    _add_engine_options(parser)
    return translate, parser.parse_args(argv)


def _lookup(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.words import lookup

    parser = _parser(
        "lookup",
        "Look words up, as they stand in a text, in dictionaries of dictd and StarDict: the\n"
        "dictionary form, the senses, and which dictionary says so. Exit status 1 when nothing is\n"
        "known of one of them.",
    )
    parser.add_argument("words", metavar="WORD", nargs="+", help="a word in any of its forms")
    parser.add_argument(
        "--from",
        dest="language",
        choices=LANGUAGES,
        help="the word's language; both are tried when it is not given",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object for each word")
    return lookup, parser.parse_args(argv)


def _memory(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.upkeep import memory

    parser = _parser(
        "memory", "Bring sentence pairs of yours into the translation memory, or take them out."
    )
    parser.add_argument("action", choices=("import", "export"))
    parser.add_argument("file", metavar="FILE.tmx")
    return memory, parser.parse_args(argv)


def _engines(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.upkeep import engines

    parser = _parser("engines", "List the translation engines and what each of them lacks.")
    parser.add_argument(
        "--forget", metavar="HOST", help="withdraw the agreement that text is sent to HOST"
    )
    return engines, parser.parse_args(argv)


def _models(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.models import models

    parser = _parser(
        "models",
        "Translation models of this machine. Installing fetches one, after asking, checks its\n"
        "SHA-256 and goes on where a fetch broke off; or takes it from a folder or a file.",
        "Without --from: EDICOLA_MODELS_ADDRESS, else models_address in the settings, else "
        "Mozilla's list.",
    )
    parser.add_argument("action", choices=("list", "install", "remove"))
    parser.add_argument(
        "pair", choices=("it-en", "en-it"), nargs="?", help="from which language into which"
    )
    parser.add_argument(
        "--from",
        dest="origin",
        metavar="PLACE",
        help="what to install from: an address (of a list of records, or a mirror's folder, which "
        "ends in /), a folder, or an .argosmodel file",
    )
    parser.add_argument("--agree", action="store_true", help="agree to the fetching")
    parser.add_argument(
        "--engine", choices=("firefox", "argos"), help="remove that engine's model only"
    )
    options = parser.parse_args(argv)
    if options.action != "list" and options.pair is None:
        parser.error(f"{options.action} which? it-en or en-it")
    return models, options


def _doctor(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.doctor import doctor

    return doctor, _parser(
        "doctor",
        "Say what works on this machine and what is missing; opens no connection.\n"
        "Status 1 when something is broken; what could be better is only said.",
    ).parse_args(argv)


def _dirs(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.upkeep import dirs

    return dirs, _parser("dirs", "List the files and folders Edicola uses.").parse_args(argv)


def _settings(argv: list[str]) -> tuple[Run, Options]:
    from tui.cli.upkeep import settings

    parser = _parser(
        "settings",
        "Print a settings file with every default; `edicola dirs` says where it belongs.",
    )
    parser.add_argument("--check", action="store_true", help="name what is wrong in yours instead")
    return settings, parser.parse_args(argv)
