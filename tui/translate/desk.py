"""The translation desk: the memory first, then the engines in their order, sentence by sentence.

Every sentence it is given ends in a state, and keeps its place: answers travel under the index of
their sentence from here to the screen. What a rough engine wrote, now or long ago, is replaced as
soon as a better one answers.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.document import Document, Language, State, Translation, other_language
from tui.translate.config import consent_remedy
from tui.translate.order import around

if TYPE_CHECKING:
    from tui.translate.job import Candidate, Post
    from tui.translate.memory import Memory, Remembered
    from tui.translate.protocol import Translator

MEMORY = "memory"
"""The engine's name of a remembered translation."""

_LANGUAGE_WORDS = 6
"""Fewer words than this are not enough to say which language a text is in."""
_LANGUAGE_LENGTH = 2000
"""Code points of a paragraph that tell its language."""
_CHECKED = 50
"""Remembered sentences that are looked through for flags at a time, about 8 ms."""
_CHECKED_FIRST = 300
"""So many of them, around the reader, before any engine is asked."""


class Desk:
    """What the reader and the command line use to have a document translated.

    One desk serves any number of documents at once, from any thread.
    """

    def __init__(
        self,
        memory: Memory | None,
        engines: Sequence[Translator] | Callable[[], Sequence[Translator]],
        *,
        consented: Callable[[str], bool],
        offline: bool = False,
        detect: Callable[[str], Language | None] | None = None,
    ) -> None:
        """Nothing is asked yet.

        `engines` may be a function, called when they are first needed. `consented` says whether
        text may go to a host. `detect` names a text's language: with it, what is in the target
        language already is `same`: every sentence of a paragraph that is, be it ever so short, and
        elsewhere a sentence that is long enough to tell.
        """
        self.memory = memory
        self.offline = offline
        self._engines = engines
        self._consented = consented
        self._detect = detect
        self._made: tuple[Translator, ...] | None = None
        self._making = threading.Lock()
        self._told: str | None = None

    @property
    def engines(self) -> tuple[Translator, ...]:
        """The engines in the order in which they are asked."""
        with self._making:
            if self._made is None:
                self._made = tuple(self._engines() if callable(self._engines) else self._engines)
            return self._made

    def close(self) -> None:
        """End what engines have running; the memory stays open, and is its owner's."""
        with self._making:
            made = self._made or ()
        for engine in made:
            with suppress(Exception):
                engine.close()

    def remembered(
        self, document: Document, indices: Iterable[int] | None = None
    ) -> dict[int, Translation]:
        """What is known of the sentences without asking anyone: remembered, or `same`.

        Their flags are not looked for, as `run` does, so that they can be shown at once.
        """
        wanted = range(len(document.sentences)) if indices is None else indices
        words = {index: document.sentences[index].span.of(document.text) for index in wanted}
        known = self._in_memory(words, document) if self.memory is not None else {}
        verdicts: dict[int, bool] = {}
        for index, sentence in words.items():
            if index not in known and self._is_same(document, index, sentence, verdicts):
                known[index] = Translation(document.target, sentence, State.SAME)
        return known

    def _in_memory(self, words: Mapping[int, str], document: Document) -> dict[int, Translation]:
        if self.memory is None:
            return {}
        pair = document.article.language, document.target
        found = self.memory.look_up(list(words.values()), *pair)
        missing = [sentence for sentence in words.values() if sentence not in found]
        found |= self.memory.look_up_alike(missing, *pair)
        return {
            index: _from_memory(found[sentence], document.target)
            for index, sentence in words.items()
            if sentence in found
        }

    def _is_same(
        self, document: Document, index: int, sentence: str, verdicts: dict[int, bool]
    ) -> bool:
        """Whether a sentence is in the target language; `verdicts` are those on paragraphs."""
        from tui.translate.validate import nothing_to_translate

        if nothing_to_translate(sentence):
            return True
        number = document.sentences[index].paragraph
        if number not in verdicts:
            span = document.paragraphs[number].span
            beginning = document.text[span.start : min(span.end, span.start + _LANGUAGE_LENGTH)]
            verdicts[number] = self._is_in(beginning, document.target)
        return verdicts[number] or self._is_in(sentence, document.target)

    def _is_in(self, text: str, language: Language) -> bool:
        if self._detect is None or len(text.split()) < _LANGUAGE_WORDS:
            return False
        return self._detect(text) == language

    def awaiting_consent(self, language: Language) -> list[Translator]:
        """The engines that could be tried on a text in `language` but for the reader's consent."""
        if self.offline:
            return []
        return [
            engine
            for engine in self.engines
            if engine.host is not None
            and not self._consented(engine.host)
            and engine.available(language, other_language(language)) is None
        ]

    def stays_here(self, language: Language) -> bool:
        """Whether the first engine that can be tried keeps a text on this machine, and is good."""
        for engine in self.engines:
            if engine.available(language, other_language(language)) is None:
                return engine.host is None and not engine.rough
        return False

    def run(
        self,
        document: Document,
        *,
        start: Callable[[], int],
        post: Post,
        cancel: threading.Event,
        only: Collection[int] | None = None,
        skip_memory: bool = False,
    ) -> str | None:
        """Bring the sentences of `document` into a state, posting each as it is known.

        Without `only`, those that have no words yet and those whose words are rough; with it,
        exactly those. Rough words stay until there are better ones. `start` tells the sentence the
        reader is at: what is nearest goes first, asked anew before every request. When `cancel` is
        set it returns within about 0.1 s and leaves the rest as they were. `skip_memory` asks the
        engines even for what is remembered. A sentence may be posted more than once: remembered,
        then with its flags; rough, then better.

        Returns one line a person should see, or None. Blocks: call it from a worker thread.
        """
        wanted = _wanted(document, only)
        rough = _rough_of(document, wanted)
        known = self._recall(document, wanted, rough, skip_memory)
        if known:
            post(known)
        rough = {i: made for i, made in rough.items() if i not in known}
        rough |= {i: found for i, found in known.items() if found.rough}
        todo = [index for index in wanted if index not in known and index not in rough]
        unchecked = [i for i, made in known.items() if made.state is State.REMEMBERED]
        first = {*around(unchecked, start(), _CHECKED_FIRST), *(known.keys() & rough.keys())}
        known |= self._check(document, known, sorted(first), start, post, cancel)
        summary = None
        if (todo or rough) and not cancel.is_set():
            from tui.translate.job import Job

            candidates = self._candidates(document.article.language)
            job = Job(document, candidates, self.memory, start=start, post=post, cancel=cancel)
            job.run(todo, {index: known.get(index, made) for index, made in rough.items()})
            summary = job.summary()
        later = sorted(set(unchecked).difference(first))
        self._check(document, known, later, start, post, cancel)
        return None if cancel.is_set() else self._notice() or summary

    def _recall(
        self, document: Document, wanted: list[int], rough: Collection[int], skip_memory: bool
    ) -> dict[int, Translation]:
        """What is known of `wanted`; of those that have rough words, only what is better."""
        known = self.remembered(document, wanted)
        if skip_memory:
            known = {i: found for i, found in known.items() if found.state is State.SAME}
        return {i: found for i, found in known.items() if not (found.rough and i in rough)}

    def _check(
        self,
        document: Document,
        known: Mapping[int, Translation],
        left: list[int],
        start: Callable[[], int],
        post: Post,
        cancel: threading.Event,
    ) -> dict[int, Translation]:
        """Look for what got lost in remembered sentences `left`; those with flags, posted again."""
        from tui.translate.flags import flags_of

        flagged: dict[int, Translation] = {}
        while left and not cancel.is_set():
            part = around(left, start(), _CHECKED)
            at = bisect_left(left, part[0])
            del left[at : at + len(part)]
            new: dict[int, Translation] = {}
            for index in part:
                words = document.sentences[index].span.of(document.text)
                if flags := flags_of(words, known[index].text or "", document.article.language):
                    new[index] = replace(known[index], flags=flags)
            if new:
                flagged |= new
                post(new)
        return flagged

    def _notice(self) -> str | None:
        """What the memory has to say, once."""
        notice = self.memory.notice if self.memory is not None else None
        told, self._told = self._told, notice
        return notice if notice != told else None

    def _candidates(self, language: Language) -> list[Candidate]:
        """Every engine in its order, with the reason why it may not be asked now."""
        from tui.translate.job import Candidate

        waiting = self.awaiting_consent(language)
        return [
            Candidate(engine, self._excuse(engine, language), engine in waiting)
            for engine in self.engines
        ]

    def _excuse(self, engine: Translator, language: Language) -> str | None:
        missing = engine.available(language, other_language(language))
        if missing is not None:
            return f"{missing.reason}: {missing.remedy}"
        if engine.host is None:
            return None
        if self.offline:
            return "offline: no engine of the network was asked"
        if not self._consented(engine.host):
            return f"{engine.label} was not asked: {consent_remedy(engine.host)}"
        return None


def _from_memory(found: Remembered, target: Language) -> Translation:
    return Translation(
        target,
        found.text,
        State.REMEMBERED,
        MEMORY,
        rough=found.rough,
        adapted=found.adapted,
    )


def _wanted(document: Document, only: Collection[int] | None) -> list[int]:
    if only is not None:
        return sorted(index for index in set(only) if 0 <= index < len(document.sentences))
    return [
        index
        for index, translation in enumerate(document.translations)
        if translation is None or not translation.has_text or translation.rough
    ]


def _rough_of(document: Document, wanted: Iterable[int]) -> dict[int, Translation]:
    """Those of `wanted` that have rough words already."""
    translations = ((index, document.translations[index]) for index in wanted)
    return {index: made for index, made in translations if made is not None and made.rough}
