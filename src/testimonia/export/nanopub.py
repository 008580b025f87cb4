"""Nanopublications: each claim as an assertion with its provenance and its publication info.

The assertion says what is claimed, of whom and by whom; the provenance, from which words of which
revision it was read and on which occasion it was said; the publication info, who published it with
which software. They are not signed and have no trusty URI yet: that takes the key of a person, and
`np sign` of the package nanopub does it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from testimonia.query import whole
from testimonia.serialize import serialize
from testimonia.vocab import BASE, PREFIXES, TM, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

__all__ = ["write_nanopubs"]

_NP = "http://www.nanopub.org/nschema#"

_RELATIONS = {
    f"{TM}{name}"
    for name in (
        "agreesWith", "contradicts", "denies", "notComparable", "overlaps", "refines", "revises", "revisedBy",
        "subsetOf", "summarises",
    )
}  # fmt: skip
"""What holds between claims is said by whoever compares them, not by the claim."""
_READ = {f"{TM}evidence", f"{TM}reading", f"{TM}madeIn"}
_NAMED = (
    "tm:about",
    "tm:affectedParty",
    "tm:affectedSide",
    "tm:claimant",
    "tm:onBehalfOf",
    "tm:outlet",
    "tm:speaker",
)
"""What is shown with its name, so that a nanopublication can be read by itself."""


class _Graphs(NamedTuple):
    """The four graphs of one nanopublication, by name."""

    publication: NamedNode
    head: NamedNode
    assertion: NamedNode
    provenance: NamedNode
    info: NamedNode


def write_nanopubs(store: Store, creator: str | None = None, created: str | None = None) -> dict[str, bytes]:
    """Give the nanopublications of all claims with a figure: a name for the file to TriG in UTF-8.

    `creator` is the IRI of who publishes them, such as an ORCID; `created` when, in ISO 8601.
    """
    merged = whole(store)
    writer = _Writer(merged, creator, created)
    found = merged.quads_for_pattern(None, _node("tm:quantity"), None, None)
    claims = sorted(str(getattr(quad.subject, "value", "")) for quad in found)
    return {_file(claim): writer.write(claim) for claim in claims}


def _file(claim: str) -> str:
    return f"{'-'.join(claim.rsplit('/claim/', maxsplit=1)[-1].split('/'))}.trig"


class _Writer:
    """Makes nanopublications of the claims of a store."""

    def __init__(self, store: Store, creator: str | None, created: str | None) -> None:
        self._store = store
        self._creator = creator
        self._created = created

    def write(self, claim: str) -> bytes:
        """Write the nanopublication of a claim."""
        return serialize(set(self._quads(claim)), "trig")

    def _quads(self, claim: str) -> Iterator[Quad]:
        from pyoxigraph import NamedNode, Quad

        about = [
            triple for triple in self._triples(NamedNode(claim)) if triple.predicate.value not in _RELATIONS
        ]
        publication = (
            claim.replace("/claim/", "/nanopub/", 1) if "/claim/" in claim else f"{BASE}nanopub/{claim}"
        )
        graphs = _Graphs(
            *(NamedNode(publication + end) for end in ("", "#head", "#assertion", "#provenance", "#info"))
        )
        provenance = set(self._provenance(about, graphs.assertion))
        assertion = set(self._assertion(about))
        yield from _head(graphs)
        for triples, graph in (
            (assertion, graphs.assertion),
            (provenance - assertion, graphs.provenance),
            (self._info(graphs.publication, provenance), graphs.info),
        ):
            for triple in triples:
                yield Quad(triple.subject, triple.predicate, triple.object, graph)

    def _assertion(self, about: list[Triple]) -> Iterator[Triple]:
        """Give what is claimed, of whom and by whom, with the quantity and the names."""
        prov = PREFIXES["prov"]
        said = [t for t in about if t.predicate.value not in _READ and not t.predicate.value.startswith(prov)]
        yield from said
        for triple in said:
            if triple.predicate == _node("tm:quantity"):
                yield from self._triples(triple.object)
        yield from self._names(said)

    def _provenance(self, about: list[Triple], assertion: NamedNode) -> Iterator[Triple]:
        """Give the words, the revision, the run and the occasion that the assertion comes from."""
        from pyoxigraph import Triple

        for triple in about:
            name = triple.predicate.value
            if name.startswith(PREFIXES["prov"]):
                yield Triple(assertion, triple.predicate, triple.object)
            if name in {f"{TM}evidence", f"{TM}reading", f"{TM}madeIn"}:
                described = list(self._triples(triple.object))
                yield from described
                yield from self._names(described)
                yield from self._around(described)

    def _around(self, described: list[Triple]) -> Iterator[Triple]:
        """Follow a mention to its words, place and revision, and a statement to its date."""
        for triple in described:
            if triple.predicate.value in {
                term("oa:hasSelector"),
                term("oa:hasSource"),
                f"{TM}statementTime",
                term("dcterms:isVersionOf"),
            }:
                yield from self._triples(triple.object)

    def _names(self, triples: Iterable[Triple]) -> Iterator[Triple]:
        named = {term(name) for name in _NAMED}
        for triple in triples:
            if triple.predicate.value in named:
                yield from (t for t in self._triples(triple.object) if t.predicate == _node("rdfs:label"))

    def _info(self, publication: NamedNode, provenance: set[Triple]) -> Iterator[Triple]:
        """Give who publishes, with which software, when, and under which licence, which is the text's."""
        from pyoxigraph import Literal, NamedNode, Triple

        licences = {t.object for t in provenance if t.predicate == _node("dcterms:license")}
        yield from (Triple(publication, _node("dcterms:license"), licence) for licence in licences)
        runs = [t.object for t in provenance if t.predicate == _node("prov:wasGeneratedBy")]
        for software in {
            t.object
            for run in runs
            for t in self._triples(run)
            if t.predicate == _node("prov:wasAssociatedWith")
        }:
            yield Triple(publication, _node("prov:wasAttributedTo"), software)
            yield from self._triples(software)
        if self._creator:
            yield Triple(publication, _node("dcterms:creator"), NamedNode(self._creator))
        if self._created:
            stamp = Literal(self._created, datatype=_node("xsd:dateTime"))
            yield Triple(publication, _node("dcterms:created"), stamp)

    def _triples(self, subject: NamedNode | BlankNode | Literal | Triple) -> Iterator[Triple]:
        from pyoxigraph import NamedNode

        if isinstance(subject, NamedNode):
            yield from (quad.triple for quad in self._store.quads_for_pattern(subject, None, None, None))


def _head(graphs: _Graphs) -> Iterator[Quad]:
    from pyoxigraph import NamedNode, Quad

    nanopub, head = graphs.publication, graphs.head
    yield Quad(nanopub, _node("rdf:type"), NamedNode(f"{_NP}Nanopublication"), head)
    yield Quad(nanopub, NamedNode(f"{_NP}hasAssertion"), graphs.assertion, head)
    yield Quad(nanopub, NamedNode(f"{_NP}hasProvenance"), graphs.provenance, head)
    yield Quad(nanopub, NamedNode(f"{_NP}hasPublicationInfo"), graphs.info, head)


def _node(name: str) -> NamedNode:
    from pyoxigraph import NamedNode

    return NamedNode(term(name))
