"""Manners and patience towards translation services: pacing, retries, a circuit breaker, time-outs.

Nobody waits for a server here: each request runs in a daemon thread that is waited for with an eye
on `cancel` and on the clock, and abandoned when either says so. Quitting never waits either.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Literal, TypeVar

from tui.translate.config import Patience

T = TypeVar("T")

Blame = Literal["request", "link", "host", "limit", "nobody"]
"""What is at fault: these words alone; the way to the host; the host; its limits or the key."""

_POLL = 0.05
"""Seconds between two looks at `cancel` while waiting: well under what a person notices."""
_LINK_REST = 15.0
"""Seconds a host rests when it could not be reached: the network may be back at any moment."""
_LONGEST_REST = 3600.0


class ServiceError(Exception):
    """A request came to nothing; the message is one line, without the engine's name."""

    def __init__(
        self, reason: str, *, blame: Blame = "host", again: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.blame: Blame = blame
        self.again = again
        """Whether the same request may well succeed in a moment."""
        self.wait = wait
        """What the server asked for in `Retry-After`, in seconds."""


def stopped() -> ServiceError:
    """The trouble of a request that was called off."""
    return ServiceError("stopped", blame="nobody")


class Gate:
    """The way to one host: one request at a time, a pause between two, closed after trouble."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._next = 0.0
        self._failures = 0
        self._closed_until = 0.0
        self._reason = ""

    def closed(self) -> str | None:
        """Why no request may pass now, and for how long; None when one may."""
        left = self._closed_until - time.monotonic()
        if left <= 0:
            return None
        minutes = round(left / 60)
        when = f"{minutes} min" if minutes > 1 else f"{max(1, round(left))} s"
        return f"{self._reason}; not asked again for {when}"

    def enter(self, cancel: threading.Event) -> None:
        """Wait for the turn; every `enter` that returns is followed by one `leave`.

        Raises:
            ServiceError: the gate is closed, or `cancel` was set.
        """
        while not self._turn.acquire(timeout=_POLL):
            self._check(cancel)
        try:
            self._check(cancel)
            if cancel.wait(max(0.0, self._next - time.monotonic())):
                raise stopped()
        except BaseException:
            self._turn.release()
            raise

    def _check(self, cancel: threading.Event) -> None:
        if cancel.is_set():
            raise stopped()
        if (why := self.closed()) is not None:
            raise ServiceError(why, blame="nobody")

    def leave(self, patience: Patience, trouble: ServiceError | None) -> None:
        """Say how the request went; the next one's turn comes after a pause."""
        if trouble is None:
            self._failures = 0
        elif trouble.blame not in ("nobody", "request"):
            # After a rest one request passes; as the count is kept, its failure closes again.
            self._failures += 1
            if trouble.blame == "limit" or self._failures >= patience.failures:
                self._close(patience, trouble)
        asked = trouble.wait if trouble is not None and trouble.wait is not None else 0.0
        self._next = time.monotonic() + max(patience.pause, min(asked, patience.longest_wait))
        self._turn.release()

    def _close(self, patience: Patience, trouble: ServiceError) -> None:
        rest = patience.rest
        if trouble.blame == "limit" and trouble.wait is not None:
            if trouble.wait <= patience.longest_wait and self._failures < patience.failures:
                return
            rest = min(trouble.wait, _LONGEST_REST)
        elif trouble.blame == "link":
            rest = min(rest, _LINK_REST)
        self._reason = trouble.reason
        self._closed_until = time.monotonic() + rest


_gates: dict[str, Gate] = {}
_gates_lock = threading.Lock()


def gate_of(host: str) -> Gate:
    """The one gate of `host` in this process: all articles and engines share it."""
    with _gates_lock:
        return _gates.setdefault(host, Gate())


def forget_hosts() -> None:
    """Begin anew with every host, as after a change of network: no gate is closed."""
    with _gates_lock:
        _gates.clear()


class Call:
    """What a request thread knows about the request it makes."""

    def __init__(self, patience: Patience) -> None:
        self.patience = patience
        self.deadline = time.monotonic() + patience.total
        self.abandoned = False
        """Whether nobody waits for the answer any more."""

    def check(self) -> None:
        """Raise `ServiceError` when there is no point in going on."""
        if self.abandoned:
            raise stopped()
        if time.monotonic() > self.deadline:
            raise out_of_time(self.patience)


_thread = threading.local()


def current_call() -> Call:
    """The call this thread works for; outside of a request thread, one with usual patience."""
    call = getattr(_thread, "call", None)
    return call if isinstance(call, Call) else Call(Patience())


def out_of_time(patience: Patience) -> ServiceError:
    """The trouble of a server that does not answer in time."""
    return ServiceError(f"no answer within {patience.total:g} s", again=True)


def ask(
    work: Callable[[], T],
    gate: Gate,
    patience: Patience,
    cancel: threading.Event,
    explain: Callable[[Exception], ServiceError],
) -> T:
    """What `work` returns: one request, repeated when that may help.

    `explain` names the trouble behind an exception of `work`. Returns or raises within about
    0.1 s of `cancel` being set, whatever the server does.

    Raises:
        ServiceError: it came to nothing.
    """
    attempt = 0
    while True:
        gate.enter(cancel)
        trouble: ServiceError | None = None
        try:
            return _in_thread(work, Call(patience), cancel, explain)
        except ServiceError as error:
            trouble = error
        finally:
            gate.leave(patience, trouble)
        attempt += 1
        if not trouble.again or attempt > patience.retries or gate.closed() is not None:
            raise trouble
        if cancel.wait(_delay(patience, attempt, trouble)):
            raise stopped()


def _delay(patience: Patience, attempt: int, trouble: ServiceError) -> float:
    import random

    if trouble.wait is not None:
        return min(trouble.wait, patience.longest_wait)
    return float(patience.backoff * 2 ** (attempt - 1) * random.uniform(0.75, 1.25))  # noqa: S311 (jitter)


def _in_thread(
    work: Callable[[], T],
    call: Call,
    cancel: threading.Event,
    explain: Callable[[Exception], ServiceError],
) -> T:
    results: list[T] = []
    troubles: list[ServiceError] = []
    done = threading.Event()

    def run() -> None:
        _thread.call = call
        try:
            results.append(work())
        except ServiceError as error:
            troubles.append(error)
        except Exception as error:  # noqa: BLE001 (deep_translator raises whatever it meets)
            troubles.append(explain(error))
        finally:
            done.set()

    threading.Thread(target=run, name="edicola-request", daemon=True).start()
    while not done.wait(_POLL):
        late = time.monotonic() > call.deadline
        if late or cancel.is_set():
            call.abandoned = True
            raise out_of_time(call.patience) if late else stopped()
    if troubles:
        raise troubles[0]
    return results[0]
