"""Which engines there are, how settings make them, and what is missing where one cannot be used.

Keys and addresses come from `EngineConfig` (the settings) or else from the environment:

| engine | key | address |
| --- | --- | --- |
| `libre` | `EDICOLA_LIBRE_KEY`, `LIBRE_API_KEY` | `EDICOLA_LIBRE_ADDRESS` |
| `deepl` | `EDICOLA_DEEPL_KEY`, `DEEPL_API_KEY`, `DEEPL_AUTH_KEY` | |
| `microsoft` | `EDICOLA_MICROSOFT_KEY`, `MICROSOFT_API_KEY`; region `EDICOLA_MICROSOFT_REGION` | |
| `baidu` | `EDICOLA_BAIDU_KEY`, as `APPID:SECRET` | |
| `mymemory` | email `EDICOLA_MYMEMORY_EMAIL` | |
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tui.translate.config import EngineConfig, consent_remedy
from tui.translate.deep import Baidu, Google, Microsoft, MyMemory
from tui.translate.online import OnlineEngine
from tui.translate.services import DeepL, Libre

KNOWN: tuple[type[OnlineEngine], ...] = (Google, MyMemory, Libre, DeepL, Microsoft, Baidu)
"""Every engine, in the order they are listed."""

EngineState = Literal[
    "ready", "needs address", "needs key", "needs consent", "offline", "resting", "not chosen",
    "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """One line about one engine, for a person."""

    id: str
    label: str
    host: str | None
    """Where sentences would go; None for an engine of this machine, or when it is not known."""
    state: EngineState
    remedy: str | None
    """What to do to make it ready, in one line; None when it is."""


def build_engines(config: EngineConfig) -> list[OnlineEngine]:
    """The engines of `config`, in its order; ids that do not exist are passed over.

    Also those that lack a key or an address: they say so themselves. Opens no socket.
    """
    known = {engine.id: engine for engine in KNOWN}
    chosen = dict.fromkeys(name for name in config.order if name in known)
    return [_build(known[name], config) for name in chosen]


def describe(
    config: EngineConfig, consented: Callable[[str], bool], *, offline: bool
) -> list[EngineStatus]:
    """How every engine stands: first those chosen, in their order, then the others; no socket."""
    ids = {engine.id for engine in KNOWN}
    lines = [
        EngineStatus(name, name, None, "unknown", f"choose among {', '.join(sorted(ids))}")
        for name in config.order
        if name not in ids
    ]
    chosen = build_engines(config)
    lines = [_status(engine, consented, offline) for engine in chosen] + lines
    used = {engine.id for engine in chosen}
    for kind in KNOWN:
        if kind.id not in used:
            engine = _build(kind, config)
            remedy = f'add "{engine.id}" to the engines in the settings'
            lines.append(
                EngineStatus(engine.id, engine.label, engine.host or None, "not chosen", remedy)
            )
    return lines


def _status(engine: OnlineEngine, consented: Callable[[str], bool], offline: bool) -> EngineStatus:
    missing = engine.available("it", "en")
    state: EngineState
    remedy: str | None
    if missing is not None:
        state, remedy = "needs key" if engine.host else "needs address", missing.remedy
    elif offline:
        state, remedy = "offline", "start without --offline"
    elif not consented(engine.host):
        state, remedy = "needs consent", consent_remedy(engine.host)
    elif (resting := engine.resting()) is not None:
        state, remedy = "resting", resting
    else:
        state, remedy = "ready", None
    return EngineStatus(engine.id, engine.label, engine.host or None, state, remedy)


def _build(kind: type[OnlineEngine], config: EngineConfig) -> OnlineEngine:
    key = config.keys.get(kind.id) or _first_set(kind.variables)
    address = config.addresses.get(kind.id)
    patience = config.patience
    if kind is MyMemory:
        email = config.email or _first_set(("EDICOLA_MYMEMORY_EMAIL",))
        return MyMemory(address or MyMemory.default_address, patience, email)
    if kind is Microsoft:
        region = config.region or _first_set(("EDICOLA_MICROSOFT_REGION",))
        return Microsoft(address or Microsoft.default_address, patience, key, region)
    if kind is Libre:
        own = config.libre_address or _first_set(("EDICOLA_LIBRE_ADDRESS",))
        return Libre(address or own or "", patience, key)
    if kind is DeepL:
        return DeepL(address or DeepL.address_for(key), patience, key)
    if kind is Baidu:
        return Baidu(address or Baidu.default_address, patience, key)
    return Google(address or Google.default_address, patience)


def _first_set(variables: tuple[str, ...]) -> str | None:
    return next((value for name in variables if (value := os.environ.get(name))), None)
