"""The example as a site, in a folder, and what the graph holds."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from testimonia.files import write_whole
from testimonia.graphs import read_graph
from testimonia.publish import SiteOptions, publish_site
from testimonia.validate import Texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyoxigraph import Store

ADDRESS = "https://battles.example.org/site/"
"""Where the site of these tests will be."""


@pytest.fixture(scope="session")
def graph(checkout: Path) -> Store:
    """The graph of the example, as it was read."""
    return read_graph(checkout / "output")


@pytest.fixture(scope="session")
def site(graph: Store, example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that knows where it will be."""
    folder = tmp_path_factory.mktemp("publish") / "site"
    texts = Texts([(example.name, example.read_text(encoding="utf-8"))])
    publish_site(graph, folder, write_whole, texts, SiteOptions(address=ADDRESS))
    return folder


class _Links(HTMLParser):
    """What a page leads to or loads, and the places on it."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - by name
        told = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := told.get(name))]
        if place := told.get("id"):
            assert place not in self.places, f"two places are called {place}"
            self.places.add(place)


@pytest.fixture(scope="session")
def links() -> Callable[[Path], tuple[list[str], set[str]]]:
    """Read the links of a page and the places on it."""

    @cache
    def read(page: Path) -> tuple[list[str], set[str]]:
        reader = _Links()
        reader.feed(page.read_text(encoding="utf-8"))
        return reader.links, reader.places

    return read
