"""The newsstand on the screen: lists, articles, marks, search."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.newsstand import filled, newsstand
from tui.library.kinds import Incoming, Outcome, Place, Text
from tui.panels.bars import Header
from tui.panels.rows import View
from tui.pipeline import open_source
from tui.screens.dialogs import AskLine, Confirm
from tui.screens.stand.columns import StandFeeds, StandHeadlines

NARROW, MIDDLE, WIDE = (80, 24), (120, 36), (200, 50)


async def test_the_first_start_says_what_to_do_and_opens_the_seed(tmp_path: Path) -> None:
    async with newsstand(tmp_path, NARROW) as news:
        assert "newsstand is empty" in news.titles()
        await news.press("enter")
        await news.until(lambda: news.screen.document is not None)
        await news.rest()
        assert news.focused() is news.pane
        assert "Saved" in [feed.title for feed in news.stand.feeds.all()]
        document = news.screen.document
        assert document is not None
        assert document.text == open_source(str(news.app.session.places.seed)).text
        assert "The United States" in news.text(news.pane)


async def test_headlines_stand_newest_first_and_enter_opens(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        assert isinstance(news.focused(), StandHeadlines)
        first = news.screen.headline_list.selected
        await news.press("enter")
        assert news.screen.article == first
        assert news.screen.document is not None
        assert news.screen.document.article.title == "Nuove regole per le scuole 2"
        assert news.stand.lists.headlines([first or 0])[0].read
        await news.press("escape")
        assert isinstance(news.focused(), StandHeadlines)


@pytest.mark.parametrize(
    ("size", "lists", "text"),
    [(NARROW, (False, True, False), (False, False, True)),
     (MIDDLE, (True, True, False), (False, True, True)),
     (WIDE, (True, True, False), (True, True, True))],
)  # fmt: skip
async def test_as_many_panes_as_there_is_room_for(
    tmp_path: Path, size: tuple[int, int], lists: tuple[bool, ...], text: tuple[bool, ...]
) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path, size) as news:
        screen = news.screen

        def seen() -> tuple[bool, ...]:
            return tuple(
                panel.region.width > 0
                for panel in (screen.feed_list, screen.headline_list, news.pane)
            )

        assert seen() == lists
        await news.press("enter")
        assert seen() == text
        await news.press("z")
        assert seen() == (False, False, True)
        await news.press("z")
        assert seen() == text
        await news.press("escape", "escape")
        assert isinstance(news.focused(), StandFeeds)
        assert screen.feed_list.region.width > 0


async def test_n_goes_from_unread_to_unread_across_feeds(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        feed = news.stand.feeds.all()[1]
        news.screen.go_to_place(Place("feed", feed=feed.id))
        seen = set()
        for _ in range(8):
            await news.press("n")
            seen.add(news.screen.article)
        assert len(seen) == 8
        assert news.stand.lists.unread() == 0
        await news.press("n")
        assert news.message == "Nothing else is unread."


async def test_p_goes_back_from_unread_to_unread_across_feeds(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        one, two = news.stand.feeds.all()
        news.screen.go_to_place(Place("feed", feed=two.id))
        ids = news.stand.lists.ids(Place("feed", feed=two.id))
        await news.press("G", "r", "p")
        assert news.screen.article == ids[2]
        await news.press("p", "p")
        assert news.screen.article == ids[0]
        await news.press("p")
        assert news.screen.place == Place("feed", feed=one.id)
        assert news.screen.article == news.stand.lists.ids(Place("feed", feed=one.id))[-1]
        assert news.stand.lists.unread() == 3


async def test_capital_j_and_k_go_from_article_to_article(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        await news.press("enter", "J")
        ids = news.stand.lists.ids(Place("all"))
        assert news.screen.article == ids[1]
        await news.press("K")
        assert news.screen.article == ids[0]
        await news.press("K")
        assert "no other article" in news.message


async def test_marks_are_set_with_a_key_and_stay(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        await news.press("s", "plus", "r")
        head = news.stand.lists.headlines(news.stand.lists.ids(Place("all"), limit=1))[0]
        assert (head.starred, head.later, head.read) == (True, True, True)
        await news.press("r")
        assert news.stand.lists.unread() == 8
        await news.press("f", "f")
        assert news.screen.headline_list.count() == 1


async def test_marking_all_asks_and_can_be_undone(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        await news.press("A")
        assert isinstance(news.top(), Confirm)
        await news.press("n")
        assert news.stand.lists.unread() == 8
        await news.press("A", "y")
        assert news.stand.lists.unread() == 0
        assert "U undoes it" in news.message
        await news.press("U")
        assert news.stand.lists.unread() == 8


async def test_the_headlines_follow_the_language_of_the_page(tmp_path: Path) -> None:
    stand = filled(tmp_path, 1)
    first = stand.lists.ids(Place("all"))[0]
    stand.texts.keep_translation(first, "New rules for schools", rough=False)
    stand.close()
    async with newsstand(tmp_path) as news:
        both = news.titles()
        assert "Nuove regole" in both
        assert "New rules" in both
        await news.press("b")
        assert news.screen.view is View.ITALIAN
        assert "New rules" not in news.titles()
        await news.press("b")
        assert "Nuove regole" not in news.titles()
        assert "New rules" in news.titles()


async def test_a_search_lists_what_it_finds_as_one_types_and_can_be_kept(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        await news.press("slash")
        assert isinstance(news.top(), AskLine)
        await news.press(*"scio")
        assert news.screen.headline_list.count() == 2
        await news.press("enter", "S")
        assert "Search" in news.titles()
        assert "scio" in news.feeds()
        await news.press("escape")
        assert news.screen.headline_list.count() == 8
        await news.press("slash", *"derby", "escape")
        assert news.screen.headline_list.count() == 8


async def test_from_a_search_one_comes_back_to_where_one_was(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path, NARROW) as news:
        feed = Place("feed", feed=news.stand.feeds.all()[1].id)
        news.screen.go_to_place(feed)
        await news.press("j", "j")
        chosen = news.screen.headline_list.selected
        for keys in (("slash", *"derby", "escape"), ("slash", *"derby", "enter", "escape")):
            await news.press(*keys)
            assert (news.screen.place, news.screen.headline_list.selected) == (feed, chosen)
            assert news.focused() is news.screen.headline_list
        await news.press("escape", "slash", *"derby")
        assert "La Juventus" in news.titles()  # also where the feeds had all the room
        assert news.screen.headline_list.region.width > 0
        await news.press("escape")
        assert news.focused() is news.screen.feed_list


async def test_what_is_typed_after_a_search_is_for_what_it_found(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        for key in ("slash", *"scio", "enter", "j", "s"):  # nobody waits for anything
            news.app.simulate_key(key)
        await news.until(lambda: news.message == "Starred.")
        assert news.screen.place == Place("search", "scio")
        second = news.screen.headline_list.selected
        assert news.stand.lists.ids(Place("starred")).tolist() == [second]
        for key in ("slash", *"derby", "escape", "k", "s"):
            news.app.simulate_key(key)
        await news.until(lambda: len(news.stand.lists.ids(Place("starred"))) == 2)
        assert news.screen.place == Place("search", "scio")


async def test_hostile_titles_are_painted_as_they_are(tmp_path: Path) -> None:
    stand = filled(tmp_path, 1)
    feed = stand.feeds.all()[0]
    stand.feeds.rename(feed.id, "[bold]x[/] [@click=app.quit]y[/]")
    hostile = Incoming(
        entry="h", title="[@click=app.quit]Premi qui[/]", text=Text("Il testo della notizia.", "b"),
        language="it", published=1_800_000_000,
    )  # fmt: skip
    stand.intake.receive([(feed.id, Outcome("ok"), [hostile])])
    stand.close()
    async with newsstand(tmp_path) as news:
        assert "[@click=app.quit]Premi" in news.titles()
        assert "[bold]x" in news.feeds()
        await news.press("enter", "H", "V", "question_mark", "escape")


async def test_another_program_s_articles_are_listed(tmp_path: Path) -> None:
    stand = filled(tmp_path, 1)
    async with newsstand(tmp_path) as news:
        new = Incoming("x", "Arrivata adesso", Text("Il testo.", "b"), language="it")
        stand.intake.receive([(stand.feeds.all()[0].id, Outcome("ok"), [new])])
        await news.until(lambda: "Arrivata adesso" in news.titles())


async def test_offline_nothing_is_fetched_and_it_says_so(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path) as news:
        await news.press("ctrl+r")
        assert "offline" in news.message
        await news.press("x")
        assert "offline" in news.message


async def test_the_header_says_how_many_are_unread_now(tmp_path: Path) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path, NARROW) as news:
        header = news.screen.query_one(Header)
        assert header.note == "Edicola · 8 unread"
        await news.press("r")
        assert header.note == "Edicola · 7 unread"
        await news.press("A", "y")
        assert header.note == "Edicola"
        await news.press("U")
        assert header.note == "Edicola · 7 unread"


async def test_a_wider_window_does_not_put_the_sidebar_where_the_lists_leave_no_room(
    tmp_path: Path,
) -> None:
    filled(tmp_path)
    async with newsstand(tmp_path, (110, 30)) as news:
        await news.press("enter")
        await news.rest()
        before = news.pane.size.width
        assert not news.sidebar_shown()
        for width in (80, 120, 110):
            await news.pilot.resize_terminal(width, 30)
            await news.pilot.pause()
            assert not news.sidebar_shown()
        assert news.pane.size.width == before
        await news.pilot.resize_terminal(200, 30)
        await news.pilot.pause()
        assert news.sidebar_shown()
