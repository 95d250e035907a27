"""The table of cues: each form of a verb of saying, its kind, its dictionary form.

The tables stand beside the languages, as `cues.tsv`; `python -m tui.extract.cues` makes them anew
from the verbs and rules of `conjugation.py`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

Forms = dict[str, dict[str, str]]
"""For each kind form to lemma: `finite`, `participle`, `loose` (gerund and infinitive), and
`phrase`, a verb with words that make it one of saying: *mette in guardia*."""

KINDS = ("finite", "participle", "loose", "phrase")
LANGUAGES = ("italian", "english")


def table_of(language: str) -> Path:
    """The file of a language's table."""
    return Path(__file__).parent / language / "cues.tsv"


def read_cues(language: str) -> Forms:
    """The forms of a language, from its table."""
    made: Forms = {kind: {} for kind in KINDS}
    for line in table_of(language).read_text(encoding="utf-8").splitlines():
        kind, form, lemma = line.split("\t")
        made[kind][form] = lemma
    return made


def by_last_word(phrases: dict[str, str]) -> dict[str, dict[tuple[str, ...], str]]:
    """For the last word of each phrase the words before it, with the lemma."""
    out: dict[str, dict[tuple[str, ...], str]] = {}
    for phrase, lemma in phrases.items():
        *words, last = phrase.split(" ")
        out.setdefault(last, {})[tuple(words)] = lemma
    return out


def written(language: str) -> str:
    """The table of a language, as its rules make it."""
    forms: Forms = import_module(f"tui.extract.{language}.conjugation").forms()
    lines = [
        f"{kind}\t{form}\t{lemma}\n"
        for kind in KINDS
        for form, lemma in sorted(forms[kind].items())
    ]
    return "".join(lines)


def main() -> None:
    """Write the tables of every language."""
    for language in LANGUAGES:
        table_of(language).write_text(written(language), encoding="utf-8")


if __name__ == "__main__":
    main()
