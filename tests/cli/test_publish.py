"""`testimonia publish`: what it says, what it writes, and what it will not take."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Command = Callable[..., Any]


@pytest.fixture
def graph(checkout: Path) -> str:
    return str(checkout / "output" / "battle-of-akabar.ttl")


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("address", ["https://example.org/battles/", "https://example.org/battles"])
def test_an_address_ends_with_a_slash_whether_it_was_typed_or_not(
    testimonia: Command, graph: str, tmp_path: Path, address: str
) -> None:
    ran = testimonia("publish", graph, "--output", str(tmp_path / "site"), "--address", address)
    assert (ran.code, ran.printed.partition(",")[0]) == (0, "2 events")
    listed = (tmp_path / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://example.org/battles/index.html</loc>" in listed


@pytest.mark.parametrize(
    "address", ["battles", "ftp://example.org/", "https:///battles", "https://example.org/?a=1", "/x/"]
)
def test_what_is_no_address_is_refused_before_anything_is_written(
    testimonia: Command, graph: str, tmp_path: Path, address: str
) -> None:
    ran = testimonia("publish", graph, "--output", str(tmp_path / "site"), "--address", address)
    assert ran.code == 2
    assert f"--address «{address}»: is not the address of a site" in ran.told
    assert not (tmp_path / "site").exists()


@pytest.mark.usefixtures("unmeasured")
def test_the_same_graph_gives_the_same_bytes(testimonia: Command, checkout: Path, tmp_path: Path) -> None:
    sites = [tmp_path / "one", tmp_path / "two"]
    for site in sites:
        assert testimonia("publish", str(checkout / "output"), "--output", str(site)).code == 0
    files = [
        {path.relative_to(site): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
        for site in sites
    ]
    assert len(files[0]) > 500
    assert files[0] == files[1]
