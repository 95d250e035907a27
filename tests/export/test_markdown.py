"""Markdown: the article beside its translation, and no word of it becomes markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.support.documents import bridge, documents, texts
from tui.document import (
    Article,
    Document,
    Flag,
    Origin,
    Paragraph,
    Sentence,
    Span,
    State,
    Translation,
)
from tui.export import to_markdown
from tui.export.markdown import escaped

COMMON = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def test_the_small_article_reads_well() -> None:
    assert to_markdown(bridge()) == (
        """\
# Il ponte riapre

> The bridge reopens

- Source: ponte.txt
- By: Luca Neri
- Date: 2024-04
- Language: Italian
- Translation into English, by sentence: 1 remembered, 1 translated by google, 1 not translated

Il ponte riaprirà il 3 maggio.\\
“Abbiamo finito”, ha detto ieri la sindaca Anna Riva, “e in tempo”.

> The bridge will reopen on 3 May.\\
> *(not translated: no network)*

---

## Quotes

- **Anna Riva** (ha detto): “Abbiamo finito” … “e in tempo”

## Dates

- **2024-05-03** (day, reckoned from 2024-04): “il 3 maggio”
- **2024-04** (month, approx, reckoned from 2024-04): “ieri”
"""
    )


def test_what_differs_is_written_beside_the_translation_and_who_was_rough_is_told() -> None:
    flags = (Flag("number", "lost", "3"), Flag("name", "invented", "*Fly*"))
    flagged = Translation(
        "en", "It reopens soon.", State.TRANSLATED, "apertium", rough=True, flags=flags
    )
    adapted = Translation("en", "The bridge reopens", State.REMEMBERED, "memory", adapted=True)
    said = to_markdown(bridge().with_translations({0: adapted, 1: flagged}))
    assert "> It reopens soon. *(lost: 3; invented: \\*Fly\\*)*\\\n" in said
    assert (
        "by sentence: 1 adapted, 1 translated roughly by apertium, 1 not translated; "
        "in 1 of them a number, date, name or quotation mark differs\n"
    ) in said


def test_without_translation_there_is_the_article_alone() -> None:
    text = to_markdown(replace(bridge(), translations=()))
    assert ">" not in text
    assert "Translation" not in text
    assert "“Abbiamo finito”, ha detto ieri" in text


def test_a_sentence_still_waiting_is_not_passed_off_as_translated() -> None:
    pending = Translation("en", None, State.PENDING)
    text = to_markdown(replace(bridge(), translations=(pending, None, pending)))
    assert text.count("> *(not translated yet)*") == 3
    assert "3 not translated yet" in text


def article_of(text: str, *paragraphs: Paragraph) -> Document:
    return Document(
        Article(text, Origin("file", "prova.txt"), "it"),
        paragraphs,
        tuple(Sentence(paragraph.span, number) for number, paragraph in enumerate(paragraphs)),
    ).check()


def test_headings_and_lists_keep_their_kind() -> None:
    text = "Il mercato\nPane\nVino rosso"
    document = article_of(
        text,
        Paragraph(Span(0, 10), "heading"),
        Paragraph(Span(11, 15), "item"),
        Paragraph(Span(16, 26), "item"),
    ).with_translations({2: Translation("en", "Red wine", State.TRANSLATED, "google")})
    html = COMMON.render(to_markdown(document))
    assert "<h2>Il mercato</h2>" in html
    assert "<p>Pane</p>" in html
    assert "<p>Vino rosso</p>\n<blockquote>\n<p>Red wine</p>\n</blockquote>\n</li>" in html
    assert to_markdown(document).startswith("# Untitled article\n")


def words_of(markdown: str) -> list[Token]:
    """The inline tokens of the one paragraph that `markdown` is."""
    tokens = COMMON.parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return tokens[1].children or []


@settings(max_examples=200)
@given(text=texts)
def test_escaped_words_mean_themselves(text: str) -> None:
    line = escaped(text)
    assert "\n" not in line
    if line:
        said = words_of(line)
        assert {token.type for token in said} <= {"text", "text_special"}
        # CommonMark trims and replaces what is no character; the rest comes back.
        plain = "".join(token.content for token in said)
        assert plain.split() == text.replace("\0", "\ufffd").split()


@pytest.mark.parametrize(
    "text",
    ["# titolo", "- punto", "+ punto", "1. primo", "12) dodici", "> citato", "=== sotto",
     "--- riga", "```codice", "~~~", "    rientro", "<b>html</b>", "<!-- x -->", "&amp; &copy;",
     "[link](http://x)", "![img](x)", "*enfasi* _enfasi_", "`codice`", "| a | b |",
     "[@click=x]y[/]", "[^1]: nota", "fine\\", "2024\\. anno", "[x]: /url"],
)  # fmt: skip
def test_marks_at_the_beginning_of_a_sentence_stay_words(text: str) -> None:
    assert "".join(token.content for token in words_of(escaped(text))) == text.strip()


@settings(max_examples=60)
@given(document=documents())
def test_no_article_breaks_the_structure(document: Document) -> None:
    """The blocks at the top are those the export writes, one for each thing, whatever it says."""
    blocks = [token for token in COMMON.parse(to_markdown(document)) if token.level == 0]
    headings = [token.tag for token in blocks if token.type == "heading_open"]
    body = document.paragraphs[1:] if _has_headline(document) else document.paragraphs
    own = sum(paragraph.kind in ("heading", "title") for paragraph in body)
    tail = bool(document.quotes) + bool(document.dates)
    assert headings == ["h1", *["h2"] * (own + tail)]
    assert sum(token.type == "hr" for token in blocks) == (1 if tail else 0)
    assert not any(token.type in ("html_block", "code_block", "fence") for token in blocks)
    plain = sum(token.type == "paragraph_open" for token in blocks)
    shown = [p for p in body if p.kind == "body" and document.words(p.span).split()]
    assert plain == len(shown)


def _has_headline(document: Document) -> bool:
    return bool(document.paragraphs) and document.paragraphs[0].kind == "title"


def test_a_hostile_address_cannot_command_a_terminal() -> None:
    article = replace(bridge().article, origin=Origin("file", "a\x1b]52;c;x\x07\nb"))
    text = to_markdown(replace(bridge(), article=article))
    assert "\x1b" not in text
    assert "- Source: a" in text


def test_the_spaces_of_italian_typography_are_kept() -> None:
    assert escaped("«\u00a0Sì\u00a0»,\tdisse") == "«\u00a0Sì\u00a0», disse"
