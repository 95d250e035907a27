"""Feeds of our own making, good and bad, and a home with some of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from tests.support.command_line import Outcome, edicola
from tests.support.reading import places
from tui.library import Newsstand
from tui.library.kinds import NewFeed

RSS = "application/rss+xml; charset=utf-8"
QUICK = "[sources]\nconnect_seconds = 2\nread_seconds = 1\ntotal_seconds = 3\n"
"""Settings under which a server that hangs is left soon."""
ESCAPES = "\x1b]52;c;aGk=\x07\x1b[31m\u202e\x9b5m"


def item(number: int, name: str = "", **more: str) -> str:
    """An item of RSS; `more` stands in place of its elements."""
    facts = {
        "title": f"Il governo decide la cosa {name}{number}",
        "link": f"https://giornale.example/{name}{number}.html",
        "guid": f"{name}{number}",
        "pubDate": f"Mon, 24 Jun 2024 {number % 24:02d}:{number // 24 % 60:02d}:00 +0200",
        "description": escape(f"<p>Il ministro ha parlato ieri della cosa {name}{number}.</p>"),
        **more,
    }
    return "<item>" + "".join(f"<{k}>{v}</{k}>" for k, v in facts.items() if v) + "</item>"


def rss(items: Sequence[str], title: str = "Il Giornale") -> str:
    """A feed of RSS 2.0."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><link>https://giornale.example/</link>"
        f"<description>d</description><language>it</language>{''.join(items)}</channel></rss>"
    )


def take(home: Path, *addresses: str) -> Newsstand:
    """The newsstand of a home, with these feeds."""
    found = places(home)
    found.config.mkdir(parents=True, exist_ok=True)
    if not found.settings.exists():
        found.settings.write_text(QUICK)
    stand = Newsstand(found.newsstand)
    stand.feeds.add([NewFeed(address) for address in addresses])
    return stand


def refresh(home: Path, *arguments: str) -> Outcome:
    """`edicola refresh`, to its end."""
    return edicola(home, "refresh", *arguments)


def bad_feeds() -> Iterator[tuple[str, bytes, str]]:
    """Malformed and hostile feeds: a name, the body, the type the server says it is."""
    good = rss([item(n) for n in range(3)])
    data = good.encode()
    for number in range(75):
        yield f"cut-{number}", data[: len(data) * number // 75], RSS
    for number in range(75):
        at = len(data) * number // 75
        yield f"byte-{number}", data[:at] + bytes([number * 4 % 256]) + data[at + 1 :], RSS
    for name in ("latin-1", "utf-16", "utf-16-le", "cp1252", "mac-roman", "utf-7"):
        text = good.replace("decide", "deciderà però")
        for said in ("utf-8", "iso-8859-1", "utf-16", "x-unknown", ""):
            head = f'encoding="{said}"' if said else ""
            body = text.replace('encoding="UTF-8"', head).encode(name, "replace")
            yield f"encoding-{name}-{said}", body, f"application/xml; charset={said}"
    yield from _by_field()
    yield from _whole()


def _by_field() -> Iterator[tuple[str, bytes, str]]:
    values = {
        "absent": "",
        "empty": " ",
        "escapes": "&#27;]52;c;aGk=&#7;" + escape(ESCAPES.replace("\x1b", "").replace("\x07", "")),
        "markup": escape("<script>alert(1)</script><b>x</b> [@click=app.quit]y[/]"),
        "cdata": "<![CDATA[<img src=javascript:alert(1)><p>a]]>",
        "long": "parola " * 30_000,
        "script": "javascript:alert(1)",
        "file": "file:///etc/passwd",
        "data": "data:text/html,x",
        "relative": "../notizie/1.html",
        "nested": "<a><b><c>x</c></b></a>",
        "entity": "&egrave; &nbsp; &unknown; &",
        "numbers": "99999999999999999999999",
        "emoji": "👩‍👩‍👧‍👦 " * 50,
    }
    for field in ("title", "link", "guid", "pubDate", "description", "author"):
        for name, value in values.items():
            items = [item(1, f"{field}-{name}-", **{field: value})]
            yield f"{field}-{name}", rss(items).encode("utf-8", "replace"), RSS
    moments = ("ieri", "lun, 24 giu 2024 10:00", "9999-12-31", "0000-00-00", "1969-01-01T00:00:00Z",
               "2024-06-31", "Mon, 99 Jun 2024 99:99:99 +9999", "-1",
               "2124-06-24T10:00:00Z", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00",
               "<![CDATA[Mon, 24 Jun 0000 10:00:00 +0000]]>")  # fmt: skip
    for number, moment in enumerate(moments):
        yield f"moment-{number}", rss([item(1, f"m{number}-", pubDate=moment)]).encode(), RSS


def _whole() -> Iterator[tuple[str, bytes, str]]:
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ah"}">' for n in range(10))
    outside = '<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/x">'
    for name, inner, use in (("bomb", bomb, "&l9;"), ("outside", outside, "&x;&y;")):
        text = rss([item(1, name, title=use, description=use)])
        doctype = f"?><!DOCTYPE rss [{inner}]><rss"
        yield name, text.replace("?><rss", doctype).encode(), RSS
    same = [item(1, "same"), item(1, "same"), item(2, "x", guid="same1")]
    wholes = {
        "nothing": b"",
        "blank": b"  \n",
        "zeros": b"\0" * 5_000,
        "noise": bytes(range(256)) * 40,
        "html": b"<!DOCTYPE html><html><title>x</title><p>Pagina",
        "json": b'{"a": [1, 2',
        "jsonfeed": b'{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1",'
        b'"content_html":"<p>ciao</p>","url":"https://a.example/j"}]}',
        "jsonfeed-types": b'{"version":"https://jsonfeed.org/version/1.1","title":5,"items":[7,'
        b'{"id":["x"],"content_html":{},"url":9}]}',
        "no-items": rss([]).encode(),
        "no-channel": b'<rss version="2.0"/>',
        "same-ids": rss(same).encode(),
        "deep": b"<rss><channel>" + b"<a>" * 30_000,
        "undeclared": rss(["<item><dc:date>x</dc:date><media:x/><title>t</title></item>"]).encode(),
        "atom": b'<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>1</id>'
        b'<title type="html">&lt;b&gt;x&lt;/b&gt;</title><content type="xhtml"><div>y</div>'
        b"</content></entry></feed>",
        "atom-03": b'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry>'
        b"<title>x</title><modified>2004-01-01T00:00:00Z</modified></entry></feed>",
        "rdf": b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        b'xmlns="http://purl.org/rss/1.0/"><item><title>x</title><link>https://a.example/r</link>'
        b"</item></rdf:RDF>",
        "instruction": b"<?xml version='9.9'?><?php x ?>" + rss([item(1, "p")]).encode()[38:],
    }
    for name, body in wholes.items():
        for kind in (RSS, "text/html", "application/octet-stream"):
            yield f"{name}-{kind[:9].replace('/', '-')}", body, kind
