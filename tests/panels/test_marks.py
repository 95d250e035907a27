"""What stands out on a line: exactly the characters of quotes, dates, search and selection."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.articles import article, articles, day, laid, plain_words, views, widths
from tui.document import Document, Echo, Echoes, Quote, Span, State, Translation
from tui.panels.layout import Layout
from tui.panels.marks import Findings, Mark, Tag, cursor, found, runs, selected
from tui.panels.rows import Line, Mode, Side, View
from tui.panels.search import Hits, find
from tui.panels.selection import Point, Selected

marks = st.lists(
    st.builds(
        lambda start, length, tag: Mark(start, start + length, tag),
        st.integers(0, 30),
        st.integers(0, 20),
        st.sampled_from(Tag),
    ),
    max_size=6,
)


@given(start=st.integers(0, 30), length=st.integers(1, 30), all_marks=marks)
def test_runs_cover_a_line_once_each_character_with_its_own_tags(
    start: int, length: int, all_marks: list[Mark]
) -> None:
    end = start + length
    cut = runs(start, end, all_marks)
    assert [at for a, b, _ in cut for at in range(a, b)] == list(range(start, end))
    for a, b, tags in cut:
        for at in range(a, b):
            wanted = {mark.tag for mark in all_marks if mark.start <= at < mark.end}
            assert tags == tuple(sorted(wanted))


def tagged(line: Line, found_marks: list[Mark]) -> list[set[Tag]]:
    """The tags of each character of a line, as it is painted."""
    return [
        set(tags) for a, b, tags in runs(line.start, line.end, found_marks) for _ in range(a, b)
    ]


def every_line(layout: Layout) -> list[tuple[int, Line]]:
    return [
        (block, line)
        for block in range(layout.count)
        for row in layout.block(block).rows
        for line in row.lines
    ]


@st.composite
def echoed(draw: st.DrawFn, document: Document) -> Echoes:
    """Echoes anywhere in the translations that have words."""
    out: list[Echo] = []
    for number, translation in enumerate(document.translations):
        if translation and translation.text and draw(st.booleans()):
            end = draw(st.integers(1, len(translation.text)))
            span = Span(draw(st.integers(0, end - 1)), end)
            out.append(Echo(draw(st.sampled_from(["quote", "date"])), 0, number, span))
    return Echoes().updated((), out)


@settings(max_examples=12)
@given(document=articles(plain_words), view=views, width=widths, data=st.data())
def test_each_character_of_the_page_stands_out_for_its_own_reasons(
    document: Document, view: View, width: int, data: st.DataObject
) -> None:
    layout = laid(document, view, width)
    echoes = data.draw(echoed(document))
    number = data.draw(st.integers(0, len(document.sentences) - 1))
    hits = find(document, data.draw(plain_words))
    hits = hits.at(data.draw(st.sampled_from(hits.hits)) if hits.hits else None)
    findings = Findings(document, echoes)
    for _, line in every_line(layout):
        shown = tagged(line, [*findings.on(line), *cursor(line.flow, number), *found(line, hits)])
        assert len(shown) == line.end - line.start
        for at, tags in enumerate(shown, line.start):
            assert tags == reasons(document, echoes, number, line, at) | searched(hits, line, at)


def reasons(document: Document, echoes: Echoes, number: int, line: Line, at: int) -> set[Tag]:
    """Why a character of a line stands out, found one by one."""
    flow = line.flow
    piece = next((p for p in flow.pieces if p.start <= at < p.end), None)
    out: set[Tag] = set()
    if piece is not None and piece.sentence == number:
        out.add(Tag.CURSOR)
    if flow.side is Side.SOURCE:
        offset = flow.base + at
        out |= {Tag.QUOTE for quote in document.quotes if quote.span.holds(offset)}
        return out | {Tag.DATE for mention in document.dates if mention.span.holds(offset)}
    if piece is None:
        return out
    if piece.state in (State.PENDING, State.FAILED):
        return out | {Tag.PENDING if piece.state is State.PENDING else Tag.FAILED}
    for echo in echoes.by_sentence.get(piece.sentence, ()):
        if echo.span.holds(at - piece.start):
            out.add(Tag.QUOTE if echo.layer == "quote" else Tag.DATE)
    return out


def searched(hits: Hits, line: Line, at: int) -> set[Tag]:
    """Whether a character of a line belongs to a hit, and to the current one."""
    flow = line.flow
    piece = next((p for p in flow.pieces if p.start <= at < p.end), None)
    out: set[Tag] = set()
    for hit in hits.hits:
        if hit.side is not flow.side:
            continue
        if flow.side is Side.SOURCE:
            inside = hit.start <= flow.base + at < hit.end
        else:
            inside = piece is not None and piece.sentence == hit.sentence
            inside = inside and hit.start <= at - (piece.start if piece else 0) < hit.end
        if inside:
            out.add(Tag.CURRENT if hit == hits.current else Tag.MATCH)
    return out


@settings(max_examples=10)
@given(document=articles(plain_words), view=views, width=widths, data=st.data())
def test_what_is_selected_stands_out_in_its_own_column_only(
    document: Document, view: View, width: int, data: st.DataObject
) -> None:
    layout = laid(document, view, width)
    lines = every_line(layout)
    point = st.builds(Point, st.integers(0, layout.count - 1), st.integers(0, len(document.text)))
    selection = Selected(data.draw(st.sampled_from(Side)), data.draw(point), data.draw(point))
    first, last = sorted([selection.anchor, selection.head])
    for block, line in lines:
        shown = tagged(line, selected(line, selection, block))
        for at, tags in enumerate(shown, line.start):
            inside = first <= Point(block, at) < last and line.flow.side is selection.side
            assert tags == ({Tag.SELECTED} if inside else set())
        assert selected(line, None, block) == []


def test_indirect_speech_is_not_marked_and_does_not_hide_what_is() -> None:
    document = article([("Ha detto che verrà: “sì, verrò domani”.", None)])
    text = document.text
    said = Span(text.index("sì"), text.index("”"))
    reported = Quote(Span(0, len(text)), "indirect", 0)
    document = document.with_findings(quotes=[reported, Quote(said, "direct", 1)])
    (_, line), *_ = every_line(laid(document, View.ITALIAN, 80))
    assert [text[m.start : m.end] for m in Findings(document, Echoes()).on(line)] == [
        "sì, verrò domani"
    ]


def test_a_quote_that_runs_over_several_lines_is_marked_on_each() -> None:
    document = article([("Disse “una due tre quattro cinque sei sette otto nove dieci”.", None)])
    text = document.text
    quote = Quote(Span(text.index("una"), text.index("”")), "direct", 0)
    document = document.with_findings(quotes=[quote])
    findings = Findings(document, Echoes())
    layout = laid(document, View.ITALIAN, 24)
    lines = [line for _, line in every_line(layout)]
    assert len(lines) >= 3
    assert all(findings.on(line) for line in lines)


def test_a_failed_translation_is_marked_as_failed_and_nothing_in_it_as_found() -> None:
    document = article([("Domani è il 3 maggio.", None)])
    failed = Translation("en", None, State.FAILED, None, "no network")
    document = replace(document, dates=(day(Span(9, 20)),)).with_translations({0: failed})
    stale = Echoes().updated((), [Echo("date", 0, 0, Span(1, 4))])
    layout = laid(document, View.ENGLISH, 80)
    assert layout.geometry.mode is Mode.TARGET
    (_, line), *_ = every_line(layout)
    assert [m.tag for m in Findings(document, stale).on(line)] == [Tag.FAILED]
