"""Peers are other people's programs. One that is not installed is skipped by name.

With REQUIRE_PEERS set, as `.ci/run` does, a missing peer is an error: nothing is skipped there.
The npm packages are looked for in PEERS_NODE_MODULES, else where `npm root --global` points.
"""

import importlib.util
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import pytest
import requests

from testimonia.pipeline import Built

Peer = Callable[..., bytes]
Package = Callable[[str], Any]

SOFTWARE = "/var/lib/mediawiki"
"""Where Debian's package puts MediaWiki."""

_RAID = """{{Infobox military conflict
| conflict = Raid on Alder Ford
| date = 4 May 1612
| place = [[Alder Ford]]
| combatant1 = [[Alder Guard]]
| combatant2 = [[Hill Riders]]
| casualties1 = 9 killed<ref>Roe 1999, p. 4</ref>
}}
The '''Raid on Alder Ford''' took place on 4 May 1612. Riders & millers killed nine guards &mdash; "all" of them.

[[Category:Raids]]
"""
PAGES = {
    "Raid on Alder Ford": _RAID,
    "Battle of Akabar": "It was a battle.\n[[Category:Battles of the Mali War]]",
    "Alder raid": "#REDIRECT [[Raid on Alder Ford]]",
    "Ford raid": "#REDIRECT [[Raid on Alder Ford]]",
    "Siege of Ünterwald (1613)": "It was a siege.\n[[Category:Sieges]]",
    "Category:Raids": "All.[[Category:Sieges]]",
    "Category:Sieges": "All.[[Category:Raids]]",
} | {f"Skirmish {number}": f"Skirmish {number}: two men fell.\n[[Category:Skirmishes]]" for number in range(120)}




@pytest.fixture(scope="session")
def folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's files, written under the stem "example"."""
    place = tmp_path_factory.mktemp("peers")
    for suffix, data in built.files.items():
        (place / f"example.{suffix}").write_bytes(data)
    return place


@pytest.fixture(scope="session")
def program() -> Peer:
    """Run an installed program and give what it prints; anything on its standard error fails the test."""

    def run(name: str, *arguments: object) -> bytes:
        return _run([_found(name, shutil.which(name)), *map(str, arguments)])

    return run


@pytest.fixture(scope="session")
def script(checkout: Path) -> Peer:
    """Run a script of this folder under Node with an npm package."""

    def run(package: str, *arguments: object) -> bytes:
        node = _found("node", shutil.which("node"))
        modules = _node_modules()
        _found(f"npm package {package}", str(modules) if (modules / package).is_dir() else None)
        path = checkout / "tests" / "peers" / f"{package.rpartition('/')[2]}.mjs"
        return _run([node, str(path), *map(str, arguments)], PEERS_NODE_MODULES=str(modules))

    return run


@pytest.fixture(scope="session")
def installed() -> Callable[[str], str]:
    """Find an installed program."""
    return lambda name: _found(name, shutil.which(name))


@pytest.fixture(scope="session")
def package() -> Package:
    """Import a Python package that is a peer."""

    def find(name: str) -> Any:
        _found(f"Python package {name}", name if importlib.util.find_spec(name) else None)
        return importlib.import_module(name)

    return find


def _found(name: str, path: str | None) -> str:
    if path:
        return path
    if os.environ.get("REQUIRE_PEERS"):
        pytest.fail(f"peer not installed: {name}")
    pytest.skip(f"peer not installed: {name}")


def _node_modules() -> Path:
    if named := os.environ.get("PEERS_NODE_MODULES"):
        return Path(named)
    npm = _found("npm", shutil.which("npm"))
    listed = subprocess.run([npm, "root", "--global"], capture_output=True, text=True, check=True)
    return Path(listed.stdout.strip())


def _run(command: list[str], **variables: str) -> bytes:
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | variables)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout


class MediaWiki(NamedTuple):
    """A wiki that runs."""

    api: str
    folder: Path
    pages: dict[str, str]

    def maintenance(self, script: str, *arguments: str) -> bytes:
        """Run one of the wiki's own scripts and give what it prints."""
        return _php(f"{SOFTWARE}/maintenance/{script}.php", "--conf", str(self.folder / "LocalSettings.php"), *arguments)


def _php(*words: str) -> bytes:
    done = subprocess.run(["php", *words], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return done.stdout


def _export(pages: dict[str, str]) -> str:
    """Give an export as importDump reads it."""
    revision = "<revision><timestamp>2020-05-04T10:00:00Z</timestamp><model>wikitext</model><format>text/x-wiki</format>"
    body = "".join(
        f"<page><title>{escape(title)}</title>{revision}<text>{escape(text)}</text></revision></page>"
        for title, text in pages.items()
    )
    return f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">{body}</mediawiki>'


@pytest.fixture(scope="session")
def mediawiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MediaWiki]:
    """Install a wiki in a folder, fill it, and serve it on a free port."""
    _found("mediawiki", shutil.which("php") if Path(SOFTWARE).is_dir() else None)
    folder = tmp_path_factory.mktemp("mediawiki")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    _php(
        f"{SOFTWARE}/maintenance/install.php", "--dbtype", "sqlite", "--dbpath", str(folder), "--dbname", "wiki",
        "--server", base, "--scriptpath", "", "--pass", "a long enough password", "--confpath", str(folder), "Small", "Admin",
    )  # fmt: skip
    wiki = MediaWiki(f"{base}/api.php", folder, PAGES)
    (folder / "pages.xml").write_text(_export(PAGES), encoding="utf-8")
    wiki.maintenance("importDump", "--quiet", str(folder / "pages.xml"))
    wiki.maintenance("rebuildrecentchanges", "--quiet")
    wiki.maintenance("refreshLinks", "--quiet")
    server = subprocess.Popen(
        ["php", "-S", f"127.0.0.1:{port}", "-t", SOFTWARE],
        env=os.environ | {"MW_CONFIG_FILE": str(folder / "LocalSettings.php")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(wiki.api)
        yield wiki
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(api: str) -> None:
    for _ in range(100):
        try:
            if requests.get(api, params={"action": "query", "meta": "siteinfo", "format": "json"}, timeout=10).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.1)
    pytest.fail("MediaWiki does not answer")
