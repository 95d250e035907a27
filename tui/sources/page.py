"""HTML: the article in a page, found by trafilatura, and what the page says about it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from tui.document import Origin, ParagraphKind
from tui.sanitize import sanitize, sanitize_line
from tui.sources.blocks import Block, Particulars, declared_language, draft_of, same_words
from tui.sources.draft import Draft, SourceError
from tui.sources.page_date import Tree, published_of
from tui.sources.when import parse_when

# A control code written as a reference: lxml refuses the whole page for one of them.
_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,2})|0*([0-9]{1,3}));?", re.IGNORECASE)
_TITLE_TAIL = re.compile(r"\s+[-–—|•·]\s+")
_RIGHTS = re.compile(r"\W*riproduzione riservata\W*", re.IGNORECASE)
_BY = re.compile(r"(?:di|by|a cura di)\s+", re.IGNORECASE)
_LONG_NAME = 200

# trafilatura finds the container of an article by names; it knows English and German ones.
_ITALIAN = re.compile(
    r"(?:articolo|contenuto|corpo|testo)(?:[-_]?(?:articolo|contenuto|corpo|testo))?"
)

_KINDS: dict[str, ParagraphKind] = {"head": "heading", "item": "item", "row": "item"}
_HOLDERS = frozenset({"p", "head", "item", "list", "quote", "table", "row", "div", "ab", "fw"})

# A page without an article still has words: menus, buttons, notices. Prose has a paragraph of
# this many code points with the end of a sentence in it.
_PROSE = 60
_STOPS = (".", "!", "?", "…", "»", "”", '"')


def read_page(html: str, origin: Origin, address: str = "") -> Draft:
    """The draft of the article in a page; menus, notices and comments stay outside.

    `address` is where the page was found, when it was on the network: it may hold its date.

    Raises:
        SourceError: there is no article in it.
    """
    tree = _parse(_decontrolled(html))
    if tree is not None:
        _name_container(tree)
    found = None if tree is None else _extract(tree, address)
    if tree is None or found is None or found.body is None:
        raise _no_article()
    _drop_menu(found.body)
    blocks = [block for block in _blocks(found.body, "body") if not _RIGHTS.fullmatch(block.words)]
    if not any(_is_prose(block) for block in blocks):
        raise _no_article()
    about = Particulars(
        title=_title(found, tree),
        byline=_byline(found.author),
        published=published_of(tree, address),
        language=_language(tree),
    )
    return draft_of(_without_credits(blocks, about), origin, about)


def _no_article() -> SourceError:
    return SourceError("no article was found in this page; open it in a browser, or give its text")


def _decontrolled(html: str) -> str:
    def meant(found: re.Match[str]) -> str:
        point = int(found[1], 16) if found[1] else int(found[2])
        if 0x80 <= point <= 0x9F:
            # The HTML standard: these references mean what they mean in windows-1252.
            return bytes([point]).decode("cp1252", "ignore")
        return chr(point) if point < 0x20 or point == 0x7F else found[0]

    return sanitize(_REFERENCE.sub(meant, html))


def _parse(html: str) -> Tree | None:
    from trafilatura import load_html

    _quieten()
    try:
        return load_html(html)
    except Exception:  # noqa: BLE001 - a parser before hostile pages: whatever it raises, no page
        return None


def _name_container(tree: Tree) -> None:
    """Give the container of an Italian page's article a name that trafilatura knows."""
    if tree.find(".//article") is not None:
        return
    for element in tree.iter("div", "section", "td"):
        names = f"{element.get('id', '')} {element.get('class', '')}".lower().split()
        if any(_ITALIAN.fullmatch(name) for name in names):
            element.set("class", f"{element.get('class', '')} article-body".strip())


def _drop_menu(body: Tree) -> None:
    """Take away tables above the article: old pages lay out their menus with them."""
    for child in list(body):
        if child.tag != "table" or len("".join(child.itertext())) > 10 * _PROSE:
            return
        body.remove(child)


def _extract(tree: Tree, address: str) -> Any:
    from trafilatura import bare_extraction

    params = {
        "original_date": True,
        "extensive_search": False,
        "max_date": (date.today() + timedelta(days=2)).isoformat(),  # noqa: DTZ011
    }
    try:
        return bare_extraction(
            tree,
            url=address or None,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=params,
        )
    except Exception:  # noqa: BLE001 - as above
        return None


def _quieten() -> None:
    # Without a handler a library's warning ends up on the terminal we draw on; trafilatura has
    # one of its own, these two that it calls have none.
    for name in ("courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _blocks(element: Any, kind: ParagraphKind) -> Iterator[Block]:
    """The paragraphs inside an element of trafilatura's body, in order."""
    kind = _KINDS.get(element.tag, kind)
    if element.tag == "row":
        cells = (sanitize_line("".join(cell.itertext())) for cell in element)
        yield from _block(" | ".join(filter(None, cells)), kind)
        return
    words = [element.text or ""]
    for child in element:
        if child.tag in _HOLDERS:
            yield from _block("".join(words), kind)
            yield from _blocks(child, kind)
            words = []
        elif child.tag == "lb":
            words.append("\n")
        else:
            words += child.itertext(with_tail=False)
        words.append(child.tail or "")
    yield from _block("".join(words), kind)


def _block(words: str, kind: ParagraphKind) -> Iterator[Block]:
    # Two line breaks in a row are how old pages divide paragraphs.
    for part in re.split(r"\n\s*\n", sanitize(words)):
        if line := sanitize_line(part):
            yield Block(line, kind)


def _is_prose(block: Block) -> bool:
    if block.kind == "heading" or len(block.words) < _PROSE:
        return False
    return any(f"{stop} " in f"{block.words} " for stop in _STOPS)


def _title(found: Any, tree: Tree) -> str | None:
    """The headline, without the paper's name that `og:title` and `<title>` carry after it."""
    title = sanitize_line(found.title or "")
    site = sanitize_line(found.sitename or "")
    headings = [sanitize_line(h1.text_content()) for h1 in tree.iter("h1")]
    parts = _TITLE_TAIL.split(title)
    if len(parts) > 1:
        for heading in headings:
            if heading and title.startswith(heading):
                return heading
        if site and same_words(parts[-1], site):
            title = title[: title.rindex(parts[-1])].rstrip(" -–—|•·")
    return title or None


def _byline(author: str | None) -> str | None:
    names = [sanitize_line(name) for name in (author or "").split(";")]
    byline = ", ".join(_BY.sub("", name, count=1) for name in names if name)
    return byline if 0 < len(byline) <= _LONG_NAME else None


def _without_credits(blocks: list[Block], about: Particulars) -> list[Block]:
    """The blocks without lines near the top that only repeat who wrote it, or when."""

    def is_credit(line: str) -> bool:
        if about.byline and same_words(_BY.sub("", line, count=1), about.byline):
            return True
        if not about.published or len(line) >= _PROSE or line.endswith(_STOPS):
            return False
        when = parse_when(line)
        return when is not None and about.published.value.startswith(when.value)

    return [block for at, block in enumerate(blocks) if at > 4 or not is_credit(block.words)]


def _language(tree: Tree) -> Any:
    root = tree if tree.tag == "html" else tree.find(".//html")
    return None if root is None else declared_language(root.get("lang") or root.get("xml:lang"))
