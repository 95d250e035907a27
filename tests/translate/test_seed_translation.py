"""The seed article ships with a translation of its own: both columns, without any network."""

from __future__ import annotations

import re
from pathlib import Path

from tui.document import Article, Document, Origin, Paragraph, Span, State
from tui.extract import split_sentences
from tui.translate import Desk, Memory

SEEDS = Path(__file__).parents[2] / "seeds"
TMX = SEEDS / "000_ad6c4d56b9047c82.it-en.tmx"


def seed() -> Document:
    text = (SEEDS / "000_ad6c4d56b9047c82.txt").read_text("utf-8").strip()
    text = text.removeprefix("date 2024-06 ")
    paragraphs = tuple(Paragraph(Span(*found.span())) for found in re.finditer(r"[^\n]+", text))
    article = Article(text, Origin("file", "seed"), "it")
    return Document(article, paragraphs, split_sentences(text, paragraphs, "it")).check()


def test_every_sentence_of_the_seed_is_remembered(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    imported = memory.import_once(TMX)
    assert imported is not None
    assert (imported.kept, imported.skipped, imported.problem) == (11, 0, None)
    document = seed()
    known = Desk(memory, [], consented=lambda _: False).remembered(document)
    assert sorted(known) == list(range(len(document.sentences))) == list(range(11))
    assert {made.state for made in known.values()} == {State.REMEMBERED}


def test_its_translation_keeps_the_marks_and_figures_of_the_source(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    memory.import_once(TMX)
    document = seed()
    known = Desk(memory, [], consented=lambda _: False).remembered(document)
    for index, sentence in enumerate(document.sentences):
        source, target = document.words(sentence.span), known[index].text or ""
        for mark in "“”":
            assert source.count(mark) == target.count(mark)
        assert re.findall(r"\d+", source) == re.findall(r"\d+", target)
