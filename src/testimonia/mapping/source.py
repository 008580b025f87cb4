"""What the article cites behind its claims: sources, and the references that point to them.

A source is named by what the article says of it, so that the same book has one IRI in all articles
that describe it in the same words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from testimonia.mapping.reading import Seen, attest
from testimonia.mapping.terms import describe, literal, node, tm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Node, Triple
    from testimonia.model import Claim, Findings

__all__ = ["cite", "map_sources"]

_KEPT = "!#$%&'()*+,/:;=?@~"
"""What stands for itself in a URL; the rest is percent-encoded, "%" itself is taken as encoded."""


def map_sources(findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the sources that are cited."""
    for source in findings.sources:
        name = ledger.iris.source(source)
        yield from describe(
            name,
            ("rdf:type", tm("CitedSource")),
            ("dcterms:bibliographicCitation", literal(source.text)),
            ("dcterms:title", literal(source.title) if source.title else None),
            ("dcterms:creator", tuple(literal(author) for author in source.authors)),
            ("dcterms:date", literal(source.date) if source.date else None),
            ("dcterms:publisher", literal(source.publisher) if source.publisher else None),
            ("tm:publishedIn", literal(source.work) if source.work else None),
            ("schema:url", node(quote(source.url, safe=_KEPT)) if source.url else None),
        )
        yield from attest(name, ledger, Seen(source.span))


def cite(name: Node, claims: list[Claim], findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the references behind a claim that was read once or several times."""
    sources = {source.key: source for source in findings.sources}
    for citation in (citation for claim in claims for citation in claim.citations):
        source, reference = ledger.iris.source(sources[citation.source]), ledger.cite(citation.span)
        yield from describe(name, ("tm:citedSource", source), ("tm:reference", reference))
        yield from describe(
            reference,
            ("tm:citesSource", source),
            ("tm:pages", literal(citation.pages) if citation.pages else None),
        )
