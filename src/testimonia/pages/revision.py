"""The page of a revision of an article: where its text is from, what was read in it, and by which rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from testimonia.pages import wording
from testimonia.pages.dossier import Named
from testimonia.pages.resource import name_of
from testimonia.pages.resources import merged
from testimonia.query.nodes import Nodes
from testimonia.vocab import term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

    from testimonia.pages.frame import Frame
    from testimonia.pages.resources import Description, Library

__all__ = ["REVISION", "revision_page", "with_mentions"]

REVISION = term("tm:ArticleRevision")
"""The class of revisions."""
_EVENTS = 100
"""How many events a page names."""


def revision_page(frame: Frame, library: Library, found: Description, path: str) -> str:
    """Give the page of a revision, from what is told of it and of its mentions and sections."""
    nodes = Nodes(library.data)
    one = nodes.one
    article = one(found.iri, "dcterms:isVersionOf")
    rules = Counter(_values(found.triples, "tm:rule"))
    events = _events(nodes, found.links)
    return frame.render(
        "revision.html",
        path,
        title=f"{name_of(library, article)}, the revision that was read",
        iri=found.iri,
        article=Named(article, name_of(library, article)),
        url=one(found.iri, "dcterms:source"),
        revision=one(found.iri, "tm:revisionId"),
        sha256=one(found.iri, "tm:sha256"),
        form=one(found.iri, "tm:sourceForm"),
        license=one(found.iri, "dcterms:license"),
        rights_holder=one(found.iri, "dcterms:rightsHolder"),
        licence_name=wording.licence_name,
        runs=[
            Named(iri, name_of(library, iri))
            for iri in sorted(set(_values(found.triples, "prov:wasGeneratedBy")))
        ],
        events=[(Named(iri, name_of(library, iri)), count) for iri, count in events.most_common(_EVENTS)],
        more_events=max(0, len(events) - _EVENTS),
        mentions=len(
            {quad.subject for quad in found.triples if quad.predicate.value == term("oa:hasSource")}
        ),
        rules=[(Named(iri, name_of(library, iri)), count) for iri, count in rules.most_common()],
    )


def with_mentions(library: Library, found: Description) -> Description:
    """Add to what is told of a revision itself what is told of its mentions."""
    mentions = Nodes(library.data).having("oa:hasSource", found.iri)
    told = (library.describe(iri) for iri in mentions)
    return merged(found.iri, (found, *filter(None, told)))


def _values(quads: Iterable[Quad], curie: str) -> list[str]:
    name = term(curie)
    return sorted(quad.object.value for quad in quads if quad.predicate.value == name)  # type: ignore[union-attr]


def _events(nodes: Nodes, links: Iterable[Quad]) -> Counter[str]:
    """Count the claims that were read here, by the event that they are about."""
    read: dict[str, set[str]] = defaultdict(set)
    for quad in links:
        if quad.predicate.value == term("tm:evidence"):
            claim = quad.subject.value  # type: ignore[union-attr]
            if event := nodes.one(claim, "tm:about"):
                read[event].add(claim)
    return Counter({event: len(read[event]) for event in sorted(read)})
