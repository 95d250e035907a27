"""Which models there are; looks at names of files and at small JSON files, and opens no model."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from tui.document import LANGUAGES, Language

Kind = Literal["firefox", "argos"]

RECORD = "edicola-model.json"
"""Written on installation: where a model came from, and the sizes and sums of its files."""
_LARGEST_RECORD = 1_000_000
PAIRS: tuple[tuple[Language, Language], ...] = (("it", "en"), ("en", "it"))


@dataclass(frozen=True, slots=True)
class Model:
    """A folder that holds, or is meant to hold, a model."""

    kind: Kind
    source: Language
    target: Language
    folder: Path
    own: bool
    """Whether it is in our own models folder, and so ours to remove."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The name of each file by its part: `model`, `source_vocabulary`, `target_vocabulary` and,
    where there is one, `shortlist`; empty for Argos."""
    missing: str | None = None
    """What it lacks, in a few words; None when it seems whole."""
    version: str | None = None

    @property
    def name(self) -> str:
        """`it-en`."""
        return f"{self.source}-{self.target}"

    @property
    def size(self) -> int:
        """Bytes on disk."""
        total = 0
        for path in self.folder.rglob("*"):
            with suppress(OSError):
                total += path.stat().st_size if path.is_file() else 0
        return total

    def sums(self) -> dict[str, str]:
        """The SHA-256 its files should have, by name, as far as anything says.

        Our own record says it of all; Mozilla's `metadata.json` of the model; a `SHA256SUMS` (as
        sha256sum writes it) of what it lists.
        """
        found = dict(_lines_of_sums(self.folder / "SHA256SUMS"))
        if self.kind == "firefox":
            told = read_json(self.folder / "metadata.json").get("hash")
            if isinstance(told, str) and "model" in self.files:
                found[self.files["model"]] = told
        listed = read_json(self.folder / RECORD).get("files")
        for name, entry in listed.items() if isinstance(listed, dict) else ():
            if isinstance(entry, dict) and isinstance(entry.get("sha256"), str):
                found[name] = entry["sha256"]
        return found


def find_models(
    kind: Kind,
    own: Path | None,
    others: Sequence[Path] = (),
    environ: Mapping[str, str] | None = None,
) -> list[Model]:
    """Every model of a kind: ours first, then those in folders that were named, then elsewhere.

    Elsewhere is where the engines' own programs put them: fxtranslate's cache, and the packages of
    argos-translate.
    """
    environ = os.environ if environ is None else environ
    look = _firefox_in if kind == "firefox" else _argos_in
    found: dict[Path, Model] = {}
    if own is not None:
        for folder in _folders(own / kind):
            for model in look(folder, True):
                found.setdefault(folder, model)
    for place in (*others, *_foreign(kind, environ)):
        for folder in (place, *_folders(place), *_folders(place / kind)):
            for model in look(folder, False):
                found.setdefault(folder, model)
    return list(found.values())


def find_model(
    kind: Kind, source: Language, target: Language, own: Path | None, others: Sequence[Path] = ()
) -> Model | None:
    """The model to use for a pair of languages: the first that is whole, else the first."""
    fitting = [
        model
        for model in find_models(kind, own, others)
        if (model.source, model.target) == (source, target)
    ]
    whole = [model for model in fitting if model.missing is None]
    return next(iter(whole or fitting), None)


def read_json(path: Path) -> dict[str, Any]:
    """The object in a small JSON file; empty when there is none."""
    try:
        if path.stat().st_size > _LARGEST_RECORD:
            return {}
        told = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _lines_of_sums(path: Path) -> Iterator[tuple[str, str]]:
    with suppress(OSError, UnicodeDecodeError):
        if path.stat().st_size <= _LARGEST_RECORD:
            for line in path.read_text().splitlines():
                digest, _, name = line.partition(" ")
                if len(digest) == 64 and name.strip(" *"):
                    yield name.strip(" *").removeprefix("./"), digest


def _folders(place: Path) -> list[Path]:
    """The folders in a folder, by name; hidden ones are half-made installations."""
    try:
        return sorted(
            path for path in place.iterdir() if path.is_dir() and not path.name.startswith(".")
        )
    except OSError:
        return []


def _foreign(kind: Kind, environ: Mapping[str, str]) -> list[Path]:
    def base(variable: str, default: str) -> Path:
        path = Path(environ.get(variable, ""))
        return path if path.is_absolute() else Path(environ.get("HOME", "/nonexistent")) / default

    if kind == "firefox":
        return [base("XDG_CACHE_HOME", ".cache") / "fxtranslate" / "models"]
    named = environ.get("ARGOS_PACKAGES_DIR")
    usual = base("XDG_DATA_HOME", ".local/share") / "argos-translate" / "packages"
    return [Path(named) if named else usual]


def _firefox_in(folder: Path, own: bool) -> Iterator[Model]:
    """The models whose files stand in `folder`, at least one file of each."""
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_file())
    except OSError:
        return
    for source, target in PAIRS:
        here = [name for name in names if f".{source}{target}." in name]
        if not any(name.startswith(("model.", "vocab.", "srcvocab.", "lex.")) for name in here):
            continue
        files = _firefox_parts(here)
        missing = next(
            (
                f"its {said} is missing"
                for part, said in (("model", "model file"), ("source_vocabulary", "vocabulary"),
                                   ("target_vocabulary", "vocabulary"))
                if part not in files
            ),
            None,
        )  # fmt: skip
        version = read_json(folder / RECORD).get("version")
        yield Model(
            "firefox", source, target, folder, own, files, missing,
            version if isinstance(version, str) else None,
        )  # fmt: skip


def _firefox_parts(names: Sequence[str]) -> dict[str, str]:
    def first(start: str, end: str) -> str | None:
        return next((name for name in names if name.startswith(start) and name.endswith(end)), None)

    shared = first("vocab.", ".spm")
    parts = {
        "model": first("model.", ".bin"),
        "source_vocabulary": first("srcvocab.", ".spm") or shared,
        "target_vocabulary": first("trgvocab.", ".spm") or shared,
        "shortlist": first("lex.", ".bin"),
    }
    return {part: name for part, name in parts.items() if name is not None}


def _argos_in(folder: Path, own: bool) -> Iterator[Model]:
    """The package unpacked in `folder`, when its description or its name says what it is."""
    if not (folder / "metadata.json").is_file() and not (folder / "model").is_dir():
        return
    told = read_json(folder / "metadata.json")
    source, target = told.get("from_code"), told.get("to_code")
    if not told:
        named = folder.name.removeprefix("translate-").replace("-", "_").split("_")
        source, target = [*named, "", ""][:2]
    if source not in LANGUAGES or target not in LANGUAGES or source == target:
        return
    version = told.get("package_version")
    yield Model(
        "argos", source, target, folder, own, {}, _argos_lacks(folder, told),
        version if isinstance(version, str) else None,
    )  # fmt: skip


def _argos_lacks(folder: Path, told: Mapping[str, Any]) -> str | None:
    if not told:
        return "its metadata.json cannot be read"
    if not (folder / "model" / "model.bin").is_file():
        return "its model.bin is missing"
    if not (folder / "sentencepiece.model").is_file():
        if (folder / "bpe.model").is_file():
            return "it is an old package (bpe.model), which is not supported"
        return "its sentencepiece.model is missing"
    return None
