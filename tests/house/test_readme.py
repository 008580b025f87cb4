"""Every code block of the README is true: commands run, graphs parse, questions have these answers."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

if TYPE_CHECKING:
    from testimonia.pipeline import Built

_FENCE = re.compile(r"^ *```(?P<language>\w*)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block."""

    language: str
    body: str
    line: int
    """Where it begins in the page."""

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


def blocks(page: Path) -> list[Block]:
    """Give the fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(match["language"], dedent(match["body"]), text.count("\n", 0, match.start()) + 1)
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
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None


README = Path(__file__).resolve().parents[2] / "README.md"
BLOCKS = blocks(README)
PAGES = [*BLOCKS, *blocks(README.with_name("CONTRIBUTING.md")), *blocks(README.with_name("CHANGELOG.md"))]


def of(language: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language]


@pytest.fixture(scope="module")
def workplace(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a clone, with the committed output, so that each block runs whatever ran before."""
    place = tmp_path_factory.mktemp("readme")
    copytree(checkout / "output", place / "output")
    (place / "examples").symlink_to(checkout / "examples")
    for block in of("sparql"):
        name = block.body.splitlines()[0].removeprefix("# ")
        (place / name).write_text(block.body, encoding="utf-8")
    return place


def test_there_is_a_test_for_every_kind_of_block() -> None:
    assert {block.language for block in PAGES} <= {"console", "turtle", "sparql", "python"}


@pytest.mark.parametrize("block", of("console"), ids=str)
def test_the_commands_print_what_is_shown(block: Block, workplace: Path, checkout: Path) -> None:
    for step in steps(block):
        if step.words[0] in {"make", "git", "cd"}:
            assert is_known(step, checkout)
            continue
        printed = run(step, workplace)
        assert matches(step.shown, printed), f"$ {step.command}\n{printed}"


def is_known(step: Step, checkout: Path) -> bool:
    """Tell whether a command that the tests do not run again is one that exists."""
    targets = re.findall(r"^(\w+):", (checkout / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return step.words[0] in {"git", "cd"} or set(step.words[1:]) <= set(targets)


def run(step: Step, workplace: Path) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-c", step.command],
        cwd=workplace,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("block", of("turtle"), ids=str)
def test_the_turtle_is_part_of_what_the_example_becomes(block: Block, built: Built) -> None:
    shown = {quad.triple for quad in parse(block.body.encode(), RdfFormat.TURTLE)}
    written = {quad.triple for quad in parse(built.files["ttl"], RdfFormat.TURTLE)}
    assert shown
    assert shown <= written


@pytest.mark.parametrize("block", of("sparql"), ids=str)
def test_the_question_can_be_asked(block: Block, built: Built) -> None:
    from pyoxigraph import Store

    store = Store()
    store.load(built.files["ttl"], RdfFormat.TURTLE)
    assert store.query(block.body)


@pytest.mark.parametrize("block", of("python"), ids=str)
def test_the_python_runs(block: Block, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    exec(compile(block.body, str(README), "exec"), {})  # noqa: S102 - the README is ours
