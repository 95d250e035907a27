"""The article the project began with: six passages, its people, its dates."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.extracting import paragraphs_of, sentences_of
from tui.document import Article, Document, Origin, PartialDate, Quote
from tui.extract import detect_language, find_dates, find_quotes

SEED = Path(__file__).parents[2] / "seeds" / "000_ad6c4d56b9047c82.txt"
HEADER = " date 2024-06 "


@pytest.fixture(scope="module")
def document() -> Document:
    text = SEED.read_text("utf-8").removeprefix(HEADER)
    sentences = sentences_of(text)
    paragraphs = paragraphs_of(text)
    published = PartialDate("2024-06")
    return Document(
        Article(text, Origin("file", str(SEED)), "it", published=published),
        paragraphs,
        sentences,
        find_quotes(text, paragraphs, sentences, "it"),
        find_dates(text, sentences, "it", published),
    )


def test_its_layers_fit_its_text_and_it_is_italian(document: Document) -> None:
    document.check()
    assert detect_language(document.text) == "it"
    assert len(document.sentences) == 11


def test_six_passages_are_said_and_the_last_is_in_two_parts(document: Document) -> None:
    def name(quote: Quote) -> str | None:
        return quote.speaker.name if quote.speaker else None

    assert [name(quote) for quote in document.quotes] == [
        "ministero russo",
        "Andrei Belousov",
        "Lloyd Austin",
        "Dmitri Peskov",
        "ministero degli Esteri di Mosca",
        "Pat Ryder",
        "Pat Ryder",
    ]
    assert [quote.utterance for quote in document.quotes] == [0, 1, 2, 3, 4, 5, 5]
    assert [quote.cue.lemma if quote.cue else None for quote in document.quotes] == [
        "secondo",
        "sottolineare",
        "rimarcare",
        "minacciare",
        "avvisare",
        "precisare",
        "precisare",
    ]
    relayed = document.quotes[2]
    assert relayed.via is not None
    assert relayed.via.name == "Pat Ryder"
    assert document.quotes[3].span.of(document.text) == "conseguenze"
    assert document.quotes[3].kind == "mixed"


def test_days_are_given_only_where_the_article_gives_them(document: Document) -> None:
    found = [(m.span.of(document.text), m.value, m.mod) for m in document.dates]
    assert found == [
        ("oltre un anno", "P1Y", "MORE_THAN"),
        ("ieri", "2024-06", None),
        ("oltre due anni fa", "2022", "MORE_THAN"),
        ("oggi", "2024-06", None),
        ("il 24 giugno", "2024-06-24", None),
        ("ieri", "2024-06", None),
        ("metà di maggio", "2024-05", "MID"),
        ("ieri", "2024-06", None),
        ("il 15 marzo 2023", "2023-03-15", None),
    ]


def test_sentences_are_found_without_loading_quotes_or_dates() -> None:
    code = (
        "import sys; from tui.extract import split_sentences; from tui.document import *;"
        "split_sentences('Uno. Due.', (Paragraph(Span(0, 9)),), 'it');"
        "sys.exit(any(m in sys.modules for m in "
        "('tui.extract.quotes', 'tui.extract.dates', 'dateparser')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
