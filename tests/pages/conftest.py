"""The vocabulary beside an empty graph."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from testimonia.pages import Library, open_vocabulary


@pytest.fixture(scope="session")
def library() -> Library:
    """A library without data: the words alone."""
    return Library(Store(), open_vocabulary())
