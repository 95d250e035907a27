"""What the sidebar lists, as data: quotes by utterance, dates in reading order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Literal

from tui.document import DateMention, Document, Echoes, Language, Quote, Span
from tui.panels.calendar import written
from tui.panels.checks import SIGN_FLAGGED, Checks, told
from tui.panels.items import Item, Role, Shown
from tui.panels.rows import View
from tui.panels.wrap import clip

UNSURE = 0.5
"""Below this confidence a date is shown as uncertain, in words."""
UNSURE_WHO = 0.75
"""The same for who said something: below it, one in two was wrong."""

BEGINNING = 120
"""Cells of a sentence that a list of what to check shows."""

MODIFIERS: dict[Language, dict[str, str]] = {
    "en": {
        "START": "beginning of {}",
        "MID": "middle of {}",
        "END": "end of {}",
        "APPROX": "about {}",
        "MORE_THAN": "more than {}",
        "LESS_THAN": "less than {}",
    },
    "it": {
        "START": "inizio di {}",
        "MID": "metà di {}",
        "END": "fine di {}",
        "APPROX": "circa {}",
        "MORE_THAN": "oltre {}",
        "LESS_THAN": "meno di {}",
    },
}

EVERY: dict[Language, str] = {"en": "every {}", "it": "ogni {}"}


def shown_language(document: Document, view: View) -> Language:
    """The language the sidebar speaks: the view's, and the article's own when both are shown."""
    if view is View.BOTH:
        return document.article.language
    return "it" if view is View.ITALIAN else "en"


def _first_items(listed: Sequence[tuple[int, ...]]) -> Mapping[int, int]:
    """For each sentence the item that begins in it, else the first that goes on there."""
    places = {at[0]: number for number, at in reversed(list(enumerate(listed)))}
    for number, at in enumerate(listed):
        for sentence in at[1:]:
            places.setdefault(sentence, number)
    return places


class QuoteListing:
    """The quotes, one item for each utterance; indirect speech only when it is asked for.

    Grouped, all that one speaker says stands together, under the name said once.
    """

    def __init__(
        self,
        document: Document,
        grouped: bool = False,
        indirect: bool = False,
        said: bool = False,
    ) -> None:
        """List them in order or `grouped`; with `said`, in the language the view does not show."""
        self.in_order = not grouped
        self._said = said
        utterances: dict[int, list[int]] = {}
        for index, quote in enumerate(document.quotes):
            if indirect or quote.kind != "indirect":
                utterances.setdefault(quote.utterance, []).append(index)
        self._parts = list(utterances.values())
        names = [_name(document.quotes[parts[0]]) for parts in self._parts]
        self._said_again: set[int] = set()
        if grouped:
            first = {name: number for number, name in reversed(list(enumerate(names)))}
            order = sorted(range(len(names)), key=lambda n: (not names[n], first[names[n]], n))
            self._parts = [self._parts[number] for number in order]
            names = [names[number] for number in order]
            self._said_again = {n for n in range(1, len(names)) if names[n] == names[n - 1]}
        self.sentences: Sequence[tuple[int, ...]] = [
            tuple(sorted({document.sentence_at(document.quotes[i].span.start) for i in parts}))
            for parts in self._parts
        ]
        self.places = _first_items(self.sentences)

    def item(self, index: int, shown: Shown) -> Item:
        """An utterance: who, the words, how it is introduced."""
        made = _quote_item(*shown, self._parts[index], self._said)
        return made._replace(lines=made.lines[1:]) if index in self._said_again else made

    def place_in_layer(self, index: int) -> int:
        """The number of the utterance's first part among the quotes."""
        return self._parts[index][0]


def _name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else ""


def _quote_item(
    document: Document, echoes: Echoes, view: View, parts: Sequence[int], said: bool
) -> Item:
    quotes = [document.quotes[index] for index in parts]
    first = quotes[0]
    words, kind = _words_of(document, echoes, view, parts, said)
    notes = ["indirectly"] if first.kind == "indirect" else []
    notes += _cue_notes(document, quotes)
    if first.corrected:
        notes.append("corrected by you")
    if kind:
        notes.append(kind)
    who = first.speaker.name if first.speaker else "speaker not named"
    role: Role = "unsure" if "uncertain" in notes else "words"
    marked = words if first.kind == "indirect" else f"“{words}”"
    lines: list[tuple[str, Role]] = [(who, "head"), (marked, role)]
    if notes:
        lines.append((" · ".join(notes), "note"))
    spans = [quote.span for quote in quotes]
    lines += [(line, "note") for line in _checks(document, spans)]
    name = f"{first.speaker.name}: " if first.speaker else ""
    return Item(tuple(lines), f"{name}{marked}")


def _words_of(
    document: Document, echoes: Echoes, view: View, parts: Sequence[int], said: bool
) -> tuple[str, str]:
    """The words of an utterance in the language wanted, and what is to be said of them.

    Nothing is said of words that stand as they were said where nothing else was to be expected.
    """
    original = " … ".join(_flat(document.words(document.quotes[i].span)) for i in parts)
    shown_translated = shown_language(document, view) != document.article.language
    if shown_translated == said:  # the words actually said
        return original, "the words actually said" if said else ""
    found = [_echoed(document, echoes, index) for index in parts]
    complete = [words for words in found if words is not None]
    if len(complete) < len(parts):
        return original, "in the words of the article"
    sentences = {document.sentence_at(document.quotes[i].span.start) for i in parts}
    made = [document.translations[number] for number in sentences]
    rough = any(translation is not None and translation.rough for translation in made)
    return " … ".join(complete), "translated, roughly" if rough else "translated"


def _checks(document: Document, spans: Sequence[Span], kinds: Collection[str] = ()) -> list[str]:
    """What is to be checked in the translation of the sentences that hold some spans."""
    out: list[str] = []
    for number in sorted({document.sentence_at(span.start) for span in spans}):
        translation = document.translations[number] if document.sentences else None
        flags = translation.flags if translation is not None else ()
        chosen = [flag for flag in flags if not kinds or flag.kind in kinds]
        out += [f"{SIGN_FLAGGED} in the translation {told(flag)}" for flag in chosen]
    return out


def _cue_notes(document: Document, quotes: Sequence[Quote]) -> list[str]:
    notes: list[str] = []
    cue = next((quote.cue for quote in quotes if quote.cue), None)
    if cue is not None:
        said = _flat(document.words(cue.span))
        bare = said.casefold() == cue.lemma.casefold() or not cue.lemma
        notes.append(f"{said} …" if bare else f"{said} ({cue.lemma})")
    via = next((quote.via for quote in quotes if quote.via), None)
    if via is not None:
        notes.append(f"via {via.name}")
    if quotes[0].speaker and min(quote.confidence for quote in quotes) < UNSURE_WHO:
        notes.append("uncertain")
    return notes


def _echoed(document: Document, echoes: Echoes, index: int) -> str | None:
    """The words of a quote in the translation, when they were found there for certain."""
    span = document.quotes[index].span
    return _translated(document, echoes, "quote", index, span)


def _translated(
    document: Document,
    echoes: Echoes,
    layer: Literal["quote", "date"],
    index: int,
    span: Span,
) -> str | None:
    sentence = document.sentence_at(span.start)
    where = echoes.find(layer, index, sentence)
    translation = document.translations[sentence] if document.sentences else None
    if where is None or translation is None or translation.text is None:
        return None
    return where.of(translation.text).strip()


class DateListing:
    """The dates, in reading order, each with how it was reckoned."""

    def __init__(self, document: Document, explain: Callable[[DateMention], str]) -> None:
        self.in_order = True
        self._explain = explain
        self.sentences: Sequence[tuple[int, ...]] = [
            (document.sentence_at(mention.span.start),) for mention in document.dates
        ]
        self.places = _first_items(self.sentences)

    def place_in_layer(self, index: int) -> int:
        """Every date is an item."""
        return index

    def item(self, index: int, shown: Shown) -> Item:
        """A date: its calendar value, the expression, how it was reckoned."""
        document, echoes, view = shown
        mention = document.dates[index]
        language = shown_language(document, view)
        value = written(mention.value, language)
        if mention.mod:
            value = _modified(value, mention, language)
        if mention.type == "SET":
            value = EVERY[language].format(value.removeprefix("1 "))
        said = _flat(document.words(mention.span))
        if language != document.article.language:
            said = _translated(document, echoes, "date", index, mention.span) or said
        notes = ["corrected by you" if mention.corrected else self._explain(mention)]
        if mention.confidence < UNSURE:
            notes.append("uncertain")
        role: Role = "unsure" if "uncertain" in notes else "words"
        lines: list[tuple[str, Role]] = [(value, "head"), (said, role)]
        lines += [(" · ".join(note for note in notes if note), "note")] if any(notes) else []
        lines += [(line, "note") for line in _checks(document, [mention.span], ("date",))]
        return Item(tuple(lines), f"{said}: {mention.value}")


def _modified(value: str, mention: DateMention, language: Language) -> str:
    """The value with its modifier: *oltre due anni fa* lies before its year, not after it."""
    if mention.type == "DATE" and mention.mod in ("MORE_THAN", "LESS_THAN"):
        before = mention.mod == "MORE_THAN"
        if language == "it":
            return f"{value} o {'prima' if before else 'dopo'}"
        return f"{value} or {'earlier' if before else 'later'}"
    said = MODIFIERS[language][mention.mod or "APPROX"]
    if language == "it" and value.isdecimal():  # a year has the article: metà del 2024
        said = said.replace(" di ", " del ")
    return said.format(value)


class CheckListing:
    """The sentences whose translation has something to check, in reading order."""

    def __init__(self, document: Document, checks: Checks) -> None:
        self.in_order = True
        self._checks = checks
        numbers = [n for n in sorted(checks.by_sentence) if n < len(document.sentences)]
        self.sentences: Sequence[tuple[int, ...]] = [(number,) for number in numbers]
        self.places = _first_items(self.sentences)

    def place_in_layer(self, index: int) -> int:
        """The sentence."""
        return self.sentences[index][0]

    def item(self, index: int, shown: Shown) -> Item:
        """A sentence: what is to be checked, then how it begins in both languages."""
        document = shown.document
        (number,) = self.sentences[index]
        told_ = self._checks.by_sentence[number]
        translation = document.translations[number]
        source = clip(_flat(document.words(document.sentences[number].span)), BEGINNING)
        lines: list[tuple[str, Role]] = [(line, "head") for line in told_]
        lines.append((source, "words"))
        if translation is not None and translation.text:
            lines.append((clip(_flat(translation.text), BEGINNING), "note"))
        return Item(tuple(lines), f"{source}: {'; '.join(told_)}")


def _flat(text: str) -> str:
    return " ".join(text.split())
