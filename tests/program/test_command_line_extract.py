"""`edicola extract`: documents as data, one after the other, whatever else goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import ptyprocess
import pytest

from tests.support.command_line import ROOT, SEED, edicola, environment
from tests.support.web_server import WebServer
from tui.document import Document, from_json

BRIDGE = (
    "Il ponte riapre\n\n"
    "Il ponte riaprirà il 3 maggio 2024. «Abbiamo finito in tempo», "
    "ha detto la sindaca Anna Riva.\n"
)
MARKET = "Il mercato coperto chiude.\n\nDella chiusura si parla da anni, e adesso è una certezza.\n"


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    path = tmp_path / "ponte.txt"
    path.write_text(BRIDGE)
    return path


@pytest.fixture
def market(tmp_path: Path) -> Path:
    path = tmp_path / "mercato.txt"
    path.write_text(MARKET)
    return path


def documents(out: str) -> list[Document]:
    """What was printed, read back by the contract."""
    return [from_json(json.loads(line)) for line in out.splitlines()]


def test_one_source_gives_one_object_on_one_line(tmp_path: Path, bridge: Path) -> None:
    done = edicola(tmp_path, "extract", bridge)
    assert (done.status, done.complaints) == (0, [])
    (document,) = documents(done.out)
    assert document.article.origin.location == str(bridge)
    assert document.article.title == "Il ponte riapre"
    assert document.article.language == "it"
    assert [document.words(quote.span) for quote in document.quotes] == ["Abbiamo finito in tempo"]
    assert [mention.value for mention in document.dates] == ["2024-05-03"]
    assert document.translations == (None,) * len(document.sentences)


def test_on_a_terminal_the_object_is_indented(tmp_path: Path, bridge: Path) -> None:
    terminal = ptyprocess.PtyProcess.spawn(
        [sys.executable, "-m", "tui", "extract", str(bridge)], env=environment(tmp_path)
    )
    shown = b""
    while True:
        try:
            shown += terminal.read()
        except EOFError:
            break
    assert terminal.wait() == 0
    assert shown.startswith(b'{\r\n  "schema": "edicola.document/1",\r\n')
    from_json(json.loads(shown))


def test_several_sources_give_lines_in_the_order_given(
    tmp_path: Path, bridge: Path, market: Path
) -> None:
    done = edicola(tmp_path, "extract", market, bridge, market)
    assert done.status == 0
    origins = [document.article.origin.location for document in documents(done.out)]
    assert origins == [str(market), str(bridge), str(market)]


def test_a_source_that_fails_is_named_and_the_others_printed(
    tmp_path: Path, bridge: Path, market: Path
) -> None:
    done = edicola(tmp_path, "extract", market, "manca.txt", bridge)
    assert done.status == 1
    assert len(documents(done.out)) == 2
    (complaint,) = done.complaints
    assert complaint.startswith("edicola: manca.txt: there is no such file")


def test_an_article_comes_through_a_pipe(tmp_path: Path) -> None:
    done = edicola(tmp_path, "extract", "-", stdin=BRIDGE.encode())
    (document,) = documents(done.out)
    assert (document.article.origin.kind, document.article.origin.location) == ("stdin", "-")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_lines_can_be_asked_for_and_are_the_same(
    tmp_path: Path, bridge: Path, form: str
) -> None:
    assert edicola(tmp_path, "extract", bridge, "--format", form).out.count("\n") == 1


def test_markdown(tmp_path: Path, bridge: Path, market: Path) -> None:
    done = edicola(tmp_path, "extract", bridge, market, "--format", "markdown")
    assert done.status == 0
    assert done.out.startswith("# Il ponte riapre\n\n- Source: ")
    assert "\n\n# Untitled article\n\n" in done.out
    assert "**Anna Riva**" in done.out


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024-04", "2024-04"),
        ("2024-04-30", "2024-04-30"),
        ("30/4/2024", "2024-04-30"),
        ("aprile 2024", "2024-04"),
        ("30 April 2024", "2024-04-30"),
    ],
)
def test_the_articles_date_can_be_given_as_people_write_it(
    tmp_path: Path, market: Path, written: str, value: str
) -> None:
    (document,) = documents(edicola(tmp_path, "extract", market, "--date", written).out)
    assert document.article.published is not None
    assert document.article.published.value == value


def test_a_date_given_on_the_command_line_is_what_dates_are_reckoned_from(tmp_path: Path) -> None:
    article = tmp_path / "ieri.txt"
    article.write_text("Il ponte è stato riaperto ieri, ha detto la sindaca della città.")
    (vague,) = documents(edicola(tmp_path, "extract", article).out)
    assert [mention.earliest for mention in vague.dates] == [None]
    (dated,) = documents(edicola(tmp_path, "extract", article, "--date", "2024-05-04").out)
    assert [mention.value for mention in dated.dates] == ["2024-05-03"]


def test_a_language_that_is_not_recognised_must_be_named(tmp_path: Path) -> None:
    strange = tmp_path / "strano.txt"
    strange.write_text("Der Bürgermeister hat gesagt, dass die Brücke morgen wieder geöffnet wird.")
    done = edicola(tmp_path, "extract", strange)
    assert (done.status, done.out) == (1, "")
    assert done.complaints == [
        (
            f"edicola: {strange}: it seems to be neither Italian nor English; "
            "say which with --language it or en"
        )
    ]
    (document,) = documents(edicola(tmp_path, "extract", strange, "--language", "en").out)
    assert document.article.language == "en"


@pytest.mark.parametrize("what", ["missing", "directory", "empty", "binary", "pipe", "blank"])
def test_bad_input_is_told_in_one_line(tmp_path: Path, what: str) -> None:
    path = tmp_path / what
    if what == "directory":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what != "missing":
        path.write_bytes({"empty": b"", "binary": b"\x7fELF\0\0\1\2", "blank": b" \n \n"}[what])
    done = edicola(tmp_path, "extract", path)
    assert (done.status, done.out) == (1, "")
    (complaint,) = done.complaints
    assert complaint.startswith(f"edicola: {path}: ")


def test_escape_sequences_reach_neither_stream(tmp_path: Path) -> None:
    article = tmp_path / "ostile.txt"
    article.write_text(
        "Il ponte \x1b]52;c;cm0gLXJm\x07 riapre\n\nLa sindaca \x1b[31mha detto\x9b0m che il ponte "
        "\u202eè stato\u202c riaperto ieri mattina, e che la città è contenta.\n"
    )
    for form in ("json", "markdown"):
        named = ("no\x1b]0;x\x07.txt", "--config", "no\x1b[2J\u202e.toml")
        done = edicola(tmp_path, "extract", article, *named, "--format", form)
        assert done.status == 1
        for stream in (done.out, done.err):
            assert not set("\x1b\x07\x9b\u202e") & set(stream)
        assert "ha detto" in done.out


def test_a_page_is_fetched_and_not_when_offline(tmp_path: Path) -> None:
    article = "".join(
        f"<p>La sindaca Anna Riva ha detto che il ponte numero {n} della città sarà riaperto "
        "entro l’anno, dopo i lavori che sono durati più del previsto.</p>"
        for n in range(8)
    )
    page = f"<html lang=it><head><title>Ponti</title></head><body><article>{article}"
    with WebServer() as server:
        url = server.page("/ponti", page)
        refused = edicola(tmp_path, "extract", url, "--offline")
        assert server.seen == []
        done = edicola(tmp_path, "extract", url, server.url("/niente"))
    assert refused.status == 1
    assert len(refused.complaints) == 1
    assert done.status == 1
    (document,) = documents(done.out)
    assert document.article.origin.kind == "page"
    assert "numero 7" in document.text
    (complaint,) = done.complaints
    assert "404" in complaint


def test_a_password_in_an_address_is_not_repeated(tmp_path: Path) -> None:
    done = edicola(tmp_path, "extract", "http://anna:segreta@127.0.0.1:9/x", "--offline")
    assert done.status == 1
    assert "segreta" not in done.err


def test_extracting_writes_nothing_and_imports_nothing_slow(tmp_path: Path) -> None:
    code = (
        "import sys; from tui.cli import main; status = main(sys.argv[1:]);"
        "slow = ('textual', 'rich', 'requests', 'dateparser', 'trafilatura', 'lxml', 'markdown_it',"
        " 'deep_translator', 'charset_normalizer', 'sqlite3', 'tomllib', 'asyncio');"
        "print(status, [m for m in slow if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "extract", SEED],
        env=environment(tmp_path),
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stderr == "0 []\n"
    assert list(tmp_path.iterdir()) == []
