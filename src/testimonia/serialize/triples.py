"""Statements as plain Python values: what the writers sort, group and nest."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from testimonia.errors import GraphError
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Graph",
    "Node",
    "Object",
    "Words",
    "graph_of",
    "group_triples",
    "natural",
    "object_key",
    "triple_of",
]


class Words(NamedTuple):
    """A literal, taken apart."""

    text: str
    language: str | None
    datatype: str


Object = str | Words
"""An IRI as text, or a literal."""
Node = dict[str, list[Object]]
"""What is said of one subject: predicate IRI to objects, sorted, each once."""
Graph = dict[str, Node]
"""Subject IRI to what is said of it."""

_DIGITS = re.compile(r"([0-9]{1,18})")


def group_triples(statements: Iterable[str]) -> Graph:
    """Group the triples of statements, of whatever graph, by subject and predicate.

    Statements are lines of canonical N-Quads without their full stops. Raises GraphError for blank
    nodes and quoted triples: they have no order that stays.
    """
    found: Graph = {}
    shared: dict[str, str] = {}
    """Each IRI once, by its text in brackets."""
    for statement in statements:
        subject, predicate, rest = statement.split(" ", 2)
        node = found.setdefault(shared.get(subject) or _iri(subject, shared), {})
        name, said = shared.get(predicate) or _iri(predicate, shared), _object(rest, shared)
        if name in node:
            node[name].append(said)
        else:
            node[name] = [said]  # most properties have one value, and a list of one is small
    for node in found.values():
        for name, objects in node.items():
            if len(objects) > 1:
                node[name] = sorted(set(objects), key=object_key)
    return found


def graph_of(statement: str) -> str:
    """Give the IRI of the graph that a statement stands in, "" for the default graph."""
    target = statement.split(" ", 2)[2]
    behind = _end(target)
    return target[behind + 2 : -1] if behind < len(target) else ""


def triple_of(statement: str) -> str:
    """Give a statement without its graph."""
    subject, predicate, target = statement.split(" ", 2)
    return f"{subject} {predicate} {target[: _end(target)]}"


def _iri(written: str, shared: dict[str, str]) -> str:
    """Take an IRI out of its brackets, the same text for the same IRI."""
    if written[0] != "<" or written[-1] != ">":
        raise GraphError(f"«{written}» cannot be written in a stable order: subjects have to be IRIs.")
    return shared.setdefault(written, written[1:-1])


def _end(target: str) -> int:
    """Give where an object ends; behind it stands the graph, if there is one."""
    begin = target.rfind('"') + 1 if target[0] == '"' else 0
    if target.startswith("<<("):
        begin = target.rfind(")>>")
    end = target.find(" ", begin)
    return len(target) if end < 0 else end


def _object(target: str, shared: dict[str, str]) -> Object:
    """Read an object, with the graph that may stand behind it."""
    written = target[: _end(target)]
    if written[0] == "<" and written[1] != "<":
        return shared.get(written) or _iri(written, shared)
    if written[0] != '"' or "--" in (ending := written[written.rfind('"') + 1 :]):
        raise GraphError(
            f"«{written}» cannot be written here: objects have to be IRIs or literals of RDF 1.1."
        )
    words = written[1 : len(written) - len(ending) - 1]
    if "\\" in words:
        words = _ESCAPE.sub(_unescaped, words)
    if not ending:
        return Words(words, None, _STRING)
    if ending[0] == "@":
        return Words(words, ending[1:], _LANGUAGE)
    datatype = ending[2:]
    return Words(words, None, shared.get(datatype) or _iri(datatype, shared))


_STRING = PREFIXES["xsd"] + "string"
_LANGUAGE = PREFIXES["rdf"] + "langString"
_ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(match[3], match[3])


def object_key(said: Object) -> tuple[int, tuple[str | int, ...], str, str]:
    """Order objects: IRIs, then literals by their words, language and datatype."""
    if isinstance(said, str):
        return 0, natural(said), "", ""
    return 1, natural(said.text), said.language or "", said.datatype


@lru_cache(maxsize=4096)
def natural(text: str) -> tuple[str | int, ...]:
    """Order text with its numbers as numbers: char/68-95 before char/106-114.

    Words stand at even places and numbers at odd ones, so that like is compared with like. The text
    itself comes last, since "01" and "1" are the same number.
    """
    parts: list[str | int] = list(_DIGITS.split(text))
    for index in range(1, len(parts), 2):
        parts[index] = int(parts[index])
    return *parts, -1, text
