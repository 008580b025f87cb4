"""Quantities keep the bounds as read; what "about" means stands apart."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from testimonia.mapping.quantity import map_quantity
from testimonia.mapping.terms import node
from testimonia.model import Quantity

NODE = node("https://example.org/claim#quantity")


def described(quantity: Quantity, margin: str = "0.1") -> dict[str, Any]:
    triples = map_quantity(NODE, quantity, Fraction(margin))
    return {
        p.value.rpartition("#")[2]: o.partition("^^")[0].strip('<>"').rpartition("/")[2]
        for _, p, o in triples
        if "type" not in p
    }


@pytest.mark.parametrize(
    ("kind", "low", "high", "bounds"),
    [
        ("exact", 3, 3, {"quantityKind": "exact", "minValue": "3", "maxValue": "3"}),
        ("range", 20, 30, {"quantityKind": "range", "minValue": "20", "maxValue": "30"}),
        ("lower_bound", 12, None, {"quantityKind": "lowerBound", "minValue": "12"}),
        ("upper_bound", None, 200, {"quantityKind": "upperBound", "maxValue": "200"}),
        ("vague", None, None, {"quantityKind": "vague"}),
        ("none", 0, 0, {"quantityKind": "none", "minValue": "0", "maxValue": "0"}),
        ("unknown", None, None, {"quantityKind": "unknown"}),
        ("not_reported", None, None, {"quantityKind": "notReported"}),
    ],
)
def test_bounds_stand_as_they_were_read(
    kind: Any, low: int | None, high: int | None, bounds: dict[str, str]
) -> None:
    assert described(Quantity(kind, low, high, "")) == bounds


@pytest.mark.parametrize(
    ("number", "margin", "reach"),
    [
        (60, "0.1", ("54", "66")),
        (70, "0.1", ("63", "77")),
        (5, "0.1", ("4", "6")),
        (1000, "0.05", ("950", "1050")),
        (0, "0.1", ("0", "0")),
    ],
)
def test_about_reaches_as_far_as_the_tolerance_of_the_run(
    number: int, margin: str, reach: tuple[str, str]
) -> None:
    found = described(Quantity("approximate", number, number, "~"), margin)
    assert (found["minValue"], found["maxValue"]) == (str(number), str(number))
    assert (found["toleratedMin"], found["toleratedMax"]) == reach


def test_without_a_tolerance_about_reaches_nowhere() -> None:
    assert described(Quantity("approximate", 60, 60, "~60"), "0") == {
        "quantityKind": "approximate",
        "minValue": "60",
        "maxValue": "60",
    }


def test_an_open_bound_stays_open_when_it_is_about() -> None:
    found = described(Quantity("approximate", 60, None, "about 60 or more"))
    assert "toleratedMax" not in found
    assert found["toleratedMin"] == "54"
    assert described(Quantity("approximate", None, 60, "up to about 60"))["toleratedMax"] == "66"
