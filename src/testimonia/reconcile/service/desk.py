"""The service as one thing: questions in, answers as JSON out, whatever carries them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from testimonia.reconcile.service.answers import write_candidate, write_suggestion
from testimonia.reconcile.service.cards import Card, describe, make_card
from testimonia.reconcile.service.drafts import read_draft
from testimonia.reconcile.service.extending import extend, extend_draft
from testimonia.reconcile.service.extensions import read_extension
from testimonia.reconcile.service.holdings import Holdings
from testimonia.reconcile.service.limits import Bounds, RefusedError
from testimonia.reconcile.service.manifest import write_manifest
from testimonia.reconcile.service.matching import match
from testimonia.reconcile.service.names import open_names
from testimonia.reconcile.service.properties import property_of
from testimonia.reconcile.service.queries import read_batch, read_single
from testimonia.reconcile.service.suggesting import (
    propose_properties,
    suggest_entities,
    suggest_properties,
    suggest_types,
    written_type,
)
from testimonia.reconcile.service.types import open_types

if TYPE_CHECKING:
    from pyoxigraph import Store

    from testimonia.reconcile.labels import LabelIndex
    from testimonia.reconcile.service.asked import Query

__all__ = ["Desk", "open_desk"]


@dataclass(slots=True)
class Desk:
    """Answers whatever a reconciliation service is asked. Raises RefusedError for what it does not take."""

    holdings: Holdings
    bounds: Bounds
    _names: LabelIndex | None = None
    _lock: Lock = field(default_factory=Lock)

    def names(self) -> LabelIndex:
        """Give the names of all things, gathered when they are first needed."""
        with self._lock:
            if self._names is None:
                self._names = open_names(self.holdings)
            return self._names

    def manifest(self, root: str, version: str, versions: tuple[str, ...]) -> dict[str, Any]:
        """Say what the service is and does."""
        return write_manifest(self.holdings, self.bounds, root, version, versions)

    def reconcile(self, text: str, version: str = "0.2") -> dict[str, Any]:
        """Answer a batch of 0.1 or 0.2."""
        batch = read_batch(text, self.bounds, version)
        answers = self._candidates(list(batch.values()))
        return {key: {"result": found} for key, found in zip(batch, answers, strict=True)}

    def reconcile_one(self, text: str) -> dict[str, Any]:
        """Answer the single question of 0.1."""
        return {"result": self._candidates([read_single(text, self.bounds)])[0]}

    def match(self, text: str) -> dict[str, Any]:
        """Answer a batch of the draft of 1.0."""
        return {
            "results": [{"candidates": found} for found in self._candidates(read_draft(text, self.bounds))]
        }

    def extend(self, text: str) -> dict[str, Any]:
        """Answer a data extension query of 0.1 or 0.2."""
        return extend(self.holdings, read_extension(text, self.bounds))

    def extend_draft(self, text: str) -> dict[str, Any]:
        """Answer a data extension query of the draft of 1.0."""
        return extend_draft(self.holdings, read_extension(text, self.bounds))

    def suggest(
        self, kind: str, prefix: str, types: tuple[str, ...], limit: int, skipped: int
    ) -> dict[str, Any]:
        """Suggest what goes on like this: things ("entity"), types or properties."""
        if kind == "entity":
            entities = suggest_entities(self.holdings, self.names(), prefix, types, limit + skipped)
            found = [write_suggestion(one, describe(self.holdings, one)) for one in entities[skipped:]]
        elif kind == "type":
            found = [
                written_type(self.holdings, one) for one in suggest_types(self.holdings, prefix)[skipped:]
            ]
        else:
            found = [
                {"id": one.id, "name": one.name, "description": one.description}
                for one in suggest_properties(prefix)[skipped:]
            ]
        return {"result": found[:limit]}

    def propose(self, kind: str, limit: int | None) -> dict[str, Any]:
        """Propose properties for things of a type."""
        found = propose_properties(self.holdings, kind)[:limit]
        told = [{"id": one.id, "name": one.name, "description": one.description} for one in found]
        return {"properties": told, "type": kind} | ({"limit": limit} if limit is not None else {})

    def card(self, name: str, kind: str = "entity") -> Card | None:
        """Give what is shown of a thing ("entity"), type or property; None where it is not here."""
        if kind == "entity":
            entity = self.holdings.entity(name)
            return make_card(self.holdings, entity) if entity else None
        found = property_of(name) if kind == "property" else self.holdings.types.by_id.get(name)
        return Card(found.name, (kind,), found.description) if found else None

    def _candidates(self, queries: list[Query]) -> list[list[dict[str, Any]]]:
        names, ends = self.names(), time.monotonic() + self.bounds.seconds
        found = []
        for query in queries:
            if time.monotonic() > ends:
                raise RefusedError(
                    f"The batch was stopped: it took longer than {self.bounds.seconds:g} seconds.", 504
                )
            candidates = match(self.holdings, names, query)
            found.append([write_candidate(one, describe(self.holdings, one.entity)) for one in candidates])
        return found


def open_desk(store: Store, vocabulary: Store, base: str, bounds: Bounds | None = None) -> Desk:
    """Open the service over a store whose default graph is the whole.

    `vocabulary` holds the ontology, `base` is what the IRIs of the data begin with.
    """
    return Desk(Holdings(store, open_types(vocabulary), base), bounds or Bounds())
