"""The table of cues: each form of a verb of saying, its kind, its dictionary form.

The tables stand beside the languages, as `cues.tsv`; `python -m tui.extract.cues` makes them anew
from the verbs and rules of `conjugation.py`.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

Forms = dict[str, dict[str, str]]
"""For each kind (`finite`, `participle`, `loose`: gerund and infinitive) form to lemma."""

KINDS = ("finite", "participle", "loose")
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
