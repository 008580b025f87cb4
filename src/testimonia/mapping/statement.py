"""Statements: one occasion of speaking, from which several claims may come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.concepts import medium
from testimonia.mapping.reading import Seen, attest, derive
from testimonia.mapping.slugs import short_hash
from testimonia.mapping.terms import describe, literal, tagged, tm
from testimonia.mapping.timespan import date_words, edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.iris import Iris
    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Findings, Statement

__all__ = ["map_statements", "name_statements"]


def name_statements(findings: Findings, iris: Iris) -> dict[str, Node]:
    """Mint the IRI of each statement, by key, from who spoke, when, and through which medium."""
    return {
        statement.key: iris.of_scene("statement", short_hash(*_identity(statement, iris)))
        for statement in findings.statements
    }


def _identity(statement: Statement, iris: Iris) -> tuple[str, ...]:
    return (
        iris.scene,
        *sorted(iris.actors[key].value for key in statement.speakers),
        edtf(statement.when) or "",
        statement.medium_kind,
        (statement.medium or "").lower(),
        iris.actors[statement.outlet].value if statement.outlet else "",
    )


def map_statements(findings: Findings, names: dict[str, Node], ledger: Ledger) -> Iterator[Triple]:
    """Describe the statements."""
    labels = {actor.key: actor.label for actor in findings.actors}
    for statement in findings.statements:
        yield from _map_statement(names[statement.key], statement, labels, ledger)


def _map_statement(
    name: Node, statement: Statement, labels: dict[str, str], ledger: Ledger
) -> Iterator[Triple]:
    actors = ledger.iris.actors
    speakers = tuple(actors[key] for key in statement.speakers)
    when = statement.when
    yield from describe(
        name,
        ("rdf:type", tm("Statement")),
        ("rdfs:label", tagged(_label(statement, labels), "en")),
        ("tm:speaker", speakers),
        (
            "tm:onBehalfOf",
            tuple(actors[key] for key in statement.on_behalf_of if key not in statement.speakers),
        ),
        ("tm:statementTime", ledger.time(when)),
        ("tm:dateInherited", tagged(when.inherited, "en") if when and when.inherited else None),
        ("tm:medium", medium(statement.medium_kind)),
        ("tm:mediumText", literal(statement.medium) if statement.medium else None),
        ("tm:outlet", actors[statement.outlet] if statement.outlet else None),
        ("prov:wasAttributedTo", speakers),
    )
    yield from attest(name, ledger, Seen(statement.span))
    yield from derive(name, ledger, Seen(statement.span))


def _label(statement: Statement, labels: dict[str, str]) -> str:
    """Name a statement for people: "Statement of the MSA, 1 April 2018"."""
    speakers = " and ".join(sorted(labels[key] for key in statement.speakers)) or "an unnamed source"
    expression = edtf(statement.when)
    return f"Statement of {speakers}, {date_words(expression) if expression else 'undated'}"
