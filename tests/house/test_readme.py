"""Every code block of the README is true: commands run, graphs parse, questions have these answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from blocks import Block, Workplace, blocks, known_command, matches, steps
from pyoxigraph import RdfFormat, parse

if TYPE_CHECKING:
    from testimonia.pipeline import Built

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCKS = blocks(README)
PAGES = [*BLOCKS, *blocks(README.with_name("CONTRIBUTING.md")), *blocks(README.with_name("CHANGELOG.md"))]


def of(language: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language]


@pytest.fixture(scope="module")
def workplace(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A folder like a clone, with the committed output, so that each block runs whatever ran before."""
    place = Workplace(tmp_path_factory.mktemp("readme"))
    place.furnish(checkout)
    for block in of("sparql"):
        name = block.body.splitlines()[0].removeprefix("# ")
        (place.folder / name).write_text(block.body, encoding="utf-8")
    return place


def test_there_is_a_test_for_every_kind_of_block() -> None:
    assert {block.language for block in PAGES} <= {"console", "turtle", "sparql", "python"}


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("block", of("console"), ids=str)
def test_the_commands_print_what_is_shown(block: Block, workplace: Workplace, checkout: Path) -> None:
    for step in steps(block):
        if step.words[0] in {"make", "git", "cd"}:
            assert known_command(step, checkout)
            continue
        printed = workplace.run(step.command)
        assert matches(step.shown, printed), f"$ {step.command}\n{printed}"


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
def test_the_python_runs(block: Block, workplace: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace.folder)
    exec(compile(block.body, str(README), "exec"), {})  # noqa: S102 - the README is ours
