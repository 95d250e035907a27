"""Plain text: paragraphs, items, headline and the lines above it."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.document import Origin
from tui.sources import Draft, SourceError, read
from tui.sources.plain import read_plain

HERE = Origin("file", "articolo.txt")
SEED = Path(__file__).parents[2] / "seeds" / "000_ad6c4d56b9047c82.txt"
LONG = (
    "Il consiglio comunale ha approvato ieri sera il nuovo piano del traffico, dopo sei ore di"
    " discussione e due sospensioni. Il sindaco ha parlato di una svolta per tutto il quartiere."
)
OTHER = (
    "L'opposizione ha votato contro. Secondo la capogruppo il piano non tiene conto dei pendolari,"
    " che ogni mattina arrivano dalla provincia e non hanno altro modo di entrare in città."
)


def words(draft: Draft) -> list[str]:
    return [paragraph.span.of(draft.text) for paragraph in draft.paragraphs]


def kinds(draft: Draft) -> list[str]:
    return [paragraph.kind for paragraph in draft.paragraphs]


def test_the_seed_begins_after_its_date_and_has_no_headline() -> None:
    draft = read(str(SEED))
    assert draft.text.startswith("Gli Stati Uniti")
    assert draft.published is not None
    assert (draft.published.value, draft.published.precision) == ("2024-06", "month")
    assert draft.title is None
    assert len(draft.paragraphs) == 6
    assert set(kinds(draft)) == {"body"}
    assert draft.origin == Origin("file", str(SEED))


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("date 2024 ", "2024"),
        ("  date 2024-06 ", "2024-06"),
        ("\n\ndate 2024-06-24 ", "2024-06-24"),
        ("date 2024-06-24\n", "2024-06-24"),
        ("date 2024-06-24T18:30\n\n", "2024-06-24T18:30"),
    ],
)
def test_a_date_header_is_metadata_and_not_text(header: str, value: str) -> None:
    draft = read_plain(header + LONG, HERE)
    assert draft.published is not None
    assert draft.published.value == value
    assert draft.text == LONG


@pytest.mark.parametrize("header", ["date 2024-13 ", "date 2024-02-30 ", "date 20240 ", "date a "])
def test_a_header_with_no_real_date_is_text(header: str) -> None:
    draft = read_plain(header + LONG, HERE)
    assert draft.published is None
    assert draft.text == header + LONG


def test_blank_lines_divide_paragraphs_and_stay_in_the_text() -> None:
    text = f"{LONG}\n \n\n  {OTHER}"
    draft = read_plain(f"\n{text} \n\n", HERE)
    assert draft.text == text
    assert words(draft) == [LONG, OTHER]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    wrapped = textwrap.fill(LONG, 60)
    draft = read_plain(f"{wrapped}\n\n{textwrap.fill(OTHER, 60)}\n", HERE)
    assert words(draft) == [wrapped, textwrap.fill(OTHER, 60)]


def test_wrapped_paragraphs_without_a_blank_line_part_where_a_line_ends_early() -> None:
    first, second = textwrap.fill(LONG + " Si vedrà.", 58), textwrap.fill(OTHER, 58)
    assert words(read_plain(f"{first}\n{second}", HERE)) == [first, second]


def test_long_lines_are_a_paragraph_each() -> None:
    assert words(read_plain(f"{LONG}\n{OTHER}\n{LONG}", HERE)) == [LONG, OTHER, LONG]


def test_a_short_first_line_without_a_stop_is_the_headline() -> None:
    draft = read_plain(f"Traffico, passa il piano\n\n{LONG}\n\n{OTHER}", HERE)
    assert draft.title == "Traffico, passa il piano"
    assert kinds(draft) == ["title", "body", "body"]
    assert words(draft)[0] == draft.title


@pytest.mark.parametrize(
    "first", ["Il piano è passato.", "Ecco il piano:", "- Il piano", f"{LONG[:-1]} {OTHER[:-1]}"]
)
def test_other_first_lines_are_not_headlines(first: str) -> None:
    draft = read_plain(f"{first}\n\n{LONG}", HERE)
    assert draft.title is None
    assert draft.text.startswith(first)


def test_lists_are_items_and_an_item_may_go_on_in_the_next_line() -> None:
    text = "Prevede:\n- due piste ciclabili;\n- un parcheggio\n  vicino alla stazione;\n• alberi."
    draft = read_plain(f"{LONG}\n\n{text}\n\n1. primo punto\n2. secondo punto", HERE)
    assert kinds(draft) == ["body", "body", "item", "item", "item", "item", "item"]
    assert words(draft)[3] == "- un parcheggio\n  vicino alla stazione;"


def test_a_list_needs_no_colon_before_it_and_its_long_items_may_hang() -> None:
    item = f"- {LONG}\n  {OTHER}"
    draft = read_plain(f"Il piano in breve\n{item}\n- alberi", HERE)
    assert kinds(draft)[1:] == ["item", "item"]
    assert words(draft)[1:] == [item, "- alberi"]


def test_a_wrapped_line_that_begins_with_a_number_is_not_an_item() -> None:
    text = (
        "La riunione del consiglio, che era stata convocata per le\n"
        "15. 30 di giovedì, comincerà invece più tardi, alle nove."
    )
    assert kinds(read_plain(text, HERE)) == ["body"]


def test_lines_above_the_text_may_say_what_it_is() -> None:
    draft = read_plain(
        f"Titolo: Passa il piano\nAutore: Carla Bianchi\nData: 18 maggio 2024\n\n{LONG}", HERE
    )
    assert draft.text == f"Passa il piano\n\n{LONG}"
    assert (draft.title, draft.byline) == ("Passa il piano", "Carla Bianchi")
    assert draft.published is not None
    assert draft.published.value == "2024-05-18"
    assert kinds(draft) == ["title", "body"]


@pytest.mark.parametrize(
    "head", ["Titolo: x\nPioveva.", "Data: l'altro ieri", "Lingua: turco", "Nota: breve"]
)
def test_lines_that_are_not_all_understood_are_text(head: str) -> None:
    draft = read_plain(f"{head}\n\n{LONG}", HERE)
    assert draft.text.startswith(head)
    assert draft.published is None


def test_carriage_returns_and_hostile_codes_are_gone_before_offsets_are_counted() -> None:
    draft = read_plain(f"Passa\x1b[31m il piano\r\n\r\n\u202e{LONG}\x1b]52;c;QQ==\x07\r\n", HERE)
    assert words(draft) == ["Passa il piano", LONG]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x1b[31m", "date 2024-06 ", "\u200b\ufeff"])
def test_a_text_with_nothing_to_read_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no text"):
        read_plain(text, HERE)


def test_one_line_of_a_megabyte_is_one_paragraph() -> None:
    line = (LONG + " ") * (1_000_000 // len(LONG))
    begun = time.perf_counter()
    draft = read_plain(line, HERE)
    assert time.perf_counter() - begun < 1.0
    assert words(draft) == [line.strip()]


LINE = st.text(st.sampled_from("ab è. :-*1\u00a0\t\x1b\u202e«»"), max_size=30) | st.sampled_from(
    [LONG, "- voce", "1. voce", "Titolo: x", "date 2024-06 ", "Un titolo breve"]
)


@given(st.lists(LINE, max_size=12).map("\n".join))
def test_paragraphs_are_trimmed_in_order_and_cover_every_word(text: str) -> None:
    try:
        draft = read_plain(text, HERE)
    except SourceError:
        return
    end = 0
    for paragraph in draft.paragraphs:
        assert draft.text[end : paragraph.span.start].strip() == ""
        part = paragraph.span.of(draft.text)
        assert part
        assert part == part.strip()
        end = paragraph.span.end
    assert end == len(draft.text)
    assert [kind for kind in kinds(draft)[1:] if kind == "title"] == []
