"""Reports as SHACL validation reports in Turtle, for other people's tools."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from testimonia.validate.look import iri, node_of, parse_term
from testimonia.validate.pathnodes import Path
from testimonia.validate.shape import SHACL
from testimonia.vocab import PREFIXES, SH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, Triple

    from testimonia.validate.look import Term
    from testimonia.validate.report import Result

__all__ = ["report_turtle"]


def report_turtle(results: Iterable[Result]) -> str:
    """Write results as one sh:ValidationReport; equal results in equal order are equal text."""
    from pyoxigraph import RdfFormat, serialize

    prefixes = {"sh": SHACL, "shapes": SH, "tm": PREFIXES["tm"]}
    written = BytesIO()
    serialize(_report(list(results)), written, RdfFormat.TURTLE, prefixes=prefixes)
    return written.getvalue().decode("utf-8")


def _report(results: list[Result]) -> Iterator[Triple]:
    from pyoxigraph import BlankNode, Literal, Triple

    report = BlankNode("report")
    conforms = not any(result.severity == "violation" for result in results)
    yield Triple(report, iri("rdf:type"), iri("sh:ValidationReport"))
    yield Triple(report, iri("sh:conforms"), Literal(conforms))
    nodes = [BlankNode(f"result{number}") for number in range(1, len(results) + 1)]
    for node in nodes:
        yield Triple(report, iri("sh:result"), node)
    for node, result in zip(nodes, results, strict=True):
        yield from _result(node, result)


def _result(node: BlankNode, result: Result) -> Iterator[Triple]:
    from pyoxigraph import Literal, Triple

    yield Triple(node, iri("rdf:type"), iri("sh:ValidationResult"))
    yield Triple(node, iri("sh:resultSeverity"), iri(f"sh:{result.severity.capitalize()}"))
    yield Triple(node, iri("sh:sourceShape"), node_of(result.shape or SH + result.code))
    if result.component:
        yield Triple(node, iri("sh:sourceConstraintComponent"), iri(f"sh:{result.component}"))
    yield Triple(node, iri("sh:focusNode"), _node(result.focus))
    if result.path is not None:
        path = Path(result.path, f"{node.value}path")
        yield from path.triples
        yield Triple(node, iri("sh:resultPath"), path.node)
    if result.term is not None:
        yield Triple(node, iri("sh:value"), parse_term(result.term))
    elif result.value is not None:
        yield Triple(node, iri("sh:value"), Literal(result.value))
    yield Triple(node, iri("sh:resultMessage"), Literal(result.message, language="en"))
    if result.source is not None and result.source.mention is not None:
        yield Triple(node, iri("tm:evidence"), node_of(result.source.mention))


def _node(written: str) -> Term:
    return parse_term(written) if written.startswith('"') else node_of(written)
