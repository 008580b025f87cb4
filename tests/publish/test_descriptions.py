"""VoID and DCAT: every count is true, every file is there as described, every word is one of the vocabulary."""

from __future__ import annotations

import gzip
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, VOID, XSD

from testimonia.files import write_whole
from testimonia.publish import SiteOptions, publish_site
from testimonia.vocab import BASE

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

# rdflib's reader of JSON-LD uses a class that rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

ADDRESS = "https://battles.example.org/site/"
SPDX = "http://spdx.org/rdf/terms#"
DATA = URIRef(f"{ADDRESS}catalogue.ttl#data")
FILES = ("catalogue.ttl", "catalogue.jsonld", "void.ttl", ".well-known/void")


def read(site: Path, name: str) -> Graph:
    form = "json-ld" if name.endswith("jsonld") else "turtle"
    return Graph().parse(site / name, format=form, publicID=f"{ADDRESS}{name}")


def unpacked(site: Path) -> Graph:
    return Graph().parse(data=gzip.decompress((site / "dump/data.ttl.gz").read_bytes()), format="turtle")


@pytest.fixture(scope="module")
def triples(site: Path) -> Graph:
    """The dump, read by another library than the one that counted."""
    return unpacked(site)


@pytest.fixture(scope="module")
def void(site: Path) -> Graph:
    return read(site, "void.ttl")


@pytest.fixture(scope="module")
def catalogue(site: Path) -> Graph:
    return read(site, "catalogue.ttl")


# --- the dumps ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("unmeasured")
def test_both_dumps_hold_the_graph(site: Path, graph: Store, triples: Graph) -> None:
    lines = gzip.decompress((site / "dump/data.nq.gz").read_bytes())
    assert set(parse(lines, format=RdfFormat.N_QUADS)) == set(graph)
    assert lines.count(b"\n") == len(graph) > 2000
    assert len(triples) == len({str(quad.triple) for quad in graph})
    assert {str(one) for one in triples.subjects()} == {quad.subject.value for quad in graph}


@pytest.mark.parametrize("name", ["data.nq", "data.ttl"])
def test_a_dump_names_no_time(site: Path, name: str) -> None:
    assert (site / f"dump/{name}.gz").read_bytes()[4:8] == bytes(4)


# --- VoID ---------------------------------------------------------------------------------------


def test_the_totals_of_void_are_true(void: Graph, triples: Graph) -> None:
    told = {name: void.value(DATA, VOID[name]) for name in (
        "triples", "entities", "distinctSubjects", "distinctObjects", "classes", "properties")}  # fmt: skip
    subjects = set(triples.subjects())
    assert told == {
        "triples": Literal(len(triples)),
        "entities": Literal(len([one for one in subjects if str(one).startswith(BASE)])),
        "distinctSubjects": Literal(len(subjects)),
        "distinctObjects": Literal(len(set(triples.objects()))),
        "classes": Literal(len(set(triples.objects(None, RDF.type)))),
        "properties": Literal(len(set(triples.predicates()))),
    }


def test_the_partitions_of_void_are_true(void: Graph, triples: Graph) -> None:
    classes = {
        void.value(part, VOID["class"]): int(str(void.value(part, VOID.entities)))
        for part in void.objects(DATA, VOID.classPartition)
    }
    properties = {
        void.value(part, VOID.property): int(str(void.value(part, VOID.triples)))
        for part in void.objects(DATA, VOID.propertyPartition)
    }
    assert classes == {
        one: len(set(triples.subjects(RDF.type, one))) for one in set(triples.objects(None, RDF.type))
    }
    assert properties == {
        one: len(list(triples.triples((None, one, None)))) for one in set(triples.predicates())
    }
    assert sum(properties.values()) == len(triples)


def test_void_leads_to_the_dumps_and_to_an_example(void: Graph, site: Path, triples: Graph) -> None:
    dumps = {str(one) for one in void.objects(DATA, VOID.dataDump)}
    assert dumps == {f"{ADDRESS}dump/{path.name}" for path in (site / "dump").iterdir()}
    example = void.value(DATA, VOID.exampleResource)
    assert (example, None, None) in triples
    assert str(void.value(DATA, VOID.uriSpace)) == BASE


def test_void_lies_where_clients_look_for_it(site: Path) -> None:
    assert set(read(site, ".well-known/void")) == set(read(site, "void.ttl"))


# --- DCAT ---------------------------------------------------------------------------------------


def test_both_forms_of_the_catalogue_say_the_same(site: Path, catalogue: Graph) -> None:
    assert set(read(site, "catalogue.jsonld")) == set(catalogue)


def test_size_and_checksum_of_every_file_are_true(site: Path, catalogue: Graph) -> None:
    found = list(catalogue.subjects(RDF.type, DCAT.Distribution))
    assert len(found) == 6
    for one in found:
        place = str(catalogue.value(one, DCAT.downloadURL)).removeprefix(ADDRESS)
        data = (site / place).read_bytes()
        assert catalogue.value(one, DCAT.byteSize) == Literal(str(len(data)), datatype=XSD.nonNegativeInteger)
        checksum = catalogue.value(one, URIRef(f"{SPDX}checksum"))
        assert catalogue.value(checksum, URIRef(f"{SPDX}checksumValue")).toPython() == sha256(data).digest()  # type: ignore[union-attr]
        assert str(catalogue.value(checksum, URIRef(f"{SPDX}algorithm"))).endswith("sha256")


def test_the_media_type_of_every_file_is_that_of_its_suffix(catalogue: Graph) -> None:
    types = {"nq": "application/n-quads", "ttl": "text/turtle", "jsonld": "application/ld+json"}
    for one in catalogue.subjects(RDF.type, DCAT.Distribution):
        place = str(catalogue.value(one, DCAT.downloadURL))
        media = str(catalogue.value(one, DCAT.mediaType))
        assert media.endswith("/media-types/" + types[place.removesuffix(".gz").rpartition(".")[2]])
        packed = catalogue.value(one, DCAT.compressFormat)
        assert (packed is not None) == place.endswith(".gz")


def test_every_data_set_has_what_a_catalogue_asks_for(catalogue: Graph) -> None:
    listed = set(catalogue.objects(URIRef(f"{ADDRESS}catalogue.ttl"), DCAT.dataset))
    assert listed == set(catalogue.subjects(RDF.type, DCAT.Dataset))
    assert len(listed) == 3
    for one in listed:
        for name in (DCTERMS.title, DCTERMS.license, DCAT.landingPage, DCAT.distribution):
            assert (one, name, None) in catalogue, (one, name)


def test_licence_and_holder_are_those_of_the_articles(catalogue: Graph, triples: Graph) -> None:
    assert set(catalogue.objects(DATA, DCTERMS.license)) == set(triples.objects(None, DCTERMS.license))
    holders = {catalogue.value(one, FOAF.name) for one in catalogue.objects(DATA, DCTERMS.rightsHolder)}
    assert holders == set(triples.objects(None, DCTERMS.rightsHolder))


def test_the_period_spans_the_events(catalogue: Graph) -> None:
    period = catalogue.value(DATA, DCTERMS.temporal)
    start, end = (catalogue.value(period, name) for name in (DCAT.startDate, DCAT.endDate))
    assert (str(start), str(end)) == ("2018-04-01", "2018-04-01")


# --- both ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_every_word_is_one_of_its_vocabulary(site: Path, name: str) -> None:
    """rdflib knows the words of these vocabularies; a word that it does not know is misspelt."""
    spaces = (VOID, DCAT, DCTERMS, FOAF)
    described = read(site, name)
    used = {*described.predicates(), *described.objects(None, RDF.type)}
    for one in used:
        space = next((space for space in spaces if str(one).startswith(str(space))), None)
        assert space is None or one in space, one  # type: ignore[attr-defined]
        assert space is not None or str(one).startswith((SPDX, str(RDF))), one


@pytest.mark.parametrize("name", FILES)
def test_every_place_of_the_site_that_is_named_is_there(site: Path, name: str) -> None:
    for triple in read(site, name):
        for one in triple:
            if isinstance(one, URIRef) and one.startswith(ADDRESS):
                assert (site / one.removeprefix(ADDRESS).partition("#")[0]).is_file(), one


@pytest.fixture(scope="module")
def movable(graph: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that does not know where it will be."""
    folder = tmp_path_factory.mktemp("movable")
    publish_site(graph, folder, write_whole)
    return folder


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", FILES)
def test_without_an_address_every_place_is_relative(site: Path, movable: Path, name: str) -> None:
    """So it is the same description wherever the folder lies."""
    assert "invalid" not in (movable / name).read_text(encoding="utf-8")
    measured = (str(DCAT.byteSize), f"{SPDX}checksumValue")
    ours, theirs = (
        {one for one in read(place, name) if str(one[1]) not in measured} for place in (movable, site)
    )
    assert len(ours) > 50
    assert ours == theirs


def test_what_needs_an_address_is_left_out_without_one(movable: Path) -> None:
    assert [(movable / name).exists() for name in ("sitemap.xml", "servers/w3id.htaccess")] == [False, False]
    assert "Sitemap" not in (movable / "robots.txt").read_text(encoding="utf-8")


# --- other graphs -------------------------------------------------------------------------------

SAME = "http://www.w3.org/2004/02/skos/core#exactMatch"


@pytest.fixture(scope="module")
def linked(graph: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a graph without dates, three of whose things are linked to other data sets."""
    from pyoxigraph import Literal, NamedNode, Quad, Store

    from testimonia.vocab import term

    store = Store()
    store.extend(quad for quad in graph if quad.predicate.value != term("tm:earliest"))
    for name, other in (("actor/france", "http://www.wikidata.org/entity/Q142"),
                        ("actor/mali", "http://www.wikidata.org/entity/Q912"),
                        ("actor/mali", "https://sws.geonames.org/2453866/")):  # fmt: skip
        store.add(Quad(NamedNode(BASE + name), NamedNode(SAME), NamedNode(other)))
    store.add(Quad(NamedNode(BASE + "actor/mali"), NamedNode(SAME), NamedNode(BASE + "actor/france")))
    store.add(Quad(NamedNode(BASE + "actor/mali"), NamedNode(SAME), Literal("Mali")))
    folder = tmp_path_factory.mktemp("linked")
    publish_site(store, folder, write_whole, options=SiteOptions(address=ADDRESS))
    return folder


def test_links_to_other_data_sets_are_counted_for_each(linked: Path) -> None:
    void = read(linked, "void.ttl")
    found = {
        (str(void.value(void.value(one, VOID.objectsTarget), FOAF.homepage)), str(void.value(one, VOID.linkPredicate))):
            void.value(one, VOID.triples)
        for one in void.subjects(RDF.type, VOID.Linkset)
    }  # fmt: skip
    assert found == {
        ("https://www.wikidata.org/", SAME): Literal(2),
        ("https://sws.geonames.org/", SAME): Literal(1),
    }


def test_a_graph_whose_events_have_no_day_has_no_period(linked: Path) -> None:
    assert (DATA, DCTERMS.temporal, None) not in read(linked, "catalogue.ttl")


@pytest.mark.usefixtures("unmeasured")
def test_a_dump_of_many_blocks_holds_the_same(
    graph: Store, triples: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("testimonia.publish.dumps._BLOCK", 100)
    publish_site(graph, tmp_path, write_whole)
    written = gzip.decompress((tmp_path / "dump/data.ttl.gz").read_bytes())
    assert written.count(b"@prefix tm:") == 1
    assert set(unpacked(tmp_path)) == set(triples)


@pytest.mark.usefixtures("unmeasured")
def test_the_dump_of_a_kept_store_is_that_of_its_files(checkout: Path, tmp_path: Path) -> None:
    from testimonia.graphs import read_graph
    from testimonia.pipeline import Options, build_article
    from testimonia.store import make_store

    example = checkout / "examples/battle-of-akabar.txt"
    quads = build_article(example.read_bytes(), example.name, Options(formats=("nquads",))).files["nq"]
    (tmp_path / "akabar.nq").write_bytes(quads)
    make_store(tmp_path / "akabar.nq", tmp_path / "store")
    dumps = []
    for name, source in (("kept", tmp_path / "store"), ("read", tmp_path / "akabar.nq")):
        publish_site(read_graph(source), tmp_path / name, write_whole)
        dumps.append(gzip.decompress((tmp_path / name / "dump/data.nq.gz").read_bytes()))
    assert dumps[0] == dumps[1]
    assert dumps[0].count(b"\n") == quads.count(b"\n") > 2000
