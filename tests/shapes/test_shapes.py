"""Every shape that reports has a code, a severity and a sentence, and speaks of declared things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDFS, SH, SKOS

from testimonia.validate import Rule, shape_rules
from testimonia.vocab import SH as SHAPES
from testimonia.vocab import TM

ROOT = Path(__file__).resolve().parents[2]
SHAPES_FOLDER = ROOT / "shapes"
RULES = shape_rules()

# The letter of a code tells the class, the file follows from it.
LETTERS = {
    "A": "actor", "B": "source", "C": "claim figure assertion", "D": "candidate", "E": "event", "F": "estimate", "H": "happening", "J": "link", "K": "comparison", "L": "place",
    "M": "mention", "N": "section", "O": "actor", "P": "participation side", "Q": "quantity", "R": "reading",
    "S": "statement", "T": "timespan", "U": "unexplained", "V": "revision", "X": "run", "Y": "side",
}  # fmt: skip


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for file in SHAPES_FOLDER.rglob("*.ttl"):
        graph.parse(file)
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for file in (ROOT / "ontology").rglob("*.ttl"):
        graph.parse(file)
    return graph


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_code_and_a_sentence(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
    assert rule.iri == SHAPES + rule.code
    assert rule.message[0].isupper() or rule.message.startswith("{")
    assert rule.message.endswith(".")
    assert "\n" not in rule.message
    assert len(rule.message) < 200


def test_codes_and_sentences_tell_rules_apart() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.message for rule in RULES}) == len(RULES)


def test_the_letter_of_a_code_tells_its_file(shapes: Graph) -> None:
    for file in SHAPES_FOLDER.rglob("*.ttl"):
        for code in Graph().parse(file).objects(None, DCTERMS.identifier):
            assert file.stem in LETTERS[str(code)[0]].split(), code


@pytest.mark.parametrize(
    "code",
    ["E102", "E111", "Y103", "A502", "A503", "A506", "C205", "C228", "C229", "C233", "U402", "V913"],
)
def test_what_an_article_may_not_give_is_a_warning(code: str) -> None:
    assert {rule.severity for rule in RULES if rule.code == code} == {"warning"}


def test_a_missing_revision_id_is_only_good_to_know() -> None:
    assert [rule.code for rule in RULES if rule.severity == "info"] == ["V905"]


def test_most_rules_are_violations() -> None:
    assert sum(rule.severity == "violation" for rule in RULES) > 0.8 * len(RULES)


def test_every_shape_with_a_target_or_a_property_reports_by_code(shapes: Graph) -> None:
    reporting = set(shapes.subjects(SH.targetClass)) | set(shapes.subjects(SH.targetSubjectsOf))
    for node in list(reporting):
        reporting.update(shapes.objects(node, SH.property))
    assert {node for node in reporting if (node, DCTERMS.identifier, None) not in shapes} == set()


def test_every_coded_shape_is_reached_from_a_target(shapes: Graph) -> None:
    reached = set(shapes.subjects(SH.targetClass)) | set(shapes.subjects(SH.targetSubjectsOf))
    reached |= {part for node in list(reached) for part in shapes.objects(node, SH.property)}
    assert set(shapes.subjects(DCTERMS.identifier)) <= reached


def test_no_shape_is_a_blank_node(shapes: Graph) -> None:
    for kind in (SH.NodeShape, SH.PropertyShape, SH.SPARQLConstraint):
        assert not [node for node in shapes.subjects(RDF.type, kind) if isinstance(node, BNode)]
    for link in (SH.property, SH.node, SH["not"], SH.qualifiedValueShape, SH.sparql):
        assert not [node for node in shapes.objects(None, link) if isinstance(node, BNode)]


def test_the_main_files_are_shacl_core_and_the_others_only_sparql() -> None:
    for file in SHAPES_FOLDER.rglob("*.ttl"):
        graph = Graph().parse(file)
        in_sparql = file.parent.name == "sparql"
        assert bool(list(graph.subjects(SH.sparql))) == in_sparql
        assert not (in_sparql and list(graph.subjects(SH.path)))


def test_a_constraint_says_what_its_shape_says(shapes: Graph) -> None:
    for shape, constraint in shapes.subject_objects(SH.sparql):
        assert shapes.value(shape, SH.message) == shapes.value(constraint, SH.message)
        assert constraint == URIRef(f"{shape}-query")


def test_slots_of_a_sentence_are_selected(shapes: Graph) -> None:
    for constraint in shapes.objects(None, SH.sparql):
        query = str(shapes.value(constraint, SH.select))
        head = query[: query.upper().index("WHERE")]
        slots = re.findall(r"\{(\?\w+)\}", str(shapes.value(constraint, SH.message)))
        assert all(slot in head for slot in slots)


def test_every_class_of_data_has_its_shapes(shapes: Graph, ontology: Graph) -> None:
    abstract = {TM + name for name in ("AttestedThing", "Occurrence", "RuleMade")}
    targets = {str(node) for node in shapes.objects(None, SH.targetClass)}
    for node in ontology.subjects(RDF.type, URIRef("http://www.w3.org/2002/07/owl#Class")):
        above = {str(kind) for kind in ontology.transitive_objects(node, RDFS.subClassOf)}
        assert str(node) in abstract or above & targets, node


PROPERTIES_WITHOUT_SHAPE = {
    "hasPartEvent",  # follows from tm:partOfEvent
    "dateInherited", "wikipediaTitle", "infoboxName", "sourceName", "redirectTitle",  # any words will do
    "campaignBox", "neighbourTitle",  # the same
    "mayBe",  # stands in files of links alone, never in a graph
}  # fmt: skip


def test_every_property_has_a_shape_or_needs_none(shapes: Graph, ontology: Graph) -> None:
    words = " ".join(file.read_text(encoding="utf-8") for file in SHAPES_FOLDER.rglob("*.ttl"))
    shaped = set(re.findall(r"\btm:(\w+)", words))
    properties = {
        str(node).removeprefix(TM)
        for kind in ("ObjectProperty", "DatatypeProperty")
        for node in ontology.subjects(RDF.type, URIRef(f"http://www.w3.org/2002/07/owl#{kind}"))
    }
    assert properties - shaped == PROPERTIES_WITHOUT_SHAPE


LISTS = [
    ("C202", "attributions"), ("C203", "stances"), ("C204", "polarities"),
    ("C210", "scopes"), ("C223", "categories"), ("C232", "outcomes"),
    ("Q301", "quantityKinds"), ("S702", "media"), ("T804", "datePrecisions"),
    ("M405", "zones"), ("R407", "partyBases"), ("P103", "roles"),
    ("F504", "countedPeople"),
    ("C225 C226 C227", "measures"), ("E103 H102", "eventKinds"),
]  # fmt: skip


@pytest.mark.parametrize(("codes", "scheme"), LISTS, ids=[row[1] for row in LISTS])
def test_what_may_be_chosen_is_what_the_scheme_has(
    codes: str, scheme: str, shapes: Graph, ontology: Graph
) -> None:
    allowed = {
        node for code in codes.split() for members in shapes.objects(URIRef(SHAPES + code), SH["in"])
        for node in shapes.items(members)
    }  # fmt: skip
    home = URIRef(f"https://w3id.org/testimonia/concept/{scheme}")
    assert allowed == set(ontology.subjects(SKOS.inScheme, home))


@pytest.mark.usefixtures("unmeasured")
def test_shapes_are_themselves_valid_shacl(shapes: Graph) -> None:
    import pyshacl

    conforms, _, words = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, words


def test_severities_and_messages_stand_once(shapes: Graph) -> None:
    for node in shapes.subjects(DCTERMS.identifier):
        assert len(list(shapes.objects(node, SH.severity))) == 1
        (message,) = shapes.objects(node, SH.message)
        assert isinstance(message, Literal)
        assert message.language == "en"
