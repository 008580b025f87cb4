"""How other people's services are asked: politely, and again when they are busy.

Every request says who asks (User-Agent). What passes (no connection, a timeout, a server error, a broken
answer, a limit of the rate) is tried again after pauses that grow; a service that names a pause is
given it. What does not pass is an error at once.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import requests

from testimonia.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.errors import TestimoniaError

    T = TypeVar("T")

__all__ = [
    "Manners",
    "PutOffError",
    "UnreachableError",
    "ask_patiently",
    "is_address",
    "open_session",
    "seconds_to_wait",
    "send",
]

HOME = "https://w3id.org/testimonia/"
_PASSING = frozenset([408, 425, 429, 500, 502, 503, 504])
"""HTTP statuses that pass."""
_LONGEST_PAUSE = 120.0
"""Seconds; a service that asks for more is not to be had now."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How to ask."""

    contact: str | None = None
    """A mail address or web page where the operators of the service reach whoever runs this."""
    retries: int = 5
    timeout: float = 60.0
    """Seconds without a byte after which an answer is given up."""
    pause: float = 1.0
    """Seconds before the first retry; each later pause is twice the one before."""

    def __post_init__(self) -> None:
        """Check what the user may have typed."""
        if self.retries < 0 or self.timeout <= 0:
            raise UsageError("retries are a whole number from 0 upwards, the timeout is above 0.")
        if self.contact and not (self.contact.isascii() and self.contact.isprintable()):
            raise UsageError(f"«{self.contact}» cannot stand in a User-Agent: ASCII only.")


class PutOffError(Exception):
    """The service cannot answer now; `after` is how many seconds it asks to wait."""

    def __init__(self, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


class UnreachableError(PutOffError):
    """Nothing comes back at all: no connection, or no answer in time."""


def open_session(version: str, contact: str | None) -> requests.Session:
    """Open a session that says who asks: the software, its version, and whom to write to."""
    session = requests.Session()
    who = f"{HOME}; {contact}" if contact else HOME
    session.headers["User-Agent"] = f"Testimonia/{version} ({who}) {requests.utils.default_user_agent()}"
    return session


def ask_patiently(
    once: Callable[[], T],
    address: str,
    manners: Manners,
    notice: Callable[[str], None],
    fail: Callable[[str, PutOffError], TestimoniaError],
) -> T:
    """Do `once` until it does not raise PutOffError; `notice` is told of each pause.

    After all retries, raises what `fail` makes of a sentence and the last reason.
    """
    pause, left = manners.pause, manners.retries
    while True:
        try:
            return once()
        except PutOffError as error:
            wanted = max(pause, error.after)
            if left == 0 or wanted > _LONGEST_PAUSE:
                tries = manners.retries - left + 1
                given_up = f"given up after {tries} {'try' if tries == 1 else 'tries'}"
                raise fail(f"{address}: {error}; {given_up}.", error) from error
            notice(f"{address}: {error}; asking again in {wanted:.0f} s")
        time.sleep(wanted)
        pause, left = pause * 2, left - 1


def send(
    session: requests.Session,
    method: str,
    address: str,
    fail: Callable[[str], TestimoniaError],
    **options: Any,
) -> requests.Response:
    """Send one request and give its answer, whatever the answer says that does not pass.

    Raises PutOffError for what passes, and what `fail` makes of a sentence where the request itself
    cannot be sent. The errors of requests become ours here.
    """
    try:
        answer = session.request(method, address, **options)
    except (requests.Timeout, requests.ConnectionError) as error:
        raise UnreachableError(_reason(error)) from error
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
        raise PutOffError(_reason(error)) from error
    except requests.RequestException as error:
        raise fail(f"{address}: cannot be asked: {error}.") from error
    if answer.status_code in _PASSING:
        raise PutOffError(f"answers {answer.status_code} {answer.reason}".rstrip(), seconds_to_wait(answer))
    return answer


def seconds_to_wait(answer: requests.Response) -> float:
    """Give the seconds of a Retry-After header; a date there counts as none."""
    words = answer.headers.get("Retry-After", "")
    return float(words) if words.strip().isdigit() else 0.0


def is_address(words: str) -> bool:
    """Tell whether words are the address of something on the web."""
    try:
        parts = urlsplit(words)
    except ValueError:  # brackets that hold no IPv6 address
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _reason(error: requests.RequestException) -> str:
    if isinstance(error, requests.Timeout):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "the connection is not trusted (TLS)"
    return "the connection failed or broke off"
