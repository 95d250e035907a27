"""Bytes to text: accents survive whatever the source declares."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.draft import SourceError
from tui.sources.encoding import decode

WORDS = (
    "La città è più bella di così, perché il sindaco ha già detto: «Sarà una novità». "
    "L’università aprirà lunedì, e il caffè costerà di meno – almeno si spera…"
)


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1252", "latin1", "boh"])
def test_bytes_that_are_utf8_are_read_so_whatever_is_declared(declared: str | None) -> None:
    assert decode(WORDS.encode(), declared) == WORDS


def test_a_page_of_utf8_that_declares_latin_1_in_its_head_keeps_its_accents() -> None:
    page = f'<html><head><meta charset="ISO-8859-1"></head><body>{WORDS}</body></html>'
    assert WORDS in decode(page.encode(), "iso-8859-1", html=True)


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "latin-1", "us-ascii", "windows-1252", "CP1252"]
)
def test_latin_1_is_read_as_browsers_read_it_with_its_curly_quotes(declared: str) -> None:
    assert decode(WORDS.encode("cp1252"), declared) == WORDS


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1252">',
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=iso-8859-1'>",
        '<?xml version="1.0" encoding="ISO-8859-1"?>',
    ],
)
def test_a_page_may_declare_its_encoding_itself(head: str) -> None:
    page = f"{head}<html><body>{WORDS}</body></html>".encode("cp1252")
    assert WORDS in decode(page, html=True)


def test_the_header_goes_before_the_page() -> None:
    page = f'<meta charset="mac_roman"><p>{WORDS}</p>'.encode("cp1252")
    assert WORDS in decode(page, "windows-1252", html=True)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_what_is_declared_nowhere_is_sniffed(encoding: str) -> None:
    text = WORDS * 3
    assert decode(text.encode(encoding)) == text


def test_what_is_sniffed_may_begin_with_a_long_stretch_of_plain_letters() -> None:
    text = "Nessun accento qui. " * 5_000 + WORDS
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_wide_encodings_are_known_by_their_mark_or_their_shape(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding), "iso-8859-1") == WORDS


def test_damaged_utf8_loses_the_damaged_letter_only_and_makes_no_mojibake() -> None:
    data = WORDS.encode().replace("più".encode(), b"pi\xc3", 1)
    text = decode(data, "utf-8")
    assert text == WORDS.replace("più", "pi\ufffd", 1)
    assert decode(WORDS.encode()[:-1]).endswith("spera\ufffd")


def test_a_declaration_that_cannot_be_true_is_not_believed() -> None:
    assert decode((WORDS * 3).encode("cp1252"), "utf-8") == WORDS * 3
    assert decode((WORDS * 3).encode("cp1252"), "utf-16") == WORDS * 3


@pytest.mark.parametrize("label", ["base64", "rot13", "zlib", "undefined", "idna", "\x00", ""])
def test_a_declared_encoding_that_is_none_does_no_harm(label: str) -> None:
    assert decode((WORDS * 3).encode("cp1252"), label) == WORDS * 3


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x7fELF\x02\x01", "program"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "picture"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 500, "binary"),
    ],
)
def test_what_is_not_text_is_refused_by_name(data: bytes, name: str) -> None:
    with pytest.raises(SourceError, match=name):
        decode(data)


def test_one_stray_nul_does_not_make_a_text_a_binary_file() -> None:
    assert decode(WORDS.encode() * 3 + b"\x00") == WORDS * 3 + "\x00"


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin-1", "utf-7", "utf-16"]))
def test_no_bytes_are_too_strange(data: bytes, declared: str | None) -> None:
    try:
        out = decode(data, declared, html=True).replace("\n", "")
    except SourceError as error:
        out = str(error)
    assert "\n" not in out


@given(st.text(st.sampled_from("abc àèéìòù ÀÈÉ «»“”‘’–… \n"), min_size=1))
def test_utf8_always_reads_back(text: str) -> None:
    assert decode(text.encode(), "iso-8859-1") == text
