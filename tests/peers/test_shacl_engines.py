"""An independent SHACL engine finds in the example and in every broken file what we find.

pyrudof is written in Rust and shares no code with pyshacl. It stops where a SPARQL constraint meets a blank
node, so that files with any are held against the Core shapes alone.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph
import pytest

from testimonia.graphs import read_graph
from testimonia.validate import validate_graph

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
FILES = [ROOT / "output" / "battle-of-akabar.ttl", *sorted((ROOT / "tests" / "broken").glob("*.ttl"))]
SPARQL = pyoxigraph.NamedNode("http://www.w3.org/ns/shacl#sparql")


def turtle(*, core_alone: bool) -> str:
    """The shipped shapes as one text, with or without their SPARQL constraints."""
    quads = [quad for quad in read_graph(ROOT / "shapes") if not (core_alone and quad.predicate == SPARQL)]
    written = BytesIO()
    pyoxigraph.serialize((quad.triple for quad in quads), written, pyoxigraph.RdfFormat.TURTLE)
    return written.getvalue().decode()


@pytest.fixture(scope="module")
def rudof(package: Callable[[str], Any]) -> Callable[[Path], set[tuple[str, str]]]:
    """Ask pyrudof which shapes a file breaks, and at which nodes."""
    pyrudof = package("pyrudof")
    engines = {}
    for core_alone in (False, True):
        engines[core_alone] = pyrudof.Rudof(pyrudof.RudofConfig())
        engines[core_alone].read_shacl(turtle(core_alone=core_alone))

    def run(file: Path) -> set[tuple[str, str]]:
        blank = any(isinstance(quad.subject, pyoxigraph.BlankNode) for quad in read_graph(file))
        engine = engines[blank]
        engine.reset_data()
        engine.read_data(file)
        # A node shape says once more that one of its property shapes is broken.
        return {
            (str(entry.source_shape), "" if blank else str(entry.focus_node))
            for entry in engine.validate_shacl().violations
            if "PropertyConstraint" not in str(entry.constraint_component)
        }

    return run


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_independent_engine_finds_the_same(
    file: Path, rudof: Callable[[Path], set[tuple[str, str]]]
) -> None:
    results = validate_graph(read_graph(file)).results
    blank = any(result.focus.startswith("_:") for result in results)
    assert rudof(file) == {(result.shape, "" if blank else result.focus) for result in results}
