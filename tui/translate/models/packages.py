"""Unpacking what comes packed, without trusting it: Argos packages and packed model files."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import IO, Any

from tui.translate.models.errors import ModelsError

_MOST_FILES = 2000
_LARGEST = 2_000_000_000
"""Bytes unpacked; the largest package there is has about 250 MB."""
_STEEPEST = 200
"""Unpacked bytes for each packed one; weights shrink to a half at best."""
_STEEP_FROM = 20_000_000
_PIECE = 1 << 20


def read_package(path: Path) -> dict[str, Any]:
    """The description inside an Argos package: `from_code`, `to_code` and so on.

    Raises:
        ModelsError: it is not one, or it is not safe to unpack.
    """
    try:
        with zipfile.ZipFile(path) as package:
            _check(package)
            names = [n for n in package.namelist() if PurePosixPath(n).name == "metadata.json"]
            if not names or package.getinfo(names[0]).file_size > 1_000_000:
                raise ModelsError(f"{path.name} is no Argos package (it has no metadata.json)")
            told = json.loads(package.read(names[0]))
    except (zipfile.BadZipFile, EOFError, ValueError, RecursionError, NotImplementedError) as error:
        raise ModelsError(
            f"{path.name} is no Argos package, or is damaged ({_short(error)})"
        ) from None
    except OSError as error:
        raise ModelsError(f"{path} cannot be read ({error.strerror or error})") from None
    if not isinstance(told, dict):
        raise ModelsError(f"{path.name} is no Argos package (its metadata.json is not an object)")
    return told


def unpack(path: Path, folder: Path, progress: Callable[[int, int], None]) -> None:
    """Unpack an Argos package into `folder`, without the folder that it has around it.

    Raises:
        ModelsError: an entry would leave the folder, is a link, or is larger than it says.
        OSError: it cannot be written.
    """
    try:
        with zipfile.ZipFile(path) as package:
            _check(package)
            total, done = sum(entry.file_size for entry in package.infolist()), 0
            for entry in package.infolist():
                parts = PurePosixPath(entry.filename).parts[1:]
                if entry.is_dir() or not parts:
                    continue
                target = folder.joinpath(*parts)
                target.parent.mkdir(parents=True, exist_ok=True)
                with package.open(entry) as source, target.open("wb") as sink:
                    _copy(source, sink, entry.file_size)
                done += entry.file_size
                progress(done, total)
    except (zipfile.BadZipFile, EOFError, ValueError, RuntimeError) as error:
        raise ModelsError(f"{path.name} is damaged ({_short(error)})") from None


def _check(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if len(entries) > _MOST_FILES:
        raise ModelsError("the package holds too many files for a model; it was not unpacked")
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if size > _LARGEST or (size > _STEEP_FROM and size > _STEEPEST * max(1, packed)):
        raise ModelsError("the package would grow far too large (a zip bomb?); it was not unpacked")
    tops = set()
    for entry in entries:
        name = PurePosixPath(entry.filename)
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if (
            name.is_absolute()
            or ".." in name.parts
            or "\\" in entry.filename
            or ":" in entry.filename
            or "\0" in entry.orig_filename
            or kind not in (0, stat.S_IFREG, stat.S_IFDIR)
        ):
            raise ModelsError(
                "the package holds a file that would leave its folder; it was not unpacked"
            )
        if entry.flag_bits & 1:
            raise ModelsError("the package is encrypted; it was not unpacked")
        tops.add(name.parts[0] if name.parts else "")
    if len(tops) != 1:
        raise ModelsError("the package is no Argos package (it is not one folder)")


def _copy(source: IO[bytes], sink: IO[bytes], most: int) -> None:
    """Copy at most as much as the entry says it holds: its head may lie."""
    while piece := source.read(_PIECE):
        most -= len(piece)
        if most < 0:
            raise ModelsError("the package holds more than it says; it was not unpacked")
        sink.write(piece)


def unpack_gzip(path: Path, target: Path) -> None:
    """Unpack a `.gz` into `target`.

    Raises:
        ModelsError: it is damaged, or grows too large.
    """
    import gzip
    import zlib

    most = max(_STEEP_FROM, _STEEPEST * path.stat().st_size)
    try:
        with gzip.open(path) as source, target.open("wb") as sink:
            while piece := source.read(_PIECE):
                most -= len(piece)
                if most < 0:
                    raise ModelsError(f"{path.name} would grow far too large; it was not unpacked")
                sink.write(piece)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise ModelsError(f"{path.name} cannot be unpacked; it is damaged") from None


def _short(error: BaseException) -> str:
    said = " ".join(str(error).split()) or type(error).__name__
    return said if len(said) <= 80 else f"{said[:79]}…"
