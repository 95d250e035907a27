"""Every test meets hosts that never failed before, and no keys of whoever runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.support.translation_server import TranslationServer
from tui.translate.deep import prepare
from tui.translate.network import forget_hosts


@pytest.fixture(autouse=True, scope="session")
def engines_imported() -> None:
    """Importing deep_translator takes longer than these tests want to wait for a server."""
    prepare()


@pytest.fixture(autouse=True)
def fresh_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_hosts()
    for name in list(os.environ):
        if name.startswith("EDICOLA_") or name.endswith(("_API_KEY", "_AUTH_KEY", "_proxy")):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[TranslationServer]:
    with TranslationServer() as running:
        yield running
