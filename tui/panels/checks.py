"""What should be read with care in a translation: in words, and as a sign beside the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.document import Document, Flag, State, Translation
from tui.panels.wrap import clip

SIGN_FLAGGED = "!"
SIGN_ADAPTED = "≈"
SIGN_ROUGH = "~"
QUOTED_MOST = 60
"""Cells of a quote that are shown where one of its marks is lost."""

SIGNS = (SIGN_FLAGGED, SIGN_ADAPTED, SIGN_ROUGH)
"""What stands beside a sentence, the weightiest first."""


def sign_of(translation: Translation | None) -> str:
    """The sign of a translation; empty when there is nothing to say."""
    if translation is None or not translation.has_text:
        return ""
    if translation.flags:
        return SIGN_FLAGGED
    if translation.adapted:
        return SIGN_ADAPTED
    return SIGN_ROUGH if translation.rough else ""


def told(flag: Flag) -> str:
    """A flag in a few words: *the number 12 is lost*."""
    if flag.kind == "quote":
        return f"a quotation mark of {clip(flag.text, QUOTED_MOST)} is lost"
    kind = "" if flag.kind == "name" else f"the {flag.kind} "
    return f"{kind}“{flag.text}” {'is lost' if flag.change == 'lost' else 'was not in the text'}"


def lines_of(translation: Translation | None) -> tuple[str, ...]:
    """What there is to check in a translation, a line each; none when nothing was noticed."""
    if translation is None or not translation.has_text:
        return ()
    lines = [told(flag) for flag in translation.flags]
    if translation.adapted:
        lines.append("remembered for a sentence with other numbers or punctuation")
    return tuple(lines)


@dataclass(frozen=True)
class Checks:
    """The sentences whose translation has something to check, each with its lines."""

    by_sentence: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document | None) -> Checks:
        """Those of a document."""
        translations = document.translations if document is not None else ()
        found = ((number, lines_of(each)) for number, each in enumerate(translations))
        return cls({number: lines for number, lines in found if lines})

    def updated(self, new: Mapping[int, Translation]) -> Checks:
        """These after some sentences got other translations; the same when nothing changed."""
        changed = {number: lines_of(translation) for number, translation in new.items()}
        if all(self.by_sentence.get(number, ()) == lines for number, lines in changed.items()):
            return self
        merged = {**self.by_sentence, **changed}
        return Checks({number: merged[number] for number in sorted(merged) if merged[number]})


def account(document: Document, sentence: int) -> list[tuple[str, str]]:
    """How a sentence came to its translation: paragraphs, each with its look."""
    translation = document.translations[sentence]
    out = [(_state(translation), "list-words")]
    if translation is None:
        return out
    if translation.rough:
        rough = "Rough: an engine of rules wrote it. A better one replaces it when it can answer."
        out.append((f"{SIGN_ROUGH} {rough}", "list-words"))
    if translation.adapted:
        adapted = "Adapted: the memory holds the sentence with other numbers or punctuation."
        out.append((f"{SIGN_ADAPTED} {adapted}", "list-words"))
    if translation.flags:
        out.append(("Compare with the original:", "list-head"))
        out += [(f"{SIGN_FLAGGED} {told(flag)}", "list-words") for flag in translation.flags]
    if translation.passed:
        out.append(("Passed over before it:", "list-head"))
        out += [(f"- {reason}", "list-words") for reason in translation.passed]
    return out


def _state(translation: Translation | None) -> str:
    if translation is None or translation.state is State.PENDING:
        return "Not translated yet."
    if translation.state is State.FAILED:
        return f"Not translated: {translation.reason or 'no reason given'}. t tries again."
    if translation.state is State.SAME:
        return "Not translated: it is in that language already, or has nothing to translate."
    by = translation.engine
    if translation.state is State.REMEMBERED:
        whose = f", where {by} put it" if by and by != "memory" else ""
        return f"From the translation memory on this machine{whose}; nothing was sent."
    return f"Translated by {by or 'an engine that gave no name'}."
