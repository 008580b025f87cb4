"""The catalogue of a site in DCAT 3: the data, the ontology and the shapes, and the files they come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from testimonia.publish.described import as_jsonld, as_turtle
from testimonia.publish.dumps import DUMPS
from testimonia.query.engine import solutions
from testimonia.vocab import SH, TM, term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from testimonia.publish.site import Site

__all__ = ["DATA", "catalogue_files", "licences"]

DATA = "catalogue.ttl#data"
"""The place of the data set in the site."""

_MEDIA = "https://www.iana.org/assignments/media-types/"
_FORMS = {
    "nq": ("N-Quads", "application/n-quads", "http://www.w3.org/ns/formats/N-Quads"),
    "ttl": ("Turtle", "text/turtle", "http://www.w3.org/ns/formats/Turtle"),
    "jsonld": ("JSON-LD", "application/ld+json", "http://www.w3.org/ns/formats/JSON-LD"),
}
"""Suffix to name, media type and what the W3C calls the format."""
_CC_BY = "https://creativecommons.org/licenses/by/4.0/"
"""What the ontology and the shapes are under."""
_KEYWORDS = ("armed conflict", "casualties", "claims", "provenance")
_LICENCES = f"""
SELECT DISTINCT ?licence ?holder {{
  ?revision a <{term("tm:ArticleRevision")}> ; <{term("dcterms:license")}> ?licence .
  OPTIONAL {{ ?revision <{term("dcterms:rightsHolder")}> ?holder }}
}} ORDER BY ?licence ?holder
"""
_SPAN = f"""
SELECT (MIN(STR(?first)) AS ?start) (MAX(STR(?last)) AS ?end) {{
  ?event a <{term("tm:ConflictEvent")}> ; <{term("tm:time")}> ?time .
  ?time <{term("tm:earliest")}> ?first ; <{term("tm:latest")}> ?last .
  FILTER(!STRSTARTS(STR(?first), "-") && !STRSTARTS(STR(?last), "-"))
}}
"""
"""Days BCE are left out: as text they sort the wrong way round."""


def catalogue_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the catalogue in both forms; the files that it lists have been written by then."""
    document = _catalogue(site)
    yield "catalogue.ttl", as_turtle(document, site)
    yield "catalogue.jsonld", as_jsonld(document, site)


def licences(site: Site) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell under which licences the texts are, and who holds the rights in them."""
    rows = solutions(site.library.data, _LICENCES)
    return tuple(dict.fromkeys(row["licence"] for row in rows)), tuple(
        sorted({row["holder"] for row in rows if row["holder"]})
    )


def _catalogue(site: Site) -> list[dict[str, Any]]:
    found, holders = licences(site)
    words = (
        _words("ontology", "The Testimonia ontology and its concepts", TM),
        _words("shapes", "What must hold of data in its words: SHACL shapes", SH),
    )
    return [
        {
            "id": "catalogue.ttl",
            "type": "dcat:Catalog",
            "dcterms:title": _english("Testimonia: rival claims about events of armed conflict"),
            "dcterms:description": _english("The data of this site, and the words that it is written in."),
            "foaf:homepage": {"id": "index.html"},
            "dcat:dataset": [{"id": DATA}, *({"id": one["id"]} for one in words)],
        },
        {
            "id": DATA,
            "type": "dcat:Dataset",
            "dcterms:title": _english("Claims about events of armed conflict"),
            "dcterms:description": _english(
                "Who says how many of whom, on which day, through which medium, in which words of which "
                "article. Claims that contradict each other stand side by side; recording one does not say "
                "that it is true."
            ),
            "dcat:keyword": [_english(word) for word in _KEYWORDS],
            "dcterms:language": {"id": "http://id.loc.gov/vocabulary/iso639-1/en"},
            "dcterms:conformsTo": [{"id": TM.rstrip("#")}, {"id": SH.rstrip("#")}],
            "dcterms:license": [{"id": one} for one in found],
            "dcterms:rightsHolder": [_agent(number, one) for number, one in enumerate(holders, start=1)],
            "dcat:landingPage": {"id": "data.html"},
            "dcat:distribution": [_distribution(site, place, found) for place in DUMPS],
            **_temporal(site),
        },
        *(one | _of_words(site, one["id"].removesuffix("#data")) for one in words),
    ]  # fmt: skip


def _words(name: str, title: str, space: str) -> dict[str, Any]:
    return {
        "id": f"catalogue.ttl#{name}",
        "type": "dcat:Dataset",
        "dcterms:title": _english(title),
        "dcterms:license": {"id": _CC_BY},
        "dcterms:identifier": space.rstrip("#"),
        "dcat:landingPage": {"id": f"{name}.html"},
    }


def _of_words(site: Site, iri: str) -> dict[str, Any]:
    name = iri.rpartition("#")[2]
    places = (f"{name}.ttl", f"{name}.jsonld")
    return {"dcat:distribution": [_distribution(site, place, (_CC_BY,)) for place in places]}


def _distribution(site: Site, place: str, licence: Sequence[str]) -> dict[str, Any]:
    """Describe one file: where, in which form, how large, and its checksum."""
    plain = place.removesuffix(".gz")
    name, media, form = _FORMS[plain.rpartition(".")[2]]
    packed = {"dcat:compressFormat": {"id": f"{_MEDIA}application/gzip"}} if plain != place else {}
    anchor = place.replace("/", "-")
    return {
        "id": f"catalogue.ttl#{anchor}",
        "type": "dcat:Distribution",
        "dcterms:title": _english(f"{name}, packed with gzip" if packed else name),
        "dcat:accessURL": {"id": "data.html"},
        "dcat:downloadURL": {"id": place},
        "dcat:mediaType": {"id": f"{_MEDIA}{media}"},
        **packed,
        "dcterms:format": {"id": form},
        "dcat:byteSize": {"@value": str(site.written[place].size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "id": f"catalogue.ttl#{anchor}-sha256",
            "type": "spdx:Checksum",
            "spdx:algorithm": {"id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": site.written[place].checksum, "@type": "xsd:hexBinary"},
        },
        "dcterms:license": [{"id": one} for one in licence],
    }


def _temporal(site: Site) -> dict[str, Any]:
    """Tell from when to when the events are."""
    (span,) = solutions(site.library.data, _SPAN)
    if not span["start"]:
        return {}
    period: dict[str, Any] = {"id": "catalogue.ttl#period", "type": "dcterms:PeriodOfTime"}
    for name, day in (("dcat:startDate", span["start"]), ("dcat:endDate", span["end"])):
        period[name] = {"@value": day[:10], "@type": "xsd:date"}
    return {"dcterms:temporal": period}


def _agent(number: int, name: str) -> dict[str, Any]:
    return {"id": f"catalogue.ttl#holder-{number}", "type": "foaf:Agent", "foaf:name": name}


def _english(words: str) -> dict[str, str]:
    return {"@value": words, "@language": "en"}
