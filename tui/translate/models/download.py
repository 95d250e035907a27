"""Fetching large files: resumed where they broke off, and believed only when their sum is right."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui import __version__
from tui.translate.models.errors import ModelsError

if TYPE_CHECKING:
    from requests import Response

Progress = Callable[[str, int, int | None], None]
"""Told a file's name, the bytes that are there, and those it will have."""

_LARGEST_LIST = 20_000_000
LARGEST_FILE = 600_000_000
_PIECE = 16_384
"""Bytes; what of a piece has come when the connection breaks is lost."""
_REDIRECTS = 5
_SECONDS = (5.0, 15.0)
"""For the connection, and between two pieces."""
_KEPT = "what came is kept; the same command goes on from there"


class _StartOverError(Exception):
    """What is there already is of no use."""


def fetch_list(address: str, hosts: list[str]) -> bytes:
    """What is at an address, which must be small.

    Raises:
        ModelsError: it could not be fetched.
    """
    body = bytearray()
    with _opened(address, hosts, {}) as response:
        for piece in _pieces(response):
            body += piece
            if len(body) > _LARGEST_LIST:
                raise ModelsError("the list is far too large for a list of models")
    return bytes(body)


def fetch(
    address: str,
    hosts: list[str],
    target: Path,
    *,
    size: int | None,
    sha256: str,
    progress: Progress,
) -> None:
    """Bring the file at `address` to `target`, whose sum is right afterwards.

    What was fetched before stands in `target` and is gone on from; if it turns out to be wrong, all
    is fetched anew, once. A file that is wrong in the end is removed.

    Raises:
        ModelsError: it could not be fetched, or is not what it should be.
    """
    for last in (False, True):
        here = target.stat().st_size if target.exists() else 0
        if not here or here != size:
            try:
                _go_on(address, hosts, target, here, size, progress)
            except _StartOverError:
                target.unlink(missing_ok=True)
                if last:
                    raise ModelsError(
                        f"{host_of(address)} did not send {target.name} whole"
                    ) from None
                continue
        if sum_of(target) == sha256:
            return
        target.unlink()
        if not here or last:
            break
    raise ModelsError(
        f"{target.name} is not what the list says (its SHA-256 is another); nothing was installed"
    )


def sum_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _go_on(
    address: str,
    hosts: list[str],
    target: Path,
    here: int,
    size: int | None,
    progress: Progress,
) -> None:
    """Append what is missing of a file, of which `here` bytes are there."""
    headers = {"Range": f"bytes={here}-"} if here else {}
    with _opened(address, hosts, headers) as response:
        if response.status_code == 206:
            if not response.headers.get("Content-Range", "").startswith(f"bytes {here}-"):
                raise _StartOverError
        else:
            here = 0  # the server sends it from the beginning
        most = size if size is not None else LARGEST_FILE
        with target.open("ab" if here else "wb") as file:
            progress(target.name, here, size)
            for piece in _pieces(response):
                here += len(piece)
                if here > most:
                    file.truncate(0)
                    raise ModelsError(f"{target.name} is larger than the list says; it was dropped")
                file.write(piece)
                progress(target.name, here, size)
    if size is not None and here < size:
        raise ModelsError(f"{target.name} broke off after {here} of {size} bytes; {_KEPT}")


def _pieces(response: Response) -> Iterator[bytes]:
    from requests import exceptions

    try:
        # Undecoded: sums are those of the bytes as they are sent.
        response.raw.decode_content = False
        while piece := response.raw.read(_PIECE):
            yield piece
    except (exceptions.RequestException, OSError, ValueError, ArithmeticError):
        raise ModelsError(f"the connection broke off; {_KEPT}") from None
    except Exception as error:  # urllib3 raises exceptions of its own
        if type(error).__module__.startswith(("urllib3", "http")):
            raise ModelsError(f"the connection broke off; {_KEPT}") from None
        raise


@contextmanager
def _opened(address: str, hosts: list[str], headers: dict[str, str]) -> Iterator[Response]:
    """The answer at an address, redirects followed among `hosts` only."""
    import requests

    headers = {"User-Agent": f"edicola/{__version__}", "Accept-Encoding": "identity", **headers}
    session = requests.Session()
    with session:
        for _ in range(_REDIRECTS):
            _check_address(address, hosts)
            try:
                response = session.get(
                    address, headers=headers, stream=True, timeout=_SECONDS, allow_redirects=False
                )
            except requests.exceptions.RequestException as error:
                raise ModelsError(_trouble(error, address)) from None
            if not 300 <= response.status_code < 400:
                with response:
                    _check_status(response, address)
                    yield response
                    return
            response.close()
            address = urljoin(address, response.headers.get("Location", ""))
    raise ModelsError(f"{host_of(address)} redirects without end")


def _check_address(address: str, hosts: list[str]) -> None:
    if urlsplit(address).scheme not in ("http", "https"):
        raise ModelsError(f"{address[:80]} is not an address of the web")
    if host_of(address) not in hosts:
        raise ModelsError(
            f"it leads to another host, {host_of(address)}, which you were not asked about; "
            "give its address with --from"
        )


def host_of(address: str) -> str:
    """The host an address leads to, with its port if it names one."""
    return urlsplit(address).netloc.rpartition("@")[2]


def _check_status(response: Response, address: str) -> None:
    status = response.status_code
    if status == 416:
        raise _StartOverError
    if status in (404, 410):
        raise ModelsError(f"{host_of(address)} has no such file (status {status})")
    if not 200 <= status < 300:
        raise ModelsError(f"{host_of(address)} refused (status {status})")


def _trouble(error: Exception, address: str) -> str:
    from requests import exceptions

    if isinstance(error, exceptions.Timeout):
        return f"no answer from {host_of(address)}; {_KEPT}"
    if isinstance(error, exceptions.ConnectionError):
        return f"{host_of(address)} cannot be reached; {_KEPT}"
    return f"{address[:80]} cannot be fetched (is the address right?)"
