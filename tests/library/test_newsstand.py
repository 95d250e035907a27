"""The newsstand keeps feeds, articles and marks; an article from two feeds is there once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.library import Newsstand
from tui.library.kinds import Incoming, NewFeed, Outcome, Place, Text

ALL = Place("all")
OK = Outcome("ok", title="Testata", language="it")


@pytest.fixture
def stand(tmp_path: Path) -> Newsstand:
    return Newsstand(tmp_path / "newsstand.sqlite")


def entry(number: int, **more: object) -> Incoming:
    facts: dict[str, object] = {
        "entry": f"e{number}",
        "title": f"Titolo {number}",
        "text": Text(f"Il governo ha deciso la cosa numero {number}.", "b"),
        "link": f"https://www.giornale.it/a/{number}?utm_source=rss",
        "language": "it",
        "published": 1_700_000_000 + number,
    }
    return Incoming(**{**facts, **more})  # type: ignore[arg-type]


def two_feeds(stand: Newsstand) -> tuple[int, int]:
    one, two = stand.feeds.add(
        [NewFeed("http://a.it/f", folder="Italia"), NewFeed("http://b.it/f", "Altra", "Italia/Sud")]
    )
    return one.id, two.id


def test_an_article_from_two_feeds_is_there_once_and_counts_once(stand: Newsstand) -> None:
    one, two = two_feeds(stand)
    same = entry(1, entry="other", link="http://giornale.it/a/1/")
    assert stand.intake.receive([(one, OK, [entry(1), entry(2)])]) == {one: 2}
    stand.intake.receive([(two, OK, [same])])
    assert len(stand.lists.ids(ALL)) == 2
    assert stand.lists.unread() == 2
    shared = stand.lists.ids(Place("feed", feed=two))
    assert list(shared) == [stand.lists.ids(Place("feed", feed=one))[-1]]
    stand.marks.set(shared[0], "read", True)
    assert [(feed.unread, feed.total) for feed in stand.feeds.all()] == [(1, 2), (0, 1)]


def test_a_feed_that_gives_all_its_entries_one_link_keeps_them_apart(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    link = "https://giornale.it/ultime"
    stand.intake.receive([(one, OK, [entry(1, link=link), entry(2, link=link)])])
    stand.intake.receive([(one, OK, [entry(3, link=link), entry(1, link=link)])])
    assert len(stand.lists.ids(ALL)) == 3


def test_an_id_that_changes_makes_no_second_article(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1)])])
    stand.intake.receive([(one, OK, [entry(1, entry="changed")])])
    assert len(stand.lists.ids(ALL)) == 1
    assert stand.feeds.all()[0].unread == 1


def test_the_newest_stand_first_and_the_future_does_not_stay_on_top(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    far = entry(9, published=9_999_999_999)
    stand.intake.receive([(one, OK, [entry(1), far, entry(3), entry(2)])])
    listed = stand.lists.headlines(stand.lists.ids(ALL))
    assert [each.title for each in listed] == ["Titolo 9", "Titolo 3", "Titolo 2", "Titolo 1"]
    assert listed[0].sort < 9_999_999_999


def test_a_folder_holds_its_feeds_and_those_of_folders_in_it(stand: Newsstand) -> None:
    one, two = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1)]), (two, OK, [entry(2)])])
    assert len(stand.lists.ids(Place("folder", "Italia"))) == 2
    assert len(stand.lists.ids(Place("folder", "Italia/Sud"))) == 1
    assert len(stand.lists.ids(Place("folder", "Ital"))) == 0


def test_folders_without_a_name_are_none(stand: Newsstand) -> None:
    written = ["/Italia/", "Italia", "Italia//Sud", " Italia / Sud ", "/", "//"]
    feeds = stand.feeds.add(
        [NewFeed(f"http://{n}.it", folder=name) for n, name in enumerate(written)]
    )
    tidy = ["Italia", "Italia", "Italia/Sud", "Italia/Sud", "", ""]
    assert [feed.folder for feed in feeds] == tidy
    for feed, name in zip(feeds, reversed(written), strict=True):
        assert stand.feeds.move(feed.id, name)
    assert [kept.folder for feed in feeds if (kept := stand.feeds.get(feed.id))] == tidy[::-1]


def test_marking_all_read_can_be_taken_back_in_another_session(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(n) for n in range(5)])])
    stand.marks.set(stand.lists.ids(ALL)[0], "read", True)
    assert stand.marks.mark_all(ALL, "all", "4 articles marked read") == 4
    assert stand.feeds.all()[0].unread == 0
    stand.close()
    again = Newsstand(stand.store.path)
    assert again.marks.undo() == "4 articles marked read"
    assert again.feeds.all()[0].unread == 4
    assert again.marks.undo() is None


def test_a_removed_feed_comes_back_with_its_marks(stand: Newsstand) -> None:
    one, two = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1)]), (two, OK, [entry(2)])])
    stand.marks.set(stand.lists.ids(Place("feed", feed=one))[0], "read", True)
    stand.feeds.remove([one], "1 feed removed")
    assert [feed.id for feed in stand.feeds.all()] == [two]
    assert len(stand.lists.ids(ALL)) == 1
    assert stand.marks.undo() == "1 feed removed"
    assert len(stand.lists.ids(ALL)) == 2
    assert stand.feeds.get(one).unread == 0  # type: ignore[union-attr]


def test_what_is_starred_outlives_its_feed(stand: Newsstand) -> None:
    one, two = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1), entry(2)]), (two, OK, [])])
    kept = stand.lists.ids(ALL)[0]
    stand.marks.set(kept, "starred", True)
    stand.feeds.remove([one])
    assert stand.feeds.purge(before=2_000_000_000_000) == ["http://a.it/f"]
    assert list(stand.lists.ids(ALL)) == [kept]
    assert [feed.title for feed in stand.feeds.all()] == ["Saved", "Altra"]
    assert stand.search.ids("Titolo").tolist() == [kept]


def test_next_unread_goes_on_past_what_is_read(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(n) for n in range(4)])])
    a, b, c, d = stand.lists.ids(ALL)
    stand.marks.set(b, "read", True)
    for place in (ALL, Place("feed", feed=one), Place("folder", "Italia")):
        assert stand.lists.next_unread(place, a) == c
        assert stand.lists.next_unread(place, c, forward=False) == a
        assert stand.lists.next_unread(place, None) == a
        assert stand.lists.next_unread(place, d) is None


def test_a_changed_entry_is_taken_and_the_marks_stay(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1)])])
    (article,) = stand.lists.ids(ALL)
    stand.marks.set(article, "read", True)
    stand.marks.set(article, "starred", True)
    stand.intake.receive([(one, OK, [entry(1, title="Altro", text=Text("Nuove parole.", "b"))])])
    kept = stand.texts.get(article)
    assert kept is not None
    assert (kept.headline.title, kept.text.words) == ("Altro", "Nuove parole.")
    assert kept.headline.read
    assert kept.headline.starred
    assert stand.search.ids("parole").tolist() == [article]
    assert not stand.search.ids("governo")


def test_a_page_stands_in_place_of_the_feeds_text_only_when_it_gives_more(
    stand: Newsstand,
) -> None:
    one, _ = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1)])])
    (article,) = stand.lists.ids(ALL)
    assert not stand.texts.take_page(article, Text("Poco.", "b"))
    assert stand.texts.take_page(article, Text("Molto di più. " * 20, "b"))
    assert stand.texts.get(article).from_page  # type: ignore[union-attr]
    assert stand.texts.swap(article)
    assert stand.texts.get(article).text.words.startswith("Il governo")  # type: ignore[union-attr]


def test_everything_kept_of_an_article_is_found(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1, title="Perché no"), entry(2)])])
    second, first = stand.lists.ids(ALL)
    stand.texts.keep_translation(first, "Why not", rough=False)
    stand.texts.keep_findings(first, speakers="Giorgia Meloni", dates="2024-06-24")
    for query in (
        *("perche", "why", "speaker:mel", "from:Meloni", "date:2024-06-24", '"why not"'),
        *("title:perché is:unread", "feed:testata no", "lang:it why"),
    ):
        assert stand.search.ids(query).tolist() == [first], query
    assert stand.search.ids("governo -perché").tolist() == [second]
    assert stand.search.ids("titolo:2").tolist() == [second]
    assert stand.search.ids("no").tolist() == [first]
    assert stand.search.ids("pe").tolist() == []  # two letters are a word
    assert stand.search.why_not("-solo")
    for hostile in ('"', "'; DROP TABLE", "NEAR(", "a AND", "*", "{title} : x", "\0", "^x"):
        stand.search.ids(hostile)
    assert not stand.take_notices()


def test_a_second_program_sees_what_the_first_wrote(stand: Newsstand) -> None:
    other = Newsstand(stand.store.path)
    before = other.version()
    two_feeds(stand)
    assert other.version() != before
    assert len(other.feeds.all()) == 2


def test_a_server_is_told_the_last_word_only(stand: Newsstand) -> None:
    one, _ = two_feeds(stand)
    stand.intake.receive([(one, OK, [entry(1)])])
    (article,) = stand.lists.ids(ALL)
    stand.marks.set(article, "read", True)
    assert stand.outbox.changes() == []
    stand.outbox.enabled = True
    stand.marks.set(article, "read", False)
    stand.marks.set(article, "read", True)
    (change,) = stand.outbox.changes()
    assert (change.kind, change.subject, change.value) == ("read", "e1", "1")
    stand.outbox.done([change.seq])
    assert Newsstand(stand.store.path).outbox.enabled
