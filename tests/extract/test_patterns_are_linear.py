"""No pattern of the extraction can be made slow by a text, whatever somebody puts into it."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import product
from typing import Any

import pytest

import tui.extract

MOTIFS = (
    "a", "A", " ", "1", ".", "…", "«", "”", "'", "’", "-", ",", "(", "\n", "a ", "A. ", "1.", "1/",
    "«a", "” ", "' ", "’a", "- ", "-- ", "a.A.", "di ",
    "il 3 ", "ha ", "A a ", "\u0301", "\u200b", "0",
)  # fmt: skip
LENGTH = 4_000
BOUND = 0.3
"""Seconds for `LENGTH` characters: a quadratic pattern needs more, a linear one a hundredth."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern of the extraction, by the module and name it is kept under."""
    for language in ("it", "en"):  # what is compiled at the first call is compiled now
        text = "Ieri Anna Riva ha detto: «Non firmo»." if language == "it" else "He said “no”."
        _extract(text, language)
    found: dict[str, re.Pattern[str]] = {}
    for info in pkgutil.walk_packages(tui.extract.__path__, "tui.extract."):
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            for number, pattern in enumerate(_within(value, 0)):
                found[f"{info.name}.{name}.{number}"] = pattern
            cached = getattr(value, "__wrapped__", None)
            if cached is not None and hasattr(value, "cache_info"):
                for language in ("it", "en"):
                    try:
                        made = value(language)
                    except Exception:  # noqa: BLE001 (not a function of a language)
                        continue
                    for number, pattern in enumerate(_within(made, 0)):
                        found[f"{info.name}.{name}.{language}.{number}"] = pattern
    # The same pattern may be known under several names.
    return {name: pattern for pattern, name in {p: n for n, p in found.items()}.items()}


def _extract(text: str, language: Any) -> None:
    from tui.document import Paragraph, Span
    from tui.extract import find_dates, find_quotes, split_sentences

    paragraphs = (Paragraph(Span(0, len(text))),)
    sentences = split_sentences(text, paragraphs, language)
    find_quotes(text, paragraphs, sentences, language)
    find_dates(text, sentences, language, None)


def _within(value: Any, depth: int) -> Iterator[re.Pattern[str]]:
    """The patterns in a value: itself, or in a tuple, list, dict or record of them."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, dict):
        for each in value.values():
            yield from _within(each, depth + 1)
    elif depth < 3 and isinstance(value, tuple | list):
        for each in value:
            yield from _within(each, depth + 1)
    elif depth < 3 and is_dataclass(value) and not isinstance(value, type):
        for name in (each.name for each in fields(value)):
            yield from _within(getattr(value, name), depth + 1)


PATTERNS = patterns()


def adversaries() -> Iterator[str]:
    """Texts of one or two motifs over and over, some with an end that spoils every match."""
    for motif in MOTIFS:
        text = motif * (LENGTH // len(motif))
        yield text
        yield text + "§"
    for first, second in product(MOTIFS[:9], MOTIFS[:9]):
        half = LENGTH // 2
        yield first * (half // len(first)) + second * (half // len(second)) + "§"


ADVERSARIES = list(adversaries())


def test_there_are_patterns_to_try() -> None:
    assert len(PATTERNS) > 60


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_no_text_makes_a_pattern_slow(name: str) -> None:
    pattern = PATTERNS[name]
    for text in ADVERSARIES:
        took = _seconds(pattern, text)
        if took >= BOUND:  # once more: what else the machine does is no fault of the pattern's
            took = _seconds(pattern, text)
        assert took < BOUND, f"{took:.2f} s on {text[:12]!r}… with {pattern.pattern[:80]!r}"


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began
