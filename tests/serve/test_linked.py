"""Linked data: every IRI of the data answers, as a page to people and as a file to programs."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse

from testimonia.graphs import read_graph
from testimonia.manners import HOME
from testimonia.vocab import BASE, TM, TMC

Server = Any
EXAMPLE = Path(__file__).resolve().parents[2] / "output" / "battle-of-akabar.nq"


def _claim(proposition: str) -> str:
    """The path of the example's claim that says this, wherever its IRI comes to be minted."""
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if "ontology#propositionText> " in line and proposition in line)
    return "kg/" + line.split(">")[0].removeprefix(f"<{BASE}")


CLAIM = _claim("Between 30 and 40 jihadists were killed.")
FORMS = {
    "text/turtle": ("ttl", RdfFormat.TURTLE),
    "application/ld+json": ("jsonld", RdfFormat.JSON_LD),
    "application/n-triples": ("nt", RdfFormat.N_TRIPLES),
    "application/trig": ("trig", RdfFormat.TRIG),
}


@pytest.mark.parametrize("media", FORMS)
def test_an_iri_leads_to_its_file(media: str, server: Server) -> None:
    suffix, form = FORMS[media]
    see = server.ask(f"/{CLAIM}", Accept=media)
    assert (see.status, see.headers["location"]) == (303, f"/data/{CLAIM}.{suffix}")
    assert "Accept" in see.headers["vary"]
    got = server.ask(see.headers["location"])
    assert (got.status, got.media) == (200, media)
    about = NamedNode(BASE + CLAIM.removeprefix("kg/"))
    said = {(q.predicate.value, str(q.object)) for q in parse(got.body, form) if q.subject == about}
    assert (f"{TM}measure", f"<{TMC}killed>") in said
    assert f'<{about.value}>; rel="describes"' in got.headers["link"]


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", f"/page/{CLAIM}"),
        ("", f"/page/{CLAIM}"),
        ("application/json", f"/data/{CLAIM}.jsonld"),
        ("text/turtle;q=0.5, application/ld+json;q=0.6, text/html;q=0.1", f"/data/{CLAIM}.jsonld"),
        ("text/*;q=0.3, text/html;q=0, oops;q=many", f"/data/{CLAIM}.ttl"),
    ],
)
def test_the_form_is_chosen_by_quality(accept: str, place: str, server: Server) -> None:
    assert server.ask(f"/{CLAIM}", Accept=accept).headers["location"] == place


def test_a_form_that_is_not_served_is_told_with_the_list(server: Server) -> None:
    got = server.ask(f"/{CLAIM}", Accept="image/png")
    assert got.status == 406
    assert "text/turtle" in got.text
    assert "application/ld+json" in got.text


def test_every_iri_of_the_data_answers(kept: Path, server: Server) -> None:
    """Of each kind one, parts too; what is never a subject says so."""
    store = read_graph(kept)
    subjects = {q.subject.value.partition("#")[0] for q in store if isinstance(q.subject, NamedNode)}
    kinds: dict[str, list[str]] = {}
    for iri in sorted(subjects):
        kinds.setdefault(re.sub(r"[\d-]+$|[^/]+$", "", iri.removeprefix(BASE)), []).append(iri)
    assert len(kinds) > 15
    for iris in kinds.values():
        path = "/kg/" + iris[0].removeprefix(BASE)
        see = server.ask(path, Accept="text/turtle")
        assert see.status == 303, path
        found = list(parse(server.ask(see.headers["location"]).body, RdfFormat.TURTLE))
        assert NamedNode(iris[0]) in {quad.subject for quad in found}, path
        assert server.ask(path.replace("/kg/", "/page/kg/", 1)).status == 200


def test_a_file_tells_the_parts_and_who_points_here(server: Server) -> None:
    found = list(parse(server.ask(f"/data/{CLAIM}.nt").body, RdfFormat.N_TRIPLES))
    iri = BASE + CLAIM.removeprefix("kg/")
    assert any(q.subject.value == f"{iri}#quantity" and q.predicate.value == f"{TM}minValue" for q in found)
    assert any(q.predicate.value == f"{TM}leftClaim" and str(q.object) == f"<{iri}>" for q in found)


def test_trig_tells_which_revision_says_it(server: Server) -> None:
    store = Store()
    store.load(server.ask(f"/data/{CLAIM}.trig").body, RdfFormat.TRIG)
    assert {graph.value for graph in store.named_graphs()} == {
        f"{BASE}article/battle-of-akabar/rev/316224051f4b",
        f"{BASE}article/battle-of-akabar/rev/316224051f4b/comparisons",
    }
    assert not list(store.quads_for_pattern(None, None, None, DefaultGraph()))


@pytest.mark.parametrize("path", ["/ontology", "/concept/killed", "/concept/measures"])
def test_the_words_of_the_ontology_answer_too(path: str, server: Server) -> None:
    see = server.ask(path, Accept="text/turtle")
    if see.status == 404:
        assert path == "/concept/measures"  # a scheme has whatever IRI the ontology gives it
        return
    assert see.status == 303
    assert b"killed" in server.ask(see.headers["location"]).body
    assert "killed" in server.ask(f"/page{path}").text


@pytest.mark.parametrize("path", [f"/page/{CLAIM}", f"/data/{CLAIM}.ttl", "/", "/query", "/static/style.css"])
def test_what_has_not_changed_is_not_sent_again(path: str, server: Server) -> None:
    got = server.ask(path)
    tag, changed = got.headers["etag"], got.headers["last-modified"]
    for headers in (
        {"If_None_Match": tag},
        {"If_None_Match": f'"other", W/{tag}'},
        {"If_None_Match": "*"},
        {"If_Modified_Since": changed},
    ):
        again = server.ask(path, **headers)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == tag
    assert server.ask(path, If_None_Match='"other"', If_Modified_Since=changed).status == 200


@pytest.mark.parametrize("path", [f"/{CLAIM}", f"/page/{CLAIM}", f"/data/{CLAIM}.jsonld", "/", "/sparql"])
def test_head_tells_the_same_without_a_body(path: str, server: Server) -> None:
    got, head = server.ask(path, Accept="text/turtle"), server.ask(path, "HEAD", Accept="text/turtle")
    assert (head.status, head.body) == (got.status, b"")
    same = {"content-type", "etag", "location", "vary", "content-length"} & got.headers.keys()
    assert {name: head.headers[name] for name in same} == {name: got.headers[name] for name in same}


@pytest.mark.parametrize(
    "path",
    ["/kg/event/nowhere", "/nothing", "/page/kg/event/nowhere", "/data/kg/event/nowhere.ttl", "/static/x"],
)
def test_what_is_not_known_is_told_in_a_sentence(path: str, server: Server) -> None:
    got = server.ask(path)
    assert got.status == 404
    assert got.text.endswith(".\n" if got.media == "text/plain" else "</html>")
    page = server.ask(path, Accept="text/html")
    assert (page.status, page.media) == (404, "text/html")


def test_a_page_shows_the_sentence_with_the_words_marked(server: Server) -> None:
    got = server.ask(f"/page/{CLAIM}")
    assert "<h1><bdi>Between 30 and 40 jihadists were killed.</bdi></h1>" in got.text
    assert "<mark>30 to 40 jihadists had been killed</mark>" in got.text
    assert (
        "<b><bdi>leader of the MSA</bdi></b>, for <bdi>Movement for the Salvation of Azawad</bdi>" in got.text
    )
    assert "<b>contradicts</b>" in got.text


def test_a_page_names_its_files_and_holds_its_triples(server: Server) -> None:
    got = server.ask(f"/page/{CLAIM}")
    for media, (suffix, _) in FORMS.items():
        assert f'<link rel="alternate" type="{media}" href="/data/{CLAIM}.{suffix}">' in got.text
        assert f'</data/{CLAIM}.{suffix}>; rel="alternate"; type="{media}"' in got.headers["link"]
    inside, _ = re.findall(r'<script type="application/ld\+json">(.*?)</script>', got.text, re.DOTALL)
    embedded = {q.triple for q in parse(json.dumps(json.loads(inside)), RdfFormat.JSON_LD)}
    assert embedded
    assert embedded <= {q.triple for q in parse(server.ask(f"/data/{CLAIM}.nt").body, RdfFormat.N_TRIPLES)}


def test_the_first_page_lists_the_events(server: Server) -> None:
    got = server.ask("/")
    assert '<a href="/kg/event/battle-of-akabar-2018"><bdi>Battle of Akabar</bdi></a>' in got.text
    assert server.ask("/?page=2").status == 404
    assert server.ask("/?page=one").status == 404


def test_the_page_to_ask_on_holds_the_questions_and_prefixes(server: Server) -> None:
    got = server.ask("/query")
    (papers,) = re.findall(r'<script type="application/json" id="papers">(.*?)</script>', got.text, re.DOTALL)
    found = json.loads(papers)
    assert {query["name"] for query in found["queries"]} >= {"claims", "conflicts", "events"}
    assert found["prefixes"]["tm"] == TM
    assert "//" not in re.sub(
        r"https?://www\.w3\.org/\S*",
        "",
        re.sub(r"<script.*?</script>|https://creativecommons\S*", "", got.text, flags=re.DOTALL),
    )


HOSTILE_PATHS = [
    "/../../../../etc/passwd",
    "/kg/%2e%2e/%2e%2e/etc/passwd",
    "/static/..%2f..%2fapp.py",
    "/data/" + quote("../" * 8) + "etc/passwd.ttl",
    "/kg/%00",
    "/kg/%ff%fe",
    "/kg/a%0d%0aSet-Cookie:%20x=1",
    "/page/kg/<script>alert(1)</script>",
    "/page/kg/%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "//example.org/kg/actor/france",
    "/kg/" + "a/" * 5000,
    "/page/" + "%7B" * 2000,
]


@pytest.mark.parametrize("path", HOSTILE_PATHS, ids=range(len(HOSTILE_PATHS)))
def test_tricks_with_the_path_find_nothing_and_are_one_line_in_the_log(path: str, server: Server) -> None:
    before = len(server.logged().splitlines())
    got = server.ask(path.replace("<", "%3C").replace(">", "%3E"), Accept="text/html")
    assert got.status in {400, 404}
    assert b"root:" not in got.body
    assert b"<script>alert" not in got.body
    assert "set-cookie" not in got.headers
    for _ in range(200):  # the line is written when the answer is out
        lines = server.logged().splitlines()[before:]
        if lines:
            break
        time.sleep(0.01)
    assert len(lines) == 1
    assert len(lines[0]) < 300
    assert lines[0].isprintable()


def test_labels_that_mean_harm_are_shown_as_they_are_written(server: Server) -> None:
    for path in ("/", "/page/kg/event/battle-of-red-ford-2018"):
        text = server.ask(path).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in text


@pytest.mark.parametrize("path", ["/", "/query", f"/page/{CLAIM}", "/nothing", "/sparql?query=oops"])
def test_nothing_but_our_own_scripts_may_run(path: str, server: Server) -> None:
    got = server.ask(path)
    policy = got.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert got.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<[^>]+ on\w+=|style=|javascript:", got.text)


@pytest.mark.parametrize("host", ['"><script>', "a b", "", "[::", "x:y:z", "evil.example/../"])
def test_a_host_header_that_means_harm_goes_nowhere(host: str, server: Server) -> None:
    for path in ("/sparql", "/sparql?query=ASK%20%7B%7D", f"/{CLAIM}"):
        got = server.ask(path, Host=host)
        assert got.status in {200, 303, 400}
        assert b"<script>" not in got.body
        assert got.headers.get("location", "/").startswith("/")


def test_writing_is_refused_everywhere(server: Server) -> None:
    for method in ("PUT", "DELETE", "PATCH", "POST"):
        got = server.ask(f"/{CLAIM}", method, b"")
        assert (got.status, got.text) == (405, "This address is for reading; it takes GET and HEAD.\n")


def test_an_event_is_shown_as_on_a_published_site(server: Server) -> None:
    got = server.ask("/page/kg/event/battle-of-akabar-2018")
    assert "How many, says who?" in got.text
    assert "<svg" in got.text
    assert "30 to 40 jihadists had been killed" in got.text
    for place in set(re.findall(r'(?:href|src)="(/[^"#]*)', got.text)):
        assert server.ask(place).status in {200, 303}, place


def test_every_iri_of_the_data_answers_with_a_page_and_a_file(server: Server, kept: Path) -> None:
    """Subjects, objects, classes and properties under our namespaces, and the named graphs themselves."""
    terms = {term for quad in read_graph(kept / "akabar.nq") for term in (*quad.triple, quad.graph_name)}
    documents = {term.value.partition("#")[0] for term in terms if isinstance(term, NamedNode)}
    ours = sorted(iri for iri in documents if iri.startswith((BASE, TMC, TM.rstrip("#"))))
    assert len(ours) > 200
    for iri in ours:
        path = iri.removeprefix(HOME.rstrip("/"))
        for accept in ("text/html", "text/turtle"):
            led = server.ask(path, Accept=accept)
            assert led.status == 303, iri
            assert server.ask(led.headers["location"]).status == 200, iri


def test_a_named_graph_is_told_by_what_it_says(server: Server, kept: Path) -> None:
    (graph,) = {
        str(quad.graph_name.value) for quad in read_graph(kept / "akabar.nq")
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.endswith("/comparisons")
    }  # fmt: skip
    said = {quad.triple for quad in read_graph(kept / "akabar.nq") if quad.graph_name == NamedNode(graph)}
    got = server.ask(graph.replace(BASE, "/data/kg/") + ".ttl")
    assert {quad.triple for quad in parse(got.body, RdfFormat.TURTLE)} == said


@pytest.mark.parametrize(
    ("since", "status"),
    [("Fri, 01 Jan 2100 00:00:00 GMT", 304), ("Sat, 01 Jan 2000 00:00:00 GMT", 200), ("yesterday", 200)],
)
def test_who_has_been_here_since_the_last_change_has_it(since: str, status: int, server: Server) -> None:
    assert server.ask("/page/kg/actor/france", If_Modified_Since=since).status == status


@pytest.mark.parametrize("place", ["actor/france", "place/mali"])
def test_a_page_names_its_files_in_its_head(place: str, server: Server) -> None:
    page = server.ask(f"/page/kg/{place}").text
    for media, suffix in (
        ("text/turtle", "ttl"),
        ("application/ld+json", "jsonld"),
        ("application/trig", "trig"),
    ):
        assert f'<link rel="alternate" type="{media}" href="/data/kg/{place}.{suffix}">' in page
