"""The translation memory: what is kept, who is preferred, and what happens when nothing can be."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.sanitize import sanitize_line
from tui.translate import Memory, TmxError
from tui.translate.keys import normalise

HALLO = "Buongiorno a tutti."


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory.sqlite")


def words(memory: Memory, sentence: str = HALLO) -> str | None:
    found = memory.look_up([sentence], "it", "en").get(sentence)
    return found.text if found else None


def test_a_sentence_is_remembered_across_sessions(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "memory.sqlite"
    memory = Memory(path)
    assert memory.remember([(HALLO, "Good morning, everyone.")], "it", "google") is None
    memory.close()
    again = Memory(path)
    assert words(again) == "Good morning, everyone."
    assert again.count() == 1
    assert again.notice is None


def test_white_space_and_composition_do_not_matter_and_all_else_does(memory: Memory) -> None:
    memory.remember([("Perche\u0301  l’ha\ndetto?", "Why did he say so?")], "it", "google")
    assert words(memory, "Perché l’ha detto?") == "Why did he say so?"
    assert words(memory, "Perché l'ha detto?") is None
    assert words(memory, "perché l’ha detto?") is None
    assert memory.look_up(["Perché l’ha detto?"], "en", "it") == {}


def test_the_newest_engine_wins_and_a_person_s_own_pair_before_all(
    memory: Memory, tmp_path: Path
) -> None:
    memory.remember([(HALLO, "first")], "it", "google")
    memory.remember([(HALLO, "second")], "it", "mymemory")
    assert words(memory) == "second"
    memory.remember([(HALLO, "third")], "it", "google")
    assert words(memory) == "third"
    own = tmp_path / "own.tmx"
    source = Memory(tmp_path / "other.sqlite")
    source.remember([(HALLO, "mine")], "it", "tmx")
    source.export_tmx(own)
    memory.import_tmx(own)
    memory.remember([(HALLO, "fourth")], "it", "google")
    assert words(memory) == "mine"


def test_a_rough_pair_never_hides_a_better_one_be_it_newer_or_not_written(
    memory: Memory,
) -> None:
    memory.remember([(HALLO, "rough")], "it", "apertium")
    assert memory.look_up([HALLO], "it", "en")[HALLO].rough
    memory.remember([(HALLO, "good")], "it", "google")
    memory.remember([(HALLO, "rough again")], "it", "apertium")
    assert words(memory) == "good"
    memory._connection.execute("PRAGMA query_only=1")
    assert memory.remember([(HALLO, "rough, not written")], "it", "apertium") is not None
    assert words(memory) == "good"
    memory.remember([("Altro.", "Other.")], "it", "google")
    memory.remember([("Altro.", "Different, roughly.")], "it", "apertium")
    assert words(memory, "Altro.") == "Other."


def test_what_ships_is_loaded_once_and_never_hides_a_person_s_own(
    memory: Memory, tmp_path: Path
) -> None:
    shipped = tmp_path / "seed.it-en.tmx"
    source = Memory(tmp_path / "other.sqlite")
    source.remember([(HALLO, "as shipped")], "it", "tmx")
    source.export_tmx(shipped)
    first = memory.import_once(shipped)
    assert first is not None
    assert first.kept == 1
    assert memory.import_once(shipped) is None
    assert words(memory) == "as shipped"
    memory.remember([(HALLO, "mine")], "it", "tmx")
    shipped.write_text(shipped.read_text().replace("as shipped", "shipped anew"))
    assert memory.import_once(shipped) is not None
    assert words(memory) == "mine"
    assert memory.import_once(tmp_path / "absent.tmx") is None


def test_an_imported_pair_serves_both_directions(memory: Memory, tmp_path: Path) -> None:
    path = tmp_path / "pairs.tmx"
    source = Memory(tmp_path / "other.sqlite")
    source.remember([(HALLO, "Good morning, all.")], "it", "tmx")
    source.export_tmx(path)
    memory.import_tmx(path)
    back = memory.look_up(["Good morning, all."], "en", "it")
    assert back["Good morning, all."].text == HALLO
    assert memory.export_tmx(path) == 1


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.text(min_size=1).map(normalise).filter(bool), st.text(min_size=1), max_size=20
    )
)
def test_whatever_is_put_in_is_found_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, pairs: dict[str, str]
) -> None:
    memory = Memory(tmp_path_factory.mktemp("memory") / "m.sqlite")
    kept = {a: b for a, b in pairs.items() if (a + b).isprintable()}
    memory.remember(kept.items(), "it", "google")
    found = {a: r.text for a, r in memory.look_up(list(kept), "it", "en").items()}
    assert found == {a: sanitize_line(b) for a, b in kept.items()}
    memory.close()


def test_two_sentences_with_one_hash_are_not_taken_for_each_other(memory: Memory) -> None:
    memory.remember([(HALLO, "Good morning, everyone.")], "it", "google")
    memory._connection.execute("UPDATE pairs SET sentence = 'Un’altra, con lo stesso hash.'")
    assert words(memory) is None


def test_many_sentences_are_looked_up_before_anyone_notices(memory: Memory) -> None:
    pairs = [(f"La frase numero {n} di molte.", f"Sentence {n} of many.") for n in range(20_000)]
    memory.remember(pairs, "it", "google")
    sentences = [sentence for sentence, _ in pairs]
    begun = time.process_time()
    found = memory.look_up(sentences, "it", "en")
    assert time.process_time() - begun < 1.0, "0.2 s on a busy small machine"
    assert {sentence: pair.text for sentence, pair in found.items()} == dict(pairs)


def test_threads_write_and_read_at_once(memory: Memory) -> None:
    def work(number: int) -> None:
        for line in range(40):
            memory.remember([(f"{number}-{line}", f"={number}-{line}")], "it", "google")
            found = memory.look_up([f"{number}-{line}"], "it", "en")
            assert found[f"{number}-{line}"].text == f"={number}-{line}"

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert memory.count() == 320


WRITER = """
import sys
from pathlib import Path
from tui.translate import Memory
memory = Memory(Path(sys.argv[1]))
for line in range(60):
    told = memory.remember([(f"{sys.argv[2]}-{line}", "x")], "it", "google")
    assert told is None, told
"""


def test_two_programs_share_one_memory(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("a", "b")
    ]
    assert [writer.wait(30) for writer in writers] == [0, 0]
    assert Memory(path).count() == 120


def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(b"this was a database once" * 100)
    memory = Memory(path)
    assert memory.notice is not None
    assert "\n" not in memory.notice
    memory.remember([(HALLO, "kept")], "it", "google")
    assert words(Memory(path)) == "kept"
    assert list(tmp_path.glob("*broken*"))


def test_a_write_that_fails_is_told_and_lasts_for_the_session(tmp_path: Path) -> None:
    path = tmp_path / "memory.sqlite"
    memory = Memory(path)
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    told = memory.remember([(HALLO, "on screen")], "it", "google")
    assert told is not None
    assert "locked" in told
    assert memory.notice == told
    assert words(memory) == "on screen"
    assert memory.count() == 1
    holder.rollback()
    assert memory.remember([("Altro.", "Other.")], "it", "google") is None
    assert words(memory) == "on screen"


def test_a_disk_that_is_full_costs_no_translation(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    pages = memory._connection.execute("PRAGMA page_count").fetchone()[0]
    memory._connection.execute(f"PRAGMA max_page_count={pages}")
    told = memory.remember([(f"Frase {n}", "x" * 500) for n in range(50)], "it", "google")
    assert told is not None
    assert "full" in told
    assert len(memory.look_up([f"Frase {n}" for n in range(50)], "it", "en")) == 50


def test_a_folder_that_cannot_be_made_gives_a_memory_for_the_session(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    memory = Memory(tmp_path / "home" / "memory.sqlite")
    assert memory.notice is not None
    memory.remember([(HALLO, "for now")], "it", "google")
    assert words(memory) == "for now"


def test_export_says_why_it_cannot_and_leaves_what_was_there(
    memory: Memory, tmp_path: Path
) -> None:
    with pytest.raises(TmxError, match="nothing was changed"):
        memory.export_tmx(tmp_path / "no" / "such" / "folder.tmx")
    taken = tmp_path / "taken.tmx"
    taken.mkdir()
    with pytest.raises(TmxError, match="directory"):
        memory.export_tmx(taken)
    assert stat.S_ISDIR(taken.stat().st_mode)
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_import_says_why_it_cannot(memory: Memory, tmp_path: Path) -> None:
    with pytest.raises(TmxError, match="no such file"):
        memory.import_tmx(tmp_path / "absent.tmx")
    with pytest.raises(TmxError, match="is a directory"):
        memory.import_tmx(tmp_path)


def test_what_other_hands_put_into_the_file_stays_words(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.sqlite")
    memory.remember([("Una frase.", "A sentence.")], "it", "google")
    memory.close()
    with sqlite3.connect(tmp_path / "memory.sqlite") as other:
        hostile = "A \x1b]52;c;eA==\x07sen\u202etence.\nOn"
        other.execute("UPDATE pairs SET translation = ?", (hostile,))
    found = Memory(tmp_path / "memory.sqlite").look_up(["Una frase."], "it", "en")
    assert found["Una frase."].text == "A sentence. On"
