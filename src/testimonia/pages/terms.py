"""The ontology as records for people: each term with definition, example, alignment and guarding shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.pages.codes import guards
from testimonia.query.engine import solutions
from testimonia.vocab import PREFIXES, TM, TMC

if TYPE_CHECKING:
    from pyoxigraph import Store

    from testimonia.pages.resources import Library

__all__ = ["Alignment", "Concept", "Scheme", "Term", "list_schemes", "list_terms"]

_KINDS = {
    "http://www.w3.org/2002/07/owl#Class": "class",
    "http://www.w3.org/2002/07/owl#ObjectProperty": "property that leads to a thing",
    "http://www.w3.org/2002/07/owl#DatatypeProperty": "property with a value",
}
"""Type of a term to what it is called; the order of the page."""
_RELATIONS = {
    "rdfs:subClassOf": "is a kind of",
    "rdfs:subPropertyOf": "implies",
    "owl:equivalentClass": "the same as",
    "owl:equivalentProperty": "the same as",
    "skos:exactMatch": "the same as",
    "skos:closeMatch": "close to",
    "skos:broadMatch": "narrower than",
    "skos:narrowMatch": "broader than",
    "skos:relatedMatch": "related to",
}
_PREFIXES = "".join(f"PREFIX {name}: <{space}>\n" for name, space in PREFIXES.items()) + (
    "PREFIX owl: <http://www.w3.org/2002/07/owl#>\n"
)
_TERMS = """
SELECT ?term ?type ?label ?definition ?note ?example ?domain ?range {
  ?term a ?type ; rdfs:label ?label ; skos:definition ?definition .
  FILTER(STRSTARTS(STR(?term), "NAMESPACE"))
  OPTIONAL { ?term skos:scopeNote ?note }
  OPTIONAL { ?term skos:example ?example }
  OPTIONAL { ?term rdfs:domain ?domain FILTER(isIRI(?domain)) }
  OPTIONAL { ?term rdfs:range ?range FILTER(isIRI(?range)) }
}
""".replace("NAMESPACE", TM)
_ALIGNED = "SELECT ?term ?other { ?term RELATION ?other FILTER(isIRI(?other)) }"
_CONCEPTS = """
SELECT ?scheme ?title ?purpose ?concept ?label ?definition {
  ?scheme a skos:ConceptScheme ; skos:prefLabel ?title ; skos:definition ?purpose .
  ?concept skos:inScheme ?scheme ; skos:prefLabel ?label ; skos:definition ?definition .
} ORDER BY ?scheme ?concept
"""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a term stands to another one."""

    relation: str
    """In words: "is a kind of", "close to"."""
    iri: str


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property of the ontology."""

    iri: str
    kind: str
    label: str
    definition: str
    note: str
    examples: tuple[str, ...]
    """Turtle, or words."""
    domains: tuple[str, ...]
    ranges: tuple[str, ...]
    parents: tuple[str, ...]
    """IRIs of our own terms above it."""
    aligned: tuple[Alignment, ...]
    """Terms of other vocabularies."""
    codes: tuple[str, ...]
    """Codes of the shapes that guard it."""

    @property
    def name(self) -> str:
        """The local name, which is also its place on the page."""
        return self.iri.removeprefix(TM)


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of a scheme."""

    iri: str
    label: str
    definition: str

    @property
    def name(self) -> str:
        """The local name."""
        return self.iri.removeprefix(TMC)


@dataclass(frozen=True, slots=True)
class Scheme:
    """Concepts that belong together: measures, stances, media."""

    iri: str
    title: str
    purpose: str
    concepts: tuple[Concept, ...]


def list_terms(library: Library) -> tuple[Term, ...]:
    """List the terms: classes first, then properties, each by name."""
    rows: dict[str, list[dict[str, str]]] = {}
    for row in solutions(library.vocabulary, _PREFIXES + _TERMS):
        if row["type"] in _KINDS:
            rows.setdefault(row["term"], []).append(row)
    aligned = _aligned(library.vocabulary)
    guarded = guards()
    terms = [_term(told, aligned.get(iri, []), guarded.get(iri, ())) for iri, told in rows.items()]
    order = list(_KINDS.values())
    return tuple(sorted(terms, key=lambda term: (order.index(term.kind), term.name.lower(), term.name)))


def list_schemes(library: Library) -> tuple[Scheme, ...]:
    """List the schemes of concepts, by IRI."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in solutions(library.vocabulary, _PREFIXES + _CONCEPTS):
        found.setdefault(row["scheme"], []).append(row)
    return tuple(
        Scheme(
            iri,
            rows[0]["title"],
            rows[0]["purpose"],
            tuple(Concept(row["concept"], row["label"], row["definition"]) for row in rows),
        )
        for iri, rows in found.items()
    )


def _aligned(store: Store) -> dict[str, list[Alignment]]:
    found: dict[str, list[Alignment]] = {}
    for relation, words in _RELATIONS.items():
        for row in solutions(store, _PREFIXES + _ALIGNED.replace("RELATION", relation)):
            found.setdefault(row["term"], []).append(Alignment(words, row["other"]))
    return found


def _term(rows: list[dict[str, str]], aligned: list[Alignment], codes: tuple[str, ...]) -> Term:
    first = rows[0]
    kinds = [kind for type_, kind in _KINDS.items() if any(row["type"] == type_ for row in rows)]
    ours = sorted(one.iri for one in aligned if one.iri.startswith(TM))
    others = sorted({(a.relation, a.iri) for a in aligned if not a.iri.startswith(TM)})
    return Term(
        iri=first["term"],
        kind=kinds[0],
        label=first["label"],
        definition=first["definition"],
        note=first["note"],
        examples=_each(rows, "example"),
        domains=_each(rows, "domain"),
        ranges=_each(rows, "range"),
        parents=tuple(ours),
        aligned=tuple(Alignment(relation, iri) for relation, iri in others),
        codes=codes,
    )


def _each(rows: list[dict[str, str]], column: str) -> tuple[str, ...]:
    return tuple(sorted({row[column] for row in rows if row[column]}))
