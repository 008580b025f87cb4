"""Peers are other people's programs. One that is not installed is skipped by name.

With REQUIRE_PEERS set, as `.ci/run` does, a missing peer is an error: nothing is skipped there.
The npm packages are looked for in PEERS_NODE_MODULES, else where `npm root --global` points.
"""

import importlib.util
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

import pytest
import requests

from testimonia.pipeline import Built, Options, build_article

Peer = Callable[..., bytes]
Package = Callable[[str], Any]
Serving = Callable[[Path], AbstractContextManager[str]]

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
} | {
    f"Skirmish {number}": f"Skirmish {number}: two men fell.\n[[Category:Skirmishes]]"
    for number in range(120)
}


@pytest.fixture(autouse=True)
def _at_full_speed(unmeasured: None) -> None:
    """What is given to others has been made by measured tests of its own room; servers of others hold no line of ours."""


@pytest.fixture(scope="session")
def folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's files, written under the stem "example"."""
    place = tmp_path_factory.mktemp("peers")
    for suffix, data in built.files.items():
        (place / f"example.{suffix}").write_bytes(data)
    return place


BATTLES = {
    "Battle of Alder Ford": """Infobox
- Conflict: Battle of Alder Ford
- Date: 4 May 1612
- Place: Alder Ford, Orrland
- Partof: River War
- Combatant1: Alder Guard
- Combatant2: Hill Riders
- Casualties1: 9 killed
- Casualties2: 20-30 killed (per Alder Guard)

The Battle of Alder Ford was fought on 4 May 1612. The Hill Riders said that 12 riders had been killed.
""",
    "Battle of Elder Ford": """Infobox
- Conflict: Battle of Elder Ford
- Date: 9 June 1614
- Place: Elder Ford, Orrland
- Partof: River War
- Combatant1: Alder Guard
- Combatant2: Hill Riders
- Casualties1: None

The Battle of Elder Ford was fought on 9 June 1614.
""",
    "Siege of Harrow Keep": """Infobox
- Conflict: Siege of Harrow Keep
- Date: 2 March – 8 August 1613
- Place: Harrow Keep, Orrland
- Combatant1: Hill Riders
- Combatant2: Harrow Watch
- Casualties2: 40 killed

The Siege of Harrow Keep lasted from 2 March to 8 August 1613.
""",
    "Raid on Grey Mill": """Infobox
- Conflict: Raid on Grey Mill
- Date: 1615
- Place: Grey Mill, Orrland
- Combatant1: Hill Riders
- Combatant2: Millers
- Casualties2: 3 wounded

The Raid on Grey Mill was in 1615.
""",
}


@contextmanager
def _serving(folder: Path) -> Iterator[str]:
    """Run `testimonia serve` on a folder until the block ends, and give its address."""
    command = [sys.executable, "-m", "testimonia", "serve", str(folder), "--port", "0", "--quiet"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        yield server.stdout.readline().split()[1].rstrip(",")
    finally:
        server.terminate()
        server.wait(timeout=20)
        server.stdout.close()


@pytest.fixture(scope="session")
def serving() -> Serving:
    """Serve a folder for as long as a block lasts."""
    return _serving


@pytest.fixture(scope="session")
def reconciliation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve four battles, and give the address of their reconciliation service."""
    folder = tmp_path_factory.mktemp("battles")
    for title, text in BATTLES.items():
        built = build_article(f"= {title} =\n\n{text}".encode(), f"{title}.txt", Options(formats=("nquads",)))
        (folder / f"{title}.nq").write_bytes(built.files["nq"])
    with _serving(folder) as address:
        yield f"{address}reconcile"


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
        _node_package(package)
        path = checkout / "tests" / "peers" / f"{package.rpartition('/')[2]}.mjs"
        return _run([node, str(path), *map(str, arguments)], PEERS_NODE_MODULES=str(_node_modules()))

    return run


@pytest.fixture(scope="session")
def node_package() -> Callable[[str], Path]:
    """Find the folder of an npm package."""
    return _node_package


@pytest.fixture(scope="session")
def installed() -> Callable[[str], str]:
    """Find an installed program, also one that came with a Python package."""
    places = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    return lambda name: _found(name, shutil.which(name, path=places))


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


def _node_package(name: str) -> Path:
    folder = _node_modules() / name
    return Path(_found(f"npm package {name}", str(folder) if folder.is_dir() else None))


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
        return _php(
            f"{SOFTWARE}/maintenance/{script}.php",
            "--conf",
            str(self.folder / "LocalSettings.php"),
            *arguments,
        )


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
        _wait_for("MediaWiki", f"{wiki.api}?action=query&meta=siteinfo&format=json")
        yield wiki
    finally:
        server.terminate()
        server.wait(timeout=10)


class OpenRefine(NamedTuple):
    """An OpenRefine that runs, and its commands over HTTP."""

    commands: str

    def get(self, command: str, **given: str) -> Any:
        return requests.get(self.commands + command, params=given, timeout=60).json()

    def post(self, command: str, **given: Any) -> requests.Response:
        """Send a form; what is not words is written as JSON."""
        written = {name: one if isinstance(one, str) else json.dumps(one) for name, one in given.items()}
        return requests.post(self.commands + command, params=self._token(), data=written, timeout=60)

    def project(self, name: str, table: str) -> str:
        """Make a project of a table with commas, and give its number."""
        made = requests.post(
            f"{self.commands}create-project-from-upload", params=self._token(), timeout=60, allow_redirects=False,
            files={"project-file": (f"{name}.csv", table.encode(), "text/csv")},
            data={"project-name": name, "format": "text/line-based/*sv",
                  "options": json.dumps({"separator": ",", "headerLines": 1, "encoding": "UTF-8"})},
        )  # fmt: skip
        return made.headers["Location"].rpartition("project=")[2]

    def done(self, project: str) -> None:
        """Wait until nothing runs any more."""
        for _ in range(300):
            if not self.get("get-processes", project=project)["processes"]:
                return
            time.sleep(0.1)
        pytest.fail("OpenRefine is still at work")

    def _token(self) -> dict[str, str]:
        return {"csrf_token": self.get("get-csrf-token")["token"]}


@pytest.fixture(scope="session")
def openrefine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenRefine]:
    """Start OpenRefine without a browser, once for all tests."""
    found = _found("openrefine", shutil.which("openrefine"))
    folder = tmp_path_factory.mktemp("openrefine")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        found,
        "-i",
        "127.0.0.1",
        "-p",
        str(port),
        "-d",
        str(folder),
        "-m",
        "512M",
        "-x",
        "refine.headless=true",
    ]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    refine = OpenRefine(f"http://127.0.0.1:{port}/command/core/")
    try:
        _wait_for("OpenRefine", f"{refine.commands}get-version")
        yield refine
    finally:
        os.killpg(server.pid, signal.SIGTERM)  # the script, and the Java that it has started
        server.wait(timeout=30)


NAMES = """id\tname
Q7001\tAkabar
Q7002\tAkabar
Q7003\tMenaka Cercle
Q7004\tMali
Q7005\tBattle of Akabar
Q7006\tMovement for the Salvation of Azawad
Q7007\tFrance
"""
"""A table of names, as somebody may have it; the ids are invented."""
_CSV_RECONCILE = """SERVER_NAME = "127.0.0.1:{port}"
SCOREOPTIONS = {{}}
MANIFEST = {{
    "name": "A table of names",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
}}
"""


@pytest.fixture(scope="session")
def csv_reconcile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve NAMES with csv-reconcile, and give the address of the service."""
    found = _found("csv-reconcile", shutil.which("csv-reconcile"))
    folder = tmp_path_factory.mktemp("csv-reconcile")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "names.tsv").write_text(NAMES, encoding="utf-8")
    (folder / "settings.cfg").write_text(_CSV_RECONCILE.format(port=port), encoding="utf-8")
    made = [found, "init", "names.tsv", "id", "name", "--config", "settings.cfg"]
    subprocess.run(made, cwd=folder, check=True, capture_output=True)
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen([found, "serve"], cwd=folder, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/reconcile"
    try:
        _wait_for("csv-reconcile", address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(name: str, address: str) -> None:
    for _ in range(300):
        try:
            if requests.get(address, timeout=10).ok:
                return
        except (requests.ConnectionError, requests.Timeout):
            time.sleep(0.1)
    pytest.fail(f"{name} does not answer")
