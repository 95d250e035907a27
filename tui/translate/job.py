"""One document on its way through the engines."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.document import Document, Language, State, Translation
from tui.translate.order import around, chunks, nearest, paragraph_unit, paragraph_units
from tui.translate.protocol import Answer, Failure, Translator

if TYPE_CHECKING:
    from tui.translate.memory import Memory

Post = Callable[[Mapping[int, Translation]], None]

_FIRST_BATCH = 8
"""Sentences in the first batch of an engine that takes many: something is to be seen soon."""
_ROUGH_WINDOW = 300
"""Sentences around the reader that are shown as a rough engine has them while the network is
still being asked: all of most articles, and a second or two of the machine's time."""
_IN_SIGHT = 20
"""Sentences from the reader's that are on the screen, or soon will be."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An engine in its place of the order."""

    engine: Translator
    excuse: str | None = None
    """Why it is not asked; None when it is."""
    waiting: bool = False
    """Whether it only waits for the reader to agree."""


class Job:
    """Brings sentences of one document into a state, what is nearest to the reader first.

    Engines are asked in their order, each for what those before it did not give. What a rough
    engine wrote is offered to the engines before it too, and stays when they have nothing better.
    Where those are all far away, a rough translation of what the reader sees is made first.
    """

    def __init__(
        self,
        document: Document,
        candidates: Sequence[Candidate],
        memory: Memory | None,
        *,
        start: Callable[[], int],
        post: Post,
        cancel: threading.Event,
    ) -> None:
        """Nothing is asked yet; see `Desk.run` for `start`, `post` and `cancel`."""
        self._document = document
        self._candidates = candidates
        self._memory = memory
        self._start = start
        self._post = post
        self._cancel = cancel
        self._engines = [each.engine for each in candidates if each.excuse is None]
        self._better = _better(candidates)
        self._rough: dict[int, Translation] = {}
        self._bare: list[int] = []
        self._begun: set[str] = set()
        self._asked = 0
        self._failed = 0
        self._reason: str | None = None

    def run(self, missing: Collection[int], rough: Mapping[int, Translation]) -> None:
        """Translate the sentences `missing`, and replace the words of `rough` by better ones."""
        self._asked = len(missing)
        self._rough = dict(rough)
        self._bare = sorted(missing)
        if rough and not self._better:
            self._say_who_was_passed(rough)
        left = sorted({*missing, *(rough if self._better else ())})
        while left and not self._cancel.is_set():
            self._show_roughly()
            unit = self._next(left)
            self._translate(unit)
            for index in unit:
                _drop(left, index)
                _drop(self._bare, index)

    def summary(self) -> str | None:
        """What a person should be told at the end; nothing where it is for them to agree."""
        if not self._failed:
            return None
        if not self._engines and any(each.waiting for each in self._candidates):
            return None
        return f"{self._failed} of {self._asked} sentences have no translation: {self._reason}"

    # Which sentences

    def _next(self, left: list[int]) -> list[int]:
        here = self._start()
        engine = next((each for each in self._engines if not _rests(each)), None)
        if engine is None or not engine.batch:
            return paragraph_unit(self._document, left, here)
        return around(left, here, self._size(engine))

    def _size(self, engine: Translator) -> int:
        return engine.batch if engine.id in self._begun else min(_FIRST_BATCH, engine.batch)

    def _groups(self, engine: Translator, indices: Sequence[int]) -> Iterable[list[int]]:
        """The sentences as the engine likes them: by paragraph, or as many as it takes."""
        if not engine.batch:
            return paragraph_units(self._document, indices)
        first = self._size(engine)
        return [*chunks(indices[:first], first), *chunks(indices[first:], engine.batch)]

    # Asking

    def _translate(self, unit: list[int]) -> None:
        """Bring the sentences of `unit` into a state, unless called off before."""
        left = {index: self._words(index) for index in unit}
        reasons: dict[int, dict[str, str]] = {index: {} for index in unit}
        for engine in self._engines:
            todo = [index for index in left if not (engine.rough and index in self._rough)]
            for group in self._groups(engine, todo):
                if self._cancel.is_set():
                    return
                self._ask(engine, {index: left[index] for index in group}, left, reasons)
        if left and not self._cancel.is_set():
            self._give_up(left, reasons)

    def _words(self, index: int) -> str:
        return self._document.sentences[index].span.of(self._document.text)

    def _ask(
        self,
        engine: Translator,
        asked: dict[int, str],
        left: dict[int, str],
        reasons: dict[int, dict[str, str]],
    ) -> None:
        """Take out of `left` what `engine` translates; note in `reasons` why it did not."""
        from tui.translate.flags import flags_of
        from tui.translate.validate import validate

        source, target = self._document.article.language, self._document.target
        answers = _answers(engine, list(asked.values()), (source, target), self._cancel)
        self._begun.add(engine.id)
        done: dict[int, Translation] = {}
        for (index, words), answer in zip(asked.items(), answers, strict=True):
            if not isinstance(answer, Failure):
                answer = validate(words, answer, source, target)
                if isinstance(answer, Failure):
                    answer = Failure(f"{engine.label}: {answer.reason}")
            if isinstance(answer, Failure):
                reasons[index][engine.id] = answer.reason
                continue
            done[index] = Translation(
                target,
                answer,
                State.TRANSLATED,
                engine.id,
                rough=engine.rough,
                flags=flags_of(words, answer, source),
                passed=self._passed(engine, reasons[index]),
            )
        if done:
            pairs = [(left.pop(index), made.text or "") for index, made in done.items()]
            if engine.rough:
                self._rough.update(done)
            self._post(done)
            if self._memory is not None:
                self._memory.remember(pairs, source, engine.id)

    def _passed(self, engine: Translator, reasons: Mapping[str, str]) -> tuple[str, ...]:
        """Why the engines before `engine` did not answer."""
        said: list[str] = []
        for each in self._candidates:
            if each.engine is engine:
                break
            if (why := each.excuse or reasons.get(each.engine.id)) is not None:
                said.append(why)
        return tuple(dict.fromkeys(said))

    # What is rough

    def _show_roughly(self) -> None:
        """Translate what the reader sees with a rough engine, if all better ones are far away."""
        rough = next((engine for engine in self._engines if engine.rough), None)
        far = self._better and all(engine.host is not None for engine in self._better)
        if rough is None or not far or not self._bare:
            return
        here = self._start()
        if abs(self._bare[nearest(self._bare, here)] - here) > _IN_SIGHT:
            return
        window = around(self._bare, here, _ROUGH_WINDOW)
        for group in self._groups(rough, window):
            if self._cancel.is_set():
                return
            asked = {index: self._words(index) for index in group}
            self._ask(rough, asked, dict(asked), {index: {} for index in group})
        for index in window:
            _drop(self._bare, index)

    def _say_who_was_passed(self, rough: Mapping[int, Translation]) -> None:
        """Say of rough words that no better engine could be asked, and why."""
        excuses = [
            each.excuse for each in self._candidates if each.excuse and not each.engine.rough
        ]
        if excuses:
            self._post({i: replace(made, passed=tuple(excuses)) for i, made in rough.items()})

    def _give_up(self, left: Mapping[int, str], reasons: Mapping[int, Mapping[str, str]]) -> None:
        """Leave rough words where they are, and say of the others why they have none."""
        kept: dict[int, Translation] = {}
        failed: dict[int, Translation] = {}
        for index in left:
            if (made := self._rough.get(index)) is not None:
                passed = tuple(dict.fromkeys((*made.passed, *reasons[index].values())))
                kept[index] = replace(made, passed=passed)
                continue
            reason = one_line(reasons[index].values()) or self._excuse
            failed[index] = Translation(self._document.target, None, State.FAILED, reason=reason)
            self._reason = self._reason or reason
        self._failed += len(failed)
        self._post({**kept, **failed})

    @property
    def _excuse(self) -> str:
        """The reason of the sentences when there is no engine to ask."""
        excuses = (each.excuse for each in self._candidates if each.excuse is not None)
        return one_line(excuses) or "no engine: choose one in the settings"


def _better(candidates: Sequence[Candidate]) -> list[Translator]:
    """The engines that may be asked and come before the first rough one."""
    better: list[Translator] = []
    for each in candidates:
        if each.engine.rough:
            break
        if each.excuse is None:
            better.append(each.engine)
    return better


def _rests(engine: Translator) -> bool:
    """Whether an engine of the network says that its host is left alone for a while."""
    resting = getattr(engine, "resting", None)
    return resting is not None and resting() is not None


def _drop(ordered: list[int], value: int) -> None:
    at = bisect_left(ordered, value)
    if at < len(ordered) and ordered[at] == value:
        del ordered[at]


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


def one_line(reasons: Iterable[str]) -> str:
    """The reasons in one line, each once."""
    return "; ".join(dict.fromkeys(reasons))
