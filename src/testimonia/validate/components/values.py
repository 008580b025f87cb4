"""Components that look at one value node: the expression is true where it conforms, and never an error."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.errors import ShapesError
from testimonia.validate.components.asking import BeyondSetsError, as_named, as_number, as_shape, never_error
from testimonia.validate.look import members, one, words
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from testimonia.validate.components.asking import Translator, ValueTest
    from testimonia.validate.look import Term
    from testimonia.validate.shape import Shape

__all__ = ["VALUE_TESTS"]

_XSD = PREFIXES["xsd"]
_UNLIKE_PYTHON = re.compile(r"\(\?|\\[1-9]|\\[A-Zbpx]")
"""In a regular expression: what Python and SPARQL understand differently or one of them not at all."""
_KINDS = {"IRI": "isIRI", "BlankNode": "isBlank", "Literal": "isLiteral"}
_CAST = frozenset(_XSD + name for name in ("boolean", "integer", "decimal", "float", "double", "dateTime"))
"""Types whose words SPARQL can check by a cast."""
_PLAIN = frozenset(
    (f"{_XSD}string", f"{_XSD}anyURI", f"{PREFIXES['rdf']}langString", f"{PREFIXES['edtf']}EDTF")
)
"""Types that take any words."""


def _class(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return f"EXISTS {{ {value} {translator.instance_of} {term} }}"


def _datatype(_: Translator, __: Shape, term: Term, value: str) -> str:
    same = f"datatype({value}) = {term}"
    name = words(term)
    if name in _CAST:
        return never_error(f"{same} && {term}(STR({value})) = {term}(STR({value}))")
    if name == f"{_XSD}date":  # the reference knows the years 1 to 9999, as Python does
        year = f'REGEX(STR({value}), "^[0-9]{{4}}-") && !STRSTARTS(STR({value}), "0000")'
        return never_error(f"{same} && {year} && {term}(STR({value})) = {term}(STR({value}))")
    if name in _PLAIN:
        return never_error(same)
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
        return never_error(f"{value} {sign} {term}")

    return test


def _length(sign: str) -> ValueTest:
    def test(_: Translator, __: Shape, term: Term, value: str) -> str:
        return never_error(f"!isBlank({value}) && STRLEN(STR({value})) {sign} {as_number(term)}")

    return test


def _pattern(translator: Translator, shape: Shape, term: Term, value: str) -> str:
    _require_expression(words(term))
    flags = one(translator.shapes, shape.node, "sh:flags")
    if _UNLIKE_PYTHON.search(words(term)) or (flags and words(flags).strip("i")):
        raise BeyondSetsError(f"The pattern «{words(term)}» may mean something else in SPARQL.")
    given = f"{term}, {flags}" if flags else str(term)
    return never_error(f"!isBlank({value}) && REGEX(STR({value}), {given})")


def _language_in(translator: Translator, _: Shape, term: Term, value: str) -> str:
    ranges = members(translator.shapes, term)
    return never_error(_any(f"langMatches(LANG({value}), {one_of})" for one_of in ranges))


def _in(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return _any(f"sameTerm({value}, {as_named(member)})" for member in members(translator.shapes, term))


def _node(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return translator.holds(as_shape(term), value)


def _not(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return f"!{translator.holds(as_shape(term), value)}"


def _and(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return f"({' && '.join(_members_hold(translator, term, value)) or 'true'})"


def _or(translator: Translator, _: Shape, term: Term, value: str) -> str:
    return _any(_members_hold(translator, term, value))


def _xone(translator: Translator, _: Shape, term: Term, value: str) -> str:
    counted = [f"IF({holds}, 1, 0)" for holds in _members_hold(translator, term, value)]
    return f"({' + '.join(counted) or '0'} = 1)"


def _any(tests: Iterable[str]) -> str:
    return f"({' || '.join(tests) or 'false'})"


def _members_hold(translator: Translator, head: Term, value: str) -> list[str]:
    return [translator.holds(as_shape(member), value) for member in members(translator.shapes, head)]


def _require_expression(pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ShapesError(f"The pattern «{pattern}» is no regular expression: {error}.") from error


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
