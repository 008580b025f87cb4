"""The notebooks of the documentation run from their first cell to their last."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.ipynb")), ids=lambda path: str(path.name))
# The kernel is another process; what its transport warns of is not ours.
@pytest.mark.usefixtures("unmeasured")
@pytest.mark.filterwarnings("default")
def test_a_notebook_runs_and_draws_what_it_shows(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("nbclient", "ipykernel", "matplotlib", "pandas"):
        if not os.environ.get("REQUIRE_PEERS"):
            pytest.importorskip(package)
    import nbformat
    from nbclient import NotebookClient

    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    notebook = nbformat.read(path, as_version=4)
    shown = [_kinds(cell) for cell in notebook.cells]
    assert any("image/png" in kinds for kinds in shown)
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(DOCS)}})
    client.execute()
    assert [_kinds(cell) for cell in notebook.cells] == shown


def _kinds(cell: dict[str, object]) -> list[str]:
    """Name the kinds of output of a cell: pictures, tables, printed text."""
    outputs = cell.get("outputs", [])
    assert isinstance(outputs, list)
    return sorted(kind for output in outputs for kind in output.get("data", {output["output_type"]: ""}))
