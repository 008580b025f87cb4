"""The cases of tests/broken: each file's name is the code that it trips."""

from __future__ import annotations

from pathlib import Path

import pytest

BROKEN = Path(__file__).resolve().parents[1] / "broken"


@pytest.fixture(scope="session")
def conforming() -> Path:
    """A small graph in which nothing is wrong."""
    return BROKEN / "conforming.ttl"
