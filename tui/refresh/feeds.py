"""Refreshing feeds through the `reader` library, and taking what they bring into the newsstand."""

from __future__ import annotations

import os
import threading
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tui.library import Newsstand
from tui.library.kinds import Feed, Incoming, Outcome
from tui.refresh.pace import interval
from tui.refresh.retrieve import Retriever
from tui.sanitize import sanitize_line, web_address
from tui.sources.blocks import declared_language
from tui.sources.request import Limits

Emit = Callable[[dict[str, Any]], None]

AT_ONCE = 2_000
"""Entries of a feed that are taken at most, the newest."""
BATCH_SECONDS = 0.4
"""How long what came waits to be written with what comes next."""
BATCH_ENTRIES = 600
WORKERS = 8
WEEK = 7 * 86400
HELD = "it asks to be left alone"
"""What the reason says of a server that named a time; until then nobody asks it."""
ASKED = f"edicola.asked.{os.getpid()}"
"""The tag of feeds that this process asks, where it does not ask all."""


class _Answer(NamedTuple):
    """What asking one feed alone came to."""

    url: str
    value: Any


class Refresh:
    """One refresh of some feeds."""

    def __init__(
        self, stand: Newsstand, path: Path, limits: Limits, emit: Emit, cancel: threading.Event
    ) -> None:
        self._stand = stand
        self._emit = emit
        self._cancel = cancel
        self._retriever = Retriever(limits, self._asking, cancel)
        self._reader = self._open(path)
        self._came: dict[str, list[Any]] = defaultdict(list)
        self._batch: list[tuple[int, Outcome, Sequence[Incoming]]] = []
        self._since = time.monotonic()
        self._writing = threading.Lock()
        self._trouble: OSError | None = None
        self._counts = {"feeds": 0, "new": 0, "failed": 0}
        self._wanted: dict[str, Feed] = {}
        self._moments_before: dict[int, list[int]] = {}

    def _open(self, path: Path) -> Any:
        from reader import make_reader

        # It says by exception what it warns of, and standard error is for people.
        warnings.filterwarnings("ignore", module=r"reader\.")
        reader = make_reader(str(path), feed_root=None, search_enabled=False, plugins=[])
        reader._parser.do_lazy_init()  # the usual retrievers, which ours are to stand in for
        for scheme in ("http://", "https://"):
            reader._parser.mount_retriever(scheme, self._retriever)
        reader.after_entry_update_hooks.append(self._entry_came)
        return reader

    def _asking(self, url: str) -> None:
        feed = self._wanted.get(url)
        if feed is not None:
            self._emit({"event": "asking", "id": feed.id, "title": feed.title})

    def _entry_came(self, _reader: Any, entry: Any, _status: Any) -> None:
        self._came[entry.feed_url].append(entry)

    def prepare(self, feeds: Sequence[Feed]) -> None:
        """Mend what a refresh before this one left, and note which feeds are asked now."""
        self._match()
        self._mend()
        self._stand.intake.begin(feed.id for feed in feeds)

    def run(self, feeds: Sequence[Feed]) -> dict[str, int]:
        """Ask feeds, write what they bring; how many answered, how much is new, how many fail."""
        try:
            wanted = self._wanted = {feed.url: feed for feed in feeds}
            self._moments_before = self._stand.feeds.moments()
            with self._written_meanwhile():
                for result in self._updates(wanted):
                    if result.url in wanted:
                        self._take(wanted[result.url], result.value)
                    if self._cancel.is_set() or self._trouble is not None:
                        break
            if self._trouble is not None:
                raise self._trouble
            self._write()
        finally:
            self._reader.close()
        return self._counts

    @contextmanager
    def _written_meanwhile(self) -> Iterator[None]:
        """Write what has come while slower feeds are waited for: they hold nothing up."""
        ended = threading.Event()

        def write() -> None:
            while not ended.wait(BATCH_SECONDS):
                if time.monotonic() - self._since > BATCH_SECONDS:
                    try:
                        self._write()
                    except OSError as error:
                        self._trouble = error
                        return

        thread = threading.Thread(target=write, name="edicola-write", daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _match(self) -> None:
        """Let the library have the feeds that the newsstand has."""
        here = {feed.url for feed in self._stand.feeds.all() if not feed.is_saved}
        there = {feed.url for feed in self._reader.get_feeds()}
        self._stand.feeds.purge(int(time.time()) - WEEK)
        keep = here | set(self._stand.feeds.removed())
        for url in here - there:
            self._reader.add_feed(url, exist_ok=True, allow_invalid_url=True)
        for url in there - keep:
            self._reader.delete_feed(url, missing_ok=True)

    def _mend(self) -> None:
        """Take what a refresh that was broken off had got and not passed on."""
        for number in self._stand.intake.pending():
            feed = self._stand.feeds.get(number)
            if feed is None:
                continue
            known = self._stand.intake.known(number)
            entries = self._reader.get_entries(feed=feed.url)
            lost = [entry for entry in entries if entry.id not in known]
            if lost:
                self._add(feed, self._outcome(feed, ok=True), lost)
        self._write()

    def _updates(self, wanted: dict[str, Feed]) -> Iterable[Any]:
        left = dict(wanted)
        try:
            for result in self._together(wanted):
                left.pop(result.url, None)
                yield result
        except ValueError:  # one feed that cannot be written has ended the asking of all
            for url in left:
                yield self._alone(url)

    def _alone(self, url: str) -> _Answer:
        from reader import ParseError

        try:
            return _Answer(url, self._reader.update_feed(url))
        except (ParseError, ValueError) as error:
            return _Answer(url, error)

    def _together(self, wanted: dict[str, Feed]) -> Iterable[Any]:
        every = {feed.url for feed in self._reader.get_feeds()}
        if set(wanted) == every:
            yield from self._reader.update_feeds_iter(scheduled=False, workers=WORKERS)
            return
        for url in wanted:
            self._reader.set_tag(url, ASKED)
        try:
            yield from self._reader.update_feeds_iter(
                scheduled=False, workers=WORKERS, tags=[ASKED]
            )
        finally:
            for url in wanted:
                self._reader.delete_tag(url, ASKED, missing_ok=True)

    def _take(self, feed: Feed, value: Any) -> None:
        entries = self._came.pop(feed.url, [])
        if isinstance(value, Exception):
            if self._retriever.why(feed.url) == "stopped":
                return
            outcome = self._outcome(feed, ok=False, reason=self._why(feed.url, value))
        else:
            outcome = self._outcome(feed, ok=True, same=value is None)
        self._add(feed, outcome, entries)
        if len(self._batch) and (
            time.monotonic() - self._since > BATCH_SECONDS
            or sum(len(entries) for _, _, entries in self._batch) > BATCH_ENTRIES
        ):
            self._write()

    def _add(self, feed: Feed, outcome: Outcome, entries: Sequence[Any]) -> None:
        entries = sorted(entries, key=_when, reverse=True)[:AT_ONCE]
        spoken = declared_language(outcome.language)
        taken: list[Incoming] = []
        if entries:
            from tui.refresh.entries import as_incoming

            taken = [as_incoming(entry, feed.url, spoken) for entry in entries]
        with self._writing:
            self._batch.append((feed.id, outcome, taken))

    def _outcome(self, feed: Feed, *, ok: bool, same: bool = False, reason: str = "") -> Outcome:
        now = int(time.time())
        failures = 0 if ok else feed.failures + 1
        due = now + interval(self._moments(feed), failures)
        if same:
            return Outcome("ok", due=due)
        if not ok:
            held = self._retriever.held(feed.url)
            if held is not None:
                due = max(due, held)
                reason += f"; {HELD} for {max(1, (held - now) // 60)} minutes"
            return Outcome("failed", reason=reason, due=due)
        known = self._reader.get_feed(feed.url, None)
        return Outcome(
            "ok",
            title=sanitize_line((known.title if known else "") or "")[:200],
            site=web_address((known.link if known else "") or "", feed.url)[:500],
            language=declared_language(getattr(known, "language", None)) or "",
            due=due,
        )

    def _moments(self, feed: Feed) -> list[int]:
        came = [int(_when(entry)) for entry in self._came.get(feed.url, ())]
        return came or self._moments_before.get(feed.id, [])

    def _why(self, url: str, error: Exception) -> str:
        if reason := self._retriever.why(url):
            return reason
        cause = error.__cause__
        said = sanitize_line(str(cause or error)).removeprefix("<unknown>:")[:160]
        name = type(cause or error).__name__
        if "SAX" in name or "Expat" in name or "XML" in said:
            return f"what it sends is not a feed that can be read ({said})"
        if "parser" in said.lower() or "mime" in said.lower() or "content-type" in said.lower():
            return "what it sends is not a feed; check the address"
        if isinstance(cause or error, AttributeError | TypeError | LookupError):
            return "what it sends is not built as a feed is"  # these speak of our code, not of it
        return f"what it sends cannot be read as a feed ({said or name})"

    def _write(self) -> None:
        with self._writing:
            batch, self._batch = self._batch, []
            self._since = time.monotonic()
            if batch:
                self._receive(batch)

    def _receive(self, batch: Sequence[tuple[int, Outcome, Sequence[Incoming]]]) -> None:
        new = self._stand.intake.receive(batch)
        if new is None:
            notices = self._stand.take_notices()
            raise OSError(notices[0] if notices else "the newsstand cannot be written")
        for number, outcome, _ in batch:
            self._counts["feeds"] += 1
            self._counts["new"] += new.get(number, 0)
            failed = outcome.kind == "failed"
            self._counts["failed"] += failed
            state = "failed" if failed else "new" if new.get(number) else "same"
            self._emit(
                {
                    "event": "feed",
                    "id": number,
                    "title": outcome.title,
                    "state": state,
                    "new": new.get(number, 0),
                    "reason": outcome.reason,
                }
            )


def _when(entry: Any) -> float:
    moment = entry.published or entry.updated
    try:
        return float(moment.timestamp()) if moment is not None else time.time()
    except (OverflowError, ValueError):
        return 0.0
