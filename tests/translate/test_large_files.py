"""Files as other programs write them: too large for the machine's memory, or made to be."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.command_line import environment
from tui.translate import Memory
from tui.translate.tmx import TmxReader

OTHERS = ("bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "lt", "lv", "mt",
          "nl", "pl", "pt", "ro", "sk", "sl", "sv")  # fmt: skip
MEGABYTES = 100
"""The size of the large file, in millions of bytes."""

IMPORT = """
import json, resource, sys, time
from pathlib import Path
from tui.translate import Memory
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
memory = Memory(Path(sys.argv[2]))
memory.import_tmx(Path(sys.argv[3]))
before, begun = peak(), time.perf_counter()
imported = memory.import_tmx(Path(sys.argv[1]))
print(json.dumps([imported.kept, imported.skipped, imported.problem, peak() - before]))
"""


def unit(number: int) -> str:
    """A unit in twenty-four languages, as the translators of the Union leave them."""
    words = f"Articolo {number}, comma secondo, sulla conservazione delle cose rare " * 3
    third = "".join(f'<tuv xml:lang="{code}"><seg>{code} {words}</seg></tuv>\n' for code in OTHERS)
    return (
        f'<tu>\n<tuv xml:lang="en-GB"><seg>Article {number}, on rare things.</seg></tuv>\n{third}'
        f'<tuv xml:lang="it-IT"><seg>Articolo {number}, sulle cose rare.</seg></tuv>\n</tu>\n'
    )


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header/><body>\n'
FOOT = "</body></tmx>\n"


def test_a_file_of_a_hundred_megabytes_is_read_as_a_stream(tmp_path: Path) -> None:
    large, small = tmp_path / "large.tmx", tmp_path / "small.tmx"
    small.write_text(HEAD + "".join(map(unit, range(1000))) + FOOT, "utf-8")
    count = 0
    with large.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        while file.tell() < MEGABYTES * 1_000_000:
            file.write("".join(unit(count + more) for more in range(500)))
            count += 500
        file.write(FOOT)
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, str(large), str(tmp_path / "m.sqlite"), str(small)],
        capture_output=True, env=environment(tmp_path), cwd=tmp_path, timeout=120,
    )  # fmt: skip
    kept, skipped, problem, more = json.loads(done.stdout or "null") or pytest.fail(str(done))
    assert (kept, skipped, problem) == (count, 0, None)
    assert more < 24, "MiB more than for a file of a hundredth of the size"
    memory = Memory(tmp_path / "m.sqlite")
    last = f"Articolo {count - 1}, sulle cose rare."
    assert memory.look_up([last], "it", "en")[last].text == f"Article {count - 1}, on rare things."


@pytest.mark.parametrize("where", ["internal", "external", "parameter"])
def test_a_bomb_of_entities_is_refused_before_it_goes_off(tmp_path: Path, where: str) -> None:
    names = "abcdefghijkl"
    definitions = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    if where == "external":
        definitions = '<!ENTITY l SYSTEM "file:///dev/zero">'
    elif where == "parameter":
        definitions = '<!ENTITY % l SYSTEM "file:///dev/zero"> %l;'
    said = "<seg>&l;</seg>" if where != "parameter" else "<seg>Ah.</seg>"
    bomb = tmp_path / "bomb.tmx"
    bomb.write_text(
        f'<?xml version="1.0"?><!DOCTYPE tmx [{definitions}]><tmx version="1.4"><header/><body>'
        f'<tu><tuv xml:lang="it">{said}</tuv><tuv xml:lang="en">{said}</tuv></tu></body></tmx>'
    )
    memory = Memory(tmp_path / "m.sqlite")
    begun = time.process_time()
    imported = memory.import_tmx(bomb)
    assert time.process_time() - begun < 1
    assert imported.kept == 0
    assert imported.problem is not None
    assert "entities of its own" in imported.problem
    assert memory.count() == 0


def test_a_line_without_end_is_no_sentence(tmp_path: Path) -> None:
    path = tmp_path / "endless.tmx"
    path.write_text(
        f'{HEAD}<tu><tuv xml:lang="it"><seg>{"parola " * 2_000_000}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>word</seg></tuv></tu>{unit(1)}{FOOT}'
    )
    reader = TmxReader()
    with path.open("rb") as stream:
        assert [found.sentence for found in reader.units(stream)] == ["Article 1, on rare things."]
    assert reader.skipped == 1
