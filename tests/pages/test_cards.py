"""What pages tell search engines: words of schema.org that exist, about what the graph says, nothing that can break out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from rdflib.namespace import SDO

from testimonia.files import write_whole
from testimonia.graphs import read_graph
from testimonia.publish import publish_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from testimonia.pipeline import Built

CARD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HOSTILE = '</script><script>alert(1)</script> & "quoted" \u202e'


@pytest.fixture(scope="module")
def site(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cards")
    publish_site(read_graph(checkout / "output"), folder, write_whole)
    return folder


def cards(page: Path) -> list[Any]:
    return [json.loads(one) for one in CARD.findall(page.read_text(encoding="utf-8"))]


def card(page: Path) -> dict[str, Any]:
    """The card in schema.org; pages of concepts also carry their triples."""
    (found,) = [
        one for one in cards(page) if isinstance(one, dict) and "https://schema.org" in one["@context"]
    ]
    assert isinstance(found, dict)
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(each)


def test_every_page_has_a_card_whose_words_schema_org_knows(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        for node in nodes({name: each for name, each in card(page).items() if name != "@context"}):
            types = node.get("@type", [])
            words = {*node, *(types if isinstance(types, list) else [types])}
            for word in words:
                assert word.startswith(("@", "tm:")) or word in SDO, (page, word)


def test_no_card_says_nothing(site: Path) -> None:
    for page in site.rglob("*.html"):
        for node in nodes(card(page)):
            assert not [name for name, value in node.items() if value in ("", None, [], {})], page


def test_the_card_of_an_event_tells_when_where_and_what_is_claimed(site: Path) -> None:
    told = card(site / "kg/event/battle-of-akabar-2018.html")
    assert told["@type"] == ["Event", "tm:ConflictEvent"]
    assert (told["startDate"], told["endDate"]) == ("2018-04-01", "2018-04-01")
    assert told["location"]["name"]
    assert {one["@type"] for one in [told["isBasedOn"][0]] for one in [{"@type": one["@type"][0]}]} == {
        "Article"
    }
    said = {one["text"]: one for one in told["subjectOf"]}
    claim = said["30 to 40 jihadists had been killed"]
    assert (claim["name"], claim["tm:minValue"], claim["tm:maxValue"]) == ("30–40 killed", 30, 40)
    assert claim["datePublished"] == "2018-04-23"
    assert [one["name"] for one in claim["author"]] == ["leader of the MSA"]


def test_actors_and_places_are_what_they_are(site: Path) -> None:
    assert card(site / "kg/actor/france.html")["@type"] == ["Country", "tm:Actor"]
    kinds = {card(page)["@type"][0] for page in (site / "kg/person").rglob("*.html")}
    assert kinds == {"Person"}
    assert {card(page)["@type"][0] for page in (site / "kg/place").rglob("*.html")} == {"Place"}


def test_the_card_of_the_data_names_files_that_are_there(site: Path) -> None:
    told = card(site / "data.html")
    assert told["@type"] == "Dataset"
    assert 50 <= len(told["description"]) <= 5000, "what search engines for data sets take"
    for one in told["distribution"]:
        data = (site / one["contentUrl"]).read_bytes()
        assert one["contentSize"] == f"{len(data)} B"


def test_what_means_harm_stays_words(built: Built, tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    words = json.dumps(HOSTILE, ensure_ascii=False)
    graph.write_text(built.files["nq"].decode().replace('"Battle of Akabar"', words), encoding="utf-8")
    publish_site(read_graph(graph), tmp_path / "site", write_whole)
    page = tmp_path / "site/kg/event/battle-of-akabar-2018.html"
    assert card(page)["name"] == HOSTILE
    assert "<script>alert" not in page.read_text(encoding="utf-8")
