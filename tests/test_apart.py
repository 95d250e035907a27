"""Long articles are analysed in a process of their own."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from tests.support.articles import long_article
from tui import apart, pipeline
from tui.document import Document

LONG = "Il sindaco Anna Riva ha detto il 3 maggio 2024: «Il ponte resta chiuso, e lo ripeto». "


def an_article(times: int) -> Document:
    """An article that says the same thing many times."""
    from tui.document import Article, Origin, Paragraph, Span
    from tui.extract import split_sentences

    text = (LONG * times).strip()
    paragraphs = (Paragraph(Span(0, len(text))),)
    article = Article(text, Origin("file", "lungo.txt"), "it")
    return Document(article, paragraphs, split_sentences(text, paragraphs, "it"))


def test_a_process_of_its_own_finds_what_a_thread_would() -> None:
    document = an_article(apart.LONG // len(LONG) + 1)
    assert len(document.text) >= apart.LONG
    found = apart.analyse(document, threading.Event())
    assert found == pipeline.analyse(document)
    assert found.quotes
    assert found.dates


def test_a_question_larger_than_any_pipe_is_answered() -> None:
    document = long_article(20_000)
    assert apart.analyse(document, threading.Event()).sentences == document.sentences


def test_who_gives_up_gets_the_document_as_it_was_and_at_once() -> None:
    document = long_article(20_000)
    cancel = threading.Event()
    threading.Timer(0.2, cancel.set).start()
    assert apart.analyse(document, cancel) is document


def test_without_a_child_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    document = an_article(apart.LONG // len(LONG) + 1)
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert apart.analyse(document, threading.Event()).quotes


def test_a_short_article_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.Popen", None)
    document = replace(an_article(3))
    assert apart.analyse(document, threading.Event()).quotes
