"""The JSON contract: its fields, their order, and that nothing is lost on the way out and in."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given, settings

from tests.support.documents import TEXT, bridge, documents
from tui.document import ContractError, Document, from_json, to_json

EXPECTED = r"""
{
  "schema": "edicola.document/1",
  "id": "1178d8dcbd1a1ba8",
  "origin": {"kind": "file", "location": "ponte.txt"},
  "title": "Il ponte riapre", "byline": "Luca Neri",
  "published": {"value": "2024-04", "precision": "month"},
  "language": "it",
  "text": "Il ponte riapre\n\nIl ponte riaprirà il 3 maggio. “Abbiamo finito”, ha detto ieri la sindaca Anna Riva, “e in tempo”.",
  "paragraphs": [{"start": 0, "end": 15, "kind": "title"}, {"start": 17, "end": 115, "kind": "body"}],
  "sentences": [{"start": 0, "end": 15, "paragraph": 0,
                 "translation": {"language": "en", "text": "The bridge reopens", "state": "remembered", "engine": "memory", "reason": null,
                                 "rough": false, "adapted": false, "flags": [], "passed": []}},
                {"start": 17, "end": 47, "paragraph": 1,
                 "translation": {"language": "en", "text": "The bridge will reopen on 3 May.", "state": "translated", "engine": "google", "reason": null,
                                 "rough": false, "adapted": false, "flags": [], "passed": []}},
                {"start": 48, "end": 115, "paragraph": 1,
                 "translation": {"language": "en", "text": null, "state": "failed", "engine": null, "reason": "no network",
                                 "rough": false, "adapted": false, "flags": [], "passed": []}}],
  "quotes": [{"start": 49, "end": 63, "text": "Abbiamo finito", "kind": "direct", "utterance": 0,
              "speaker": {"start": 80, "end": 100, "text": "la sindaca Anna Riva", "name": "Anna Riva"},
              "via": null,
              "cue": {"start": 66, "end": 74, "text": "ha detto", "lemma": "dire"},
              "confidence": 0.9, "rule": "after",
              "corrected": false},
             {"start": 103, "end": 113, "text": "e in tempo", "kind": "direct", "utterance": 0,
              "speaker": {"start": 80, "end": 100, "text": "la sindaca Anna Riva", "name": "Anna Riva"},
              "via": null,
              "cue": {"start": 66, "end": 74, "text": "ha detto", "lemma": "dire"},
              "confidence": 0.9, "rule": "after",
              "corrected": false}],
  "dates": [{"start": 35, "end": 46, "text": "il 3 maggio", "type": "DATE",
             "value": "2024-05-03", "earliest": "2024-05-03", "latest": "2024-05-03",
             "precision": "day",
             "mod": null,
             "anchor": "2024-04", "rule": "day-month", "confidence": 0.9,
             "corrected": false},
            {"start": 75, "end": 79, "text": "ieri", "type": "DATE",
             "value": "2024-04", "earliest": "2024-04-01", "latest": "2024-04-30",
             "precision": "month",
             "mod": "APPROX",
             "anchor": "2024-04", "rule": "yesterday", "confidence": 0.5,
             "corrected": false}]
}
"""  # noqa: E501 (laid out as the contract is)


def test_a_document_is_written_as_the_contract_shows() -> None:
    """Values, names and the order of the names."""
    assert json.dumps(to_json(bridge()), indent=1) == json.dumps(json.loads(EXPECTED), indent=1)


def test_the_id_is_the_beginning_of_the_texts_sha256() -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert to_json(bridge())["id"] == digest[:16]


@settings(max_examples=80)
@given(document=documents())
def test_out_and_in_again_is_the_same_document(document: Document) -> None:
    wire = json.dumps(to_json(document), ensure_ascii=False)
    assert from_json(json.loads(wire)) == document


@settings(max_examples=40)
@given(document=documents())
def test_every_item_that_has_a_text_stands_for_it(document: Document) -> None:
    value = to_json(document)

    def check(item: Any) -> None:
        if isinstance(item, dict):
            if "start" in item and "text" in item:
                assert value["text"][item["start"] : item["end"]] == item["text"]
            for part in item.values():
                check(part)
        elif isinstance(item, list):
            for part in item:
                check(part)

    check(value)


def test_fields_of_later_versions_are_passed_over() -> None:
    value = to_json(bridge())
    value["mood"] = "hopeful"
    value["origin"]["fetched"] = "2024-05-04"
    value["sentences"][0]["cells"] = 15
    value["sentences"][0]["translation"]["score"] = 0.5
    value["quotes"][0]["speaker"]["role"] = "sindaca"
    value["dates"][0]["calendar"] = "gregorian"
    assert from_json(value) == bridge()


@pytest.mark.parametrize("layer", ["quotes", "sentences"])
def test_what_was_added_within_version_one_may_be_missing(layer: str) -> None:
    value = to_json(bridge())
    for item in value[layer]:
        for added in ("rule", "corrected") if layer == "quotes" else ("translation",):
            if layer == "quotes":
                del item[added]
            else:
                item[added].pop("reason")
    assert from_json(value).text == bridge().text


def changed(path: str, new: Any) -> dict[str, Any]:
    """The contract's example with one value changed: `quotes.0.text`."""
    value = to_json(bridge())
    *steps, last = path.split(".")
    place: Any = value
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    place[int(last) if last.isdigit() else last] = new
    return value


@pytest.mark.parametrize(
    ("path", "new", "told"),
    [
        ("schema", "edicola.document/2", "schema"),
        ("id", "0000000000000000", "is not that of the text"),
        ("language", "fr", "neither Italian nor English"),
        ("text", "Altro.", "is not that of the text"),
        ("origin.kind", "dream", "none of"),
        ("published.value", "2024-13", "not a date"),
        ("paragraphs.0.kind", "footnote", "none of"),
        ("paragraphs.1.end", 9999, "leaves the text"),
        ("paragraphs.1.start", 3, "overlaps"),
        ("sentences.0.start", -1, "cannot run"),
        ("sentences.1.paragraph", 0, "leaves its paragraph"),
        ("sentences.0.translation.state", "guessed", "not a document"),
        ("sentences.0.translation.text", None, "do not agree"),
        ("quotes.0.text", "Abbiamo perso", "stands at"),
        ("quotes.0.speaker.text", "il sindaco", "stands at"),
        ("quotes.0.cue.end", 70, "stands at"),
        ("dates.0.type", "HOLIDAY", "none of"),
        ("dates.0.earliest", "maggio", "not a document"),
        ("dates.0.precision", "blurred", "none of"),
        ("dates", None, "not a document"),
        ("quotes.0", "Abbiamo finito", "not a document"),
        ("sentences.0.start", "0", "not a document"),
    ],
)
def test_a_value_that_breaks_the_contract_is_refused_with_its_reason(
    path: str, new: Any, told: str
) -> None:
    with pytest.raises(ContractError, match=told):
        from_json(changed(path, new))


@pytest.mark.parametrize("field", ["schema", "text", "origin", "quotes", "title"])
def test_a_field_that_is_missing_is_named(field: str) -> None:
    value = to_json(bridge())
    del value[field]
    with pytest.raises(ContractError, match=f"'{field}' is missing"):
        from_json(value)
