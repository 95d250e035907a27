"""Reading whatever a person names; every bad input is one line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.web_server import WebServer, page_of, redirect_to, web_server
from tui.document import Origin
from tui.sources import SourceError, Stopped, read

TEXT = (
    "Il ponte riapre domani, dopo due anni di lavori.\n\nLo ha detto il sindaco: «È una festa».\n"
)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as running:
        yield running


def refusal(location: str, *, stdin: bytes | None = None) -> str:
    """The line a person gets: one line, printable."""
    with pytest.raises(SourceError) as raised:
        read(location, stdin=None if stdin is None else io.BytesIO(stdin))
    line = str(raised.value)
    assert line.isprintable()
    return line


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "articolo.txt"
    path.write_text(TEXT, encoding="cp1252")
    draft = read(str(path))
    assert draft.text == TEXT.strip()
    assert draft.origin == Origin("file", str(path))


def test_a_file_address_is_a_file_and_is_kept_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "un articolo è.txt"
    path.write_text(TEXT)
    address = path.as_uri()
    assert "%20" in address
    assert read(address).origin == Origin("file", address)
    assert read(address.replace("file://", "FILE://localhost")).text == TEXT.strip()


def test_the_home_directory_may_be_written_with_a_tilde(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text(TEXT)
    assert read("~/a.txt").origin.location == "~/a.txt"


@pytest.mark.parametrize("name", ["a.md", "A.MARKDOWN"])
def test_a_markdown_file_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(f"# Il *ponte*\n\n{TEXT}")
    assert read(str(tmp_path / name)).title == "Il ponte"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.txt", "a"])
def test_an_html_file_is_known_by_its_name_or_its_first_words(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf\n<!-- copia -->\n" + page_of("ponte.html"))
    assert read(str(tmp_path / name)).byline == "Carla Bianchi"


def test_a_page_saved_in_utf16_is_known_too(tmp_path: Path) -> None:
    (tmp_path / "a").write_text(page_of("ponte.html").decode(), encoding="utf-16")
    assert read(str(tmp_path / "a")).byline == "Carla Bianchi"


def test_standard_input_is_text_or_html_as_it_begins() -> None:
    assert read("-", stdin=io.BytesIO(TEXT.encode())).origin == Origin("stdin", "-")
    assert read("-", stdin=io.BytesIO(page_of("ponte.html"))).byline == "Carla Bianchi"


def test_standard_input_of_the_process() -> None:
    code = "from tui.sources import read; print(ascii(read('-').text[:8]))"
    done = subprocess.run(
        [sys.executable, "-c", code], input=TEXT.encode(), capture_output=True, check=True
    )
    assert done.stdout.strip() == b"'Il ponte'"
    closed = "import sys; sys.stdin = None; from tui.sources import read; read('-')"
    done = subprocess.run([sys.executable, "-c", closed], capture_output=True)
    assert b"SourceError: standard input: closed" in done.stderr


def test_standard_input_that_is_stopped_or_does_not_end() -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Stopped):
        read("-", stdin=io.BytesIO(TEXT.encode()), cancel=cancel)
    assert "more than 20 MB" in refusal("-", stdin=b"x" * 25_000_001)
    assert refusal("-", stdin=b"").startswith("standard input: empty")


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("text/html; charset=utf-8", page_of("ponte.html")),
        ("text/html; charset=iso-8859-1", page_of("ponte.html")),
        ("text/html", page_of("ponte.html")),
        ("text/html; charset=windows-1252", page_of("ponte.html").decode().encode("cp1252")),
        ("application/xhtml+xml", page_of("ponte.html")),
        ("text/plain", page_of("ponte.html")),
        ("application/octet-stream", page_of("ponte.html")),
    ],
)
def test_a_page_on_the_network_keeps_its_accents_whatever_is_declared(
    server: WebServer, content_type: str, body: bytes
) -> None:
    url = server.page("/articolo", body, content_type)
    draft = read(url)
    assert draft.origin == Origin("page", url)
    assert draft.title == "Riapre il ponte vecchio dopo due anni di lavori"
    assert "è avvenuta ieri mattina" in draft.text
    assert "“Nessuno”" in draft.text
    assert "Ã" not in draft.text


def test_text_and_markdown_on_the_network(server: WebServer) -> None:
    text = read(server.page("/a.txt", TEXT, "text/plain"))
    assert text.text == TEXT.strip()
    for path, content_type in (("/a", "text/markdown"), ("/a.md?raw=1", "text/plain")):
        assert read(server.page(path, f"# Ponte\n\n{TEXT}", content_type)).title == "Ponte"


def test_a_redirected_page_keeps_the_address_it_was_asked_by(server: WebServer) -> None:
    server.page("/2024/06/24/ponte", TEXT * 3, "text/plain")
    url = server.on("/corto", redirect_to("/2024/06/24/ponte"))
    assert read(url).origin.location == url


@pytest.mark.parametrize(
    ("content_type", "body", "words"),
    [
        ("application/pdf", b"%PDF-1.7", "application/pdf, not an article"),
        ("image/png", b"\x89PNG", "image/png, not an article"),
        ("application/rss+xml", b"<rss/>", "a feed"),
        ("text/plain", b"%PDF-1.7\n", "a PDF, not text"),
        ("text/html", b"", "empty"),
        ("text/html", page_of("front.html"), "no article"),
        ("te\x1b[31mxt/x", b"x", "not an article"),
    ],
)
def test_what_is_no_article_on_the_network_is_one_line(
    server: WebServer, content_type: str, body: bytes, words: str
) -> None:
    url = server.page("/x", body, content_type)
    line = refusal(url)
    assert line.startswith(url)
    assert words in line


def test_offline_a_file_opens_and_a_page_does_not(server: WebServer, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert read(str(tmp_path / "a.txt"), offline=True).text
    with pytest.raises(SourceError, match="offline"):
        read(server.page("/x", TEXT), offline=True)
    assert server.seen == []


@pytest.mark.parametrize("location", ["ftp://x.it/a", "gopher://x", "javascript://%0aalert(1)"])
def test_other_schemes_are_refused(location: str) -> None:
    assert "does not open" in refusal(location)


def test_a_missing_file_and_one_that_was_meant_as_a_page(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "manca.txt")).endswith("there is no such file; check the path")
    assert "write https://www.voce.example/a" in refusal("www.voce.example/a")
    assert refusal("").startswith("no name")
    assert "not a valid path" in refusal("a\x00b")
    assert "cannot be read" in refusal("a" * 5_000)
    assert "no such user" in refusal("~nessuno-di-qui/a.txt")
    assert "another machine" in refusal("file://altrove/a.txt")


def test_a_name_with_codes_in_it_is_told_without_them() -> None:
    assert refusal("man\x1b]52;c;QQ==\x07ca\n.txt").startswith("manca .txt: there is no such file")


def test_a_directory_an_empty_file_and_a_binary_one(tmp_path: Path) -> None:
    assert "a directory; give a file in it" in refusal(str(tmp_path))
    (tmp_path / "vuoto.txt").write_bytes(b" \n")
    assert "empty" in refusal(str(tmp_path / "vuoto.txt"))
    (tmp_path / "finto.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    assert "a PNG picture, not text" in refusal(str(tmp_path / "finto.txt"))
    (tmp_path / "invisibile.txt").write_text("\u200b\u202e")
    assert "no text" in refusal(str(tmp_path / "invisibile.txt"))


def test_a_file_of_200_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "enorme.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    begun = time.perf_counter()
    assert "larger than 20 MB" in refusal(str(path))
    assert time.perf_counter() - begun < 0.1


def test_a_pipe_and_a_device_are_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tubo")
    assert "a pipe or a device" in refusal(str(tmp_path / "tubo"))
    assert "a pipe or a device" in refusal(os.devnull)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    path = tmp_path / "segreto.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "may not read it" in refusal(str(path))


def test_invalid_utf8_is_read_with_the_bad_bytes_marked(tmp_path: Path) -> None:
    path = tmp_path / "guasto.txt"
    path.write_bytes(TEXT.encode().replace(b"dopo", b"d\xffpo"))
    assert "d\ufffdpo due anni" in read(str(path)).text
    assert "«È una festa»" in read(str(path)).text


def test_two_megabytes_of_text_open_at_once(tmp_path: Path) -> None:
    path = tmp_path / "lungo.txt"
    path.write_text((TEXT.strip() + " ") * 25_000, encoding="utf-8")
    assert path.stat().st_size > 2_000_000
    begun = time.perf_counter()
    draft = read(str(path))
    assert time.perf_counter() - begun < 1.0
    assert len(draft.paragraphs) == 25_001


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_file_holds_only_a_source_error_comes_out(
    tmp_path: Path, data: bytes, name: str
) -> None:
    (tmp_path / name).write_bytes(data)
    try:
        draft = read(str(tmp_path / name))
    except SourceError as error:
        said = [str(error)]
    else:
        said = [paragraph.span.of(draft.text) for paragraph in draft.paragraphs]
    assert said
    assert all(line.strip() and "\x1b" not in line for line in said)


def test_importing_the_room_pulls_in_nothing_slow() -> None:
    slow = "requests urllib3 trafilatura lxml markdown_it charset_normalizer dateparser xml socket"
    code = (
        "import sys, tui.sources; tui.sources.read(sys.argv[1]);"
        f"print([name for name in '{slow}'.split() if name in sys.modules])"
    )
    seed = Path(__file__).parents[2] / "seeds" / "000_ad6c4d56b9047c82.txt"
    done = subprocess.run(
        [sys.executable, "-c", code, str(seed)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
