"""Bringing models into the models folder, and taking them out again.

A model is gathered in a hidden folder beside its place, checked there, and moved into its place in
one step: what stands there is whole, whatever happens meanwhile.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.document import Language
from tui.translate.models.download import Progress, fetch, fetch_list, host_of, sum_of
from tui.translate.models.errors import ModelsError
from tui.translate.models.installed import RECORD, Kind, Model, find_models
from tui.translate.models.packages import read_package, unpack, unpack_gzip
from tui.translate.models.records import RemoteFile, choose, hosts_of, list_address
from tui.translate.models.zstd import can_unpack, unpack_zstd

FORMAT = "edicola.model/1"
_FETCHING = ".fetching"
"""Beside what was fetched so far: the sums of all that is to be."""


class Installer:
    """Installs models into one models folder."""

    def __init__(
        self,
        models: Path,
        progress: Progress,
        agreed: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Install into the folder `models`.

        `agreed` is asked about hosts that a list names beside its own.
        """
        self._models = models
        self._progress = progress
        self._agreed = agreed

    def from_network(self, pair: str, address: str) -> Model:
        """Fetch the best model for `pair` of the list at `address`.

        Raises:
            ModelsError: it could not be had; what was fetched of it is kept.
        """
        address = list_address(address)
        hosts = hosts_of(address)
        remote = choose(fetch_list(address, hosts), address, pair)
        if any(file.packing == ".zst" for file in remote.files) and not can_unpack():
            raise ModelsError("its files are packed; to unpack them: pip install fxtranslate")
        place = self._place("firefox", pair)
        for host in dict.fromkeys(host_of(file.address) for file in remote.files):
            if host not in hosts:
                if not self._agreed(host):
                    raise ModelsError(f"its files are on {host}; nothing was fetched from there")
                hosts.append(host)
        parts = self._gathering(place, [file.sha256 for file in remote.files])
        for file in remote.files:
            self._fetch(file, hosts, parts)
        about = {"version": remote.version, "architecture": remote.architecture, "origin": address}
        return self._settle("firefox", pair, parts, place, about)

    def _fetch(self, file: RemoteFile, hosts: list[str], parts: Path) -> None:
        packed = parts / f"{file.name}{file.packing}"
        if file.packing and (parts / file.name).exists():
            return
        # An unfinished file is known by its name: its sum need not be tried each time.
        fetch(
            file.address, hosts, packed, size=file.size, sha256=file.sha256, progress=self._progress
        )
        if not file.packing:
            return
        unpacked = parts / f".{file.name}"
        (unpack_zstd if file.packing == ".zst" else unpack_gzip)(packed, unpacked)
        if file.unpacked_sha256 and sum_of(unpacked) != file.unpacked_sha256.lower():
            unpacked.unlink()
            raise ModelsError(f"{file.name} is not what the list says (its SHA-256 is another)")
        unpacked.replace(parts / file.name)
        packed.unlink()

    def from_package_address(self, pair: str, address: str) -> Model:
        """Fetch an Argos package, whose sum is in a file of its name and `.sha256` beside it.

        Raises:
            ModelsError: it could not be had.
        """
        hosts = hosts_of(address)
        told = fetch_list(f"{address}.sha256", hosts).decode("ascii", "replace").split()
        if not told or len(told[0]) != 64:
            raise ModelsError(
                "the address has no SHA-256 for the package; nothing is fetched without"
            )
        parts = self._gathering(self._place("argos", pair), told)
        package = parts / "package.argosmodel"
        fetch(address, hosts, package, size=None, sha256=told[0].lower(), progress=self._progress)
        return self._unpacked(pair, package, parts, address)

    def from_path(self, pair: str, path: Path) -> Model:
        """Install from a folder, a stick's for example, or from an `.argosmodel` file.

        Raises:
            ModelsError: there is no such model, or it is not sound.
        """
        if path.is_dir():
            return self._from_folder(pair, path)
        if not path.exists():
            raise ModelsError(f"{path}: there is no such file or folder")
        parts = self._gathering(self._place("argos", pair))
        return self._unpacked(pair, path, parts, str(path))

    def _from_folder(self, pair: str, folder: Path) -> Model:
        found = [
            model
            for kind in ("firefox", "argos")
            for model in find_models(kind, None, (folder,), environ={"HOME": "/nonexistent"})
            if model.name == pair
        ]
        whole = [model for model in found if model.missing is None]
        if whole:
            return self._copied(pair, whole[0])
        packages = [path for path in sorted(folder.glob("*.argosmodel")) if _pair_of(path) == pair]
        if packages:
            return self.from_path(pair, packages[0])
        if found:
            raise ModelsError(f"the model in {found[0].folder} is not whole: {found[0].missing}")
        raise ModelsError(f"{folder}: there is no model for {pair} in it")

    def _copied(self, pair: str, model: Model) -> Model:
        place = self._place(model.kind, pair)
        if model.folder.resolve() == place.resolve():
            raise ModelsError(f"{model.folder} is where it is installed already")
        parts = self._gathering(place)
        files = [
            path
            for path in sorted(model.folder.rglob("*"))
            if path.is_file() and (model.kind == "argos" or path.name in model.files.values())
        ]
        sums = model.sums()
        for path in files:
            within = path.relative_to(model.folder)
            if within.name in (RECORD, "SHA256SUMS"):
                continue
            target = parts / within
            target.parent.mkdir(parents=True, exist_ok=True)
            self._progress(path.name, 0, path.stat().st_size)
            shutil.copyfile(path, target)
            self._progress(path.name, path.stat().st_size, path.stat().st_size)
            expected = sums.get(str(within))
            if expected is not None and sum_of(target) != expected.lower():
                self._drop(parts)
                raise ModelsError(f"{path} is damaged: its SHA-256 is not the one it should have")
        about = {"version": model.version, "origin": str(model.folder)}
        return self._settle(model.kind, pair, parts, place, about)

    def _unpacked(self, pair: str, package: Path, parts: Path, origin: str) -> Model:
        told = read_package(package)
        if f"{told.get('from_code')}-{told.get('to_code')}" != pair:
            raise ModelsError(f"{package.name} translates another pair of languages than {pair}")
        inside = parts / "package"
        self._drop(inside)
        try:
            unpack(package, inside, lambda done, total: self._progress(package.name, done, total))
            if not (inside / "sentencepiece.model").is_file():
                raise ModelsError(f"{package.name} has no sentencepiece.model, which is needed")
        except ModelsError:
            self._drop(inside)
            raise
        place = self._place("argos", pair)
        about = {"version": told.get("package_version"), "origin": origin}
        model = self._settle("argos", pair, inside, place, about)
        self._drop(parts)
        return model

    def _place(self, kind: Kind, pair: str) -> Path:
        """The folder of a model; argos-translate writes the pair with a low line."""
        return self._models / kind / (pair if kind == "firefox" else pair.replace("-", "_"))

    def _gathering(self, place: Path, sums: Sequence[str] = ()) -> Path:
        """The hidden folder for what goes to `place`; empty but for a fetch of the same files."""
        parts = place.with_name(f".{place.name}.part")
        mark = "\n".join(sums)
        try:
            same = bool(sums) and (parts / _FETCHING).read_text() == mark
        except OSError:
            same = False
        if not same:
            self._drop(parts)
        parts.mkdir(parents=True, exist_ok=True)
        if sums:
            (parts / _FETCHING).write_text(mark)
        return parts

    def _settle(
        self, kind: Kind, pair: str, parts: Path, place: Path, about: Mapping[str, Any]
    ) -> Model:
        """Try what was gathered, write its record, and move it into its place."""
        source, target = _languages(pair)
        (parts / _FETCHING).unlink(missing_ok=True)
        files = {
            str(path.relative_to(parts)): {"size": path.stat().st_size, "sha256": sum_of(path)}
            for path in sorted(parts.rglob("*"))
            if path.is_file()
        }
        record = {"format": FORMAT, "engine": kind, "source": source, "target": target, **about}
        (parts / RECORD).write_text(json.dumps({**record, "files": files}, indent=1) + "\n")
        old = place.with_name(f".{place.name}.old")
        self._drop(old)
        if place.exists():
            place.replace(old)
        parts.replace(place)
        self._drop(old)
        found = find_models(kind, self._models, (), environ={"HOME": "/nonexistent"})
        return next(model for model in found if model.folder == place)

    def _drop(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)


def _languages(pair: str) -> tuple[Language, Language]:
    return ("it", "en") if pair == "it-en" else ("en", "it")


def _pair_of(package: Path) -> str | None:
    with suppress(ModelsError):
        told = read_package(package)
        return f"{told.get('from_code')}-{told.get('to_code')}"
    return None


def remove(model: Model) -> None:
    """Take a model of ours away.

    Raises:
        OSError: it cannot be removed.
    """
    # Out of sight in one step: a half-removed model must not be found.
    gone = model.folder.with_name(f".{model.folder.name}.old")
    shutil.rmtree(gone, ignore_errors=True)
    model.folder.replace(gone)
    shutil.rmtree(gone)
