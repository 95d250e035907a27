"""Markdown: its words, without its marks."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import Origin
from tui.sources import Draft, SourceError
from tui.sources.markdown import read_markdown

HERE = Origin("file", "articolo.md")


def parts(draft: Draft) -> list[tuple[str, str]]:
    return [(p.kind, p.span.of(draft.text)) for p in draft.paragraphs]


def test_an_article_leaves_its_words() -> None:
    draft = read_markdown(
        """# Il *mercato* riapre

![la piazza](piazza.jpg)

Il [sindaco](https://comune.example) **Rossi** ha detto: «È
`ora`».\\
Poi è andato via.

## Le reazioni

- chi compra,
  contento
- chi vende

1. prima
2. dopo

> Una piazza è di tutti.

| banco | prezzo |
|-------|--------|
| mele  | 2 euro |

<div>Un avviso<!-- nascosto --></div>
""",
        HERE,
    )
    assert draft.title == "Il mercato riapre"
    assert parts(draft) == [
        ("title", "Il mercato riapre"),
        ("body", "Il sindaco Rossi ha detto: «È ora». Poi è andato via."),
        ("heading", "Le reazioni"),
        ("item", "chi compra, contento"),
        ("item", "chi vende"),
        ("item", "prima"),
        ("item", "dopo"),
        ("body", "Una piazza è di tutti."),
        ("item", "banco | prezzo"),
        ("item", "mele | 2 euro"),
        ("body", "Un avviso"),
    ]


def test_front_matter_is_metadata() -> None:
    draft = read_markdown(
        '---\ntitle: "Piove"\nauthor: Anna Verdi\ndate: 2024-06\nlang: it-IT\ntags: [a, b]\n---\n\n'
        "# Piove\n\nPiove da tre giorni.\n",
        HERE,
    )
    assert parts(draft) == [("title", "Piove"), ("body", "Piove da tre giorni.")]
    assert (draft.title, draft.byline, draft.language) == ("Piove", "Anna Verdi", "it")
    assert draft.published is not None
    assert draft.published.value == "2024-06"


def test_a_heading_below_the_first_words_is_not_the_title() -> None:
    draft = read_markdown("Piove.\n\n# Domani\n\nSole.", HERE)
    assert draft.title is None
    assert [kind for kind, _ in parts(draft)] == ["body", "heading", "body"]


def test_a_date_header_works_here_too() -> None:
    draft = read_markdown("date 2024-06 Piove da *tre* giorni.", HERE)
    assert draft.text == "Piove da tre giorni."
    assert draft.published is not None


def test_a_control_code_written_as_a_reference_does_not_come_through() -> None:
    draft = read_markdown("Piove&#27;[31m e&#x202e; tira &#7;vento.", HERE)
    assert not set(draft.text) & set("\x1b\x07\u202e")
    assert "vento." in draft.text


@pytest.mark.parametrize("text", ["", "---\n---\n", "<!-- niente -->", "![](x.png)", "> > >"])
def test_a_text_with_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no text"):
        read_markdown(text, HERE)


@pytest.mark.parametrize("unit", ["<!--", "[", "**a ", "`a", "![[", "> ", "- ", "|a"])
def test_marks_piled_up_do_not_stop_it(unit: str) -> None:
    begun = time.perf_counter()
    with suppress(SourceError):
        read_markdown(unit * 4_000, HERE)
    assert time.perf_counter() - begun < 5.0


@given(st.text(st.sampled_from("ab è\n#*-_>`[]()!|<&;1. \x1b\u202e"), max_size=80))
def test_paragraphs_stand_in_order_with_white_space_between(text: str) -> None:
    try:
        draft = read_markdown(text, HERE)
    except SourceError:
        return
    assert draft.text.split("\n\n") == [words for _, words in parts(draft)]
    assert all(words and words == words.strip() for _, words in parts(draft))
