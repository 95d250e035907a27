"""What all network engines share: sentences sent in context, and returned one by one.

The sentences of a paragraph go together, as many as the service takes at once, so that it sees
their context. What comes back is believed only when there is one sound answer for each; otherwise
the group is halved until it is so. Nothing is ever re-split on the other side.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar
from urllib.parse import urlsplit

from tui.document import Language
from tui.translate.config import Patience
from tui.translate.keys import normalise
from tui.translate.network import ServiceError, ask, gate_of
from tui.translate.protocol import Answer, Failure, Unavailable
from tui.translate.validate import drifted, page_instead, quota_spent, validate

_BAD_GROUPS = 2
"""After so many groups running that came back with other lines, sentences go one by one."""


class OnlineEngine(ABC):
    """An engine behind an address; a `Translator`.

    Answers are what the service said, known to belong to their sentences; the desk cleans them.
    """

    id: ClassVar[str]
    label: ClassVar[str]
    budget: ClassVar[int]
    """Bytes of UTF-8 to send together."""
    longest: ClassVar[int]
    """Bytes of UTF-8 the service takes at all; a longer sentence fails."""
    variables: ClassVar[tuple[str, ...]] = ()
    """The environment variables a key is taken from when the settings have none."""
    needs_key: ClassVar[bool] = False
    rough: ClassVar[bool] = False
    batch: ClassVar[int] = 0
    """The sentences of one paragraph at a time: a service sees their context."""

    def __init__(self, address: str, patience: Patience, key: str | None = None) -> None:
        self.address = address
        self._patience = patience
        self._key = key
        self._bad_groups = 0

    @property
    def host(self) -> str:
        """The host the sentences go to, with its port when that is not the usual one."""
        return urlsplit(self.address).netloc.rpartition("@")[2]

    def available(self, source: Language, target: Language) -> Unavailable | None:
        """Whether there are an address and a key; the languages are always served."""
        if source == target:
            return Unavailable("the text is in that language already", "choose the other language")
        if urlsplit(self.address).scheme not in ("http", "https") or not self.host:
            return Unavailable(
                f"{self.label} needs the address of a server",
                f"set its address (http://… or https://…) in the settings, for {self.id}",
            )
        if self.needs_key and not self._key:
            return Unavailable(
                f"{self.label} needs a key", f"set {self.variables[0]} or the key in the settings"
            )
        return None

    def close(self) -> None:  # noqa: B027 (a request ends by itself)
        """Nothing runs between two requests."""

    def resting(self) -> str | None:
        """Why the host is not asked for a while, after it failed; None when it can be asked."""
        return gate_of(self.host).closed()

    def translate(
        self,
        sentences: Sequence[str],
        source: Language,
        target: Language,
        *,
        cancel: threading.Event,
    ) -> list[Answer]:
        """One answer for each sentence; see `Translator`."""
        lines = [normalise(sentence) for sentence in sentences]
        answers: dict[int, Answer] = {}
        trouble = Failure(f"{self.label}: no answer")
        try:
            for group in self._groups(lines, answers):
                self._ask_group(lines, group, (source, target), answers, cancel)
        except ServiceError as error:
            trouble = Failure(f"{self.label}: {error.reason}")
        return [answers.get(index, trouble) for index in range(len(lines))]

    def _groups(self, lines: list[str], answers: dict[int, Answer]) -> Iterator[list[int]]:
        """Consecutive lines that fit into one request; the ones that never fit are answered."""
        group: list[int] = []
        size = 0
        for index, line in enumerate(lines):
            length = len(line.encode(errors="replace")) + 1
            if length > self.longest or not line:
                reason = "the sentence is too long for it" if line else "the sentence is empty"
                answers[index] = Failure(f"{self.label}: {reason}")
                continue
            alone = self._bad_groups >= _BAD_GROUPS
            if group and (alone or size + length > self.budget):
                yield group
                group, size = [], 0
            group.append(index)
            size += length
        if group:
            yield group

    def _ask_group(
        self,
        lines: list[str],
        group: list[int],
        pair: tuple[Language, Language],
        answers: dict[int, Answer],
        cancel: threading.Event,
    ) -> None:
        sent = [lines[index] for index in group]
        got = self._request(sent, pair, cancel)
        if len(group) == 1:
            answers[group[0]] = " ".join(got)
            return
        if len(got) == len(sent) and _sound(sent, got, pair):
            answers.update(zip(group, got, strict=True))
            self._bad_groups = 0
            return
        self._bad_groups += 1
        half = len(group) // 2
        for part in (group[:half], group[half:]):
            self._ask_group(lines, part, pair, answers, cancel)

    def _request(
        self, lines: list[str], pair: tuple[Language, Language], cancel: threading.Event
    ) -> list[str]:
        from tui.translate.transport import explain

        def work() -> list[str]:
            got = self.fetch(lines, *pair)
            said, asked = " ".join(got), " ".join(lines)
            if quota_spent(said) and not quota_spent(asked):
                raise ServiceError("its free quota for today is spent", blame="limit")
            if page_instead(said) and not page_instead(asked):
                raise ServiceError("an error page came instead of a translation", again=True)
            return got

        return ask(work, gate_of(self.host), self._patience, cancel, explain)

    @abstractmethod
    def fetch(self, lines: list[str], source: Language, target: Language) -> list[str]:
        """Make one request, in a thread of its own; the lines that came back, however many.

        Raises:
            Exception: anything; `transport.explain` finds the words for it.
        """


def as_lines(answer: object) -> list[str]:
    """The lines of a service's answer, without blank ones; none when it gave nothing."""
    if not isinstance(answer, str):
        return []
    return [line for line in answer.replace("\r", "\n").split("\n") if line.strip()]


def _sound(sent: list[str], got: list[str], pair: tuple[Language, Language]) -> bool:
    checked = [validate(line, answer, *pair) for line, answer in zip(sent, got, strict=True)]
    words = [answer for answer in checked if isinstance(answer, str)]
    return len(words) == len(sent) and not drifted(sent, words)
