"""What Wikidata's service would answer: a small one that counts as the program behind it does.

The rules are those of openrefine-wikibase, as its source and documentation tell them: the grammar of paths,
one value a property, the weight of a property, half a score for items without a type, when it is certain. The
items are made up.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from rapidfuzz import fuzz

from testimonia.cli import main
from testimonia.links import read_links
from testimonia.reconcile.client.manifest import read_manifest
from testimonia.reconcile.client.profile import choose_profile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from testimonia.links import Link

    from .conftest import Answer, Gazetteer, Json

STEP = r"(?:P\d+(?:_P\d+)?|qid|[LDA][a-z-]+|S[a-z-]+|\.)(?:@[a-z]+)?"
PATH = re.compile(rf"{STEP}(?:/{STEP})*(?:\|{STEP}(?:/{STEP})*)*")
WEIGHT, CERTAIN, LESS_A_PROPERTY, LEAD = 0.4, 95, 5, 10
SUBCLASS = {"Q178561": "Q1190554", "Q198": "Q1190554", "Q532": "Q2221906", "Q6256": "Q2221906"}
MANIFEST: Json = {
    "versions": ["0.1", "0.2"],
    "name": "Wikidata (en)",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
    "defaultTypes": [{"id": "Q35120", "name": "entity"}],
    "view": {"url": "https://www.wikidata.org/wiki/{{id}}"},
}


@dataclass(frozen=True)
class Item:
    """An item: its label, what it is, and its values by property."""

    label: str
    types: tuple[str, ...] = ()
    claims: dict[str, tuple[str, ...]] = field(default_factory=dict)


ITEMS = {
    "Q912": Item("Mali", ("Q6256",)),
    "Q71": Item("Akabar", ("Q532",), {"P17": ("Q912",), "P131": ("Q72",)}),
    "Q72": Item("Ménaka Cercle", ("Q2221906",), {"P17": ("Q912",)}),
    "Q81": Item("Battle of Akabar", ("Q178561",), {"P585": ("1914-04-01",), "P17": ("Q912",)}),
    "Q82": Item("Battle of Akabar", ("Q178561",), {"P585": ("2018-04-01",), "P17": ("Q912",), "P276": ("Q71",), "P361": ("Q91",)}),
    "Q83": Item("Battle of Akabar", ("Q11424",)),
    "Q91": Item("Mali War"),
}  # fmt: skip


def values(path: str, item: str) -> Iterator[str]:
    """Follow a path from an item."""
    for way in path.split("|"):
        ends = [item]
        for step in way.split("/"):
            name, _, part = step.partition("@")
            ends = [value for end in ends if end in ITEMS for value in ITEMS[end].claims.get(name, ())]
            ends = [end[:4] if part == "year" else end for end in ends]
        yield from ends


def alike(words: str, value: str) -> int:
    """Compare as the service does: items by id, or their label by likeness; everything else by equality."""
    if value in ITEMS and not re.fullmatch(r"Q\d+", words):
        return int(fuzz.token_sort_ratio(words.lower(), ITEMS[value].label.lower()))
    return 100 * (words == value)


def answered(query: Json) -> list[Json]:
    """Rank the items of one query."""
    wanted = query.get("type") or []
    wanted = wanted if isinstance(wanted, list) else [wanted]
    asked = [(prop["pid"], _one(prop["v"])) for prop in query.get("properties", [])]
    found: list[Json] = []
    bare: list[Json] = []
    for qid, item in ITEMS.items():
        label = alike(query["query"], qid)
        if label < 60 or (
            item.types and wanted and not any({t, SUBCLASS.get(t)} & set(wanted) for t in item.types)
        ):
            continue
        told = {
            pid: max((alike(words, value) for value in values(pid, qid)), default=0) for pid, words in asked
        }
        score = (label + WEIGHT * sum(told.values())) / (1 + WEIGHT * len(asked))
        features = [{"id": name, "value": value} for name, value in {**told, "all_labels": label}.items()]
        types = [{"id": one, "name": one} for one in item.types]
        candidate: Json = {"id": qid, "name": item.label, "type": types, "match": False, "features": features}
        untyped = wanted and not item.types
        (bare if untyped else found).append(candidate | {"score": score / 2 if untyped else score})
    ranked = sorted(found or bare, key=lambda each: (-int(each["score"]), int(each["id"][1:])))
    if ranked:
        second = ranked[1]["score"] if len(ranked) > 1 else 0
        ranked[0]["match"] = ranked[0]["score"] > max(CERTAIN - LESS_A_PROPERTY * len(asked), second + LEAD)
    return ranked[: query.get("limit", 25)]


def _one(value: Any) -> str:
    return str(value["id"]) if isinstance(value, dict) else str(value).strip()


@pytest.fixture
def wikidata(gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> Gazetteer:
    """The service, running."""

    def answer(queries: list[Json]) -> Answer:
        gazetteer.batches.append(queries)
        wrong = [
            prop["pid"]
            for query in queries
            for prop in query.get("properties", [])
            if not PATH.fullmatch(prop["pid"])
        ]
        if wrong:  # it says so with 200
            return (
                200,
                {},
                json.dumps({"status": "error", "message": "invalid query", "details": wrong[0]}).encode(),
            )
        body = {f"q{number}": {"result": answered(query)} for number, query in enumerate(queries)}
        return 200, {}, json.dumps(dict(reversed(body.items()))).encode()

    gazetteer.manifest = MANIFEST
    monkeypatch.setattr(gazetteer, "answer", answer)
    return gazetteer


@pytest.fixture
def asked(wikidata: Gazetteer, checkout: Path, tmp_path: Path) -> Path:
    """The example, built, and all its things asked for."""
    output = tmp_path / "output"
    assert (
        main(
            ["build", str(checkout / "examples" / "battle-of-akabar.txt"), "--output", str(output), "--quiet"]
        )
        == 0
    )
    assert main(["reconcile", str(output), "--service", wikidata.address, "--quiet"]) == 0
    return output


def links(output: Path, thing: str) -> list[Link]:
    table = read_links(output / "links.sssom.tsv")
    return [link for link in table.links if link.subject.endswith(thing)]


def test_every_path_of_the_profile_is_one_that_the_service_can_parse() -> None:
    profile = choose_profile(read_manifest(MANIFEST), "http://127.0.0.1/en/api")
    assert profile.name == "Wikidata"
    paths = [path for kind in profile.properties.values() for path in kind.values()]
    assert len(paths) > 10
    assert [path for path in paths if not PATH.fullmatch(path)] == []


def test_the_battle_of_the_right_day_comes_first_and_what_is_no_event_is_not_offered(asked: Path) -> None:
    first, second = links(asked, "/event/battle-of-akabar-2018")
    assert (first.object.rpartition("/")[2], second.object.rpartition("/")[2]) == ("Q82", "Q81")
    assert (first.score or 0) - (second.score or 0) > LEAD
    assert first.cell("features").startswith("match=1|")
    assert {link.verdict for link in (first, second)} == {"candidate"}


def test_an_item_without_a_type_is_offered_with_half_a_score(asked: Path) -> None:
    (war,) = links(asked, "/event/mali-war")
    assert war.object.endswith("/Q91")
    assert (war.score or 100) <= 50


def test_each_property_is_asked_with_one_value(asked: Path, wikidata: Gazetteer) -> None:
    told = [
        prop["v"] for batch in wikidata.batches for query in batch for prop in query.get("properties", [])
    ]
    assert told
    assert all(isinstance(value, str | dict) for value in told)


def test_a_place_that_was_accepted_goes_along_as_an_item(asked: Path, wikidata: Gazetteer) -> None:
    place = asked / "links.sssom.tsv"
    table = read_links(place)
    accepted = [
        link
        for link in table.links
        if link.subject.endswith("/place/akabar") and link.object.endswith("/Q71")
    ]
    assert len(accepted) == 1
    lines = place.read_text(encoding="utf-8").splitlines()
    columns = next(line for line in lines if line.startswith("subject_id")).split("\t")
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if cells[0] == "kg:place/akabar":
            cells[columns.index("predicate_id")] = "skos:exactMatch"
            cells[columns.index("author_label")], cells[columns.index("mapping_date")] = (
                "Ann Roe",
                "2026-05-31",
            )
            lines[number] = "\t".join(cells)
    place.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["reconcile", str(asked), "--service", wikidata.address, "--quiet"]) == 0
    told = [
        prop
        for query in wikidata.batches[-1]
        for prop in query.get("properties", [])
        if prop["pid"] == "P276"
    ]
    assert told == [{"pid": "P276", "v": {"id": "Q71", "name": "Akabar"}}]
    first, second = links(asked, "/event/battle-of-akabar-2018")
    assert "P276=100" in first.cell("features")
    assert "P276=0" in second.cell("features")
