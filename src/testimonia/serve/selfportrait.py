"""What the endpoint says of itself: a SPARQL 1.1 Service Description.

https://www.w3.org/TR/sparql11-service-description/
"""

from __future__ import annotations

from testimonia.serve.answering import GRAPHS, TABLES
from testimonia.vocab import PREFIXES

__all__ = ["PORTRAITS", "describe_service"]

PORTRAITS = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")

_FORMATS = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
    "application/trig": "TriG",
    "application/n-quads": "N-Quads",
}
"""Media type to the local name under http://www.w3.org/ns/formats/."""


_DESCRIPTION = (
    "Claims about events of armed conflict. The default graph is the whole; "
    "each article revision is a named graph."
)


def describe_service(address: str, facts: dict[str, int], media: str) -> bytes:
    """Describe the endpoint at an address in a media type of PORTRAITS."""
    from pyoxigraph import RdfFormat, parse, serialize

    prefixes = {
        "sd": "http://www.w3.org/ns/sparql-service-description#",
        "void": "http://rdfs.org/ns/void#",
        "formats": "http://www.w3.org/ns/formats/",
        "dcterms": PREFIXES["dcterms"],
    }
    declared = "".join(f"PREFIX {name}: <{space}>\n" for name, space in prefixes.items())
    forms = ", ".join(f"formats:{_FORMATS[name]}" for name in (*TABLES, *GRAPHS) if name in _FORMATS)
    text = f"""{declared}
<{address}> a sd:Service ;
    sd:endpoint <{address}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat {forms} ;
    sd:defaultDataset <{address}#dataset> .
<{address}#dataset> a sd:Dataset ;
    dcterms:title "Testimonia"@en ;
    dcterms:description "{_DESCRIPTION}"@en ;
    sd:defaultGraph <{address}#whole> .
<{address}#whole> a sd:Graph ; void:triples {facts["triples"]} .
"""
    written = serialize(
        parse(text, format=RdfFormat.TURTLE), format=RdfFormat.from_media_type(media), prefixes=prefixes
    )
    return written or b""
