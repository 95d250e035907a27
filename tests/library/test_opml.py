"""Feeds and folders go out to OPML and come back the same; what is broken is listed."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.command_line import edicola
from tui.library import Newsstand
from tui.library.kinds import NewFeed
from tui.library.opml import read_opml, write_opml
from tui.library.starters import starters
from tui.library.urls import read_urls

WORDS = st.text(
    st.characters(blacklist_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=12
).map(lambda words: " ".join(words.replace("/", "").split()))
FOLDERS = st.lists(WORDS.filter(bool), max_size=3).map("/".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(WORDS.filter(bool), FOLDERS), max_size=6))
def test_what_goes_out_comes_back(feeds: list[tuple[str, str]]) -> None:
    new = [NewFeed(f"https://a.example/{n}?a=1&b=2", *each) for n, each in enumerate(feeds)]
    with TemporaryDirectory() as folder:
        stand = Newsstand(Path(folder) / "newsstand.sqlite")
        stand.feeds.add(new)
        kept = {(feed.url, feed.title, feed.folder) for feed in stand.feeds.all()}
        read = read_opml(write_opml(stand.feeds.all()).encode())
        assert read.problems == ()
        assert {tuple(feed) for feed in read.feeds} == kept
        assert stand.feeds.add(read.feeds) == []
        stand.close()


def test_the_good_of_a_broken_file_is_taken_and_the_bad_is_listed() -> None:
    text = (
        '<opml><body><outline text="Italia"><outline text="A" xmlUrl="https://a.it/f"/>'
        '<outline text="B" xmlUrl="javascript:x"/><outline text="C" type="rss"/>\n'
        '<outline text="D" xmlUrl="http://d.it/f"/></outline><outline text="E" xmlUrl="htt'
    )
    read = read_opml(text.encode())
    assert [(feed.url, feed.folder) for feed in read.feeds] == [
        ("https://a.it/f", "Italia"),
        ("http://d.it/f", "Italia"),
    ]
    bad, none, fault, lost = read.problems
    assert "“javascript:x” is no web address" in bad
    assert "it has no address" in none
    assert fault.startswith("line 2: unclosed")
    assert lost == "line 2: an outline that cannot be read"


FAULTS = {
    "ampersand": '<outline text="Q & R" xmlUrl="https://q.it/?a=1&b=2"/>',
    "entity": '<outline text="Perch&eacute; no" xmlUrl="https://q.it/?a=1&b=2"/>',
    "stray end": '</body><outline text="Q" xmlUrl="https://q.it/?a=1&amp;b=2"/>',
    "in text": 'a & b <outline text="Q" xmlUrl="https://q.it/?a=1&amp;b=2"/>',
    "code": '<outline text="Q\x1b[0m" xmlUrl="https://q.it/?a=1&amp;b=2"/>',
    "twice": '<outline text="Q" text="Q" xmlUrl="https://q.it/?a=1&amp;b=2"/>',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_follows_a_fault_is_read_in_its_folders(fault: str) -> None:
    text = (
        '<?xml version="1.0"?>\n<opml><body>\n<outline text="Italia">\n<outline text="Roma">'
        f'<outline text="A" xmlUrl="https://a.it/f"/>\n{FAULTS[fault]}\n'
        "<outline text='B' xmlUrl='https://b.it/f'>x</outline></outline>\n"
        '<outline text="C" xmlUrl="https://c.it/f"/></outline>\n'
        '<outline text="D" xmlUrl="ftp://d.it/f"/><outline text="E" xmlUrl="https://e.it/f"/>'
        "</body></opml>"
    )
    read = read_opml(text.encode())
    assert [(feed.url, feed.folder) for feed in read.feeds] == [
        ("https://a.it/f", "Italia/Roma"),
        ("https://q.it/?a=1&b=2", "Italia/Roma"),
        ("https://b.it/f", "Italia/Roma"),
        ("https://c.it/f", "Italia"),
        ("https://e.it/f", ""),
    ]
    told, bad = read.problems
    assert told.startswith("line 5: ")
    assert bad == "line 8: D: “ftp://d.it/f” is no web address"


def test_an_outline_that_never_ends_costs_no_other() -> None:
    text = (
        '<opml><body><outline text="Italia"><outline text="A" xmlUrl="https://a.it/f/>\n'
        '<outline text="B" xmlUrl="https://b.it/f"/>\n<outline text="Roma" <>\n'
        '<outline text="C" xmlUrl="https://c.it/f"/></outline></outline></body></opml>'
    )
    read = read_opml(text.encode())
    assert [(feed.title, feed.folder) for feed in read.feeds] == [("B", "Italia"), ("C", "Italia")]
    assert [told[:7] for told in read.problems] == ["line 2:", "line 1:", "line 3:"]


def test_entities_are_not_read_and_the_feeds_beside_them_are() -> None:
    bomb = '<!DOCTYPE o [<!ENTITY a "ah"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    text = f'{bomb}<opml><body><outline text="&a;&b;" xmlUrl="https://a.it/f"/></body></opml>'
    read = read_opml(text.encode())
    assert read.feeds == (NewFeed("https://a.it/f", "&a;&b;"),)
    assert read.problems == ("line 1: it declares entities, which are not read",)


def test_a_file_of_faults_is_read_in_no_time() -> None:
    for part in (
        "<outline ",
        "<outline text='",
        '<outline text="a">',
        "</outline>",
        "<outline a=>",
    ):
        begun = time.monotonic()
        read_opml(b"<opml>&" + part.encode() * (2_000_000 // len(part)))
        assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 99, b"<opml", b'<!DOCTYPE o [<!ENTITY a "b">]><opml>&a;</opml>',
     b'<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml>&a;</opml>',
     b'<?xml version="1.0" encoding="x-none"?><opml/>', b"<outline>" * 5_000],
)  # fmt: skip
def test_hostile_files_give_nothing_and_do_no_harm(data: bytes) -> None:
    read = read_opml(data)
    assert read.feeds == ()


def test_encodings_are_read_as_they_are() -> None:
    text = '<?xml version="1.0" encoding="{}"?><opml><outline text="Però" xmlUrl="http://a.it"/></opml>'
    for name, said in (("utf-8", "utf-8"), ("latin-1", "iso-8859-1"), ("latin-1", "utf-8"),
                       ("utf-16", "utf-16")):  # fmt: skip
        (feed,) = read_opml(text.format(said).encode(name)).feeds
        assert feed.title == "Però"


def test_the_urls_of_newsboat_are_read_with_tags_and_titles() -> None:
    data = (
        '# mine\nhttps://a.it/f "In breve" "~Il Titolo" !\n\nhttp://b.it/f\n'
        '"query:Unread:unread = \\"yes\\""\nexec:~/x.sh\nhttps://a.it/f doppio\n'
    )
    read = read_urls(data.encode())
    assert read.feeds == (
        NewFeed("https://a.it/f", "Il Titolo", "In breve"),
        NewFeed("http://b.it/f", "", ""),
    )
    assert len(read.problems) == 2


def test_import_and_export_by_hand(tmp_path: Path) -> None:
    source = tmp_path / "feeds.opml"
    source.write_text(
        '<opml version="2.0"><body><outline text="Italia"><outline text="Uno" '
        'xmlUrl="https://a.it/f"/></outline><outline text="x" xmlUrl="ftp://no"/></body></opml>'
    )
    done = edicola(tmp_path, "feeds", "import", source)
    assert (done.status, done.out) == (0, "1 feed added, 0 known already\n")
    assert "is no web address" in done.complaints[0]
    again = edicola(tmp_path, "feeds", "import", "-", stdin=source.read_bytes())
    assert again.out == "0 feeds added, 1 known already\n"
    assert edicola(tmp_path, "feeds", "export", tmp_path / "out.opml").status == 0
    read = read_opml((tmp_path / "out.opml").read_bytes())
    assert read.feeds == (NewFeed("https://a.it/f", "Uno", "Italia"),)
    removed = edicola(tmp_path, "feeds", "remove", "https://a.it/f")
    assert "undo" in removed.out
    assert edicola(tmp_path, "feeds", "export").out.count("xmlUrl") == 0
    assert edicola(tmp_path, "feeds", "undo").status == 0
    assert edicola(tmp_path, "feeds", "export").out.count("xmlUrl") == 1
    lost = edicola(tmp_path, "feeds", "import", tmp_path / "none.opml")
    assert lost.status == 1
    assert "nothing was read" in lost.complaints[0]


def test_of_a_file_full_of_faults_some_are_told_and_the_rest_counted(tmp_path: Path) -> None:
    bad = '<outline text="x" xmlUrl="ftp://no"/>' * 5_000
    good = '<outline text="Uno" xmlUrl="https://a.it/f"/>'
    source = tmp_path / "feeds.opml"
    source.write_text(f'<opml version="2.0"><body>{bad}{good}</body></opml>')
    done = edicola(tmp_path, "feeds", "import", source)
    assert done.out == "1 feed added, 0 known already\n"
    assert len(done.complaints) == 101
    assert "and 4900 more problems" in done.complaints[-1]


def test_the_public_feeds_ship_and_are_of_both_languages() -> None:
    offered = starters(Path(__file__).parents[2] / "seeds")
    assert {each.language for each in offered} == {"it", "en"}
    assert len({each.url for each in offered}) == len(offered) >= 12
    assert all(each.url.startswith("https://") for each in offered)
