"""The translation desk, from an article to a state for every sentence."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.translating import Posts, config_for, document_of, engine_at, sentences_of
from tests.support.translation_server import Fault, TranslationServer, rot13
from tui.document import Document, Language, State, Translation
from tui.extract import detect_language
from tui.translate import (
    Answer,
    Desk,
    Failure,
    Memory,
    Patience,
    Translator,
    Unavailable,
    build_engines,
)
from tui.translate.order import around, paragraph_unit

ARTICLE = [
    ["La giunta ha deciso ieri sera."],
    ["Il ponte sarà chiuso per due mesi.", "I lavori cominciano lunedì.", "* * *"],
    ["“Non c’era altra scelta”, ha detto l’assessora.", "I commercianti protestano."],
    ["Domani è previsto un incontro."],
]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory.sqlite")


def agreed(_: str) -> bool:
    return True


def run(
    desk: Desk, document: Document, posts: Posts | None = None, at: int = 0
) -> tuple[Document, str | None]:
    posts = posts or Posts()
    notice = desk.run(document, start=lambda: at, post=posts, cancel=threading.Event())
    return document.with_translations(posts.last), notice


def check_words(document: Document) -> None:
    """Every sentence has a state, and what was translated is its own translation."""
    for sentence, translation in zip(sentences_of(document), document.translations, strict=True):
        assert translation is not None
        assert translation.language == document.target
        if translation.state is State.TRANSLATED:
            assert translation.text == rot13(sentence)
        elif translation.state is State.FAILED:
            assert translation.reason
            assert "\n" not in translation.reason


def states(document: Document) -> list[str]:
    return [str(made.state) if made else "none" for made in document.translations]


class Tiny:
    """A working engine of this machine: it knows what it is told to know."""

    id = "tiny"
    label = "Tiny"
    host: str | None = None
    rough = False
    batch = 0

    def __init__(self, *unknown: str) -> None:
        self.unknown = unknown
        self.asked: list[list[str]] = []

    def close(self) -> None:
        pass

    def available(self, source: Language, target: Language) -> Unavailable | None:
        return None

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        self.asked.append(list(sentences))
        return [
            Failure("Tiny: not known") if any(u in s for u in self.unknown) else rot13(s)
            for s in sentences
        ]


def test_an_article_is_translated_remembered_and_never_asked_again(
    server: TranslationServer, memory: Memory
) -> None:
    document = document_of(ARTICLE)
    desk = Desk(memory, [engine_at(server, "google")], consented=agreed)
    done, notice = run(desk, document)
    assert notice is None
    check_words(done)
    assert states(done).count("translated") == 6
    assert states(done)[3] == "same"
    assert done.translations[0] is not None
    assert done.translations[0].engine == "google"

    asked = len(server.seen)
    again, _ = run(desk, document)
    assert states(again).count("remembered") == 6
    assert [made.text for made in again.translations if made] == [
        made.text for made in done.translations if made
    ]
    assert again.translations[0] is not None
    assert again.translations[0].engine == "memory"
    assert len(server.seen) == asked
    assert desk.remembered(document).keys() == set(range(7))


def test_stars_and_figures_are_not_sent_anywhere(server: TranslationServer) -> None:
    desk = Desk(None, [engine_at(server, "google")], consented=agreed)
    run(desk, document_of(ARTICLE))
    assert "* * *" not in server.sentences


def test_a_sentence_in_the_target_language_stays_as_it_is(server: TranslationServer) -> None:
    quote = "We have seen the best and the worst of this."
    document = document_of(
        [["Ha letto un biglietto che era sul tavolo della cucina.", quote, "Poi è andato via."]]
    )
    desk = Desk(None, [engine_at(server, "google")], consented=agreed, detect=detect_language)
    done, _ = run(desk, document)
    assert states(done) == ["translated", "same", "translated"]
    assert done.translations[1] == Translation("en", quote, State.SAME)


def test_a_paragraph_in_the_target_language_stays_whole_even_its_short_sentences(
    server: TranslationServer,
) -> None:
    english = ["The mayor spoke to the people of the town.", "Enough!", "He was not heard."]
    document = document_of(
        [["Il sindaco ha parlato alla città."], english, ["Basta!", "Non è stato ascoltato."]]
    )
    desk = Desk(None, [engine_at(server, "google")], consented=agreed, detect=detect_language)
    done, _ = run(desk, document)
    assert states(done) == ["translated", *["same"] * 3, "translated", "translated"]
    back = document_of([["Il sindaco ha parlato alla città.", "Basta!"], english], "en")
    done, _ = run(desk, back)
    assert states(done) == ["same", "same", *["translated"] * 3]


def test_nothing_is_sent_without_consent_and_the_reason_says_what_to_do(
    server: TranslationServer, memory: Memory
) -> None:
    asked: list[str] = []

    def ask(host: str) -> bool:
        asked.append(host)
        return False

    desk = Desk(memory, build_engines(config_for(server, "google", "libre")), consented=ask)
    done, notice = run(desk, document_of(ARTICLE))
    check_words(done)
    assert states(done).count("failed") == 6
    reason = str(done.translations[0].reason) if done.translations[0] else ""
    assert server.host in reason
    assert "--agree" in reason
    assert notice is None  # they know: it is for them to agree
    assert [engine.id for engine in desk.awaiting_consent("it")] == ["google", "libre"]
    assert set(asked) == {server.host}
    assert server.seen == []


def test_consent_to_one_host_is_not_consent_to_another(server: TranslationServer) -> None:
    with TranslationServer() as other:
        engines = [engine_at(server, "google"), engine_at(other, "libre")]
        desk = Desk(None, engines, consented=lambda host: host == other.host)
        done, _ = run(desk, document_of(ARTICLE))
        check_words(done)
        assert {made.engine for made in done.translations if made and made.engine} == {"libre"}
        assert server.seen == []
        assert [engine.id for engine in desk.awaiting_consent("it")] == ["google"]


def test_offline_opens_no_socket(
    server: TranslationServer, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    document = document_of(ARTICLE)
    memory.remember([(sentences_of(document)[0], "Remembered.")], "it", "google")
    engines = build_engines(config_for(server, "google", "mymemory", "libre", "deepl"))
    desk = Desk(memory, engines, consented=agreed, offline=True)
    done, _ = run(desk, document)
    assert states(done)[0] == "remembered"
    assert states(done).count("failed") == 5
    assert all("offline" in str(m.reason) for m in done.translations if m and m.reason)
    assert desk.awaiting_consent("it") == []
    assert server.seen == []


def test_offline_an_engine_of_this_machine_still_works(server: TranslationServer) -> None:
    engines: list[Translator] = [engine_at(server, "google"), Tiny("ponte")]
    desk = Desk(None, engines, consented=agreed, offline=True)
    done, _ = run(desk, document_of(ARTICLE))
    check_words(done)
    assert states(done).count("translated") == 5
    failed = done.translations[1]
    assert failed is not None
    assert failed.reason == "Tiny: not known"


@pytest.mark.parametrize(
    ("names", "words"),
    [((), "no engine"), (("deepl",), "needs a key"), (("libre",), "needs the address")],
)
def test_without_an_engine_every_sentence_says_so(names: tuple[str, ...], words: str) -> None:
    from tui.translate import EngineConfig

    desk = Desk(None, build_engines(EngineConfig(order=names)), consented=agreed)
    done, notice = run(desk, document_of(ARTICLE))
    check_words(done)
    assert states(done).count("failed") == 6
    assert all(words in str(m.reason) for m in done.translations if m and m.reason)
    assert notice is not None
    assert notice.startswith("6 of 6")


def test_an_engine_that_dies_half_way_is_relieved_by_the_next(memory: Memory) -> None:
    with TranslationServer() as dying, TranslationServer() as fresh:

        def die(number: int) -> None:
            if number >= 2:
                dying.fault = Fault.FAILING

        dying.on_request = die
        dying.faults = [Fault.NONE]
        desk = Desk(
            memory, [engine_at(dying, "google"), engine_at(fresh, "libre")], consented=agreed
        )
        paragraphs = [[f"Capoverso {n}, riga {line}." for line in range(3)] for n in range(10)]
        done, notice = run(desk, document_of(paragraphs))
    check_words(done)
    assert notice is None
    engines = [made.engine for made in done.translations if made]
    assert engines[:3] == ["google"] * 3
    assert set(engines[3:]) <= {"google", "libre"}
    assert engines[-3:] == ["libre"] * 3
    assert len(dying.seen) <= 5, "one answer, one group tried three times, then it is left alone"
    assert sorted(fresh.sentences) == sorted(
        sentence
        for sentence, engine in zip(sentences_of(done), engines, strict=True)
        if engine == "libre"
    ), "the second engine is asked for what the first did not give, and for no more"


@pytest.mark.parametrize("fault", [f for f in Fault if f not in (Fault.HANG, Fault.DRIP)])
def test_under_every_fault_each_sentence_ends_in_a_state_and_keeps_its_own_words(
    server: TranslationServer, memory: Memory, fault: Fault
) -> None:
    server.fault = fault
    engines = build_engines(config_for(server, "google", "mymemory", "libre"))
    desk = Desk(memory, engines, consented=agreed)
    document = document_of(ARTICLE)
    done, _ = run(desk, document)
    tidy = (Fault.ENTITIES, Fault.ESCAPES)
    if fault not in tidy:
        check_words(done)
    for sentence, made in zip(sentences_of(done), done.translations, strict=True):
        assert made is not None
        assert made.state is not State.PENDING
        if made.state is State.TRANSLATED:
            assert made.text is not None
            assert made.text.startswith(rot13(sentence))
            assert made.text.isprintable()
            assert "&#39;" not in made.text
    in_memory = {i for i, m in desk.remembered(document).items() if m.state is State.REMEMBERED}
    assert in_memory == {
        i for i, m in enumerate(done.translations) if m and m.state is State.TRANSLATED
    }, "what failed is not remembered, what was translated is"


def test_what_is_on_screen_comes_first_even_when_the_reader_moves(
    server: TranslationServer,
) -> None:
    document = document_of([[f"Capoverso numero {n} del testo."] for n in range(12)])
    place = 6

    def move(number: int) -> None:
        nonlocal place
        if number == 3:
            place = 0

    server.on_request = move
    desk = Desk(None, [engine_at(server, "google")], consented=agreed)
    desk.run(document, start=lambda: place, post=Posts(), cancel=threading.Event())
    numbers = [int(sentence.split()[2]) for sentence in server.sentences]
    assert numbers[:3] == [6, 7, 5]
    assert numbers[3:] == [0, 1, 2, 3, 4, 8, 9, 10, 11]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=20),
    st.lists(st.integers(0, 120), min_size=1, max_size=30),
)
def test_nearest_first_gives_every_sentence_once(sizes: list[int], places: list[int]) -> None:
    document = document_of([[f"Frase {n}." for n in range(size)] for size in sizes])
    left = list(range(len(document.sentences)))
    moves = iter(places * len(left))
    order: list[int] = []
    while left:
        here = next(moves)
        unit = paragraph_unit(document, left, here)
        assert len({document.sentences[index].paragraph for index in unit}) == 1
        assert len(unit) <= 8
        assert min(abs(i - here) for i in unit) == min(abs(i - here) for i in left)
        left = [index for index in left if index not in unit]
        order += unit
    assert sorted(order) == list(range(len(document.sentences)))


@given(
    st.lists(st.integers(0, 200), unique=True, min_size=1).map(sorted),
    st.integers(0, 200),
    st.integers(1, 40),
)
def test_a_batch_is_what_lies_around_the_reader(left: list[int], here: int, count: int) -> None:
    batch = around(left, here, count)
    assert len(batch) == min(count, len(left))
    assert min(left, key=lambda index: (abs(index - here), -index)) in batch
    at = left.index(batch[0])
    assert left[at : at + len(batch)] == batch


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.DRIP])
def test_leaving_the_article_waits_for_no_server_and_keeps_what_came(
    server: TranslationServer, memory: Memory, fault: Fault
) -> None:
    server.faults, server.fault = [Fault.NONE], fault
    patient = Patience(connect=30, read=30, total=60, pause=0)
    desk = Desk(memory, [engine_at(server, "google", patient)], consented=agreed)
    document = document_of(ARTICLE)
    posts, cancel, hanging = Posts(), threading.Event(), threading.Event()
    server.on_request = lambda number: hanging.set() if number == 2 else None
    worker = threading.Thread(
        target=desk.run,
        args=(document,),
        kwargs={"start": lambda: 0, "post": posts, "cancel": cancel},
    )
    worker.start()
    assert hanging.wait(5)
    begun = time.monotonic()
    cancel.set()
    worker.join(5)
    assert time.monotonic() - begun < 0.3
    assert {i: str(made.state) for i, made in posts.last.items()} == {0: "translated", 3: "same"}


def test_a_retry_asks_again_for_just_those_sentences(
    server: TranslationServer, memory: Memory
) -> None:
    document = document_of(ARTICLE)
    desk = Desk(memory, [engine_at(server, "google")], consented=agreed)
    done, _ = run(desk, document)
    server.seen.clear()
    posts = Posts()
    desk.run(
        done,
        start=lambda: 0,
        post=posts,
        cancel=threading.Event(),
        only=[1, 4, 99],
        skip_memory=True,
    )
    assert server.sentences == [sentences_of(done)[1], sentences_of(done)[4]]
    assert posts.last.keys() == {1, 4}


def test_what_failed_is_tried_again_by_default_and_what_has_words_is_not(
    server: TranslationServer,
) -> None:
    document = document_of([["Una frase.", "Un’altra frase.", "Una terza."]]).with_translations(
        {
            0: Translation("en", "A sentence.", State.TRANSLATED, "google"),
            1: Translation("en", None, State.FAILED, reason="no network"),
            2: Translation("en", None, State.PENDING),
        }
    )
    run(Desk(None, [engine_at(server, "google")], consented=agreed), document)
    assert server.sentences == ["Un’altra frase.", "Una terza."]


class Broken(Tiny):
    """An engine that breaks its promises."""

    id = "broken"
    label = "Broken"

    def __init__(self, answers: list[Answer] | None) -> None:
        super().__init__()
        self.answers = answers

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        if self.answers is None:
            raise RuntimeError("secret-key-123")
        return self.answers


@pytest.mark.parametrize(
    ("answers", "words"),
    [(None, "it broke down (RuntimeError)"), ([], "0 answers came"), (["One."] * 3, "3 answers")],
)
def test_an_engine_that_breaks_its_promises_costs_nothing(
    answers: list[Answer] | None, words: str
) -> None:
    document = document_of([["Una frase.", "Un’altra frase."]])
    done, notice = run(Desk(None, [Broken(answers)], consented=agreed), document)
    assert states(done) == ["failed", "failed"]
    assert notice is not None
    assert words in notice
    assert "secret" not in notice
    done, _ = run(Desk(None, [Broken(answers), Tiny()], consented=agreed), document)
    check_words(done)
    assert states(done) == ["translated", "translated"]


def test_eight_documents_at_once_lose_nothing_and_mix_nothing(
    server: TranslationServer, memory: Memory
) -> None:
    server.faults = [Fault.NONE, Fault.CUT, Fault.DROP_LINE, Fault.FAILING, Fault.GLUE_LINES] * 2
    desk = Desk(memory, build_engines(config_for(server, "google", "libre")), consented=agreed)
    documents = [
        document_of([[f"Articolo {d}, capoverso {p}, riga {r}." for r in "wxyz"] for p in "klmno"])
        for d in "abcdefgh"
    ]
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda document: run(desk, document), documents))
    for done, _ in results:
        check_words(done)
        assert states(done) == ["translated"] * 20
    for document in documents:
        for index, made in desk.remembered(document).items():
            assert made.text == rot13(sentences_of(document)[index])


def test_a_memory_that_cannot_be_written_is_told_once_and_the_words_stay(
    server: TranslationServer, memory: Memory
) -> None:
    memory._connection.execute("PRAGMA query_only=1")
    desk = Desk(memory, [engine_at(server, "google")], consented=agreed)
    done, notice = run(desk, document_of(ARTICLE))
    check_words(done)
    assert states(done).count("translated") == 6
    assert notice is not None
    assert "readonly" in notice
    _, notice = run(desk, document_of([["Altra notizia."]]))
    assert notice is None


def test_engines_are_made_when_they_are_needed(memory: Memory) -> None:
    document = document_of([["Una frase."]])
    memory.remember([("Una frase.", "A sentence.")], "it", "google")

    def never() -> list[Translator]:
        raise AssertionError("nothing was to be asked")

    done, _ = run(Desk(memory, never, consented=agreed), document)
    assert states(done) == ["remembered"]
