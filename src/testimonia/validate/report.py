"""The report: results with code, severity, sentence and source, sorted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Report", "Result", "Severity", "Source", "make_report"]

Severity = Literal["violation", "warning", "info"]

_RANK: dict[str, int] = {"violation": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Source:
    """The words of the article behind a result; what the graph does not tell is None."""

    mention: str | None = None
    """IRI of the mention; None where the thing at fault is the revision itself."""
    article: str | None = None
    """Label of the article, or the IRI of the revision where the article has none."""
    sha256: str | None = None
    """Of the text of the revision, in lower-case hexadecimal."""
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
    """The thing at fault: its IRI, "_:b1" for a blank node, a literal as N-Triples writes it."""
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

    def count(self, severity: Severity) -> int:
        """Count the results of a severity."""
        return sum(result.severity == severity for result in self.results)

    def turtle(self) -> str:
        """Write the report as a SHACL validation report in Turtle; equal reports are equal text."""
        from testimonia.validate.turtle import report_turtle

        return report_turtle(self.results)


def make_report(results: Iterable[Result]) -> Report:
    """Sort results, each once, into a report."""
    return Report(tuple(sorted(set(results), key=Result.order)))
