"""The pages of a server are those of a published site: the same templates, from the same graph, at its own addresses."""

from __future__ import annotations

import re
import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
import requests
import uvicorn

from testimonia.graphs import find_kept, read_graph
from testimonia.pages.dossiers import Dossiers
from testimonia.pipeline import build_article
from testimonia.publish import SiteOptions, publish_site
from testimonia.serve import Limits
from testimonia.serve.app import make_app
from testimonia.serve.pages import PageOptions
from testimonia.store import make_store
from testimonia.validate import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from starlette.applications import Starlette

    from testimonia.pages.dossier import Dossier


@dataclass(frozen=True)
class Client:
    """A browser without pictures."""

    home: str

    def get(self, path: str, accept: str = "text/html") -> requests.Response:
        return requests.get(f"{self.home}{path}", headers={"Accept": accept}, timeout=30)


@contextmanager
def served(app: Starlette) -> Iterator[Client]:
    """Run an application in a thread, on a free port of loopback."""
    sock = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, ws="none", log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
    thread.start()
    try:
        yield Client(f"http://127.0.0.1:{sock.getsockname()[1]}")
    finally:
        server.should_exit = True
        thread.join(20)
        sock.close()


WORDS = re.compile(r"<main.*?</main>", re.DOTALL)


@pytest.fixture(scope="module")
def texts(example: Path) -> Texts:
    return Texts([(example.name, example.read_text(encoding="utf-8"))])


@pytest.fixture(scope="module")
def graph(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages") / "graph"
    folder.mkdir()
    built = build_article(example.read_bytes(), example.name)
    (folder / "akabar.ttl").write_bytes(built.files["ttl"])
    make_store(folder, folder / "store")
    return folder


@pytest.fixture(scope="module")
def site(graph: Path, texts: Texts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from testimonia.files import write_whole

    folder = tmp_path_factory.mktemp("site")
    publish_site(read_graph(graph), folder, write_whole, texts, SiteOptions("de", "ucdp"))
    return folder


@pytest.fixture(scope="module")
def client(graph: Path, texts: Texts) -> Iterator[Client]:
    with served(app_of(graph, PageOptions(texts, "de", "ucdp"))) as client:
        yield client


def app_of(graph: Path, options: PageOptions | None = None) -> Starlette:
    kept = find_kept(graph)
    assert kept
    return make_app(kept, Limits(), options)


def shown(page: str) -> str:
    """Give what a page shows: addresses differ between a site and a server, words and places do not."""
    found = WORDS.search(page)
    assert found
    plain = re.sub(r' (?:href|src|action)="[^"]*"', "", found[0])
    plain = re.sub(r"<p class=\"files\">.*?</p>", "", plain, flags=re.DOTALL)
    return " ".join(plain.split())


def places(site: Path, *patterns: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for one in patterns for path in site.glob(one))


def test_a_served_page_shows_what_the_published_one_shows(site: Path, client: Client) -> None:
    compared = places(site, "kg/event/*.html", "kg/actor/*.html", "kg/person/**/*.html", "kg/place/*.html",
                      "kg/rule/*.html", "kg/article/*/rev/*.html", "ontology.html", "shapes.html")  # fmt: skip
    assert len(compared) > 45
    for place in compared:
        got = client.get("/page/" + place.removesuffix(".html"))
        assert got.status_code == 200, place
        assert shown(got.text) == shown((site / place).read_text(encoding="utf-8")), place


def test_lists_search_and_claimants_are_those_of_the_site(site: Path, client: Client) -> None:
    for place in places(site, "browse/*.html", "search.html"):
        assert shown(client.get(f"/{place}").text) == shown((site / place).read_text(encoding="utf-8"))
    assert shown(client.get("/").text) == shown((site / "index.html").read_text(encoding="utf-8"))
    claimants = places(site, "claimants/**/*.html")
    assert claimants
    for place in claimants:
        got = client.get("/" + place.removesuffix(".html")).text
        assert shown(got) == shown((site / place).read_text(encoding="utf-8"))
    words = places(site, "search/words/*.js")
    assert len(words) > 20
    for place in words:
        assert client.get(f"/{place}").text == (site / place).read_text(encoding="utf-8")


def test_the_article_is_shown_whole_with_estimates_and_days_in_the_language_that_was_asked_for(
    client: Client,
) -> None:
    page = client.get("/page/kg/event/battle-of-akabar-2018").text
    assert "In response, French forces deployed" in page
    assert page.count('class="mark by-') > 20
    assert "Estimates under the policy" in page
    assert "1. April 2018" in page


def test_every_link_of_every_kind_of_page_leads_somewhere(client: Client) -> None:
    starts = ["/", "/browse/actors.html", "/page/kg/event/battle-of-akabar-2018", "/page/kg/actor/france", "/page/shapes",
              "/page/kg/article/battle-of-akabar/rev/316224051f4b", "/search.html", "/query", "/claimants/actor/france"]  # fmt: skip
    for start in starts:
        page = client.get(start)
        assert page.status_code == 200, start
        for link in set(re.findall(r'(?:href|src)="([^"#]+)', page.text)):
            if not urlsplit(link).netloc:
                assert client.get(unquote(link)).status_code == 200, f"{start}: {link}"


@pytest.mark.parametrize(
    "path",
    ["/browse/nothing.html", "/search/words/zz.js", "/claimants/actor/nobody", "/claimants/actor/france~9",
     "/page/kg/actor/france~2", "/kg/actor/nobody~2", "/page/kg/event/battle-of-akabar-2018~timeline"],
)  # fmt: skip
def test_a_sheet_that_is_not_there_is_told_in_a_sentence(path: str, client: Client) -> None:
    got = client.get(path, "text/plain")
    assert got.status_code == 404
    assert got.text.count("\n") == 1


def test_the_second_sheet_of_a_page_is_a_page_of_its_own(
    graph: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("testimonia.pages.actor._ROWS", 1)
    with served(app_of(graph, PageOptions(texts))) as client:
        first = client.get("/page/kg/actor/movement-for-the-salvation-of-azawad").text
        assert 'href="/kg/actor/movement-for-the-salvation-of-azawad~2"' in first
        second = client.get("/kg/actor/movement-for-the-salvation-of-azawad~2")
    assert second.status_code == 200
    assert shown(second.text) != shown(first)
    assert "/data/kg/actor/movement-for-the-salvation-of-azawad.ttl" in second.headers["link"]


def test_what_is_still_being_put_together_is_told(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, each = threading.Event(), Dossiers.each

    def late(dossiers: Dossiers) -> Iterator[Dossier]:
        held.wait(10)
        return each(dossiers)

    monkeypatch.setattr("testimonia.serve.gathered._PATIENCE", 0.05)
    monkeypatch.setattr(Dossiers, "each", late)
    with served(app_of(graph)) as client:
        got = client.get("/browse/dates.html", "text/plain")
        assert (got.status_code, "retry-after" in got.headers) == (503, True)
        assert "still being put together" in got.text
        assert "How many, says who?" in client.get("/page/kg/event/battle-of-akabar-2018").text
        assert "named graphs" in client.get("/").text
        held.set()
        monkeypatch.setattr("testimonia.serve.gathered._PATIENCE", 20)
        assert client.get("/browse/dates.html").status_code == 200


def test_the_pages_of_actors_are_plain_while_a_large_graph_is_gone_through(
    graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, each = threading.Event(), Dossiers.each

    def late(dossiers: Dossiers) -> Iterator[Dossier]:
        held.wait(10)
        return each(dossiers)

    monkeypatch.setattr("testimonia.serve.app._SOON", 10)
    monkeypatch.setattr(Dossiers, "each", late)
    with served(app_of(graph)) as client:
        plain = client.get("/page/kg/actor/france").text
        assert "What is said of it" in plain
        assert "named graphs" in client.get("/").text
        held.set()
        assert client.get("/browse/dates.html").status_code == 200
        assert "Took part in" in client.get("/page/kg/actor/france").text


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/html", "/page/shapes"),
        ("text/turtle", "/data/shapes.ttl"),
        ("application/ld+json", "/data/shapes.jsonld"),
    ],
)
def test_the_shapes_come_as_page_and_as_data(client: Client, accept: str, place: str) -> None:
    got = client.get("/shapes", accept)
    assert str(got.url).endswith(place)
    assert got.headers["content-type"].startswith(accept)
    assert client.get("/shapes", "image/png").status_code == 406
