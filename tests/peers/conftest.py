"""Peers are other people's programs. One that is not installed is skipped by name.

With REQUIRE_PEERS set, as `.ci/run` does, a missing peer is an error: nothing is skipped there.
The npm packages are looked for in PEERS_NODE_MODULES, else where `npm root --global` points.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.pipeline import Built

Peer = Callable[..., bytes]


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
        path = checkout / "tests" / "peers" / f"{package}.mjs"
        return _run([node, str(path), *map(str, arguments)], PEERS_NODE_MODULES=str(modules))

    return run


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
