"""What is to be read with care in a translation: signs in the text, words in the panels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.articles import article, laid, opened
from tui.document import Document, Echo, Echoes, Flag, Quote, Span, State, Translation
from tui.panels.bars import progress
from tui.panels.checks import Checks, account, lines_of, sign_of, told
from tui.panels.findings import CheckListing, QuoteListing
from tui.panels.items import Shown
from tui.panels.marks import Mark, Tag, anchors
from tui.panels.rows import Mode, Side, View

LOST = Flag("number", "lost", "12")
INVENTED = Flag("name", "invented", "Putin")
PLAIN = Translation("en", "It opens.", State.TRANSLATED, "firefox")
ROUGH = replace(PLAIN, engine="apertium", rough=True)
ADAPTED = Translation("en", "It opens.", State.REMEMBERED, "memory", adapted=True)
FLAGGED = replace(ROUGH, flags=(LOST, INVENTED))

THREE = article([("Uno apre.", "One opens."), ("Due apre.", "Two opens.")], [("Tre.", "Three.")])


def made(*translations: Translation) -> Document:
    return THREE.with_translations(dict(enumerate(translations)))


@pytest.mark.parametrize(
    ("translation", "sign"),
    [
        (None, ""),
        (PLAIN, ""),
        (ROUGH, "~"),
        (ADAPTED, "≈"),
        (FLAGGED, "!"),
        (replace(ADAPTED, flags=(LOST,)), "!"),
        (Translation("en", None, State.FAILED, reason="down"), ""),
        (Translation("en", None, State.PENDING), ""),
    ],
)
def test_each_translation_has_the_weightiest_sign(
    translation: Translation | None, sign: str
) -> None:
    assert sign_of(translation) == sign


@pytest.mark.parametrize(("view", "width"), [(View.BOTH, 120), (View.BOTH, 60), (View.ENGLISH, 80)])
def test_a_line_has_the_sign_of_what_begins_on_it(view: View, width: int) -> None:
    layout = laid(made(FLAGGED, ROUGH, PLAIN), view, width)
    rows = [row for n in range(layout.count) for row in layout.block(n).rows]
    targets = [line for row in rows for line in row.lines if line.flow.side is Side.TARGET]
    signs = [line.sign for line in targets]
    together = layout.geometry.mode is not Mode.COLUMNS
    assert signs == (["!", ""] if together else ["!", "~", ""])
    sources = [line for row in rows for line in row.lines if line.flow.side is Side.SOURCE]
    assert not any(line.sign for line in sources)


def test_the_account_tells_all_that_is_known() -> None:
    passing = replace(FLAGGED, passed=("google: you have not agreed", "firefox: no model"))
    lines = [text for text, _ in account(made(passing), 0)]
    assert lines == [
        "Translated by apertium.",
        "~ Rough: an engine of rules wrote it. A better one replaces it when it can answer.",
        "Compare with the original:",
        "! the number “12” is lost",
        "! “Putin” was not in the text",
        "Passed over before it:",
        "- google: you have not agreed",
        "- firefox: no model",
    ]


@pytest.mark.parametrize(
    ("translation", "words"),
    [
        (ADAPTED, "≈ Adapted"),
        (ADAPTED, "From the translation memory on this machine; nothing was sent."),
        (Translation("en", None, State.FAILED, reason="all down"), "Not translated: all down."),
        (Translation("en", None, State.PENDING), "Not translated yet."),
        (Translation("en", "Tre.", State.SAME), "in that language already"),
    ],
)
def test_the_account_of_every_state(translation: Translation, words: str) -> None:
    assert any(words in text for text, _ in account(made(translation), 0))


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        (LOST, "the number “12” is lost"),
        (INVENTED, "“Putin” was not in the text"),
        (Flag("date", "invented", "Monday"), "the date “Monday” was not in the text"),
        (Flag("quote", "lost", "“così”"), "a quotation mark of “così” is lost"),
    ],
)
def test_a_flag_is_told_in_words(flag: Flag, words: str) -> None:
    assert told(flag) == words


def test_the_header_says_rough_and_how_many_are_to_be_checked() -> None:
    assert progress(made(PLAIN, PLAIN, PLAIN)) == "translated by firefox"
    assert progress(made(ROUGH, PLAIN, PLAIN)).endswith(", rough")
    assert progress(made(FLAGGED, ADAPTED, ROUGH)).endswith(", rough, 2 to check")


def test_checks_change_only_when_there_is_something_else_to_check() -> None:
    none = Checks()
    assert none.updated({0: PLAIN, 1: ROUGH}) is none
    some = none.updated({1: FLAGGED})
    assert some.by_sentence == {1: lines_of(FLAGGED)}
    assert some.updated({0: PLAIN, 1: FLAGGED}) is some
    assert some.updated({1: PLAIN}).by_sentence == {}
    assert Checks.of(made(PLAIN, FLAGGED)).by_sentence == some.by_sentence


def test_the_list_of_what_to_check() -> None:
    document = made(FLAGGED, PLAIN, ADAPTED)
    listing = CheckListing(document, Checks.of(document))
    assert listing.sentences == [(0,), (2,)]
    item = listing.item(0, Shown(document, Echoes(), View.BOTH))
    assert item.lines == (
        ("the number “12” is lost", "head"),
        ("“Putin” was not in the text", "head"),
        ("Uno apre.", "words"),
        ("It opens.", "note"),
    )


# Names and numbers found again

SHARED = article(
    [("Il ponte.", "The bridge.")], [("A Roma sono 12 oggi.", "In Rome they are 12 today.")]
)
ECHOES = Echoes(
    {
        1: (
            Echo("name", 0, 1, Span(3, 7), Span(13, 17)),
            Echo("number", 1, 1, Span(17, 19), Span(23, 25)),
        )
    }
)


def test_they_are_marked_in_both_languages_of_their_sentence_alone() -> None:
    assert SHARED.text[13:17] == "Roma"
    block = opened(SHARED, View.BOTH, 120).layout.block(1)
    source, target = (part.lines[0].flow for part in block.parts)
    marked = [
        [flow.text[mark.start : mark.end] for mark in anchors(flow, 1, ECHOES)]
        for flow in (source, target)
    ]
    assert marked == [["Roma", "12"], ["Rome", "12"]]
    assert anchors(source, 0, ECHOES) == []
    assert anchors(target, 1, ECHOES)[0] == Mark(3, 7, Tag.ANCHOR)


# Quotes in the language of the view, and in that of the article

SAID = article([("“Apre”, ha detto.", "“It opens”, he said.")])
QUOTED = SAID.with_findings(quotes=[Quote(Span(1, 5), "direct", 0, None, None, None, 0.9)])
FOUND = Echoes({0: (Echo("quote", 0, 0, Span(1, 9)),)})


@pytest.mark.parametrize(
    ("view", "said", "words", "note"),
    [
        (View.ITALIAN, False, "“Apre”", None),
        (View.ENGLISH, False, "“It opens”", "translated"),
        (View.ENGLISH, True, "“Apre”", "the words actually said"),
        (View.BOTH, False, "“Apre”", None),
        (View.BOTH, True, "“It opens”", "translated"),
    ],
)
def test_a_quote_in_either_language_says_which(
    view: View, said: bool, words: str, note: str | None
) -> None:
    item = QuoteListing(QUOTED, said=said).item(0, Shown(QUOTED, FOUND, view))
    assert item.lines[1][0] == words
    assert (item.lines[2][0] if len(item.lines) > 2 else None) == note


def test_a_quote_says_that_its_translation_is_rough_and_what_is_lost() -> None:
    first = QUOTED.translations[0]
    assert first is not None
    document = QUOTED.with_translations({0: replace(first, rough=True, flags=(LOST,))})
    item = QuoteListing(document).item(0, Shown(document, FOUND, View.ENGLISH))
    assert [line for line, _ in item.lines[2:]] == [
        "translated, roughly",
        "! in the translation the number “12” is lost",
    ]
