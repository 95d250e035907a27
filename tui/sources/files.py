"""A file on this machine."""

from __future__ import annotations

import stat
from pathlib import Path

from tui.document import Origin
from tui.sanitize import sanitize_line
from tui.sources.draft import Draft, SourceError
from tui.sources.forms import form_of, read_bytes
from tui.sources.reasons import address_for_people, in_bytes

LARGEST = 20_000_000
"""The size in bytes above which a file is not read."""


def read_file(location: str) -> Draft:
    """The article in the file at `location`, a path or a `file://` address.

    Raises:
        SourceError: it is not there, is not a file, cannot be read, is too large or is no text.
    """
    shown = address_for_people(location) if "://" in location else sanitize_line(location)
    try:
        path = _path(location)
        data = _contents(path)
        return read_bytes(data, Origin("file", location), form_of(path.name, data))
    except SourceError as error:
        raise SourceError(f"{shown or 'no name'}: {error}") from None


def _path(location: str) -> Path:
    if location[:7].lower() == "file://":
        from urllib.parse import unquote, urlsplit

        parts = urlsplit(location)
        if parts.hostname not in (None, "localhost"):
            raise SourceError("on another machine; only files of this one are opened")
        location = unquote(parts.path)
    if not location:
        raise SourceError("no file was named; give a path, an address, or - for standard input")
    try:
        return Path(location).expanduser()
    except RuntimeError:
        raise SourceError("there is no such user; check the path") from None


def _contents(path: Path) -> bytes:
    try:
        status = path.stat()
        _check(status.st_mode, status.st_size)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        hint = f"; for a page write https://{path}" if str(path).startswith("www.") else ""
        raise SourceError(f"there is no such file; check the path{hint}") from None
    except PermissionError:
        raise SourceError("this user may not read it; change its permissions") from None
    except ValueError:
        raise SourceError("not a valid path; check how it is written") from None
    except OSError as error:
        raise SourceError(
            f"it cannot be read ({error.strerror or error}); check the path"
        ) from None
    # Some files (those of the system itself) are longer than they say.
    _check(status.st_mode, len(data))
    return data


def _check(mode: int, size: int) -> None:
    if stat.S_ISDIR(mode):
        raise SourceError("a directory; give a file in it")
    if not stat.S_ISREG(mode):
        raise SourceError("a pipe or a device, not a file; send it to standard input and give -")
    if size > LARGEST:
        raise SourceError(f"larger than {in_bytes(LARGEST)}; it was not read, give a part of it")
