"""The gates: extraction measured on this repository's own gold never falls below these floors.

`tests/gate/README.md` tells how the gold was made and what each figure means.
"""

from __future__ import annotations

import pytest

from tests.gate import build, gold
from tests.gate.scoring import DateTally, QuoteTally, Scores, boundary_f1

QUOTE_FLOORS: dict[str, Scores] = {
    "it": {"detection": 98, "speaker": 82, "pair": 80, "cue": 89, "kind": 95, "relay": 100},
    "en": {"detection": 97, "speaker": 87, "pair": 85, "cue": 91, "kind": 98},
}
DATE_FLOORS: dict[str, Scores] = {
    "it": {"relaxed": 99, "strict": 98, "value": 98, "mod": 100},
    "en": {"relaxed": 98, "strict": 98, "value": 97, "mod": 100},
}
BOUNDARY_FLOOR = 99.0
REPORTED_AT_MOST = 1.5
"""Scare quotes, titles, names and terms shown as speech, in a hundred."""


def test_the_offsets_are_those_of_the_annotated_sources() -> None:
    for name, content in build.built().items():
        assert (build.DATA / name).read_text("utf-8") == content, (
            f"{name} is out of date: run python -m tests.gate.build"
        )


def test_the_gold_is_as_large_as_the_floors_need() -> None:
    articles = gold.rows("articles.jsonl")
    assert sum(row["lang"] == "it" for row in articles) >= 40
    assert sum(row["lang"] == "en" for row in articles) >= 20
    assert sum(len(row["ends"]) for row in gold.rows("sentences.jsonl")) >= 300


def test_sentences_end_where_a_reader_says() -> None:
    score, wrong = boundary_f1(gold.rows("sentences.jsonl"))
    print(f"boundary F1 {score:.2f}", *wrong, sep="\n  ")
    assert score >= BOUNDARY_FLOOR


@pytest.mark.parametrize("language", ["it", "en"])
def test_quotations_are_found_and_given_to_whoever_said_them(language: str) -> None:
    tally = QuoteTally()
    for row in gold.rows("articles.jsonl"):
        if row["lang"] == language:
            tally.add(row)
    scores = tally.scores()
    _show(language, scores, tally.wrong)
    assert _below(scores, QUOTE_FLOORS[language]) == {}
    assert scores["reported"] <= REPORTED_AT_MOST


@pytest.mark.parametrize("style", gold.STYLES)
@pytest.mark.parametrize("language", ["it", "en"])
def test_marks_of_another_style_cost_at_most_a_point(language: str, style: str) -> None:
    original, other = QuoteTally(), QuoteTally()
    for row in gold.rows("articles.jsonl"):
        if row["lang"] == language:
            original.add(row)
            other.add(gold.restyled(row, style))
    before, after = original.scores(), other.scores()
    _show(f"{language} {style}", after, other.wrong)
    # Single marks are apostrophes too: one inside a blank, or that reopens a paragraph, is lost.
    allowed = 2.0 if style == "single" else 1.0
    assert after["detection"] >= before["detection"] - allowed
    assert after["pair"] >= before["pair"] - allowed


@pytest.mark.parametrize("language", ["it", "en"])
def test_dates_are_found_and_mean_what_a_reader_takes_them_for(language: str) -> None:
    tally = DateTally()
    for row in gold.rows("articles.jsonl"):
        if row["lang"] == language:
            tally.add(row)
    _show(language, tally.scores(), tally.wrong)
    assert _below(tally.scores(), DATE_FLOORS[language]) == {}


def _below(scores: Scores, floors: Scores) -> Scores:
    return {name: scores[name] for name, floor in floors.items() if scores[name] < floor}


def _show(what: str, scores: Scores, wrong: list[str]) -> None:
    print(what, *(f"{name} {score:.1f}" for name, score in scores.items()))
    print(*wrong, sep="\n  ")
