"""From an article and its findings to quads: the order in which the parts are mapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.mapping.actor import map_actors
from testimonia.mapping.article import map_article_source
from testimonia.mapping.assertion import map_assertions
from testimonia.mapping.claim import map_claims, name_claims
from testimonia.mapping.comparison import map_relations
from testimonia.mapping.event import map_events
from testimonia.mapping.happening import map_happenings, map_unexplained
from testimonia.mapping.iris import mint_iris
from testimonia.mapping.ledger import Ledger
from testimonia.mapping.mention import Layout, map_mention
from testimonia.mapping.participation import map_participations
from testimonia.mapping.place import map_places
from testimonia.mapping.reading import map_rule
from testimonia.mapping.run import map_run
from testimonia.mapping.shortcut import complete_assertions
from testimonia.mapping.side import map_sides
from testimonia.mapping.source import map_sources
from testimonia.mapping.statement import map_statements, name_statements
from testimonia.mapping.terms import as_quads, lines_of
from testimonia.mapping.timespan import map_timespan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from testimonia.mapping.options import MappingOptions
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Article, Findings

__all__ = ["map_article", "map_lines"]


def map_article(article: Article, findings: Findings, options: MappingOptions) -> tuple[Quad, ...]:
    """Map what was found in an article to quads: sorted, each once, without blank nodes.

    What was read from the revision stands in the graph named by the revision's IRI, the relations
    between its claims in {revision}/comparisons. Raises KeyError when a record points to a key that
    the findings do not hold.
    """
    return as_quads(map_lines(article, findings, options))


def map_lines(article: Article, findings: Findings, options: MappingOptions) -> list[str]:
    """Map as `map_article` does, to statements of N-Quads without their full stops.

    Whoever writes files needs no quads, and to make them takes three times as long as the text.
    """
    iris = mint_iris(article, findings, options)
    statements = name_statements(findings, iris)
    claims = name_claims(findings, iris, statements)
    ledger = Ledger(iris, options)
    records = _map_records(article, findings, claims, statements, ledger)
    lines = lines_of(records, iris.revision)
    lines |= lines_of(map_relations(findings.relations, claims, iris), iris.comparisons)
    return sorted(lines)


def _map_records(
    article: Article,
    findings: Findings,
    claims: tuple[Node, ...],
    statements: dict[str, Node],
    ledger: Ledger,
) -> Iterator[Triple]:
    yield from map_article_source(article, ledger)
    yield from map_run(ledger)
    yield from map_events(findings, ledger)
    yield from map_actors(findings, ledger)
    yield from map_places(findings, ledger)
    yield from map_participations(findings, ledger)
    yield from map_statements(findings, statements, ledger)
    yield from map_claims(findings, claims, statements, ledger)
    yield from map_sources(findings, ledger)
    yield from map_assertions(complete_assertions(findings), statements, ledger)
    yield from map_happenings(article, findings, ledger)
    yield from map_unexplained(article, findings, ledger)
    yield from map_sides(findings, ledger)
    yield from _map_noted(article, ledger)


def _map_noted(article: Article, ledger: Ledger) -> Iterator[Triple]:
    """Describe what the records refer to: times, rules and mentions; last, when all are noted."""
    for expression, ongoing in ledger.times.items():
        yield from map_timespan(ledger.options.base, expression, ongoing=ongoing)
    for rule in ledger.rules:
        yield from map_rule(rule, ledger.iris)
    layout = Layout(article)
    for span, sentence in ledger.mentions.items():
        yield from map_mention(span, sentence, layout, ledger.iris)
