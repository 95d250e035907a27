"""The reading state survives the end of the program, however it ends."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import threading
from pathlib import Path

import pytest

from tests.support.command_line import python
from tui.document import PartialDate
from tui.library import Position, State


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.sqlite"


def test_reading_goes_on_where_it_stopped(path: Path) -> None:
    first = State(path)
    assert first.position("a1") is None
    assert first.keep_position("a1", Position(7, "both"))
    assert first.keep_position("a1", Position(12, "english"))
    first.close()
    again = State(path)
    assert again.position("a1") == Position(12, "english")
    assert again.position("b2") is None


def test_an_articles_date_is_kept_until_it_is_taken_back(path: Path) -> None:
    State(path).keep_article_date("a1", PartialDate("2024-06-25"))
    state = State(path)
    assert state.article_date("a1") == PartialDate("2024-06-25")
    assert state.keep_article_date("a1", None)
    assert state.article_date("a1") is None


def test_an_agreement_is_for_one_host_and_can_be_withdrawn(path: Path) -> None:
    state = State(path)
    assert not state.has_consent("translate.example")
    assert state.agree("translate.example")
    assert State(path).has_consent("translate.example")
    assert not state.has_consent("other.example")
    ((host, when),) = state.consents()
    assert host == "translate.example"
    assert when.endswith("+00:00")
    assert state.withdraw("translate.example")
    assert not state.has_consent("translate.example")
    assert not State(path).has_consent("translate.example")


def test_small_things_are_kept_by_name(path: Path) -> None:
    State(path).put("theme", "nord")
    assert State(path).get("theme") == "nord"
    assert State(path).get("nothing") is None


def test_a_date_or_a_position_that_makes_no_sense_is_as_if_it_were_not_there(path: Path) -> None:
    state = State(path)
    with sqlite3.connect(path) as meddler:
        meddler.execute("INSERT INTO article_dates VALUES ('a1', 'ieri', '')")
        meddler.execute("INSERT INTO positions VALUES ('a1', -3, 'both', '')")
        meddler.execute("INSERT INTO positions VALUES ('b2', 'here', 'both', '')")
    meddler.close()
    assert state.article_date("a1") is None
    assert state.position("a1") is None
    assert state.position("b2") is None


def test_a_write_that_fails_is_told_once_and_raises_nothing(path: Path) -> None:
    state = State(path)
    with sqlite3.connect(path) as meddler:
        meddler.execute("CREATE TRIGGER full BEFORE INSERT ON positions BEGIN "
                        "SELECT RAISE(FAIL, 'database or disk is full'); END")  # fmt: skip
    meddler.close()
    assert not state.keep_position("a1", Position(1, "both"))
    assert not state.keep_position("a1", Position(2, "both"))
    assert state.take_notices() == (
        (
            f"{path} cannot be written: database or disk is full; "
            "what is read next may not be remembered"
        ),
    )
    assert state.take_notices() == ()
    assert state.put("theme", "still works")


def test_an_agreement_that_cannot_be_written_holds_for_the_session(path: Path) -> None:
    state = State(path)
    with sqlite3.connect(path) as meddler:
        meddler.execute("DROP TABLE consents")
    meddler.close()
    assert not state.agree("translate.example")
    assert state.has_consent("translate.example")
    assert not state.has_consent("other.example")
    assert len(state.take_notices()) == 1


def test_text_that_no_file_can_hold_is_refused_quietly(path: Path) -> None:
    assert not State(path).put("theme", "\ud800")


def test_after_closing_nothing_is_found_and_nothing_raised(path: Path) -> None:
    state = State(path)
    state.close()
    assert state.get("theme") is None
    assert not state.put("theme", "nord")


def test_where_nothing_can_be_kept_the_session_still_works(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    state = State(tmp_path / "file" / "state.sqlite")
    assert not state.persistent
    (notice,) = state.take_notices()
    assert notice.endswith("this session is not kept")
    assert not state.agree("translate.example")
    assert state.has_consent("translate.example")
    assert state.keep_position("a1", Position(3, "both"))
    assert state.position("a1") == Position(3, "both")


def test_a_damaged_file_is_moved_aside_and_told(path: Path) -> None:
    path.write_text("Questo non è uno stato. " * 100)
    state = State(path)
    assert "state.sqlite.broken-1" in state.take_notices()[0]
    assert state.keep_position("a1", Position(3, "both"))


def test_threads_share_one_state(path: Path) -> None:
    state = State(path)

    def keep(number: int) -> None:
        for sentence in range(30):
            assert state.keep_position(f"doc{number}", Position(sentence, "both"))
            assert state.position(f"doc{number}") == Position(sentence, "both")

    threads = [threading.Thread(target=keep, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [state.position(f"doc{n}") for n in range(6)] == [Position(29, "both")] * 6
    assert state.take_notices() == ()


ENDLESS_READER = """
import sys
from pathlib import Path
from tui.library import Position, State
state = State(Path(sys.argv[1]))
for sentence in range(1_000_000):
    assert state.keep_position("a1", Position(sentence, "both"))
    print(sentence, flush=True)
"""


def test_killed_while_writing_it_keeps_all_that_was_written(path: Path) -> None:
    """What the child says it has kept is there after SIGKILL, three times over on one file."""
    for _ in range(3):
        child = python(ENDLESS_READER, path, cwd=path.parent)
        assert child.stdout is not None
        for _ in range(100):
            child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        out, _ = child.communicate(timeout=30)
        told = [int(line) for line in out.splitlines(keepends=True) if line.endswith("\n")]
        state = State(path)
        position = state.position("a1")
        assert position is not None
        assert position.sentence >= (told[-1] if told else 99)
        assert state.take_notices() == ()
        state.close()


READER = """
import sys
from pathlib import Path
from tui.library import Position, State
state = State(Path(sys.argv[1]))
for sentence in range(200):
    assert state.keep_position(sys.argv[2], Position(sentence, "both")), state.take_notices()
assert state.take_notices() == ()
"""


def test_two_readers_at_once_lose_nothing(path: Path) -> None:
    readers: list[subprocess.Popen[str]] = [
        python(READER, path, name, cwd=path.parent) for name in ("one", "two")
    ]
    for reader in readers:
        assert reader.communicate(timeout=60)[1] == ""
    state = State(path)
    assert state.position("one") == state.position("two") == Position(199, "both")
