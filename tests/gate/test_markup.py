"""The inline annotations of the gold: what they mark, and what they refuse."""

from __future__ import annotations

import pytest

from tests.gate import markup

SOURCE = """=== it99 blind 2024-06-26
«{1 Ada Rizzi/Rizzi^Ugo Sala|Parto {@2024-06-27,P1D +APPROX|dopo domani}}», {c1|dice} Rizzi del
film «{title|Luna}».
"""


def test_annotations_become_offsets_into_the_bare_text() -> None:
    (row,) = markup.articles(SOURCE, "it")
    text = row["text"]
    assert "{" not in text
    speech, title = row["quotes"]
    assert text[speech["start"] : speech["end"]] == "Parto dopo domani"
    assert (speech["speaker"], speech["aliases"], speech["via"]) == (
        "Ada Rizzi",
        ["Rizzi"],
        "Ugo Sala",
    )
    assert [text[slice(*cue)] for cue in speech["cues"]] == ["dice"]
    assert (title["label"], title["why"]) == ("not_speech", "title")
    (date,) = row["dates"]
    assert text[date["start"] : date["end"]] == "domani"
    assert (date["values"], date["mod"]) == (["2024-06-27", "P1D"], "APPROX")


@pytest.mark.parametrize("wrong", ["{1 Ada|Parto", "Parto}", "{speech|Parto}"])
def test_a_slip_of_the_annotator_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"closed|closes|no such"):
        list(markup.articles(f"=== it99 blind -\n{wrong}\n", "it"))
