"""What a service has answered, kept on disk, so that nothing is asked twice and a run that broke off goes on.

A question is known by the service, the version of the protocol and all its words: whatever changes in
it makes it another question. An answer is kept as soon as it is there.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from testimonia.errors import ReconcileError
from testimonia.reconcile.client.model import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from testimonia.reconcile.client.model import Query

__all__ = ["Cache"]

_TABLE = "CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, candidates TEXT NOT NULL)"


class Cache:
    """Answers on disk, or for this run alone."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the cache, which need not be there; raises ReconcileError for a file that is none."""
        self._path = path
        with self._told():
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path or ":memory:")
            self._database.execute(_TABLE)

    def find(self, service: str, query: Query) -> tuple[Candidate, ...] | None:
        """Give the candidates that a service named before; None where it was never asked."""
        with self._told():
            row = self._database.execute(
                "SELECT candidates FROM answers WHERE question = ?", (_key(service, query),)
            ).fetchone()
            return None if row is None else tuple(map(_candidate, json.loads(row[0])))

    def keep(self, service: str, answers: Iterable[tuple[Query, tuple[Candidate, ...]]]) -> None:
        """Keep the answers to a batch, all of them at once."""
        rows = [
            (_key(service, query), json.dumps([asdict(candidate) for candidate in candidates]))
            for query, candidates in answers
        ]
        with self._told(), self._database:
            self._database.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell of the errors of SQLite as ours."""
        try:
            yield
        except (sqlite3.Error, OSError, ValueError, TypeError, KeyError) as error:
            raise ReconcileError(
                f"{self._path}: is no cache of answers that can be used: {error}."
            ) from error


def _key(service: str, query: Query) -> str:
    return sha256(json.dumps([service, asdict(query)], sort_keys=True).encode()).hexdigest()


def _candidate(said: dict[str, Any]) -> Candidate:
    features = tuple((name, value) for name, value in said["features"])
    return Candidate(**said | {"types": tuple(said["types"]), "features": features})
