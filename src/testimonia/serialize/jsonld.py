"""Compact JSON-LD: a tree that JSON tools can use, and the same triples for those who read it as RDF.

The document carries its context, so that it can be read without the network. What the context has
no key for is written with full names and typed values; nothing is left out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from testimonia.serialize.context import Context, Key, expand, load_context
from testimonia.serialize.layout import lay_out
from testimonia.serialize.names import base_of, relative, revision_prefixes
from testimonia.serialize.order import RDF_TYPE, predicates_in_order
from testimonia.serialize.outline import TREE, Outline, outline
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.serialize.triples import Graph, Node, Object, Words

__all__ = ["write_jsonld"]

_XSD = PREFIXES["xsd"]
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""Integers whose JSON form comes back the same: canonical, and small enough for a double."""
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_LOCAL = re.compile(r"[A-Za-z0-9_-]+(?:#[A-Za-z0-9_-]+)?")
_INTEGERS = frozenset({_XSD + "integer", _XSD + "nonNegativeInteger"})
_NOTHING: frozenset[str] = frozenset()


def write_jsonld(graph: Graph, *, base: str | None = None, brief: bool = False) -> bytes:
    """Write an ordered graph as one document.

    A brief one carries the terms that it uses, not all of them, and has each thing of the top on one line.
    """
    writer = _Writer(graph, outline(graph, TREE), _context_for(graph), base or base_of(graph))
    own = {"@base": writer.base} if writer.base else {}
    roots = writer.roots()
    terms = own | (_used(roots, writer.context) if brief else writer.context.terms)
    head = ",\n".join(f"    {json.dumps(name)}: {json.dumps(value)}" for name, value in terms.items())
    body = (
        _on_lines(roots) if brief else lay_out(roots, "  ")
    ).encode()  # a large graph is held as few times as can be
    return b"".join((f'{{\n  "@context": {{\n{head}\n  }},\n  "@graph": '.encode(), body, b"\n}\n"))


def _on_lines(roots: list[dict[str, Any]]) -> str:
    lines = (json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in roots)
    return "[\n" + ",\n".join(lines) + "\n]"


def _context_for(graph: Graph) -> Context:
    """Give the project's context with prefixes for the graph's one revision.

    Prefixes that are also the scheme of an IRI of the graph are left out: geo:12,34 must not be
    read as geo: and 12,34.
    """
    context, own = load_context(), revision_prefixes(graph)
    schemes = {iri.partition(":")[0] for iri in _other_iris(graph)}
    clashes = schemes & (context.prefixes.keys() | own.keys())
    prefixes = {name: space for name, space in (context.prefixes | own).items() if name not in clashes}
    terms = {
        name: _expanded(value, context.prefixes) if clashes else value
        for name, value in context.terms.items()
        if name not in clashes
    }
    return replace(
        context, terms=terms | {name: prefixes[name] for name in own if name in prefixes}, prefixes=prefixes
    )


def _other_iris(graph: Graph) -> Iterator[str]:
    """Give the IRIs of a graph, but for those of the web, whose scheme is no prefix."""
    for subject, node in graph.items():
        for objects in ((subject,), node, *node.values()):
            for one in objects:
                iri = one if isinstance(one, str) else one.datatype
                if not iri.startswith("http"):
                    yield iri


def _used(roots: list[dict[str, Any]], context: Context) -> dict[str, Any]:
    """Give the terms that a tree uses: its keys, and the prefixes of its values and of those keys."""
    words = set(_words(roots))
    named = words | {word.partition(":")[0] for word in words}
    kept = {name: context.terms[name] for name in named & context.terms.keys()}
    behind = {word.partition(":")[0] for word in _words(list(kept.values()))}
    return {
        name: value
        for name, value in context.terms.items()
        if name[0] == "@" or name in kept or (name in behind and name in context.prefixes)
    }


def _words(value: Any) -> Iterator[str]:
    """Give all keys and strings of a tree."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)


def _expanded(definition: Any, prefixes: dict[str, str]) -> Any:
    if not isinstance(definition, dict):
        return definition
    return {
        name: expand(value, prefixes)
        if isinstance(value, str) and value.partition(":")[0] in prefixes
        else value
        for name, value in definition.items()
    }


@dataclass(slots=True)
class _Writer:
    """Builds the tree of one document."""

    graph: Graph
    tree: Outline
    context: Context
    base: str | None
    _built: dict[str, dict[str, Any]] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _prefixes: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Turn the prefixes round."""
        self._prefixes = {space: prefix for prefix, space in self.context.prefixes.items()}

    def roots(self) -> list[dict[str, Any]]:
        """Give the subjects at the top, each with what it has inside."""
        for subject in reversed(list(self.tree.walk())):
            self._built[subject] = self._node(subject)
        return [self._built[subject] for subject in self.tree.roots]

    def _node(self, subject: str) -> dict[str, Any]:
        """Build a subject; what it has inside is built already, since the walk is read backwards."""
        node: dict[str, Any] = {"id": self._reference(subject)}
        said, inside = self._unless_outer(subject), self.tree.inside.get(subject, {})
        down = {link.predicate: frozenset(inner) for link, inner in inside.items() if not link.up}
        for predicate in predicates_in_order(said):
            objects = said[predicate]
            if predicate == RDF_TYPE:
                objects = self._add_types(node, objects)
            if objects:
                self._add(node, predicate, objects, down.get(predicate, _NOTHING))
        for link, inner in inside.items():
            if link.up:
                node[self.context.reverse[link.predicate].name] = [self._built[one] for one in inner]
        return node

    def _unless_outer(self, subject: str) -> Node:
        """Leave out the triple that the tree itself says: that a claim is about the event around it."""
        said = self.graph[subject]
        link, outer = self.tree.outer.get(subject, (None, ""))
        if link is None or not link.up:
            return said
        return said | {link.predicate: [one for one in said[link.predicate] if one != outer]}

    def _add_types(self, node: dict[str, Any], objects: list[Object]) -> list[Object]:
        """Write the classes of a subject; what is no IRI is left to be written as any other value."""
        types = [self._word(one, self.context.vocab) for one in objects if isinstance(one, str)]
        if types:
            node["type"] = types[0] if len(types) == 1 else types
        return [one for one in objects if not isinstance(one, str)]

    def _add(
        self, node: dict[str, Any], predicate: str, objects: list[Object], inner: frozenset[str]
    ) -> None:
        """Write what a subject has of one property."""
        key = self.context.keys.get(predicate) or Key(self._compact(predicate))
        values = [self._value(one, key, inner) for one in objects]
        node[key.name] = values if key.listed or len(values) > 1 else values[0]

    def _value(self, said: Object, key: Key, inner: frozenset[str]) -> Any:
        if not isinstance(said, str):
            return self._literal(said, key)
        return self._built[said] if said in inner else self._target(said, key)

    def _target(self, iri: str, key: Key) -> Any:
        """Write an IRI as an object: bare where the key says that it is one."""
        if key.type == "@id":
            return self._reference(iri)
        if key.type == "@vocab":
            return self._word(iri, key.space)
        return {"id": self._reference(iri)}

    def _literal(self, literal: Words, key: Key) -> Any:
        """Write a literal: bare where the key or JSON says its datatype, else with its datatype."""
        words, language, datatype = literal
        if language:
            return words if language == key.language else {"@value": words, "@language": language}
        if datatype == key.type:
            return int(words) if datatype in _INTEGERS and _INTEGER.fullmatch(words) else words
        if key.type is None and datatype == _XSD + "integer" and _INTEGER.fullmatch(words):
            return int(words)
        if key.type is None and datatype == _XSD + "boolean" and words in {"true", "false"}:
            return words == "true"
        if datatype != _XSD + "string":
            return {"@value": words, "@type": self._compact(datatype)}
        return words if key.type is None and key.language is None else {"@value": words}

    def _word(self, iri: str, space: str) -> str:
        """Write an IRI that is read as a word of a namespace, unless the word means something else here."""
        local = iri[len(space) :] if space and iri.startswith(space) else ""
        return local if _WORD.fullmatch(local) and local not in self.context.terms else self._compact(iri)

    def _reference(self, iri: str) -> str:
        known = self._known.get(iri)
        if known is None:
            known = self._compact(iri)
            if known == iri:
                known = relative(iri, self.base) or iri
            self._known[iri] = known
        return known

    def _compact(self, iri: str) -> str:
        """Shorten an IRI with a prefix: "prov:used"."""
        head, _, fragment = iri.partition("#")
        for cut in (head.rfind("/") + 1, len(head) + 1) if fragment else (head.rfind("/") + 1,):
            prefix = self._prefixes.get(iri[:cut])
            if prefix and _LOCAL.fullmatch(iri, cut):
                return f"{prefix}:{iri[cut:]}"
        return iri
