"""Apertium's analyser as a source of lemmas, where it happens to be installed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tui.document import Language

FOLDERS = (Path("/usr/share/apertium"), Path("/usr/local/share/apertium"))
FILES: dict[Language, str] = {
    "it": "apertium-spa-ita/ita-spa.automorf.bin",
    "en": "apertium-eng-spa/eng-spa.automorf.bin",
}
SECONDS = 2.0
"""How long it may take: 12 ms is what it does take."""

ANSWER_MOST = 64 * 1024


class Analyser:
    """Asks `lt-proc`, in a process for each word; whatever fails is an empty answer."""

    def __init__(self, program: str, data: Path, seconds: float = SECONDS) -> None:
        self._program = program
        self._data = data
        self._seconds = seconds

    def lemmas(self, word: str) -> Sequence[str]:
        """The dictionary forms of a word in small letters, in the analyser's order."""
        if not word.replace("'", "").replace("-", "").isalpha() or len(word) > 60:
            return ()
        try:
            done = subprocess.run(  # noqa: S603 (a program of the system, and a word of letters)
                [self._program, str(self._data)],
                input=f"{word}\n".encode(),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=self._seconds,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return ()
        if done.returncode != 0:
            return ()
        said = done.stdout[:ANSWER_MOST].decode("utf-8", "replace")
        unit = said[: said.find("$")] if said.count("^") == 1 else ""
        return tuple(dict.fromkeys(found.strip() for found in _heads(unit)))


def _heads(unit: str) -> Sequence[str]:
    """Of each reading in `^dirlo/dire<vblex>+lo<prn>` the first lemma."""
    readings = unit.split("/")[1:]
    return [reading.split("<", 1)[0] for reading in readings if "<" in reading]


def find_analyser(language: Language) -> Analyser | None:
    """The analyser of a language; None where it is not installed."""
    program = shutil.which("lt-proc")
    data = next((f / FILES[language] for f in FOLDERS if (f / FILES[language]).is_file()), None)
    return Analyser(program, data) if program and data else None
