"""The constraint components of SHACL Core in SPARQL, one line or a few for each.

Three kinds, after what their results name:

- `VALUE_TESTS` look at one value node. The expression is true where it conforms, and never an error;
- `COUNT_TESTS` look at all value nodes of a focus node together. The expression is true where they conform;
- `PAIR_TESTS` set values beside others. The pattern binds a variable to each value at fault.

A component that is not here, or asks for what SPARQL would answer otherwise than the reference, raises
`BeyondSetsError`; the shape is then left to the reference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from testimonia.errors import ShapesError
from testimonia.validate.look import members, one, values, words
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import Store

    from testimonia.validate.look import Node, Term
    from testimonia.validate.shape import Shape

    ValueTest = Callable[["Translator", Shape, Term, str], str]
    """Translator, shape, value of the parameter, variable of the value node."""
    CountTest = Callable[["Translator", Shape, Term, str], str]
    """The same; the variable is that of the focus node."""
    PairTest = Callable[["Translator", Shape, Term, str, str], str]
    """The same, and the variable of the value at fault."""

__all__ = ["COUNTS", "COUNT_TESTS", "PAIR_TESTS", "VALUE_TESTS", "BeyondSetsError", "Translator"]

_XSD = PREFIXES["xsd"]
_MOST = 5
"""Of the values that are counted by setting each against each; more are left to the reference."""
_UNLIKE_PYTHON = re.compile(r"\(\?|\\[1-9]|\\[A-Zbpx]")
"""In a regular expression: what Python and SPARQL understand differently or one of them not at all."""
_KINDS = {"IRI": "isIRI", "BlankNode": "isBlank", "Literal": "isLiteral"}
_CAST = frozenset(_XSD + name for name in ("boolean", "integer", "decimal", "float", "double", "dateTime"))
"""Types whose words SPARQL can check by a cast."""
_PLAIN = frozenset(
    (f"{_XSD}string", f"{_XSD}anyURI", f"{PREFIXES['rdf']}langString", f"{PREFIXES['edtf']}EDTF")
)
"""Types that take any words."""


class BeyondSetsError(ShapesError):
    """A constraint that is not asked in SPARQL; the shape that has it is left to the reference."""


class Translator(Protocol):
    """What a component may ask of the translation that it is part of."""

    shapes: Store
    instance_of: str
    """The path from a node to its classes."""

    def fresh(self) -> str:
        """Give a variable that is used nowhere else."""

    def holds(self, node: Node, variable: str) -> str:
        """Give the expression that is true where a node conforms to a whole shape."""


# --- one value ----------------------------------------------------------------------------------


def _total(expression: str) -> str:
    """Make an expression false where it would be an error, such as comparing a date with a number."""
    return f"COALESCE({expression}, false)"


def _class(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return f"EXISTS {{ {value} {translator.instance_of} {term} }}"


def _datatype(_: Translator, __: Shape, term: Term, value: str) -> str:
    same = f"datatype({value}) = {term}"
    name = words(term)
    if name in _CAST:
        return _total(f"{same} && {term}(STR({value})) = {term}(STR({value}))")
    if name == f"{_XSD}date":  # the reference knows the years 1 to 9999, as Python does
        year = f'REGEX(STR({value}), "^[0-9]{{4}}-") && !STRSTARTS(STR({value}), "0000")'
        return _total(f"{same} && {year} && {term}(STR({value})) = {term}(STR({value}))")
    if name in _PLAIN:
        return _total(same)
    raise BeyondSetsError(f"The words of {name} are not checked in SPARQL.")


def _node_kind(_: Translator, __: Shape, term: Term, value: str) -> str:
    allowed = words(term).rpartition("#")[2].split("Or")
    if not set(allowed) <= set(_KINDS):
        raise ShapesError(
            f"«{words(term)}» is no kind of node; there are sh:IRI, sh:BlankNode, sh:Literal and pairs."
        )
    return f"({' || '.join(f'{_KINDS[kind]}({value})' for kind in allowed)})"


def _compared(sign: str) -> ValueTest:
    def test(_: Translator, __: Shape, term: Term, value: str) -> str:
        return _total(f"{value} {sign} {term}")

    return test


def _length(sign: str) -> ValueTest:
    def test(_: Translator, __: Shape, term: Term, value: str) -> str:
        return _total(f"!isBlank({value}) && STRLEN(STR({value})) {sign} {_number(term)}")

    return test


def _pattern(translator: Translator, shape: Shape, term: Term, value: str) -> str:
    _require_expression(words(term))
    flags = one(translator.shapes, shape.node, "sh:flags")
    if _UNLIKE_PYTHON.search(words(term)) or (flags and words(flags).strip("i")):
        raise BeyondSetsError(f"The pattern «{words(term)}» may mean something else in SPARQL.")
    given = f"{term}, {flags}" if flags else str(term)
    return _total(f"!isBlank({value}) && REGEX(STR({value}), {given})")


def _language_in(translator: Translator, _: Shape, term: Term, value: str) -> str:
    ranges = members(translator.shapes, term)
    return _total(_any(f"langMatches(LANG({value}), {one_of})" for one_of in ranges))


def _in(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return _any(f"sameTerm({value}, {_named(member)})" for member in members(translator.shapes, term))


def _node(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return translator.holds(_shape(term), value)


def _not(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return f"!{translator.holds(_shape(term), value)}"


def _and(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return f"({' && '.join(_members_hold(translator, term, value)) or 'true'})"


def _or(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return _any(_members_hold(translator, term, value))


def _xone(translator: Translator, _: Shape, term: Term, value: str) -> str:
    counted = [f"IF({holds}, 1, 0)" for holds in _members_hold(translator, term, value)]
    return f"({' + '.join(counted) or '0'} = 1)"


def _has_value(_: Translator, shape: Shape, term: Term, focus: str) -> str:
    if shape.path is None:
        return f"sameTerm({focus}, {_named(term)})"
    return f"EXISTS {{ {focus} {shape.path} {_named(term)} }}"


# --- all values of a focus node together --------------------------------------------------------


def _min_count(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return _at_least(translator, shape, _number(term), focus)


def _max_count(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return f"!{_at_least(translator, shape, _number(term) + 1, focus)}"


def _unique_lang(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    if words(term) not in {"true", "1"}:
        return "true"
    left, right = translator.fresh(), translator.fresh()
    pair = f"{focus} {shape.path} {left} . {focus} {shape.path} {right}"
    same = f'!sameTerm({left}, {right}) && LANG({left}) != "" && LCASE(LANG({left})) = LCASE(LANG({right}))'
    return f"!EXISTS {{ {pair} FILTER ({same}) }}"


def _qualified_min(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return _at_least(translator, shape, _number(term), focus, _qualified(translator, shape))


def _qualified_max(translator: Translator, shape: Shape, term: Term, focus: str) -> str:
    return f"!{_at_least(translator, shape, _number(term) + 1, focus, _qualified(translator, shape))}"


def _qualified(translator: Translator, shape: Shape) -> Node:
    if one(translator.shapes, shape.node, "sh:qualifiedValueShapesDisjoint"):
        raise BeyondSetsError("Qualified shapes that exclude one another are left to the reference.")
    asked = one(translator.shapes, shape.node, "sh:qualifiedValueShape")
    if asked is None:
        raise BeyondSetsError("A qualified count without a shape counts nothing.")
    return _shape(asked)


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
    number = _number(term)
    if number == 0:
        return "FILTER (false)"
    if number == 1:
        return f"MINUS {{ $this {path} ?counted }}"
    return f"MINUS {{ {_counted(path, focus, f'>= {number}')} }}"


def _too_many(path: str, term: Term, focus: str) -> str:
    return f"{{ {_counted(path, focus, f'> {_number(term)}')} }}"


def _counted(path: str, focus: str, condition: str) -> str:
    """Write the query for the focus nodes with so many different values, counted in one go."""
    pattern = f"{focus} $this {path} ?counted"
    return f"SELECT $this WHERE {{ {pattern} }} GROUP BY $this HAVING (COUNT(DISTINCT ?counted) {condition})"


# --- values beside others -----------------------------------------------------------------------


def _equals(_: Translator, shape: Shape, term: Term, focus: str, value: str) -> str:
    path = _path(shape)
    missing = f"{{ {focus} {path} {value} FILTER NOT EXISTS {{ {focus} {term} {value} }} }}"
    return f"{missing} UNION {{ {focus} {term} {value} FILTER NOT EXISTS {{ {focus} {path} {value} }} }}"


def _disjoint(_: Translator, shape: Shape, term: Term, focus: str, value: str) -> str:
    return f"{focus} {_path(shape)} {value} . {focus} {term} {value}"


def _ordered(sign: str) -> PairTest:
    def test(translator: Translator, shape: Shape, term: Term, focus: str, value: str) -> str:
        other = translator.fresh()
        in_order = _total(f"{value} {sign} {other}")
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


# --- the tables ---------------------------------------------------------------------------------


def _any(tests: Iterable[str]) -> str:
    return f"({' || '.join(tests) or 'false'})"


def _members_hold(translator: Translator, head: Term, value: str) -> list[str]:
    return [translator.holds(_shape(member), value) for member in members(translator.shapes, head)]


def _number(term: Term) -> int:
    if not words(term).isdecimal():
        raise ShapesError(f"«{words(term)}» stands where a whole number from 0 upwards should.")
    return int(words(term))


def _require_expression(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ShapesError(f"The pattern «{pattern}» is no regular expression: {error}.") from error


def _named(term: Term) -> str:
    from pyoxigraph import BlankNode

    if isinstance(term, BlankNode):
        raise BeyondSetsError("A blank node of the shapes is not a term of the data.")
    return str(term)


def _path(shape: Shape) -> str:
    if shape.path is None:
        raise BeyondSetsError("A node that is compared with its own properties is left to the reference.")
    return shape.path


def _shape(term: Term) -> Node:
    from pyoxigraph import Literal

    if isinstance(term, Literal):
        raise ShapesError(f"«{term.value}» stands where a shape should be named.")
    return term


VALUE_TESTS: dict[str, ValueTest] = {
    "class": _class,
    "datatype": _datatype,
    "nodeKind": _node_kind,
    "minExclusive": _compared(">"),
    "minInclusive": _compared(">="),
    "maxExclusive": _compared("<"),
    "maxInclusive": _compared("<="),
    "minLength": _length(">="),
    "maxLength": _length("<="),
    "pattern": _pattern,
    "languageIn": _language_in,
    "in": _in,
    "node": _node,
    "not": _not,
    "and": _and,
    "or": _or,
    "xone": _xone,
}
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
PAIR_TESTS: dict[str, PairTest] = {
    "equals": _equals,
    "disjoint": _disjoint,
    "lessThan": _ordered("<"),
    "lessThanOrEquals": _ordered("<="),
    "closed": _closed,
}
"""Local name of a constraint parameter to its test."""
