"""What may be chosen about a graph, and what may not."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from testimonia.errors import UsageError
from testimonia.mapping import MappingOptions


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"base": "graph"}, "«graph» is not an absolute IRI; base needs one."),
        (
            {"base": "https://example.org/a b/"},
            "«https://example.org/a b/» is not an absolute IRI; base needs one.",
        ),
        (
            {"base": "https://example.org/kg"},
            "«https://example.org/kg» cannot be the base of IRIs: it does not end in «/».",
        ),
        ({"license": "CC BY-SA"}, "«CC BY-SA» is not an absolute IRI; license needs one."),
        ({"language": "English!"}, "«English!» is not a language tag such as «en»."),
        ({"timestamp": "yesterday"}, "«yesterday» is not a date and time such as «2024-05-01T12:00:00Z»."),
        ({"tolerance": 1.5}, "«1.5» is not a share from 0 up to 1; tolerance needs one."),
    ],
)
def test_a_choice_that_cannot_be_used_is_named_in_one_sentence(choice: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError) as raised:
        MappingOptions(**choice)
    assert str(raised.value) == words


@pytest.mark.parametrize(
    ("tolerance", "margin"),
    [(0.1, Fraction(1, 10)), (0, Fraction(0)), (None, Fraction(0)), (0.25, Fraction(1, 4))],
)
def test_the_tolerance_is_an_exact_share(tolerance: float | None, margin: Fraction) -> None:
    assert MappingOptions(tolerance=tolerance).margin == margin


def test_a_time_with_seconds_is_taken() -> None:
    assert MappingOptions(timestamp="2024-05-01T12:00:00Z").timestamp == "2024-05-01T12:00:00Z"
