"""The line above the text and the line below it say what matters at every width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.articles import article, long_article
from tui.commands import COMMANDS
from tui.document import Document, Origin, OriginKind, PartialDate, State, Translation
from tui.panels.bars import dated, fit_keys, footer_keys, header_text, heading, origin, progress
from tui.panels.wrap import cells

TITLE = "Il mercato coperto riapre dopo tre anni di lavori, e la piazza 東京 con esso"

WIDTHS = range(5, 201)


def news(document: Document, **facts: object) -> Document:
    return replace(document, article=replace(document.article, **facts))  # type: ignore[arg-type]


MARKET = news(
    long_article(30),
    title=TITLE,
    origin=Origin("page", "https://www.esempio.it/cronaca/2024/mercato.html"),
    published=PartialDate("2024-06"),
)


def with_states(document: Document, *states: State, engine: str = "google") -> Document:
    def one(state: State) -> Translation:
        has_text = state in (State.TRANSLATED, State.REMEMBERED, State.SAME)
        who = {State.TRANSLATED: engine, State.REMEMBERED: "memory"}.get(state)
        return Translation("en", "words" if has_text else None, state, who)

    return document.with_translations({n: one(state) for n, state in enumerate(states)})


THREE = article([("Uno.", None), ("Due.", None), ("Tre.", None)])
DONE, KEPT, FAILED, SAME = State.TRANSLATED, State.REMEMBERED, State.FAILED, State.SAME


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ((), "0/3 translated"),
        ((DONE,), "1/3 translated"),
        ((DONE, FAILED), "1/3 translated"),
        ((DONE, FAILED, KEPT), "2/3 translated, 1 failed"),
        ((FAILED, FAILED, FAILED), "0/3 translated, 3 failed"),
        ((KEPT, KEPT, KEPT), "remembered"),
        ((KEPT, SAME, KEPT), "remembered"),
        ((DONE, KEPT, SAME), "translated by google"),
    ],
)
def test_the_progress_never_claims_more_than_is_there(states: tuple[State, ...], said: str) -> None:
    assert progress(with_states(THREE, *states)) == said


def test_every_engine_that_translated_is_named() -> None:
    two = with_states(THREE, DONE, DONE, KEPT)
    other = Translation("en", "words", DONE, "deepl")
    assert progress(two.with_translations({1: other})) == "translated by deepl, google"


def test_an_article_without_sentences_has_no_progress() -> None:
    assert progress(replace(THREE, sentences=(), translations=())) == ""


@pytest.mark.parametrize(
    ("kind", "location", "said"),
    [
        ("page", "https://www.esempio.it/a/b?c=d", "www.esempio.it"),
        ("page", "https://me:secret@esempio.it/a", "esempio.it"),
        ("feed", "http://esempio.it:8080/rss", "esempio.it:8080"),
        ("file", "/casa/articoli/ponte.txt", "ponte.txt"),
        ("file", "ponte.txt", "ponte.txt"),
        ("stdin", "-", "standard input"),
    ],
)
def test_an_origin_is_short_and_never_tells_a_password(
    kind: OriginKind, location: str, said: str
) -> None:
    assert origin(news(THREE, origin=Origin(kind, location)).article) == said


def test_an_article_without_a_title_goes_by_how_it_begins() -> None:
    assert heading(THREE.article) == "Uno. Due. Tre."
    assert heading(MARKET.article) == TITLE
    assert dated(None) == "no date"
    assert dated(PartialDate("2024-06")) == "June 2024"


def test_a_wide_header_says_everything() -> None:
    left, right = header_text(MARKET, 200, "2 of 5")
    assert left == TITLE
    assert right == "www.esempio.it · 2 of 5 · June 2024 · Italian · translated by google"


def test_the_header_fits_and_cuts_the_title_before_the_state() -> None:
    state = progress(MARKET)
    for width in WIDTHS:
        left, right = header_text(MARKET, width, "2 of 5")
        assert cells(left) + cells(right) + (2 if left and right else 0) <= width
        assert right.endswith(state) or (width < cells(state) and not left and right.endswith("…"))
        assert left in (TITLE, "") or (left.endswith("…") and TITLE.startswith(left[:-1]))


def test_a_wider_header_never_says_less() -> None:
    facts = [len(header_text(MARKET, width, "2 of 5")[1]) for width in WIDTHS]
    assert facts == sorted(facts)


@pytest.mark.parametrize("in_panel", [False, True])
def test_help_and_quit_are_in_every_footer(in_panel: bool) -> None:
    keys = footer_keys(in_panel, {})
    for width in WIDTHS:
        kept = fit_keys(keys, width)
        assert [action for _, _, action in kept[-2:]] == ["help", "quit"]
        assert [key for key in keys if key in kept] == kept
        taken = sum(map(cells_of, kept))
        assert taken <= width or len(kept) == 2
        if len(kept) < len(keys):
            assert taken + cells_of(keys[len(kept) - 2]) > width


def cells_of(key: tuple[str, str, str]) -> int:
    """What a key and its word take in the footer, the blanks after each included."""
    return cells(key[0]) + 1 + cells(key[1]) + 2


def test_the_narrowest_terminal_still_shows_how_to_get_help_and_out() -> None:
    kept = fit_keys(footer_keys(False, {}), 19)
    assert " ".join(f"{key} {word} " for key, word, _ in kept).strip() == "? help  q quit"
    assert sum(len(key) + len(word) + 3 for key, word, _ in kept) <= 19


def test_the_footer_shows_the_keys_the_settings_give() -> None:
    shown = {action: key for key, _, action in footer_keys(False, {"search": "ctrl+s, slash"})}
    assert shown["search"] == "^S"
    assert shown["quit"] == "q"


def test_a_list_has_its_own_keys_in_the_footer() -> None:
    words = {command.action: command.panel_footer for command in COMMANDS if command.panel_footer}
    assert {action: word for _, word, action in footer_keys(True, {})} == words
    assert {"go", "back", "help", "quit"} <= set(words)


def test_a_text_from_a_list_says_how_to_go_back_to_it_and_on() -> None:
    shown = {action: word for _, word, action in footer_keys(False, {}, links=0)}
    assert shown.items() >= {("back", "list"), ("next_unread", "unread")}
    assert "links" not in shown
    assert ("V", "1 link", "links") in footer_keys(False, {}, links=1)
    narrow = fit_keys(footer_keys(False, {}, links=12), 79)
    assert {("Esc", "list", "back"), ("V", "12 links", "links")} <= set(narrow)
    assert footer_keys(True, {}, links=1) == footer_keys(True, {})
    assert "back" not in {action for _, _, action in footer_keys(False, {})}
