"""`edicola extract --explain`: why each quote and date was read as it was."""

from __future__ import annotations

from pathlib import Path

from tests.support.command_line import edicola

ARTICLE = (
    "date 2024-06 Il comandante Rota, secondo il portavoce Ada Neri, “ha chiesto altri uomini”."
    " Il film “La notte dei cristalli” uscirà il 12 maggio, non il 30% dei cinema."
    " «Non firmo \x1b[31moggi», ha detto la sindaca Anna Riva al ministro Bruni."
)


def test_rules_candidates_and_what_lost_are_printed(tmp_path: Path) -> None:
    article = tmp_path / "notte.txt"
    article.write_text(ARTICLE)
    done = edicola(tmp_path, "extract", "--explain", article)
    assert done.status == 0
    assert done.complaints == []
    assert "notte.txt (it, dated 2024-06)" in done.out
    quotes, dates = done.out.split("DATES")
    assert "Anna Riva" in quotes
    assert "cue: ha detto (dire)" in quotes
    assert "ministro Bruni: stands behind “al”" in quotes
    assert "not speech" in quotes
    assert "rule day-month" in dates
    assert "\x1b" not in done.out


def test_a_source_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    article = tmp_path / "notte.txt"
    article.write_text(ARTICLE)
    done = edicola(tmp_path, "extract", "--explain", tmp_path / "manca.txt", article)
    assert done.status == 1
    assert len(done.complaints) == 1
    assert "QUOTES" in done.out
