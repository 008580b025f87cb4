"""What a graph tells of: every subject and every document in order, however many, kept outside the memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from testimonia.pages.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import QuerySolutions, Store

__all__ = ["documents_of", "subjects_of"]


def subjects_of(graph: Store) -> Shelf[None]:
    """Put by the subjects of the default graph of a store, as N-Triples writes them."""
    found: Shelf[None] = Shelf()
    # Asked so, the engine spells out the subjects alone, not all that is said of them.
    for (subject,) in cast("QuerySolutions", graph.query("SELECT DISTINCT ?s { ?s ?p ?o }")):
        found.put(str(subject), None)
    return found


def documents_of(*subjects: Iterable[str]) -> Iterator[str]:
    """Give the IRIs without fragment among subjects that are in order, each once."""
    for some in subjects:
        last = ""
        for subject in some:
            document = subject[1:-1].partition("#")[0]
            if subject[0] == "<" and document != last:
                last = document
                yield document
