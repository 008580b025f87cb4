"""The names of all our things, in an index that finds misspelt ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.reconcile.labels import Entry, fold, index_entries
from testimonia.reconcile.labels.ranking import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from testimonia.reconcile.labels import LabelIndex
    from testimonia.reconcile.service.holdings import Holdings

__all__ = ["alike", "open_names"]


def open_names(holdings: Holdings) -> LabelIndex:
    """Index the names of all things, by IRI, with their types.

    Raises ReconcileError where the packages for it are not installed.
    """
    return index_entries(_entries(holdings))


def alike(words: str, names: Iterable[str]) -> float:
    """Tell how like some words are to the likest of some names, 0 to 1."""
    return max(likeness(fold(words), [fold(name) for name in names]), default=0.0) / 100


def _entries(holdings: Holdings) -> Iterator[Entry]:
    for iri in holdings.iris():
        entity = holdings.entity(iri)
        if entity:
            yield Entry(iri, (entity.name, *entity.aliases), entity.type_ids)
