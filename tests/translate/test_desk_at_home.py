"""Engines of this machine: no host need be agreed to, and what they have running is ended."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.desk_engines import Local, an_article, apertium
from tests.support.translating import Posts, engine_at
from tui.screens.session import Session
from tui.settings import Settings, find_places
from tui.translate import Desk, Translator, Unavailable


def agreed(_: str) -> bool:
    return True


ABSENT = Local()
ABSENT.missing = Unavailable("no model", "install one")
GOOGLE = engine_at("http://127.0.0.1:9", "google")


@pytest.mark.parametrize(
    ("engines", "stays"),
    [
        ([Local(), GOOGLE], True),
        ([ABSENT, Local("argos"), GOOGLE], True),
        ([GOOGLE, Local()], False),
        ([apertium(), GOOGLE], False),
        ([ABSENT], False),
        ([], False),
    ],
)
def test_where_a_good_engine_is_at_home_no_host_need_be_agreed_to(
    engines: Sequence[Translator], stays: bool
) -> None:
    assert Desk(None, engines, consented=agreed).stays_here("it") is stays


def test_closing_the_desk_closes_the_engines_that_were_made() -> None:
    class Stubborn(Local):
        def close(self) -> None:
            super().close()
            raise OSError("it will not end")

    engines = [Stubborn(), Local()]
    made: list[str] = []

    def make() -> Sequence[Translator]:
        made.append("made")
        return engines

    desk = Desk(None, make, consented=agreed)
    desk.close()
    assert made == [], "nothing is made only to be closed"
    desk.run(an_article(3), start=lambda: 0, post=Posts(), cancel=threading.Event())
    desk.close()
    assert [engine.closed for engine in engines] == [1, 1]
    assert made == ["made"]


def test_leaving_the_reader_closes_the_desk_if_there_is_one(tmp_path: Path) -> None:
    session = Session([], Settings(), find_places({"HOME": str(tmp_path)}), offline=True)
    session.close()
    assert not list(tmp_path.rglob("*.sqlite")), "nothing is opened only to be closed"
    engine = Local()
    session.__dict__["_desk"] = Desk(None, [engine], consented=agreed)
    session.desk.run(an_article(3), start=lambda: 0, post=Posts(), cancel=threading.Event())
    session.close()
    assert engine.closed == 1
