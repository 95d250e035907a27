"""Fetching: whatever a server does, one line and no waiting."""

from __future__ import annotations

import errno
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests.exceptions

from tests.support import web_server as faults
from tests.support.web_server import Exchange, WebServer
from tui import __version__
from tui.sources import SourceError, Stopped
from tui.sources.fetch import fetch
from tui.sources.reasons import address_for_people, in_bytes, reason_of
from tui.sources.request import Limits

SHORT = Limits(size=100_000, connect=1.0, read=0.3, total=0.8, redirects=3)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with faults.web_server() as running:
        yield running


def refusal(url: str, limits: Limits = SHORT) -> str:
    """The line a person gets for `url`; it is one line and names the address."""
    with pytest.raises(SourceError) as raised:
        fetch(url, limits=limits)
    line = str(raised.value)
    assert "\n" not in line
    assert line.startswith(address_for_people(url))
    return line


def test_a_page_comes_with_its_type_its_charset_and_where_it_was(server: WebServer) -> None:
    server.page("/articolo", "<p>Ciao</p>", 'Text/HTML; Charset="ISO-8859-1"')
    url = server.on("/corto", faults.redirect_to("/articolo", 301))
    fetched = fetch(url, limits=SHORT)
    assert fetched.body == b"<p>Ciao</p>"
    assert (fetched.content_type, fetched.charset) == ("text/html", "ISO-8859-1")
    assert fetched.url == server.url("/articolo")
    path, headers = server.seen[-1]
    assert path == "/articolo"
    assert headers["user-agent"] == f"edicola/{__version__}"
    assert headers["accept-language"].startswith("it, en")


def test_a_server_that_says_nothing_about_the_page_is_not_put_words_in_its_mouth(
    server: WebServer,
) -> None:
    url = server.on("/muto", lambda exchange: exchange.reply(200, b"ciao", None))
    fetched = fetch(url, limits=SHORT)
    assert (fetched.content_type, fetched.charset) == ("", None)


def test_progress_tells_how_much_has_come_of_how_much(server: WebServer) -> None:
    url = server.page("/lungo", b"x" * 60_000, "text/plain")
    told: list[tuple[int, int | None, int]] = []
    fetch(
        url,
        limits=SHORT,
        progress=lambda got, total: told.append((got, total, threading.get_ident())),
    )
    assert [got for got, _, _ in told] == sorted({got for got, _, _ in told})
    assert told[-1] == (60_000, 60_000, threading.get_ident())


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "no such page (404); check the address"),
        (403, "refuses this page to Edicola (403); open it in a browser"),
        (401, "password (401)"),
        (410, "withdrawn (410)"),
        (429, "too many requests (429); try again later"),
        (500, "fault of its own (500); try again later"),
        (503, "fault of its own (503); try again later"),
        (204, "answered 204 instead of a page"),
        (304, "answered 304 instead of a page"),
        (418, "answered 418 instead of a page"),
    ],
)
def test_a_status_that_is_no_page_is_told_with_what_to_do(
    server: WebServer, status: int, words: str
) -> None:
    url = server.on("/x", lambda exchange: exchange.reply(status, b""))
    assert words in refusal(url)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.hang, "silent for 0.3 seconds"),
        (faults.drip_head, "not complete after 0.8 seconds"),
        (faults.drip_body, "not complete after 0.8 seconds"),
        (faults.endless_body, "more than 100 kB"),
        (faults.promises_too_much, "more than 100 kB"),
        (faults.bomb, "more than 100 kB"),
        (faults.breaks_off, "connection broke"),
        (faults.breaks_off_in_chunks, "connection broke"),
        (faults.false_gzip, "damaged page"),
        (faults.not_http, "connection broke"),
        (faults.redirect_to("/x"), "redirected more than 3 times"),
        (faults.redirect_to("file:///etc/passwd"), "leads to file:///etc/passwd, and only http"),
        (faults.redirect_to("javascript:alert(1)"), "only http and https are followed"),
        (faults.redirect_to("https://:80/x"), "names no host"),
        (faults.redirect_to("http://[::1"), "not a valid address"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_server_with_a_fault_gives_one_line_in_time(
    server: WebServer, fault: Callable[[Exchange], None], words: str
) -> None:
    url = server.on("/x", fault)
    begun = time.monotonic()
    assert words in refusal(url)
    assert time.monotonic() - begun < SHORT.total + 1.0


def test_a_redirect_with_an_endless_body_is_followed_without_reading_it(server: WebServer) -> None:
    server.page("/arrivo", "<p>Ciao</p>")
    url = server.on("/x", faults.endless_redirect_body)
    assert fetch(url, limits=SHORT).body == b"<p>Ciao</p>"


def test_a_page_of_exactly_the_largest_size_is_read(server: WebServer) -> None:
    body = b"x" * SHORT.size
    assert fetch(server.page("/x", body), limits=SHORT).body == body
    assert "more than 100 kB" in refusal(server.page("/y", body + b"x"))


@pytest.mark.parametrize("fault", [faults.hang, faults.drip_head, faults.drip_body])
def test_cancel_is_heard_at_once_and_the_connection_is_cut(
    server: WebServer, fault: Callable[[Exchange], None]
) -> None:
    asked, cancel = threading.Event(), threading.Event()

    def answer(exchange: Exchange) -> None:
        asked.set()
        fault(exchange)

    url = server.on("/x", answer)
    heard: list[float] = []

    def press_escape() -> None:
        asked.wait(5)
        heard.append(time.monotonic())
        cancel.set()

    finger = threading.Thread(target=press_escape)
    finger.start()
    with pytest.raises(Stopped, match="stopped, nothing was read"):
        fetch(url, cancel=cancel, limits=Limits(read=20, total=20))
    assert time.monotonic() - heard[0] < 0.3
    finger.join()
    if fault is not faults.hang:
        assert server.left.wait(5)
    assert fetch_threads() == 0


def fetch_threads() -> int:
    """How many threads still fetch, once those that are about to end have ended."""
    fetching = [thread for thread in threading.enumerate() if thread.name == "edicola-fetch"]
    for thread in fetching:
        thread.join(5)
    return sum(thread.is_alive() for thread in fetching)


def test_no_thread_is_left_behind_by_a_server_that_drips_for_ever(server: WebServer) -> None:
    refusal(server.on("/x", faults.drip_head))
    assert fetch_threads() == 0


def test_offline_opens_no_socket(server: WebServer) -> None:
    url = server.page("/x", "<p>Ciao</p>")
    with pytest.raises(SourceError, match="offline"):
        fetch(url, offline=True)
    assert server.seen == []


def test_a_port_nobody_listens_on_is_a_refused_connection() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "refused the connection" in refusal(f"http://127.0.0.1:{port}/")


def test_a_name_that_does_not_exist_says_so() -> None:
    # RFC 6761: no name ends in `invalid`; no query has to leave this machine.
    assert "no server of that name" in refusal("http://giornale.invalid/", Limits(total=20))


def test_no_network_is_told_apart() -> None:
    # What `requests` raises when the kernel has no route: it cannot be had on every machine.
    error = requests.exceptions.ConnectionError(OSError(errno.ENETUNREACH, "unreachable"))
    assert "network cannot be reached" in reason_of(error, 5, 15)


@pytest.mark.parametrize(
    "url", ["http://", "http:///articolo", "http://[::1", "http://x:porta/", "http://a..b/"]
)
def test_an_address_that_is_none_says_so(url: str) -> None:
    assert "check " in refusal(url)


def test_https_to_a_server_without_it_says_so(server: WebServer) -> None:
    url = server.page("/x", "ciao").replace("http:", "https:")
    assert "no secure connection (TLS)" in refusal(url)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes its certificate with openssl")
def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    subprocess.run(
        [*command.split(), "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def shake_hands() -> None:
            connection, _ = listener.accept()
            with connection, pytest.raises(OSError, match=r"SSL|reset"):
                context.wrap_socket(connection, server_side=True).recv(1)

        host = threading.Thread(target=shake_hands)
        host.start()
        line = refusal(f"https://127.0.0.1:{listener.getsockname()[1]}/", Limits(total=5))
        host.join()
    assert "certificate" in line


def test_a_password_in_the_address_is_used_and_never_told(server: WebServer) -> None:
    server.page("/x", "ciao")
    fetch(server.url("/x", user="anna:segreto"), limits=SHORT)
    assert server.seen[-1][1]["authorization"].startswith("Basic ")
    assert "segreto" not in refusal(server.url("/altrove", user="anna:segreto"))
    assert "segreto" not in address_for_people("http://anna:segreto@[::1/")


def test_an_address_is_shown_on_one_line_and_not_too_long() -> None:
    assert address_for_people("http://x.it/\x1b]52;c;QQ==\x07a\nb") == "http://x.it/a b"
    assert len(address_for_people("http://x.it/" + "a" * 5_000)) == 300


def test_sizes_are_told_in_round_units() -> None:
    assert [in_bytes(size) for size in (10_000_000, 512_000, 20)] == ["10 MB", "512 kB", "20 bytes"]
