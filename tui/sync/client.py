"""The Google Reader API, as FreshRSS and Miniflux speak it.

There is no standard: the calls are those of the notes that the makers of both servers publish.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from tui import __version__
from tui.sanitize import sanitize_line, web_address

if TYPE_CHECKING:
    import requests

T = TypeVar("T")

READ = "user/-/state/com.google/read"
STARRED = "user/-/state/com.google/starred"
ALL = "user/-/state/com.google/reading-list"
LABEL = "user/-/label/"

LARGEST = 20_000_000
PER_CALL = 100
"""Items that one call asks for, or marks."""
PER_PAGE = 1_000
_CONNECT, _READ = 10.0, 30.0


class SyncError(Exception):
    """What went wrong, in one line for a person."""

    def __init__(self, message: str, status: int = 0) -> None:
        super().__init__(message)
        self.status = status


class Subscription(NamedTuple):
    """A feed on the server."""

    stream: str
    """Its id there."""
    title: str
    folder: str


class Client:
    """One account on a server."""

    def __init__(self, address: str, user: str, password: str, cancel: threading.Event) -> None:
        import requests

        self._base = address.rstrip("/")
        self._user = user
        self._password = password
        self._cancel = cancel
        self._token = ""
        self._session = requests.Session()
        self._session.trust_env = False  # a .netrc must not put another name in the place of ours
        self._session.headers["User-Agent"] = f"edicola/{__version__}"
        self._host = urlsplit(address).netloc.rpartition("@")[2] or address

    @property
    def host(self) -> str:
        """The server, for people."""
        return self._host

    def sign_in(self) -> None:
        """Open the account; the address may be that of the site.

        Raises:
            SyncError: it cannot be reached, or name and password are not those of an account.
        """
        failed = SyncError(f"{self._host} does not speak the Google Reader API at this address")
        for base in (self._base, f"{self._base}/api/greader.php"):
            try:
                answer = self._call(
                    "POST",
                    f"{base}/accounts/ClientLogin",
                    data={"Email": self._user, "Passwd": self._password},
                )
            except SyncError as error:
                if error.status in (0, 401, 429):
                    raise
                # What else a site says at its front door may be of its pages, not of its API.
                failed = failed if error.status == 404 or failed.status else error
                continue
            lines = dict(line.split("=", 1) for line in answer.splitlines() if "=" in line)
            if lines.get("Auth"):
                self._base = base
                self._session.headers["Authorization"] = f"GoogleLogin auth={lines['Auth']}"
                return
        raise failed

    def subscriptions(self) -> dict[str, Subscription]:
        """The feeds, by their addresses."""
        listed = self._listed(self._json("subscription/list"), "subscriptions")
        found = ((_address(each), each) for each in listed)
        return {
            url: Subscription(str(each.get("id")), _title(each), _folder(each))
            for url, each in found
            if url
        }

    def subscribe(self, url: str, title: str, folder: str) -> None:
        """Take a feed."""
        self._edit("subscribe", f"feed/{url}", title, folder)

    def unsubscribe(self, stream: str) -> None:
        """Leave the feed that the server knows under an id."""
        self._edit("unsubscribe", stream)

    def change(self, stream: str, title: str = "", folder: str = "", left: str = "") -> None:
        """Give a feed another name, or put it from one folder into another."""
        self._edit("edit", stream, title, folder, left)

    def _edit(
        self, action: str, stream: str, title: str = "", folder: str = "", left: str = ""
    ) -> None:
        data = {"ac": action, "s": stream}
        data |= {"t": title} if title else {}
        data |= {"a": LABEL + folder} if folder else {}
        data |= {"r": LABEL + left} if left else {}
        self._write("subscription/edit", data)

    def ids(self, stream: str, without: str = "", most: int = 100_000) -> list[str]:
        """The items of a stream, the newest first, as 16 hexadecimal digits; all, or none.

        Raises:
            SyncError: not all of them could be had. What is missing would pass for read.
        """
        found: list[str] = []
        parameters = {"s": stream, "n": str(PER_PAGE)} | ({"xt": without} if without else {})
        while len(found) < most:
            page = self._json("stream/items/ids", parameters)
            new = [item_id(ref.get("id")) for ref in self._listed(page, "itemRefs")]
            if not all(new):
                raise self._odd("itemRefs")
            found += new
            more = page.get("continuation")
            if not more or more == "0" or not new or str(more) == parameters.get("c"):
                break
            parameters["c"] = str(more)
        return found[:most]

    def contents(self, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The items with these ids, in calls of a hundred."""
        for some in batches(ids):
            if self._cancel.is_set():
                return
            data = [("i", long_id(each)) for each in some]
            yield from self._listed(self._json("stream/items/contents", data=data), "items")

    def mark(self, ids: Iterable[str], state: str, value: bool) -> None:
        """Set a state of items, or take it away."""
        for some in batches(list(ids)):
            data = [("i", long_id(each)) for each in some]
            self._write("edit-tag", [*data, ("a" if value else "r", state)])

    def _write(self, path: str, data: Any) -> None:
        pairs = list(data.items()) if isinstance(data, Mapping) else list(data)
        for again in (False, True):
            if not self._token or again:
                self._token = self._call("GET", self._url("token")).strip()
            try:
                self._call("POST", self._url(path), data=[*pairs, ("T", self._token)])
            except SyncError as error:
                if error.status in (400, 401, 403) and not again:
                    continue  # a token is good for some time only
                raise
            return

    def _url(self, path: str) -> str:
        return f"{self._base}/reader/api/0/{path}"

    def _json(self, path: str, parameters: Any = None, data: Any = None) -> dict[str, Any]:
        import json

        asked = {"output": "json", **(parameters or {})}
        method = "GET" if data is None else "POST"
        if data is not None:
            if not self._token:
                self._token = self._call("GET", self._url("token")).strip()
            data = [*data, ("T", self._token)]
        answer = self._call(method, self._url(path), params=asked, data=data)
        try:
            found = json.loads(answer)
        except (ValueError, RecursionError):
            raise SyncError(f"{self._host} answered something that is not JSON") from None
        if not isinstance(found, dict):
            raise SyncError(f"{self._host} answered something else than was asked for")
        return found

    def _listed(self, answer: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
        found = answer.get(name, "")
        if found is None:  # how some servers write an empty list
            return []
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self._odd(name)
        return found

    def _odd(self, name: str) -> SyncError:
        return SyncError(f"{self._host}: its list of {name} was not understood; nothing was taken")

    def _call(self, method: str, url: str, **arguments: Any) -> str:
        import requests

        if self._cancel.is_set():
            raise SyncError("stopped")
        try:
            with self._session.request(
                method,
                url,
                timeout=(_CONNECT, _READ),
                allow_redirects=False,  # the password goes to no other host
                stream=True,
                **arguments,
            ) as response:
                return self._taken(response)
        except requests.RequestException as error:
            from tui.sources.reasons import reason_of

            raise SyncError(f"{self._host}: {reason_of(error, _CONNECT, _READ)}") from error

    def _taken(self, response: requests.Response) -> str:
        status = response.status_code
        entering = "Authorization" not in self._session.headers
        if entering and status in (400, 401, 403):
            raise SyncError(f"{self._host} does not know this name and password", status)
        if 300 <= status < 400:
            there = sanitize_line(response.headers.get("location", ""))[:200] or "another address"
            raise SyncError(f"{self._host} sends us on to {there}; set that if it is yours", status)
        if status == 429 or (status == 503 and "retry-after" in response.headers):
            wait = response.headers.get("retry-after", "")
            when = f" in {wait} seconds" if wait.isdecimal() else " later"
            raise SyncError(f"{self._host} is busy; try again{when}", status)
        if entering and status == 503:
            raise SyncError(f"{self._host} answered 503; its API may not be switched on", status)
        if status != 200:
            raise SyncError(f"{self._host} answered {status}", status)
        body = bytearray()
        for chunk in response.iter_content(65_536):
            body += chunk
            if self._cancel.is_set():
                raise SyncError("stopped")
            if len(body) > LARGEST:
                raise SyncError(f"{self._host} sent too much; it was left")
        return body.decode("utf-8", "replace")


def item_id(given: object) -> str:
    """An item's id, given short (a signed number) or long, as 16 hexadecimal digits."""
    text = str(given if isinstance(given, str | int) else "")
    tail = text.rpartition("/")[2]
    try:
        number = int(tail, 16) if "/" in text else int(text)
    except ValueError:
        return ""
    return f"{number % 2**64:016x}"


def long_id(short: str) -> str:
    """The long form of an id of 16 hexadecimal digits."""
    return f"tag:google.com,2005:reader/item/{short}"


def batches(things: Sequence[T], size: int = PER_CALL) -> Iterator[Sequence[T]]:
    """Some at a time: as many as one call takes."""
    for at in range(0, len(things), size):
        yield things[at : at + size]


def _address(subscription: Mapping[str, Any]) -> str:
    stream = str(subscription.get("id") or "")
    given = subscription.get("url") or stream.removeprefix("feed/")
    return web_address(str(given))


def _title(subscription: Mapping[str, Any]) -> str:
    return sanitize_line(str(subscription.get("title") or ""))


def _folder(subscription: Mapping[str, Any]) -> str:
    found = subscription.get("categories")
    first = found[0] if isinstance(found, list) and found else None
    return sanitize_line(str(first.get("label") or "")) if isinstance(first, dict) else ""
