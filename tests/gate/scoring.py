"""How the extraction is measured: quotations, dates and sentence ends against the gold.

A quotation is found when its words, without marks, blanks and stops at either end, are the gold's;
a *pair* is a quotation found with its speaker's full name. A date matches when it overlaps one
gold date; *strict* ignores a leading article or preposition.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tests.support.extracting import paragraphs_of, sentences_of
from tui.document import DateMention, PartialDate, Quote, Span
from tui.extract import find_dates, find_quotes
from tui.extract.tables import word_set

_STRIP = "«»“”\"„‟‘’‚‛'‹›` \t\n\u00a0.,;:!?…-–—()[]"
_TITLES = word_set(
    """il lo la i gli le un uno una l d dell the a an presidente premier ministro ministra
    segretario segretaria portavoce generale colonnello capitano maggiore maresciallo senatore
    senatrice deputato deputata onorevole on sindaco sindaca assessore assessora prefetto giudice
    avvocato avvocata avv dottore dottoressa dott prof professore professoressa papa cardinale
    monsignor don padre suor regista attore attrice cantante leader capo direttore direttrice
    maestro maestra mr mrs ms dr sen rep gov president secretary minister prime general major
    spokesman spokeswoman mayor governor judge sir lady pope senator councillor"""
)
_ARTICLES = word_set("il lo la i gli le un uno una l the a an")
_LEAD = {
    "it": re.compile(
        r"(?:(?:il|lo|la|i|gli|le|un|una|uno|di|a|da|in|su|per|fra|tra|con|entro|dopo|verso|de[li]"
        r"|dello|della|degli|delle|al|ai|allo|alla|agli|alle|dal|dai|dallo|dalla|dagli|dalle|nel"
        r"|nei|nello|nella|negli|nelle|sul|sulla|ore)\s+|(?:l|un|d|dell|all|dall|nell|sull)['’]\s*)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:the|a|an|in|on|at|of|by|from|to|since|until|for|during|before|after|within)\s+",
        re.IGNORECASE,
    ),
}

Scores = dict[str, float]
"""Figures by name, in per cent."""


def f1(right: int, predicted: int, wanted: int) -> float:
    """The harmonic mean of precision and recall, in per cent; 100 when there is nothing to find."""
    return 200 * right / (predicted + wanted) if predicted + wanted else 100.0


def boundary_f1(rows: Iterable[dict[str, Any]]) -> tuple[float, list[str]]:
    """F1 over the ends of sentences inside paragraphs, with each mistake in its context."""
    right = predicted = wanted = 0
    wrong: list[str] = []
    for row in rows:
        text = row["text"]
        last = {paragraph.span.end for paragraph in paragraphs_of(text)}
        found = {sentence.span.end for sentence in sentences_of(text, row["lang"])} - last
        gold = set(row["ends"])
        right += len(gold & found)
        predicted += len(found)
        wanted += len(gold)
        for end in sorted(gold ^ found):
            sign = "missed" if end in gold else "invented"
            wrong.append(
                f"{row['id']} {sign}: {text[max(0, end - 30) : end]}|{text[end : end + 20]}"
            )
    return f1(right, predicted, wanted), wrong


class QuoteTally:
    """Counts over articles, and the figures they give."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.judged: list[tuple[Quote, bool]] = []
        """Every quotation that counts, and whether it is speech of the one it names."""

    def add(self, row: dict[str, Any]) -> None:
        """Runs the extraction over an article and counts what it finds."""
        text = row["text"]
        found = find_quotes(text, paragraphs_of(text), sentences_of(text, row["lang"]), row["lang"])
        shown = {_core(text, q.span.start, q.span.end): q for q in found if q.kind != "indirect"}
        whole = _whole_utterances(row)
        used: set[tuple[int, int]] = set()
        for gold in row["quotes"]:
            place = _core(text, gold["start"], gold["end"])
            if place not in shown:
                place = whole.get(gold.get("utterance"), place)
            quote = shown.get(place)
            used.add(place)
            label = gold["label"]
            self.counts[label] += 1
            if label == "optional":
                continue
            if label == "not_speech":
                self.counts["reported"] += quote is not None
                if quote is not None:
                    self.judged.append((quote, False))
                self._note(quote is not None, row, place, gold["why"])
                continue
            self.counts["predicted"] += quote is not None
            self.counts["found"] += quote is not None
            self._note(quote is None, row, place, "missed")
            if quote:
                self._count_speaker(row, place, gold, quote)
        left = shown.keys() - used
        self.counts["predicted"] += len(left)
        for place in left:
            self._note(True, row, place, "invented")

    def _count_speaker(
        self, row: dict[str, Any], place: tuple[int, int], gold: dict[str, Any], quote: Quote
    ) -> None:
        name = quote.speaker.name if quote.speaker else None
        right = _same_speaker(name, gold)
        self.counts["named"] += gold["speaker"] is not None
        self.counts["resolved"] += gold["speaker"] is not None and right
        self.counts["pairs"] += right
        self.judged.append((quote, right))
        self._note(not right, row, place, f"{name!r} for {gold['speaker']!r} ({quote.rule})")
        self.counts["kinds"] += quote.kind == gold["kind"]
        if gold["via"]:
            relay = quote.via.name if quote.via else None
            self.counts["relays"] += 1
            self.counts["relayed"] += _same_speaker(relay, {"speaker": gold["via"], "aliases": []})
        if gold["cues"]:
            cue = quote.cue
            self.counts["cued"] += 1
            hit = cue is not None and any(cue.span.overlaps(Span(*c)) for c in gold["cues"])
            self.counts["cues"] += hit
            said = [row["text"][slice(*c)] for c in gold["cues"]]
            self._note(not hit, row, place, f"cue {said}, not {cue}")

    def _note(self, wrong: bool, row: dict[str, Any], place: tuple[int, int], what: str) -> None:
        if wrong:
            self.wrong.append(f"{row['id']} {what}: {row['text'][slice(*place)][:50]}")

    def scores(self) -> Scores:
        """Detection, resolved speakers, pairs, cues, kinds, and what was wrongly reported."""
        c = self.counts
        return {
            "detection": f1(c["found"], c["predicted"], c["speech"]),
            "speaker": _share(c["resolved"], c["named"]),
            "pair": f1(c["pairs"], c["predicted"], c["speech"]),
            "cue": _share(c["cues"], c["cued"]),
            "kind": _share(c["kinds"], c["found"]),
            "relay": _share(c["relayed"], c["relays"]),
            "reported": _share(c["reported"], c["not_speech"]) if c["not_speech"] else 0.0,
        }


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def _whole_utterances(row: dict[str, Any]) -> dict[int, tuple[int, int]]:
    """The stretch from the first to the last piece of each utterance in pieces.

    One quotation over an interrupted utterance is as good as one for each piece.
    """
    out: dict[int, tuple[int, int]] = {}
    for quote in row["quotes"]:
        if "utterance" in quote:
            start = out.get(quote["utterance"], (quote["start"],))[0]
            out[quote["utterance"]] = (start, quote["end"])
    return {number: _core(row["text"], *span) for number, span in out.items()}


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _STRIP:
        start += 1
    while end > start and text[end - 1] in _STRIP:
        end -= 1
    return start, end


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"\w+", "".join(c for c in folded if not unicodedata.combining(c)))
    bare = [word for word in words if word not in _TITLES]
    return bare or [word for word in words if word not in _ARTICLES]


def _same_speaker(name: str | None, gold: dict[str, Any]) -> bool:
    """Whether `name` is one of the gold's names, titles and a few words of apposition aside."""
    if name is None or gold["speaker"] is None:
        return name is gold["speaker"]
    said = _words(name)
    for wanted in map(_words, [gold["speaker"], *gold["aliases"]]):
        places = range(len(said) - len(wanted) + 1)
        inside = any(said[i : i + len(wanted)] == wanted for i in places)
        if inside and len(said) <= len(wanted) + 6:
            return True
    return False


class DateTally:
    """Counts over articles, and the figures they give."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []

    def add(self, row: dict[str, Any]) -> None:
        """Runs the extraction over an article and counts what it finds."""
        text, language = row["text"], row["lang"]
        published = PartialDate(row["published"]) if row["published"] else None
        found = find_dates(text, sentences_of(text, language), language, published)
        left = list(found)
        for gold in row["dates"]:
            mention = _overlapping(left, gold["start"], gold["end"])
            if mention:
                left.remove(mention)
            if gold.get("optional"):
                continue
            self.counts["wanted"] += 1
            if mention:
                self._count(text, language, gold, mention, row["id"])
            else:
                said = text[gold["start"] : gold["end"]]
                self.wrong.append(f"{row['id']} missed: {said} = {gold['values'][0]}")
        # Vague values (PAST_REF, P X D) are dimmed in the reader; only sure ones can be wrong.
        sure = [mention for mention in left if not re.search(r"_REF|X", mention.value)]
        self.counts["predicted"] += len(sure)
        self.wrong += [f"{row['id']} invented: {m.span.of(text)} = {m.value}" for m in sure]

    def _count(
        self, text: str, language: str, gold: dict[str, Any], mention: DateMention, name: str
    ) -> None:
        c = self.counts
        c["predicted"] += 1
        c["overlapping"] += 1
        wanted = _trimmed(text, gold["start"], gold["end"], language)
        got = _trimmed(text, mention.span.start, mention.span.end, language)
        said = f"{name} {text[slice(*wanted)]!r}"
        c["exact"] += wanted == got
        if wanted != got:
            self.wrong.append(f"{said} span: {text[slice(*got)]!r} ({mention.rule})")
        right = mention.value in gold["values"]
        c["valued"] += right
        if not right:
            self.wrong.append(f"{said} value: {mention.value}, not {gold['values']}")
        if gold["mod"]:
            c["mods"] += 1
            c["modified"] += mention.mod == gold["mod"]

    def scores(self) -> Scores:
        """Relaxed, strict and value F1, and how many modifiers are right."""
        c = self.counts
        return {
            "relaxed": f1(c["overlapping"], c["predicted"], c["wanted"]),
            "strict": f1(c["exact"], c["predicted"], c["wanted"]),
            "value": f1(c["valued"], c["predicted"], c["wanted"]),
            "mod": _share(c["modified"], c["mods"]),
        }


def _overlapping(mentions: Sequence[DateMention], start: int, end: int) -> DateMention | None:
    span = Span(start, end)
    return next((mention for mention in mentions if mention.span.overlaps(span)), None)


def _trimmed(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    while (match := _LEAD[language].match(text, start, end)) and match.end() < end:
        start = match.end()
    return start, end
