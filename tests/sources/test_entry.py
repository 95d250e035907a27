"""An entry's HTML becomes paragraphs and links, whatever was put into it."""

from __future__ import annotations

import time

import pytest

from tui.sanitize import web_address
from tui.sources.entry import read_entry


def test_blocks_are_paragraphs_with_their_kinds() -> None:
    html = "<h2>Il fatto</h2><p>Prima <b>riga</b>,<br>seconda.</p><ul><li>uno<li>due</ul>fine"
    read = read_entry(html)
    assert read.words.split("\n\n") == ["Il fatto", "Prima riga, seconda.", "uno", "due", "fine"]
    assert read.kinds == "hbiib"


def test_two_breaks_divide_and_plain_text_divides_at_empty_lines() -> None:
    assert read_entry("uno<br><br>due<br>tre").words == "uno\n\ndue tre"
    assert read_entry("uno &amp; due\n\ntre\nquattro").words == "uno & due\n\ntre quattro"
    assert read_entry("&lt;p&gt;uno&lt;/p&gt;&lt;p&gt;due&lt;/p&gt;").words == "uno\n\ndue"


def test_what_is_no_text_is_left_out_and_media_are_links() -> None:
    html = (
        "<p>Testo</p><script>alert(1)</script><style>p{}</style><iframe src='http://x.it'>no"
        "</iframe><img src='/foto.jpg' alt='La foto'><img src='http://t.it/p' width=1>"
        "<img src='javascript:alert(1)'><audio><source src='http://a.it/s.mp3'></audio>"
    )
    read = read_entry(html, "https://giornale.it/a/1")
    assert read.words == "Testo"
    found = [(link.kind, link.url, link.title) for link in read.links]
    assert found == [
        ("image", "https://giornale.it/foto.jpg", "La foto"),
        ("audio", "http://a.it/s.mp3", ""),
    ]


@pytest.mark.parametrize("end", ["…", "[...]", "</p><p>Continua a leggere", "</p><p>Read more »"])
def test_an_entry_that_breaks_off_is_known(end: str) -> None:
    long = "<p>" + "Una frase di prova. " * 40 + "</p><p>Altro."
    assert not read_entry(long).truncated
    assert read_entry(long + end).truncated
    assert not read_entry(long + end).words.endswith(("leggere", "»"))
    assert read_entry("<p>Solo un inizio.</p>").truncated


def test_a_call_to_go_on_is_told_from_a_sentence_that_begins_like_one() -> None:
    long = "<p>" + "Una frase di prova. " * 40
    news = "Continua il maltempo al Nord, allerta in Liguria."
    read = read_entry(f"{long}</p><p>{news}</p>")
    assert read.words.endswith(news)
    assert not read.truncated
    assert read_entry("Continua lo sciopero dei treni.").words
    behind = read_entry(f"{long}</p><p>Altro. <a href='/x'>Continua a leggere <b>→</b></a></p>")
    assert behind.words.endswith("Altro.")
    assert behind.truncated


def test_the_credit_of_the_feed_s_maker_is_left_out() -> None:
    read = read_entry("<p>Uno.</p><p>L'articolo Titolo proviene da Il Giornale.</p>")
    assert read.words == "Uno."


@pytest.mark.parametrize("depth", [300, 20_000])
@pytest.mark.parametrize("tag", ["div", "b", "blockquote"])
def test_text_is_found_however_deep_it_is_nested(tag: str, depth: int) -> None:
    end = f"</{tag}>" * depth
    read = read_entry(f"<p>Prima.</p>{f'<{tag}>' * depth}È qui.<p>Pi&ugrave; giù.{end}<p>Dopo.")
    assert read.words.split() == ["Prima.", "È", "qui.", "Più", "giù.", "Dopo."]
    assert "alert" not in read_entry(f"{f'<{tag}>' * depth}<script>alert(1)</script>Sì").words


@pytest.mark.parametrize(
    "size", ['width="0"', "height=1px", 'style="width:1px;height:1px"', "style='display: none'"]
)
def test_a_picture_that_counts_readers_is_no_picture(size: str) -> None:
    shown = '<img src="/foto.jpg" width="100" style="max-width:1px0">'
    read = read_entry(f"<p>Uno</p><img src='/conta.gif' {size}>{shown}", "https://a.it/x")
    assert [link.url for link in read.links] == ["https://a.it/foto.jpg"]


@pytest.mark.parametrize(
    "hostile",
    ["<div>" * 10_000 + "x", "a" * 1_000_000, "<p>\x1b]52;c;aGk=\x07ciao\u202e</p>", "<", "&#0;",
     "<p", "\ud800", "<![CDATA[x]]>", "<!DOCTYPE x [<!ENTITY a 'b'>]><p>&a;</p>", "<p>" * 50_000,
     "<table><tr><td>a<td>b", "<svg><title>x</title></svg>y", "&lt;" * 10_000, "\0<b>\0</b>",
     "<a" * 300_000, "<!--" * 200_000, "&lt;a" * 100_000, "x &#" + "9" * 5_000 + ";",
     "<div>" * 300 + "<script>" * 200_000, "<div>" * 300 + "&#" + "9" * 100_000 + ";",
     "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>"],
)  # fmt: skip
def test_hostile_html_is_read_in_no_time_and_leaves_no_code(hostile: str) -> None:
    start = time.monotonic()
    read = read_entry(hostile, "https://x.it")
    assert time.monotonic() - start < 2
    assert read.words.replace("\n", "").isprintable()
    assert len(read.kinds) == len(read.words.split("\n\n")) or not read.words


def test_only_addresses_of_the_web_are_kept() -> None:
    assert web_address("b?x=1", "https://a.it/c/d") == "https://a.it/c/b?x=1"
    for bad in (
        "javascript:x",
        "file:///etc/passwd",
        "data:,x",
        "http://",
        "http://[",
        "\x1bhttp://a",
    ):
        assert web_address(bad, "https://a.it" if bad == "" else "") == ""
