"""What the extraction reaches on data this repository may not hold: printed, never failing."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.extracting import paragraphs_of, sentences_of
from tui.document import Language, PartialDate
from tui.extract import find_dates, find_quotes

_ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("EDICOLA_SHARED_DATA") or _ROOT.parent / "shared" / "data")
_ANYTHING = (OSError, ImportError, SyntaxError, ValueError, LookupError, AttributeError, TypeError)


@pytest.mark.skipif(not SHARED.is_dir(), reason="no shared data beside this repository")
def test_shared_data_is_scored_by_its_own_scorers(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        for part in (_date_lines, _quote_lines):
            try:
                print("", *part(), sep="\n  ")
            # What lies outside the repository may have any shape and never fails its tests.
            except _ANYTHING as error:
                print(f"\n  shared data not scored: {error!r}")


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _date_lines() -> Iterator[str]:
    scorer = _scorer(SHARED / "dates" / "score_dates.py")
    for path in sorted((SHARED / "dates").glob("*.jsonl")):
        documents = scorer.from_file(path)
        found = {name: _dates(document) for name, document in documents.items()}
        result, _ = scorer.score(documents, found)
        figures = (f"{100 * result[kind]['F1']:.1f}" for kind in ("relaxed", "strict*", "value"))
        yield f"dates {path.stem}: relaxed / strict* / value F1 {' / '.join(figures)}"


def _dates(document: dict[str, Any]) -> list[dict[str, Any]]:
    text, language = document["text"], document["lang"]
    published = PartialDate(document["dct"][:10])
    return [
        {"start": m.span.start, "end": m.span.end, "text": m.span.of(text), "value": m.value}
        for m in find_dates(text, sentences_of(text, language), language, published)
    ]


def _quote_lines() -> Iterator[str]:
    scorer = _scorer(SHARED / "quotes" / "score_quotes.py")
    texts, _, gold = scorer.load()
    for style in ("asis", *scorer.STYLE):
        styled = scorer.restyle(texts, gold, style)
        found = [quote for name, text in styled.items() for quote in _quotes(name, text, "it")]
        figures = scorer.metrics(scorer.score(styled, gold, json.loads(json.dumps(found)))[0])
        shown = {
            "detection F1": figures["strict"]["F1"],
            "speaker": figures["speaker_resolved"],
            "pair F1": figures["pair"]["F1"],
            "cue": figures["cue"],
            "reported": figures["scare_fp_rate"],
        }
        words = ", ".join(f"{name} {100 * value:.1f}" for name, value in shown.items())
        yield f"quotes {style}: {words}"


def _quotes(name: str, text: str, language: Language) -> Iterator[dict[str, Any]]:
    for quote in find_quotes(text, paragraphs_of(text), sentences_of(text, language), language):
        yield {
            "doc_id": name,
            "start": quote.span.start,
            "end": quote.span.end,
            "speaker": quote.speaker.name if quote.speaker else None,
            "cue": quote.cue.span.of(text) if quote.cue else None,
            "kind": quote.kind,
        }
