"""Dictionaries that are broken, lie or mean harm cost one line, and the others go on."""

from __future__ import annotations

import gzip
import os
import random
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.dictionaries import ITALIAN, dictd, number, stardict
from tui.lookup import Shelf
from tui.lookup.dictd import UNSORTED_MOST

Spoil = Callable[[Path], object]


def bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = b"\0" * (1 << 20)
    return b"".join(packer.compress(zeros) for _ in range(size >> 20)) + packer.flush()


def cut(path: Path, keep: float = 0.5) -> None:
    os.truncate(path, int(path.stat().st_size * keep))


def write(name: str, content: bytes) -> Spoil:
    return lambda folder: (folder / name).write_bytes(content)


def instead(name: str, other: str) -> Spoil:
    """A bomb under another name."""

    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        (folder / other).parent.mkdir(exist_ok=True)
        (folder / other).write_bytes(bomb(100 << 20))

    return spoil


DICTD: dict[str, tuple[Spoil, str]] = {
    "the body is cut": (lambda f: cut(f / "bad.dict.dz"), "damaged"),
    "the body is empty": (write("bad.dict.dz", b""), "not a gzip file"),
    "the body is something else": (write("bad.dict.dz", b"<html>" * 99), "not a gzip file"),
    "the body is a bomb": (write("bad.dict.dz", bomb(100 << 20)), "more than 64 MB when unpacked"),
    "offsets lie": (write("bad.index", b"ponte\t//////\tB\n"), "not where it says"),
    "lengths lie": (write("bad.index", f"ponte\t{number(10**9)}\t{number(10**12)}\n".encode()),
                    "not where it says"),
    "the index is something else": (write("bad.index", b"\x89PNG\r\n\n\xff\xfe" * 99),
                                    "not an index of dictd"),
    "the index is in UTF-16": (write("bad.index", "ponte\tA\tB\n".encode("utf-16")),
                               "not an index of dictd"),
    "the index is large and out of order": (
        lambda f: (f / "bad.index").write_bytes(
            b"".join(b"%d\tA\tB\n" % (n * 7919 % 999_983) for n in range(UNSORTED_MOST // 9))),
        "not sorted"),
}  # fmt: skip
STARDICT: dict[str, tuple[Spoil, str]] = {
    "the ifo is something else": (write("bad.ifo", b"\0" * 99), "not a dictionary of StarDict"),
    "the ifo says 48 bits": (
        write("bad.ifo", b"StarDict's dict ifo file\nidxoffsetbits=48\n"), "neither 32 nor 64"),
    "the index is cut": (lambda f: cut(f / "bad.idx", 0.9), "damaged (an entry has no end)"),
    "the index is missing": (lambda f: (f / "bad.idx").unlink(), "no such file"),
    "the index has no ends": (write("bad.idx", b"a" * 5000), "damaged (an entry has no end)"),
    "offsets lie": (write("bad.idx", b"ponte\0" + struct.pack(">II", 2**31, 2**31)),
                    "not where it says"),
    "the body is missing": (lambda f: (f / "bad.dict").unlink(), "no such file"),
    "the packed index is a bomb": (instead("bad.idx", "bad.idx.gz"), "when unpacked"),
    "the body is a folder": (instead("bad.dict", "bad.dict/x"), "not a file"),
}  # fmt: skip


def asked(folder: Path, spoil: Spoil, problem: str) -> None:
    """Spoil the dictionary `bad`: `good` still answers, one line tells, and tells it once."""
    spoil(folder)
    shelf = Shelf([folder], lambda _: None)
    started = time.perf_counter()
    for _ in range(2):
        answer = shelf.look_up("ponte", "it")
        assert [entry.article.senses for entry in answer.entries] == [("bridge",)]
        (line,) = answer.problems
        assert problem in line
        assert str(folder / "bad") in line
        assert "\n" not in line
        assert answer.dictionaries == 1
    assert time.perf_counter() - started < 5
    shelf.close()


@pytest.mark.parametrize(("spoil", "problem"), DICTD.values(), ids=DICTD)
def test_a_damaged_dictionary_of_dictd(tmp_path: Path, spoil: Spoil, problem: str) -> None:
    dictd(tmp_path, "bad", {"ponte": "ponte\nwrong\n" * 400})
    dictd(tmp_path, "good", ITALIAN)
    asked(tmp_path, spoil, problem)


@pytest.mark.parametrize(("spoil", "problem"), STARDICT.values(), ids=STARDICT)
def test_a_damaged_dictionary_of_stardict(tmp_path: Path, spoil: Spoil, problem: str) -> None:
    stardict(tmp_path, "bad", {"ponte": b"wrong", "zzz": b"wrong"})
    dictd(tmp_path, "good", ITALIAN)
    asked(tmp_path, spoil, problem)


def test_bytes_changed_at_random_never_raise(tmp_path: Path) -> None:
    dictd(tmp_path / "a", "a", ITALIAN)
    stardict(tmp_path / "b", "b", {w: t.encode() for w, t in ITALIAN.items()}, types="x")
    pick = random.Random(7)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    whole = {path: path.read_bytes() for path in files}
    for _ in range(300):
        path = pick.choice(files)
        content = bytearray(whole[path])
        for _ in range(pick.randint(1, 6)):
            content[pick.randrange(len(content))] = pick.randrange(256)
        path.write_bytes(content[: pick.choice([len(content), pick.randrange(len(content))])])
        shelf = Shelf([tmp_path / "a", tmp_path / "b"], lambda _: None)
        for word in ("ponte", "governi", "perche'"):
            answer = shelf.look_up(word, "it")
            for entry in answer.entries:
                assert all(sense.isprintable() for sense in entry.article.senses)
        shelf.close()
        path.write_bytes(whole[path])


def test_a_file_cut_while_it_is_open_is_one_line(tmp_path: Path) -> None:
    words = {f"parola{n:06}": f"parola{n:06}\nword {n}\n" for n in range(40_000)}
    index = dictd(tmp_path, "bad", words, packed=False)
    shelf = Shelf([tmp_path], lambda _: None)
    assert shelf.look_up("parola000001", "it").entries
    os.truncate(index, 100)
    assert shelf.look_up("parola030000", "it").entries == ()
    shelf.close()


def test_one_hundred_megabytes_are_opened_and_searched_in_a_moment(tmp_path: Path) -> None:
    filler = "x" * 230
    index = dictd(tmp_path, "ita-eng", {"ponte": "ponte\nbridge\n"}, packed=False)
    with index.open("a") as file:
        file.writelines(f"z{n:07}{filler}\tA\tB\n" for n in range(430_000))
    assert index.stat().st_size > 100_000_000
    shelf = Shelf([tmp_path], lambda _: None)
    started = time.perf_counter()
    assert shelf.look_up("ponte", "it").lemma == "ponte"
    assert time.perf_counter() - started < 0.5
    shelf.close()


def test_an_article_of_a_hundred_thousand_lines_is_kept_short(tmp_path: Path) -> None:
    dictd(tmp_path, "ita-eng", {"ponte": "ponte\n" + "1. bridge\n" * 100_000})
    shelf = Shelf([tmp_path], lambda _: None)
    (entry,) = shelf.look_up("ponte", "it").entries
    assert len(entry.article.senses) == 200
    shelf.close()


@pytest.mark.parametrize("kind", "xhgw")
@pytest.mark.parametrize("unit", [b"<", b"<a ", b"<k>", b"[[", b"&", b"<script>", b"<tr>", b"'''"])
def test_markup_without_an_end_takes_linear_time(tmp_path: Path, kind: str, unit: bytes) -> None:
    stardict(tmp_path, "bad", {"ponte": (unit * 250_000)[:250_000]}, types=kind)
    shelf = Shelf([tmp_path], lambda _: None)
    started = time.perf_counter()
    shelf.look_up("ponte", "it")
    assert time.perf_counter() - started < 2
    shelf.close()


def test_names_that_are_no_dictionaries_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "alone.index").write_text("ponte\tA\tB\n")
    (tmp_path / "note.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.ifo").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.ifo")
    shelf = Shelf([tmp_path, tmp_path / "missing", tmp_path / "note.txt"], lambda _: None)
    answer = shelf.look_up("ponte", "it")
    assert answer.dictionaries == 0
    assert [line.rsplit(": ", 1)[1] for line in answer.problems] == [
        "no such file or directory",
        "not a file",
        "no such file or directory",
        "not a file",
        "not a directory",
    ]
    shelf.close()


def test_gzip_that_is_cut_says_so(tmp_path: Path) -> None:
    dictd(tmp_path, "good", ITALIAN)
    dictd(tmp_path, "bad", {"ponte": "ponte\nwrong\n"})
    whole = gzip.compress(b"ponte\nwrong\n" * 1000)
    asked(tmp_path, write("bad.dict.dz", whole[:-30]), "it ends too soon")


def test_a_dictionary_in_latin_1_is_read(tmp_path: Path) -> None:
    body = "perché\nwhy: è\n".encode("cp1252")
    (tmp_path / "ita-eng.index").write_bytes(f"perché\tA\t{number(len(body))}\n".encode("cp1252"))
    (tmp_path / "ita-eng.dict").write_bytes(body)
    shelf = Shelf([tmp_path], lambda _: None)
    (entry,) = shelf.look_up("perché", "it").entries
    assert (entry.headword, entry.article.senses) == ("perché", ("why: è",))
    shelf.close()


def test_a_folder_one_may_not_enter_is_passed_over(tmp_path: Path) -> None:
    from tests.support.command_line import edicola
    from tests.support.reading import settings

    own = tmp_path / "own"
    dictd(own, "ita-eng", ITALIAN)
    own.chmod(0o400)
    try:
        settings(tmp_path, f'[lookup]\nsystem_folders = ["{own}", "~nobody-here/x"]\n')
        done = edicola(tmp_path, "lookup", "ponte", obeying=True)
        assert done.status == 1
        assert all("Traceback" not in line for line in done.complaints)
    finally:
        own.chmod(0o700)


def test_codes_in_names_of_files_and_dictionaries_stay_out(tmp_path: Path) -> None:
    bad = tmp_path / "bad\x1b[31m.ifo"
    bad.write_bytes(b"nothing")
    dictd(tmp_path, "ita-eng\x1b[31m", ITALIAN, title="Our\x1b[31ms \u202eevil")
    answer = Shelf([tmp_path], lambda _: None).look_up("ponte", "it")
    assert [entry.dictionary for entry in answer.entries] == ["Ours evil"]
    assert all(problem.isprintable() for problem in answer.problems)
    assert len(answer.problems) == 1
