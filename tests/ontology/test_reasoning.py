"""What the ontology entails under OWL-RL: no contradiction in a right graph, one in each wrong one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics  # type: ignore[import-untyped]
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import OWL, PROV, RDFS, SKOS

from testimonia.vocab import BASE, PREFIXES, TM

# The reasoner is another's program, and following its lines doubled its time.
pytestmark = pytest.mark.usefixtures("unmeasured")

ROOT = Path(__file__).resolve().parents[2]
CONFORMING = ROOT / "tests" / "broken" / "conforming.ttl"

# What PROV-O says of its three classes; without it a statement that is also an activity goes unseen.
PROV_DISJOINT = "prov:Entity owl:disjointWith prov:Activity ."

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
# Python has no dates before the year 1, so that owlrl, which rests on it, takes them for errors.
DATE = re.compile(r"literal '(-\d{4,}|0000)-\d\d-\d\d' does not match its datatype")
# What people read entails nothing, and costs the reasoner most of its time.
WORDS = {RDFS.label, RDFS.isDefinedBy, RDFS.comment, SKOS.definition, SKOS.example, SKOS.scopeNote, SKOS.notation,
         SKOS.closeMatch, SKOS.relatedMatch, URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")}  # fmt: skip

CONTRADICTIONS = [
    ("a claim is not a statement", "<x> a tm:Claim, tm:Statement ."),
    ("an actor is not a place", "<x> a tm:State, tm:Place ."),
    ("a person is not a group", "<x> a tm:Person, tm:ArmedGroup ."),
    ("a described group is not a named one", "<x> a tm:DescribedGroup, tm:State ."),
    ("a coalition is not a person", "<x> a tm:Coalition, tm:Person ."),
    ("a claim is of one kind", "<x> a tm:CasualtyClaim, tm:StrengthClaim ."),
    ("what has sides is an event", "<x> tm:sideOf <e> . <e> a tm:Place ."),
    ("no event is part of itself", "<x> tm:partOfEvent <x> ."),
    ("no claim contradicts itself", "<x> tm:contradicts <x> ."),
    ("no place lies directly within itself", "<x> tm:within <x> ."),
    ("what is about an event is a claim", "<x> tm:about <e> ; a tm:Quantity ."),
    ("a statement is what was said, not the act", "<x> a tm:Statement, prov:Activity ."),
]


def closure(core: Graph, alignment: Graph, turtle: str) -> Graph:
    """Give all that follows from the ontology, the alignment and some Turtle."""
    prefixes = {**PREFIXES, "owl": str(OWL)}
    head = f"@base <{BASE}> .\n" + "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    axioms = Graph()
    for triple in core + alignment:
        if triple[1] not in WORDS:
            axioms.add(triple)
    axioms.parse(data=head + PROV_DISJOINT + turtle, format="turtle")
    DeductiveClosure(OWLRL_Semantics).expand(axioms)
    return axioms


def contradictions(graph: Graph) -> list[str]:
    """List what owlrl calls an error, and whatever is in nothing."""
    errors = [str(message) for message in graph.objects(None, ERROR) if not DATE.search(str(message))]
    return errors + [f"{node} is in owl:Nothing" for node in graph.subjects(RDF.type, OWL.Nothing)]


@pytest.fixture(scope="module")
def closed(core: Graph, alignment: Graph) -> Graph:
    return closure(core, alignment, CONFORMING.read_text(encoding="utf-8"))


def test_a_right_graph_entails_no_contradiction(closed: Graph) -> None:
    assert contradictions(closed) == []


@pytest.fixture(scope="module")
def wrong(core: Graph, alignment: Graph) -> list[str]:
    """The contradictions of all wrong graphs, each about things of its own: most of a closure is the ontology's."""
    own = (re.sub(r"<([xe])>", rf"<\g<1>-{number}>", turtle) for number, (_, turtle) in enumerate(CONTRADICTIONS))
    return contradictions(closure(core, alignment, " ".join(own)))


@pytest.mark.parametrize("number", range(len(CONTRADICTIONS)), ids=[why for why, _ in CONTRADICTIONS])
def test_a_wrong_graph_entails_one(number: int, wrong: list[str]) -> None:
    assert any(re.search(rf"/kg/[xe]-{number}\b", told) for told in wrong), CONTRADICTIONS[number]


def test_no_thing_ends_up_in_two_disjoint_classes(closed: Graph) -> None:
    for members in list(closed.objects(None, OWL.members)):
        classes = list(closed.items(members))
        for node in set(closed.subjects(RDF.type, OWL.NamedIndividual)) | set(
            closed.subjects(RDF.type, OWL.Thing)
        ):
            assert sum((node, RDF.type, kind) in closed for kind in classes) <= 1, node


ENTAILED = [
    (
        "the claimant is who the claim is attributed to",
        "claim/raid-on-alder-ford/killed-1",
        PROV.wasAttributedTo,
        "actor/alder-ford",
    ),
    (
        "the claim comes from the statement",
        "claim/raid-on-alder-ford/killed-1",
        PROV.wasDerivedFrom,
        "statement/raid-on-alder-ford/1",
    ),
    (
        "the statement is the speaker's",
        "statement/raid-on-alder-ford/1",
        PROV.wasAttributedTo,
        "actor/mayor-of-alder-ford",
    ),
    (
        "the reading comes from the mention",
        "claim/raid-on-alder-ford/killed-1#reading",
        PROV.wasDerivedFrom,
        "article/raid-on-alder-ford/rev/71/char/8-60",
    ),
    (
        "the larger event has this one as a part",
        "event/ford-war",
        URIRef(TM + "hasPartEvent"),
        "event/raid-on-alder-ford",
    ),
    (
        "a contradiction holds both ways",
        "claim/raid-on-alder-ford/killed-2",
        URIRef(TM + "contradicts"),
        "claim/raid-on-alder-ford/killed-1",
    ),
]


@pytest.mark.parametrize(("why", "subject", "link", "value"), ENTAILED, ids=[row[0] for row in ENTAILED])
def test_what_follows_is_right(why: str, subject: str, link: URIRef, value: str, closed: Graph) -> None:
    assert (URIRef(BASE + subject), link, URIRef(BASE + value)) in closed, why


def test_the_closure_adds_no_type_that_the_class_tree_does_not_give(core: Graph, closed: Graph) -> None:
    """Domains and ranges must not make a thing more than its own classes and those above say."""
    given = Graph().parse(CONFORMING)
    for node in set(given.subjects()):
        own = {
            kind
            for stated in given.objects(node, RDF.type)
            for kind in core.transitive_objects(stated, RDFS.subClassOf)
        }
        entailed = {kind for kind in closed.objects(node, RDF.type) if str(kind).startswith(TM)}
        assert entailed <= own | {URIRef(TM + "AttestedThing")}, node
