"""Every code block of every page of the documentation is true; blocks of a page run in order, in one place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from blocks import Block, Workplace, blocks
from pyoxigraph import RdfFormat, parse

from testimonia.cli.entry import make_parser
from testimonia.validate.known import usual_place
from testimonia.vocab import BASE, PREFIXES

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_the_blocks_of_a_page_run_and_print_what_is_shown(
    path: Path, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workplace(tmp_path)
    place.furnish(checkout)
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(usual_place(), ignore_errors=True)  # what other pages validated, a reader of this one did not
    shown = blocks(path)
    for block in shown:
        if block.title:
            place.keep(block)
    try:
        for block in shown:
            _play(place, block, f"{path.name}, {block}")
    finally:
        place.close()


def _play(place: Workplace, block: Block, where: str) -> None:
    if block.language == "console":
        place.play(block)
    elif block.language == "turtle":
        assert list(parse(_with_prefixes(block.body), RdfFormat.TURTLE, base_iri=BASE)), where
    elif block.language == "python" and not block.title:
        exec(compile(block.body, where, "exec"), {"__name__": "page"})  # noqa: S102 - the page is ours
    elif block.language == "shell":
        _parses(block)
    else:
        assert block.title or block.language in {"python", "text", ""}, where


def _with_prefixes(turtle: str) -> str:
    """Declare the prefixes of our files where a block leaves them out."""
    known = "".join(
        f"@prefix {name}: <{space}> .\n"
        for name, space in PREFIXES.items()
        if f"@prefix {name}:" not in turtle
    )
    return known + turtle


def _parses(block: Block) -> None:
    """Hold the commands that are ours against the parser; what they would do needs another machine."""
    import shlex

    joined = block.body.replace("\\\n", " ")
    calls = [part.strip() for part in re.split(r"\n|\||&&", joined) if part.strip().startswith("testimonia ")]
    for call in calls:
        assert make_parser().parse_args(shlex.split(call)[1:]).command


def test_every_page_is_in_a_table_of_contents() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    listed = {
        line for part in re.findall(r"```{toctree}\n(.*?)```", index, re.DOTALL) for line in part.split()
    }
    assert {path.relative_to(DOCS).with_suffix("").as_posix() for path in PAGES} - {"index"} <= listed


def test_a_page_shows_nothing_that_only_looks_like_a_block() -> None:
    """Indented blocks would not be run."""
    for path in PAGES:
        text = re.sub(
            r"^( *)```.*?^\1```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
        )
        assert not re.search(r"^\n {4}\S", text, re.MULTILINE), path
