"""The two tiny real models, broken copies of them, and what must be installed for real engines."""

from __future__ import annotations

import json
import os
import shutil
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.translate import Answer, Failure, Translator
from tui.translate.config import Patience
from tui.translate.local.neural import Argos, Firefox, NeuralEngine
from tui.translate.rules.engine import Apertium

MODELS = Path(__file__).parents[1] / "translate" / "models"
FIREFOX = MODELS / "tiny-firefox-iten"
PACKAGE = MODELS / "tiny-it_en.argosmodel"
MODEL_FILE = "model.iten.intgemm.alphas.bin"
VOCABULARY = "vocab.iten.spm"
QUICK = Patience(total=5.0, load=20.0, rest=60.0)


def development() -> list[tuple[str, str]]:
    """The 200 sentences with their translations."""
    return [(each["it"], each["en"]) for each in json.loads((FIREFOX / "dev.json").read_text())]


def needs(what: object, why: str) -> pytest.MarkDecorator:
    """Skip where something is not installed; required on the build server."""
    return pytest.mark.skipif(not what and "CI" not in os.environ, reason=why)


needs_apertium = needs(
    Apertium().available("it", "en") is None, "Apertium and its Italian and English are missing"
)


def firefox_folder(folder: Path) -> Path:
    """A folder with a copy of the Firefox model, as a stick has it."""
    place = folder / "it-en"
    place.mkdir(parents=True)
    for name in (MODEL_FILE, VOCABULARY):
        shutil.copyfile(FIREFOX / name, place / name)
    return place


def argos_folder(models: Path) -> Path:
    """The Argos package unpacked in a models folder."""
    (models / "argos").mkdir(parents=True)
    with zipfile.ZipFile(PACKAGE) as package:
        package.extractall(models / "argos")
    return models / "argos" / "it_en"


@contextmanager
def firefox(folder: Path, patience: Patience = QUICK) -> Iterator[Firefox]:
    """The engine with the models in a folder; its processes end with the block."""
    engine = Firefox(None, [folder], patience)
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def argos(models: Path, patience: Patience = QUICK) -> Iterator[Argos]:
    """The engine with the packages of a models folder."""
    engine = Argos(models, (), patience)
    try:
        yield engine
    finally:
        engine.close()


class Ticks:
    """A thread that looks at the clock: the largest gap is what a screen would feel."""

    def __init__(self) -> None:
        self.largest = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._tick)

    def _tick(self) -> None:
        last = time.perf_counter()
        while not self._done.wait(0.001):
            now = time.perf_counter()
            self.largest = max(self.largest, now - last)
            last = now

    def __enter__(self) -> Ticks:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


def ask(engine: Translator, *sentences: str, cancel: threading.Event | None = None) -> list[Answer]:
    """The answers of an engine, from Italian."""
    return engine.translate(sentences, "it", "en", cancel=cancel or threading.Event())


def reason(answer: Answer) -> str:
    """Why an answer is a failure, which is one line."""
    assert isinstance(answer, Failure), answer
    assert "\n" not in answer.reason
    assert "Traceback" not in answer.reason
    return answer.reason


def child_of(engine: NeuralEngine) -> int:
    """The number of the process an engine translates in."""
    child = engine._processes["it", "en"].child
    assert child is not None
    return child.pid
