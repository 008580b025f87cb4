"""Components that set values beside others: the pattern binds a variable to each value at fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.validate.components.asking import BeyondSetsError, never_error
from testimonia.validate.look import members, values, words

if TYPE_CHECKING:
    from testimonia.validate.components.asking import PairTest, Translator
    from testimonia.validate.look import Term
    from testimonia.validate.shape import Shape

__all__ = ["PAIR_TESTS"]


def _equals(_: Translator, shape: Shape, term: Term, focus: str, value: str) -> str:
    path = _path(shape)
    missing = f"{{ {focus} {path} {value} FILTER NOT EXISTS {{ {focus} {term} {value} }} }}"
    return f"{missing} UNION {{ {focus} {term} {value} FILTER NOT EXISTS {{ {focus} {path} {value} }} }}"


def _disjoint(_: Translator, shape: Shape, term: Term, focus: str, value: str) -> str:
    return f"{focus} {_path(shape)} {value} . {focus} {term} {value}"


def _ordered(sign: str) -> PairTest:
    def test(translator: Translator, shape: Shape, term: Term, focus: str, value: str) -> str:
        other = translator.fresh()
        in_order = never_error(f"{value} {sign} {other}")
        return f"{focus} {_path(shape)} {value} . {focus} {term} {other} FILTER (!{in_order})"

    return test


def _closed(translator: Translator, shape: Shape, term: Term, focus: str, value: str) -> str:
    if words(term) not in {"true", "1"}:
        return "FILTER (false)"
    allowed = [
        str(path)
        for node in shape.properties
        for path in values(translator.shapes, node, "sh:path")
        if str(path).startswith("<")
    ]
    for ignored in values(translator.shapes, shape.node, "sh:ignoredProperties"):
        allowed += map(str, members(translator.shapes, ignored))
    return f"{focus} {value}Path {value} FILTER ({value}Path NOT IN ({', '.join(allowed)}))"


def _path(shape: Shape) -> str:
    if shape.path is None:
        raise BeyondSetsError("A node that is compared with its own properties is left to the reference.")
    return shape.path


PAIR_TESTS: dict[str, PairTest] = {
    "equals": _equals,
    "disjoint": _disjoint,
    "lessThan": _ordered("<"),
    "lessThanOrEquals": _ordered("<="),
    "closed": _closed,
}
"""Local name of a constraint parameter to its test."""
