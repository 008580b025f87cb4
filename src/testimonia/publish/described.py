"""Descriptions of the data set, written once as JSON-LD and given as Turtle, too.

Places in them are those of the site. Where its address is known they become full addresses; where it is
not, they stay relative, so that a site can be moved and each description still points to the files beside it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from testimonia.publish.site import Site

__all__ = ["CONTEXT", "as_jsonld", "as_turtle"]

_NAMES = {name: PREFIXES[name] for name in ("tm", "dcterms", "prov", "rdf", "rdfs", "skos", "xsd")} | {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
}
CONTEXT: dict[str, Any] = {"id": "@id", "type": "@type", **_NAMES}
"""What the keys of a description mean."""

_NOWHERE = "https://here.invalid/"
"""Stands for the address of the site until the Turtle is written; .invalid is no name on the web."""


def as_jsonld(document: list[dict[str, Any]], site: Site) -> bytes:
    """Write a description as JSON-LD for the top of the site."""
    own = {"@base": site.options.address} if site.options.address else {}
    return (
        json.dumps({"@context": own | CONTEXT, "@graph": document}, ensure_ascii=False, indent=2) + "\n"
    ).encode()


def as_turtle(document: list[dict[str, Any]], site: Site, home: str = "") -> bytes:
    """Write a description as Turtle; `home` leads from its folder to the top of the site, such as "../"."""
    from pyoxigraph import RdfFormat, parse, serialize

    base = site.options.address or _NOWHERE
    source = json.dumps({"@context": CONTEXT, "@graph": document})
    quads = sorted(parse(source, format=RdfFormat.JSON_LD, base_iri=base), key=str)
    written = serialize((quad.triple for quad in quads), format=RdfFormat.TURTLE, prefixes=_NAMES) or b""
    return written if site.options.address else written.replace(f"<{_NOWHERE}".encode(), f"<{home}".encode())
