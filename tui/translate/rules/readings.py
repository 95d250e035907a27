"""Choosing among the readings of Italian words, where the program Apertium has for it is missing.

A filter on Apertium's stream format, run by its path and without our package: each word comes as
`^surface/lemma<tag>…/lemma<tag>…$`, and readings that cannot stand where the word stands are left
out. What remains is for Apertium's own tagger.
"""

import re
import sys

UNIT = re.compile(r"\^((?:[^$\\^]|\\.)*)\$")

DETERMINER = ("<det>",)
NOMINAL = ("<n>", "<adj>", "<np>", "<num>")
FINITE = ("<pri>", "<prs>", "<imp>", "<ifi>", "<pii>", "<pis>", "<fti>", "<cni>")
_ARTICLES = {"il", "lo", "la", "i", "gli", "le", "l'", "un", "uno", "una", "un'"}
_SPLIT = re.compile(r"(?<!\\)/")


def is_nominal(reading):
    """Whether a reading is a noun, an adjective or a number."""
    return any(tag in reading for tag in NOMINAL) or "<pp>" in reading


def is_finite(reading):
    """Whether a reading is a verb that needs a subject."""
    return ("<vb" in reading) and any(tag in reading for tag in FINITE)


def is_determiner(reading):
    """Whether a reading is an article or the like, alone or after a preposition."""
    first = reading.split("+")[-1]
    return "<det>" in first or "<predet>" in first


def choose(words):
    """The readings that remain, for each word of a stretch of text.

    `words` is a list of `[surface, readings]`.
    """
    for index, word in enumerate(words):
        surface, readings = word
        if len(readings) < 2:
            continue
        before = words[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        word[1] = _chosen(surface, readings, before, after) or readings
    return words


def _chosen(surface, readings, before, after):
    low = surface.lower()
    if low == "i" and after and any("<pl>" in r or "<sp>" in r for r in after[1]):
        readings = _only(readings, is_determiner)
    if low in _ARTICLES and after is not None:
        nominal = any(is_nominal(r) or is_determiner(r) or r.startswith("*") for r in after[1])
        if nominal:
            readings = _only(readings, is_determiner)
        elif after[1] and all(is_finite(r) for r in after[1]):
            readings = _only(readings, lambda r: not is_determiner(r))
    readings = _only(readings, lambda r: not _unlikely(r))
    if any("<n>" in r for r in readings):
        readings = _only(readings, lambda r: not _personal(r))
    if before is not None:
        chosen = _after(readings, before, after)
        if chosen != readings or len(chosen) < 2:
            return chosen
    return _before(readings, before, after)


def _before(readings, before, after):
    """A noun or a verb, by what follows: an article, or *di*."""
    if after is None or not any("<n>" in r for r in readings):
        return readings
    if any(is_determiner(r) and "+" not in r for r in after[1]) and after[0].lower() in _ARTICLES:
        if before is None or not all("<adj>" in r or r.endswith("<pr>") for r in before[1]):
            return _only(readings, is_finite)
    elif all(r.startswith(("di<pr>", "da<pr>")) for r in after[1]):
        return _only(readings, lambda r: not is_finite(r))
    return readings


def _unlikely(reading):
    """Commands, wishes and proper names that are words: rare in the news."""
    unlikely = "<imp>" in reading or "<np>" in reading or "<ifi><p1>" in reading
    return unlikely or ("<prs>" in reading and "<p3>" not in reading)


def _personal(reading):
    """*I decree*, *you decree*: where *a decree* can be read as well, it is meant."""
    return is_finite(reading) and ("<p1><sg>" in reading or "<p2>" in reading)


def _after(readings, before, after):
    """What can follow the word before, whose readings were chosen already."""
    if all(is_determiner(r) for r in before[1]) and any(is_nominal(r) for r in readings):
        readings = _only(readings, lambda r: is_nominal(r) or is_determiner(r))
        return _headed(readings, after)
    if all(r.endswith("<pr>") for r in before[1]):
        if any("<n>" in r for r in readings):
            readings = _only(readings, lambda r: "<pp>" not in r)
        return _only(readings, lambda r: not is_finite(r))
    if all("<vbhaver>" in r for r in before[1]):
        readings = _only(readings, lambda r: "<pp>" in r)
        return _only(readings, lambda r: not is_finite(r))
    if all("<vbser>" in r for r in before[1]) and not any("<adj>" in r for r in readings):
        return _only(readings, lambda r: "<pp>" in r)
    if all("<adj>" in r or "<num>" in r for r in before[1]):
        nouns = _only(readings, lambda r: "<n>" in r or "<adj>" in r)
        return _only(nouns, lambda r: not is_finite(r) or "<vbser>" in r)
    if all("<n>" in r for r in before[1]):
        return _only(readings, lambda r: "<adj>" in r)
    return readings


def _headed(readings, after):
    """Readings after an article: a participle gives way to a noun, an adjective does at the end."""
    if any("<n>" in r for r in readings):
        readings = _only(readings, lambda r: "<pp>" not in r)
        if after is None or not any("<n>" in r or r.startswith("*") for r in after[1]):
            readings = _only(readings, lambda r: "<n>" in r)
    return readings


def _only(readings, wanted):
    return [r for r in readings if wanted(r)] or readings


def filtered(line):
    """A line of the stream with fewer readings."""
    units = list(UNIT.finditer(line))
    words = [[parts[0], parts[1:]] for parts in (_SPLIT.split(unit[1]) for unit in units)]
    choose(words)
    out, end = [], 0
    for unit, (surface, readings) in zip(units, words):
        out.append(line[end : unit.start()])
        out.append("^" + "/".join([surface, *readings]) + "$")
        end = unit.end()
    out.append(line[end:])
    return "".join(out)


def main():
    """Filter standard input."""
    source = open(0, encoding="utf-8", errors="surrogateescape", newline="\n")
    target = open(1, "w", encoding="utf-8", errors="surrogateescape", newline="\n")
    for line in source:
        target.write(filtered(line))
    target.flush()


if __name__ == "__main__":
    main()
