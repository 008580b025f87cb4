"""The border to HTTP: sign-in, retries, gzip; errors of requests told as ours."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from testimonia.errors import LoadError

if TYPE_CHECKING:
    from requests import Response, Session

__all__ = ["Connection", "SignIn"]

_PATIENCE = (10, 600)
"""Seconds to connect, and to wait for the next bytes of an answer."""
_RETRIES = 5
_TRANSIENT = (429, 502, 503, 504)
"""What a store answers that is starting, busy or behind a tired proxy."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """How to sign in."""

    scheme: Literal["basic", "digest"]
    user: str
    password: str = field(repr=False)


class UnreachableError(LoadError):
    """The store does not answer at all."""


class Connection:
    """Requests to one store. Whatever is sent may be sent twice: it replaces or adds the same triples."""

    def __init__(self, sign_in: SignIn | None = None, pause: float = 0.5) -> None:
        """Open nothing yet. `pause` is the wait before the second retry in seconds; it doubles each time."""
        self.session = _session(sign_in, _RETRIES, pause)
        self.once = _session(sign_in, 1, pause)  # a connection that was kept open may be closed by now
        self.retry = True
        """Whether to try again where a store is busy; switched off while trying out what it can do."""
        self.compress = True
        """Whether bodies are sent gzipped; switched off for a store that does not understand them."""

    def ask(self, address: str, query: str) -> list[dict[str, Any]]:
        """Ask a SELECT and give its bindings. It goes as a form: Virtuoso hangs on a query posted by itself.

        Raises LoadError.
        """
        headers = {"Accept": "application/sparql-results+json"}
        response = self.send("POST", address, data={"query": query}, headers=headers)
        if response.status_code != 200:
            raise LoadError(f"{address}: {told(response)}.")
        try:
            rows: list[dict[str, Any]] = response.json()["results"]["bindings"]
        except (ValueError, LookupError, TypeError) as error:
            raise LoadError(f"{address}: gives no results in JSON; is it a SPARQL endpoint?") from error
        return rows

    def give(
        self, method: str, address: str, body: bytes, media: str, parameters: dict[str, str] | None = None
    ) -> Response:
        """Send a body. Raises LoadError when the store cannot be reached."""
        headers = {"Content-Type": media, "Accept": "*/*"}
        if self.compress:
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body, compresslevel=6, mtime=0)
        return self.send(method, address, data=body, headers=headers, params=parameters)

    def send(self, method: str, address: str, **options: Any) -> Response:
        """Send a request; redirects are not followed, as they turn what is sent into a question.

        Raises UnreachableError when the store does not answer, after some retries.
        """
        import requests

        session = self.session if self.retry else self.once
        try:
            return session.request(method, address, timeout=_PATIENCE, allow_redirects=False, **options)
        except requests.RequestException as error:
            raise UnreachableError(f"{address}: cannot be reached: {_reason(error)}.") from error


def told(response: Response) -> str:
    """Say in one line what a store answered."""
    words = " ".join(response.text[:2000].split())
    return f"answered {response.status_code} {response.reason}{f': {words[:160]}' if words else ''}".rstrip(
        "."
    )


def _session(sign_in: SignIn | None, retries: int, pause: float) -> Session:
    import requests
    from requests.adapters import HTTPAdapter
    from requests.auth import HTTPBasicAuth, HTTPDigestAuth
    from urllib3 import Retry

    session = requests.Session()
    session.trust_env = False  # a .netrc must not send somebody's password to a store
    retry = Retry(
        retries,
        connect=min(retries, 2),  # where nothing listens, waiting seldom helps
        backoff_factor=pause,
        status_forcelist=_TRANSIENT,
        allowed_methods=None,
        raise_on_status=False,
        respect_retry_after_header=True,
    )
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    if sign_in:
        kind = HTTPBasicAuth if sign_in.scheme == "basic" else HTTPDigestAuth
        session.auth = kind(sign_in.user, sign_in.password)
    return session


def _reason(error: Exception) -> str:
    """Give the innermost reason, without the tower of classes around it."""
    inner: BaseException = error
    while (cause := inner.__cause__ or inner.__context__) is not None:
        inner = cause
    return (getattr(inner, "strerror", None) or str(inner)).lower().rstrip(".")
