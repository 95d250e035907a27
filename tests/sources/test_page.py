"""HTML pages: the article, and what the page says about it."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.web_server import page_of
from tui.document import Origin
from tui.sources import Draft, SourceError
from tui.sources.page import read_page
from tui.sources.when import parse_when, when_of_address

HERE = Origin("page", "https://voce.example/articolo")
PROSE = (
    "Le automobili sono tornate a passare sul ponte vecchio, dopo due anni di lavori e di attese."
    " «Era ora», ha detto il sindaco davanti a qualche centinaio di abitanti."
)


LINKED = '<script type="application/ld+json">{}</script>'


def parts(draft: Draft) -> list[tuple[str, str]]:
    return [(p.kind, p.span.of(draft.text)) for p in draft.paragraphs]


def article(head: str = "", top: str = "<h1>Il ponte riapre</h1>", html: str = "") -> Draft:
    body = f"<body><article>{top}<p>{PROSE}</p></article></body>"
    return read_page(f"<html {html}><head>{head}</head>{body}</html>", HERE)


def test_a_newspaper_page_gives_its_article_and_nothing_around_it() -> None:
    draft = read_page(page_of("ponte.html").decode(), HERE)
    assert draft.title == "Riapre il ponte vecchio dopo due anni di lavori"
    assert draft.byline == "Carla Bianchi"
    assert draft.language == "it"
    assert draft.published is not None
    assert draft.published.value == "2024-05-18T09:42"
    assert [kind for kind, _ in parts(draft)] == [
        "title",
        "body",
        "body",
        "heading",
        "body",
        "body",
    ]
    assert draft.text.count(draft.title) == 1
    assert "ha detto il sindaco Paolo Ferri, che" in draft.text
    for outside in ("cookie", "Abbonati", "Leggi anche", "bravi tutti", "Riproduzione", "P.IVA"):
        assert outside not in draft.text


def test_an_old_page_without_landmarks_still_gives_its_article_and_its_list() -> None:
    draft = read_page(page_of("museo.html").decode(), HERE)
    assert draft.title == "Il museo del sale compie cent'anni"
    assert draft.published is not None
    assert draft.published.value == "2024-06"
    assert [kind for kind, _ in parts(draft)] == ["title", *["body"] * 3, *["item"] * 3, "body"]
    assert "all’inizio nessuno ci credeva: «Ci dicevano" in draft.text
    for outside in ("Archivio Contatti", "giugno 2024", "tribunale"):
        assert outside not in draft.text


def test_a_menu_laid_out_as_a_table_stays_outside_and_a_table_of_the_article_comes_in() -> None:
    menu = "<table><tr><td><a href=/>Prima pagina</a> <a href=/s>Sport</a></td></tr></table>"
    page = f"<html><body>{menu}<h1>Il ponte</h1><p>{PROSE}</p><p>{PROSE} Piove.</p></body></html>"
    assert "Sport" not in read_page(page, HERE).text
    costs = "<table><tr><th>Anno</th><th>Costo</th></tr><tr><td>2023</td><td>4</td></tr></table>"
    draft = article(top=f"<h1>Il ponte</h1><p>{PROSE}</p>{costs}")
    assert [words for kind, words in parts(draft) if kind == "item"] == ["Anno | Costo", "2023 | 4"]


def test_an_english_page_says_so() -> None:
    draft = read_page(page_of("harbour.html").decode(), HERE)
    assert (draft.language, draft.byline) == ("en", "Ann Miller")
    assert draft.title == "Harbour ferry strike called off"
    assert draft.published is not None
    assert draft.published.value == "2023-11"
    assert not any(words.startswith("By ") for _, words in parts(draft))


@pytest.mark.parametrize(
    "page",
    [
        page_of("front.html").decode(),
        "<html><body></body></html>",
        "<html><body><form><input name=q><button>Cerca</button></form></body></html>",
        "<html><body><p>Abilita JavaScript per continuare</p></body></html>",
        "<html",
        "<!doctype html>\x00",
        "<html><body>" + "<div>" * 20_000,
    ],
)
def test_a_page_without_an_article_is_refused_in_one_line(page: str) -> None:
    with pytest.raises(SourceError, match="no article") as raised:
        read_page(page, HERE)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("head", "top", "value"),
    [
        (
            '<meta property="article:published_time" content="2024-06-24T18:30:00Z">',
            "",
            "2024-06-24T18:30",
        ),
        (
            '<meta property="article:published_time" content="2024-06-24T00:00:00">',
            "",
            "2024-06-24",
        ),
        ('<meta name="date" content="2024">', "", "2024"),
        ('<meta itemprop="datePublished" content="20240624">', "", "2024-06-24"),
        (
            LINKED.format('{"@graph": [{"@type": "Article", "datePublished": "2024-06-24"}]}')
            + '<meta name="date" content="2020-01-01">',
            "",
            "2024-06-24",
        ),
        (LINKED.format('{"datePublished": '), "", None),
        ("", '<time datetime="2024-06">giugno</time>', "2024-06"),
        ("", "<time>lunedì 24 giugno 2024, ore 18.30</time>", "2024-06-24"),
        ("", '<span class="data-articolo">24/06/2024</span>', "2024-06-24"),
        ("", '<p class="byline">di Anna Verdi, 1° giugno 2024</p>', "2024-06-01"),
        ("", "<p>Nel maggio 2019 il ponte fu chiuso per la prima volta.</p>", None),
        ('<meta name="date" content="presto">', "", None),
        ("", "", None),
    ],
)
def test_the_date_is_as_precise_as_the_page_and_never_invented(
    head: str, top: str, value: str | None
) -> None:
    published = article(head, f"<h1>Il ponte riapre</h1>{top}").published
    assert (published.value if published else None) == value


def test_the_address_may_hold_the_date() -> None:
    page = f"<html><body><article><h1>Ponte</h1><p>{PROSE}</p></article></body></html>"
    address = "https://voce.example/2024/06/24/ponte"
    published = read_page(page, Origin("page", address), address).published
    assert published is not None
    assert published.value == "2024-06-24"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-06-24T18:30+02:00", "2024-06-24T18:30"),
        ("2024-06-24T18:30:15-05:00", "2024-06-24T18:30"),
        ("2024-06-24 18:30", "2024-06-24T18:30"),
        ("lunedì 3 febbraio 2025", "2025-02-03"),
        ("1º gen. 2025", "2025-01-01"),
        ("March 5th, 2023", "2023-03-05"),
        ("5 March 2023", "2023-03-05"),
        ("Mon, 05 Jun 2023 10:00:00 GMT", "2023-06-05"),
        ("giugno 2024", "2024-06"),
        ("24.06.2024", "2024-06-24"),
        ("31 febbraio 2024", None),
        ("13/13/2024", None),
        ("tel. 0123-45-6789", None),
        ("", None),
    ],
)
def test_dates_are_read_as_papers_write_them(text: str, value: str | None) -> None:
    when = parse_when(text)
    assert (when.value if when else None) == value


def test_an_address_without_a_date_has_none() -> None:
    assert when_of_address("https://voce.example/2024/articolo/06") is None


@pytest.mark.parametrize(
    ("tag", "language"), [("it-IT", "it"), ("en_GB", "en"), ("IT", "it"), ("fr", None), ("", None)]
)
def test_the_language_is_what_the_page_declares(tag: str, language: str | None) -> None:
    assert article(html=f'lang="{tag}"').language == language


def test_the_papers_name_is_not_part_of_the_title() -> None:
    draft = article(
        '<meta property="og:title" content="Il ponte riapre | La Voce">'
        '<meta property="og:site_name" content="La Voce">'
    )
    assert draft.title == "Il ponte riapre"
    assert draft.text.count("Il ponte riapre") == 1


@pytest.mark.parametrize(
    "title",
    [
        "Il ponte&#27;]52;c;Q29kaWNl&#7; riapre",
        "Il ponte\x1b]52;c;Q29kaWNl\x07 riapre",
        "Il &#x202e;ponte&#x1b;[31m riapre",
        "Il ponte&#x9b;31m riapre",
    ],
)
def test_hostile_codes_are_gone_however_they_are_written(title: str) -> None:
    draft = article(f"<title>{title}</title>", f"<h1>{title}</h1><p>{PROSE} {title}</p>")
    whole = draft.text + (draft.title or "")
    assert not set(whole) & set("\x1b\x07\x9b\u202e")
    assert "Q29kaWNl" not in whole
    assert PROSE in draft.text


def test_markup_in_a_headline_is_only_words() -> None:
    draft = article(top="<h1>[@click=app.quit]x[/] [/b] vince</h1>")
    assert draft.title == "[@click=app.quit]x[/] [/b] vince"


def test_the_libraries_own_messages_never_reach_the_terminal() -> None:
    code = (
        "from tui.document import Origin\n"
        "from tui.sources.page import read_page\n"
        "data = '<html><script type=application/ld+json>{'\n"
        "for page in ('<html', '<html><body><p>x', '', data):\n"
        "    try: read_page(page, Origin('page', 'x'))\n"
        "    except Exception as error: assert 'no article' in str(error), error\n"
        "import logging\n"
        "logging.getLogger('courlan.urlutils').warning('una riga di troppo')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_users_own_logging_set_up_is_left_alone() -> None:
    before = logging.getLogger().handlers[:]
    article()
    assert logging.getLogger().handlers == before


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<ul><li>", "<table><tr><td>", "<h2>", "<a href=x>"),
        *("<br>", "<br><br>", "&#27;", "&#0;", "&#x9d;", "&lt;", "\x00", "è", PROSE),
    ]
)


@given(st.lists(TAGS, max_size=25).map("".join))
def test_whatever_the_page_paragraphs_stand_in_order(body: str) -> None:
    try:
        draft = read_page(f"<html><body><article>{body}</article></body></html>", HERE)
    except SourceError:
        return
    assert draft.text.split("\n\n") == [words for _, words in parts(draft)]
    assert not set(draft.text) & set("\x00\x1b\x9d")
