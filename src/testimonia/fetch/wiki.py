"""Ask a MediaWiki one thing at a time, politely, and again when it is busy.

Beside the manners that hold for every service, a request may be put off when the wiki's databases lag
(maxlag), and errors of the API that pass count as being put off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import requests

from testimonia import manners as good
from testimonia.errors import FetchError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Manners", "Wiki"]

_BUSY = frozenset(["maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryTimeoutError"])
"""Errors of the API that pass."""


@dataclass(frozen=True, slots=True)
class Manners(good.Manners):
    """How to ask a wiki."""

    maxlag: int = 5
    """Seconds that the wiki's databases may lag before it puts us off."""

    def __post_init__(self) -> None:
        """Check what the user may have typed."""
        good.Manners.__post_init__(self)
        if self.maxlag < 0:
            raise UsageError("maxlag is a whole number from 0 upwards.")


class Wiki:
    """A MediaWiki behind the address of its api.php."""

    def __init__(
        self, api: str, version: str, manners: Manners | None = None, notice: Callable[[str], None] = print
    ) -> None:
        """Take the address and the version of the software; `notice` is told of each pause."""
        if not good.is_address(api):
            example = "https://en.wikipedia.org/w/api.php"
            raise UsageError(f"«{api}» is not the address of an API, such as {example}.")
        self.api = api
        self.manners = manners or Manners()
        self._notice = notice
        self._session = good.open_session(version, self.manners.contact)

    def ask(self, **parameters: str | int) -> dict[str, Any]:
        """Give the answer to one request; FetchError if there is none after all retries."""
        asked = {"format": "json", "formatversion": 2, "maxlag": self.manners.maxlag, **parameters}
        return good.ask_patiently(
            lambda: self._once(asked),
            self.api,
            self.manners,
            self._notice,
            lambda words, _: FetchError(words),
        )

    def query(self, **parameters: str | int) -> Iterator[dict[str, Any]]:
        """Give the parts of the answer to a query, asking for the next as long as there is one."""
        more: dict[str, Any] = {}
        while True:
            answer = self.ask(action="query", **{**parameters, **more})
            yield answer.get("query", {})
            more = answer.get("continue", {})
            if not more:
                return

    def _once(self, parameters: Mapping[str, str | int]) -> dict[str, Any]:
        """Ask once; the errors of the API become ours here."""
        # POST, for fifty long titles make too long an address; the API takes reads by it, too.
        answer = good.send(
            self._session, "POST", self.api, FetchError, data=parameters, timeout=self.manners.timeout
        )
        if not answer.ok:
            raise FetchError(f"{self.api}: answers {answer.status_code} {answer.reason}.")
        try:
            body = answer.json()
        except requests.JSONDecodeError as error:
            if answer.content.lstrip()[:1] == b"<":
                raise FetchError(f"{self.api}: answers with a web page; is this api.php?") from error
            raise good.PutOffError("the answer is not whole JSON") from error
        return _checked(body, self.api, good.seconds_to_wait(answer))


def _checked(body: object, api: str, after: float) -> dict[str, Any]:
    """Give an answer of the API that is no error."""
    if not isinstance(body, dict):
        raise good.PutOffError("the answer is not a JSON object")
    error = body.get("error")
    if error is None:
        return body
    code, info = (error.get("code", ""), error.get("info", "")) if isinstance(error, dict) else ("", error)
    if code in _BUSY:
        raise good.PutOffError(f"{code}: {info}".rstrip(".: "), after)
    raise FetchError(f"{api}: the wiki refuses ({code}): {str(info).rstrip('.')}.")
