"""`edicola translate`, `memory` and `engines`: who is asked, with whose agreement, what is kept."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import ptyprocess
import pytest

from tests.support.command_line import SEED, Outcome, edicola, environment, interruptible
from tests.support.reading import remember
from tests.support.translation_server import Fault, TranslationServer, rot13
from tui.document import State, from_json

FIRST = "Il ponte della città è stato riaperto."
SECOND = "La sindaca ha detto che i lavori sono finiti in tempo."
ARTICLE = f"{FIRST} {SECOND}\n\nDella vecchia strada non si sa ancora niente.\n"
THIRD = "Della vecchia strada non si sa ancora niente."


@pytest.fixture
def server() -> Iterator[TranslationServer]:
    with TranslationServer() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, server: TranslationServer) -> Path:
    """A home whose settings know one engine, the server, and no other."""
    settings = tmp_path / ".config" / "edicola" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        '[translation]\nengines = ["libre"]\npace = 0\nread_seconds = 5\n'
        f'libre_address = "{server.url}"\nkeys.libre = "top-secret"\n'
    )
    (tmp_path / "articolo.txt").write_text(ARTICLE)
    return tmp_path


def translate(home: Path, *options: str | Path) -> Outcome:
    return edicola(home, "translate", "articolo.txt", "--to", "en", *options)


def test_the_article_that_ships_is_translated_with_no_network_at_all(tmp_path: Path) -> None:
    done = edicola(tmp_path, "translate", SEED, "--to", "en", "--offline")
    assert (done.status, done.complaints) == (0, [])
    assert done.out.startswith("The United States and Russia")
    assert "[not translated]" not in done.out
    value = json.loads(edicola(tmp_path, "extract", SEED, "--translate", "en", "--offline").out)
    states = {sentence["translation"]["state"] for sentence in value["sentences"]}
    assert states == {"remembered"}


def test_nothing_is_sent_before_the_reader_has_agreed(
    home: Path, server: TranslationServer
) -> None:
    done = translate(home)
    assert server.seen == []
    assert done.status == 1
    marked = [f"[not translated] {sentence}" for sentence in (FIRST, SECOND, THIRD)]
    assert done.out == "{} {}\n\n{}\n".format(*marked)
    (complaint,) = done.complaints
    assert complaint.startswith("edicola: articolo.txt: 3 of 3 sentences not translated: ")
    assert server.host in complaint
    assert "--agree" in complaint


def test_what_is_to_be_read_with_care_is_counted(home: Path) -> None:
    remember(
        home,
        [
            (FIRST, "The bridge was reopened in 1987."),
            (SECOND, "The mayor said that the works were finished in time."),
            ("Della vecchia strada non si sa, ancora, niente.", "Of the old road nobody knows."),
        ],
        engine="apertium",
    )
    done = translate(home, "--offline")
    assert done.status == 0
    (complaint,) = done.complaints
    assert complaint == (
        "edicola: articolo.txt: of 3 translated sentences, "
        "1 flagged (a number, date, name or quotation mark differs), "
        "3 rough (translated by rules), "
        "1 adapted (remembered with other numbers or signs)"
    )
    value = json.loads(
        edicola(home, "extract", "articolo.txt", "--translate", "en", "--offline").out
    )
    made = [sentence["translation"] for sentence in value["sentences"]]
    assert made[0]["flags"] == [{"kind": "number", "change": "invented", "text": "1987"}]
    assert [each["rough"] for each in made] == [True] * 3
    assert [each["adapted"] for each in made] == [False, False, True]
    assert "offline" in made[0]["passed"][0]
    assert from_json(value).translations[2] is not None


def test_an_agreement_is_remembered_and_so_is_the_translation(
    home: Path, server: TranslationServer
) -> None:
    done = translate(home, "--agree")
    assert (done.status, done.complaints) == (0, [])
    assert done.out == f"{rot13(FIRST)} {rot13(SECOND)}\n\n{rot13(THIRD)}\n"
    assert sorted(server.sentences) == sorted([FIRST, SECOND, THIRD])
    # The same article again asks nobody; another one needs no second agreement.
    assert translate(home, "--offline").out == done.out
    assert len(server.sentences) == 3
    (home / "articolo.txt").write_text(ARTICLE + "\nPer adesso il traffico resta deviato a nord.\n")
    assert translate(home).status == 0
    assert server.sentences[3:] == ["Per adesso il traffico resta deviato a nord."]


def test_offline_sends_nothing_even_with_an_agreement(
    home: Path, server: TranslationServer
) -> None:
    done = translate(home, "--offline", "--agree")
    assert done.status == 1
    assert server.seen == []
    assert "offline" in done.complaints[0]


def in_a_terminal(home: Path, answer: bytes, *arguments: str) -> tuple[int, str]:
    """Run the program in a pseudo-terminal and answer its question, which must come."""
    terminal = ptyprocess.PtyProcess.spawn(
        [sys.executable, "-m", "tui", *arguments], env=environment(home), cwd=str(home)
    )
    shown = b""
    asked = False
    while True:
        try:
            shown += terminal.read()
        except EOFError:
            break
        if b"[y/N]" in shown and not asked:
            asked = True
            terminal.write(answer)
    assert asked
    return terminal.wait(), shown.decode().replace("\r\n", "\n")


def test_on_a_terminal_it_asks_naming_the_host(home: Path, server: TranslationServer) -> None:
    status, shown = in_a_terminal(home, b"n\n", "translate", "articolo.txt", "--to", "en")
    assert status == 1
    assert f"Send the text to {server.host} (LibreTranslate) to have it translated? [y/N]" in shown
    assert server.seen == []
    status, shown = in_a_terminal(home, b"y\n", "translate", "articolo.txt", "--to", "en")
    assert status == 0
    assert rot13(FIRST) in shown
    assert translate(home).status == 0


def test_a_server_that_fails_loses_no_sentence(home: Path, server: TranslationServer) -> None:
    server.fault = Fault.FORBIDDEN
    done = translate(home, "--agree")
    assert done.status == 1
    assert done.out.count("[not translated]") == 3
    assert "top-secret" not in done.out + done.err
    printed = edicola(home, "extract", "articolo.txt", "--translate", "en")
    assert printed.status == 0
    document = from_json(json.loads(printed.out))
    assert document.tally()[State.FAILED] == 3
    assert all(each and each.reason for each in document.translations)
    (complaint,) = printed.complaints
    assert "3 of 3 sentences not translated" in complaint


def test_an_article_that_is_in_the_language_already_is_printed_as_it_is(home: Path) -> None:
    done = edicola(home, "translate", "articolo.txt", "--to", "it")
    assert (done.status, done.complaints) == (0, [])
    assert done.out == ARTICLE
    printed = edicola(home, "extract", "articolo.txt", "--translate", "it")
    document = from_json(json.loads(printed.out))
    assert document.tally()[State.SAME] == 3


def test_several_articles_go_on_after_one_that_fails(home: Path, server: TranslationServer) -> None:
    done = edicola(
        home, "translate", "manca.txt", "articolo.txt", "articolo.txt", "--to", "en", "--agree"
    )
    assert done.status == 1
    whole = f"{rot13(FIRST)} {rot13(SECOND)}\n\n{rot13(THIRD)}\n"
    assert done.out == f"{whole}\n{whole}"
    assert len(done.complaints) == 1
    assert len(server.sentences) == 3


def test_control_c_leaves_at_once_and_quietly(home: Path, server: TranslationServer) -> None:
    server.fault = Fault.HANG
    child = subprocess.Popen(
        [sys.executable, "-m", "tui", "translate", "articolo.txt", "--to", "en", "--agree"],
        cwd=home,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=interruptible,  # noqa: PLW1509 (one system call)
    )
    assert server.arrived.wait(20)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=3)
    assert (child.returncode, out, err) == (130, b"", b"")


def test_a_memory_of_ones_own_is_imported_used_and_exported(
    home: Path, tmp_path: Path, server: TranslationServer
) -> None:
    unit = '<tu><tuv xml:lang="{}"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>'
    pairs = [
        ("it-IT", FIRST, "en-GB", "The city’s bridge has been reopened."),
        ("en", "The work was finished on time, said the mayor.", "it", SECOND),
        ("it", "Solo", "fr", "Seul"),
    ]
    mine = tmp_path / "mia.tmx"
    mine.write_text(
        '<?xml version="1.0"?><tmx version="1.4"><header/><body>'
        + "".join(unit.format(*pair) for pair in pairs)
        + "</body></tmx>"
    )
    done = edicola(home, "memory", "import", "mia.tmx")
    assert (done.status, done.complaints) == (0, [])
    assert done.out.startswith("2 sentence pairs remembered, 1 units")
    text = translate(home, "--offline").out
    assert text.startswith(
        "The city’s bridge has been reopened. The work was finished on time, said the mayor.\n"
    )
    assert server.seen == []
    exported = edicola(home, "memory", "export", "tutta.tmx")
    assert exported.status == 0
    there = (home / "tutta.tmx").read_text()
    assert "The city’s bridge has been reopened." in there
    other = tmp_path / "altrove"
    other.mkdir()
    assert edicola(other, "memory", "import", home / "tutta.tmx").status == 0


def engine_line(outcome: Outcome, name: str) -> str:
    (line,) = [line for line in outcome.out.splitlines() if line.startswith(f"{name} ")]
    return line


def test_engines_says_who_is_ready_and_what_is_missing(
    home: Path, server: TranslationServer
) -> None:
    before = edicola(home, "engines")
    assert (before.status, before.complaints) == (0, [])
    assert "needs consent" in engine_line(before, "libre")
    assert "not chosen" in engine_line(before, "google")
    assert "offline" in engine_line(edicola(home, "engines", "--offline"), "libre")
    translate(home, "--agree")
    ready = edicola(home, "engines")
    assert engine_line(ready, "libre").split()[1:3] == ["ready", server.host]
    assert "top-secret" not in before.out + ready.out
    withdrawn = edicola(home, "engines", "--forget", server.host)
    assert withdrawn.status == 0
    assert "needs consent" in engine_line(withdrawn, "libre")
    again = edicola(home, "engines", "--forget", server.host)
    assert again.status == 1
    assert len(again.complaints) == 1


def test_in_a_read_only_home_everything_works_and_says_what_is_not_kept(
    tmp_path: Path, server: TranslationServer
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "articolo.txt").write_text(ARTICLE)
    home.chmod(0o500)
    libre = {"EDICOLA_LIBRE_ADDRESS": server.url}
    done = edicola(
        home, "translate", "articolo.txt", "--to", "en", "--engine", "libre", "--agree",
        extra=libre, obeying=True,
    )  # fmt: skip
    assert done.status == 0
    assert done.out.startswith(rot13(FIRST))
    assert len(done.complaints) == 2
    for complaint in done.complaints:
        assert complaint.endswith("cannot be written: permission denied; this session is not kept")
    home.chmod(0o700)
    assert [path.name for path in home.iterdir()] == ["articolo.txt"]


def test_damaged_databases_are_moved_aside_and_told(home: Path) -> None:
    data = home / ".local" / "share" / "edicola"
    data.mkdir(parents=True)
    for name in ("memory.sqlite", "state.sqlite"):
        (data / name).write_text("questo non è un database " * 50)
    done = edicola(home, "translate", SEED, "--to", "en")
    assert done.status == 0
    assert sorted(path.name for path in data.glob("*.broken-*")) == [
        "memory.sqlite.broken-1",
        "state.sqlite.broken-1",
    ]
    assert len(done.complaints) == 2
    assert edicola(home, "translate", SEED, "--to", "en").complaints == []


def test_two_programs_translate_at_once_into_one_memory(
    home: Path, server: TranslationServer
) -> None:
    names = []
    for number in range(2):
        name = f"articolo{number}.txt"
        (home / name).write_text(f"{ARTICLE}\nQuesta è la frase numero {number} del giornale.\n")
        names.append(name)
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "tui", "translate", name, "--to", "en", "--agree"],
            cwd=home,
            env=environment(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    outs = []
    for child in children:
        out, err = child.communicate(timeout=60)
        assert (child.returncode, err) == (0, "")
        outs.append(out)
    for name, out in zip(names, outs, strict=True):
        again = edicola(home, "translate", name, "--to", "en", "--offline")
        assert (again.status, again.out) == (0, out)
