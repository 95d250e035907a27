"""What the lists of the newsstand say, as data."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.kinds import SAVED, Feed, Headline, Place, SavedSearch
from tui.panels.rows import View
from tui.panels.stand_rows import (
    WIDE,
    FeedRow,
    age,
    feed_line,
    feed_rows,
    item_height,
    item_lines,
    marks,
    words,
)
from tui.panels.wrap import cells

FEED = Feed(1, "http://a/f", "Giornale", "", 2, 4, "it", "", False, None, None, None, "", 0)
HEADLINE = Headline(
    1, 1, "Giornale", "Il governo", "The government", False, "it", 900, 900, False, False, False, ""
)
DAY = 86_400


def _labels(rows: list[FeedRow]) -> list[tuple[int, str, int]]:
    return [(row.depth, row.label, row.unread) for row in rows]


def test_shelves_come_first_then_searches_then_folders_then_the_other_feeds() -> None:
    feeds = [
        FEED,
        replace(FEED, id=2, title="Corriere", folder="Italia"),
        replace(FEED, id=3, title="Saved", url=SAVED, unread=1),
    ]
    rows = feed_rows(feeds, [SavedSearch(1, "Treni", "sciopero")], 9, set())
    assert _labels(rows) == [
        (0, "All", 9), (0, "Starred", 0), (0, "Later", 0), (0, "Saved", 1), (0, "Treni", 0),
        (0, "Italia", 2), (1, "Corriere", 2), (0, "Giornale", 2),
    ]  # fmt: skip
    assert rows[4].place == Place("search", "sciopero")
    assert rows[6].place == Place("feed", feed=2)


def test_a_folder_sums_what_is_in_it_and_tells_of_a_feed_that_fails() -> None:
    feeds = [
        replace(FEED, id=2, folder="Italia/Nord", unread=3, failing_since=5),
        replace(FEED, id=3, folder="Italia", unread=4),
    ]
    rows = {row.label: row for row in feed_rows(feeds, [], 7, set())}
    assert (rows["Italia"].unread, rows["Italia"].failing) == (7, True)
    assert (rows["Nord"].unread, rows["Nord"].depth) == (3, 1)
    assert rows["Nord"].place == Place("folder", "Italia/Nord")


def test_a_closed_folder_hides_its_feeds_and_folders_but_not_one_named_alike() -> None:
    feeds = [
        replace(FEED, id=2, title="Torino", folder="Italia/Nord"),
        replace(FEED, id=3, title="Roma", folder="Italia"),
        replace(FEED, id=4, title="Dopo", folder="Italia bis"),
    ]
    labels = [row.label for row in feed_rows(feeds, [], 0, {"Italia"})][3:]
    assert labels == ["Italia", "Italia bis", "Dopo"]


def test_a_feed_says_what_is_unread_at_the_right_and_that_it_fails_or_is_asked() -> None:
    row = FeedRow(Place("feed", feed=1), "Giornale", 12, 0, "feed")
    assert feed_line(row, 20) == "Giornale         12 "
    assert feed_line(row._replace(failing=True), 20).endswith(" ! 12 ")
    assert feed_line(row._replace(failing=True), 20, busy=True).endswith(" … 12 ")
    folder = row._replace(kind="folder")
    assert feed_line(folder, 20).startswith("▾ ")
    assert feed_line(folder._replace(closed=True), 20).startswith("▸ ")


def test_a_long_name_gives_way_to_the_count() -> None:
    row = FeedRow(Place("feed", feed=1), "Gazzetta " * 100, 12345, 1, "feed", failing=True)
    line = feed_line(row, 24)
    assert cells(line) == 24
    assert line.endswith("… ! 12345 ")


@pytest.mark.parametrize(
    ("ago", "said"),
    [(-500, "now"), (59, "now"), (60, "1m"), (3599, "59m"), (3600, "1h"), (DAY - 1, "23h"),
     (DAY, "1d"), (7 * DAY - 1, "6d")],
)  # fmt: skip
def test_an_age_is_short(ago: int, said: str) -> None:
    assert age(1_000_000_000 - ago, 1_000_000_000) == said


def test_an_older_age_is_a_date_and_an_unknown_one_a_question_mark() -> None:
    june = int(time.mktime((2024, 6, 24, 12, 0, 0, 0, 0, -1)))
    assert age(june, june + 30 * DAY) == "24 Jun"
    assert age(june, june + 400 * DAY) == "24/6/24"
    assert age(None, june) == "?"
    assert age(-(10**18), june) == "?"


def test_an_article_without_a_date_of_its_own_claims_no_age() -> None:
    unknown = item_lines(replace(HEADLINE, published=None), 100, View.BOTH, 900)
    known = item_lines(replace(HEADLINE, published=0, sort=900), 100, View.BOTH, 900)
    assert unknown[0][0].split()[1] == "?"
    assert known[0][0].split()[1] == "now"


def test_marks_are_signs_not_colours() -> None:
    assert marks(HEADLINE) == "● "
    assert marks(replace(HEADLINE, starred=True)) == "●★"
    assert marks(replace(HEADLINE, read=True, later=True)) == "+ "
    assert marks(replace(HEADLINE, read=True)) == "  "


@pytest.mark.parametrize(
    ("language", "translation", "view", "said"),
    [
        ("it", "The government", View.BOTH, ("Il governo", "The government")),
        ("it", "", View.BOTH, ("Il governo", "")),
        ("it", "Il governo", View.BOTH, ("Il governo", "")),
        ("it", "The government", View.ITALIAN, ("Il governo", "")),
        ("it", "The government", View.ENGLISH, ("The government", "")),
        ("it", "", View.ENGLISH, ("Il governo", "")),
        ("en", "Di qua", View.ITALIAN, ("Di qua", "")),
        ("en", "Di qua", View.ENGLISH, ("Il governo", "")),
    ],
)
def test_a_view_says_the_headline_in_its_language(
    language: str, translation: str, view: View, said: tuple[str, str]
) -> None:
    assert words(replace(HEADLINE, language=language, translation=translation), view) == said


def test_a_rough_translation_says_so_in_every_view() -> None:
    rough = replace(HEADLINE, rough=True)
    assert words(rough, View.BOTH)[1] == "~ The government"
    assert words(rough, View.ENGLISH)[0] == "~ The government"
    assert "~" not in words(replace(rough, translation=""), View.BOTH)[1]


def test_a_wide_list_has_columns_and_a_narrow_one_the_facts_below() -> None:
    wide = [line for line, _ in item_lines(HEADLINE, WIDE, View.BOTH, 900)]
    assert wide[0].split() == ["●", "now", "it", "Giornale", "Il", "governo"]
    assert wide[1].index("The") == wide[0].index("Il")
    narrow = item_lines(HEADLINE, WIDE - 1, View.BOTH, 900)
    assert [line.strip() for line, _ in narrow] == [
        "●  Il governo", "The government", "Giornale · now · it",
    ]  # fmt: skip


def test_the_longest_date_does_not_run_into_the_language() -> None:
    november = int(time.mktime((2023, 11, 25, 12, 0, 0, 0, 0, -1)))
    made = replace(HEADLINE, published=november, sort=november)
    first = item_lines(made, 100, View.BOTH, november + 900 * DAY)[0][0]
    assert first.split()[1:3] == ["25/11/23", "it"]


SIGNS = ("a", " ", "è", "漢", "\N{WOMAN}\u200d\N{GIRL}", "\u0301", "❤️", "🇮🇹", "[/]", "\\[")
ODD = st.lists(st.sampled_from(SIGNS), max_size=150).map("".join)


@given(ODD, ODD, ODD, st.integers(4, 200), st.sampled_from(list(View)))
def test_every_row_is_as_wide_as_the_list_and_every_headline_as_high(
    title: str, translation: str, source: str, width: int, view: View
) -> None:
    made = replace(HEADLINE, title=title, translation=translation, source=source)
    lines = item_lines(made, width, view, 900)
    assert [cells(line) for line, _ in lines] == [width] * item_height(width, view)
