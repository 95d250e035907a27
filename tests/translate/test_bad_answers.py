"""Answers that are no translations, or need cleaning, from every service to a sentence's state."""

from __future__ import annotations

import threading

import pytest

from tests.support.translating import Posts, document_of, engine_at
from tests.support.translation_server import Fault, TranslationServer, rot13
from tui.document import State
from tui.translate import Desk
from tui.translate.network import forget_hosts

SENTENCE = "Il treno per Napoli parte con un’ora di ritardo."
ALL = ("google", "mymemory", "libre", "deepl", "microsoft", "baidu")
NOT_UNDERSTOOD = {
    "mymemory": [Fault.EMPTY, Fault.NULL],
    "microsoft": [Fault.NULL],
    "baidu": [Fault.NULL],
}
"""Where deep_translator stumbles over an answer that holds nothing."""


@pytest.mark.parametrize(
    ("fault", "words", "names"),
    [
        (Fault.EMPTY, "the answer was empty", ALL),
        (Fault.NULL, "the answer was empty", ALL[1:]),  # Google answers with a page
        (Fault.ECHO, "itself, untranslated", ALL),
        (Fault.MEGABYTE, "far longer than the sentence", ALL),
    ],
)
def test_what_is_no_translation_never_passes_for_one(
    server: TranslationServer, fault: Fault, words: str, names: tuple[str, ...]
) -> None:
    server.fault = fault
    document = document_of([[SENTENCE]])
    for name in names:
        posts = Posts()
        desk = Desk(None, [engine_at(server, name)], consented=lambda _: True)
        desk.run(document, start=lambda: 0, post=posts, cancel=threading.Event())
        assert posts.last[0].state is State.FAILED
        expected = "not understood" if fault in NOT_UNDERSTOOD.get(name, ()) else words
        assert expected in str(posts.last[0].reason)
        forget_hosts()


@pytest.mark.parametrize("name", ALL)
def test_codes_and_entities_are_cleaned_out_of_a_translation(
    server: TranslationServer, name: str
) -> None:
    for fault, words in (
        (Fault.ESCAPES, rot13(SENTENCE)),
        (Fault.ENTITIES, f"{rot13(SENTENCE)} 'q' & \"z\""),
    ):
        server.fault = fault
        posts = Posts()
        desk = Desk(None, [engine_at(server, name)], consented=lambda _: True)
        document = document_of([[SENTENCE]])
        desk.run(document, start=lambda: 0, post=posts, cancel=threading.Event())
        assert posts.last[0].text == words
