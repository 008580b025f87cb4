"""What every room's tests share: where the checkout lies, and the example's built graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from testimonia.pipeline import Built

ROOT = Path(__file__).resolve().parents[1]

# The same cases on every run and every machine: a property that fails, fails for everybody.
settings.register_profile("same everywhere", derandomize=True, deadline=None)
settings.load_profile("same everywhere")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def example() -> Path:
    """The article that README, demo and committed output show."""
    return ROOT / "examples" / "battle-of-akabar.txt"


@pytest.fixture(scope="session")
def built(example: Path) -> Built:
    """The example, built in all formats with the options of the demo."""
    from testimonia.pipeline import FORMATS, Options, build_article

    return build_article(example.read_bytes(), example.name, Options(formats=tuple(FORMATS)))
