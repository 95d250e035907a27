"""What may pass for a translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.translation_server import ERROR_PAGE, QUOTA
from tui.sanitize import sanitize_line
from tui.translate import Failure
from tui.translate.validate import drifted, nothing_to_translate, validate

SOURCE = "Il consiglio comunale ha approvato il bilancio di previsione."


def check(answer: object, source: str = SOURCE) -> str | Failure:
    return validate(source, answer, "it", "en")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "empty"),
        (7, "empty"),
        ("", "empty"),
        (" \u200b\x1b[0m ", "empty"),
        (ERROR_PAGE, "error page"),
        ("<HTML><body>x</body>", "error page"),
        (QUOTA, "quota"),
        ("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", "refused"),
        (SOURCE, "itself"),
        (SOURCE.upper(), "itself"),
        (SOURCE.rstrip("."), "itself"),
        ("Yes.", "shorter"),
        ("x" * 1_000_000, "longer"),
    ],
)
def test_what_is_no_translation_is_refused_with_a_reason(answer: object, words: str) -> None:
    refused = check(answer)
    assert isinstance(refused, Failure)
    assert words in refused.reason


@pytest.mark.parametrize(
    ("source", "answer", "expected"),
    [
        ("L’ha detto “ieri”.", "He said so &quot;yesterday&quot; &amp; left.",
         'He said so "yesterday" & left.'),
        ("Scrivi &amp; per &.", "Write &amp; for &.", "Write &amp; for &."),
        ("AT&T cresce.", "AT&amp;T is growing.", "AT&T is growing."),
        ("Il gatto.", "The\x1b[31m cat.\x1b]52;c;eA==\x07\u202e", "The cat."),
        ("Il gatto.", "The\ncat.", "The cat."),
        ("Il gatto di Ada.", "The *gatto of @Ada #be (*so).", "The gatto of Ada be (so)."),
        ("Ecco #ponte di @ada!", "Here is #ponte of @ada *now!", "Here is #ponte of @ada now!"),
        ("Vale 3 * 4.", "It is 3 * 4, C# and a@b.it.", "It is 3 * 4, C# and a@b.it."),
        ('Ha detto "sì" ora.', 'He said "yes now.', 'He said "yes now.'),
        ("Roma, stazione Termini.", "Roma, stazione Termini.", "Roma, stazione Termini."),
        ("Mario Rossi, Luca Bianchi, Anna Verdi", "Mario Rossi, Luca Bianchi, Anna Verdi",
         "Mario Rossi, Luca Bianchi, Anna Verdi"),
        ("Sì.", "Yes, it is indeed so.", "Yes, it is indeed so."),
        ("Sul sito compariva la scritta “Error 500 (Server Error)” da ore.",
         "The site had been saying “Error 500 (Server Error)” for hours.",
         "The site had been saying “Error 500 (Server Error)” for hours."),
    ],
)  # fmt: skip
def test_what_is_one_is_cleaned_and_kept(source: str, answer: str, expected: str) -> None:
    assert check(answer, source) == expected


@pytest.mark.parametrize(
    ("source", "echo"),
    [("I commercianti protestano.", True), ("Sport", False), ("Casa Bianca", False),
     ("Hanno vinto.", False), ("ecco perché", True), ("Di Maio e Di Battista", True)],
)  # fmt: skip
def test_the_source_is_passed_off_as_its_translation_only_where_it_may_be(
    source: str, echo: bool
) -> None:
    assert isinstance(check(source, source), Failure) == echo


@given(st.text(), st.text())
def test_whatever_passes_is_one_safe_line(source: str, answer: str) -> None:
    passed = check(answer, source)
    if isinstance(passed, str):
        assert passed.strip()
        assert passed == sanitize_line(passed)


@pytest.mark.parametrize(
    "text", ["2024", "12,5 % — 3/4", "* * *", "…", "", "https://example.org/a/b", "@nome #tag 12"]
)
def test_nothing_to_translate(text: str) -> None:
    assert nothing_to_translate(text)


@pytest.mark.parametrize("text", ["Sì", "12 km", "scrivete a info@example.org", "Перевод", "№ uno"])
def test_something_to_translate(text: str) -> None:
    assert not nothing_to_translate(text)


def test_answers_that_changed_places_are_noticed_by_their_lengths() -> None:
    sources = ["Nessuno ha risposto alle domande dei cronisti.", "Ora si attende.", "Domani piove."]
    right = ["Nobody answered the reporters’ questions.", "Now they wait.", "Rain tomorrow."]
    assert not drifted(sources, right)
    assert drifted(sources, [right[1], right[0], right[2]])


def test_a_name_or_figure_in_the_neighbour_s_answer_gives_a_mix_up_away() -> None:
    sources = ["Lo ha detto Maria Bianchi.", "Sono 450 in tutto.", "Nessuno ha risposto."]
    right = ["Maria Bianchi said so.", "They are 450 in all.", "Nobody answered."]
    assert not drifted(sources, right)
    assert drifted(sources, ["They are 450 in all.", "Maria Bianchi said so.", right[2]])
    assert drifted(sources, [right[0], right[2], "They are 450."])
    # A spelled-out figure and a translated name are no mix-up.
    assert not drifted(["Sono 12 a Roma.", "Venezia è lontana."], ["Twelve.", "Venice is far."])
