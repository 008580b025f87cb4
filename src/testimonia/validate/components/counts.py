"""Components that look at all value nodes of a focus node together: true where they conform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.validate.components.asking import BeyondSetsError, as_named, as_number, as_shape
from testimonia.validate.look import one, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.validate.components.asking import CountTest, Translator
    from testimonia.validate.look import Node, Term
    from testimonia.validate.shape import Shape

__all__ = ["COUNTS", "COUNT_TESTS"]

_MOST = 5
"""Of the values that are counted by setting each against each; more are left to the reference."""


def _has_value(_: Translator, shape: Shape, term: Term, focus: str) -> str:
    if shape.path is None:
        return f"sameTerm({focus}, {as_named(term)})"
    return f"EXISTS {{ {focus} {shape.path} {as_named(term)} }}"


def _min_count(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return _at_least(translator, shape, as_number(term), focus)


def _max_count(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return f"!{_at_least(translator, shape, as_number(term) + 1, focus)}"


def _unique_lang(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    if words(term) not in {"true", "1"}:
        return "true"
    left, right = translator.fresh(), translator.fresh()
    pair = f"{focus} {shape.path} {left} . {focus} {shape.path} {right}"
    same = f'!sameTerm({left}, {right}) && LANG({left}) != "" && LCASE(LANG({left})) = LCASE(LANG({right}))'
    return f"!EXISTS {{ {pair} FILTER ({same}) }}"


def _qualified_min(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return _at_least(translator, shape, as_number(term), focus, _qualified(translator, shape))


def _qualified_max(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return f"!{_at_least(translator, shape, as_number(term) + 1, focus, _qualified(translator, shape))}"


def _qualified(translator: Translator, shape: Shape) -> Node:
    if one(translator.shapes, shape.node, "sh:qualifiedValueShapesDisjoint"):
        raise BeyondSetsError("Qualified shapes that exclude one another are left to the reference.")
    asked = one(translator.shapes, shape.node, "sh:qualifiedValueShape")
    if asked is None:
        raise BeyondSetsError("A qualified count without a shape counts nothing.")
    return as_shape(asked)


def _at_least(
    translator: Translator, shape: Shape, number: int, focus: str, qualified: Node | None = None
) -> str:
    """Give the expression that is true where there are so many different values (that conform)."""
    if number > _MOST:
        raise BeyondSetsError(f"{number} values are too many to be set against one another.")
    found = [translator.fresh() for _ in range(number)]
    triples = [f"{focus} {shape.path} {value} ." for value in found]
    different = [f"!sameTerm({a}, {b})" for n, a in enumerate(found) for b in found[:n]]
    conform = [translator.holds(qualified, value) for value in found] if qualified else []
    tests = [f"FILTER ({test})" for test in different + conform]
    return f"EXISTS {{ {' '.join(triples + tests)} }}" if found else "true"


def _too_few(path: str, term: Term, focus: str) -> str:
    """Take the focus nodes with enough values away; with `focus` in the group, no others are counted."""
    number = as_number(term)
    if number == 0:
        return "FILTER (false)"
    if number == 1:
        return f"MINUS {{ $this {path} ?counted }}"
    return f"MINUS {{ {_counted(path, focus, f'>= {number}')} }}"


def _too_many(path: str, term: Term, focus: str) -> str:
    return f"{{ {_counted(path, focus, f'> {as_number(term)}')} }}"


def _counted(path: str, focus: str, condition: str) -> str:
    """Write the query for the focus nodes with so many different values, counted in one go."""
    pattern = f"{focus} $this {path} ?counted"
    return f"SELECT $this WHERE {{ {pattern} }} GROUP BY $this HAVING (COUNT(DISTINCT ?counted) {condition})"


COUNT_TESTS: dict[str, CountTest] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "hasValue": _has_value,
    "uniqueLang": _unique_lang,
    "qualifiedMinCount": _qualified_min,
    "qualifiedMaxCount": _qualified_max,
}
COUNTS: dict[str, Callable[[str, Term, str], str]] = {"minCount": _too_few, "maxCount": _too_many}
"""The two counts that nearly every shape has: path, number and focus nodes to a pattern of those at fault.

Within EXISTS, which is asked node by node, the engine would join a longer path anew each time.
"""
