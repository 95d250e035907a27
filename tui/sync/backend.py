"""A meeting with the server: what was done here goes there, then what is there comes here."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from tui.library import Newsstand
from tui.settings import Settings
from tui.sync.client import Client
from tui.sync.taking import Taking
from tui.sync.telling import Telling

Emit = Callable[[dict[str, Any]], None]

_JOINED = "sync-joined"
"""The fact that names the account to which the feeds of this machine were given."""


def synchronise(
    stand: Newsstand,
    settings: Settings,
    emit: Emit,
    cancel: threading.Event,
    *,
    due_only: bool = False,
) -> dict[str, int]:
    """Tell the server what was done here, then take what it has; nothing is told twice.

    With `due_only`, feeds that it did not take are offered again only after some time.

    Raises:
        SyncError: the server could not be asked; what was not told waits for the next time.
    """
    chosen = settings.sync
    password = os.environ.get("EDICOLA_SYNC_PASSWORD") or chosen.password
    client = Client(chosen.address, chosen.user, password, cancel)
    client.sign_in()
    telling = Telling(stand, client, emit, due_only=due_only)
    account = _account(chosen.user, chosen.address)
    if stand.fact(_JOINED) != account or not stand.outbox.enabled:
        # What is here may come from elsewhere: its ids say nothing there, its marks are told.
        stand.intake.forget_ids()
        stand.outbox.enabled = True
        telling.join()
        stand.keep_fact(_JOINED, account)
    telling.replay()
    taking = Taking(stand, client, emit)
    taking.subscriptions()
    counts = taking.articles()
    return {**counts, "failed": telling.failed}


def _account(user: str, address: str) -> str:
    """What stays the same when a server goes over to another scheme, port or folder."""
    return f"{user} {urlsplit(address).hostname or address}"
