"""The run of the software that read a revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.terms import curie, decimal, describe, literal, tagged, tm, typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple

__all__ = ["map_run", "map_software"]


def map_run(ledger: Ledger) -> Iterator[Triple]:
    """Describe the run and the software; a time is given only where the options give one."""
    iris, options = ledger.iris, ledger.options
    stamp = options.timestamp
    yield from describe(
        iris.run,
        ("rdf:type", tm("ExtractionRun")),
        ("prov:used", iris.revision),
        ("prov:wasAssociatedWith", iris.software),
        ("tm:tolerance", decimal(options.margin)),
        ("prov:endedAtTime", typed(stamp, "xsd:dateTime") if stamp else None),
    )
    yield from map_software(iris.software, options.version)


def map_software(name: Node, version: str) -> Iterator[Triple]:
    """Describe a version of this software."""
    return describe(
        name,
        ("rdf:type", curie("prov:SoftwareAgent")),
        ("rdfs:label", tagged(f"Testimonia {version}", "en")),
        ("schema:softwareVersion", literal(version)),
    )
