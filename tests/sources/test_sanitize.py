"""The trust boundary: what strangers may not bring in, and what they may."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sanitize import sanitize, sanitize_line

ESC = "\x1b"
BEL = "\x07"
ST = "\x1b\\"

# Text as an attacker would write it: everything that opens, fills or ends a sequence.
HOSTILE = st.text(
    st.sampled_from(list("ab;:?0152[]()PX^_\\ \n\r\tè«“\xa0\u200d")) | st.characters(codec=None),
    max_size=60,
) | st.lists(
    st.sampled_from(
        [ESC, "\x9b", "\x9d", "\x90", BEL, ST, "\x9c", "]52;c;", "[31m", "\r\n", "\u202e", "città"]
    ),
    max_size=20,
).map("".join)


@given(HOSTILE)
def test_what_comes_out_holds_nothing_that_a_terminal_or_a_reader_could_be_fooled_by(
    text: str,
) -> None:
    out = sanitize(text)
    kinds = {unicodedata.category(char) for char in out if char not in "\n\u200c\u200d"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(out) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b")


@given(HOSTILE)
def test_doing_it_twice_is_doing_it_once(text: str) -> None:
    assert sanitize(sanitize(text)) == sanitize(text)
    assert sanitize_line(sanitize_line(text)) == sanitize_line(text)


@given(HOSTILE)
def test_a_line_is_one_line(text: str) -> None:
    line = sanitize_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip(" \n")


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))))
def test_letters_marks_and_spaces_of_every_script_stay_as_they_are(text: str) -> None:
    # Private, ignorable and reserved characters aside, which have a plane and rows of their own.
    text = "".join(
        char for char in text if not "\ufff0" <= char <= "\uffff" and char < "\U000e0000"
    )
    assert sanitize(text) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (f"{ESC}]52;c;Q29kaWNl{BEL}ciao", "ciao"),
        (f"{ESC}]52;c;Q29kaWNl{ST}ciao", "ciao"),
        ("\x9d52;c;Q29kaWNl\x9cciao", "ciao"),
        (f"{ESC}]52;c;Q29k\naWNl{BEL}ciao", "ciao"),
        (f"{ESC}Ptmux;{ESC}{ESC}]52;c;Q29kaWNl{BEL}{ST}ciao", "ciao"),
        (f"{ESC}]8;;http://male.example{ST}qui{ESC}]8;;{ST}", "qui"),
        (f"{ESC}]0;titolo mai chiuso\nla riga dopo", "\nla riga dopo"),
        (f"{ESC}_Gf=100;AAAA{ST}ciao", "ciao"),
        (f"uno{ESC}[31;1mdue{ESC}[0mtre", "unoduetre"),
        ("uno\x9b2Jdue", "unodue"),
        (f"uno{ESC}[?1049hdue", "unodue"),
        (f"{ESC}c{ESC}(0{ESC}#8ciao", "ciao"),
        (f"fine{ESC}", "fine"),
        ("uno\r\ndue\rtre\u2028quattro\x85cinque", "uno\ndue\ntre\nquattro\ncinque"),
        ("a\tb", "a b"),
        ("il \u202eoirartnoc\u202c mondo", "il oirartnoc mondo"),
        ("con\u200btat\u00adto\ufeff", "contatto"),
        ("a\x00b\x7fc\ud800d", "abcd"),
        ("\U000e0041\U000e0042ciao", "ciao"),
        ("ci\u200dao\u200d \u200d👩 漢\u200d漢 👩\u200d\u200d🚀", "ciao 👩 漢漢 👩🚀"),
    ],
)
def test_sequences_go_whole_and_words_stay(written: str, read: str) -> None:
    assert sanitize(written) == read


def test_italian_typography_and_joined_emoji_stay() -> None:
    text = "«\xa0È così\xa0» – ‘sì’, “l’été”… 👩\u200d🚀 ☀\ufe0f می\u200cخواهم ක්\u200dෂ"
    assert sanitize(text) is text


def test_a_title_of_several_lines_becomes_one_with_single_blanks() -> None:
    assert sanitize_line("  Il ponte\r\n   riapre \t domani\n") == "Il ponte riapre domani"


@pytest.mark.parametrize(
    "unit",
    [
        "La città è «bella». ",
        "a\x00",
        "\x1b]52;c;",
        "\x1b[0",
        "\x9d\n",
        "\u200bè",
        "\u200d",
        "\r\n",
        " \n",
    ],
)
def test_a_megabyte_takes_no_time_whatever_is_in_it(unit: str) -> None:
    # Linear: a quadratic slip would need hours. The bound leaves room for a busy machine.
    text = unit * (1_000_000 // len(unit))
    begun = time.perf_counter()
    sanitize_line(text)
    assert time.perf_counter() - begun < 2.0
