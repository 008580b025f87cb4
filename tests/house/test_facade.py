"""The façade: what `import testimonia` offers, and what it costs."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import testimonia


@pytest.mark.parametrize("name", testimonia.__all__)
def test_every_name_on_offer_can_be_had(name: str) -> None:
    assert getattr(testimonia, name) is not None


def test_names_are_imported_from_the_rooms_they_are_declared_in() -> None:
    tree = ast.parse(Path(testimonia.__file__).read_text(encoding="utf-8"))
    declared = {
        (f"{node.module}", alias.name)
        for branch in tree.body
        if isinstance(branch, ast.If)
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert declared == {(f"testimonia.{room}", n) for room, names in testimonia._HOMES.items() for n in names}
    assert {name for _, name in declared} | {"__version__"} == set(testimonia.__all__)
    assert dir(testimonia) == sorted(testimonia.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'burn'"):
        testimonia.burn  # noqa: B018


def imported(code: str) -> str:
    """Run code in a fresh Python, without the imports that measuring coverage adds, and give what it prints."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


@pytest.mark.parametrize("module", ["testimonia", "testimonia.cli"])
def test_nothing_heavy_is_imported_before_it_is_needed(module: str) -> None:
    heavy = "{'rdflib', 'pyoxigraph', 'pyshacl', 'requests', 'rich', 'dataclasses'}"
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    assert imported(code) == "[]\n"


def test_building_never_imports_rdflib(example: Path) -> None:
    code = (
        "import sys; from testimonia.pipeline import build_article\n"
        f"build_article(open({str(example)!r}, 'rb').read(), 'example')\n"
        "print(sorted({'rdflib', 'pyshacl', 'requests', 'rich'} & set(sys.modules)))"
    )
    assert imported(code) == "[]\n"
