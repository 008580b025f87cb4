"""The code blocks of a page, and what running them in order gives.

- `console`: each "$ " line is run as it is; below it stands what it prints, "…" for what is left out. A line
  that ends in " &" starts a server, which is waited for and stopped at the end of the page.
- a block with a title is a file of that name; `python` without one is run, `turtle` is parsed.
- `shell` cannot be run here (a cluster, somebody's wiki): its commands are held against the parser.

Ports of a page are replaced by free ones, in what is typed and in what is expected.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree
from socket import create_connection, create_server
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Container

__all__ = ["Block", "Step", "Workplace", "blocks", "known_command", "matches", "steps"]

_FENCE = re.compile(
    r'^ *```(?P<language>\w*)(?: title="(?P<title>[^"]+)")?\n(?P<body>.*?)^ *```$', re.MULTILINE | re.DOTALL
)
_PORT = re.compile(r"(?<=127\.0\.0\.1:)\d{4,5}\b|(?<=--port )\d{4,5}\b|(?<=port=)\d{4,5}\b")
_PATIENCE = 60
"""Seconds that a server of a page has to answer."""


@dataclass(frozen=True)
class Block:
    """One fenced block."""

    language: str
    body: str
    line: int
    """Where it begins in the page."""
    title: str = ""
    """The file that it is, "" for none."""

    def __str__(self) -> str:
        return f"{self.language}, line {self.line}"


@dataclass(frozen=True)
class Step:
    """A command of a console block and the output shown below it."""

    command: str
    shown: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        return shlex.split(self.command)

    @property
    def serves(self) -> bool:
        return self.command.endswith(" &")


def blocks(page: Path) -> list[Block]:
    """Give the fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            match["language"],
            dedent(match["body"]),
            text.count("\n", 0, match.start()) + 1,
            match["title"] or "",
        )
        for match in _FENCE.finditer(text)
    ]


def steps(block: Block) -> list[Step]:
    """Give the commands of a console block: lines that begin with "$ ", each with its output."""
    parts = re.split(r"^\$ ", block.body, flags=re.MULTILINE)
    assert not parts[0], "a console block begins with a command"
    return [Step(part.split("\n")[0], tuple(part.rstrip("\n").split("\n")[1:])) for part in parts[1:]]


def matches(shown: tuple[str, ...], printed: str) -> bool:
    """Tell whether the output is as shown; a line "…" stands for any lines, "…" at an end for the rest."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line).replace("…", ".*") + r"[ ]*\n"
        for line in shown
    )
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n" if printed.strip() else "") is not None


def known_command(step: Step, checkout: Path) -> bool:
    """Tell whether a command that the tests do not run again is one that exists."""
    targets = re.findall(r"^(\w+):", (checkout / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return step.words[0] in {"git", "cd"} or set(step.words[1:]) <= set(targets)


@dataclass
class Workplace:
    """A folder like a clone, in which the blocks of one page are run."""

    folder: Path
    servers: list[subprocess.Popen[bytes]] = field(default_factory=list)
    ports: dict[str, str] = field(default_factory=dict)

    def furnish(self, checkout: Path) -> None:
        """Bring the committed output, to be changed at will, and the examples."""
        copytree(checkout / "output", self.folder / "output")
        (self.folder / "examples").symlink_to(checkout / "examples")

    def keep(self, block: Block) -> None:
        """Write the file that a block shows."""
        (self.folder / block.title).write_text(self.ported(block.body), encoding="utf-8")

    def play(self, block: Block) -> None:
        """Run the commands of a console block and hold what they print against the page."""
        for step in steps(block):
            _need(step.words)
            if step.serves:
                self.serve(step)
                continue
            printed = self.run(
                f"{{ {step.command}; }} 2>&1", codes={0, 1, 2} if self.refuses(step) else {0, 1}
            )
            shown = tuple(map(self.ported, step.shown))
            assert matches(shown, printed), f"$ {step.command}\n{printed}"

    @staticmethod
    def refuses(step: Step) -> bool:
        """Tell whether a page shows how a command complains."""
        return any(line.startswith("testimonia: ") for line in step.shown)

    def run(self, command: str, codes: Container[int] = (0, 1)) -> str:
        """Run a command with what is typed around it; nothing may come on standard error."""
        done = subprocess.run(
            ["bash", "-c", self.ported(command)],
            cwd=self.folder,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode in codes, done.stdout + done.stderr
        assert done.stderr == ""
        return done.stdout

    def serve(self, step: Step) -> None:
        """Start a server, wait until its ports answer, and compare what it has said until then."""
        log = self.folder / f"server-{len(self.servers)}.log"
        command = self.ported(step.command.removesuffix(" &"))
        with log.open("wb") as sink:
            server = subprocess.Popen(
                ["bash", "-c", f"exec {command}"],
                cwd=self.folder,
                env=_environment(),
                stdout=sink,
                stderr=sink,
            )
        self.servers.append(server)
        text = command if _PORT.search(command) else self.files(command)
        for port in _PORT.findall(text):
            _await(server, int(port), log)
        if step.shown:
            assert matches(tuple(map(self.ported, step.shown)), log.read_text(encoding="utf-8"))

    def files(self, command: str) -> str:
        """Give the text of the files that a command names, in which its ports stand."""
        named = [self.folder / word for word in shlex.split(command)]
        return "".join(path.read_text(encoding="utf-8") for path in named if path.is_file())

    def ported(self, text: str) -> str:
        """Put a free port in place of each port of the page, always the same one."""
        return _PORT.sub(lambda port: self.ports.setdefault(port[0], _free_port(self.ports)), text)

    def close(self) -> None:
        for server in self.servers:
            server.terminate()
            server.wait(timeout=30)


def _need(words: list[str]) -> None:
    """Skip where a peer is not installed; with REQUIRE_PEERS none may be missing."""
    for name in set(words) & {"virtuoso-t", "spark-submit", "openrefine", "oxigraph"}:
        if not shutil.which(name, path=_environment()["PATH"]):
            (pytest.fail if os.environ.get("REQUIRE_PEERS") else pytest.skip)(f"peer not installed: {name}")


def _environment() -> dict[str, str]:
    own = str(Path(sys.executable).parent)
    return os.environ | {"PATH": os.pathsep.join([own, os.environ["PATH"]])}


def _free_port(taken: dict[str, str]) -> str:
    while True:
        with closing(create_server(("127.0.0.1", 0))) as found:
            port = str(found.getsockname()[1])
        if port not in taken.values():
            return port


def _await(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(_PATIENCE * 10):
        assert server.poll() is None, log.read_text(encoding="utf-8", errors="replace")
        try:
            create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"nothing answers at port {port}: {log.read_text(encoding='utf-8', errors='replace')}")
