"""The jobs of the process that fetches, on behalf of the screen: each can be given up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tui.screens.session import Session
from tui.screens.stand.base import StandBase

if TYPE_CHECKING:
    from tui.refresh.child import Job


class StandJobs(StandBase):
    """What is under way. Those a person waits for end with Escape, all of them on leaving."""

    def __init__(self, session: Session, width: int) -> None:
        super().__init__(session, width)
        self._jobs: dict[Job, bool] = {}
        """Whether each is waited for."""
        self._leaving = False

    def job(self, what: Mapping[str, Any], *, awaited: bool = False) -> Job:
        """A job to be followed; with `awaited`, Escape gives it up."""
        from tui.refresh.child import Job

        job = Job(self.session.places, what)
        self._jobs[job] = awaited
        if self._leaving:
            job.cancel()
        return job

    def follow(self, job: Job) -> Iterator[dict[str, Any]]:
        """What a job tells, until it has ended; for a thread."""
        try:
            yield from job
        finally:
            self._jobs.pop(job, None)

    def stop_reading(self) -> bool:
        """Give up what somebody waits for; False when nobody does."""
        awaited = [job for job, waited in self._jobs.copy().items() if waited]
        for job in awaited:
            job.cancel()
        if awaited:
            self.tell("Stopped; nothing was changed.")
        return bool(awaited)

    def stop_work(self) -> None:
        """Let go of everything that goes on; what has come is kept."""
        super().stop_work()
        self._leaving = True
        for job in self._jobs.copy():
            job.cancel()
