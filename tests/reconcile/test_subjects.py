"""What of ours is looked for, with what is known of it, and how a service is asked for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, Store

from testimonia.errors import ReconcileError
from testimonia.manners import Manners
from testimonia.pipeline import Built, Options, build_article
from testimonia.reconcile.client import (
    KINDS,
    Profile,
    Service,
    Settings,
    Subject,
    choose_profile,
    find_candidates,
    read_profile,
    subjects_of,
)
from testimonia.reconcile.client.cache import Cache
from testimonia.reconcile.client.manifest import read_manifest
from testimonia.reconcile.client.model import Entity, Query
from testimonia.reconcile.client.subjects import Known

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Gazetteer

KG = "https://w3id.org/testimonia/kg/"
ARTICLE = """{{Infobox military conflict
| conflict = Battle of Kel
| partof = the [[River War]]
| date = 4 May 1612
| place = [[Kel (town)|Kel]], Orrland
| coordinates = {{coord|12|30|N|3|15|W}}
| combatant1 = [[Alder Guard]]
| combatant2 = [[Hill Riders]]
| commander1 = [[Ann Roe]]
| casualties1 = 9 killed
}}
The '''Battle of Kel''' was fought on 4 May 1612 near Kel. The Alder Guard said that nine guards had been killed.
"""


def store_of(built: Built) -> Store:
    store = Store()
    store.bulk_load(built.files["nq"], RdfFormat.N_QUADS)
    return store


@pytest.fixture(scope="module")
def kel() -> dict[str, Subject]:
    """The subjects of a small battle, by kind and label."""
    built = build_article(ARTICLE.encode(), "kel.txt", Options(formats=("nquads",)))
    return {f"{one.kind} {one.label}": one for one in subjects_of(store_of(built))}


@pytest.fixture(scope="module")
def akabar(built: Built) -> dict[str, Subject]:
    """The subjects of the example, by kind and label."""
    return {f"{one.kind} {one.label}": one for one in subjects_of(store_of(built))}


def words(subject: Subject) -> dict[str, str]:
    return {name: "; ".join(one.words for one in values) for name, values in subject.values}


@pytest.mark.parametrize(
    ("name", "narrower", "known"),
    [
        (
            "event Battle of Kel",
            "battle",
            {
                "date": "1612-05-04", "start": "1612-05-04", "year": "1612", "place": "Kel", "country": "Orrland",
                "coordinates": "12.5,-3.25", "latitude": "12.5", "longitude": "-3.25", "part_of": "River War",
            },
        ),
        (
            "place Kel",
            "",
            {
                "within": "Orrland", "chain": "Orrland", "country": "Orrland", "coordinates": "12.5,-3.25",
                "latitude": "12.5", "longitude": "-3.25", "wikipedia": "Kel (town)",
            },
        ),
        ("place Orrland", "", {}),
        ("event River War", "war", {"wikipedia": "River War"}),
        ("actor Ann Roe", "person", {"wikipedia": "Ann Roe"}),
    ],
)  # fmt: skip
def test_a_subject_carries_what_tells_it_from_its_namesakes(
    name: str, narrower: str, known: dict[str, str], kel: dict[str, Subject]
) -> None:
    assert (kel[name].narrower, words(kel[name])) == (narrower, known)


def test_an_actor_carries_kind_country_and_other_names(akabar: dict[str, Subject]) -> None:
    staff = akabar["actor French general staff"]
    assert (staff.narrower, words(staff)) == ("state_force", {"member_of": "France", "country": "France"})
    gatia = akabar["actor Imghad Tuareg Self-Defense Group and Allies"]
    assert words(gatia) == {"alias": "GATIA", "acronym": "GATIA"}
    assert words(akabar["actor Bruno Guibert"])["office"] == "commander-in-chief of Operation Barkhane"


def test_described_groups_are_nobody_elsewhere(akabar: dict[str, Subject], built: Built) -> None:
    assert b"/group/" in built.files["nq"]
    assert not [one for one in akabar.values() if "/group/" in one.iri]


def test_each_subject_comes_with_a_sentence_of_an_article_that_names_it(akabar: dict[str, Subject]) -> None:
    msa = akabar["actor Movement for the Salvation of Azawad"]
    assert msa.article == "Battle of Akabar"
    assert "MSA" in msa.sentence
    assert not msa.sentence.startswith("-")  # prose goes before a line of the infobox
    assert akabar["place Menaka Cercle"].sentence == "- Place: Akabar, Menaka Cercle, Mali"


def test_places_come_first_because_they_help_to_tell_events_apart(akabar: dict[str, Subject]) -> None:
    kinds = [one.kind for one in akabar.values()]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert {"place", "actor", "event"} == set(kinds)


def test_only_the_kinds_that_are_wanted_are_given(built: Built) -> None:
    assert {one.kind for one in subjects_of(store_of(built), ["event"])} == {"event"}


WIKIDATA = read_manifest(
    {
        "name": "Wikidata",
        "versions": ["0.2"],
        "identifierSpace": "http://www.wikidata.org/entity/",
        "schemaSpace": "http://www.wikidata.org/prop/direct/",
    }
)


def test_wikidata_is_asked_in_its_own_words(kel: dict[str, Subject]) -> None:
    profile = choose_profile(WIKIDATA, "https://wikidata.reconci.link/en/api")
    linked = {
        f"{KG}place/kel": "http://www.wikidata.org/entity/Q77",
        kel["event River War"].iri: "https://o.example/1",
    }
    assert profile.query(kel["event Battle of Kel"], WIKIDATA, linked, 5) == Query(
        "Battle of Kel",
        ("Q178561",),
        (
            ("P585@isodate|P580@isodate", ("1612-05-04",)),
            ("P585@year|P580@year", ("1612",)),
            ("P276", (Entity("Q77", "Kel"),)),  # linked before, so it goes as the very item
            ("P17", ("Orrland",)),
            ("P625", ("12.5,-3.25",)),
            ("P361|P607", ("River War",)),  # linked to another data set, which helps nothing here
        ),
        5,
    )


def test_a_kind_without_a_narrower_type_is_asked_by_the_general_one(kel: dict[str, Subject]) -> None:
    profile = choose_profile(WIKIDATA, "")
    skirmish = replace(kel["event Battle of Kel"], narrower="clashes")
    assert profile.query(skirmish, WIKIDATA, {}, 5).types == ("Q1190554",)


def test_another_service_is_asked_by_names_alone(kel: dict[str, Subject]) -> None:
    manifest = read_manifest({"name": "x", "identifierSpace": "https://g.example/"})
    profile = choose_profile(manifest, "https://g.example/api")
    assert profile.query(kel["event Battle of Kel"], manifest, {}, 2) == Query("Battle of Kel", limit=2)


@pytest.mark.parametrize(
    "said",
    [
        {"name": "x", "identifierSpace": "https://k.example/", "schemaSpace": "https://w3id.org/testimonia/ontology#"},
        {"name": "Testimonia", "view": {"url": "https://k.example/{+id}"}},  # all that 1.0-draft tells
    ],
)  # fmt: skip
def test_our_own_service_is_known_by_its_schema_or_name(
    said: dict[str, Any], kel: dict[str, Subject]
) -> None:
    manifest = read_manifest(said)
    query = choose_profile(manifest, "http://127.0.0.1/").query(kel["place Kel"], manifest, {}, 5)
    assert (query.types, query.properties) == (("Place",), (("within", ("Orrland",)),))


PROFILE = """
name = "A gazetteer"
prefix = "gaz"
entity = "https://gaz.example/{id}/"
spaces = ["https://gaz.example/"]
batch = 4
[place.types]
any = ["town", "village"]
[place.properties]
within = "in"
coordinates = "point"
"""


def test_a_profile_of_ones_own_is_a_file(tmp_path: Path, kel: dict[str, Subject]) -> None:
    (tmp_path / "gaz.toml").write_text(PROFILE, encoding="utf-8")
    profile = read_profile(tmp_path / "gaz.toml")
    manifest = read_manifest({"name": "x", "identifierSpace": "https://gaz.example/"})
    linked = {f"{KG}place/orrland": "https://gaz.example/9/"}
    query = profile.query(kel["place Kel"], manifest, linked, 5)
    assert query.types == ("town", "village")
    assert query.properties == (("in", (Entity("9", "Orrland"),)), ("point", ("12.5,-3.25",)))
    assert profile.batch == 4


def test_of_several_values_wikidata_gets_the_one_that_is_linked_else_the_first(
    kel: dict[str, Subject],
) -> None:
    wars = (Known("River War", f"{KG}event/river-war"), Known("Hill War", f"{KG}event/hill-war"))
    battle = replace(kel["event Battle of Kel"], values=(("part_of", wars),))
    profile = choose_profile(WIKIDATA, "")
    assert profile.query(battle, WIKIDATA, {}, 5).properties == (("P361|P607", ("River War",)),)
    linked = {f"{KG}event/hill-war": "http://www.wikidata.org/entity/Q9"}
    assert profile.query(battle, WIKIDATA, linked, 5).properties == (
        ("P361|P607", (Entity("Q9", "Hill War"),)),
    )
    several = replace(profile, one_value=False).query(battle, WIKIDATA, {}, 5)
    assert several.properties == (("P361|P607", ("River War", "Hill War")),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("one_value = 1", r"own\.toml: one_value = 1: true or false is needed"),
        ("name = ", r"own\.toml: is not TOML: Invalid value"),
        ("nam = 'x'", r"own\.toml: «nam» is not known; there are actor, addresses, batch, entity, event, name"),
        ("name = 7", r"own\.toml: «name» is no text"),
        ("spaces = 'x'", r"own\.toml: «spaces» is no list of texts"),
        ("batch = 0", r"own\.toml: batch = 0: a whole number from 1 upwards is needed"),
        ("entity = 'https://x.example/'", r"own\.toml: entity = «https://x\.example/»: an IRI with \{id\} in it"),
        ("place = 'x'", r"own\.toml: «place» is no table"),
        ("[place]\ntype = {}", r"own\.toml: «place\.type» is not known; there are properties, types"),
        ("[place.types]\nany = 7", r"own\.toml: «place\.types\.any» is no list of texts"),
        ("[actor.properties]\ndate = 'P585'", r"own\.toml: «actor\.properties\.date» is not known; there are acronym, alias"),
    ],
)  # fmt: skip
def test_a_profile_that_is_none_is_told_with_its_words(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReconcileError, match=message):
        read_profile(tmp_path / "own.toml")


def test_a_profile_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReconcileError, match=r"none\.toml: cannot be read: no such file"):
        read_profile(tmp_path / "none.toml")


def test_candidates_come_by_score_with_their_iris(gazetteer: Gazetteer, kel: dict[str, Subject]) -> None:
    gazetteer.knows("Kel", 20, 90, 50)
    service = Service(gazetteer.address, Settings("0", Manners(pause=0.01)), Cache(), lambda _: None)
    subjects = [kel["place Kel"], kel["place Orrland"]]
    first, second = find_candidates(subjects, service, Profile(), {}, 2)
    assert [offer.iri for offer in first.offers] == [f"{WIKIDATA.space}Q01", f"{WIKIDATA.space}Q02"]
    assert (second.subject.label, second.offers) == ("Orrland", ())


def test_a_thing_is_no_candidate_of_itself(gazetteer: Gazetteer, kel: dict[str, Subject]) -> None:
    gazetteer.manifest["identifierSpace"] = f"{KG}place/"
    gazetteer.known["Kel"] = [
        {"id": "kel", "name": "Kel", "score": 100},
        {"id": "other", "name": "Kel", "score": 9},
    ]
    service = Service(gazetteer.address, Settings("0", Manners(pause=0.01)), Cache(), lambda _: None)
    (found,) = find_candidates([kel["place Kel"]], service, Profile(), {}, 5)
    assert [offer.candidate.id for offer in found.offers] == ["other"]


@pytest.mark.parametrize(("wanted", "sizes"), [(None, [2, 1]), (3, [3])])
def test_a_profile_knows_better_than_the_manifest_and_the_user_best(
    wanted: int | None, sizes: list[int], gazetteer: Gazetteer, kel: dict[str, Subject]
) -> None:
    gazetteer.manifest["batchSize"] = 50
    settings = Settings("0", Manners(pause=0.01), batch=wanted)
    service = Service(gazetteer.address, settings, Cache(), lambda _: None)
    subjects = [kel[name] for name in ("place Kel", "place Orrland", "event River War")]
    list(find_candidates(subjects, service, Profile(batch=2), {}, 5))
    assert [len(batch) for batch in gazetteer.batches] == sizes
