"""Namespaces, prefixes, and where the shipped ontology and shapes are found.

Plain strings, so that rooms without an RDF library can use them; `term` joins a prefix and a local
name. The prefixes are the ones of every file that is written, in the order in which they appear.
"""

from pathlib import Path

__all__ = ["BASE", "PREFIXES", "SH", "TM", "TMC", "folder", "term"]

TM = "https://w3id.org/testimonia/ontology#"
TMC = "https://w3id.org/testimonia/concept/"
SH = "https://w3id.org/testimonia/shapes#"
BASE = "https://w3id.org/testimonia/kg/"

PREFIXES: dict[str, str] = {
    "tm": TM,
    "tmc": TMC,
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix to namespace, in the order of writing."""


def term(curie: str) -> str:
    """Expand a compact IRI such as "prov:used" to a full IRI; KeyError for an unknown prefix."""
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


def folder(name: str) -> Path:
    """Find a shipped folder, "ontology" or "shapes": inside the package, else in the checkout."""
    packaged = Path(__file__).parent / name
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / name
