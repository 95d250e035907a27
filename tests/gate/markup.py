"""The gold as people write it: articles with their annotations inline, resolved to offsets.

`{head|text}` annotates `text`; annotations nest. Heads:

- `1 Name/Other name^Relay` a quotation of utterance 1 and whoever says it (`-` for nobody named);
  `1a`, `1b` are pieces of one utterance, of which the first names the speaker; `~` before the name
  tells words built into the article's own sentence;
- `c1` the cue of utterance 1, or one of them, `c12` of the utterances 1 and 2;
- `title`, `name`, `nick`, `term`, `scare` words in marks that nobody says here;
- `opt` words in marks that count neither for nor against;
- `@value,other value +MOD` a date with its TIMEX3 value; `@~` a date that counts neither way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_TAG = re.compile(r"\{([^|{}]*)\||\}")
_SPEECH = re.compile(r"(\d)([a-z]?)(?: (~?)([^^]*)(?:\^(.*))?)?")
_PREPOSITIONS = {
    "it": re.compile(
        r"(?:(?:fino|di|a|da|in|su|per|con|entro|dopo|tra|fra|del|dello|della|degli|delle|al|ai|"
        r"allo|alla|agli|alle|dal|dai|dallo|dalla|dagli|dalle|nel|nei|nello|nella|negli|nelle)\s+"
        r"|(?:d|dell|all|dall|nell|sull)['’])",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:in|on|at|of|by|from|to|since|until|for|during|over|within|after)\s+", re.IGNORECASE
    ),
}
"""Prepositions stand outside a date (the convention of It-TimeML); here they may be marked inside
for easier reading, and are cut."""


def articles(source: str, language: str) -> Iterator[dict[str, Any]]:
    """The articles of a source file, as rows of the gold.

    Raises:
        ValueError: a tag is not closed, or its head says nothing this module knows.
    """
    for part in re.split(r"^=== ", source, flags=re.MULTILINE)[1:]:
        head, _, marked = part.partition("\n")
        name, half, published = head.split()
        text, tags = _plain(marked.strip())
        row: dict[str, Any] = {"id": name, "set": half, "lang": language}
        row |= {"published": None if published == "-" else published, "text": text}
        row["quotes"] = _quotes(tags)
        row["dates"] = [_date(text, language, *tag) for tag in tags if tag[0].startswith("@")]
        yield row


def sentences(source: str) -> Iterator[dict[str, Any]]:
    """The documents of the file of hard sentences: text and the ends of sentences inside lines."""
    half = language = ""
    for number, line in enumerate(source.splitlines()):
        if line.startswith("#"):
            words = line.split()
            if words[1] == "set":
                half, language = words[2:]
            continue
        parts = line.replace(" / ", "\n").split("|")
        ends: list[int] = []
        for part in parts[:-1]:
            ends.append((ends[-1] if ends else 0) + len(part))
        row = {"id": f"{language}{number:03d}", "set": half, "lang": language}
        yield row | {"text": "".join(parts), "ends": ends}


def _plain(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without its tags, and each tag's head with the span it covers."""
    out: list[str] = []
    tags: list[tuple[str, int, int]] = []
    opened: list[tuple[str, int]] = []
    at = last = 0
    for match in _TAG.finditer(marked):
        out.append(marked[last : match.start()])
        at += match.start() - last
        last = match.end()
        if match[1] is not None:
            opened.append((match[1], at))
        elif opened:
            head, start = opened.pop()
            tags.append((head, start, at))
        else:
            raise ValueError(f"a tag closes that was never opened: {marked[:last][-40:]!r}")
    if opened:
        raise ValueError(f"never closed: {opened}")
    out.append(marked[last:])
    return "".join(out), sorted(tags, key=lambda tag: (tag[1], -tag[2]))


def _quotes(tags: list[tuple[str, int, int]]) -> list[dict[str, Any]]:
    cues: dict[str, list[tuple[int, int]]] = {}
    for head, start, end in tags:
        for number in head[1:] if head[0] == "c" else ():
            cues.setdefault(number, []).append((start, end))
    out: list[dict[str, Any]] = []
    said: dict[str, dict[str, Any]] = {}
    for head, start, end in tags:
        row: dict[str, Any] = {"start": start, "end": end}
        speech = _SPEECH.fullmatch(head)
        if speech:
            number, _, mixed, names, via = speech.groups()
            if names is not None:
                first, *others = names.split("/")
                named = {"speaker": None if first == "-" else first, "aliases": others, "via": via}
                said[number] = named | {"kind": "mixed" if mixed else "direct"}
            row |= {"label": "speech", "utterance": int(number), **said[number]}
            row["cues"] = cues.get(number, [])
        elif head in ("title", "name", "nick", "term", "scare"):
            row |= {"label": "not_speech", "why": head}
        elif head == "opt":
            row["label"] = "optional"
        elif head[0] not in "@c":
            raise ValueError(f"no such annotation: {head!r}")
        if "label" in row:
            out.append(row)
    return out


def _date(text: str, language: str, head: str, start: int, end: int) -> dict[str, Any]:
    while match := _PREPOSITIONS[language].match(text, start, end):
        start = match.end()
    values, _, mod = head[1:].partition(" +")
    if values == "~":
        return {"start": start, "end": end, "optional": True}
    return {"start": start, "end": end, "values": values.split(","), "mod": mod or None}
