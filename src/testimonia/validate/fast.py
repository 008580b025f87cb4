"""The engine "fast": SHACL Core by the compiled validator of the package `shacl`."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from testimonia.errors import UsageError
from testimonia.validate.finding import Finding
from testimonia.validate.look import parse_term
from testimonia.validate.paths import shorten_path
from testimonia.validate.sets import run_queries, run_sets
from testimonia.validate.shape import SHACL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import shacl
    from pyoxigraph import Quad, Store

    from testimonia.validate.report import Severity
    from testimonia.validate.rulebook import Rulebook

__all__ = ["run_fast"]

_BLANK = re.compile(rb"(?:^|> )_:", re.MULTILINE)
"""A blank node as subject or object of N-Triples; in a literal it would follow a quotation mark."""
_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}


def run_fast(store: Store, rulebook: Rulebook) -> Iterator[Finding]:
    """Give what the compiled engine finds in the union of a store's graphs.

    It does SHACL Core; SPARQL constraints are asked as "sets" asks them, since its own way costs the
    square of a large graph. It renames blank nodes and does not take every regular expression: a graph
    with blank nodes and shapes that it refuses are left to "sets". Raises UsageError where the extra is
    not installed.
    """
    shapes = _compiled(rulebook)
    data = _triples(store)
    if shapes is None or _BLANK.search(data):
        yield from run_sets(store, rulebook)
        return
    for result in shapes.validate_text(data.decode("utf-8"), format="ntriples").results:
        yield _finding(result)
    yield from run_queries(store, rulebook)


def _triples(quads: Iterable[Quad]) -> bytes:
    """Write the union of all graphs as N-Triples, which every parser reads fastest."""
    from pyoxigraph import RdfFormat, serialize

    written = BytesIO()
    serialize((quad.triple for quad in quads), written, RdfFormat.N_TRIPLES)
    return written.getvalue()


@lru_cache(maxsize=8)
def _compiled(rulebook: Rulebook) -> shacl.Shapes | None:
    """Compile the shapes, once per process; None where the engine does not take them."""
    try:
        import shacl
    except ImportError as error:
        raise UsageError(
            "The engine «fast» is an extra; install it with: pip install 'testimonia[fast]'."
        ) from error
    if rulebook.translation(subclasses=False).left:
        return None
    core = (quad for quad in rulebook.store if quad.predicate.value != f"{SHACL}sparql")
    try:
        return shacl.Shapes.from_text(_triples(core).decode("utf-8"), format="ntriples")
    except ValueError:
        return None  # "sets" takes them, or says in a sentence what is wrong with them


def _finding(result: shacl.Result) -> Finding:
    named = result.source_shape if (result.source_shape or "").startswith("<") else result.root_shape
    shape = (named or "").strip("<>")
    return Finding(
        shape=shape,
        component=result.component,
        focus=parse_term(result.focus_node),
        path=result.path and shorten_path(result.path),
        value=None if result.value is None else parse_term(result.value),
        severity=_SEVERITIES.get(result.severity),
        message=result.message,
    )
