"""Files of places in all their forms, and what is told of those that are none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.errors import GraphError, ReconcileError, TestimoniaError
from testimonia.reconcile.authority import FORMS, Thing, form_of, read_things

if TYPE_CHECKING:
    from pathlib import Path

GEONAMES = """\
6699355\tAkabar\tAkabar\t\t15.3554\t1.9885\tP\tPPL\tML\t\t09\t901\t\t\t0\t\t310\tAfrica/Bamako\t2012-01-17
2457161\tGao Region\tGao Region\tGao,Région de Gao,https://en.wikipedia.org/wiki/Gao_Region\t16.8\t1.3\tA\tADM1\tML\t\t09\t\t\t\t544120\t\t299\tAfrica/Bamako\t2019-09-05
901\tMenaka Cercle\tMenaka Cercle\t\t16.7\t2.8\tA\tADM2\tML\t\t09\t901\t\t\t0\t\t310\tAfrica/Bamako\t2012-01-17
2460594\tBamako\tBamako\tBKO\t12.6\t-8\tP\tPPLC\tML\t\t01\t\t\t\t1297281\t\t350\tAfrica/Bamako\t2019-09-05
2453866\tMali\tMali\t\t18\t-2\tA\tPCLI\tML\t\t00\t\t\t\t-1\t\t350\tAfrica/Bamako\t2019-09-05
"""
WHOSONFIRST = """\
wof_id,placetype,name,alt_names,lat,lon,wikidata,geonames,geoplanet,region_id,county_id,country_id,is_current,deprecated
11,country,Mali,ML|Republic of Mali,17.3,-3.5,Q912,2453866,1,,,11,1,
22,region,Gao,Région de Gao,16.8,1.3,Q332392,2457161,2,22,,11,1,
33,county,Menaka,,16.7,2.8,,,3,22,33,11,1,
44,locality,Akabar,,15.3554,1.9885,,6699355,,22,33,11,-1,
55,locality,Akabar,,15.3717,2.0319,,2461207,,22,33,11,-1,
66,locality,Gone,,15,2,,,,22,33,11,0,
77,locality,Dead,,15,2,,,,22,33,11,1,2019-01-01
"""
OWN = """\
qid;label;aliases;type;country;region;coord
Q855986;Ménaka;Menaka|Minaka;town;Mali;Gao Region;Point(2.4 15.9167)
"""
ANSWER = {
    "results": {
        "bindings": [
            {
                "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q855986"},
                "itemLabel": {"value": "Ménaka"},
                "itemAltLabel": {"value": "Menaka, Minaka"},
                "coord": {"value": "Point(2.4 15.9167)"},
                "country": {"value": "http://www.wikidata.org/entity/Q912"},
            },
            {
                "item": {"value": "http://www.wikidata.org/entity/Q855986"},
                "itemLabel": {"value": "Mena-ka"},
            },
        ]
    }
}
TURTLE = """\
@prefix gn: <http://www.geonames.org/ontology#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/place/1> a gn:Town ; rdfs:label "Menaka"@fr, "Ménaka"@en ; skos:altLabel "Minaka" ;
    gn:countryCode "ML" ; geo:lat "15.9167" ; geo:long "2.4" ; gn:population "20702" ;
    skos:exactMatch <http://www.wikidata.org/entity/Q855986> .
<https://example.org/place/2> geo:lat "1" .
[] rdfs:label "Nobody" .
"""


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_file_of_geonames_names_what_its_places_lie_in(tmp_path: Path) -> None:
    path = written(tmp_path, "ML.txt", GEONAMES)
    assert form_of(path) == "geonames"
    akabar, gao, cercle, bamako, mali = read_things(path)
    assert akabar == Thing(
        id="https://sws.geonames.org/6699355/",
        name="Akabar",
        names=("Akabar",),
        kind="town",
        country="ML",
        within=("Menaka Cercle", "Gao Region"),
        latitude=15.3554,
        longitude=1.9885,
    )
    assert (gao.kind, gao.within, gao.names) == ("region", (), ("Gao Region", "Gao", "Région de Gao"))
    assert (cercle.kind, cercle.within) == ("county", ("Gao Region",))
    assert (bamako.kind, bamako.population, bamako.point) == ("capital", 1_297_281, (12.6, -8.0))
    assert (mali.kind, mali.population) == ("country", None)


def test_a_table_of_whos_on_first_is_read_without_what_is_no_more(tmp_path: Path) -> None:
    path = written(tmp_path, "mali.csv", WHOSONFIRST)
    assert form_of(path) == "whosonfirst"
    found = {thing.id.rpartition("/")[2]: thing for thing in read_things(path)}
    assert set(found) == {"11", "22", "33", "44", "55"}
    assert found["11"].country == "ML"
    assert found["22"].within == ()
    assert found["33"].within == ("Gao",)
    assert found["44"] == Thing(
        id="https://spelunker.whosonfirst.org/id/44",
        name="Akabar",
        kind="locality",
        country="ML",
        within=("Menaka", "Gao"),
        latitude=15.3554,
        longitude=1.9885,
        same=("https://sws.geonames.org/6699355/",),
    )
    assert found["22"].same == ("http://www.wikidata.org/entity/Q332392", "https://sws.geonames.org/2457161/")


def test_a_country_written_as_a_code_stays_even_if_it_is_none_of_ours(tmp_path: Path) -> None:
    rows = "id,wof_country,placetype,name\n1,mali,locality,Kel\n2,ZZ,locality,Kel\n3,Nowhere,locality,Kel\n"
    found = read_things(written(tmp_path, "a.csv", rows))
    assert [thing.country for thing in found] == ["ML", "ZZ", ""]


MENAKA = Thing(
    id="http://www.wikidata.org/entity/Q855986",
    name="Ménaka",
    names=("Menaka", "Minaka"),
    kind="town",
    country="ML",
    within=("Gao Region",),
    latitude=15.9167,
    longitude=2.4,
)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_table_of_ones_own_is_known_by_the_names_of_its_columns(tmp_path: Path, separator: str) -> None:
    path = written(tmp_path, "own.csv", "\N{ZERO WIDTH NO-BREAK SPACE}" + OWN.replace(";", separator))
    assert form_of(path) == "table"
    assert read_things(path) == [MENAKA]


@pytest.mark.parametrize("records", [ANSWER, ANSWER["results"]["bindings"]], ids=["answer", "list"])
def test_an_answer_of_wikidata_takes_the_rows_of_one_item_together(tmp_path: Path, records: object) -> None:
    path = written(tmp_path, "query.json", json.dumps(records))
    assert form_of(path) == "json"
    (menaka,) = read_things(path)
    assert menaka.names == ("Menaka", "Minaka", "Mena-ka")
    assert (menaka.id, menaka.country, menaka.point) == (MENAKA.id, "ML", (15.9167, 2.4))


def test_a_graph_is_read_in_the_terms_of_geonames_and_skos(tmp_path: Path) -> None:
    path = written(tmp_path, "places.ttl", TURTLE)
    assert form_of(path) == "rdf"
    (menaka,) = read_things(path)
    assert menaka == Thing(
        id="https://example.org/place/1",
        name="Ménaka",
        names=("Menaka", "Minaka"),
        kind="Town",
        country="ML",
        latitude=15.9167,
        longitude=2.4,
        population=20702,
        same=("http://www.wikidata.org/entity/Q855986",),
    )


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ("", "a.csv: is empty"),
        ("\n \n", "a.csv: is empty"),
        ("one lonely line of words\n", "a.csv:1: «one lonely line of words» does not name the columns"),
        ("id,name\n", "a.csv: holds no place with a name"),
        ("id,name\nQ1,Kel,extra\n", "a.csv:2: «Q1 Kel extra» has 3 cells, not the 2 of the columns"),
        (
            "id,name\nQ1,Kel\n12,Kel\n",
            "a.csv:3: «12» is not an IRI or an item of Wikidata (column id or iri)",
        ),
        ("id,name\nurn:a b,Kel\n", "a.csv:2: «urn:a b» is not an IRI"),
        ('id,name\n"urn:a\tb",Kel\n', "a.csv:2: «urn:a\tb» is not an IRI"),
        ("id,name\nQ1,\n", "a.csv:2: «» is not a name (column name or label)"),
        ("id,name,lat\nQ1,Kel,north\n", "a.csv:2: «north» is not a latitude"),
        ("id,name,lat\nQ1,Kel,90.5\n", "a.csv:2: «90.5» is not a latitude"),
        ("id,name,lat\nQ1,Kel,nan\n", "a.csv:2: «nan» is not a latitude"),
        ("id,name,lon\nQ1,Kel,-181\n", "a.csv:2: «-181» is not a longitude"),
        ("id,name,coord\nQ1,Kel,2.4 15.9\n", "a.csv:2: «2.4 15.9» is not a point such as «Point(2.0 15.3)»"),
        ("id,name,coord\nQ1,Kel,Point(999 15.9)\n", "a.csv:2: «999» is not a longitude"),
        ("id,name,pop\nQ1,Kel,many\n", "a.csv:2: «many» is not a number"),
        ("id,name,pop\nQ1,Kel,1e999\n", "a.csv:2: «1e999» is not a number"),
        (b"id,name\nQ1,K\xe9l\n", "a.csv:2: byte 0xe9 is not UTF-8"),
        ("id,name\nQ1," + "K" * 200_000 + "\n", "a.csv:2: not a table: field larger than field limit"),
        ("{nonsense", "a.csv: not JSON: "),
        ('{"results": []}', "a.csv: neither the answer of a SPARQL service nor a list of records"),
        ('{"head": {}}', "a.csv: neither the answer"),
        ("[1, 2]", "a.csv: neither the answer"),
        ('[{"id": "Q1", "name": "Kel"}, {"id": "Q2", "name": null}]', "a.csv:2: «» is not a name"),
        (
            "wof_id,placetype,name\nx1,region,Kel\n",
            "a.csv:2: «x1» is not the number of a place in Who's On First",
        ),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_words(
    tmp_path: Path, data: str | bytes, complaint: str
) -> None:
    path = written(tmp_path, "a.csv", data)
    with pytest.raises(ReconcileError) as told:
        read_things(path)
    assert complaint in str(told.value)


def test_a_number_that_geonames_does_not_have_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "ML.txt", GEONAMES.replace("2460594", "Q3703"))
    with pytest.raises(ReconcileError, match=r"ML\.txt:4: «Q3703» is not the number of a place in GeoNames"):
        read_things(path)


def test_a_file_that_is_not_there_and_a_graph_that_is_none_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReconcileError, match=r"absent\.csv: cannot be read: no such file"):
        read_things(tmp_path / "absent.csv")
    with pytest.raises(GraphError, match=r"a\.ttl:1"):
        read_things(written(tmp_path, "a.ttl", "<a> <b"))
    point = '<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "A" ; <http://www.w3.org/2003/01/geo/wgs84_pos#lat> "N" .'
    with pytest.raises(ReconcileError, match=r"b\.ttl: <urn:a>: «N» is not a latitude"):
        read_things(written(tmp_path, "b.ttl", point))


@settings(max_examples=200)
@given(data=st.binary(max_size=200), form=st.sampled_from([None, *FORMS]))
def test_bytes_of_any_kind_are_places_or_an_error_of_ours(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, form: str | None
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    found, told = [], ""
    try:
        found = read_things(path, form)
    except TestimoniaError as error:
        told = str(error)
    assert bool(found) != ("any.txt" in told)
    assert all(thing.name for thing in found)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\t\n\r\x00"), max_size=12)


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(["Q1", "Q2", "urn:x", "7", ""]), CELLS, CELLS, CELLS), max_size=5))
def test_a_table_of_any_cells_is_read_or_refused_by_line(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "cells.tsv"
    lines = ["id\tname\tlatitude\tpopulation", *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    found, told = [], ""
    try:
        found = read_things(path)
    except ReconcileError as error:
        told = str(error)
    assert bool(found) != ("cells.tsv" in told)
    assert len({thing.id for thing in found}) == len(found)
    assert all(thing.latitude is None or abs(thing.latitude) <= 90 for thing in found)
