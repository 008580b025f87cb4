"""The engines that hold a graph against the shapes.

"pyshacl" is the reference. It runs a SPARQL constraint once for each focus node and parses the query
anew each time, which is most of its time; "sets" has pyshacl run the Core shapes alone and asks each
SPARQL constraint once, of all its focus nodes, in pyoxigraph. Tests hold the two to equal reports.

Another engine joins by a line in `ENGINES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import ShapesError, UsageError
from testimonia.validate.bridge import to_rdflib
from testimonia.validate.constraints import ask_constraints
from testimonia.validate.finding import Finding
from testimonia.validate.paths import write_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Store
    from rdflib import Graph
    from rdflib.term import Node

    from testimonia.validate.rulebook import Rulebook

__all__ = ["ENGINES", "find_engine"]

_SHACL = "http://www.w3.org/ns/shacl#"


def find_engine(name: str) -> Callable[[Store, Rulebook], Iterator[Finding]]:
    """Give the engine of a name; UsageError for an unknown one."""
    if name not in ENGINES:
        raise UsageError(f"There is no validation engine «{name}»; there is {', '.join(sorted(ENGINES))}.")
    return ENGINES[name]


def _run_pyshacl(store: Store, rulebook: Rulebook) -> Iterator[Finding]:
    return _findings(to_rdflib(store), rulebook.graph)


def _run_sets(store: Store, rulebook: Rulebook) -> Iterator[Finding]:
    yield from _findings(to_rdflib(store), rulebook.core)
    yield from ask_constraints(store, rulebook.store)


def _findings(data: Graph, shapes: Graph) -> Iterator[Finding]:
    """Validate with pyshacl, without inference: data carries the classes it needs."""
    import pyshacl
    from pyshacl.errors import ReportableRuntimeError
    from rdflib import Graph, URIRef

    try:
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    except ReportableRuntimeError as error:
        raise ShapesError(f"The shapes cannot be used: {error}.") from error
    if not isinstance(results, Graph):  # pyshacl returns some failures instead of raising them
        raise ShapesError(f"The shapes cannot be used: {results}.") from results
    for node in results.objects(None, URIRef(f"{_SHACL}result")):
        yield _finding(results, node)


def _finding(results: Graph, node: Node) -> Finding:
    from rdflib import URIRef

    def one(name: str) -> Node | None:
        return results.value(node, URIRef(_SHACL + name), any=True)

    path, value = one("resultPath"), one("value")
    return Finding(
        shape=str(one("sourceShape")),
        focus=_words(one("focusNode")) or "",
        message=str(one("resultMessage")),
        path=None if path is None else write_path(results, path),
        value=_words(value),
    )


def _words(node: Node | None) -> str | None:
    from rdflib import BNode

    return f"_:{node}" if isinstance(node, BNode) else None if node is None else str(node)


ENGINES: dict[str, Callable[[Store, Rulebook], Iterator[Finding]]] = {
    "pyshacl": _run_pyshacl,
    "sets": _run_sets,
}
"""Name to engine."""
