"""The child's side: one model, loaded and checked, that translates what it is sent.

Run as `python -m tui.translate.local.worker`. The first line of standard input names the model,
each further one holds sentences; every line is answered by one line. Only the standard library and
the engine itself are imported here.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

Engine = Callable[[list[str]], list[str]]
"""Sentences in, as many translations out."""

_NICENESS = 5
"""The reader's own process goes first."""
_HALVED_FROM = 120
"""Characters from which a sentence that fails is tried in two parts."""
_BEAM = 2
_LENGTH_PENALTY = 0.2
"""As argos-translate has it."""


class ModelError(Exception):
    """The model cannot be used; the message is one line."""


def _contents(path: str, sums: Mapping[str, str]) -> bytes:
    """A file of the model, checked against its sum where one is known."""
    place = Path(path)
    try:
        content = place.read_bytes()
    except FileNotFoundError:
        raise ModelError(f"{place.name} is missing") from None
    except OSError as error:
        raise ModelError(f"{place.name} cannot be read ({error.strerror})") from None
    _check(place.name, hashlib.sha256(content).hexdigest(), sums)
    return content


def _check(name: str, found: str, sums: Mapping[str, str]) -> None:
    expected = sums.get(name)
    if expected is not None and expected.lower() != found:
        raise ModelError(f"{name} is damaged (its SHA-256 is not the one it should have)")


def open_firefox(opening: Mapping[str, Any]) -> Engine:
    """A Firefox model through `fxtranslate`.

    Raises:
        ModelError: a file is missing or damaged.
    """
    from fxtranslate import Translator

    sums = opening["sums"]
    model, source, target = (
        _contents(opening[part], sums)
        for part in ("model", "source_vocabulary", "target_vocabulary")
    )
    shortlist = _contents(opening["shortlist"], sums) if opening["shortlist"] else None
    try:
        translator = Translator(model, source, target, shortlist)
    # fxtranslate panics, past `Exception`, at numbers that make no sense.
    except BaseException as error:  # noqa: BLE001
        raise ModelError(f"the model is damaged or of another kind ({_short(error)})") from None
    return lambda sentences: [translator.translate(sentence) for sentence in sentences]


def open_argos(opening: Mapping[str, Any]) -> Engine:
    """An Argos package through CTranslate2 and SentencePiece.

    Raises:
        ModelError: a file is missing or damaged.
    """
    folder, sums = Path(opening["folder"]), opening["sums"]
    for name in sums:
        _check(name, hashlib.sha256(_contents(str(folder / name), {})).hexdigest(), sums)
    prefix = _target_prefix(folder)
    try:
        import ctranslate2
        import sentencepiece

        pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(folder / "sentencepiece.model")
        )
        threads = {"inter_threads": 1, "intra_threads": opening["threads"]}
        model = ctranslate2.Translator(
            str(folder / "model"), device="cpu", compute_type="int8", **threads
        )
    except (RuntimeError, ValueError, OSError) as error:
        raise ModelError(f"the package is damaged ({_short(error)})") from None

    def translate(sentences: list[str]) -> list[str]:
        tokens = [pieces.encode(sentence, out_type=str) for sentence in sentences]
        results = model.translate_batch(
            tokens,
            target_prefix=[[prefix]] * len(tokens) if prefix else None,
            beam_size=_BEAM,
            max_batch_size=1024,
            batch_type="tokens",
            length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True,
        )
        out = [pieces.decode(result.hypotheses[0]) for result in results]
        out = [text.removeprefix(prefix) if prefix else text for text in out]
        return [text.replace("▁", " ").strip() for text in out]

    return translate


def _target_prefix(folder: Path) -> str:
    content = _contents(str(folder / "metadata.json"), {})
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        raise ModelError("its metadata.json is not JSON") from None
    prefix = told.get("target_prefix", "") if isinstance(told, dict) else ""
    return prefix if isinstance(prefix, str) else ""


_OPENERS: dict[str, Callable[[Mapping[str, Any]], Engine]] = {
    "firefox": open_firefox,
    "argos": open_argos,
}


def _short(error: BaseException) -> str:
    """What an engine's exception says, as one short line."""
    if type(error).__name__ == "PanicException":
        return "the engine panicked"
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= 120 else f"{said[:119]}…"


def _open(opening: Mapping[str, Any]) -> Engine:
    """The engine, after it has translated one sentence, which files that look sound may prevent.

    Raises:
        ModelError: it could not.
    """
    engine = _OPENERS[opening["engine"]](opening)
    try:
        (said,) = engine([opening["trial"]])
    # fxtranslate panics past `Exception` where a tensor is missing.
    except BaseException as error:  # noqa: BLE001
        raise ModelError(f"the model is damaged ({_short(error)})") from None
    if not any(map(str.isalpha, said)):
        raise ModelError("the model is damaged (it translates a sentence into nothing)")
    return engine


def _answer(engine: Engine, sentences: list[str]) -> list[dict[str, str]]:
    """A text or an error for each sentence; together first, singly where that fails."""
    try:
        return [{"text": text} for text in engine(sentences)]
    except BaseException as error:  # noqa: BLE001 (a panic is no Exception)
        if len(sentences) == 1:
            return [_halved(engine, sentences[0]) or {"error": _short(error)}]
    return [one for sentence in sentences for one in _answer(engine, [sentence])]


def _halved(engine: Engine, sentence: str) -> dict[str, str] | None:
    """A long sentence in two parts, as models have a length they cannot go beyond."""
    middle = sentence.find(" ", len(sentence) // 2)
    if len(sentence) < _HALVED_FROM or middle < 0:
        return None
    parts = _answer(engine, [sentence[:middle], sentence[middle + 1 :]])
    texts = [part["text"] for part in parts if "text" in part]
    return {"text": " ".join(texts)} if len(texts) == len(parts) else None


def main() -> None:
    """Serve until standard input ends."""
    # What libraries print on standard output must not pass for an answer.
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    with suppress(OSError):
        os.nice(_NICENESS)

    def send(answer: Mapping[str, Any]) -> None:
        view = memoryview(json.dumps(answer).encode() + b"\n")
        while view:
            view = view[out.write(view) :]

    engine: Engine | None = None
    for line in sys.stdin.buffer:
        question = json.loads(line)
        if engine is None:
            try:
                engine = _open(question)
            except ModelError as error:
                send({"id": question["id"], "error": str(error)})
                return
            except BaseException as error:  # noqa: BLE001
                send({"id": question["id"], "error": f"it could not be loaded ({_short(error)})"})
                return
            send({"id": question["id"]})
        else:
            send({"id": question["id"], "answers": _answer(engine, question["sentences"])})


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main()
