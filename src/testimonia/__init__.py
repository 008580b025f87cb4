"""Testimonia reads articles about battles and publishes who claims what, of whom, in which words.

The verbs, in the order of the road::

    read_article → extract_findings → compare_claims → map_article → validate_graph → serialize
                 → read_graph → ask, explain, diff_graphs, export_graph

For notebooks, `claims`, `relations` and `estimates` give flat records of an article or a graph,
`relations_across` those between articles, and `to_dataframe` makes a data frame of them.

`build_article` goes from the bytes of an article to the bytes of its graph files in one step. Names
are imported when they are first used, so that `import testimonia` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testimonia.analysis import (
        EstimateRecord,
        claims,
        estimates,
        relations,
        relations_across,
        to_dataframe,
    )
    from testimonia.compare import compare_claims
    from testimonia.errors import (
        FetchError,
        GraphError,
        InputError,
        LexiconError,
        LoadError,
        OutputError,
        QueryError,
        ShapesError,
        TestimoniaError,
        UsageError,
    )
    from testimonia.export import ExportOptions, export_graph
    from testimonia.extract import extract_findings
    from testimonia.graphs import read_graph
    from testimonia.mapping import MappingOptions, map_article
    from testimonia.model import Article, Claim, Findings, Span
    from testimonia.pipeline import Built, Options, build_article
    from testimonia.query import ClaimRecord, RelationRecord, ask, diff_graphs, explain
    from testimonia.read import read_article
    from testimonia.serialize import serialize
    from testimonia.validate import validate_graph

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Built",
    "Claim",
    "ClaimRecord",
    "EstimateRecord",
    "ExportOptions",
    "FetchError",
    "Findings",
    "GraphError",
    "InputError",
    "LexiconError",
    "LoadError",
    "MappingOptions",
    "Options",
    "OutputError",
    "QueryError",
    "RelationRecord",
    "ShapesError",
    "Span",
    "TestimoniaError",
    "UsageError",
    "__version__",
    "ask",
    "build_article",
    "claims",
    "compare_claims",
    "diff_graphs",
    "estimates",
    "explain",
    "export_graph",
    "extract_findings",
    "map_article",
    "read_article",
    "read_graph",
    "relations",
    "relations_across",
    "serialize",
    "to_dataframe",
    "validate_graph",
]

_HOMES = {
    "analysis": ["EstimateRecord", "claims", "estimates", "relations", "relations_across", "to_dataframe"],
    "compare": ["compare_claims"],
    "errors": [name for name in __all__ if name.endswith("Error")],
    "export": ["ExportOptions", "export_graph"],
    "extract": ["extract_findings"],
    "graphs": ["read_graph"],
    "mapping": ["MappingOptions", "map_article"],
    "model": ["Article", "Claim", "Findings", "Span"],
    "pipeline": ["Built", "Options", "build_article"],
    "query": ["ClaimRecord", "RelationRecord", "ask", "diff_graphs", "explain"],
    "read": ["read_article"],
    "serialize": ["serialize"],
    "validate": ["validate_graph"],
}
"""Which room each name comes from; a test holds this against the imports above."""


def __getattr__(name: str) -> object:
    """Import a name from its room when it is first asked for."""
    for room, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"testimonia.{room}"), name)
    raise AttributeError(f"module 'testimonia' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List what may be asked for."""
    return sorted(__all__)
