"""Disks that are full and files that can only be read, as the operating system has them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import environment, obey_permissions
from tui.translate import Memory

SHARED = """
import json, resource, signal, sys
from pathlib import Path
from tui.translate import Memory
"""
FULL = (
    SHARED
    + """
memory = Memory(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = 300_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
pairs = [(f"Frase {n} {'x' * 400}", f"Sentence {n} {'x' * 400}") for n in range(1000)]
told = memory.remember(pairs, "it", "google")
found = memory.look_up([sentence for sentence, _ in pairs], "it", "en")
old = memory.look_up(["Vecchia."], "it", "en")
print(json.dumps([told, len(found), [pair.text for pair in old.values()], memory.notice]))
"""
)
READ = (
    SHARED
    + """
memory = Memory(Path(sys.argv[1]))
told = memory.remember([("Nuova.", "New.")], "it", "google")
found = memory.look_up(["Vecchia.", "Nuova."], "it", "en")
alike = memory.look_up_alike(["Sono 15."], "it", "en")
said = [pair.text for pair in (*found.values(), *alike.values())]
print(json.dumps([told, said, memory.notice]))
"""
)


def in_a_child(code: str, folder: Path, path: Path, *, obeying: bool = False) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        env=environment(folder),
        cwd=folder,
        timeout=60,
        preexec_fn=obey_permissions if obeying else None,
    )
    assert done.stderr == b""
    return json.loads(done.stdout)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "memory.sqlite"
    memory = Memory(path)
    memory.remember([("Vecchia.", "Old."), ("Sono 12.", "They are 12.")], "it", "google")
    memory.close()
    return path


def test_when_the_disk_takes_no_more_the_words_last_for_the_session(
    tmp_path: Path, path: Path
) -> None:
    told, found, old, notice = in_a_child(FULL, tmp_path, path)
    assert "cannot be written" in told
    assert notice == told
    assert "\n" not in told
    assert found == 1000
    assert old == ["Old."]
    after = Memory(path)
    assert after.notice is None
    assert after.count() == 2, "nothing was half written"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_memory_that_can_only_be_read_is_read(tmp_path: Path, path: Path, what: str) -> None:
    if what == "folder":
        path.parent.chmod(0o555)
    path.chmod(0o444)
    try:
        told, said, notice = in_a_child(READ, tmp_path, path, obeying=True)
    finally:
        path.parent.chmod(0o755)
    assert sorted(said) == ["New.", "Old.", "They are 15."], "for this session it is remembered"
    if what == "folder":
        assert told is None
        assert "cannot be written: it is read-only; this session is not kept" in notice
    else:
        assert told == notice
        assert "readonly database; new translations last for this session" in notice
    path.chmod(0o644)
    assert Memory(path).look_up(["Nuova."], "it", "en") == {}


def test_the_command_line_says_so_in_one_line_and_translates_all_the_same(tmp_path: Path) -> None:
    from tests.support.command_line import edicola

    (tmp_path / "articolo.txt").write_text("Il ponte della città è stato riaperto ieri sera.\n")
    kept = tmp_path / ".local" / "share" / "edicola"
    memory = Memory(kept / "memory.sqlite")
    said = "The bridge of the town was reopened yesterday evening."
    memory.remember([("Il ponte della città è stato riaperto ieri sera.", said)], "it", "google")
    memory.close()
    for file in kept.iterdir():
        file.chmod(0o444)
    kept.chmod(0o555)
    try:
        done = edicola(
            tmp_path, "translate", "articolo.txt", "--to", "en", "--offline", obeying=True
        )
    finally:
        kept.chmod(0o755)
    assert (done.status, done.out) == (0, f"{said}\n")
    assert all("cannot be written" in line for line in done.complaints)
    assert done.complaints
