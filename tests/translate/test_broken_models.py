"""Model files that are cut, changed, missing or something else: each costs one line."""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.local_engines import (
    MODEL_FILE,
    VOCABULARY,
    argos,
    argos_folder,
    ask,
    development,
    firefox,
    firefox_folder,
    reason,
)

SENTENCE, TRANSLATED = development()[0]


def no_tensor(folder: Path) -> None:
    """A file that is well-formed and lacks a tensor: renamed, so that it is not found."""
    content = (folder / MODEL_FILE).read_bytes()
    for name in (b"decoder_l1_rnn_W\0", b"decoder_l1_rnn_W"):
        if name in content:
            changed = content.replace(name, name.replace(b"rnn_W", b"rnn_X"))
            (folder / MODEL_FILE).write_bytes(changed)
            return
    raise AssertionError("the tensor has another name")


def flipped(folder: Path) -> None:
    content = bytearray((folder / MODEL_FILE).read_bytes())
    content[len(content) // 2] ^= 0xFF
    (folder / MODEL_FILE).write_bytes(content)


def garbage(folder: Path) -> None:
    (folder / MODEL_FILE).write_bytes(random.Random(1).randbytes(50_000))


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut": (lambda f: os.truncate(f / MODEL_FILE, 1000), "damaged or of another kind"),
    "cut late": (lambda f: os.truncate(f / MODEL_FILE, 150_000), "damaged"),
    "empty": (lambda f: os.truncate(f / MODEL_FILE, 0), "damaged or of another kind"),
    "garbage": (garbage, "damaged"),
    "huge count": (lambda f: (f / MODEL_FILE).write_bytes(struct.pack("<QQ", 1, 2**62)), "damaged"),
    "no tensor": (no_tensor, "damaged"),
    "empty vocabulary": (lambda f: os.truncate(f / VOCABULARY, 0), "damaged"),
    "no vocabulary": (lambda f: (f / VOCABULARY).unlink(), "vocabulary is missing"),
    "no model": (lambda f: (f / MODEL_FILE).unlink(), "model file is missing"),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_firefox_model_costs_one_line(
    how: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = firefox_folder(tmp_path)
    break_it, said = BROKEN[how]
    break_it(folder)
    with firefox(tmp_path) as engine:
        answers = ask(engine, SENTENCE, SENTENCE)
        assert [said in reason(answer) for answer in answers] == [True, True], answers
        assert "edicola models install it-en" in reason(answers[0])
        missing = engine.available("it", "en")
        assert missing is not None
        assert said in missing.reason
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("told_by", ["metadata.json", "SHA256SUMS", "edicola-model.json"])
def test_a_flipped_byte_is_found_where_a_sum_is_known(told_by: str, tmp_path: Path) -> None:
    import hashlib
    import json

    folder = firefox_folder(tmp_path)
    digest = hashlib.sha256((folder / MODEL_FILE).read_bytes()).hexdigest()
    told = {
        "metadata.json": json.dumps({"architecture": "tiny", "hash": digest}),
        "SHA256SUMS": f"{digest}  {MODEL_FILE}\n",
        "edicola-model.json": json.dumps({"files": {MODEL_FILE: {"sha256": digest.upper()}}}),
    }
    (folder / told_by).write_text(told[told_by])
    with firefox(tmp_path) as engine:
        assert ask(engine, SENTENCE) == [TRANSLATED]
    flipped(folder)
    with firefox(tmp_path) as engine:
        assert f"{MODEL_FILE} is damaged (its SHA-256" in reason(ask(engine, SENTENCE)[0])


ARGOS_BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut model": (lambda f: os.truncate(f / "model" / "model.bin", 1000), "damaged"),
    "no model": (lambda f: (f / "model" / "model.bin").unlink(), "model.bin is missing"),
    "no sentencepiece": (lambda f: (f / "sentencepiece.model").unlink(), "is missing"),
    "bad sentencepiece": (
        lambda f: (f / "sentencepiece.model").write_bytes(b"x" * 100),
        "damaged",
    ),
    "bad metadata": (lambda f: (f / "metadata.json").write_text("{"), "metadata.json"),
    "other vocabulary": (
        lambda f: (f / "model" / "shared_vocabulary.json").write_text('["a", "b"]'),
        "damaged",
    ),
}


@pytest.mark.parametrize("how", ARGOS_BROKEN)
def test_a_broken_argos_package_costs_one_line(
    how: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = argos_folder(tmp_path)
    break_it, said = ARGOS_BROKEN[how]
    break_it(folder)
    with argos(tmp_path) as engine:
        for answer in ask(engine, SENTENCE, SENTENCE):
            assert said in reason(answer)
    assert capfd.readouterr() == ("", "")
