"""What docs/exporting.md says is so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from testimonia.cli import main
from testimonia.export import FORMS
from testimonia.export.wikidata import vocabulary

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs" / "exporting.md").read_text(encoding="utf-8")


def test_every_form_is_explained(page: str) -> None:
    assert {form for form in FORMS if f"`{form}`" in page} == set(FORMS)


def test_every_option_that_is_named_exists(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    shown = capsys.readouterr().out
    assert set(re.findall(r"--[a-z]+", page)) <= set(re.findall(r"--[a-z]+", shown))


def test_every_qualifier_and_reference_is_explained(page: str) -> None:
    assert set(vocabulary()["properties"].values()) <= set(re.findall(r"P\d+", page))


def test_the_python_runs(page: str, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(checkout)
    for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(compile(block, "exporting.md", "exec"), {})  # noqa: S102 - the page is ours
