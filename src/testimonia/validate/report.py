"""The report: results with code, severity, sentence and source, sorted; and its SHACL form."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from testimonia.validate.look import iri, node_of
from testimonia.vocab import PREFIXES, SH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, Triple

__all__ = ["Report", "Result", "Severity", "Source", "make_report"]

Severity = Literal["violation", "warning", "info"]

_RANK: dict[str, int] = {"violation": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Source:
    """The words of the article behind a result; what the graph does not tell is None."""

    mention: str
    """IRI of the mention."""
    article: str | None = None
    """Label of the article, or the IRI of the revision where the article has none."""
    start: int | None = None
    """Offsets of the quote in the text of the revision, in code points, half-open."""
    end: int | None = None
    quote: str | None = None
    sentence: str | None = None
    """The sentence or infobox line around the quote."""
    line: int | None = None
    """Line of the text on which the quote begins, from 1."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that is wrong or missing."""

    code: str
    """Of the shape: "C203"; "M490" for a quote that is not in the text."""
    severity: Severity
    message: str
    """One sentence for people: what is wrong and what to do."""
    focus: str
    """IRI of the thing at fault ("_:b1" for a blank node)."""
    path: str | None = None
    """The property or property path that was looked at, with the prefixes of the project."""
    value: str | None = None
    """The value at fault: an IRI, or the words of a literal."""
    component: str = ""
    """Local name of the constraint component of SHACL; empty for what is no shape's."""
    shape: str = ""
    """IRI of the shape; empty for what is no shape's."""
    term: str | None = None
    """The value as N-Triples writes it, with datatype or language."""
    source: Source | None = None

    def order(self) -> tuple[int, str, str, str, str, str, str, str]:
        """Give what results are sorted by: the worst first, then code, focus, path, value."""
        rank, source, value = _RANK[self.severity], repr(self.source), self.term or self.value or ""
        return rank, self.code, self.focus, self.path or "", value, self.component, self.message, source


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found, worst first."""

    results: tuple[Result, ...] = ()

    @property
    def conforms(self) -> bool:
        """True when nothing is a violation; warnings and infos do not count against a graph."""
        return not any(result.severity == "violation" for result in self.results)

    def turtle(self) -> str:
        """Write the report as a SHACL validation report in Turtle; equal reports are equal text."""
        from pyoxigraph import RdfFormat, serialize

        prefixes = {"sh": iri("sh:").value, "shapes": SH, "tm": PREFIXES["tm"]}
        written = BytesIO()
        serialize(_triples(self), written, RdfFormat.TURTLE, prefixes=prefixes)
        return written.getvalue().decode("utf-8")


def make_report(results: Iterable[Result]) -> Report:
    """Sort results, each once, into a report."""
    return Report(tuple(sorted(set(results), key=Result.order)))


def _triples(report: Report) -> Iterator[Triple]:
    from pyoxigraph import BlankNode, Literal, Triple

    report_node = BlankNode("report")
    yield Triple(report_node, iri("rdf:type"), iri("sh:ValidationReport"))
    yield Triple(report_node, iri("sh:conforms"), Literal(report.conforms))
    nodes = [BlankNode(f"result{number}") for number in range(1, len(report.results) + 1)]
    for node in nodes:
        yield Triple(report_node, iri("sh:result"), node)
    for node, result in zip(nodes, report.results, strict=True):
        yield from _result_triples(node, result)


def _result_triples(node: BlankNode, result: Result) -> Iterator[Triple]:
    from pyoxigraph import Literal, Triple

    yield Triple(node, iri("rdf:type"), iri("sh:ValidationResult"))
    yield Triple(node, iri("sh:resultSeverity"), iri(f"sh:{result.severity.capitalize()}"))
    yield Triple(node, iri("sh:sourceShape"), iri(SH + result.code))
    yield Triple(node, iri("sh:focusNode"), node_of(result.focus))
    if result.value is not None:
        is_node = result.value.startswith(("http://", "https://", "urn:", "_:"))
        yield Triple(node, iri("sh:value"), node_of(result.value) if is_node else Literal(result.value))
    yield Triple(node, iri("sh:resultMessage"), Literal(result.message, language="en"))
    if result.source is not None:
        yield Triple(node, iri("tm:evidence"), node_of(result.source.mention))
