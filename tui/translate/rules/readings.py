"""Choosing among the readings of Italian words, where the program Apertium has for it is missing.

A filter on Apertium's stream format, run by its path and without our package: each word comes as
`^surface/lemma<tag>…/lemma<tag>…$`, and readings that cannot stand where the word stands are left
out. What remains is for Apertium's own tagger.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

Word = tuple[str, list[str]]
"""A word as it is written, and its readings."""

_UNIT = re.compile(r"\^((?:[^$\\^]|\\.)*)\$")
_SPLIT = re.compile(r"(?<!\\)/")
_NOMINAL = ("<n>", "<adj>", "<np>", "<num>", "<pp>")
_FINITE = ("<pri>", "<prs>", "<imp>", "<ifi>", "<pii>", "<pis>", "<fti>", "<cni>")
_ARTICLES = {"il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una", "un'"}


def _is_nominal(reading: str) -> bool:
    """Whether a reading is a noun, an adjective, a participle or a number."""
    return any(tag in reading for tag in _NOMINAL)


def _is_finite(reading: str) -> bool:
    """Whether a reading is a verb that has a subject."""
    return "<vb" in reading and any(tag in reading for tag in _FINITE)


def _is_determiner(reading: str) -> bool:
    """Whether a reading is an article or the like, alone or after a preposition."""
    last = reading.split("+")[-1]
    return "<det>" in last or "<predet>" in last


def chosen(words: list[Word], names_only: bool) -> list[Word]:
    """The words with the readings that remain; a word is chosen before the one that follows it.

    With `names_only`, the one rule for words after a name: all that Spanish needs.
    """
    out: list[Word] = []
    for index, (surface, readings) in enumerate(words):
        before = out[-1] if out else None
        after = words[index + 1] if index + 1 < len(words) else None
        if len(readings) > 1 and names_only:
            readings = _after_name(readings, before) if before is not None else readings
        elif len(readings) > 1:
            readings = _choice(surface, readings, before, after) or readings
        out.append((surface, readings))
    return out


def _choice(
    surface: str, readings: list[str], before: Word | None, after: Word | None
) -> list[str]:
    if after is not None:
        readings = _article(surface.lower(), readings, after)
    readings = _only(readings, lambda r: not _is_unlikely(r))
    if _has(readings, "<n>") or _has(readings, "<num>"):
        readings = _only(readings, lambda r: not _is_personal(r))
    if before is not None:
        fitting = _following(readings, before, after)
        if fitting != readings or len(fitting) < 2:
            return fitting
    return _leading(readings, before, after)


def _article(word: str, readings: list[str], after: Word) -> list[str]:
    """*la* the article or *la* the pronoun, by what follows."""
    if word == "i" and any("<pl>" in r or "<sp>" in r for r in after[1]):
        return _only(readings, _is_determiner)
    if word not in _ARTICLES:
        return readings
    if any(_is_nominal(r) or _is_determiner(r) or r.startswith("*") for r in after[1]):
        return _only(readings, _is_determiner)
    if all(_is_finite(r) for r in after[1]):
        return _only(readings, lambda r: not _is_determiner(r))
    return readings


def _is_unlikely(reading: str) -> bool:
    """Commands, wishes and proper names that are words: rare in the news."""
    unlikely = "<imp>" in reading or "<np>" in reading or "<ifi><p1>" in reading
    return unlikely or ("<prs>" in reading and "<p3>" not in reading)


def _is_personal(reading: str) -> bool:
    """*I decree*, *you decree*: where *a decree* can be read as well, it is meant."""
    return _is_finite(reading) and ("<p1><sg>" in reading or "<p2>" in reading)


def _following(readings: list[str], before: Word, after: Word | None) -> list[str]:
    """What can follow the word before."""
    if all(_is_determiner(r) for r in before[1]) and any(_is_nominal(r) for r in readings):
        return _headed(_only(readings, lambda r: _is_nominal(r) or _is_determiner(r)), after)
    if all(r.endswith("<pr>") for r in before[1]):
        nouns = _has(readings, "<n>")
        return _only(readings, lambda r: not _is_finite(r) and not (nouns and "<pp>" in r))
    if all("<vbhaver>" in r for r in before[1]):
        readings = _only(readings, lambda r: "<pp>" in r)
        return _only(readings, lambda r: not _is_finite(r))
    if all("<vbser>" in r for r in before[1]) and not _has(readings, "<adj>"):
        return _only(readings, lambda r: "<pp>" in r)
    if all("<adj>" in r or "<num>" in r for r in before[1]):
        nouns_only = _only(readings, lambda r: "<n>" in r or "<adj>" in r)
        return _only(nouns_only, lambda r: not _is_finite(r) or "<vbser>" in r)
    if all("<n>" in r for r in before[1]):
        return _only(readings, lambda r: "<adj>" in r)
    return _after_name(readings, before)


def _after_name(readings: list[str], before: Word) -> list[str]:
    """After a name a noun may be a verb: *Rossi accusa*, *Rossi vive*."""
    if not before[1][0].startswith("*") or not before[0][:1].isupper():
        return readings
    if any(tag in reading for reading in readings for tag in ("<pr>", "<det>", "<cnj", "<adv>")):
        return readings
    return _only(readings, lambda r: _is_finite(r) and "<p3>" in r and "<imp>" not in r)


def _headed(readings: list[str], after: Word | None) -> list[str]:
    """Readings after an article: a participle gives way to a noun, an adjective does at the end."""
    if not _has(readings, "<n>"):
        return readings
    readings = _only(readings, lambda r: "<pp>" not in r)
    if after is None or not any("<n>" in r or r.startswith("*") for r in after[1]):
        return _only(readings, lambda r: "<n>" in r)
    return readings


def _leading(readings: list[str], before: Word | None, after: Word | None) -> list[str]:
    """A noun or a verb, by what follows: an article, or *di*."""
    if after is None or not _has(readings, "<n>"):
        return readings
    if after[0].lower() in _ARTICLES and _has(after[1], "<det>"):
        if before is None or not all("<adj>" in r or r.endswith("<pr>") for r in before[1]):
            return _only(readings, _is_finite)
    elif all(r.startswith(("di<pr>", "da<pr>")) for r in after[1]):
        return _only(readings, lambda r: not _is_finite(r))
    return readings


def _has(readings: list[str], tag: str) -> bool:
    return any(tag in reading for reading in readings)


def _only(readings: list[str], wanted: Callable[[str], bool]) -> list[str]:
    return [reading for reading in readings if wanted(reading)] or readings


def filtered(line: str, names_only: bool) -> str:
    """A line of the stream with fewer readings."""
    units = list(_UNIT.finditer(line))
    words: list[Word] = []
    for unit in units:
        surface, *readings = _SPLIT.split(unit[1])
        words.append((surface, readings))
    out: list[str] = []
    end = 0
    for unit, (surface, readings) in zip(units, chosen(words, names_only), strict=True):
        out += [line[end : unit.start()], f"^{'/'.join([surface, *readings])}$"]
        end = unit.end()
    return "".join([*out, line[end:]])


def main() -> None:
    """Filter standard input; with the argument `names`, by the one rule for words after a name."""
    for stream in (sys.stdin, sys.stdout):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    names_only = sys.argv[1:] == ["names"]
    for line in sys.stdin:
        sys.stdout.write(filtered(line, names_only))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
