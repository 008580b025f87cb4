"""The example's quads, from findings written by hand."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from testimonia.mapping import MappingOptions, map_article

if TYPE_CHECKING:
    from types import ModuleType

    from pyoxigraph import Quad


@pytest.fixture(scope="session")
def akabar() -> ModuleType:
    """The findings of the example, written by hand for the mapping's tests."""
    path = Path(__file__).resolve().parents[1] / "mapping" / "akabar.py"
    spec = spec_from_file_location("akabar", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def quads(akabar: ModuleType) -> tuple[Quad, ...]:
    """The example as quads."""
    return map_article(akabar.ARTICLE, akabar.FINDINGS, MappingOptions())
