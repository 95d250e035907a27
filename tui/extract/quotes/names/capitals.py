"""What in a run of capitals is a name, and what only begins a sentence."""

from __future__ import annotations

from tui.extract.given import genders
from tui.extract.tables import SpeechWords

_NEARBY = 20_000
"""How far, in code points, a second case of a surname is looked for."""


def begins(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`, where any word carries a capital."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0([«“\"'‘„")
    return not before or before[-1] in '.!?…\n»”"-–—'


def stripped(text: str, start: int, end: int, words: SpeechWords) -> int | None:
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
    if space and not led and _is_verb(first, rest, words) and begins(text, start):
        # *Replica Merli*, *Protesta la Rete*: the verb has its capital from its place.
        start += len(first) + 1
        particle, _, name = rest.partition(" ")
        return end - len(name) if particle.islower() else start
    return start


def _is_verb(first: str, rest: str, words: SpeechWords) -> bool:
    """Whether the word that begins a sentence is the verb of the name behind it."""
    lower = first.lower()
    if lower in words.finite:
        return True
    second, blank, _ = rest.partition(" ")
    known = genders()
    if not blank or lower in words.titles or lower in known or "." in first:
        return False
    return second.lower() in known and lower.endswith(words.verbal)


def _apart(text: str, start: int, place: str, name: str) -> bool:
    """Whether the name after a place goes without it elsewhere, or the place without the name."""
    low, high, own = max(0, start - _NEARBY), start + _NEARBY, start + len(place) + 1
    if text.find(name, low, high) not in (-1, own):
        return True
    other = text.find(place, low, high)
    if other == start:
        other = text.find(place, own, high)
    return other >= 0 and text[other + len(place) : other + len(place) + 1] in (",", ".", ";")


def past_office(text: str, start: int, end: int, words: SpeechWords) -> int:
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


def past_place(text: str, start: int, end: int, words: SpeechWords) -> int:
    """Where the name begins in *(da) Berlino Ugo Merli*: at a first name that is not the first.

    So also in *(su) Facebook Merli*.
    """
    first, space, rest = text[start:end].partition(" ")
    if space and first.lower() in words.media:
        return start + len(first) + 1
    if not space or " " not in rest:
        return start
    known = genders()
    second = rest.partition(" ")[0].lower()
    if second in known and first.lower() not in known and first[-1] != ".":
        return start + len(first) + 1
    return start


def _surname(text: str, start: int, end: int) -> bool:
    """Whether the particle at `start`, in capitals, belongs to a surname: *Di Pietro*."""
    if not begins(text, start):
        return True
    # At the start of a sentence it does when it has the capital elsewhere too.
    name, last = " " + text[start:end], start + _NEARBY
    at = text.find(name, max(0, start - _NEARBY), last)
    while at >= 0 and begins(text, at + 1):
        at = text.find(name, at + 1, last)
    return at >= 0
