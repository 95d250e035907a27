"""Quotes and dates are found again in a translation where that is certain, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.articles import article, day
from tui.document import Document, Echo, Echoes, Quote, Span, State, Translation
from tui.translate.spans import echoes_of

DAYS = {"3 May": "2024-05-03", "4 May": "2024-05-04", "in May": "2024-05"}


def english_dates(text: str) -> Sequence[tuple[Span, str]]:
    """The dates of a translation: the few this newspaper knows."""
    return [(Span(m.start(), m.end()), DAYS[m[0]]) for m in re.finditer("|".join(DAYS), text)]


def with_quotes(document: Document, *words: str) -> Document:
    spans = [Span(at := document.text.index(each), at + len(each)) for each in words]
    return document.with_findings(
        quotes=[Quote(span, "direct", number) for number, span in enumerate(spans)]
    )


def with_dates(document: Document, *mentions: tuple[str, str]) -> Document:
    at = document.text.index
    return document.with_findings(
        dates=[day(Span(at(words), at(words) + len(words)), value) for words, value in mentions]
    )


def found(document: Document) -> dict[int, str]:
    """What was found again, by its number in its layer, in the words of the translation."""
    everything = echoes_of(document, range(len(document.sentences)), english_dates)
    said = [document.translations[echo.sentence] for echo in everything]
    return {
        echo.index: echo.span.of(each.text or "")
        for echo, each in zip(everything, said, strict=True)
        if each is not None
    }


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("“Sì” e poi “no”.", "“Yes” and then “no”."),
        ("«Sì» e poi «no».", '"Yes" and then "no".'),
        ("„Sì” e poi „no“.", "« Yes » and then «no»."),
        ('"Sì" e poi "no".', "“Yes” and then „no”."),
    ],
)
def test_the_second_quote_is_the_second_of_the_translation(source: str, translated: str) -> None:
    document = with_quotes(article([(source, translated)]), "Sì", "no")
    assert found(document) == {0: "Yes", 1: "no"}


def test_a_word_in_marks_that_nobody_said_is_counted_but_not_found() -> None:
    document = article([("La “movida” non piace: “Basta”.", "The “movida” is disliked: “Enough”.")])
    assert found(with_quotes(document, "Basta")) == {0: "Enough"}


@pytest.mark.parametrize(
    "translated",
    ["Yes and then “no”.", "“Yes” and “then” “no”.", "Yes and then no.", "‘Yes’ and ‘no’."],
)
def test_with_more_or_fewer_marks_nothing_is_certain(translated: str) -> None:
    document = with_quotes(article([("“Sì” e poi “no”.", translated)]), "Sì", "no")
    assert found(document) == {}


def test_a_quote_without_marks_of_its_own_is_not_looked_for() -> None:
    document = article([("Dice che verrà, “forse”.", "He says he will come, “perhaps”.")])
    assert found(with_quotes(document, "verrà")) == {}


def test_a_date_is_found_by_its_day_wherever_the_translation_puts_it() -> None:
    document = article([("Apre il 3 maggio, chiude il 4 maggio.", "It closes 4 May, opens 3 May.")])
    document = with_dates(document, ("il 3 maggio", "2024-05-03"), ("il 4 maggio", "2024-05-04"))
    assert found(document) == {0: "3 May", 1: "4 May"}


@pytest.mark.parametrize(
    ("source", "translated"),
    [
        ("Apre il 3 maggio.", "It opens 3 May, yes, 3 May."),
        ("Apre il 3 maggio.", "It opens 4 May."),
        ("Apre il 3 maggio.", "It opens in May."),
        ("Apre il 3 maggio.", "It opens soon."),
    ],
)
def test_a_date_that_stands_twice_or_not_at_all_is_left_out(source: str, translated: str) -> None:
    document = with_dates(article([(source, translated)]), ("il 3 maggio", "2024-05-03"))
    assert found(document) == {}


def test_two_dates_of_one_day_cannot_be_told_apart() -> None:
    document = article([("Il 3 maggio, cioè domani, si apre.", "On 3 May it opens.")])
    document = with_dates(document, ("Il 3 maggio", "2024-05-03"), ("domani", "2024-05-03"))
    assert found(document) == {}


def others(document: Document) -> list[tuple[str, str, str]]:
    """The names and numbers found again: their layer, their words here and there."""
    everything = echoes_of(document, range(len(document.sentences)), english_dates)
    out: list[tuple[str, str, str]] = []
    for echo in everything:
        said = document.translations[echo.sentence]
        if echo.source is not None and said is not None:
            out.append((echo.layer, document.words(echo.source), echo.span.of(said.text or "")))
    return out


def test_names_and_numbers_are_found_with_where_they_stand_on_both_sides() -> None:
    document = article(
        [("Prima.", "First.")],
        [("A Mosca Andrei Belousov ha 1.200 uomini.", "Andrei Belousov has 1,200 men in Moscow.")],
    )
    assert others(document) == [
        ("name", "Mosca", "Moscow"),
        ("name", "Andrei Belousov", "Andrei Belousov"),
        ("number", "1.200", "1,200"),
    ]


def test_what_stands_inside_a_date_belongs_to_it() -> None:
    document = article([("Apre il 3 maggio alle 15, ai 30.", "It opens 3 May at 3 pm, to the 30.")])
    document = with_dates(document, ("il 3 maggio alle 15", "2024-05-03"))
    assert others(document) == [("number", "30", "30")]


def test_a_sentence_that_is_the_same_has_nothing_to_find_again() -> None:
    document = article([("Il G7 costa 30.", "Il G7 costa 30.")])
    same = Translation("en", "Il G7 costa 30.", State.SAME)
    assert others(document) == [("name", "G7", "G7"), ("number", "30", "30")]
    assert others(document.with_translations({0: same})) == []


def test_nothing_is_found_where_there_is_no_translation_or_it_was_not_asked_for() -> None:
    document = article([("“Sì”.", None)], [("“No”.", "“No”.")], [("“Ma”.", "“But”.")])
    document = with_quotes(document, "Sì", "No", "Ma")
    assert found(document) == {1: "No", 2: "But"}
    assert [echo.index for echo in echoes_of(document, [2], english_dates)] == [2]


def test_what_runs_over_two_sentences_is_left_to_the_whole_sentences() -> None:
    document = article([("Dice “sì.", "He says “yes."), ("E poi no”.", "And then no”.")])
    quote = Quote(Span(document.text.index("sì"), document.text.index("”")), "direct", 0)
    assert found(document.with_findings(quotes=[quote])) == {}


def test_a_date_over_two_sentences_is_not_that_of_either() -> None:
    document = article([("Apre il 3.", "It opens 3 May."), ("Maggio, cioè.", "May, that is.")])
    assert found(with_dates(document, ("il 3. Maggio", "2024-05-03"))) == {}


def test_whoever_leaves_stops_the_search_between_sentences() -> None:
    document = article(*([("“Sì”.", "“Yes”.")] for _ in range(5)))
    spans = [s.span for s in document.sentences]
    document = document.with_findings(
        quotes=[Quote(Span(s.start + 1, s.start + 3), "direct", n) for n, s in enumerate(spans)]
    )
    asked: list[int] = []

    def after_two() -> bool:
        asked.append(len(asked))
        return len(asked) > 2

    echoes = echoes_of(document, range(5), english_dates, after_two)
    assert [echo.sentence for echo in echoes] == [0, 1]


echoes = st.builds(
    lambda layer, index, sentence: Echo(layer, index, sentence, Span(0, 1)),
    st.sampled_from(["quote", "date"]),
    st.integers(0, 3),
    st.integers(0, 4),
)


@given(old=st.lists(echoes, unique=True), new=st.lists(echoes, unique=True))
def test_new_echoes_of_a_sentence_take_the_place_of_its_old_ones(
    old: list[Echo], new: list[Echo]
) -> None:
    before = Echoes().updated((), old)
    renewed = {echo.sentence for echo in new} | {0}
    after = before.updated(renewed, new)
    kept = [echo for echo in old if echo.sentence not in renewed] + new
    shown = [echo for those in after.by_sentence.values() for echo in those]
    key = repr
    assert sorted(shown, key=key) == sorted(kept, key=key)
    for echo in kept:
        assert after.find(echo.layer, echo.index, echo.sentence) == echo.span
    assert after.find("quote", 99, 0) is None
    assert sorted(map(key, before.by_sentence.get(0, ()))) == sorted(
        key(echo) for echo in old if echo.sentence == 0
    )
