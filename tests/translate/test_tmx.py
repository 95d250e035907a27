"""TMX files: those of other programs, those that are broken, and our own there and back."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.document import Language
from tui.sanitize import sanitize_line
from tui.translate import Memory, TmxError
from tui.translate.tmx import TmxReader, Unit, write_tmx

HEAD = '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="it-IT"/><body>\n'
FOOT = "</body></tmx>"


def read(xml: str | bytes) -> tuple[list[Unit], int]:
    reader = TmxReader()
    data = xml.encode() if isinstance(xml, str) else xml
    return list(reader.units(BytesIO(data))), reader.skipped


def unit(first: str, second: str, attributes: str = "") -> str:
    return f"<tu{attributes}>{first}{second}</tu>\n"


def tuv(code: str, words: str) -> str:
    return f'<tuv xml:lang="{code}"><seg>{words}</seg></tuv>'


def test_regions_and_either_order_are_understood() -> None:
    xml = (
        HEAD
        + unit(tuv("it-IT", "Il gatto."), tuv("en-GB", "The cat."))
        + unit(tuv("EN_us", "The dog."), tuv("IT", "Il cane."))
        + unit(tuv("en", "The bird."), tuv("it", "L’uccello."), ' srclang="en-US"')
        + unit(tuv("en", "The fish."), tuv("it", "Il pesce."), ' srclang="*all*"')
        + FOOT
    )
    assert read(xml) == (
        [
            Unit("it", "Il gatto.", "The cat."),
            Unit("it", "Il cane.", "The dog."),
            Unit("en", "The bird.", "L’uccello."),
            Unit("en", "The fish.", "Il pesce."),
        ],
        0,
    )


def test_codes_of_other_programs_are_dropped_and_words_are_kept() -> None:
    words = (
        "Il <bpt i='1'>&lt;b&gt;</bpt>gatto<ept i='1'>&lt;/b&gt;</ept><ph x='2'>{1}</ph> "
        "<hi>nero</hi><bpt i='3'>a<sub>nota</sub></bpt>."
    )
    units, _ = read(HEAD + unit(tuv("it", words), tuv("en", "The black cat.")) + FOOT)
    assert units == [Unit("it", "Il gatto nero.", "The black cat.")]


def test_notes_and_properties_are_not_taken_for_words() -> None:
    extra = "<note>nota</note><prop type='x-project'>segreto</prop>"
    units, _ = read(HEAD + unit(extra + tuv("it", "Sì."), tuv("en", "Yes.")) + FOOT)
    assert units == [Unit("it", "Sì.", "Yes.")]


def test_units_without_both_languages_are_counted() -> None:
    xml = (
        HEAD
        + unit(tuv("it", "Solo."), "")
        + unit(tuv("it", "Nur."), tuv("de", "Nur."))
        + unit(tuv("it", "Vuoto."), tuv("en", "  "))
        + unit(tuv("it", "Lungo. " * 20_000), tuv("en", "Long."))
        + unit(tuv("it", "Bene."), tuv("en", "Fine.") + tuv("en-US", "OK."))
        + FOOT
    )
    assert read(xml) == ([Unit("it", "Bene.", "Fine.")], 4)


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_declared_encodings_are_read(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    xml = HEAD.replace('"1.0"', f'"1.0" encoding="{declared}"')
    xml += unit(tuv("it", "Perché è così."), tuv("en", "Why.")) + FOOT
    assert read(xml.encode(encoding))[0] == [Unit("it", "Perché è così.", "Why.")]


def test_control_codes_never_reach_the_memory() -> None:
    bad = "Il\u202e gatto\u009b31m &#x9b;2J&#x85;nero."
    units, _ = read(HEAD + unit(tuv("it", bad), tuv("en", "A\u200bcat.")) + FOOT)
    assert [sanitize_line(u.sentence) == u.sentence for u in units] == [True]
    assert units[0].translation == "Acat."


def test_a_file_that_defines_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    xml = HEAD.replace("<tmx", bomb + "<tmx") + unit(tuv("it", "&b;"), tuv("en", "&b;")) + FOOT
    with pytest.raises(TmxError, match="entities of its own"):
        read(xml)
    with pytest.raises(TmxError):
        read(xml.replace('<!ENTITY a "ha">', '<!ENTITY % a SYSTEM "file:///etc/passwd">'))
    outside = xml.replace(bomb, '<!DOCTYPE tmx SYSTEM "tmx14.dtd">').replace("&b;", "ha")
    assert read(outside)[0] == [Unit("it", "ha", "ha")]


def test_of_a_broken_file_everything_before_the_break_is_kept(tmp_path: Path) -> None:
    good = "".join(unit(tuv("it", f"Frase {n}."), tuv("en", f"Line {n}.")) for n in range(1200))
    path = tmp_path / "broken.tmx"
    path.write_text(HEAD + good + "<tu><tuv></seg>")
    memory = Memory(tmp_path / "m.sqlite")
    imported = memory.import_tmx(path)
    assert imported.kept == 1200
    assert imported.problem is not None
    assert "line 1203" in imported.problem
    assert "1200 units before it were kept" in imported.problem
    assert len(memory.look_up([f"Frase {n}." for n in range(1200)], "it", "en")) == 1200


@pytest.mark.parametrize(
    "data", [b"", b"plain words", b"\x00\x01\x02", b"<html><p>no", b"\xff\xfe<"]
)
def test_what_is_no_tmx_gives_one_line(data: bytes) -> None:
    with pytest.raises(TmxError) as caught:
        read(data)
    assert str(caught.value).startswith("line ")
    assert "\n" not in str(caught.value)


LINES = st.text(st.characters(exclude_categories=["Cs"])).map(sanitize_line).filter(str.strip)
LANGUAGES: st.SearchStrategy[Language] = st.sampled_from(["it", "en"])
UNITS = st.builds(
    Unit, LANGUAGES, LINES, LINES, st.none() | st.sampled_from(["google", "a<b>&\"c'"])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(UNITS, max_size=12))
def test_export_then_import_is_identity(
    tmp_path_factory: pytest.TempPathFactory, units: list[Unit]
) -> None:
    path = tmp_path_factory.mktemp("tmx") / "memory.tmx"
    assert write_tmx(path, units) == len(units)
    assert read(path.read_bytes()) == (units, 0)


def test_a_file_is_replaced_whole_or_left_as_it_was(tmp_path: Path) -> None:
    path, old = tmp_path / "memory.tmx", tmp_path / "old.tmx"
    write_tmx(path, [Unit("it", "Uno.", "One.")])
    before = path.read_bytes()
    old.hardlink_to(path)

    def units() -> Iterator[Unit]:
        yield Unit("it", "Due.", "Two.")
        raise OSError(28, "No space left on device")

    with pytest.raises(TmxError, match="no space left on device; nothing was changed"):
        write_tmx(path, units())
    assert path.read_bytes() == before
    write_tmx(path, [Unit("it", "Due.", "Two.")])
    assert old.read_bytes() == before, "the new file took the place of the old one"
    assert path.read_bytes() != before
    assert {file.name for file in tmp_path.iterdir()} == {"memory.tmx", "old.tmx"}


def test_a_whole_memory_moves_to_another_machine(tmp_path: Path) -> None:
    old, new = Memory(tmp_path / "old.sqlite"), Memory(tmp_path / "new.sqlite")
    old.remember([("Uno.", "One."), ("Due & <tre>.", "“Two”.")], "it", "google")
    old.remember([("Three.", "Tre.")], "en", "mymemory")
    old.remember([("Uno.", "The one.")], "it", "mymemory")
    path = tmp_path / "all.tmx"
    assert old.export_tmx(path) == 4
    imported = new.import_tmx(path)
    assert (imported.kept, imported.skipped, imported.problem) == (4, 0, None)
    for sentence in ("Uno.", "Due & <tre>."):
        assert new.look_up([sentence], "it", "en") == old.look_up([sentence], "it", "en")
    assert new.look_up(["Three."], "en", "it") == old.look_up(["Three."], "en", "it")
    again = tmp_path / "again.tmx"
    new.export_tmx(again)
    assert again.read_bytes() == path.read_bytes()
