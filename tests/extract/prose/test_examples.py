"""The examples and counter-examples that the rules give in their docstrings hold."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import testimonia.extract
from testimonia.extract.prose import find_claims

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from testimonia.extract.prose import Scene

FOLDER = Path(testimonia.extract.__file__).parent
FRAMES = {
    "verbs": "prose.verb",
    "losses": "prose.loss",
    "nouns": "prose.noun",
    "strength": "prose.strength",
    "subsets": "prose.subset",
}
_LINE = re.compile(r"^ *(?P<sort>example|counter-example)  +(?P<words>.+(?:\n {12,}[^ →].*)*)", re.MULTILINE)

FALSE: dict[str, str] = {}
"""Examples that do not hold, each with the reason."""


class Example(NamedTuple):
    """A phrase in the docstring of a rule."""

    module: str
    holds: bool
    phrase: str
    reading: str
    """What stands behind the arrow: what the phrase is read as."""


def examples() -> Iterator[Example]:
    for path in sorted(FOLDER.rglob("*.py")):
        told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        for match in _LINE.finditer(told):
            for phrase in match["words"].split(" · "):
                words, _, reading = phrase.partition("→")
                plain = re.sub(r" \([^)]*\)$", "", " ".join(words.split()))
                yield Example(path.stem, match["sort"] == "example", plain, reading.strip())


EXAMPLES = list(examples())


def of_frames() -> Iterator[object]:
    for one in EXAMPLES:
        if one.module in FRAMES and "…" not in one.phrase:
            marks = (
                [pytest.mark.xfail(reason=FALSE[one.phrase], strict=True, raises=AssertionError)]
                if one.phrase in FALSE
                else []
            )
            yield pytest.param(one, id=f"{one.module}: {one.phrase}", marks=marks)


@pytest.mark.parametrize("example", list(of_frames()))
def test_a_frame_finds_its_examples_and_leaves_its_counter_examples(
    example: Example, scenes_of: Callable[[str], list[Scene]]
) -> None:
    found = [one.rule for scene in scenes_of(example.phrase) for one in find_claims(scene)]
    assert any(rule.startswith(FRAMES[example.module]) for rule in found) == example.holds, found


@pytest.mark.parametrize("module", FRAMES)
def test_a_frame_shows_an_example_and_a_counter_example(module: str) -> None:
    assert {one.holds for one in EXAMPLES if one.module == module} == {True, False}


def test_false_examples_are_examples() -> None:
    assert set(FALSE) <= {one.phrase for one in EXAMPLES}
