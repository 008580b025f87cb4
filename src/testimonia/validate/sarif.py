"""Reports as SARIF 2.1.0, so that editors and code hosts show each result at its words in the article.

A result points at the words in the text, where the text is at hand; else at the graph, at the first line
that names the thing at fault.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from testimonia import __version__
from testimonia.validate.paths import shorten
from testimonia.vocab import BASE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from testimonia.validate.check import Checked
    from testimonia.validate.report import Result
    from testimonia.validate.rulebook import Rule
    from testimonia.validate.texts import Region, Texts

__all__ = ["as_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"violation": "error", "warning": "warning", "info": "note"}

_SLOT = re.compile(r"\{[?$]\w+\}")
"""Where the sentence of a rule names a value of each result."""

Record = dict[str, Any]


def as_sarif(checked: Iterable[Checked], texts: Texts, rules: Sequence[Rule]) -> Record:
    """Give the results of graphs as a SARIF log of one run, for JSON; `texts` are those at hand."""
    from testimonia.manners import HOME  # which brings requests along, and building needs neither

    found = [(graph.name, result) for graph in checked for result in graph.report.results]
    known = {rule.code: rule.message for rule in rules}
    known |= {result.code: result.message for _, result in found if not known.get(result.code)}
    codes = sorted({result.code for _, result in found})
    numbers = {code: number for number, code in enumerate(codes)}
    severities = {result.code: result.severity for _, result in found}
    shapes = {result.code: result.shape for _, result in found}
    driver = {
        "name": "Testimonia",
        "fullName": f"Testimonia {__version__}",
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": [_rule(code, known[code], severities[code], shapes[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(result, numbers[result.code], _location(name, result, texts)) for name, result in found
        ],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, message: str, severity: str, shape: str) -> Record:
    """Describe a rule; code hosts take no rule without a full description and help."""
    sentence = {"text": _SLOT.sub("…", message)}
    rule: Record = {
        "id": code,
        "shortDescription": sentence,
        "fullDescription": sentence,
        "help": sentence,
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }
    # The IRI of a shape leads to its place on the page of the shapes.
    return rule | ({"helpUri": shape} if shape.startswith(("http://", "https://")) else {})


def _result(result: Result, number: int, location: Record) -> Record:
    named = None if result.focus.startswith("_:") else result.focus  # a blank one has another name each time
    told = "\n".join(map(repr, (result.code, named, result.path, result.component, result.term)))
    node = {"fullyQualifiedName": result.focus, "kind": "resource"}
    return {
        "ruleId": result.code,
        "ruleIndex": number,
        "level": _LEVELS[result.severity],
        "message": {"text": result.message},
        "locations": [{"physicalLocation": location, "logicalLocations": [node]}],
        "partialFingerprints": {"testimonia/v1": sha256(told.encode()).hexdigest()},
    }


def _location(graph: str, result: Result, texts: Texts) -> Record:
    """Point at the words in the text, else at the text, else at the thing in the graph file."""
    source, text = result.source, texts.of(result.source)
    if source and text:
        known = source.start is not None and source.end is not None
        region = text.region(source.start or 0, source.end or 0) if known else text.region(0, 1)
        return {"artifactLocation": {"uri": _uri(text.name)}} | _region(region)
    line = _line_of(Path(graph), result.focus)
    place = {"artifactLocation": {"uri": graph if "://" in graph else _uri(graph)}}
    return place | ({"region": {"startLine": line}} if line else {})


def _region(region: Region | None) -> Record:
    if region is None:
        return {}
    return {
        "region": {
            "startLine": region.start_line,
            "startColumn": region.start_column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            "charOffset": region.start,
            "charLength": region.end - region.start,
            "snippet": {"text": region.words},
        }
    }


def _uri(name: str) -> str:
    """Write a file name as a URI, relative where the name is."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _line_of(path: Path, focus: str) -> int | None:
    """Find the first line of a graph file that names a node, in full, under the base or with a prefix.

    A blank node has no name: then it is the first line of the file; None where there is no file.
    """
    names = {f"<{focus}>", f'"{focus}"', f"<{focus.removeprefix(BASE)}>", f'"{focus.removeprefix(BASE)}"'}
    names.add(f"{shorten(focus)} ")
    lines = _lines(path)
    numbers = (number for number, line in enumerate(lines, start=1) if any(name in line for name in names))
    return next(numbers, 1 if lines else None)


@lru_cache(maxsize=4)
def _lines(path: Path) -> tuple[str, ...]:
    try:
        return tuple(path.read_text(encoding="utf-8").split("\n"))
    except (OSError, ValueError):
        return ()  # standard input, or an endpoint: there is no line to point at
