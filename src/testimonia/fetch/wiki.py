"""Ask a MediaWiki one thing at a time, politely, and again when it is busy.

Every request says who asks (User-Agent), may be put off when the wiki's databases lag (maxlag), and is
repeated with growing pauses after what passes: no connection, a timeout, a server error, a broken
answer, a limit of the rate. What does not pass (a wrong address, no right to read) is an error at once.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests

from testimonia.errors import FetchError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Manners", "Wiki"]

HOME = "https://w3id.org/testimonia/"
_BUSY = frozenset(["maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryTimeoutError"])
"""Errors of the API that pass."""
_PASSING = frozenset([408, 425, 429, 500, 502, 503, 504])
"""HTTP statuses that pass."""
_LONGEST_PAUSE = 120.0
"""Seconds; a wiki that asks for more is not to be had now."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask."""

    contact: str | None = None
    """A mail address or web page where the operators of the wiki reach whoever runs this."""
    maxlag: int = 5
    """Seconds that the wiki's databases may lag before it puts us off."""
    retries: int = 5
    timeout: float = 60.0
    """Seconds without a byte after which an answer is given up."""
    pause: float = 1.0
    """Seconds before the first retry; each later pause is twice the one before."""

    def __post_init__(self) -> None:
        """Check what the user may have typed."""
        if self.retries < 0 or self.maxlag < 0 or self.timeout <= 0:
            raise UsageError("retries and maxlag are whole numbers from 0 upwards, the timeout is above 0.")
        if self.contact and not (self.contact.isascii() and self.contact.isprintable()):
            raise UsageError(f"«{self.contact}» cannot stand in a User-Agent: ASCII only.")


class Wiki:
    """A MediaWiki behind the address of its api.php."""

    def __init__(
        self, api: str, version: str, manners: Manners | None = None, notice: Callable[[str], None] = print
    ) -> None:
        """Take the address and the version of the software; `notice` is told of each pause."""
        if not _is_address(api):
            example = "https://en.wikipedia.org/w/api.php"
            raise UsageError(f"«{api}» is not the address of an API, such as {example}.")
        self.api = api
        self.manners = manners or Manners()
        self._notice = notice
        self._session = requests.Session()
        who = f"{HOME}; {self.manners.contact}" if self.manners.contact else HOME
        self._session.headers["User-Agent"] = (
            f"Testimonia/{version} ({who}) {requests.utils.default_user_agent()}"
        )

    def ask(self, **parameters: str | int) -> dict[str, Any]:
        """Give the answer to one request; FetchError if there is none after all retries."""
        asked = {"format": "json", "formatversion": 2, "maxlag": self.manners.maxlag, **parameters}
        pause, left = self.manners.pause, self.manners.retries
        while True:
            try:
                return self._once(asked)
            except _PutOffError as error:
                wanted = max(pause, error.after)
                if left == 0 or wanted > _LONGEST_PAUSE:
                    raise FetchError(f"{self.api}: {error}; given up after {self._tries(left)}.") from error
                self._notice(f"{self.api}: {error}; asking again in {wanted:.0f} s")
            time.sleep(wanted)
            pause, left = pause * 2, left - 1

    def query(self, **parameters: str | int) -> Iterator[dict[str, Any]]:
        """Give the parts of the answer to a query, asking for the next as long as there is one."""
        more: dict[str, Any] = {}
        while True:
            answer = self.ask(action="query", **{**parameters, **more})
            yield answer.get("query", {})
            more = answer.get("continue", {})
            if not more:
                return

    def _tries(self, left: int) -> str:
        tries = self.manners.retries - left + 1
        return f"{tries} {'try' if tries == 1 else 'tries'}"

    def _once(self, parameters: Mapping[str, str | int]) -> dict[str, Any]:
        """Ask once; the errors of requests and of the API become ours here."""
        try:
            # POST, for fifty long titles make too long an address; the API takes reads by it, too.
            answer = self._session.post(self.api, data=parameters, timeout=self.manners.timeout)
        except (requests.Timeout, requests.ConnectionError, requests.exceptions.ChunkedEncodingError,
                requests.exceptions.ContentDecodingError) as error:  # fmt: skip
            raise _PutOffError(_reason(error)) from error
        except requests.RequestException as error:
            raise FetchError(f"{self.api}: cannot be asked: {error}.") from error
        after = _seconds(answer.headers.get("Retry-After"))
        if answer.status_code in _PASSING:
            raise _PutOffError(f"answers {answer.status_code} {answer.reason}", after)
        if not answer.ok:
            raise FetchError(f"{self.api}: answers {answer.status_code} {answer.reason}.")
        try:
            body = answer.json()
        except requests.JSONDecodeError as error:
            if answer.content.lstrip()[:1] == b"<":
                raise FetchError(f"{self.api}: answers with a web page; is this api.php?") from error
            raise _PutOffError("the answer is not whole JSON") from error
        return _checked(body, self.api, after)


class _PutOffError(Exception):
    """The wiki cannot answer now; `after` is how many seconds it asks to wait."""

    def __init__(self, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


def _checked(body: object, api: str, after: float) -> dict[str, Any]:
    """Give an answer of the API that is no error."""
    if not isinstance(body, dict):
        raise _PutOffError("the answer is not a JSON object")
    error = body.get("error")
    if error is None:
        return body
    code, info = (error.get("code", ""), error.get("info", "")) if isinstance(error, dict) else ("", error)
    if code in _BUSY:
        raise _PutOffError(f"{code}: {info}".rstrip(".: "), after)
    raise FetchError(f"{api}: the wiki refuses ({code}): {str(info).rstrip('.')}.")


def _is_address(api: str) -> bool:
    try:
        parts = urlsplit(api)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _seconds(words: str | None) -> float:
    """Give the seconds of a Retry-After header; a date there counts as none."""
    return float(words) if words and words.strip().isdigit() else 0.0


def _reason(error: requests.RequestException) -> str:
    if isinstance(error, requests.Timeout):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "the connection is not trusted (TLS)"
    return "the connection failed or broke off"
