"""The network engines against a real server: what goes out, what comes back, to whom it belongs."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.translating import KEYS, engine_at
from tests.support.translation_server import Fault, TranslationServer, rot13
from tui.translate import Failure

ENGINES = ("google", "mymemory", "libre", "deepl", "microsoft", "baidu")
PARAGRAPH = [
    "Il sindaco ha inaugurato la nuova biblioteca di quartiere.",
    "“Un giorno di festa”, ha detto alla folla & ai <giornalisti>.",
    "I lavori sono costati 2,4 milioni di euro.",
    "Perché così tardi?",
]


@pytest.mark.parametrize("name", ENGINES)
def test_a_paragraph_goes_in_one_request_and_returns_sentence_by_sentence(
    server: TranslationServer, name: str
) -> None:
    engine = engine_at(server, name)
    answers = engine.translate(PARAGRAPH, "it", "en", cancel=threading.Event())
    assert answers == [rot13(sentence) for sentence in PARAGRAPH]
    assert [request.lines for request in server.seen] == [PARAGRAPH]


def test_english_goes_into_italian_with_each_service_s_own_codes(server: TranslationServer) -> None:
    for name in ("google", "mymemory", "libre"):
        engine = engine_at(server, name)
        assert engine.translate(["Good morning."], "en", "it", cancel=threading.Event()) == [
            rot13("Good morning.")
        ]
    google, mymemory, _ = server.seen
    assert (google.query["sl"], google.query["tl"]) == ("en", "it")
    assert mymemory.query["langpair"] == "en-GB|it-IT"


def test_a_long_paragraph_is_cut_between_sentences_to_what_a_service_takes(
    server: TranslationServer,
) -> None:
    sentences = [f"La frase numero {number} di un lungo resoconto." for number in range(40)]
    engine = engine_at(server, "mymemory")
    answers = engine.translate(sentences, "it", "en", cancel=threading.Event())
    assert answers == [rot13(sentence) for sentence in sentences]
    sizes = [len("\n".join(request.lines).encode()) for request in server.seen]
    assert len(sizes) > 1
    assert max(sizes) <= engine.budget


def test_a_sentence_no_service_takes_fails_alone(server: TranslationServer) -> None:
    engine = engine_at(server, "mymemory")
    long = "Una frase " + "senza fine " * 60
    first, second, third = engine.translate(
        ["La prima.", long, "La terza."], "it", "en", cancel=threading.Event()
    )
    assert (first, third) == (rot13("La prima."), rot13("La terza."))
    assert isinstance(second, Failure)
    assert "too long" in second.reason
    assert long.strip() not in server.sentences


def test_a_line_break_inside_a_sentence_does_not_make_two_of_it(server: TranslationServer) -> None:
    engine = engine_at(server, "google")
    answers = engine.translate(
        ["Una riga\ne un’altra.", "Poi basta."], "it", "en", cancel=threading.Event()
    )
    assert answers == [rot13("Una riga e un’altra."), rot13("Poi basta.")]


@pytest.mark.parametrize(
    "fault",
    [
        Fault.DROP_LINE,
        Fault.GLUE_LINES,
        Fault.EXTRA_LINE,
        Fault.BREAKS,
        Fault.EMPTY,
    ],
)
@pytest.mark.parametrize("name", ["google", "libre"])
def test_a_group_that_came_back_wrong_is_asked_in_smaller_ones(
    server: TranslationServer, fault: Fault, name: str
) -> None:
    server.faults = [fault]
    engine = engine_at(server, name)
    answers = engine.translate(PARAGRAPH, "it", "en", cancel=threading.Event())
    assert answers == [rot13(sentence) for sentence in PARAGRAPH]
    assert [len(request.lines) for request in server.seen] == [4, 2, 2]


@pytest.mark.parametrize("fault", [Fault.DROP_LINE, Fault.GLUE_LINES, Fault.EXTRA_LINE])
def test_a_service_that_always_mixes_lines_is_asked_one_by_one(
    server: TranslationServer, fault: Fault
) -> None:
    server.fault = fault
    engine = engine_at(server, "google")
    answers = engine.translate(PARAGRAPH, "it", "en", cancel=threading.Event())
    assert answers == [rot13(sentence) for sentence in PARAGRAPH]
    assert len(server.seen) <= 2 * len(PARAGRAPH) - 1
    server.seen.clear()
    engine.translate(PARAGRAPH, "it", "en", cancel=threading.Event())
    assert [len(request.lines) for request in server.seen] == [1, 1, 1, 1]


def test_lines_in_another_order_are_noticed_by_names_and_figures(server: TranslationServer) -> None:
    # ROT13 would hide the names: figures have to do.
    sentences = ["Nel 1948 la città contava poche case.", "Nel 2024 ne conta tremila e più."]
    server.faults = [Fault.SWAP_LINES]
    engine = engine_at(server, "google")
    answers = engine.translate(sentences, "it", "en", cancel=threading.Event())
    assert answers == [rot13(sentence) for sentence in sentences]


def test_a_server_without_lists_is_spoken_to_in_text(server: TranslationServer) -> None:
    server.lists = False
    engine = engine_at(server, "libre")
    for _ in range(2):
        answers = engine.translate(PARAGRAPH, "it", "en", cancel=threading.Event())
        assert answers == [rot13(sentence) for sentence in PARAGRAPH]
    assert len(server.seen) == 3  # the list is tried once


def test_a_key_travels_in_a_header_and_never_in_the_address(server: TranslationServer) -> None:
    for name in ("deepl", "microsoft"):
        server.key = KEYS[name]
        answers = engine_at(server, name).translate(
            ["Buongiorno."], "it", "en", cancel=threading.Event()
        )
        assert answers == [rot13("Buongiorno.")]
    assert not any(KEYS[name] in str(request.query) for request in server.seen for name in KEYS)


def test_a_wrongly_declared_charset_does_not_spoil_accents(server: TranslationServer) -> None:
    server.fault = Fault.LATIN
    answers = engine_at(server, "google").translate(
        ["È così, “perché no”."], "it", "en", cancel=threading.Event()
    )
    assert answers == [rot13("È così, “perché no”.")]


def test_eight_articles_at_once_never_get_each_other_s_words(server: TranslationServer) -> None:
    engine = engine_at(server, "google")

    def article(number: int) -> bool:
        sentences = [f"Articolo {number}, frase {line}: ecco la notizia." for line in range(30)]
        answers = engine.translate(sentences, "it", "en", cancel=threading.Event())
        return answers == [rot13(sentence) for sentence in sentences]

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(article, range(8)))
