"""One reconciliation service: its manifest, and batches of queries with all that may go wrong on the way.

What passes is tried again (`manners`). A batch that is refused is halved until the query is found that
the service cannot take; the others have their answers. Only where one query after the other fails is it
the service that fails, and the run ends.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from testimonia.errors import ReconcileError, UsageError
from testimonia.manners import (
    Manners,
    PutOffError,
    UnreachableError,
    ask_patiently,
    is_address,
    open_session,
    send,
)
from testimonia.reconcile.client.manifest import read_manifest
from testimonia.reconcile.client.wire import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from testimonia.reconcile.client.cache import Cache
    from testimonia.reconcile.client.manifest import Manifest
    from testimonia.reconcile.client.model import Candidate, Query

__all__ = ["Answer", "Service", "Settings"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one query."""

    candidates: tuple[Candidate, ...] = ()
    problem: str = ""
    """Why there is no answer, in one sentence; "" where there is one."""
    asked: bool = True
    """Whether the service was asked; False where the answer was kept from before."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a service is asked."""

    version: str
    """Of the software that asks."""
    manners: Manners
    protocol: str | None = None
    """The version of the protocol; None takes the best that the service speaks."""
    batch: int | None = None
    """Queries in a request; None is what the manifest allows, else 10."""
    fresh: bool = False
    """Whether everything is asked again, whatever was kept."""


_ENOUGH = 3
"""Queries in a row that a service may fail on; then it is not the queries."""


class GoneError(ReconcileError):
    """The service does not answer at all."""


class Service:
    """A service behind its address."""

    def __init__(
        self, address: str, settings: Settings, cache: Cache, notice: Callable[[str], None] = print
    ) -> None:
        """Ask for the manifest; `notice` is told of each pause.

        Raises UsageError for an address that is none, ReconcileError where no manifest comes back or no
        version of the protocol is spoken on both sides.
        """
        if not is_address(address):
            raise UsageError(
                f"«{address}» is not the address of a service: it begins with http:// or https://."
            )
        self.address = address
        self._settings = settings
        self._cache = cache
        self._notice = notice
        self._session = open_session(settings.version, settings.manners.contact)
        self._session.headers["Accept"] = "application/json"
        self._session.headers["Accept-Language"] = "en"
        self.manifest = self._manifest()
        with self._addressed():
            self.version = self.manifest.speaks(settings.protocol)
        self._form = FORMS[self.version]

    def match(self, queries: Sequence[Query], batch: int | None = None) -> Iterator[Answer]:
        """Give the answer to each query, in their order; they are asked batch by batch.

        `batch` is how many queries the service takes at once, where its manifest does not tell the truth;
        what the settings say goes before both. Raises ReconcileError where the service is gone, or fails on
        one query after the other; what was answered before has been given by then, and is kept.
        """
        known = [None if self._settings.fresh else self._cache.find(self._key, query) for query in queries]
        open_ones = [query for query, found in zip(queries, known, strict=True) if found is None]
        size = self._settings.batch or batch or self.manifest.batch
        answers = self._asked(list(dict.fromkeys(open_ones)), size)
        told: dict[Query, Answer] = {}
        for query, found in zip(queries, known, strict=True):
            if found is not None:
                yield Answer(found, asked=False)
                continue
            while query not in told:
                told.update(next(answers))
            yield told[query]

    @property
    def _key(self) -> str:
        return f"{self.address} {self.version}"

    def _asked(self, queries: list[Query], size: int) -> Iterator[dict[Query, Answer]]:
        """Ask batch by batch and keep what is answered."""
        failed = 0
        for start in range(0, len(queries), size):
            answers = self._ask(queries[start : start + size], self._settings.manners)
            kept = [(query, answer.candidates) for query, answer in answers.items() if not answer.problem]
            self._cache.keep(self._key, kept)
            failed = 0 if kept else failed + len(answers)
            if failed >= _ENOUGH:
                raise ReconcileError(next(iter(answers.values())).problem)
            yield answers

    def _ask(self, batch: Sequence[Query], manners: Manners) -> dict[Query, Answer]:
        """Ask a batch; where it is refused, ask its halves, and ask again alone what was left out."""
        try:
            found = ask_patiently(
                lambda: self._once(batch), self.address, manners, self._notice, self._given_up
            )
        except GoneError:
            raise
        except ReconcileError as error:
            if len(batch) == 1:
                return {batch[0]: Answer(problem=str(error))}
            return self._halves(batch)
        answers = {q: Answer(c) for q, c in zip(batch, found, strict=True) if c is not None}
        for query in batch:
            if query not in answers and len(batch) == 1:
                answers[query] = Answer(problem=f"{self.address}: gives no answer to «{query.text}».")
            elif query not in answers:
                answers |= self._ask([query], manners)
        return answers

    def _halves(self, batch: Sequence[Query]) -> dict[Query, Answer]:
        """Ask both halves; what is refused for good is not waited for as long as at first."""
        hasty = replace(self._settings.manners, retries=min(1, self._settings.manners.retries))
        middle = len(batch) // 2
        return self._ask(batch[:middle], hasty) | self._ask(batch[middle:], hasty)

    def _once(self, batch: Sequence[Query]) -> list[tuple[Candidate, ...] | None]:
        payload = self._form.payload(batch)
        path = self._form.path
        address = self.address.rstrip("/") + path if path else self.address
        body = self._request("POST", address, **payload)
        with self._addressed():
            return self._form.answers(body, len(batch))

    def _manifest(self) -> Manifest:
        """Ask for the manifest."""
        said = ask_patiently(
            lambda: self._request("GET", self.address),
            self.address,
            self._settings.manners,
            self._notice,
            self._given_up,
        )
        with self._addressed():
            return read_manifest(said)

    def _request(self, method: str, address: str, **options: Any) -> object:
        """Send a request and give the JSON that comes back."""
        timeout = self._settings.manners.timeout
        answer = send(self._session, method, address, ReconcileError, timeout=timeout, **options)
        if not answer.ok:
            words = (
                " ".join(answer.text[:200].split())
                if "json" in answer.headers.get("Content-Type", "")
                else ""
            )
            said = f": {words}" if words else ""
            raise ReconcileError(f"{address}: answers {answer.status_code} {answer.reason}{said}.")
        if method == "GET":  # where the manifest was moved to, the queries go, too
            self.address = answer.url
        try:
            return answer.json()
        except ValueError as error:
            if answer.content.lstrip()[:1] == b"<":
                raise ReconcileError(
                    f"{address}: answers with a web page; is this a reconciliation service?"
                ) from error
            raise PutOffError("the answer is not whole JSON") from error

    def _given_up(self, sentence: str, last: PutOffError) -> ReconcileError:
        return GoneError(sentence) if isinstance(last, UnreachableError) else ReconcileError(sentence)

    @contextmanager
    def _addressed(self) -> Iterator[None]:
        """Put the address before what is wrong in an answer."""
        try:
            yield
        except ReconcileError as error:
            raise ReconcileError(f"{self.address}: {str(error).rstrip('.')}.") from error
