"""What the graph holds, in VoID: how many triples, of which classes and properties, and where to get them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from testimonia.pages.resource import curie
from testimonia.publish.catalogue import DATA, licences
from testimonia.publish.counting import count_graph
from testimonia.publish.described import as_turtle
from testimonia.publish.dumps import DUMPS
from testimonia.vocab import TM, TMC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.counting import Counts
    from testimonia.publish.site import Site

__all__ = ["void_files"]

_FEATURES = tuple(f"http://www.w3.org/ns/formats/{name}" for name in ("Turtle", "JSON-LD", "N-Quads"))
_VOCABULARIES = (
    TM,
    TMC,
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/2004/02/skos/core#",
    "http://purl.org/dc/terms/",
)


def void_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the description, also where RFC 8615 and VoID tell clients to look for it."""
    document = _description(site, count_graph(site.library.data, site.base))
    yield "void.ttl", as_turtle(document, site)
    yield ".well-known/void", as_turtle(document, site, home="../")


def _description(site: Site, counts: Counts) -> list[dict[str, Any]]:
    found, _ = licences(site)
    first = next(iter(site.gatherer.events), "")
    return [
        {
            "id": "void.ttl",
            "type": "void:DatasetDescription",
            "dcterms:title": {"@value": "What the data of this site holds", "@language": "en"},
            "foaf:primaryTopic": {"id": DATA},
        },
        {
            "id": DATA,
            "type": "void:Dataset",
            "dcterms:title": {"@value": "Claims about events of armed conflict", "@language": "en"},
            "foaf:homepage": {"id": "index.html"},
            "dcterms:license": [{"id": one} for one in found],
            "void:uriSpace": site.base,
            "void:exampleResource": [{"id": first}] if first else [],
            "void:vocabulary": [{"id": one} for one in _VOCABULARIES],
            "void:feature": [{"id": one} for one in _FEATURES],
            "void:dataDump": [{"id": place} for place in DUMPS],
            "void:triples": counts.triples,
            "void:entities": counts.entities,
            "void:distinctSubjects": counts.subjects,
            "void:distinctObjects": counts.objects,
            "void:classes": len(counts.classes),
            "void:properties": len(counts.properties),
            "void:classPartition": [_class(iri, count) for iri, count in counts.classes.items()],
            "void:propertyPartition": [_property(iri, count) for iri, count in counts.properties.items()],
        },
        *_linksets(counts),
    ]


def _class(iri: str, count: int) -> dict[str, Any]:
    return {"id": f"void.ttl#class-{_name(iri)}", "void:class": {"id": iri}, "void:entities": count}


def _property(iri: str, count: int) -> dict[str, Any]:
    return {"id": f"void.ttl#property-{_name(iri)}", "void:property": {"id": iri}, "void:triples": count}


def _linksets(counts: Counts) -> Iterator[dict[str, Any]]:
    """Describe the links to other data sets: there are none but those that a person accepted."""
    for (predicate, host), count in counts.links.items():
        yield {
            "id": f"void.ttl#links-{_name(predicate)}-{quote(host, safe='')}",
            "type": "void:Linkset",
            "void:linkPredicate": {"id": predicate},
            "void:subjectsTarget": {"id": DATA},
            "void:objectsTarget": {
                "id": f"void.ttl#other-{quote(host, safe='')}",
                "type": "void:Dataset",
                "foaf:homepage": {"id": f"https://{host}/"},
            },
            "void:triples": count,
        }


def _name(iri: str) -> str:
    """Make a name for a place in the description from an IRI: tm-Claim."""
    short = curie(iri)
    return quote(short.replace(":", "-", 1) if ":" in short else iri, safe="")
