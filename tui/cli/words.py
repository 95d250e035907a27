"""`edicola lookup`: what dictionaries say of a word."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tui.cli.output import complain, say
from tui.cli.session import complain_of, open_session
from tui.document import LANGUAGE_NAMES, LANGUAGES

if TYPE_CHECKING:
    from tui.cli.arguments import Options
    from tui.document import Language
    from tui.lookup import Answer


def lookup(options: Options) -> int:
    """Print what is known of each word; 1 when nothing is known of one of them."""
    from tui.lookup import REMEDY
    from tui.pipeline import open_shelf

    session = open_session(options)
    complain_of(session)
    shelf = open_shelf(session.settings, session.places)
    languages: Sequence[Language] = (options.language,) if options.language else LANGUAGES
    status = 0
    told: set[str] = set()
    try:
        for word in options.words:
            answers = [shelf.look_up(word, language) for language in languages]
            known = [answer for answer in answers if answer.entries]
            for fault in dict.fromkeys(f for answer in answers for f in answer.problems):
                if fault not in told:
                    told.add(fault)
                    complain(fault)
            if options.json:
                say(json.dumps(_as_data(word, known), ensure_ascii=False))
            elif known:
                say("\n\n".join(map(_as_text, known)))
            if not known:
                status = 1
                complain(_nothing(word, answers, REMEDY))
    finally:
        shelf.close()
    return status


def _nothing(word: str, answers: Sequence[Answer], remedy: str) -> str:
    if not any(answer.dictionaries for answer in answers):
        which = f" for {LANGUAGE_NAMES[answers[0].language]}" if len(answers) == 1 else ""
        return f"{word}: there are no dictionaries{which}; {remedy}"
    asked = sum(answer.dictionaries for answer in answers)
    return f"{word}: nothing is known of it ({asked} looked into)"


def _as_text(answer: Answer) -> str:
    """The dictionary form with its senses, a line each; then which dictionary says so."""
    lines: list[str] = []
    headword, dictionary = "", ""
    for entry in answer.entries:
        if entry.dictionary != dictionary:
            dictionary, headword = entry.dictionary, ""
            lines.append(f"[{dictionary}]")
        if entry.headword != headword:
            headword = entry.headword
            lines.append(f"{headword} {entry.article.note}".rstrip())
        lines += [f"  {sense}" for sense in entry.article.senses]
    return f"{answer.word} ({LANGUAGE_NAMES[answer.language]})\n" + "\n".join(lines)


def _as_data(word: str, answers: Sequence[Answer]) -> dict[str, Any]:
    return {
        "word": word,
        "answers": [
            {
                "language": answer.language,
                "lemma": answer.lemma,
                "entries": [
                    {
                        "headword": entry.headword,
                        "note": entry.article.note or None,
                        "senses": list(entry.article.senses),
                        "phrase": entry.article.phrase,
                        "dictionary": entry.dictionary,
                    }
                    for entry in answer.entries
                ],
            }
            for answer in answers
        ],
    }
