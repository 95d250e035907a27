"""The translation desk: the memory first, then the engines in their order, sentence by sentence.

Every sentence it is given ends in a state, and keeps its place: answers travel under the index of
their sentence from here to the screen.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tui.document import Document, Language, State, Translation, other_language
from tui.translate.config import consent_remedy
from tui.translate.protocol import Answer, Failure, Translator

if TYPE_CHECKING:
    from tui.translate.memory import Memory

MEMORY = "memory"
"""The engine's name of a remembered translation."""

Post = Callable[[Mapping[int, Translation]], None]

_UNIT_SENTENCES = 8
_UNIT_LENGTH = 1200
"""Code points: about what one request takes; between two units the reader's place is asked."""
_LANGUAGE_WORDS = 6
"""Fewer words than this are not enough to say which language a sentence is in."""


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
        text may go to a host. `detect` names a text's language: with it, a sentence that is in
        the target language already is `same`.
        """
        self.memory = memory
        self.offline = offline
        self._engines = engines
        self._consented = consented
        self._detect = detect
        self._told: str | None = None

    @cached_property
    def engines(self) -> tuple[Translator, ...]:
        """The engines in the order in which they are asked."""
        made = self._engines() if callable(self._engines) else self._engines
        return tuple(made)

    def remembered(
        self, document: Document, indices: Iterable[int] | None = None
    ) -> dict[int, Translation]:
        """What is known of the sentences without asking anyone: remembered, or `same`."""
        wanted = range(len(document.sentences)) if indices is None else indices
        words = {index: document.sentences[index].span.of(document.text) for index in wanted}
        source, target = document.article.language, document.target
        known: dict[int, Translation] = {}
        if self.memory is not None:
            pairs = self.memory.look_up(list(words.values()), source, target)
            for index, sentence in words.items():
                if (pair := pairs.get(sentence)) is not None:
                    known[index] = Translation(target, pair.text, State.REMEMBERED, MEMORY)
        for index, sentence in words.items():
            if index not in known and self._is_same(sentence, target):
                known[index] = Translation(target, sentence, State.SAME)
        return known

    def _is_same(self, sentence: str, target: Language) -> bool:
        from tui.translate.validate import nothing_to_translate

        if nothing_to_translate(sentence):
            return True
        if self._detect is None or len(sentence.split()) < _LANGUAGE_WORDS:
            return False
        return self._detect(sentence) == target

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

        Without `only`, those that have no words yet; with it, exactly those. `start` tells the
        sentence the reader is at: what is nearest goes first, asked anew before every request.
        When `cancel` is set it returns within about 0.1 s and leaves the rest as they were.
        `skip_memory` asks the engines even for what is remembered.

        Returns one line a person should see, or None. Blocks: call it from a worker thread.
        """
        wanted = _wanted(document, only)
        known = self.remembered(document, wanted)
        if skip_memory:
            known = {i: found for i, found in known.items() if found.state is State.SAME}
        if known:
            post(known)
        todo = [index for index in wanted if index not in known]
        if todo and not cancel.is_set():
            engines, reason = self._usable(document.article.language)
            job = _Job(document, engines, reason, self.memory, post, cancel)
            for unit in _nearest_first(_units(document, todo), start):
                job.translate(unit)
                if cancel.is_set():
                    return None
            return self._notice() or job.summary(len(todo))
        return self._notice()

    def _notice(self) -> str | None:
        """What the memory has to say, once."""
        notice = self.memory.notice if self.memory is not None else None
        told, self._told = self._told, notice
        return notice if notice != told else None

    def _usable(self, language: Language) -> tuple[list[Translator], str]:
        """The engines that may be asked now, and why the others may not."""
        usable: list[Translator] = []
        reasons: list[str] = []
        for engine in self.engines:
            missing = engine.available(language, other_language(language))
            if missing is not None:
                reasons.append(f"{missing.reason}: {missing.remedy}")
            elif engine.host is None:
                usable.append(engine)
            elif self.offline:
                reasons.append("offline: no engine of the network was asked")
            elif not self._consented(engine.host):
                reasons.append(f"{engine.label} was not asked: {consent_remedy(engine.host)}")
            else:
                usable.append(engine)
        return usable, _one_line(reasons) or "no engine: choose one in the settings"


@dataclass
class _Job:
    """One document on its way through the engines."""

    document: Document
    engines: Sequence[Translator]
    excuse: str
    """The reason of the sentences when there is no engine to ask."""
    memory: Memory | None
    post: Post
    cancel: threading.Event
    failed: int = 0
    reason: str | None = field(default=None)
    """Why the first sentence that failed did."""

    def translate(self, unit: list[int]) -> None:
        """Bring the sentences of `unit` into a state, unless called off before."""
        left = {index: self.document.sentences[index].span.of(self.document.text) for index in unit}
        reasons: dict[int, list[str]] = {index: [] for index in unit}
        for engine in self.engines:
            if self.cancel.is_set():
                return
            self._ask(engine, left, reasons)
            if not left:
                return
        if self.cancel.is_set():
            return
        failures = {i: _one_line(reasons[i]) or self.excuse for i in left}
        self.failed += len(failures)
        self.reason = self.reason or next(iter(failures.values()))
        target = self.document.target
        self.post(
            {
                index: Translation(target, None, State.FAILED, reason=reason)
                for index, reason in failures.items()
            }
        )

    def _ask(self, engine: Translator, left: dict[int, str], reasons: dict[int, list[str]]) -> None:
        """Take out of `left` what `engine` translates; note in `reasons` why it did not."""
        from tui.translate.validate import validate

        source, target = self.document.article.language, self.document.target
        sentences = list(left.items())
        answers = _answers(engine, [words for _, words in sentences], (source, target), self.cancel)
        done: dict[int, Translation] = {}
        for (index, words), answer in zip(sentences, answers, strict=True):
            if not isinstance(answer, Failure):
                answer = validate(words, answer, source, target)
                if isinstance(answer, Failure):
                    answer = Failure(f"{engine.label}: {answer.reason}")
            if isinstance(answer, Failure):
                reasons[index].append(answer.reason)
            else:
                done[index] = Translation(target, answer, State.TRANSLATED, engine.id)
        if done:
            pairs = [(left.pop(index), made.text or "") for index, made in done.items()]
            self.post(done)
            if self.memory is not None:
                self.memory.remember(pairs, source, engine.id)

    def summary(self, asked: int) -> str | None:
        """What a person should be told at the end."""
        if not self.failed:
            return None
        return f"{self.failed} of {asked} sentences have no translation: {self.reason}"


def _answers(
    engine: Translator,
    sentences: list[str],
    pair: tuple[Language, Language],
    cancel: threading.Event,
) -> list[Answer]:
    """What `engine` answers, one for each sentence, even if it breaks its promises."""
    try:
        answers = engine.translate(sentences, *pair, cancel=cancel)
    except Exception as error:  # noqa: BLE001 (an engine's fault must not cost the article)
        why = f"{engine.label}: it broke down ({type(error).__name__})"
        return [Failure(why)] * len(sentences)
    if len(answers) != len(sentences):
        why = f"{engine.label}: {len(answers)} answers came for {len(sentences)} sentences"
        return [Failure(why)] * len(sentences)
    return answers


def _wanted(document: Document, only: Collection[int] | None) -> list[int]:
    if only is not None:
        return sorted(index for index in set(only) if 0 <= index < len(document.sentences))
    return [
        index
        for index, translation in enumerate(document.translations)
        if translation is None or not translation.has_text
    ]


def _units(document: Document, todo: list[int]) -> list[list[int]]:
    """`todo` in groups of one paragraph each, small enough for one request, in order."""
    units: list[list[int]] = []
    size, paragraph = 0, -1
    for index in todo:
        sentence = document.sentences[index]
        size += len(sentence.span)
        full = not units or len(units[-1]) == _UNIT_SENTENCES or size > _UNIT_LENGTH
        if full or sentence.paragraph != paragraph:
            units.append([])
            size, paragraph = len(sentence.span), sentence.paragraph
        units[-1].append(index)
    return units


def _nearest_first(units: list[list[int]], start: Callable[[], int]) -> Iterator[list[int]]:
    """Each of `units` once, the one nearest to `start()` at that moment first."""
    left = list(units)
    firsts = [unit[0] for unit in left]
    while left:
        here = start()
        # The last unit that begins at or before the reader's sentence; what is ahead goes first.
        at = bisect_left(firsts, here + 1) - 1
        if at < 0 or left[at][-1] < here:
            behind = here - left[at][-1] if at >= 0 else None
            ahead = firsts[at + 1] - here if at + 1 < len(left) else None
            if behind is None or (ahead is not None and ahead <= behind):
                at += 1
        firsts.pop(at)
        yield left.pop(at)


def _one_line(reasons: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(reasons))
