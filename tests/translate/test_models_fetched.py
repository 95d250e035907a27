"""Models fetched from a real server, and servers at fault."""

from __future__ import annotations

import gzip
import hashlib
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, edicola, environment, interruptible
from tests.support.local_engines import FIREFOX, MODEL_FILE, VOCABULARY
from tests.support.model_mirror import MODEL, PATH, mirror, ranged, record
from tests.support.web_server import Exchange, WebServer, endless_body, redirect_to, web_server
from tui.translate.models.download import fetch
from tui.translate.models.errors import ModelsError
from tui.translate.models.install import Installer

VOCAB = (FIREFOX / VOCABULARY).read_bytes()


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        yield running


def install(home: Path, origin: str | Path, *more: str) -> Outcome:
    return edicola(home, "models", "install", "it-en", "--from", origin, *more)


def installed(home: Path) -> Path:
    return home / ".local" / "share" / "edicola" / "models" / "firefox" / "it-en"


def asked_for(server: WebServer) -> list[tuple[str, str | None]]:
    return [(path, headers.get("range")) for path, headers in server.seen if path == PATH]


def test_a_model_is_fetched_checked_tried_listed_used_and_removed(
    server: WebServer, tmp_path: Path
) -> None:
    done = install(tmp_path, mirror(server), "--agree")
    assert done.status == 0
    assert done.out.startswith("firefox it-en installed in ")
    assert [line.split()[-2:] for line in done.complaints] == [["100", "%"]] * 2
    told = json.loads((installed(tmp_path) / "edicola-model.json").read_text())
    assert told["format"] == "edicola.model/1"
    assert told["version"] == "2.0"
    assert told["files"][MODEL_FILE]["sha256"] == hashlib.sha256(MODEL).hexdigest()
    assert "whole" in edicola(tmp_path, "models", "list").out
    (tmp_path / "a.txt").write_text(
        "Il portavoce ha presentato la riforma a Roma il 27 aprile 2020."
    )
    said = edicola(tmp_path, "translate", "a.txt", "--to", "en", "--offline", "--language", "it")
    assert said.out == "The spokesman presented the reform in Rome on 27 April 2020.\n"
    gone = edicola(tmp_path, "models", "remove", "it-en")
    assert (gone.status, gone.out.split()[:3]) == (0, ["firefox", "it-en", "removed,"])
    assert list(installed(tmp_path).parent.iterdir()) == []
    again = edicola(tmp_path, "models", "remove", "it-en")
    assert (again.status, len(again.complaints)) == (1, 1)


def test_nothing_is_fetched_without_agreement_or_offline(server: WebServer, tmp_path: Path) -> None:
    address = mirror(server)
    refused = install(tmp_path, address)
    assert refused.status == 1
    assert "--agree" in refused.complaints[0]
    assert "127.0.0.1" in refused.complaints[0]
    offline = install(tmp_path, address, "--agree", "--offline")
    assert offline.status == 1
    assert "offline" in offline.complaints[0]
    assert server.seen == []


def test_the_address_can_stand_in_the_environment_and_in_the_settings(
    server: WebServer, tmp_path: Path
) -> None:
    address = mirror(server)
    extra = {"EDICOLA_MODELS_ADDRESS": f"{address}records.json"}
    assert edicola(tmp_path, "models", "install", "it-en", "--agree", extra=extra).status == 0
    other = tmp_path / "other"
    other.mkdir()
    settings = other / "mine.toml"
    settings.write_text(f'[translation]\nmodels_address = "{address}"\n')
    done = edicola(other, "models", "install", "it-en", "--agree", "--config", settings)
    assert done.status == 0


def test_a_fetch_that_broke_off_goes_on_where_it_was(server: WebServer, tmp_path: Path) -> None:
    address = mirror(server)
    server.on(PATH, ranged(MODEL, most=100_000))
    first = install(tmp_path, address, "--agree")
    assert first.status == 1
    assert first.complaints[-1].endswith("the same command goes on from there")
    assert not installed(tmp_path).exists()
    server.on(PATH, ranged(MODEL))
    assert install(tmp_path, address, "--agree").status == 0
    (_, whole), (_, rest) = asked_for(server)
    assert whole is None
    assert rest == "bytes=100000-"


def test_a_fetch_that_is_interrupted_says_so_and_goes_on_next_time(
    server: WebServer, tmp_path: Path
) -> None:
    address = mirror(server)
    sent = threading.Event()

    def slow(exchange: Exchange) -> None:
        exchange.head(200, {"Content-Length": str(len(MODEL))})
        exchange.write(MODEL[:100_000])
        sent.set()
        for _ in exchange.paced():
            pass

    server.on(PATH, slow)
    command = [sys.executable, "-m", "tui", "models", "install", "it-en", "--agree"]
    child = subprocess.Popen(
        [*command, "--from", address], cwd=tmp_path, env=environment(tmp_path),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=interruptible,  # noqa: PLW1509 (one system call)
    )  # fmt: skip
    assert sent.wait(20)
    left = installed(tmp_path).parent / ".it-en.part" / MODEL_FILE
    deadline = time.monotonic() + 20
    while not left.exists():
        assert time.monotonic() < deadline
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=10)
    assert child.returncode == 130
    assert said.splitlines()[-1].endswith("stopped; what came is kept")
    server.on(PATH, ranged(MODEL))
    assert install(tmp_path, address, "--agree").status == 0


@pytest.mark.parametrize("how", ["no ranges", "other range", "416", "wrong beginning"])
def test_a_server_that_does_not_go_on_sends_it_anew(
    how: str, server: WebServer, tmp_path: Path
) -> None:
    target = tmp_path / "model.bin"
    target.write_bytes((b"x" if how == "wrong beginning" else MODEL[:1]) * 50_000)

    def answer(exchange: Exchange) -> None:
        asked = exchange.handler.headers.get("Range")
        if how == "wrong beginning":
            return ranged(MODEL)(exchange)
        if asked and how == "416":
            return exchange.reply(416, b"")
        if asked and how == "other range":
            exchange.head(206, {"Content-Range": "bytes 0-9/10", "Content-Length": "10"})
            return exchange.write(MODEL[:10])
        return exchange.reply(200, MODEL)

    server.on(PATH, answer)
    fetch(
        server.url(PATH), [server.url("").removeprefix("http://")], target, size=len(MODEL),
        sha256=hashlib.sha256(MODEL).hexdigest(), progress=lambda *_: None,
    )  # fmt: skip
    assert target.read_bytes() == MODEL


FAULTS: dict[str, tuple[Callable[[Exchange], None], str]] = {
    "missing": (lambda exchange: exchange.reply(404, b"no"), "has no such file (status 404)"),
    "refused": (lambda exchange: exchange.reply(403, b"no"), "refused (status 403)"),
    "wrong": (lambda exchange: exchange.reply(200, MODEL[::-1]), "SHA-256 is another"),
    "endless": (endless_body, "larger than the list says"),
    "elsewhere": (redirect_to("http://elsewhere.example/x"), "another host, elsewhere.example"),
    "round": (redirect_to(PATH), "redirects without end"),
    "to a file": (redirect_to("file:///etc/passwd"), "not an address of the web"),
    "short": (lambda exchange: exchange.reply(200, MODEL[:10]), "broke off after 10 of"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_server_at_fault_costs_one_line_and_installs_nothing(
    fault: str, server: WebServer, tmp_path: Path
) -> None:
    address = mirror(server)
    answer, said = FAULTS[fault]
    server.on(PATH, answer)
    done = install(tmp_path, address, "--agree")
    assert done.status == 1
    assert said in done.complaints[-1]
    assert len([line for line in done.complaints if line.startswith("edicola:")]) == 1
    assert not installed(tmp_path).exists()


def test_a_redirect_on_the_same_host_is_followed(server: WebServer, tmp_path: Path) -> None:
    address = mirror(server)
    server.on(PATH, redirect_to("/other"))
    server.on("/other", ranged(MODEL))
    assert install(tmp_path, address, "--agree").status == 0


@pytest.mark.parametrize("agreed", [True, False])
def test_a_host_that_only_the_list_names_is_asked_about(
    agreed: bool, server: WebServer, tmp_path: Path
) -> None:
    asked: list[str] = []

    def agree(host: str) -> bool:
        asked.append(host)
        return agreed

    with web_server() as other:
        mirror(other)
        records = json.loads(json.dumps([record(MODEL_FILE, MODEL), record(VOCABULARY, VOCAB)]))
        for each in records:
            each["attachment"]["location"] = other.url(f"/files/{each['name']}")
        server.page("/records.json", json.dumps({"data": records}))
        installer = Installer(tmp_path, lambda *_: None, agree)
        if agreed:
            assert installer.from_network("it-en", server.url("/")).missing is None
        else:
            with pytest.raises(ModelsError, match="nothing was fetched from there"):
                installer.from_network("it-en", server.url("/"))
        assert asked == [other.url("").removeprefix("http://").rstrip("/")]
        assert bool(other.seen) is agreed


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>log in</html>", "no list of models"),
        (b'{"data": 3}', "no list of models"),
        (b'{"data": [3, {"sourceLanguage": "de", "targetLanguage": "en"}]}', "no model for it-en"),
        (b"[" * 100_000, "no list of models"),
    ],
)
def test_a_list_that_is_none_is_named(
    body: bytes, said: str, server: WebServer, tmp_path: Path
) -> None:
    server.page("/records.json", body)
    done = install(tmp_path, server.url("/"), "--agree")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert said in done.complaints[0]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "../../evil.bin"}, "cannot be one of a model's"),
        ({"attachment": {"location": "x", "size": 5}}, "has no SHA-256"),
        ({"attachment": {"hash": "0" * 64}}, "does not say where"),
        ({"attachment": {"hash": "0" * 64, "location": "x", "size": 10**15}}, "impossible size"),
        ({"fileType": "lex"}, "model or its vocabulary is missing"),
    ],
)
def test_a_record_that_cannot_be_trusted_is_refused(
    change: dict[str, object], said: str, server: WebServer, tmp_path: Path
) -> None:
    vocabulary = record(VOCABULARY, b"x")
    records = [{**record(MODEL_FILE, MODEL), **change}, vocabulary]
    server.page("/records.json", json.dumps({"data": records}))
    done = install(tmp_path, server.url("/"), "--agree")
    assert said in done.complaints[-1]


def test_the_newest_version_and_the_better_architecture_are_chosen() -> None:
    from tui.translate.models.records import choose

    every = [
        {**record(name, b"x"), "version": version, "architecture": kind}
        for name in (MODEL_FILE, VOCABULARY)
        for version, kind in (("1.9", "base"), ("2.0", "tiny"), ("2.0", "base-memory"))
    ]
    chosen = choose(
        json.dumps({"data": every}).encode(), "http://example.org/records.json", "it-en"
    )
    assert (chosen.version, chosen.architecture) == ("2.0", "base-memory")
    assert chosen.files[0].address == f"http://example.org/files/{MODEL_FILE}"


def test_packed_files_are_unpacked_and_checked_again(server: WebServer, tmp_path: Path) -> None:
    packed = gzip.compress(MODEL)
    vocabulary = (FIREFOX / VOCABULARY).read_bytes()
    good = hashlib.sha256(MODEL).hexdigest()
    model = record(MODEL_FILE, packed, decompressedHash=good)
    model["attachment"] = {
        "hash": hashlib.sha256(packed).hexdigest(), "size": len(packed), "location": "files/m.gz",
    }  # fmt: skip
    server.page("/records.json", json.dumps({"data": [model, record(VOCABULARY, vocabulary)]}))
    server.on("/files/m.gz", ranged(packed))
    server.on(f"/files/{VOCABULARY}", ranged(vocabulary))
    assert install(tmp_path, server.url("/"), "--agree").status == 0
    assert (installed(tmp_path) / MODEL_FILE).read_bytes() == MODEL
    bad = {**model, "decompressedHash": "0" * 64}
    server.page("/records.json", json.dumps({"data": [bad, record(VOCABULARY, vocabulary)]}))
    done = install(tmp_path, server.url("/"), "--agree")
    assert "SHA-256 is another" in done.complaints[-1]
    assert (installed(tmp_path) / MODEL_FILE).read_bytes() == MODEL


def test_a_model_of_a_list_that_does_not_work_is_taken_away_again(
    server: WebServer, tmp_path: Path
) -> None:
    broken = MODEL[:1000]
    vocabulary = (FIREFOX / VOCABULARY).read_bytes()
    records = [record(MODEL_FILE, broken), record(VOCABULARY, vocabulary)]
    server.page("/records.json", json.dumps({"data": records}))
    server.on(PATH, ranged(broken))
    server.on(f"/files/{VOCABULARY}", ranged(vocabulary))
    done = install(tmp_path, server.url("/"), "--agree")
    assert done.status == 1
    assert "taken away again" in done.complaints[-1]
    assert not installed(tmp_path).exists()


def test_what_an_older_fetch_left_does_not_get_into_a_model(
    server: WebServer, tmp_path: Path
) -> None:
    models = tmp_path / "models"
    left = models / "firefox" / ".it-en.part"
    left.mkdir(parents=True)
    (left / "lex.50.50.iten.s2t.bin").write_bytes(b"old")
    found = Installer(models, lambda *_: None).from_network("it-en", mirror(server))
    assert sorted(path.name for path in found.folder.iterdir()) == [
        "edicola-model.json",
        MODEL_FILE,
        VOCABULARY,
    ]
