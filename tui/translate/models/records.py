"""The list a model is fetched by: Mozilla's Remote Settings records, or a mirror's in their form.

A list is a JSON object `{"data": [record, …]}`; of a record these fields are used:

| field | what it is |
| --- | --- |
| `name` | the file's name: `model.iten.intgemm.alphas.bin`, perhaps with `.zst` or `.gz` |
| `fileType` | `model`, `vocab`, `srcvocab`, `trgvocab` or `lex` |
| `sourceLanguage`, `targetLanguage` | `it`, `en`; older lists say `fromLang`, `toLang` |
| `version`, `architecture` | `2.0`; `tiny`, `base` or `base-memory` |
| `decompressedHash` | the SHA-256 of the file when unpacked, if it is packed |
| `attachment.hash`, `.size`, `.location` | the SHA-256 and size of what is fetched, and where |

`location` is an address, or a path below the list's own `attachments` (a field beside `data`) or
else beside the list itself; a mirror is a folder with a `records.json` and the files.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from tui.translate.models.download import LARGEST_FILE, host_of
from tui.translate.models.errors import ModelsError

MOZILLA = (
    "https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/"
    "translations-models-v2/records"
)
"""The list that Firefox itself uses; meant for it, and served to others as long as it is."""
_MOZILLA_FILES = "https://firefox-settings-attachments.cdn.mozilla.net/"
_PREFERRED = ("base-memory", "base", "tiny")
_SUM = re.compile(r"[0-9a-fA-F]{64}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
PACKED = (".zst", ".gz")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file to fetch."""

    name: str
    """As it will be called, unpacked."""
    address: str
    size: int | None
    sha256: str
    """Of what is fetched."""
    packing: str
    """`.zst`, `.gz`, or nothing."""
    unpacked_sha256: str | None


@dataclass(frozen=True, slots=True)
class RemoteModel:
    """A model on a list."""

    pair: str
    version: str
    architecture: str
    files: tuple[RemoteFile, ...]

    @property
    def size(self) -> int:
        """Bytes to fetch, as far as the list says."""
        return sum(file.size or 0 for file in self.files)


def list_address(address: str) -> str:
    """The address of the list itself, when that of a mirror's folder is given."""
    return urljoin(address, "records.json") if urlsplit(address).path.endswith("/") else address


def hosts_of(address: str) -> list[str]:
    """The hosts that fetching by the list at `address` speaks to."""
    hosts = [host_of(address)]
    if address == MOZILLA:
        hosts.append(host_of(_MOZILLA_FILES))
    return hosts


def choose(body: bytes, address: str, pair: str) -> RemoteModel:
    """The best model for a pair on the list `body`, which came from `address`.

    Raises:
        ModelsError: it is no list, or has no such model that is whole and has sums.
    """
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise ModelsError("what came is no list of models (is the address right?)") from None
    records = told.get("data") if isinstance(told, dict) else None
    if not isinstance(records, list):
        raise ModelsError("what came is no list of models (is the address right?)")
    base = told.get("attachments")
    if not isinstance(base, str):
        base = _MOZILLA_FILES if address == MOZILLA else address
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for record in records:
        if (
            isinstance(record, dict)
            and _pair(record) == pair
            and not record.get("filter_expression")
        ):
            key = (str(record.get("version", "")), str(record.get("architecture", "")))
            groups.setdefault(key, []).append(record)
    if not groups:
        raise ModelsError(f"the list has no model for {pair}")
    ranked = sorted(groups, key=_rank, reverse=True)
    trouble = ModelsError(f"the list has no whole model for {pair}")
    for version, architecture in ranked:
        try:
            files = tuple(_files(groups[version, architecture], urljoin(address, base)))
        except ModelsError as error:
            trouble = error
            continue
        return RemoteModel(pair, version, architecture, files)
    raise trouble


def _pair(record: Mapping[str, Any]) -> str:
    source = record.get("sourceLanguage", record.get("fromLang"))
    target = record.get("targetLanguage", record.get("toLang"))
    return f"{source}-{target}"


def _rank(key: tuple[str, str]) -> tuple[tuple[int, ...], int]:
    version, architecture = key
    known = architecture in _PREFERRED
    numbers = tuple(int(number) for number in re.findall(r"\d{1,9}", version))
    return numbers, -_PREFERRED.index(architecture) if known else -len(_PREFERRED)


def _files(records: list[Mapping[str, Any]], base: str) -> Iterator[RemoteFile]:
    kinds = {str(record.get("fileType")) for record in records}
    if "model" not in kinds or not ({"vocab"} <= kinds or {"srcvocab", "trgvocab"} <= kinds):
        raise ModelsError("the list names no whole model: the model or its vocabulary is missing")
    for record in records:
        if record.get("fileType") in ("model", "vocab", "srcvocab", "trgvocab", "lex"):
            yield _file(record, base)


def _file(record: Mapping[str, Any], base: str) -> RemoteFile:
    attachment = record.get("attachment")
    name = str(record.get("name", ""))
    if not isinstance(attachment, dict) or not isinstance(attachment.get("location"), str):
        raise ModelsError(f"the list does not say where {name[:60]} is")
    location = attachment["location"]
    packing = next((end for end in PACKED if f"{location}\n{name}\n".find(f"{end}\n") >= 0), "")
    filename = attachment.get("filename")
    if not packing and isinstance(filename, str):
        packing = next((end for end in PACKED if filename.endswith(end)), "")
    name = name.removesuffix(packing) if packing else name
    if not _NAME.fullmatch(name):
        raise ModelsError("the list names a file that cannot be one of a model's")
    sum_ = attachment.get("hash")
    if not isinstance(sum_, str) or not _SUM.fullmatch(sum_):
        raise ModelsError(f"the list has no SHA-256 for {name}; nothing is fetched without one")
    size = attachment.get("size")
    if size is not None and (not isinstance(size, int) or not 0 < size <= LARGEST_FILE):
        raise ModelsError(f"the list says {name} has an impossible size")
    unpacked = record.get("decompressedHash")
    good = unpacked if isinstance(unpacked, str) and _SUM.fullmatch(unpacked) else None
    return RemoteFile(name, urljoin(base, location), size, sum_.lower(), packing, good)
