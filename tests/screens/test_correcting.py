"""Putting speakers and dates right in place, and the timeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import edicola
from tests.support.pilot import reader
from tests.support.reading import bridge, remember
from tui.panels.timeline_panel import TimelinePanel


@pytest.fixture
def article(tmp_path: Path) -> Path:
    remember(tmp_path)
    return bridge(tmp_path)


async def test_a_corrected_speaker_is_kept_with_the_article(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("quotation_mark", "c")
        await it.type("Ada Neri")
        assert "Ada Neri" in it.text(it.quotes)
        assert "corrected by" in it.text(it.quotes)
    async with reader(tmp_path, article) as it:
        assert "Ada Neri" in it.text(it.quotes)
        await it.press("quotation_mark", "c")
        await it.type("=")
        await it.rest()
        assert "Anna Riva" in it.text(it.quotes)
    async with reader(tmp_path, article) as it:
        assert "Ada Neri" not in it.text(it.quotes)


async def test_a_corrected_date_is_kept_and_exported(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("w", "c")
        await it.type("2 maggio 2024")
        await it.rest()
        assert "2 maggio 2024" in it.text(it.dates)
        start = it.screen.document.dates[0].span.start if it.screen.document else -1
        await it.press("c")
        await it.type("boh")
        await it.rest()
        assert "is not a date" in it.message
    done = edicola(tmp_path, "extract", str(article))
    found = {each["start"]: each for each in json.loads(done.out)["dates"]}
    assert (found[start]["value"], found[start]["corrected"]) == ("2024-05-02", True)


async def test_giving_up_a_correction_changes_nothing(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        before = it.screen.document
        await it.press("quotation_mark", "c", "x", "escape")
        assert it.screen.document == before
        await it.press("escape", "c")
        assert "first" in it.message


async def test_quotes_can_be_read_by_speaker(tmp_path: Path) -> None:
    article = tmp_path / "due.txt"
    article.write_text(
        "date 2024-05 “Si parte domani mattina”, ha detto Anna Riva. “Io resto a casa mia”, ha"
        " risposto Marco Salvi. “Ne parleremo ancora domani”, ha concluso Anna Riva."
    )
    async with reader(tmp_path, article) as it:
        names = [line for line in it.lines(it.quotes) if "Anna Riva" in line]
        assert len(names) == 2
        await it.press("S")
        names = [line for line in it.lines(it.quotes) if "Anna Riva" in line]
        text = it.text(it.quotes)
        assert len(names) == 1
        assert text.index("Ne parleremo") < text.index("Io resto")
        await it.press("quotation_mark", "G", "enter")
        assert it.cursor == 1
        await it.press("S")
        text = it.text(it.quotes)
        assert text.index("Io resto") < text.index("Ne parleremo")


async def test_the_timeline_moves_the_cursor_and_follows_it(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        line = it.screen.query_one(TimelinePanel)
        assert line not in it.screen.query(".-timeline TimelinePanel")
        await it.press("T")
        assert line.size.height == 6
        assert it.focused() is line
        rows = [line.render_line(y).text for y in range(line.size.height)]
        assert "Timeline" in rows[0]
        assert "◆" in rows[1]
        await it.press("g")
        assert it.cursor == 2, "the works began first of all"
        assert "15 marzo 2022" in line.render_line(4).text
        await it.press("G")
        assert it.cursor == 6
        assert "3 giugno" in line.render_line(5).text
        await it.press("T")
        assert not line.display
        assert it.focused() is it.pane


async def test_the_timeline_is_clicked(tmp_path: Path, article: Path) -> None:
    async with reader(tmp_path, article) as it:
        await it.press("T")
        line = it.screen.query_one(TimelinePanel)
        await it.pilot.click(line, offset=(2, 1))
        await it.pilot.pause()
        assert it.cursor == 2


async def test_indirect_speech_is_listed_when_asked_for(tmp_path: Path) -> None:
    article = tmp_path / "indiretto.txt"
    article.write_text(
        "date 2024-05 La sindaca Anna Riva ha detto che il ponte resterà chiuso fino a lunedì."
        " “Io aspetto qui con voi”, ha risposto Marco Salvi."
    )
    async with reader(tmp_path, article) as it:
        assert "resterà chiuso" not in it.text(it.quotes)
        await it.press("i")
        assert "resterà chiuso" in " ".join(it.text(it.quotes).split())
        assert "indirectly" in it.text(it.quotes)
        await it.press("i")
        assert "resterà chiuso" not in it.text(it.quotes)
