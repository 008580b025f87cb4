"""Turtle and TriG for people: grouped by subject, in reading order, one statement a line."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from testimonia.serialize.names import Names
from testimonia.serialize.order import RDF_TYPE, order_triples, predicates_in_order
from testimonia.serialize.outline import PARTS, outline
from testimonia.serialize.triples import graph_of, natural
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from testimonia.serialize.triples import Graph, Node, Object, Words

__all__ = ["write_trig", "write_turtle"]

_XSD = PREFIXES["xsd"]
_SHORT = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    _XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    _XSD + "boolean": re.compile(r"true|false"),
}
"""What stands without quotation marks, by datatype."""
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r", ord('"'): '\\"', ord("\\"): "\\\\",
}  # fmt: skip


def write_turtle(graph: Graph, *, base: str | None = None, brief: bool = False) -> bytes:
    """Write an ordered graph; a brief one declares the prefixes that it uses, not all of them."""
    names = Names.of(graph, base)
    body = "\n".join(_subjects(graph, names))
    return (names.header(brief=brief) + body).encode("utf-8")


def write_trig(statements: Iterable[str]) -> bytes:
    """Write each named graph by itself, the default graph first."""
    by_graph: dict[str, list[str]] = {}
    for statement in statements:
        by_graph.setdefault(graph_of(statement), []).append(statement)
    names = Names.of(order_triples(chain.from_iterable(by_graph.values())))
    blocks = []
    for name in sorted(by_graph, key=natural):
        body = "\n".join(_subjects(order_triples(by_graph[name]), names))
        blocks.append(f"{names(name)} {{\n\n{body}\n}}\n" if name else body)
    return (names.header() + "\n".join(blocks)).encode("utf-8")


def _subjects(graph: Graph, names: Names) -> Iterator[str]:
    for subject in outline(graph, PARTS).walk():
        yield _paragraph(subject, graph[subject], names)


def _paragraph(subject: str, node: Node, names: Names) -> str:
    """Write what is said of one subject, each predicate on a line of its own."""
    lines = [f"{_predicate(one, names)} {_objects(node[one], names)}" for one in predicates_in_order(node)]
    first = f"{names(subject)} {lines[0]}"
    return " ;\n    ".join([first, *lines[1:]]) + " .\n"


def _predicate(predicate: str, names: Names) -> str:
    return "a" if predicate == RDF_TYPE else names(predicate)


def _objects(objects: list[Object], names: Names) -> str:
    return ",\n        ".join(names(one) if isinstance(one, str) else _literal(one, names) for one in objects)


def _literal(literal: Words, names: Names) -> str:
    """Write a literal, numbers and truth values in their short form."""
    words, language, datatype = literal
    if language:
        return f'"{_escape(words)}"@{language}'
    if datatype == _XSD + "string":
        return f'"{_escape(words)}"'
    short = _SHORT.get(datatype)
    if short and short.fullmatch(words):
        return words
    return f'"{_escape(words)}"^^{names(datatype)}'


def _escape(words: str) -> str:
    return words.translate(_ESCAPES) if _SPECIAL.search(words) else words
