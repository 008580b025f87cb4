"""Reports as plain data: what is kept in files and printed as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from testimonia.validate.report import Report, Result, Source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from testimonia.validate.check import Checked

__all__ = ["as_record", "from_record", "graphs_record"]

Record = dict[str, Any]
"""The keys: conforms, violations, warnings, infos, results; the fields of Result and Source below."""


def as_record(report: Report) -> Record:
    """Give a report as data for JSON; what is not known is left out."""
    return {
        "conforms": report.conforms,
        "violations": report.count("violation"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
        "results": [_without_gaps(asdict(result)) for result in report.results],
    }


def graphs_record(checked: Sequence[Checked]) -> Record:
    """Give the reports of several graphs as data for JSON: each under `graph`, and what they sum up to."""
    graphs = [{"graph": graph.name} | as_record(graph.report) for graph in checked]
    whole = as_record(Report(tuple(result for graph in checked for result in graph.report.results)))
    del whole["results"]
    return whole | {"graphs": graphs}


def from_record(record: Mapping[str, Any]) -> Report:
    """Read a report back; ValueError where the data is not that of a report."""
    try:
        return Report(tuple(_result(result) for result in record["results"]))
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not a report: {error}") from error


def _result(record: Mapping[str, Any]) -> Result:
    source = record.get("source")
    return Result(**{**record, "source": Source(**source) if source else None})


def _without_gaps(record: Record) -> Record:
    kept = {name: value for name, value in record.items() if value not in (None, "")}
    return kept | {"source": _without_gaps(record["source"])} if record.get("source") else kept
