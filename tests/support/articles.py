"""Articles for the tests of the panels: sanitised text of every width, with all its layers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from tui.document import (
    Article,
    DateMention,
    DateType,
    Document,
    Language,
    Modifier,
    Origin,
    Paragraph,
    ParagraphKind,
    Quote,
    Sentence,
    Span,
    State,
    Translation,
    other_language,
)
from tui.panels.layout import Layout
from tui.panels.page import Page
from tui.panels.rows import Geometry, View

MEASURE = 88
"""The widest a column becomes unless the reader asks for more."""

PLAIN = ("il", "ponte", "è", "città", "riaprirà", "a", "«sì»", "l’acqua", "1.200", "perché…")
LONG = ("precipitevolissimevolmente" * 3, "x" * 120)
HELD = ("10\u00a0km",)
"""A blank that does not break."""
COMBINED = ("perche\u0301", "n\u0303o", "e\u0302\u0301ra")
WIDE = ("東京", "日本国憲法" * 4, "한국", "ＡＢ")
JOINED = ("👩‍🚀", "❤️", "👍🏽", "🇮🇹", "🏳️‍🌈", "❤️" * 30, "👨‍👩‍👧" * 12)
"""Several code points that are drawn as one."""

_FIRST: st.SearchStrategy[ParagraphKind] = st.sampled_from(("title", "body"))
_LATER: st.SearchStrategy[ParagraphKind] = st.sampled_from(("heading", "body", "item"))

plain_words = st.sampled_from(PLAIN)
measured_words = st.sampled_from(PLAIN + LONG + HELD + COMBINED + WIDE)
"""Words whose width is the sum of that of their code points."""
any_words = st.sampled_from(PLAIN + LONG + HELD + COMBINED + WIDE + JOINED)


def sayings(
    words: st.SearchStrategy[str] = any_words, blanks: str = " ", most: int = 12
) -> st.SearchStrategy[str]:
    """A sentence: words with one of `blanks` between them."""
    said = st.lists(words, min_size=1, max_size=most)
    return st.builds(lambda blank, all_words: blank.join(all_words), st.sampled_from(blanks), said)


def _translations(words: st.SearchStrategy[str]) -> st.SearchStrategy[Translation | None]:
    said = sayings(words)
    return st.one_of(
        st.none(),
        st.just(Translation("en", None, State.PENDING)),
        st.builds(lambda why: Translation("en", None, State.FAILED, None, why), st.none() | said),
        st.builds(lambda text: Translation("en", text, State.TRANSLATED, "google"), said),
        st.builds(lambda text: Translation("en", text, State.REMEMBERED, "memory"), said),
    )


@st.composite
def articles(
    draw: st.DrawFn, words: st.SearchStrategy[str] = any_words, paragraphs: int = 5
) -> Document:
    """An article as the extraction leaves it: every paragraph has a sentence."""
    text = ""
    kinds: list[Paragraph] = []
    sentences: list[Sentence] = []
    for number in range(draw(st.integers(1, paragraphs))):
        text += "\n\n" if number else ""
        start = len(text)
        for index, said in enumerate(draw(st.lists(sayings(words, " \n"), min_size=1, max_size=3))):
            text += draw(st.sampled_from([" ", "\n"])) if index else ""
            sentences.append(Sentence(Span(len(text), len(text) + len(said)), number))
            text += said
        kinds.append(Paragraph(Span(start, len(text)), draw(_LATER if number else _FIRST)))
    document = Document(
        Article(text, Origin("file", "prova.txt"), "it"),
        tuple(kinds),
        tuple(sentences),
        quotes=tuple(Quote(span, "direct", n) for n, span in enumerate(draw(_inside(sentences)))),
        dates=tuple(day(span) for span in draw(_inside(sentences))),
        translations=tuple(draw(_translations(words)) for _ in sentences),
    )
    return document.check()


@st.composite
def _inside(draw: st.DrawFn, sentences: Sequence[Sentence]) -> list[Span]:
    """A stretch of some of the sentences."""
    out: list[Span] = []
    for sentence in sentences:
        if draw(st.booleans()):
            start = draw(st.integers(sentence.span.start, sentence.span.end - 1))
            out.append(Span(start, draw(st.integers(start + 1, sentence.span.end))))
    return out


def day(
    span: Span,
    value: str = "2024-05-03",
    *,
    kind: DateType = "DATE",
    mod: Modifier | None = None,
    confidence: float = 0.9,
) -> DateMention:
    """A mention of a date with a value."""
    on = date(2024, 5, 3)
    return DateMention(span, kind, value, on, on, "day", mod, None, "full", confidence)


views = st.sampled_from(View)
widths = st.sampled_from([20, 21, 24, 33, 40, 60, 79, 80, 83, 84, 100, 120, 160, 200])
"""From the narrowest terminal the reader is made for."""
heights = st.integers(1, 30)


def article(
    *paragraphs: Sequence[tuple[str, str | None]],
    language: Language = "it",
    kinds: Sequence[ParagraphKind] = (),
    title: str | None = None,
) -> Document:
    """An article of paragraphs of sentences, each with its translation, or None when pending."""
    text: list[str] = []
    end = 0
    spans: list[Paragraph] = []
    sentences: list[Sentence] = []
    translations: list[Translation | None] = []
    for number, paragraph in enumerate(paragraphs):
        start = end + 2 if number else 0
        for index, (said, translated) in enumerate(paragraph):
            blank = " " if index else "\n\n" if number else ""
            text += (blank, said)
            span = Span(end + len(blank), end + len(blank) + len(said))
            sentences.append(Sentence(span, number))
            translations.append(_translation(translated, language))
            end = span.end
        spans.append(Paragraph(Span(start, end), kinds[number] if kinds else "body"))
    return Document(
        Article("".join(text), Origin("file", "cartella/prova.txt"), language, title),
        tuple(spans),
        tuple(sentences),
        translations=tuple(translations),
    ).check()


def _translation(text: str | None, language: Language) -> Translation | None:
    target = other_language(language)
    return None if text is None else Translation(target, text, State.TRANSLATED, "google")


def long_article(sentences: int, in_paragraph: int = 4) -> Document:
    """An article of many numbered sentences, every one translated."""
    said = (
        "Frase numero {}: il mercato coperto riapre lunedì, e con esso la piazza grande "
        "dove si vendono pesce, pane e libri usati."
    )
    translated = (
        "Sentence number {}: the covered market reopens on Monday, and with it the main square "
        "where fish, bread and second-hand books are sold."
    )
    pairs = [(said.format(number), translated.format(number)) for number in range(sentences)]
    return article(*(pairs[at : at + in_paragraph] for at in range(0, sentences, in_paragraph)))


def laid(document: Document, view: View = View.BOTH, width: int = 80) -> Layout:
    """The document laid out as the reading pane does on `width` cells."""
    return Layout(document, Geometry.fit(view, document.article.language, width, MEASURE))


def opened(document: Document, view: View = View.BOTH, width: int = 80, height: int = 24) -> Page:
    """The page a reader sees who has just opened the document."""
    return Page(laid(document, view, width), height).home()
