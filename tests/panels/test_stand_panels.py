"""The lists of the newsstand on a screen of their own."""

from __future__ import annotations

from array import array
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.pilot import Pilot

from tui.library.kinds import Feed, Headline, Place
from tui.panels.feed_list import FeedList
from tui.panels.headline_list import KEPT, HeadlineList
from tui.panels.rows import View
from tui.panels.stand_list import StandList
from tui.panels.stand_rows import feed_rows

MANY = 50_000
HOSTILE = "[bold red]giù[/] [@click=app.quit]qui[/] \\[ 漢字👩‍👧 " + "à" * 300


def headline(number: int) -> Headline:
    """An article like every other."""
    title, said = f"Titolo {number}", f"Title {number}"
    return Headline(
        number, 1, "Giornale", title, said, False, "it", 900, 900, False, False, False, ""
    )


def feed(number: int, folder: str = "", title: str = "") -> Feed:
    """A feed with one unread article."""
    name = title or f"Feed {number}"
    url = f"http://a/{number}"
    return Feed(number, url, name, folder, 1, 1, "it", "", False, None, None, None, "", 0)


class Lists(App[None]):
    """Both lists, and all that they said."""

    CSS = "FeedList { width: 26; } HeadlineList { width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.said: list[object] = []
        self.asked: list[int] = []
        self.changed: dict[int, Headline] = {}

    def compose(self) -> ComposeResult:
        """Beside each other."""
        with Horizontal():
            yield FeedList()
            yield HeadlineList(self.fetch)

    def fetch(self, ids: Sequence[int]) -> list[Headline]:
        """The headlines of some ids."""
        self.asked += ids
        return [self.changed.get(number) or headline(number) for number in ids]

    def on_feed_list_place_chosen(self, message: FeedList.PlaceChosen) -> None:
        self.said.append(("place", message.place))

    def on_feed_list_open(self, message: FeedList.Open) -> None:
        self.said.append(("open", message.place))

    def on_feed_list_folder_toggled(self, message: FeedList.FolderToggled) -> None:
        self.said.append(("toggled", message.name))

    def on_headline_list_headline_chosen(self, message: HeadlineList.HeadlineChosen) -> None:
        self.said.append(("chosen", message.article))

    def on_headline_list_open_article(self, message: HeadlineList.OpenArticle) -> None:
        self.said.append(("article", message.article))


class Shown:
    """The running lists."""

    def __init__(self, app: Lists, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot
        self.feeds, self.heads = app.query_one(FeedList), app.query_one(HeadlineList)

    def lines(self, panel: StandList) -> list[str]:
        """The rows of a list as they are painted, without the blanks at their ends."""
        return [panel.render_line(y).text.rstrip() for y in range(panel.size.height)]

    async def list_articles(self, count: int) -> None:
        """List so many articles, numbered from 1."""
        self.heads.show(array("q", range(1, count + 1)), "All", ())
        await self.pilot.pause()

    async def list_feeds(self, *feeds: Feed, closed: Sequence[str] = ()) -> None:
        """List these feeds."""
        self.feeds.show(feed_rows(feeds, [], len(feeds), set(closed)))
        await self.pilot.pause()


@asynccontextmanager
async def lists(size: tuple[int, int] = (126, 41)) -> AsyncIterator[Shown]:
    """Both lists, empty."""
    app = Lists()
    async with app.run_test(size=size) as pilot:
        yield Shown(app, pilot)


async def test_moving_says_where_and_going_asks_for_the_article() -> None:
    async with lists() as shown:
        await shown.list_articles(5)
        shown.heads.move(2)
        shown.heads.go()
        await shown.pilot.pause()
        assert shown.app.said == [("chosen", 3), ("article", 3)]
        shown.heads.move(100)
        assert shown.heads.selected == 5
        shown.heads.move(-100)
        assert shown.heads.selected == 1


async def test_only_what_is_in_sight_of_a_long_list_is_fetched() -> None:
    async with lists() as shown:
        await shown.list_articles(MANY)
        assert len(shown.app.asked) <= shown.heads.page_size() + 1
        shown.heads.move(MANY)
        await shown.pilot.pause()
        assert len(shown.app.asked) <= 2 * (shown.heads.page_size() + 1)
        assert f"Titolo {MANY}" in shown.lines(shown.heads)[-2]


async def test_what_is_in_sight_is_shown_however_one_came_there() -> None:
    async with lists() as shown:
        await shown.list_articles(MANY)
        shown.heads.move(MANY)
        shown.lines(shown.heads)
        for by in [-1] * (KEPT + 20) + [1] * (KEPT + 20):
            shown.heads.move(by)
            titles = [line for line in shown.lines(shown.heads)[1:] if "Titolo" in line]
            assert len(titles) == shown.heads.page_size()


async def test_a_headline_that_changed_is_fetched_anew_once_it_is_forgotten() -> None:
    async with lists() as shown:
        await shown.list_articles(3)
        shown.app.changed[2] = Headline(
            2, 1, "Giornale", "Altro", "", False, "it", 900, 900, True, True, False, ""
        )
        assert "Altro" not in "\n".join(shown.lines(shown.heads))
        shown.heads.forget([2])
        assert "★" in shown.lines(shown.heads)[3]
        assert "Altro" in shown.lines(shown.heads)[3]
        assert shown.lines(shown.heads)[4].strip() == ""


async def test_an_article_stays_chosen_in_another_list() -> None:
    async with lists() as shown:
        await shown.list_articles(9)
        shown.heads.show(array("q", [7, 8, 3]), "Some", (), keep=3)
        assert shown.heads.selected == 3
        shown.heads.select(8)
        assert shown.heads.selected == 8
        shown.heads.select(1)
        assert shown.heads.selected == 8


async def test_where_the_chosen_article_goes_the_one_after_it_is_chosen() -> None:
    async with lists() as shown:
        await shown.list_articles(9)
        shown.heads.select(5)
        shown.heads.show(array("q", [1, 2, 3, 4, 6, 7]), "All", (), keep=5)
        assert shown.heads.selected == 6
        shown.heads.select(7)
        shown.heads.show(array("q", [1, 2]), "All", (), keep=7)
        assert shown.heads.selected == 2
        shown.heads.show(array("q"), "All", ("Nothing.",), keep=2)
        assert shown.heads.selected is None


async def test_an_empty_list_says_what_to_do() -> None:
    async with lists() as shown:
        shown.heads.show(array("q"), "All", ("Nothing has come yet.", "R  asks " * 40))
        await shown.pilot.pause()
        lines = shown.lines(shown.heads)
        assert lines[:3] == ["  All", "", "  Nothing has come yet."]
        assert lines[3].endswith("…")
        shown.heads.move(1)
        shown.heads.go()
        await shown.pilot.pause()
        assert shown.app.said == []


@pytest.mark.parametrize("size", [(126, 41), (80, 24), (40, 12)])
@pytest.mark.parametrize("view", list(View))
async def test_titles_of_strangers_are_painted_as_they_are(
    size: tuple[int, int], view: View
) -> None:
    async with lists(size) as shown:
        shown.app.changed[1] = Headline(
            1, 1, HOSTILE, HOSTILE, HOSTILE, True, "it", 900, 900, False, True, True, "javascript:1"
        )
        shown.heads.view = view
        shown.heads.show(array("q", [1, 2]), HOSTILE, ())
        await shown.list_feeds(feed(1, HOSTILE.replace("/", ""), HOSTILE))
        assert "[bold" in shown.lines(shown.heads)[1]
        assert "[bold red]" in "\n".join(shown.lines(shown.feeds))
        for panel in (shown.heads, shown.feeds):
            strips = [panel.render_line(y) for y in range(panel.size.height)]
            assert {strip.cell_length for strip in strips} == {panel.size.width}
            assert not any(segment.style and segment.style.meta for s in strips for segment in s)


async def test_the_bar_at_the_right_goes_from_the_top_to_the_bottom() -> None:
    async with lists() as shown:
        await shown.list_articles(5)
        assert "┃" not in "\n".join(shown.lines(shown.heads))
        await shown.list_articles(MANY)
        assert shown.lines(shown.heads)[1].endswith("┃")
        shown.heads.move(MANY)
        lines = shown.lines(shown.heads)
        assert lines[-1].endswith("┃")
        assert sum(line.endswith("┃") for line in lines) == 1


async def test_the_chosen_row_is_in_sight_after_a_change_of_size_or_view() -> None:
    async with lists() as shown:
        await shown.list_articles(MANY)
        await shown.list_feeds(*map(feed, range(1, 40)))
        shown.heads.move(19)
        shown.feeds.move(35)
        await shown.pilot.resize_terminal(60, 12)
        await shown.pilot.pause()
        assert "Titolo 20" in "\n".join(shown.lines(shown.heads))
        assert "Feed 33" in "\n".join(shown.lines(shown.feeds))


async def test_a_list_that_was_hidden_shows_all_there_is_room_for() -> None:
    async with lists() as shown:
        shown.feeds.display = False
        await shown.pilot.pause()
        await shown.list_feeds(*map(feed, range(1, 9)))
        shown.feeds.choose(Place("feed", feed=6))
        shown.feeds.display = True
        await shown.pilot.pause()
        assert shown.lines(shown.feeds)[1].split() == ["All", "8"]


async def test_the_chosen_row_is_marked_with_a_sign_that_tells_who_has_the_keys() -> None:
    async with lists() as shown:
        await shown.list_articles(3)
        shown.feeds.focus()
        await shown.list_feeds(feed(1))
        assert shown.lines(shown.feeds)[1].startswith("▌")
        assert shown.lines(shown.heads)[1].startswith("│")
        shown.heads.focus()
        await shown.pilot.pause()
        assert shown.lines(shown.feeds)[1].startswith("│")
        assert shown.lines(shown.heads)[1].startswith("▌")


async def test_the_chosen_place_stays_when_the_feeds_change() -> None:
    async with lists() as shown:
        await shown.list_feeds(feed(1), feed(2))
        shown.feeds.choose(Place("feed", feed=2))
        await shown.list_feeds(feed(7, "Nuovi"), feed(1), feed(2))
        assert shown.feeds.chosen == Place("feed", feed=2)
        await shown.list_feeds()
        assert shown.feeds.chosen == Place("later")
        assert shown.app.said == []


async def test_the_mouse_chooses_opens_folds_and_scrolls() -> None:
    async with lists() as shown:
        await shown.list_feeds(feed(1, "Italia"), feed(2))
        await shown.list_articles(MANY)
        await shown.pilot.click(FeedList, offset=(12, 5))
        assert shown.app.said == [("place", Place("feed", feed=1))]
        await shown.pilot.click(FeedList, offset=(12, 0))
        await shown.pilot.click(FeedList, offset=(12, 30))
        assert len(shown.app.said) == 1
        await shown.pilot.click(FeedList, offset=(1, 4))
        assert shown.app.said[1:] == [("place", Place("folder", "Italia")), ("toggled", "Italia")]
        shown.app.said.clear()
        await shown.pilot.click(HeadlineList, offset=(20, 4), times=2)
        assert shown.app.said == [("chosen", 2), ("article", 2)]
        await shown.pilot._post_mouse_events([events.MouseScrollDown], HeadlineList, offset=(5, 5))
        await shown.pilot.pause()
        assert "Titolo 3" in shown.lines(shown.heads)[1]
        assert shown.heads.selected == 2
