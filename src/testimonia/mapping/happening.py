"""Happenings: what the prose tells of a date. And figures that no rule could explain."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from testimonia.mapping.concepts import event_kind
from testimonia.mapping.reading import Seen, attest
from testimonia.mapping.slugs import short_hash
from testimonia.mapping.terms import describe, literal, tagged, tm
from testimonia.mapping.timespan import edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.mapping.ledger import Ledger
    from testimonia.mapping.terms import Triple
    from testimonia.model import Article, Findings, Happening

__all__ = ["map_happenings", "map_unexplained"]


def map_happenings(article: Article, findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the timeline. A happening is named by its date, kind and clause."""
    for happening in findings.happenings:
        yield from _map_happening(article, happening, ledger)


def _map_happening(article: Article, happening: Happening, ledger: Ledger) -> Iterator[Triple]:
    clause = " ".join(article.quote(happening.span).split())
    inherited = happening.when.inherited
    name = short_hash(edtf(happening.when) or "", happening.kind, clause)
    node = ledger.iris.of_scene("happening", name)
    yield from describe(
        node,
        ("rdf:type", tm("Happening")),
        ("rdfs:label", ledger.words(clause)),
        ("tm:happeningOf", ledger.iris.event("")),
        ("tm:eventKind", event_kind(happening.kind)),
        ("tm:time", ledger.time(happening.when)),
        ("tm:dateInherited", tagged(inherited, "en") if inherited else None),
        ("tm:namedActor", tuple(literal(actor) for actor in happening.actors)),
        ("tm:namedPlace", tuple(literal(place) for place in happening.places)),
    )
    yield from attest(
        node, ledger, Seen(happening.span, happening.sentence, happening.rule, happening.confidence)
    )


def map_unexplained(article: Article, findings: Findings, ledger: Ledger) -> Iterator[Triple]:
    """Describe the figures beside a force or casualty word that no rule consumed, one node each."""
    met: Counter[str] = Counter()
    for figure in findings.unexplained:
        place = str(figure.span.start - figure.sentence.start)
        name = short_hash(" ".join(article.quote(figure.sentence).split()), place)
        met[name] += 1
        node = ledger.iris.of_scene("unexplained", name if met[name] == 1 else f"{name}-{met[name]}")
        yield from describe(
            node, ("rdf:type", tm("UnexplainedFigure")), ("tm:reason", tagged(figure.reason, "en"))
        )
        yield from attest(node, ledger, Seen(figure.span, figure.sentence))
