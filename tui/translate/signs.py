"""The anchors of one sentence: its numbers, its names, its days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.document import FlagKind, Language, Span
from tui.translate import figures, gazetteer, words

_TOKEN = re.compile(
    r"(?P<figures>\d+(?:[.,:’'\u00a0\u202f]\d+)*)(?P<tail>[^\W\d_]*)(?P<ring>[°ºª]?)"
    r"|(?P<word>[^\W\d_][\w]*(?:\.(?:[^\W\d_]\.)+)?)"
    r"|(?P<percent>%|‰)"
)
_NUMERIC_DATE = re.compile(r"(?<![\d/.,:-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_ISO_DATE = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_OPENERS = re.compile(r"(?:^|[.!?…:;]|[“«„\"‘(\[—–]|- )[\s“«„\"‘’'(\[]*\Z")


_LOWER: dict[Language, frozenset[str]] = {
    "it": frozenset((*words.MONTHS["it"], *words.WEEKDAYS["it"])),
    "en": frozenset(),
}
"""The words that may be anchors though they have no capital."""


class Anchor(NamedTuple):
    """A number, name or day of one sentence."""

    kind: FlagKind
    span: Span
    """Where it stands in the sentence."""
    readings: tuple[str, ...]
    """What it may mean, in a form both languages share; the usual reading first."""
    inner: bool = True
    """For a name: whether its capital is its own, and not that of the beginning."""


def anchors_of(text: str, language: Language) -> list[Anchor]:
    """The numbers, names and days of a sentence, in order; none overlaps another."""
    dates = list(_numeric_dates(text, language))
    tokens = list(_TOKEN.finditer(text))
    if dates:
        tokens = [token for token in tokens if not _touches(Span(*token.span()), dates)]
    found = dates
    index = 0
    lower = _LOWER[language]
    while index < len(tokens):
        word = tokens[index]["word"]
        if word is not None and word[0].islower() and word not in lower:
            index += 1
            continue
        anchor, used = _read(text, tokens, index, language)
        if anchor is not None:
            found.append(anchor)
        index += used
    return sorted(found, key=lambda anchor: anchor.span.start)


def _touches(span: Span, anchors: Sequence[Anchor]) -> bool:
    return any(anchor.span.overlaps(span) for anchor in anchors)


def _numeric_dates(text: str, language: Language) -> Iterator[Anchor]:
    if "/" not in text and "." not in text and "-" not in text:
        return
    for m in _ISO_DATE.finditer(text):
        yield Anchor("date", Span(*m.span()), (_day(int(m[3]), int(m[2])),))
    for m in _NUMERIC_DATE.finditer(text):
        first, second = int(m[1]), int(m[3])
        days = [_day(day, month) for day, month in ((first, second), (second, first))
                if 0 < day < 32 and 0 < month < 13]  # fmt: skip
        if days:
            yield Anchor("date", Span(*m.span()), tuple(days if language == "it" else days[::-1]))


def _day(day: int, month: int) -> str:
    return f"{month:02}-{day:02}"


def _read(
    text: str, tokens: Sequence[re.Match[str]], index: int, language: Language
) -> tuple[Anchor | None, int]:
    """The anchor that begins at a token, if one does, and how many tokens were read."""
    token = tokens[index]
    if token["figures"]:
        return _read_figures(text, tokens, index, language)
    word = token["word"]
    if word is None:
        return None, 1
    lower = word.lower()
    if (day := _month_and_day(text, tokens, index, language)) is not None:
        return day
    if lower in words.WEEKDAYS[language] and (language == "it" or word[0].isupper()):
        return Anchor("date", Span(*token.span()), (f"W{words.WEEKDAYS[language][lower]}",)), 1
    if (place := _place(text, tokens, index, language)) is not None:
        return place
    if not word[0].isupper() or len(word) < 2:
        return None, 1
    if (numeral := figures.roman(word)) is not None:
        return Anchor("number", Span(*token.span()), (str(numeral),)), 1
    return _name(text, token, language), 1


def _read_figures(
    text: str, tokens: Sequence[re.Match[str]], index: int, language: Language
) -> tuple[Anchor | None, int]:
    if (day := _day_and_month(text, tokens, index, language)) is not None:
        return day
    token = tokens[index]
    values = list(figures.values_of(token["figures"].replace("’", "'"), language))
    end, used, tail = token.end(), 1, token["tail"]
    zeros = figures.scale_of(tail, language) if tail else None
    if tail and zeros is None and not figures.is_suffix(tail):
        # A code: 5G, 4K. The figures belong to the name.
        return Anchor("name", Span(*token.span()), (token[0].casefold(),)), 1
    if zeros is not None and tail.lower() == "m":
        values += [figures.scaled(values[0], 6)]
    elif zeros is not None:
        values = [figures.scaled(values[0], zeros)]
    while (word := _next_word(text, tokens, index + used)) is not None:
        zeros = figures.scale_of(word.lower(), language) if len(word) > 1 else None
        if zeros is None or ":" in values[0]:
            break
        values = [figures.scaled(values[0], zeros)]
        end, used = tokens[index + used].end(), used + 1
    percent = _percent(text, tokens, index + used)
    if percent:
        end, used = tokens[index + used + percent - 1].end(), used + percent
        values = [f"{values[0]}%", *values]
    values += _other_hours(text, token, end, values[0], language)
    return Anchor("number", Span(token.start(), end), tuple(dict.fromkeys(values))), used


def _next_word(text: str, tokens: Sequence[re.Match[str]], index: int) -> str | None:
    """The word at `index` when nothing but a blank stands before it."""
    if index >= len(tokens) or tokens[index]["word"] is None:
        return None
    between = text[tokens[index - 1].end() : tokens[index].start()]
    return tokens[index]["word"] if between in ("", " ", "\u00a0", "\u202f", "-") else None


def _percent(text: str, tokens: Sequence[re.Match[str]], index: int) -> int:
    """How many tokens from `index` on say *per cent*."""
    if index < len(tokens) and tokens[index]["percent"]:
        return 1
    word = (_next_word(text, tokens, index) or "").lower()
    if word == "percent":
        return 1
    follower = (_next_word(text, tokens, index + 1) or "").lower() if word == "per" else ""
    return 2 if follower in ("cento", "cent") else 0


def _other_hours(
    text: str, token: re.Match[str], end: int, value: str, language: Language
) -> list[str]:
    """The hour of the day behind *3 pm*."""
    after = text[end : end + 6].lower().lstrip()
    tail = (token["tail"] or "").lower()
    if language != "en" or not (
        tail in ("am", "pm", "p", "a") or after.startswith(("pm", "p.m", "am", "a.m"))
    ):
        return []
    hour, _, minutes = value.replace(".", ":").partition(":")
    if not hour.isdigit() or int(hour[:9]) > 12:
        return []
    later = str(int(hour) % 12 + 12)
    rest = f":{minutes}" if minutes else ""
    return [f"{later}{rest}", f"{later}:00", "0" + rest if hour == "12" else hour + rest]


def _day_and_month(
    text: str, tokens: Sequence[re.Match[str]], index: int, language: Language
) -> tuple[Anchor, int] | None:
    """*24 giugno*, *1° maggio*, *24th of June*."""
    token = tokens[index]
    if not token["figures"].isdigit() or not 0 < int(token["figures"][:4]) < 32:
        return None
    if token["tail"].lower() not in ("", "st", "nd", "rd", "th"):
        return None
    used = 1
    word = _next_word(text, tokens, index + 1)
    if language == "en" and word == "of":
        used, word = 2, _next_word(text, tokens, index + 2)
    month = _month(word, language, beside=True)
    if month is None:
        return None
    span = Span(token.start(), tokens[index + used].end())
    return Anchor("date", span, (_day(int(token["figures"]), month),)), used + 1


def _month_and_day(
    text: str, tokens: Sequence[re.Match[str]], index: int, language: Language
) -> tuple[Anchor, int] | None:
    """*June 24*, or a month alone."""
    word = tokens[index]["word"]
    follower = tokens[index + 1] if language == "en" and index + 1 < len(tokens) else None
    if follower is not None and follower["figures"] and len(follower["figures"]) < 3:
        close = text[tokens[index].end() : follower.start()] in (" ", "\u00a0", ". ")
        month = _month(word, language, beside=True)
        day = int(follower["figures"]) if follower["figures"].isdigit() else 0
        if close and month is not None and 0 < day < 32 and not follower["tail"].strip("stndrh"):
            span = Span(tokens[index].start(), follower.end())
            return Anchor("date", span, (_day(day, month),)), 2
    month = _month(word, language, beside=False)
    if month is None or (language == "en" and not _is_month(text, tokens, index)):
        return None
    return Anchor("date", Span(*tokens[index].span()), (f"{month:02}",)), 1


def _month(word: str | None, language: Language, *, beside: bool) -> int | None:
    if word is None or (language == "en" and not word[0].isupper()):
        return None
    lower = word.lower()
    found = words.MONTHS[language].get(lower)
    return words.SHORT_MONTHS[language].get(lower) if found is None and beside else found


def _is_month(text: str, tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Whether *May*, *March* or *August* is no verb at the beginning and no part of a name."""
    token = tokens[index]
    if token["word"].lower() not in words.DOUBTFUL_MONTHS:
        return True
    if _begins(text, token.start()):
        return False
    before = tokens[index - 1]["word"] if index else None
    return before is None or before[0].islower()


def _place(
    text: str, tokens: Sequence[re.Match[str]], index: int, language: Language
) -> tuple[Anchor, int] | None:
    """A name of the gazetteer, of one word or more."""
    first = tokens[index]
    if not first["word"][0].isupper():
        return None
    for form, place in gazetteer.places_by_word(language).get(first["word"].casefold(), ()):
        length = len(form)
        chosen = tokens[index : index + length]
        said = " ".join(text[first.start() : chosen[-1].end()].replace("’", "'").casefold().split())
        if len(chosen) == length and said == " ".join(form):
            inner = length > 1 or not _begins(text, first.start())
            span = Span(first.start(), chosen[-1].end())
            return Anchor("name", span, (place.key,), inner), length
    return None


def _name(text: str, token: re.Match[str], language: Language) -> Anchor | None:
    word = token["word"].removesuffix(".")
    folded = word.casefold()
    if folded in words.NOT_NAMES[language]:
        return None
    inner = not _begins(text, token.start())
    if not inner and (folded in words.FALSE_FRIENDS or len(word) < 4):
        return None
    return Anchor("name", Span(token.start(), token.start() + len(word)), (folded,), inner)


def _begins(text: str, offset: int) -> bool:
    """Whether a capital at `offset` may be that of a beginning."""
    return _OPENERS.search(text, max(0, offset - 8), offset) is not None or offset == 0
