"""Which engines there are, and what is said to be missing where one cannot be used."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.local_engines import firefox_folder
from tests.support.translating import KEYS, config_for, engine_at
from tests.support.translation_server import Fault, TranslationServer
from tui.translate import EngineConfig, build_engines, describe
from tui.translate.engines import KNOWN, all_ids, order_of


def lines(config: EngineConfig, *, agreed: bool = True, offline: bool = False) -> dict[str, str]:
    found = describe(config, lambda _: agreed, offline=offline)
    assert all((status.remedy is None) == (status.state == "ready") for status in found)
    return {status.id: status.state for status in found}


def test_engines_come_in_the_order_of_the_settings() -> None:
    config = EngineConfig(order=("mymemory", "google", "gogle", "mymemory"))
    assert [engine.id for engine in build_engines(config)] == ["mymemory", "google"]
    found = lines(config)
    assert list(found)[:3] == ["mymemory", "google", "gogle"]
    assert found["gogle"] == "unknown"
    assert found["libre"] == "not chosen"
    assert set(found) == {*all_ids(), "gogle"}


def test_auto_stands_for_what_can_be_had_the_better_first() -> None:
    config = EngineConfig()
    assert config.order == ("auto",)
    assert order_of(config) == ["firefox", "argos", "google", "mymemory", "apertium"]
    more = EngineConfig(keys={"deepl": "k"}, libre_address="http://127.0.0.1:5000")
    assert order_of(more) == [
        "firefox", "argos", "libre", "deepl", "google", "mymemory", "apertium",
    ]  # fmt: skip
    mixed = EngineConfig(order=("apertium", "auto", "google"))
    assert order_of(mixed) == ["apertium", "firefox", "argos", "google", "mymemory"]
    assert [engine.id for engine in build_engines(mixed)] == order_of(mixed)
    found = lines(config)
    assert "auto" not in found
    assert found["libre"] == "needs address"
    assert found["deepl"] == "needs key"
    assert found["microsoft"] == "not chosen"


def test_what_a_local_engine_lacks_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    config = EngineConfig(models=tmp_path)
    found = {status.id: status for status in describe(config, lambda _: True, offline=True)}
    assert found["firefox"].state == found["argos"].state == "needs model"
    assert found["firefox"].remedy == "edicola models install it-en"
    assert found["apertium"].state == "needs programs"
    assert "apt install apertium" in str(found["apertium"].remedy)
    firefox_folder(tmp_path / "firefox")
    (ready,) = [s for s in describe(config, lambda _: True, offline=True) if s.id == "firefox"]
    assert (ready.state, ready.host, ready.remedy) == ("ready", None, None)
    assert ready.note == "it-en only; edicola models install en-it"
    monkeypatch.setattr("tui.translate.local.neural.find_spec", lambda _: None)
    (status,) = [s for s in describe(config, lambda _: True, offline=True) if s.id == "argos"]
    assert status.state == "needs package"
    assert str(status.remedy).startswith("pip install ctranslate2 sentencepiece")


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuple(engine.id for engine in KNOWN)
    found = lines(EngineConfig(order=names))
    assert {name: found[name] for name in names} == {
        "google": "ready",
        "mymemory": "ready",
        "libre": "needs address",
        "deepl": "needs key",
        "microsoft": "needs key",
        "baidu": "needs key",
    }
    monkeypatch.setenv("DEEPL_API_KEY", "from-the-environment")
    monkeypatch.setenv("EDICOLA_LIBRE_ADDRESS", "http://127.0.0.1:5000")
    found = lines(EngineConfig(order=names, keys={"microsoft": "from-the-settings"}))
    assert found["deepl"] == found["microsoft"] == found["libre"] == "ready"
    assert lines(EngineConfig(order=names), agreed=False)["google"] == "needs consent"
    assert lines(EngineConfig(order=names), offline=True)["google"] == "offline"


@pytest.mark.parametrize("address", ["", "127.0.0.1:5000", "ftp://example.org", "http://"])
def test_an_address_that_is_none_is_asked_for(address: str) -> None:
    (engine,) = build_engines(EngineConfig(order=("libre",), libre_address=address))
    missing = engine.available("it", "en")
    assert missing is not None
    assert "address" in missing.remedy


def test_a_free_deepl_key_has_its_own_host() -> None:
    for key, host in (("abc:fx", "api-free.deepl.com"), ("abc", "api.deepl.com")):
        (engine,) = build_engines(EngineConfig(order=("deepl",), keys={"deepl": key}))
        assert engine.host == host


def test_a_host_that_rests_after_failing_says_why(server: TranslationServer) -> None:
    import threading

    server.fault = Fault.TOO_MANY
    engine_at(server, "google").translate(["Ciao."], "it", "en", cancel=threading.Event())
    (status,) = [
        status
        for status in describe(config_for(server, "google"), lambda _: True, offline=False)
        if status.id == "google"
    ]
    assert status.state == "resting"
    assert "too many requests" in str(status.remedy)


def test_keys_and_passwords_are_shown_nowhere() -> None:
    config = EngineConfig(
        order=("deepl", "libre"),
        keys=KEYS,
        email="me@example.org",
        libre_address="https://user:hunter2@example.org/x",
    )
    shown = repr(config) + repr(describe(config, lambda _: False, offline=False))
    shown = shown.replace("https://user:hunter2@example.org/x", "")
    assert not any(secret in shown for secret in (*KEYS.values(), "me@example.org", "hunter2"))


def test_describing_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert lines(EngineConfig(keys=KEYS, order=tuple(engine.id for engine in KNOWN)))


def test_a_start_with_everything_remembered_imports_no_engine() -> None:
    script = (
        "import sys, tui.translate as t; t.Desk, t.Memory, t.EngineConfig, t.TmxError;"
        "slow = {'requests', 'deep_translator', 'bs4', 'xml.parsers.expat', 'html', 'ssl'};"
        "print(sorted(slow & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
    script += "; t.build_engines(t.EngineConfig()); print(sorted(slow & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert out.stdout.split() == ["[]", "[]"]


def test_only_names_that_exist_are_exported() -> None:
    import tui.translate

    for name in tui.translate.__all__:
        assert getattr(tui.translate, name) is not None
    with pytest.raises(AttributeError):
        _ = tui.translate.Nothing
