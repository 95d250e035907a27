"""Names in a text: runs of capitals, read one by one, then beside each other."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.extract.quotes.names.capitals import begins
from tui.extract.quotes.names.mentions import Reader
from tui.extract.quotes.names.people import Mention, People
from tui.extract.tables import SpeechWords

UPPER = "".join(char for char in map(chr, range(0x530)) if char.isupper())
"""Capital letters of the Latin, Greek and Cyrillic scripts."""
_SHORTENED = rf"(?:[{UPPER}]|Mrs?|Ms|Dr|Sen|Rep|Rev|Gov|Gen|Prof|Col|St|Lt|Sgt)\."
_REST = rf"[^\W\d_]*+(?:['’](?=[{UPPER}])[^\W\d_]++|-[^\W\d_]++)*+(?!['’](?!s\b)\w)"
_CAP = rf"(?:{_SHORTENED}|[{UPPER}]{_REST})"
_RUN = re.compile(
    # The capital stands before the look-behind because only so can the scan skip to the next one.
    rf"[{UPPER}](?<!\w[{UPPER}])"
    r"(?:(?:|(?<=M)rs?|(?<=M)s|(?<=D)r|(?<=S)(?:en|t|gt)|(?<=R)e[pv]|(?<=C)ol|(?<=G)(?:ov|en)|(?<=P)rof"
    rf"|(?<=L)t)\.(?:[{UPPER}]\.)*+|{_REST})"
    rf"(?: (?:(?:de|von|van|bin|al|el|der|la|le|lo|du|dos|da|ben|ibn) )?{_CAP})*+"
)


def lowered(text: str) -> str:
    """A text in lower case with straight apostrophes, every code point where it was."""
    lower = text.lower()
    if len(lower) != len(text):
        # Some capitals, the dotted I of Turkish first, have no lower case of one code point.
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return lower.replace("’", "'")


def find_people(text: str, lower: str, words: SpeechWords) -> People:
    """The names of a whole article, in order; `lower` is its text from `lowered`."""
    mentions: list[Mention] = []
    doubtful: set[int] = set()
    reader = Reader(text, lower, words)
    nothing = reader.nothing
    for match in _RUN.finditer(text):
        run = match[0]
        if run in nothing:
            continue
        mention = reader.mention(run, match.start(), match.end())
        if mention is None:
            continue
        if not mention.titles and " " not in mention.name and begins(text, mention.start):
            doubtful.add(len(mentions))
        mentions.append(mention)
    named = {mention.name for index, mention in enumerate(mentions) if index not in doubtful}
    sure = {word for name in named for word in name.split()}
    kept = [
        mention
        for index, mention in enumerate(mentions)
        if index not in doubtful
        or mention.name in sure
        or _acts(text, mention.start, mention.end, words)
    ]
    return People(_joined(text, _trimmed(kept), words))


def _trimmed(mentions: list[Mention]) -> list[Mention]:
    """The mentions; in *su X Ugo Merli* the name is what stands alone elsewhere."""
    names = {mention.name for mention in mentions}
    tails = {name: " ".join(name.split(" ")[-2:]) for name in names if name.count(" ") > 1}
    tails = {name: tail for name, tail in tails.items() if tail in names}
    if not tails:
        return mentions
    out: list[Mention] = []
    for mention in mentions:
        name = tails.get(mention.name)
        if name:
            mention = mention._replace(start=mention.end - len(name), name=name)
        out.append(mention)
    return out


_NEXT = re.compile(r",? ?([^\W\d_]+)")


def _acts(text: str, start: int, end: int, words: SpeechWords) -> bool:
    """Whether what follows a lone capitalised word makes it a subject."""
    word = text[start:end].lower()
    if word in words.finite or word in words.loose or word in words.participles:
        return False
    following = _NEXT.match(text, end)
    if following is None:
        return text[end : end + 1] == ":" and not word.endswith(words.participle)
    word = following[1].lower()
    return word in words.auxiliaries or word in words.finite or word in words.relative


def _joined(text: str, mentions: list[Mention], words: SpeechWords) -> list[Mention]:
    """The mentions; *Ugo Merli* and *di Valle* are one when the latter goes alone elsewhere."""
    after = {
        mention.name
        for previous, mention in pairwise(mentions)
        if mention.start - previous.end <= _JOIN
        and text[previous.end : mention.start] in _JOINS
        and " " in previous.name
    }
    mentions = _bodies(text, mentions, words)
    alone = {m.name for m in mentions if m.name in after and not _governed(text, m.start)}
    if not alone:
        return mentions
    out: list[Mention] = []
    for mention in mentions:
        previous = out[-1] if out else mention
        between = text[previous.end : mention.start]
        if mention.name in alone and between in _JOINS and " " in previous.name:
            name = text[previous.start : mention.end]
            out[-1] = Mention(previous.start, mention.end, name, previous.titles, previous.thing)
        else:
            out.append(mention)
    return out


def _bodies(text: str, mentions: list[Mention], words: SpeechWords) -> list[Mention]:
    """The mentions; *the Food and Drink Federation* is one."""
    out: list[Mention] = []
    for mention in mentions:
        previous = out[-1] if out else None
        joined = (
            previous is not None
            and mention.start - previous.end == len(_AND)
            and text.startswith(_AND, previous.end)
            and mention.last.lower() in words.bodies
            and previous.thing
        )
        if joined and previous is not None:
            name = text[previous.start : mention.end]
            out[-1] = Mention(previous.start, mention.end, name, (), True)
        else:
            out.append(mention)
    return out


_AND = " and "
_JOINS = frozenset([" di ", " d'", " Di "])
_JOIN = max(map(len, _JOINS))
_GOVERNING = re.compile(r"(?:\b(?:di|a|da|in|del|of|at|from)|['’]) ?\Z")


def _governed(text: str, start: int) -> bool:
    return _GOVERNING.search(text[max(0, start - 6) : start]) is not None
