"""The cases of tests/broken, whose names are the codes that they trip, and the program that holds engines equal."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rdflib.plugins.sparql.processor import SPARQLProcessor

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def conforming() -> Path:
    """A small graph in which nothing is wrong."""
    return ROOT / "tests" / "broken" / "conforming.ttl"


@pytest.fixture(scope="session")
def equality() -> Iterator[Any]:
    """The program benchmarks/equality.py as a module."""
    spec = importlib.util.spec_from_file_location("equality", ROOT / "benchmarks" / "equality.py")
    assert spec is not None
    assert spec.loader is not None
    program = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "equality", program)
        spec.loader.exec_module(program)
        yield program


@pytest.fixture(scope="module")
def parsed_once(equality: Any) -> Iterator[None]:
    """Let pyshacl ask prepared queries, as the program does: it parses them anew at every focus node."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SPARQLProcessor, "query", SPARQLProcessor.query)  # what is put back
        equality.parse_once()
        yield
