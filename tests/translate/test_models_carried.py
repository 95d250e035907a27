"""Models from a folder or a file; packages and packed files that are not to be trusted."""

from __future__ import annotations

import json
import re
import stat
import zipfile
from pathlib import Path

import pytest

from tests.support.command_line import Outcome, edicola
from tests.support.local_engines import FIREFOX, MODEL_FILE, PACKAGE, VOCABULARY, firefox_folder
from tui.translate.models.errors import ModelsError
from tui.translate.models.packages import read_package, unpack

MODEL = (FIREFOX / MODEL_FILE).read_bytes()


def install(home: Path, origin: str | Path, *more: str) -> Outcome:
    return edicola(home, "models", "install", "it-en", "--from", origin, *more)


def installed(home: Path) -> Path:
    return home / ".local" / "share" / "edicola" / "models" / "firefox" / "it-en"


def test_a_stick_is_installed_from_or_used_where_it_is(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    firefox_folder(stick)
    assert install(tmp_path, stick).status == 0
    assert (installed(tmp_path) / MODEL_FILE).read_bytes() == MODEL
    home = tmp_path / "other"
    home.mkdir()
    (home / "s.toml").write_text(f'[translation]\nmodel_folders = ["{stick}"]\n')
    listed = edicola(home, "models", "list", "--config", "s.toml")
    assert str(stick / "it-en") in listed.out
    kept = edicola(home, "models", "remove", "it-en", "--config", "s.toml")
    assert kept.status == 1
    assert "not ours to remove" in kept.complaints[0]


def test_a_damaged_stick_is_named(tmp_path: Path) -> None:
    folder = firefox_folder(tmp_path / "stick")
    (folder / "SHA256SUMS").write_text(f"{'0' * 64}  {MODEL_FILE}\n")
    done = install(tmp_path, tmp_path / "stick")
    assert "is damaged" in done.complaints[-1]
    (folder / VOCABULARY).unlink()
    done = install(tmp_path, tmp_path / "stick")
    assert "not whole" in done.complaints[-1]
    (tmp_path / "empty").mkdir()
    assert "no model for" in install(tmp_path, tmp_path / "empty").complaints[-1]
    assert "no such file" in install(tmp_path, tmp_path / "nowhere").complaints[-1]


def test_an_argos_package_is_installed_from_its_file(tmp_path: Path) -> None:
    done = install(tmp_path, PACKAGE)
    assert done.status == 0
    place = tmp_path / ".local" / "share" / "edicola" / "models" / "argos" / "it_en"
    assert (place / "sentencepiece.model").is_file()
    assert "argos" in edicola(tmp_path, "models", "list").out
    other = edicola(tmp_path, "models", "install", "en-it", "--from", PACKAGE)
    assert "another pair" in other.complaints[-1]


def package(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    meta = json.dumps({"from_code": "it", "to_code": "en"}).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in (("it_en/metadata.json", meta), *entries):
            out.writestr(name, content)
    return path


def link(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "it_en/../../evil",
        "/etc/evil",
        "it_en\\..\\evil",
        "C:/evil",
        link("it_en/model", stat.S_IFLNK | 0o777),
        link("it_en/pipe", stat.S_IFIFO | 0o600),
    ],
)
def test_a_package_that_would_leave_its_folder_is_refused(
    name: str | zipfile.ZipInfo, tmp_path: Path
) -> None:
    bad = package(tmp_path / "bad.argosmodel", (name, b"/etc"))
    with pytest.raises(ModelsError, match="leave its folder"):
        read_package(bad)
    with pytest.raises(ModelsError, match="leave its folder"):
        unpack(bad, tmp_path / "out", lambda *_: None)
    done = install(tmp_path, bad)
    assert (done.status, len(done.complaints)) == (1, 1)
    assert not (tmp_path / "evil").exists()
    assert not list(tmp_path.rglob("evil"))


def test_zip_bombs_and_damaged_zips_are_refused(tmp_path: Path) -> None:
    bomb = package(tmp_path / "bomb.argosmodel", ("it_en/model/model.bin", b"\0" * 30_000_000))
    with pytest.raises(ModelsError, match="zip bomb"):
        read_package(bomb)
    many = package(tmp_path / "m.argosmodel", *((f"it_en/{n}", b"") for n in range(2001)))
    with pytest.raises(ModelsError, match="too many files"):
        read_package(many)
    two = package(tmp_path / "two.argosmodel", ("other/file", b""))
    with pytest.raises(ModelsError, match="not one folder"):
        read_package(two)
    content = PACKAGE.read_bytes()
    for number, broken in enumerate(
        (b"", b"not a zip", content[:1000], content[:-30], content[:5000] + content[9000:])
    ):
        path = tmp_path / f"{number}.argosmodel"
        path.write_bytes(broken)
        done = install(tmp_path, path)
        assert (done.status, len(done.complaints)) == (1, 1)
        assert re.search("no Argos package|damaged", done.complaints[0])


def test_an_entry_that_holds_more_than_it_says_is_refused(tmp_path: Path) -> None:
    path = package(tmp_path / "lie.argosmodel", ("it_en/model.bin", b"a" * 5000))
    content = path.read_bytes()
    path.write_bytes(content.replace((5000).to_bytes(4, "little"), (50).to_bytes(4, "little")))
    with pytest.raises(ModelsError):
        unpack(path, tmp_path / "out", lambda *_: None)


def test_a_place_that_cannot_be_written_costs_one_line(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o500)
    done = edicola(home, "models", "install", "it-en", "--from", PACKAGE, obeying=True)
    home.chmod(0o700)
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "ermission denied" in done.complaints[0]


def test_zstandard_is_unpacked_by_the_engine_in_a_process_of_its_own(tmp_path: Path) -> None:
    from tui.translate.models.zstd import unpack_zstd

    # A frame of one stored block, as RFC 8878 writes it: magic, header, block, no checksum.
    content = b"parole " * 20
    frame = b"\x28\xb5\x2f\xfd\x20" + bytes([len(content)])
    frame += ((len(content) << 3) | 1).to_bytes(3, "little") + content
    (tmp_path / "a.zst").write_bytes(frame)
    unpack_zstd(tmp_path / "a.zst", tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == content
    (tmp_path / "b.zst").write_bytes(frame[:-9])
    with pytest.raises(ModelsError, match="damaged"):
        unpack_zstd(tmp_path / "b.zst", tmp_path / "b")
