"""Standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO

from tui.document import Origin
from tui.sources.draft import Draft, SourceError, Stopped
from tui.sources.files import LARGEST
from tui.sources.forms import form_of, read_bytes
from tui.sources.reasons import in_bytes

if TYPE_CHECKING:
    import threading

_CHUNK = 65_536


def read_stdin(stdin: BinaryIO | None = None, cancel: threading.Event | None = None) -> Draft:
    """The article in `stdin`, by default the process's own; plain text or HTML, as it begins.

    `cancel` is looked at between reads: a read that waits for a pipe is not broken off.

    Raises:
        SourceError: it is closed, empty, too large or no text; `Stopped` for `cancel`.
    """
    try:
        data = _contents(stdin, cancel)
        return read_bytes(data, Origin("stdin", "-"), form_of("", data))
    except Stopped:
        raise
    except SourceError as error:
        raise SourceError(f"standard input: {error}") from None


def _contents(stdin: BinaryIO | None, cancel: threading.Event | None) -> bytes:
    if stdin is None and sys.stdin is None:
        raise SourceError("closed; give a file or an address")
    stream = stdin or sys.stdin.buffer
    data = bytearray()
    try:
        while chunk := stream.read(_CHUNK):
            data += chunk
            if cancel is not None and cancel.is_set():
                raise Stopped("standard input: stopped, nothing was read")
            if len(data) > LARGEST:
                raise SourceError(f"more than {in_bytes(LARGEST)}; give a part of it")
    except (OSError, ValueError) as error:
        raise SourceError(f"it cannot be read ({error}); give a file or an address") from None
    return bytes(data)
