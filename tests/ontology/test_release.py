"""What was released stays: a term that is gone or means another thing must have been deprecated first.

`released/VERSION.tsv` holds every term of a version with what its users build on. When a version is released,

    python tests/ontology/test_release.py VERSION

writes the file of it; until then the file of the version to come may be written again.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import OWL, RDFS, SKOS

from testimonia.vocab import TM, TMC

HERE = Path(__file__).resolve().parent
ONTOLOGY = HERE.parents[1] / "ontology"
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
BUILT_ON = (
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    SKOS.broader,
    SKOS.inScheme,
    SKOS.notation,
)

Terms = dict[str, str]
"""IRI of a term to what its users build on: its kind, and what lies above and around it."""


def ontology() -> Graph:
    graph = Graph()
    for file in sorted(ONTOLOGY.rglob("*.ttl")):
        if file.name != "alignment.ttl":
            graph.parse(file)
    return graph


def terms_of(graph: Graph) -> Terms:
    found = {str(term) for kind in KINDS for term in graph.subjects(RDF.type, kind)}
    return {term: _signature(graph, URIRef(term)) for term in sorted(found) if term.startswith((TM, TMC))}


def _signature(graph: Graph, term: URIRef) -> str:
    kinds = [kind for kind in graph.objects(term, RDF.type) if kind in KINDS]
    said = [
        f"{link.fragment}={value}"
        for link in BUILT_ON
        for value in sorted(map(str, graph.objects(term, link)))
    ]
    return " ".join([*sorted(str(kind).rpartition("#")[2] for kind in kinds), *said])


def broken_promises(before: Terms, after: Terms, deprecated: set[str]) -> list[str]:
    """List the terms that are gone or changed without having been deprecated."""
    gone = [f"{term} is gone" for term in before if term not in after and term not in deprecated]
    changed = [
        f"{term} was «{was}» and is «{after[term]}»"
        for term, was in before.items()
        if term in after and after[term] != was and term not in deprecated
    ]
    return gone + changed


def read(path: Path) -> Terms:
    rows = path.read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t", maxsplit=1) for row in rows)


def last_release() -> Path:
    versions = {tuple(map(int, path.stem.split("."))): path for path in (HERE / "released").glob("*.tsv")}
    return versions[max(versions)]


def test_nothing_that_was_released_is_gone_or_another_thing() -> None:
    graph = ontology()
    deprecated = {str(term) for term in graph.subjects(OWL.deprecated)}
    promises = broken_promises(read(last_release()), terms_of(graph), deprecated)
    assert promises == [], "deprecate the term, or, before its release, write the file again (see above)"


CASES = [
    ("a new term", {"b": "Class"}, set(), []),
    ("a term that is gone", {"a": None}, set(), ["a is gone"]),
    ("a deprecated term that is gone", {"a": None}, {"a"}, []),
    ("a term of another kind", {"a": "Concept"}, set(), ["a was «Class» and is «Concept»"]),
    ("a deprecated term that is changed", {"a": "Class range=x"}, {"a"}, []),
]


@pytest.mark.parametrize(("what", "change", "deprecated", "broken"), CASES, ids=[row[0] for row in CASES])
def test_promises_are_broken_by(
    what: str, change: dict[str, str | None], deprecated: set[str], broken: list[str]
) -> None:
    before: Terms = {"a": "Class"}
    after = {term: said for term, said in ({**before, **change}).items() if said is not None}
    assert broken_promises(before, after, deprecated) == broken, what


def test_a_change_of_range_is_seen() -> None:
    graph = ontology()
    before = terms_of(graph)
    graph.set((URIRef(f"{TM}stance"), RDFS.range, URIRef(f"{TM}Claim")))
    (promise,) = broken_promises(before, terms_of(graph), set())
    assert promise.startswith(f"{TM}stance was ")


if __name__ == "__main__":
    (version,) = sys.argv[1:]
    rows = "".join(f"{term}\t{said}\n" for term, said in terms_of(ontology()).items())
    (HERE / "released").mkdir(exist_ok=True)
    (HERE / "released" / f"{version}.tsv").write_text(rows, encoding="utf-8")
