"""Hearsay: a stance without a sayer, in its own clause only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

HEARSAY = [
    ("Four soldiers were reportedly captured.", "reported"),
    ("Reportedly four soldiers were captured.", "reported"),
    ("Four soldiers were allegedly captured.", "reported"),
    ("Four soldiers were supposedly captured.", "reported"),
    ("The ministry reportedly resigned; four soldiers were captured.", "unmarked"),
    ("The ministry reportedly resigned, and four soldiers were captured.", "unmarked"),
    ("Four soldiers were captured, but the ministry reportedly resigned.", "unmarked"),
    ("Four soldiers were captured.", "unmarked"),
]


@pytest.mark.parametrize(("text", "stance"), HEARSAY)
def test_hearsay_is_reported_by_nobody(text: str, stance: str, article_of: Callable[..., Article]) -> None:
    (claim,) = extract_findings(article_of(text)).claims
    assert (claim.stance, claim.claimants, claim.statement) == (stance, (), None)
