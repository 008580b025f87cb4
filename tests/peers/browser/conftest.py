"""Pages in a real browser: Debian's Chromium, driven by playwright, and axe-core, which knows WCAG.

A tab notes whatever goes wrong in it, on every page that it visits, and a test that leaves a fault fails.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
import requests

from testimonia.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

    from testimonia.pipeline import Built

_SUBPATH = "/some/where/"
"""Sites are shown at a subpath, as static hosts do."""


_AXE = """options => axe.run(document, options).then(found => found.violations.flatMap(one => one.nodes.slice(0, 5).map(
node => `${one.id}: ${one.help}: ${node.html.slice(0, 200)} (${node.failureSummary})`)))"""
"""Runs axe-core, and tells rule, words and place of at most five places for each rule."""

_WEIGHT = """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
.filter(one => !one.name.endsWith("/world.svg")).reduce((sum, one) => sum + one.decodedBodySize, 0)"""


@dataclass
class Tab:
    """A tab of the browser, and what goes wrong in it."""

    page: Page
    axe: str
    """The source of axe-core."""
    faults: list[str] = field(default_factory=list)
    origin: str = ""

    def __post_init__(self) -> None:
        """Listen to everything that tells of a fault."""
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"script failed: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", self._asked)
        self.page.on("response", self._got)
        self.page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))

    def visit(self, address: str) -> Page:
        """Open a page."""
        self.origin = "{0.scheme}://{0.netloc}/".format(urlsplit(address))
        self.page.goto(address)
        return self.page

    def violations(self) -> list[str]:
        """Give what axe-core finds against the page, in the light and in the dark: rule, words, and where."""
        self.page.evaluate(self.axe)
        found = self.page.evaluate(_AXE, {"resultTypes": ["violations"]})
        self.page.emulate_media(color_scheme="dark")
        dark = self.page.evaluate(
            _AXE, {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
        )
        self.page.emulate_media(color_scheme="light")
        return [f"{self.page.url}: {one}" for one in found] + [
            f"{self.page.url} in the dark: {one}" for one in dark
        ]

    def weight(self) -> int:
        """Give the bytes of the page and of all that it loads, without the map."""
        return int(self.page.evaluate(_WEIGHT))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.faults.append(f"left the origin: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the tab has gone on to the next page
            self.faults.append(f"not loaded: {request.url}: {request.failure}")

    def _got(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="module")
def chromium(installed: Callable[[str], str], package: Callable[[str], Any]) -> Iterator[Browser]:
    """Chromium's engine without its windows, which nobody would see: a fifth less work for the same pages.

    It ends with the module: while playwright runs, this thread can run no other loop.
    """
    package("playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed("chromium-headless-shell"),
            args=["--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe(node_package: Callable[[str], Path]) -> str:
    """The source of axe-core."""
    return (node_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def tab(chromium: Browser, axe: str) -> Iterator[Callable[..., Tab]]:
    """Open a tab: `tab(width=390, dark=True, scripts=False)`. At the end no tab may have met a fault."""
    opened = []

    def open_tab(*, width: int = 1280, dark: bool = False, scripts: bool = True) -> Tab:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        opened.append(Tab(context.new_page(), axe))
        return opened[-1]

    yield open_tab
    for one in opened:
        one.page.context.close()
    assert [fault for one in opened for fault in one.faults] == []


class _Quiet(SimpleHTTPRequestHandler):
    """Hands out files of a folder under the subpath, and logs nothing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(
            "/" + path.removeprefix(_SUBPATH) if path.startswith(_SUBPATH) else "/nowhere"
        )

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the name that it has there
        pass


@contextmanager
def _hosting(folder: Path) -> Iterator[str]:
    """Hand out the files of a folder as a static host does, until the block ends, and give the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{_SUBPATH}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def hosting() -> Callable[[Path], AbstractContextManager[str]]:
    """Host a folder for as long as a block lasts."""
    return _hosting


class _Document(HTMLParser):
    """Where the links of a page lead, what it loads, and the places that links may lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - any element may
        given = dict(attrs)
        if "id" in given:
            self.places.append(given["id"] or "")
        if given.get("rel") != "canonical":  # names the thing, whether or not somebody serves it there
            self.links += [given[name] or "" for name in ("href", "src") if name in given]


@dataclass
class Crawl:
    """All that can be reached from a page by links, without leaving the origin."""

    pages: dict[str, _Document] = field(default_factory=dict)
    """The pages, by address."""
    files: set[str] = field(default_factory=set)
    """The addresses of what is no page."""
    broken: list[str] = field(default_factory=list)
    """What does not resolve: from where to where, and why."""

    def follow(self, start: str) -> Crawl:
        """Follow every link, and look whether the places are there that links lead to."""
        origin, session, waiting = urljoin(start, "/"), requests.Session(), {start: "the start"}
        while waiting:
            address, source = waiting.popitem()
            self._fetch(session, address, source)
            for link in self.pages[address].links if address in self.pages else ():
                target = urldefrag(urljoin(address, link)).url
                if target.startswith(origin) and target not in self.pages and target not in self.files:
                    waiting[target] = address
        session.close()
        for address, page in self.pages.items():
            self._check_places(address, page)
        return self

    def _fetch(self, session: requests.Session, address: str, source: str) -> None:
        answer = session.get(address, headers={"Accept": "text/html, */*;q=0.5"}, timeout=30)
        if answer.status_code != 200:
            self.broken.append(f"{source} → {address}: {answer.status_code}")
        elif answer.headers.get("Content-Type", "").startswith("text/html"):
            answer.encoding = "utf-8"
            self.pages[address] = _Document(answer.text)
            return
        self.files.add(address)

    def _check_places(self, address: str, page: _Document) -> None:
        twice = sorted({place for place in page.places if page.places.count(place) > 1})
        self.broken += [f"{address} has #{place} twice" for place in twice]
        for link in page.links:
            target, place = urldefrag(urljoin(address, link))
            there = self.pages.get(target)
            if place and there and unquote(place) not in there.places and not place.startswith("query="):
                self.broken.append(f"{address} → {link}: no such place")


@pytest.fixture(scope="session")
def crawl() -> Callable[[str], Crawl]:
    """Follow all links from an address."""
    return lambda start: Crawl().follow(start)


@pytest.fixture(scope="session")
def graph(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's graph, in a folder."""
    folder = tmp_path_factory.mktemp("graph")
    (folder / "akabar.nq").write_bytes(built.files["nq"])
    return folder


@pytest.fixture(scope="session")
def site(graph: Path, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's published site, with the article at hand."""
    folder = tmp_path_factory.mktemp("site")
    command = ["publish", str(graph), "--output", str(folder), "--text", str(example), "--estimates", "ucdp"]
    assert main(command) == 0
    return folder


@pytest.fixture(scope="session")
def published(site: Path) -> Iterator[str]:
    """The address of the example's published site."""
    with _hosting(site) as address:
        yield address


@pytest.fixture(scope="session")
def live(graph: Path, serving: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """The address of the example's graph as `serve` shows it."""
    with serving(graph) as address:
        yield address


@pytest.fixture(params=["published", "live"])
def address(request: pytest.FixtureRequest) -> str:
    """The example, published and live."""
    return str(request.getfixturevalue(request.param))
