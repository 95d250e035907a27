"""Names in a text: runs of capitals, the titles beside them, and what is no name at all."""

from __future__ import annotations

import re
from itertools import pairwise

from tui.extract.quotes.people import Mention, People, office_of
from tui.extract.tables import SpeechWords

UPPER = "".join(char for char in map(chr, range(0x530)) if char.isupper())
"""Capital letters of the Latin, Greek and Cyrillic scripts."""
_SHORTENED = rf"(?:[{UPPER}]|Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Prof|St|Lt|Sgt)\."
_CAP = (
    rf"(?:{_SHORTENED}"
    rf"|[{UPPER}][^\W\d_]*+(?:['’](?=[{UPPER}])[^\W\d_]++|-[^\W\d_]++)*+(?!['’]\w))"
)
_RUN = re.compile(
    rf"(?<!\w){_CAP}(?: (?:(?:de|von|van|bin|al|el|der|la|le|lo|du|dos|da|ben|ibn) )?{_CAP})*+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?|[^\w\s]")
_NEARBY = 20_000
"""How far, in code points, a second case of a surname is looked for."""
_GROUP = 8
"""How many words of a noun group before a name are looked at."""
_NOTHING = frozenset(["", " ", "\n"])
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzàèéìòù'")
_AFTER_STOP = re.compile(r'.*[.,;:!?()«»“”„"]', re.DOTALL)


def find_people(text: str, words: SpeechWords) -> People:
    """The names of a whole article, in order."""
    mentions: list[Mention] = []
    doubtful: set[int] = set()
    for match in _RUN.finditer(text):
        mention = _mention(text, match.start(), match.end(), words)
        if mention is None:
            continue
        if " " not in mention.name and not mention.titles and _begins(text, mention.start):
            doubtful.add(len(mentions))
        mentions.append(mention)
    sure = {
        word
        for index, mention in enumerate(mentions)
        if index not in doubtful
        for word in mention.name.split()
    }
    kept = [
        mention
        for index, mention in enumerate(mentions)
        if index not in doubtful or mention.name in sure or _acts(text, mention.end, words)
    ]
    return People(_joined(text, _trimmed(kept)))


def _trimmed(mentions: list[Mention]) -> list[Mention]:
    """The mentions; in *su X Ugo Merli* the name is what stands alone elsewhere."""
    whole = {mention.name for mention in mentions if mention.name.count(" ") == 1}
    out: list[Mention] = []
    for mention in mentions:
        if mention.name.count(" ") > 1:
            words = mention.name.split(" ")
            name = " ".join(words[-2:])
            if name in whole:
                start = mention.end - len(name)
                mention = mention._replace(start=start, name=name)
        out.append(mention)
    return out


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, where any word carries a capital."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0([«“\"'‘„")
    return not before or before[-1] in '.!?…\n»”"-–—'


_NEXT = re.compile(r",? ?([^\W\d_]+)")


def _acts(text: str, end: int, words: SpeechWords) -> bool:
    """Whether what follows a lone capitalised word makes it a subject."""
    following = _NEXT.match(text, end)
    if following is None:
        return text[end : end + 1] == ":"
    word = following[1].lower()
    return word in words.auxiliaries or word in words.finite or word in words.relative


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions; *Ugo Merli* and *di Valle* are one when the latter goes alone elsewhere."""
    after = {
        mention.name
        for previous, mention in pairwise(mentions)
        if text[previous.end : mention.start] in _JOINS and " " in previous.name
    }
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


_JOINS = frozenset([" di ", " d'", " Di "])
_GOVERNING = re.compile(r"(?:\b(?:di|a|da|in|del|of|at|from)|['’]) ?\Z")


def _governed(text: str, start: int) -> bool:
    return _GOVERNING.search(text[max(0, start - 6) : start]) is not None


def _mention(text: str, start: int, end: int, words: SpeechWords) -> Mention | None:
    """The mention in a run of capitals, without what only begins the sentence; None if nothing."""
    begin = _stripped(text, start, end, words)
    if begin is None:
        return None
    back = _before(text, begin, words)
    titles = _offices(back, words)
    thing = bool(back) and not titles and (back[-1] in words.articles or back[-1] in words.joint)
    name = _past_office(text, begin, end, words) if titles and back[-1] in words.of else begin
    if name > begin:
        # *portavoce del Pentagono Pat Ryder*: the first word is what the title is of.
        titles[-1] = (titles[-1][0], text[begin:name].partition(" ")[0].lower())
    elif titles and back[-1] in words.prepositions:
        titles = []
        thing = back[-1] in words.joint
    first, space, _ = text[name:end].partition(" ")
    head = first.lower().rstrip(".")
    if head in words.titles:
        if not space:
            return None
        titles.append((head, ""))
        thing = False
        name += len(first) + 1
    elif not titles and _nobody(text[name:end], head, words):
        thing = True
    if not back or back[-1] not in words.prepositions:
        titles += _apposed(text, name, end, words)
    return Mention(name, end, text[name:end], tuple(titles), thing) if end - name > 1 else None


def _stripped(text: str, start: int, end: int, words: SpeechWords) -> int | None:
    """Where a run of capitals begins without its function words; None when nothing is left."""
    led = False
    while True:
        first, space, rest = text[start:end].partition(" ")
        prefix, apostrophe, noun = first.replace("’", "'").partition("'")
        if apostrophe and noun[:1].isupper() and (prefix + "'").lower() in words.small:
            start += len(prefix) + 1
            continue
        lower = first.lower()
        if lower not in words.small and lower not in words.prepositions:
            break
        if not space:
            return None
        if lower in words.particles and _surname(text, start, end):
            return start
        led = lower in words.prepositions
        start += len(first) + 1
    if led and " " in rest and _apart(text, start, first, rest):
        # *A Berlino Ugo Merli ha detto*: the place is no part of the name.
        return start + len(first) + 1
    return start


def _apart(text: str, start: int, place: str, name: str) -> bool:
    """Whether the name after a place goes without it elsewhere, or the place without the name."""
    low, high, own = max(0, start - _NEARBY), start + _NEARBY, start + len(place) + 1
    if text.find(name, low, high) not in (-1, own):
        return True
    other = text.find(place, low, high)
    if other == start:
        other = text.find(place, own, high)
    return other >= 0 and text[other + len(place) : other + len(place) + 1] in (",", ".", ";")


def _past_office(text: str, start: int, end: int, words: SpeechWords) -> int:
    """Where the name begins in *(portavoce del) Pentagono Pat Ryder*; `start` if all is name."""
    blank = text.find(" ", start, end)
    if blank < 0:
        return start
    rest = text[blank + 1 : end]
    seat = text[start:blank].lower() in words.seats and rest.lower() not in words.impersonal
    if not seat and " " not in rest:
        return start
    name = blank + 1
    while (blank := text.find(" ", name, end)) > 0 and text[name:blank].lower() in words.impersonal:
        name = blank + 1
    return name


def _nobody(name: str, head: str, words: SpeechWords) -> bool:
    """Whether a name's own words make it a place, a body or a work."""
    if head in words.bodies or head in words.naming:
        return True
    return not words.impersonal.isdisjoint(name.lower().split())


def _surname(text: str, start: int, end: int) -> bool:
    """Whether the particle at `start`, in capitals, belongs to a surname: *Di Pietro*."""
    if not _begins(text, start):
        return True
    # At the start of a sentence it does when it has the capital elsewhere too.
    name, last = " " + text[start:end], start + _NEARBY
    at = text.find(name, max(0, start - _NEARBY), last)
    while at >= 0 and _begins(text, at + 1):
        at = text.find(name, at + 1, last)
    return at >= 0


def _offices(group: list[str], words: SpeechWords) -> list[tuple[str, str]]:
    """The titles of a noun group, each with what it is of."""
    out: list[tuple[str, str]] = []
    for index, word in enumerate(group):
        if word not in words.titles:
            continue
        office = office_of(group[index + 1 :], words)
        out.append((word, office))
        if (word, office) in words.offices:
            out.append((words.offices[word, office], ""))
    return out


def _apposed(text: str, start: int, end: int, words: SpeechWords) -> list[tuple[str, str]]:
    """The titles in *Pat Ryder, portavoce del Pentagono* and *il presidente, Ugo Merli, …*."""
    out: list[tuple[str, str]] = []
    if text[end : end + 2] == ", ":
        after = [word.lower().replace("’", "'") for word in _WORD.findall(text[end + 2 : end + 60])]
        while after and (after[0] in words.articles or after[0] in words.former):
            del after[0]
        following = after[1] if len(after) > 1 else ""
        acts = following in words.auxiliaries or following in words.finite
        if after and after[0] in words.titles and not acts:
            stop = next((at for at, word in enumerate(after) if not word[0].isalpha()), len(after))
            out += _offices(after[: min(stop, 4)], words)
    if text[start - 2 : start] == ", " and text[end : end + 1] in (",", ".", ";", ""):
        out += _offices(_before(text, start - 2, words), words)
    return out


def _before(text: str, start: int, words: SpeechWords) -> list[str]:
    """The words of the noun group before a name, in lower case: back to a stop or another name."""
    chunk = text[max(0, start - 70) : start]
    stop = _AFTER_STOP.match(chunk)
    if stop:
        chunk = chunk[stop.end() :]
    if chunk in _NOTHING:
        return []
    plain = chunk.lower().replace("’", "'").replace("'", "' ").split()
    last = plain[-1] if plain else ""
    word = last[:-1].isalpha() and last[-1] in _LETTERS and chunk.split()[-1][0].islower()
    if word and words.titles.keys().isdisjoint(plain):
        # Without a title only the last word matters.
        return [last]
    found = _WORD.findall(chunk)[-_GROUP:]
    first = len(found)
    while first:
        word, before = found[first - 1], found[first - 2].lower() if first > 1 else ""
        lower = word.lower()
        named = word[0].isupper() and lower not in words.titles and lower not in words.prepositions
        if named and before.replace("’", "'") not in words.of and word[-1] not in "'’":
            break
        first -= 1
    return [word.lower().replace("’", "'") for word in found[first:]]
