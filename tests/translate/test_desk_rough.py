"""Engines that take lists, engines that are rough, and what the desk says about whom it passed."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.desk_engines import Local, an_article, apertium
from tests.support.translating import Posts, document_of, engine_at, sentences_of
from tests.support.translation_server import Fault, TranslationServer, rot13
from tui.document import Document, Flag, Language, State
from tui.translate import Answer, Desk, Memory, Translator, Unavailable


def agreed(_: str) -> bool:
    return True


def run(desk: Desk, document: Document, at: int = 0) -> tuple[Document, Posts]:
    posts = Posts()
    desk.run(document, start=lambda: at, post=posts, cancel=threading.Event())
    return document.with_translations(posts.last), posts


def engines_of(document: Document) -> set[str | None]:
    return {made.engine for made in document.translations if made is not None}


def test_a_list_engine_gets_a_few_sentences_first_and_then_many_nearest_first() -> None:
    document = an_article(60)
    engine = Local(batch=16)
    done, posts = run(Desk(None, [engine], consented=agreed), document, at=30)
    assert [len(sentences) for sentences in engine.asked] == [8, 16, 16, 16, 4]
    assert sentences_of(document)[30] in engine.asked[0]
    assert [made.text for made in done.translations if made] == [
        rot13(sentence) for sentence in sentences_of(document)
    ]
    assert len(posts.all) == 5, "each batch is shown when it is there"
    far = {abs(sentences_of(document).index(s) - 30) for s in engine.asked[0]}
    assert max(far) <= 8


def test_what_a_list_engine_cannot_do_goes_to_the_next_by_paragraph(
    server: TranslationServer,
) -> None:
    document = an_article(12, frozenset({1, 2, 7}))
    done, _ = run(Desk(None, [Local(), engine_at(server, "google")], consented=agreed), document)
    assert [len(request.lines) for request in server.seen] == [2, 1]
    assert engines_of(done) == {"firefox", "google"}
    for index in (1, 2, 7):
        made = done.translations[index]
        assert made is not None
        assert (made.engine, made.passed) == ("google", ("Firefox: not known",))
    assert done.translations[0] is not None
    assert done.translations[0].passed == ()


def test_a_rough_engine_speaks_last_and_its_words_say_so(memory: Memory) -> None:
    document = an_article(9, frozenset({4}))
    done, _ = run(Desk(memory, [Local(), apertium(unknown="@")], consented=agreed), document)
    rough = [made is not None and made.rough for made in done.translations]
    assert rough == [index == 4 for index in range(9)]
    assert done.translations[4] is not None
    assert done.translations[4].passed == ("Firefox: not known",)


def test_every_engine_passed_over_is_named_in_order(server: TranslationServer) -> None:
    absent = Local("argos")
    absent.missing = Unavailable("Argos has no package", "install one")
    server.fault = Fault.FORBIDDEN
    engines: list[Translator] = [
        absent,
        engine_at("http://127.0.0.1:9", "libre"),
        engine_at(server, "google"),
        apertium(),
    ]
    desk = Desk(None, engines, consented=lambda host: host == server.host)
    done, _ = run(desk, an_article(3))
    assert done.translations[0] is not None
    passed = done.translations[0].passed
    assert done.translations[0].engine == "apertium"
    assert [line.split(" ")[0] for line in passed] == ["Argos", "LibreTranslate", "Google:"]
    assert "install one" in passed[0]
    assert "127.0.0.1:9" in passed[1]
    assert "403" in passed[2]


def test_rough_words_come_first_where_only_the_network_has_better_ones(
    server: TranslationServer, memory: Memory
) -> None:
    rough = apertium()
    server.on_request = lambda _: seen.append(len(rough.asked))
    seen: list[int] = []
    document = an_article(30)
    done, posts = run(
        Desk(memory, [engine_at(server, "google"), rough], consented=agreed), document
    )
    assert seen[0] == 2, "the first few and then the rest, before the network is asked"
    assert len(rough.asked) == 2, "and never again"
    assert engines_of(done) == {"google"}
    assert not any(made.rough for made in done.translations if made)
    first = [post for post in posts.all if 0 in post]
    assert [(post[0].engine, post[0].rough) for post in first] == [
        ("apertium", True),
        ("google", False),
    ]
    known = Desk(memory, [], consented=agreed).remembered(document)
    assert not any(made.rough for made in known.values()), "the better one is remembered"


def test_an_engine_of_this_machine_is_not_waited_for(memory: Memory) -> None:
    rough = apertium()
    run(Desk(memory, [Local(), rough], consented=agreed), an_article(30))
    assert rough.asked == []


def test_a_long_article_is_shown_roughly_where_the_reader_is(server: TranslationServer) -> None:
    rough = apertium()
    document = an_article(676)
    moved = threading.Event()
    cancel = threading.Event()

    def watch(number: int) -> None:
        if number == 3:
            moved.set()
        if number == 6:
            cancel.set()

    server.on_request = watch
    Desk(None, [engine_at(server, "google"), rough], consented=agreed).run(
        document, start=lambda: 600 if moved.is_set() else 0, post=Posts(), cancel=cancel
    )
    asked = [sentences_of(document).index(s) for batch in rough.asked for s in batch]
    assert asked[:300] == list(range(300))
    assert 600 in asked[300:]
    assert len(asked) < 676
    assert len(asked) == len(set(asked))


MENDED = {
    Fault.NONE, Fault.ENTITIES, Fault.ESCAPES, Fault.LATIN, Fault.DROP_LINE, Fault.GLUE_LINES,
    Fault.EXTRA_LINE, Fault.SWAP_LINES, Fault.BREAKS,
}  # fmt: skip
"""What still ends in a translation, if perhaps after more requests."""


@pytest.mark.parametrize("fault", [f for f in Fault if f not in MENDED])
def test_with_every_network_engine_down_all_is_rough_or_failed_with_a_reason(
    server: TranslationServer, memory: Memory, fault: Fault
) -> None:
    server.fault = fault
    names = ["mymemory", "libre", "deepl", "microsoft", "baidu"]
    if fault not in (Fault.NULL, Fault.ODD_JSON):  # Google answers with a page
        names.append("google")
    rough = apertium()
    engines: list[Translator] = [*(engine_at(server, name) for name in names), rough]
    document = an_article(30, frozenset({5}))
    done, _ = run(Desk(memory, engines, consented=agreed), document)
    for index, made in enumerate(done.translations):
        assert made is not None
        if index == 5:
            assert made.state is State.FAILED
            assert "Apertium: not known" in str(made.reason)
        else:
            assert (made.state, made.engine) == (State.TRANSLATED, "apertium")
            assert [line.split(":")[0] for line in made.passed] == [
                engine.label for engine in engines[:-1]
            ]
    asked = [sentence for batch in rough.asked for sentence in batch if "§" not in sentence]
    assert len(asked) == len(set(asked)) == 29, "nothing is asked of it twice"


def test_rough_words_of_long_ago_are_replaced_when_a_better_engine_is_there(
    server: TranslationServer, memory: Memory
) -> None:
    document = an_article(6)
    first, _ = run(Desk(memory, [apertium()], consented=agreed), document)
    assert all(made is not None and made.rough for made in first.translations)

    again, posts = run(Desk(memory, [apertium()], consented=agreed), document)
    assert {made.state for made in again.translations if made} == {State.REMEMBERED}
    assert all(made is not None and made.rough for made in again.translations)

    done, posts = run(Desk(memory, [engine_at(server, "google")], consented=agreed), document)
    assert engines_of(done) == {"google"}
    assert posts.all[0][0].rough, "what is known is shown while better is looked for"
    last, _ = run(Desk(memory, [apertium()], consented=agreed), document)
    assert not any(made.rough for made in last.translations if made)


def test_rough_words_on_the_screen_are_improved_by_the_next_run(
    server: TranslationServer,
) -> None:
    agreed_to: set[str] = set()
    desk = Desk(
        None, [engine_at(server, "google"), apertium()], consented=lambda host: host in agreed_to
    )
    rough, _ = run(desk, an_article(6))
    assert engines_of(rough) == {"apertium"}
    assert rough.translations[0] is not None
    assert "was not asked" in rough.translations[0].passed[0]
    agreed_to.add(server.host)
    better, posts = run(desk, rough)
    assert engines_of(better) == {"google"}
    assert len(posts.all) == 2


def test_rough_words_stay_when_nobody_has_better_ones_and_say_why(
    server: TranslationServer, memory: Memory
) -> None:
    document = an_article(6)
    first, _ = run(Desk(memory, [apertium()], consented=agreed), document)
    server.fault = Fault.FORBIDDEN
    engines: list[Translator] = [engine_at(server, "google"), apertium()]
    for given in (first, document):
        done, _ = run(Desk(memory, engines, consented=agreed), given)
        for made, before in zip(done.translations, first.translations, strict=True):
            assert made is not None
            assert before is not None
            assert (made.text, made.rough) == (before.text, True)
            assert "403" in made.passed[0]
    offline, _ = run(Desk(memory, engines, consented=agreed, offline=True), document)
    assert offline.translations[0] is not None
    assert "offline" in offline.translations[0].passed[0]


def test_who_puts_the_rough_engine_first_gets_it(server: TranslationServer) -> None:
    engines: list[Translator] = [apertium(), engine_at(server, "google")]
    done, _ = run(Desk(None, engines, consented=agreed), an_article(6))
    assert engines_of(done) == {"apertium"}
    _, posts = run(Desk(None, engines, consented=agreed), done)
    assert posts.all == []
    assert server.seen == []


class Careless(Local):
    """It loses a number and a name."""

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        return ["Once upon a time somebody went to another town by train."] * len(sentences)


def test_what_an_engine_lost_is_flagged_at_once_and_again_when_it_is_remembered(
    memory: Memory,
) -> None:
    document = document_of([["Nel 1987 il treno di Zelensky arrivò a Mosca di notte.", "Già."]])
    flags = (
        Flag("number", "lost", "1987"),
        Flag("name", "lost", "Zelensky"),
        Flag("name", "lost", "Mosca"),
    )
    desk = Desk(memory, [Careless()], consented=agreed)
    done, _ = run(desk, document)
    assert done.translations[0] is not None
    assert done.translations[0].flags == flags
    assert desk.remembered(document)[0].flags == (), "shown first, looked through later"
    again, posts = run(desk, document)
    assert [post[0].flags for post in posts.all if 0 in post] == [(), flags]
    assert again.translations[0] is not None
    assert again.translations[0].state is State.REMEMBERED


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory.sqlite")
