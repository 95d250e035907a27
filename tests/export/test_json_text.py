"""Documents as JSON text: one line each, whatever stands in them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.support.documents import bridge, documents
from tui.document import Document, Origin, from_json, to_json
from tui.export import to_json_text


@settings(max_examples=50)
@given(document=documents())
def test_one_line_holds_the_whole_document(document: Document) -> None:
    line = to_json_text(document)
    assert line.splitlines() == [line]
    assert from_json(json.loads(line)) == document


def test_italian_can_be_read_in_it() -> None:
    assert "Il ponte riaprirà" in to_json_text(bridge())


def test_indented_it_says_the_same_on_many_lines() -> None:
    text = to_json_text(bridge(), indented=True)
    assert len(text.splitlines()) > 50
    assert json.loads(text) == to_json(bridge())


@pytest.mark.parametrize("location", ["a\u2028b", "a\x85b", "a\x9b31mb", "a\u202eb", "\udc80.txt"])
def test_a_hostile_file_name_is_escaped_and_kept(location: str) -> None:
    article = replace(bridge().article, origin=Origin("file", location))
    line = to_json_text(replace(bridge(), article=article))
    assert location not in line
    line.encode()
    assert json.loads(line)["origin"]["location"] == location
