"""Every IRI of the graph leads to a file that tells of it: by the rules, and in real servers that follow them."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import time
from contextlib import closing
from pathlib import Path
from socket import create_connection, create_server
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from testimonia.files import write_whole
from testimonia.publish import SiteOptions, publish_site
from testimonia.publish.routes import ROUTES
from testimonia.vocab import BASE, TMC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Store

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
TOP = "https://w3id.org/testimonia/"
ASKED = [
    ("a browser", BROWSER, "html"),
    ("anything", "*/*", "html"),
    ("nothing", "", "html"),
    ("Turtle", "text/turtle", "ttl"),
    ("JSON-LD", "application/ld+json", "jsonld"),
    ("JSON-LD rather than Turtle", "application/ld+json, text/turtle;q=0.9", "jsonld"),
    ("Turtle rather than JSON-LD", "text/turtle, application/ld+json;q=0.5", "ttl"),
    ("a page rather than Turtle", "text/html, text/turtle;q=0.5", "html"),
    ("weighed Turtle alone", "text/turtle;q=0.9", "ttl"),
    ("a client of RDF/XML", "application/rdf+xml,text/rdf+n3;q=0.9,*/*;q=0.1", "ttl"),
    ("in capitals", "Text/Turtle", "ttl"),
]


def routed(path: str, form: str) -> str:
    """Follow the rules: the place for a path and a form."""
    for route in ROUTES:
        if found := re.fullmatch(route.pattern, path):
            place = (
                route.page
                if form == "html" and route.page
                else f"{route.data}.{'ttl' if form == 'html' else form}"
            )
            return re.sub(r"\$(\d)", lambda mark: found[int(mark[1])], place)
    raise AssertionError(path)


@pytest.fixture(scope="module")
def iris(graph: Store) -> list[str]:
    """The documents of the data and the concepts that it uses."""
    named = {node.value.partition("#")[0] for quad in graph for node in (quad.subject, quad.object)
             if isinstance(node, NamedNode)}  # fmt: skip
    return sorted(iri for iri in named if iri.startswith((BASE, TMC)))


@pytest.mark.parametrize(("suffix", "form"), [("ttl", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)])
def test_every_iri_has_a_file_that_tells_of_it(
    site: Path, iris: list[str], suffix: str, form: RdfFormat
) -> None:
    told: dict[str, set[str]] = {}
    assert len(iris) > 200
    for iri in iris:
        place = routed(iri.removeprefix(TOP), suffix)
        if place not in told:
            told[place] = {
                str(quad.subject)[1:-1].partition("#")[0] for quad in parse(path=site / place, format=form)
            }
        assert iri in told[place], place


def test_every_iri_leads_a_browser_to_a_page_or_to_turtle(site: Path, iris: list[str]) -> None:
    assert [
        iri for iri in iris if not (site / routed(iri.removeprefix(TOP), "html").partition("#")[0]).is_file()
    ] == []


def test_a_claim_leads_to_its_place_on_the_page_of_its_event(
    site: Path, iris: list[str], links: Callable[[Path], tuple[list[str], set[str]]]
) -> None:
    claims = [iri for iri in iris if iri.startswith(f"{BASE}claim/")]
    assert len(claims) > 20
    for iri in claims:
        page, _, place = routed(iri.removeprefix(TOP), "html").partition("#")
        assert place in links(site / page)[1], iri


# --- in real servers ----------------------------------------------------------------------------


def free_port() -> int:
    with closing(create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])


def need(name: str) -> str:
    """Skip where a server is not installed; with REQUIRE_PEERS none may be missing."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    if not found:
        (pytest.fail if os.environ.get("REQUIRE_PEERS") else pytest.skip)(f"peer not installed: {name}")
    return str(found)


APACHE = """\
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
{modules}
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
AllowOverride All
Require all granted
</Directory>
"""
MODULES = "mpm_event authz_core mime dir alias rewrite headers negotiation autoindex"


@pytest.fixture(scope="module")
def apache(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Apache with the site in a subfolder; gives the port."""
    program, folder, port = need("apache2"), tmp_path_factory.mktemp("apache"), free_port()
    root = folder / "root"
    root.mkdir()
    shutil.copytree(site, root / "site")
    there = Path("/usr/lib/apache2/modules")
    modules = "\n".join(f"LoadModule {name}_module {there}/mod_{name}.so" for name in MODULES.split())
    told = APACHE.format(folder=folder, port=port, root=root, modules=modules)
    (folder / "apache.conf").write_text(told, encoding="utf-8")
    with running([program, "-X", "-f", str(folder / "apache.conf")], port):
        yield port


NGINX = """\
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
daemon off;
master_process off;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
{snippet}
}}
"""


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """nginx with the site in a subfolder; gives the port."""
    program, folder, port = need("nginx"), tmp_path_factory.mktemp("nginx"), free_port()
    shutil.copytree(site, folder / "root" / "site")
    snippet = (site / "servers/nginx.conf").read_text(encoding="utf-8")
    snippet = snippet.replace("listen 80;", f"listen 127.0.0.1:{port};")
    snippet = snippet.replace("/var/www/testimonia", str(folder / "root"))
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, snippet=snippet), encoding="utf-8")
    with running([program, "-c", str(folder / "nginx.conf"), "-e", str(folder / "early.log")], port):
        yield port


class running:  # noqa: N801 - read as a word: with running(...)
    """A server for as long as a block lasts."""

    def __init__(self, command: list[str], port: int) -> None:
        self.command, self.port = command, port

    def __enter__(self) -> None:
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for _ in range(100):
            try:
                create_connection(("127.0.0.1", self.port)).close()
            except OSError:
                assert self.process.poll() is None, self.process.communicate()[0]
                time.sleep(0.1)
            else:
                return
        raise AssertionError("nothing answers")

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.communicate(timeout=20)


def ask(port: int, path: str, accept: str) -> tuple[int, dict[str, str], bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path, headers={"Accept": accept} if accept else {})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.fixture(params=["apache", "nginx"])
def port(request: pytest.FixtureRequest) -> int:
    found: int = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize(("what", "accept", "form"), ASKED, ids=[row[0] for row in ASKED])
@pytest.mark.parametrize(
    "path", ["kg/event/battle-of-akabar-2018", "ontology", "shapes", "concept/killed", "ontology/0.1.0"]
)
def test_a_server_gives_what_is_asked_for(port: int, path: str, what: str, accept: str, form: str) -> None:
    status, headers, _ = ask(port, f"/site/{path}", accept)
    assert status == 303, what
    assert urlsplit(headers["location"]).path == f"/site/{routed(path, form)}"
    assert "accept" in headers["vary"].lower()
    status, headers, body = ask(port, urlsplit(headers["location"]).path, accept)
    media = {"html": "text/html", "ttl": "text/turtle", "jsonld": "application/ld+json"}[form]
    assert (status, headers["content-type"].partition(";")[0]) == (200, media)
    assert headers["access-control-allow-origin"] == "*"
    assert body


@pytest.mark.parametrize("accept", [BROWSER, "text/turtle", "application/ld+json"])
def test_every_iri_is_found_in_a_server(port: int, iris: list[str], accept: str) -> None:
    form = {BROWSER: "html", "text/turtle": "ttl"}.get(accept, "jsonld")
    for iri in iris:
        path = iri.removeprefix(TOP)
        status, headers, _ = ask(port, f"/site/{path}", accept)
        assert status == 303, iri
        place = urlsplit(headers["location"])
        assert f"{place.path}#{place.fragment}".rstrip("#") == f"/site/{routed(path, form)}"
        assert ask(port, place.path, accept)[0] == 200, iri


@pytest.mark.parametrize(
    ("place", "media"),
    [
        (".well-known/void", "text/turtle"),
        ("catalogue.jsonld", "application/ld+json"),
        ("dump/data.nq.gz", "application/gzip"),
        ("", "text/html"),
        ("static/style.css", "text/css"),
    ],
)
def test_a_file_has_its_media_type(port: int, site: Path, place: str, media: str) -> None:
    status, headers, body = ask(port, f"/site/{place}", "*/*")
    assert (status, headers["content-type"].partition(";")[0]) == (200, media)
    assert "content-encoding" not in headers
    assert body == (site / (place or "index.html")).read_bytes()


def test_what_is_no_iri_of_the_site_is_not_found(port: int) -> None:
    assert ask(port, "/site/nothing", "text/turtle")[0] == 404
    assert ask(port, "/site/static/nothing.css", BROWSER)[0] == 404


# --- the redirects of w3id.org ------------------------------------------------------------------


@pytest.fixture(scope="module")
def w3id(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Apache as w3id.org is: the file in the folder of the project."""
    program, folder, port = need("apache2"), tmp_path_factory.mktemp("w3id"), free_port()
    (folder / "root" / "testimonia").mkdir(parents=True)
    shutil.copy(site / "servers/w3id.htaccess", folder / "root" / "testimonia" / ".htaccess")
    there = Path("/usr/lib/apache2/modules")
    modules = "\n".join(f"LoadModule {name}_module {there}/mod_{name}.so" for name in MODULES.split())
    told = APACHE.format(folder=folder, port=port, root=folder / "root", modules=modules)
    (folder / "apache.conf").write_text(told, encoding="utf-8")
    with running([program, "-X", "-f", str(folder / "apache.conf")], port):
        yield port


@pytest.mark.parametrize("accept", [BROWSER, "text/turtle", "application/ld+json"])
def test_w3id_leads_every_iri_to_its_file(w3id: int, iris: list[str], accept: str) -> None:
    form = {BROWSER: "html", "text/turtle": "ttl"}.get(accept, "jsonld")
    for iri in (*iris, f"{TOP}ontology", f"{TOP}shapes", f"{TOP}ontology/0.1.0"):
        path = iri.removeprefix(TOP)
        status, headers, _ = ask(w3id, f"/testimonia/{path}", accept)
        assert (status, headers["location"]) == (
            303,
            f"https://battles.example.org/site/{routed(path, form)}",
        )


@pytest.mark.usefixtures("unmeasured")
def test_a_base_of_ones_own_has_rules_of_its_own(graph: Store, tmp_path: Path) -> None:
    from testimonia.publish.servers import _w3id

    rules = _w3id("https://w3id.org/battles/data/", "https://example.org/")
    assert "RewriteRule ^data/(claim|group" in rules
    assert "ontology" not in rules
    publish_site(graph, tmp_path, write_whole, options=SiteOptions(address="https://example.org/"))
    assert "location / {" in (tmp_path / "servers/nginx.conf").read_text(encoding="utf-8")
