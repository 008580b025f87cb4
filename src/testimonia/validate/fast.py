"""The engine "fast": the compiled validator of the package `shacl`, for very large graphs."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from testimonia.errors import ShapesError, UsageError
from testimonia.validate.finding import Finding
from testimonia.validate.look import parse_term
from testimonia.validate.paths import shorten_path
from testimonia.validate.sets import run_sets

if TYPE_CHECKING:
    from collections.abc import Iterator

    import shacl
    from pyoxigraph import Store

    from testimonia.validate.report import Severity
    from testimonia.validate.rulebook import Rulebook

__all__ = ["run_fast"]

_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}


def run_fast(store: Store, rulebook: Rulebook) -> Iterator[Finding]:
    """Give what the compiled engine finds in the union of a store's graphs.

    It renames blank nodes, so that a graph with any is left to "sets". Raises UsageError where the extra
    is not installed, ShapesError where the engine cannot use the shapes.
    """
    data = _triples(store)
    if b"_:" in data and re.search(rb"(?:^| )_:", data, re.MULTILINE):
        yield from run_sets(store, rulebook)
        return
    shapes = _compiled(rulebook)
    try:
        results = shapes.validate_text(data.decode("utf-8"), format="ntriples").results
    except (ValueError, RuntimeError) as error:
        raise ShapesError(f"The compiled engine stopped: {error}.") from error
    for result in results:
        yield _finding(result, rulebook)


def _triples(store: Store) -> bytes:
    """Write the union of all graphs as N-Triples, which every parser reads fastest."""
    from pyoxigraph import RdfFormat, serialize

    written = BytesIO()
    serialize((quad.triple for quad in store), written, RdfFormat.N_TRIPLES)
    return written.getvalue()


@lru_cache(maxsize=8)
def _compiled(rulebook: Rulebook) -> shacl.Shapes:
    """Compile the shapes, once per process."""
    try:
        import shacl
    except ImportError as error:
        raise UsageError(
            "The engine «fast» is an extra; install it with: pip install 'testimonia[fast]'."
        ) from error
    try:
        return shacl.Shapes.from_text(_triples(rulebook.store).decode("utf-8"), format="ntriples")
    except ValueError as error:
        raise ShapesError(f"The shapes cannot be used by the compiled engine: {error}.") from error


def _finding(result: shacl.Result, rulebook: Rulebook) -> Finding:
    named = result.source_shape if (result.source_shape or "").startswith("<") else result.root_shape
    shape = (named or "").strip("<>")
    path = rulebook.paths.get(shape) if result.path and not result.path.startswith("<") else result.path
    return Finding(
        shape=shape,
        component=result.component,
        focus=parse_term(result.focus_node),
        path=path and shorten_path(path),
        value=None if result.value is None else parse_term(result.value),
        severity=_SEVERITIES.get(result.severity),
        message=result.message,
    )
