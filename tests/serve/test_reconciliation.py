"""The reconciliation service as clients meet it: over HTTP, in all versions, and with bad intent."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Server = Any
EVENT = "event/battle-of-akabar-2018"
VERSIONS = ("0.1", "0.2", "1.0-draft")


def form(server: Server, path: str = "/reconcile", **parameters: Any) -> Any:
    """Post a form, as OpenRefine does, and give the JSON that comes back."""
    written = {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()
    }
    got = server.ask(
        path,
        "POST",
        urlencode(written).encode(),
        Content_Type="application/x-www-form-urlencoded; charset=UTF-8",
    )
    assert (got.status, got.media) == (200, "application/json"), got.text
    return json.loads(got.body)


def posted(server: Server, path: str, body: Any) -> Any:
    """Post JSON, as the draft of 1.0 does."""
    got = server.ask(path, "POST", json.dumps(body).encode(), Content_Type="application/json")
    assert (got.status, got.media) == (200, "application/json"), got.text
    return json.loads(got.body)


def test_a_misspelt_name_with_its_date_is_a_match(server: Server) -> None:
    query = {
        "query": "Batle of Akabbar",
        "type": "ConflictEvent",
        "properties": [{"pid": "date", "v": "1 April 2018"}, {"pid": "place", "v": "Akabar"}],
    }
    (first, *_) = form(server, queries={"q0": query})["q0"]["result"]
    assert (first["id"], first["match"]) == (EVENT, True)
    assert first["description"] == "battle; 1 April 2018; Akabar, Menaka Cercle, Mali"
    features = {feature["id"]: feature["value"] for feature in first["features"]}
    assert list(features) == ["name_similarity", "date_agreement", "place_agreement", "type_match"]
    assert list(features.values())[1:] == [100.0, 100.0, True]
    assert 85 < features["name_similarity"] < 100
    assert first["score"] == pytest.approx(
        (features["name_similarity"] + 0.4 * 100 + 0.4 * 100) / 1.8, abs=0.01
    )


def test_every_key_of_a_batch_is_answered_also_without_candidates(server: Server) -> None:
    names = {f"q{number}": {"query": words} for number, words in enumerate(("Akabar", "zzzz", "", "MSA"))}
    found = form(server, queries=names)
    assert list(found) == list(names)
    assert [bool(found[key]["result"]) for key in names] == [True, False, False, True]


def test_get_and_post_give_the_same(server: Server) -> None:
    queries = json.dumps({"a": {"query": "Akabar"}})
    got = server.ask(f"/reconcile?queries={quote(queries)}")
    assert json.loads(got.body) == form(server, queries=queries)
    single = json.loads(server.ask(f"/reconcile?query={quote('Akabar')}").body)
    assert single == json.loads(got.body)["a"]


def test_columns_of_claims_stay_in_step(server: Server) -> None:
    wanted = ["date", "place", "killed.low", "killed.high", "killed.claimant", "killed.quote"]
    found = form(server, extend={"ids": [EVENT], "properties": [{"id": name} for name in wanted]})
    row = found["rows"][EVENT]
    assert row["date"] == [{"str": "2018-04-01"}]
    assert row["place"] == [{"id": "place/akabar", "name": "Akabar"}]
    told = list(zip(*(row[name] for name in wanted[2:]), strict=True))
    assert (
        {"int": 30},
        {"int": 40},
        {"id": "person/battle-of-akabar-2018/leader-of-the-msa", "name": "leader of the MSA"},
        {"str": "30 to 40 jihadists had been killed"},
    ) in told
    assert (
        {"int": 20},
        {"int": 30},
        {"str": "France | Movement for the Salvation of Azawad"},
        {"str": "20-30 killed"},
    ) in told
    assert [column["name"] for column in found["meta"]][2:4] == ["killed: low", "killed: high"]


def test_the_draft_asks_with_conditions(server: Server) -> None:
    name = {"matchType": "name", "propertyValue": "Akabar"}
    event = {
        "matchType": "property",
        "propertyId": "place",
        "propertyValue": {"id": "place/akabar"},
        "required": True,
    }
    found = posted(
        server, "/reconcile/match", {"queries": [{"conditions": [name]}, {"conditions": [name, event]}]}
    )
    place, battle = (result["candidates"] for result in found["results"])
    assert (place[0]["id"], place[0]["match"]) == ("place/akabar", True)
    assert [one["id"] for one in battle] == [EVENT]
    rows = posted(server, "/reconcile/extend", {"ids": [EVENT], "properties": [{"id": "start"}]})["rows"]
    values = [{"date": "2018-04-01T00:00:00Z"}]
    assert rows == [{"id": EVENT, "properties": [{"id": "start", "values": values}]}]


def test_a_version_is_asked_for_by_header_or_address(server: Server) -> None:
    usual = json.loads(server.ask("/reconcile").body)
    assert usual["versions"] == ["0.2", "0.1", "1.0-draft"]
    assert "service_path" in usual["suggest"]["entity"]
    for accept in ("application/json; version=1.0-draft", 'application/json;version="1.0-draft", */*;q=0.1'):
        draft = server.ask("/reconcile", Accept=accept)
        assert "accept" in draft.headers["vary"].lower()
        assert json.loads(draft.body)["suggest"] == {"entity": True, "property": True, "type": True}
    got = server.ask("/reconcile", Accept="application/json; version=7")
    assert (got.status, json.loads(got.body)["message"]) == (
        406,
        "The manifest is written as 0.2, 0.1, 1.0-draft.",
    )
    told = {version: json.loads(server.ask(f"/reconcile/{version}").body) for version in VERSIONS}
    assert [told[version].get("versions") for version in VERSIONS] == [None, ["0.2"], ["1.0-draft"]]


def test_the_addresses_of_the_manifest_lead_somewhere(server: Server) -> None:
    told = json.loads(server.ask("/reconcile").body)
    root = f"http://127.0.0.1:{server.port}"
    here = [
        told["view"]["url"].replace("{{id}}", EVENT),
        told["view"]["url"].replace("{{id}}", quote(EVENT, safe="")),
        told["preview"]["url"].replace("{{id}}", quote(EVENT, safe="")),
        told["logo"],
        told["documentation"],
        told["feature_view"]["url"].replace("{{id}}", "date_agreement").partition("#")[0],
        told["extend"]["propose_properties"]["service_url"]
        + told["extend"]["propose_properties"]["service_path"],
    ]
    examples = {"entity": EVENT, "type": "battle", "property": "killed.low"}
    for kind, name in examples.items():
        service = told["suggest"][kind]
        here.append(service["service_url"] + service["service_path"] + "?prefix=a")
        here.append(
            service["flyout_service_url"] + service["flyout_service_path"].replace("${id}", quote(name))
        )
    for address in here:
        assert address.startswith(root)
        assert server.ask(address.removeprefix(root)).status in {200, 303}, address
    assert 'id="date_agreement"' in server.ask("/reconcile/about").text


def test_suggestions_go_on_as_the_words_do(server: Server) -> None:
    def names(kind: str, **given: str) -> list[str]:
        got = json.loads(server.ask(f"/reconcile/suggest/{kind}?{urlencode(given)}").body)
        return [one["name"] for one in got["result"]]

    assert names("entity", prefix="battle of ak", type="ConflictEvent")[0] == "Battle of Akabar"
    assert names("entity", prefix=EVENT)[0] == "Battle of Akabar"
    assert names("entity", prefix="https://w3id.org/testimonia/kg/actor/mali")[0] == "Mali"
    every = names("entity", prefix="m", limit="4")
    assert names("entity", prefix="m", limit="2", offset="2") == every[2:]
    assert names("type", prefix="armed") == ["armed group"]
    assert names("type", prefix="ArmedGroup") == ["armed group"]
    assert names("property", prefix="part")[0] == "part of"
    assert len(names("property", prefix="", limit="7")) == 7


def test_properties_are_proposed_for_a_type(server: Server) -> None:
    got = json.loads(server.ask("/reconcile/extend/propose?type=battle&limit=20").body)
    assert (got["type"], got["limit"], len(got["properties"])) == ("battle", 20, 20)
    names = [one["id"] for one in got["properties"]]
    assert names[:4] == ["date", "start", "end", "place"]
    assert "killed.low" in names
    places = [
        one["id"] for one in json.loads(server.ask("/reconcile/extend/propose?type=Place").body)["properties"]
    ]
    assert "within" in places
    assert "date" not in places


def test_browsers_of_all_sites_may_ask_by_cors_and_by_script(server: Server) -> None:
    got = server.ask("/reconcile", Origin="https://refine.example.org")
    assert got.headers["access-control-allow-origin"] == "*"
    got = server.ask(
        "/reconcile/match", "OPTIONS", Origin="https://a.example.org",
        Access_Control_Request_Method="POST", Access_Control_Request_Headers="content-type",
    )  # fmt: skip
    assert got.status == 200
    for path in (
        "/reconcile?",
        "/reconcile/suggest/entity?prefix=mali&",
        "/reconcile/flyout/type?id=battle&",
    ):
        plain = json.loads(server.ask(path.rstrip("&?")).body)
        got = server.ask(f"{path}callback=jQuery_17.cb$1")
        assert got.media == "text/javascript"
        assert got.headers["x-content-type-options"] == "nosniff"
        match = re.fullmatch(r"/\*\*/jQuery_17\.cb\$1\((.*)\);", got.text)
        assert match
        assert json.loads(match[1]) == plain


@pytest.mark.parametrize(
    "callback",
    ["", "alert(1)", "a;b", "a b", "<script>", "a.", ".a", "1a", "a\n", "ä", "a[0]", "x" * 200, "a//"],
)
def test_a_callback_that_is_no_name_is_refused(server: Server, callback: str) -> None:
    got = server.ask(f"/reconcile?{urlencode({'callback': callback})}")
    assert (got.status, got.media) == (400, "application/json")
    assert json.loads(got.body)["message"] == "The callback has to be the name of a function."


def test_what_labels_hold_is_never_markup(server: Server) -> None:
    hostile = "event/battle-of-red-ford-2018"
    preview = server.ask(f"/reconcile/preview?id={hostile}")
    flyout = server.ask(f"/reconcile/flyout/entity?id={hostile}")
    for words in (preview.text, json.loads(flyout.body)["html"]):
        assert "<script>" not in words
        assert "&lt;script&gt;" in words
    queries = json.dumps({"</script>\u2028": {"query": "Mali"}})
    script = server.ask(f"/reconcile?callback=f&queries={quote(queries)}")
    assert script.body.isascii()


def test_a_preview_may_be_framed_and_other_pages_may_not(server: Server) -> None:
    preview = server.ask(f"/reconcile/preview?id={EVENT}")
    assert "frame-ancestors *" in preview.headers["content-security-policy"]
    assert "30 and 40 jihadists" in preview.text
    for path in ("/", "/reconcile", "/reconcile/about"):
        assert "frame-ancestors 'none'" in server.ask(path).headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/reconcile/preview?id=event/none", 404, "Nothing is known of «event/none» here."),
        ("/reconcile/preview?id=%20<>", 404, "Nothing is known of « <>» here."),
        ("/reconcile/preview", 404, "Nothing is known of «» here."),
        ("/reconcile/flyout/entity?id=x", 404, "There is no entity «x» here."),
        ("/reconcile/flyout/property?id=x", 404, "There is no property «x» here."),
        ("/reconcile/flyout/anything?id=x", 404, "Suggested are entity, type and property."),
        ("/reconcile/suggest/entity?prefix=a&limit=many", 400, "limit and offset have to be whole numbers."),
        ("/reconcile/match", 405, "JSON is posted to this address."),
        ("/reconcile?queries=[]", 400, "The batch of queries is an array; it has to be an object."),
        (
            "/reconcile/1.0-draft?queries={}",
            400,
            "1.0-draft posts JSON to «match» and «extend» below this address.",
        ),
    ],
)
def test_what_is_refused_is_told_in_a_sentence(server: Server, path: str, status: int, words: str) -> None:
    got = server.ask(path)
    assert (got.status, json.loads(got.body)) == (status, {"status": "error", "message": words})
    assert server.ask(path, Accept="text/html").media == "text/html"


@pytest.mark.parametrize(
    ("path", "body", "media", "status"),
    [
        ("/reconcile", b"", "application/x-www-form-urlencoded", 400),
        ("/reconcile", b"{}", "application/json", 415),
        ("/reconcile", b"queries=%ff", "application/x-www-form-urlencoded", 400),
        ("/reconcile", b"queries=" + b"9" * 400_000, "application/x-www-form-urlencoded", 413),
        ("/reconcile/match", b"\xff{}", "application/json", 400),
        ("/reconcile/match", b"[" * 90_000, "application/json", 400),
        ("/reconcile/match", b"{}", "text/plain", 415),
        ("/reconcile/match", b'{"queries": ' + b"1" * 50_000 + b"}", "application/json", 400),
        ("/reconcile/extend", b'{"ids": [], "properties": NaN}', "application/json", 400),
    ],
)
def test_a_body_that_is_no_question_is_refused(
    server: Server, path: str, body: bytes, media: str, status: int
) -> None:
    got = server.ask(path, "POST", body, Content_Type=media)
    assert got.status == status
    assert json.loads(got.body)["status"] == "error"


def test_a_batch_that_takes_too_long_is_stopped(begin: Callable[..., Server]) -> None:
    server = begin("--seconds", "0.000001")
    body = urlencode({"queries": json.dumps({str(number): {"query": "Akabar"} for number in range(50)})})
    got = server.ask("/reconcile", "POST", body.encode(), Content_Type="application/x-www-form-urlencoded")
    assert got.status == 504
    assert "took longer than 1e-06 seconds" in json.loads(got.body)["message"]
