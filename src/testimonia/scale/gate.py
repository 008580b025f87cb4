"""The gate: a graph that does not conform to the shapes never reaches the published output.

`pass_gate` looks at one article where it was built, in the worker, so that nothing is read twice. What it
refuses goes with its report to a folder of its own, the quarantine, which lies beside the output and not
in it: no command that reads the output meets it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from testimonia.files import remove, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.pipeline import Built
    from testimonia.validate import Report

__all__ = ["Quarantine", "Refused", "pass_gate"]

_FORMATS = {"nq": "N_QUADS", "trig": "TRIG", "ttl": "TURTLE", "jsonld": "JSON_LD"}
"""Suffix to the format of pyoxigraph, the one that is read fastest first."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An article whose graph does not conform, and the report that tells why."""

    built: Built
    report: Report

    def problem(self, source: str, place: str | None) -> str:
        """Say in one sentence what is wrong first, and where the article went, if it went anywhere."""
        worst = self.report.results[0]
        line = f" at line {worst.source.line}" if worst.source and worst.source.line else ""
        number = self.report.count("violation")
        found = f"{number} violation{'' if number == 1 else 's'}, first {worst.code}{line}"
        kept = f"; it went to {place}" if place else ""
        return f"{source}: the graph does not conform: {found}: {worst.message.rstrip('.')}{kept}."


def pass_gate(built: Built, shapes: Path | None = None) -> Built | Refused:
    """Let an article pass, or refuse it.

    `shapes` is a folder or file of shapes to be held against it beside the shipped ones. Raises
    ShapesError when they cannot be used.
    """
    from pyoxigraph import RdfFormat, Store

    from testimonia.validate.graph import validate_graph
    from testimonia.validate.report import make_report

    suffix = next(suffix for suffix in _FORMATS if suffix in built.files)
    store = Store()
    store.bulk_load(BytesIO(built.files[suffix]), getattr(RdfFormat, _FORMATS[suffix]))
    report = validate_graph(store)
    if shapes is not None:
        report = make_report((*report.results, *validate_graph(store, shapes=shapes).results))
    return built if report.conforms else Refused(built, report)


@dataclass(frozen=True, slots=True)
class Quarantine:
    """The folder of refused articles: the files of each, and its report in sentences and as JSON."""

    path: Path

    @classmethod
    def beside(cls, output: Path) -> Quarantine:
        """Give the quarantine of an output folder: "output-quarantine" beside "output"."""
        place = output if output.name not in {"", ".."} else output.resolve()
        return cls(place.with_name(f"{place.name}-quarantine"))

    def take(self, refused: Refused) -> str:
        """Write an article and its report and say where; raises OutputError when that cannot be done."""
        from testimonia.validate import as_record, report_lines

        stem = _stem(refused.built)
        record = json.dumps(as_record(refused.report), ensure_ascii=False, indent=2)
        sentences = "\n".join(report_lines(refused.report.results, everything=True))
        reports = {"report.json": f"{record}\n".encode(), "report.txt": f"{sentences}\n".encode()}
        for suffix, data in (refused.built.files | reports).items():
            write_whole(self.path / f"{stem}.{suffix}", data)
        return (self.path / f"{stem}.report.txt").as_posix()

    def release(self, built: Built) -> None:
        """Remove what an earlier run put here of a text that conforms now."""
        if self.path.is_dir():
            for path in sorted(self.path.glob(f"{_stem(built)}.*")):
                remove(path)


def _stem(built: Built) -> str:
    """Name an article and its text: two texts of one title may both be refused."""
    return f"{built.slug}-{built.sha256[:8]}"
