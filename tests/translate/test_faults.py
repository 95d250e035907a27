"""What services, networks and hotels do instead of translating; and that it costs one line each."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from email.utils import formatdate
from itertools import pairwise

import pytest

from tests.support.translating import KEYS, engine_at
from tests.support.translation_server import Fault, TranslationServer, rot13
from tui.translate import Answer, Failure, Patience
from tui.translate.online import OnlineEngine

SENTENCE = "Il treno per Napoli parte con un’ora di ritardo."
HASTY = Patience(connect=1, read=0.2, total=0.3, pause=0, backoff=0.01)
ALL = ("google", "mymemory", "libre", "deepl", "microsoft", "baidu")


def ask(engine: OnlineEngine, *sentences: str) -> list[Answer]:
    return engine.translate(sentences or [SENTENCE], "it", "en", cancel=threading.Event())


def reason(answer: Answer) -> str:
    assert isinstance(answer, Failure), answer
    assert "\n" not in answer.reason
    assert "Traceback" not in answer.reason
    assert not any(key in answer.reason for key in KEYS.values())
    return answer.reason


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    ("fault", "words", "requests"),
    [
        (Fault.ENDLESS, "too large", 1),
        (Fault.TOO_MANY, "too many requests", 1),
        (Fault.FAILING, "the server failed (status 500)", 3),
        (Fault.FORBIDDEN, "access was refused", 1),
        (Fault.PORTAL, "a web page came instead", 1),
        (Fault.REDIRECT, "it redirects to login.example", 1),
        (Fault.CUT, "its answer was cut short", 3),
        (Fault.RESET, "the connection broke off", 3),
        (Fault.ERROR_TEXT, "an error page came instead", 3),
        (Fault.QUOTA_TEXT, "quota for today is spent", 1),
    ],
)
def test_each_fault_is_named_and_retried_only_where_that_helps(
    server: TranslationServer, name: str, fault: Fault, words: str, requests: int
) -> None:
    server.fault = fault
    (answer,) = ask(engine_at(server, name))
    assert words in reason(answer)
    assert len(server.seen) == requests


@pytest.mark.parametrize("name", ["google", "libre", "microsoft"])
@pytest.mark.parametrize("fault", [Fault.HANG, Fault.DRIP])
def test_a_server_that_does_not_finish_is_left_in_time(
    server: TranslationServer, name: str, fault: Fault
) -> None:
    server.fault = fault
    (answer,) = ask(engine_at(server, name, HASTY))
    assert reason(answer).endswith("no answer within 0.3 s")
    assert len(server.seen) == 3


@pytest.mark.parametrize("name", ["mymemory", "libre", "deepl", "microsoft"])
@pytest.mark.parametrize("fault", [Fault.NOT_JSON, Fault.ODD_JSON])
def test_an_answer_in_no_known_form_is_a_failure(
    server: TranslationServer, name: str, fault: Fault
) -> None:
    server.fault = fault
    (answer,) = ask(engine_at(server, name))
    assert "not understood" in reason(answer)


@pytest.mark.parametrize("name", ["google", "mymemory", "libre"])
def test_a_stumble_is_forgotten_when_the_second_try_succeeds(
    server: TranslationServer, name: str
) -> None:
    for fault in (Fault.FAILING, Fault.CUT, Fault.RESET, Fault.HANG):
        server.faults = [fault]
        assert ask(engine_at(server, name)) == [rot13(SENTENCE)]


@pytest.mark.parametrize("name", ALL)
def test_nobody_answers_at_the_address(name: str) -> None:
    engine = engine_at("http://127.0.0.1:9", name)
    assert "connection refused" in reason(ask(engine)[0])


@pytest.mark.parametrize("name", ALL)
def test_a_host_that_does_not_exist_may_as_well_be_no_network(name: str) -> None:
    patient = Patience(connect=5, read=5, total=10, pause=0, backoff=0.01)
    engine = engine_at("http://no-such-host.invalid", name, patient)
    assert "no network" in reason(ask(engine)[0])


@pytest.mark.parametrize("name", ["google", "mymemory"])
def test_a_log_in_page_on_the_same_host_is_no_translation(
    server: TranslationServer, name: str
) -> None:
    server.fault = Fault.REDIRECT_HERE
    assert "a web page came instead" in reason(ask(engine_at(server, name))[0])
    assert [request.path for request in server.seen][1:] == ["/login"]


@pytest.mark.parametrize("name", ["libre", "deepl", "microsoft"])
def test_words_that_were_posted_are_sent_nowhere_else(server: TranslationServer, name: str) -> None:
    server.fault = Fault.REDIRECT_HERE
    assert "it redirects to 127.0.0.1" in reason(ask(engine_at(server, name))[0])
    assert len(server.seen) == 1


def test_a_host_that_redirects_in_a_ring_is_left(server: TranslationServer) -> None:
    server.fault = Fault.REDIRECT_ROUND
    assert "redirects without end" in reason(ask(engine_at(server, "google"))[0])
    assert len(server.seen) == 3


def test_a_short_retry_after_is_obeyed_on_the_spot(server: TranslationServer) -> None:
    server.faults, server.retry_after = [Fault.TOO_MANY], "1"
    patience = Patience(connect=1, read=1, total=2, pause=0, longest_wait=2)
    begun = time.monotonic()
    assert ask(engine_at(server, "google", patience)) == [rot13(SENTENCE)]
    assert time.monotonic() - begun >= 1


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_long_retry_after_closes_the_way_for_as_long(
    server: TranslationServer, form: str
) -> None:
    in_seconds = form == "seconds"
    later = "900" if in_seconds else formatdate(time.time() + 900, usegmt=True)
    server.fault, server.retry_after = Fault.TOO_MANY, later
    engine = engine_at(server, "google")
    ask(engine)
    assert len(server.seen) == 1
    assert "15 min" in str(engine.resting())


def test_after_too_many_requests_none_follows(server: TranslationServer) -> None:
    server.fault = Fault.TOO_MANY
    engine = engine_at(server, "google")
    ask(engine)
    server.fault = Fault.NONE
    assert "not asked again for 10 min" in reason(ask(engine)[0])
    # Another engine on the same host does not get through either.
    assert "not asked again" in reason(ask(engine_at(server, "libre"))[0])
    assert len(server.seen) == 1


def test_after_repeated_failure_none_follows_until_the_rest_is_over(
    server: TranslationServer,
) -> None:
    server.fault = Fault.FAILING
    patience = Patience(connect=1, read=1, total=2, pause=0, backoff=0.01, rest=0.3)
    engine = engine_at(server, "google", patience)
    ask(engine)
    assert len(server.seen) == 3
    assert engine.resting() is not None
    ask(engine)
    assert len(server.seen) == 3

    def rest_over() -> None:
        while engine.resting() is not None:
            threading.Event().wait(0.01)

    rest_over()
    ask(engine)
    assert len(server.seen) == 4, "one request tries the way, and its failure closes it again"
    rest_over()
    server.fault = Fault.NONE
    assert ask(engine) == [rot13(SENTENCE)]
    server.faults = [Fault.FAILING]
    assert ask(engine) == [rot13(SENTENCE)], "after a success all is forgotten"


def test_when_a_paragraph_breaks_off_the_answers_before_it_are_kept(
    server: TranslationServer,
) -> None:
    engine = engine_at(server, "mymemory")
    sentences = [f"La notizia numero {number} arriva da molto lontano." * 3 for number in range(9)]
    server.faults = [Fault.NONE, Fault.FORBIDDEN]
    answers = ask(engine, *sentences)
    kept = server.seen[0].lines
    assert answers[: len(kept)] == [rot13(sentence) for sentence in kept]
    assert all("access was refused" in reason(answer) for answer in answers[len(kept) :])
    assert len(server.seen) == 2


@pytest.mark.parametrize("fault", [Fault.HANG, Fault.DRIP])
def test_calling_off_does_not_wait_for_the_server(server: TranslationServer, fault: Fault) -> None:
    server.fault = fault
    patient = Patience(connect=30, read=30, total=60)
    engine = engine_at(server, "google", patient)
    cancel = threading.Event()
    answers: list[Answer] = []
    worker = threading.Thread(
        target=lambda: answers.extend(engine.translate([SENTENCE], "it", "en", cancel=cancel))
    )
    worker.start()
    assert server.arrived.wait(5)
    begun = time.monotonic()
    cancel.set()
    worker.join(5)
    assert time.monotonic() - begun < 0.3
    assert [reason(answer) for answer in answers] == ["Google: stopped"]


PROGRAM = """
import sys, threading
from tests.support.translating import engine_at
from tui.translate import Patience
patient = Patience(connect=60, read=60, total=60)
engine = engine_at(sys.argv[1], "google", patient)
ask = lambda: engine.translate(["Ciao a tutti."], "it", "en", cancel=threading.Event())
threading.Thread(target=ask, daemon=True).start()
sys.stdin.readline()
"""


def test_a_program_that_ends_does_not_wait_for_a_hanging_server(
    server: TranslationServer,
) -> None:
    server.fault = Fault.HANG
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, server.url], stdin=subprocess.PIPE, text=True
    )
    assert server.arrived.wait(20)
    program.communicate("end\n", timeout=10)
    assert program.returncode == 0


def test_requests_to_one_host_keep_their_distance(server: TranslationServer) -> None:
    times: list[float] = []
    server.on_request = lambda _: times.append(time.monotonic())
    patience = Patience(connect=1, read=1, total=2, pause=0.1)
    engines = [engine_at(server, name, patience) for name in ("google", "libre")]
    workers = [threading.Thread(target=ask, args=(engine,)) for engine in engines * 2]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    times.sort()
    assert all(later - earlier >= 0.09 for earlier, later in pairwise(times))


def test_deep_translator_waits_for_nobody(server: TranslationServer) -> None:
    """Its modules got our transport: even asked directly it does not hang without end."""
    ask(engine_at(server, "google"))
    import deep_translator.google
    import deep_translator.libre
    import deep_translator.mymemory

    from tui.translate.transport import Http

    modules = (deep_translator.google, deep_translator.libre, deep_translator.mymemory)
    assert all(isinstance(module.requests, Http) for module in modules)
