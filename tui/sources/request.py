"""What is asked of a server, within which limits, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.sources.reasons import Refusal

if TYPE_CHECKING:
    from tui.settings.fields import SourceSettings

Progress = Callable[[int, int | None], None]
"""Called with the bytes read so far, and with how many there will be or None."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server may take before it is left."""

    size: int = 10_000_000
    """Bytes of the body, decompressed."""
    connect: float = 5.0
    """Seconds until the connection stands."""
    read: float = 15.0
    """Seconds of silence."""
    total: float = 30.0
    """Seconds for everything, redirects included."""
    redirects: int = 10


def limits_of(settings: SourceSettings) -> Limits:
    """What a server of pages may take, after the settings."""
    return Limits(
        size=int(settings.page_megabytes * 1e6),
        connect=settings.connect_seconds,
        read=settings.read_seconds,
        total=settings.total_seconds,
    )


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    body: bytes
    content_type: str
    """In small letters, without parameters: `text/html`; empty when the server does not say."""
    charset: str | None
    """As the header declares it, true or not."""
    url: str
    """Where it was found in the end, after redirects."""
    status: int = 200
    """304 when it is as it was when it was last asked for."""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, and whom redirects may lead to."""

    url: str
    limits: Limits
    headers: Mapping[str, str] = field(default_factory=dict)
    """Besides those that every request has, or in their place."""
    trusted: str | None = None
    """With a host, redirects to other hosts in private networks are refused; None allows them."""


class Answered(Refusal):
    """A server answered something else than was asked for."""

    def __init__(self, message: str, status: int, headers: Mapping[str, str]) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers
