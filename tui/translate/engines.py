"""Which engines there are, how settings make them, and what is missing where one cannot be used.

Those of this machine, `firefox`, `argos` and `apertium`, need models or programs; the services:

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
from tui.translate.local.neural import Argos, Firefox, NeuralEngine
from tui.translate.online import OnlineEngine
from tui.translate.protocol import Translator, Unavailable
from tui.translate.rules.engine import Apertium
from tui.translate.services import DeepL, Libre

LOCAL: tuple[type[Firefox | Argos | Apertium], ...] = (Firefox, Argos, Apertium)
"""The engines of this machine."""
KNOWN: tuple[type[OnlineEngine], ...] = (Google, MyMemory, Libre, DeepL, Microsoft, Baidu)
"""The engines of the network, in the order they are listed."""
AUTO = "auto"
"""In the settings' order, the word for everything that can be had, the better first."""

EngineState = Literal[
    "ready", "needs package", "needs model", "needs programs", "needs address", "needs key",
    "needs consent", "offline", "resting", "not chosen", "unknown",
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
    note: str | None = None
    """What else there is to say of one that is ready: that it translates one way only."""


def all_ids() -> tuple[str, ...]:
    """The id of every engine there is."""
    return tuple(kind.id for kind in (*LOCAL, *KNOWN))


def order_of(config: EngineConfig) -> list[str]:
    """The ids of `config`, each once, with `auto` written out.

    It stands for models of this machine, then the services that have what they need, the better
    first, then Apertium.
    """
    written: list[str] = []
    for name in config.order:
        written += _auto(config) if name == AUTO else [name]
    return list(dict.fromkeys(written))


def _auto(config: EngineConfig) -> list[str]:
    wanted: list[type[OnlineEngine]] = [Libre, DeepL, Google, MyMemory]
    services = [kind.id for kind in wanted if _build(kind, config).available("it", "en") is None]
    return [Firefox.id, Argos.id, *services, Apertium.id]


def build_engines(config: EngineConfig) -> list[Translator]:
    """The engines of `config`, in its order; ids that do not exist are passed over.

    Also those that lack a key, an address or a model: they say so themselves. Opens no socket and
    starts no process.
    """
    known = set(all_ids())
    return [_engine(name, config) for name in order_of(config) if name in known]


def _engine(name: str, config: EngineConfig) -> Firefox | Argos | Apertium | OnlineEngine:
    if name == Firefox.id:
        return Firefox(config.models, config.model_folders, config.patience)
    if name == Argos.id:
        return Argos(config.models, config.model_folders, config.patience)
    if name == Apertium.id:
        return Apertium(config.patience)
    return _build(next(kind for kind in KNOWN if kind.id == name), config)


def describe(
    config: EngineConfig, consented: Callable[[str], bool], *, offline: bool
) -> list[EngineStatus]:
    """How every engine stands: first those chosen, in their order, then the others; no socket."""
    ids, order = set(all_ids()), order_of(config)
    lines = [_status(_engine(name, config), consented, offline) for name in order if name in ids]
    lines += [
        EngineStatus(name, name, None, "unknown", f"choose among {', '.join(sorted(ids))}")
        for name in order
        if name not in ids
    ]
    for name in all_ids():
        if name not in order:
            lines.append(_unchosen(_engine(name, config), config))
    return lines


def _unchosen(engine: Translator, config: EngineConfig) -> EngineStatus:
    remedy = f'add "{engine.id}" to the engines in the settings'
    if AUTO in config.order and engine.id in (Libre.id, DeepL.id):
        missing = engine.available("it", "en")
        remedy = missing.remedy if missing is not None else remedy
        state: EngineState = "needs key" if engine.host else "needs address"
        return EngineStatus(engine.id, engine.label, engine.host or None, state, remedy)
    return EngineStatus(engine.id, engine.label, engine.host or None, "not chosen", remedy)


def _status(
    engine: Firefox | Argos | Apertium | OnlineEngine,
    consented: Callable[[str], bool],
    offline: bool,
) -> EngineStatus:
    if not isinstance(engine, OnlineEngine):
        return _local_status(engine)
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


def _local_status(engine: Firefox | Argos | Apertium) -> EngineStatus:
    there, back = engine.available("it", "en"), engine.available("en", "it")
    if there is None or back is None:
        only = there or back
        note = f"{'it-en' if there is None else 'en-it'} only; {only.remedy}" if only else None
        return EngineStatus(engine.id, engine.label, None, "ready", None, note)
    return EngineStatus(engine.id, engine.label, None, _lack(engine, there), there.remedy)


def _lack(engine: Firefox | Argos | Apertium, missing: Unavailable) -> EngineState:
    if not isinstance(engine, NeuralEngine):
        return "needs programs"
    return "needs package" if missing.remedy.startswith("pip ") else "needs model"


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
