"""Property paths from the notation of SPARQL back to the nodes of SHACL, for validation reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from testimonia.validate.look import iri, node_of

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Triple

    from testimonia.validate.look import Node

__all__ = ["Path"]

_TOKEN = re.compile(r"<[^>]*>|[a-z]+:[\w-]+|[()|/^*+?]")
_REPEATED = {"*": "sh:zeroOrMorePath", "+": "sh:oneOrMorePath", "?": "sh:zeroOrOnePath"}


class Path:
    """A path as RDF: `node` stands for it, `triples` say what it is.

    alternatives = sequence ("|" sequence)*     sequence = step ("/" step)*
    step = "^"? (IRI | "(" alternatives ")") ("*" | "+" | "?")?
    """

    def __init__(self, written: str, name: str) -> None:
        """Read what `shorten_path` wrote; blank nodes are called after `name`."""
        self.triples: list[Triple] = []
        self._tokens = _TOKEN.findall(written)
        self._name = name
        self._blanks = 0
        self.node: Node = self._alternatives()

    def _alternatives(self) -> Node:
        parts = [self._sequence()]
        while self._take("|"):
            parts.append(self._sequence())
        return parts[0] if len(parts) == 1 else self._said("sh:alternativePath", self._listed(parts))

    def _sequence(self) -> Node:
        parts = [self._step()]
        while self._take("/"):
            parts.append(self._step())
        return parts[0] if len(parts) == 1 else self._listed(parts)

    def _step(self) -> Node:
        inverse = self._take("^")
        if self._take("("):
            node: Node = self._alternatives()
            self._take(")")
        else:
            node = _named(self._tokens.pop(0))
        for sign, name in _REPEATED.items():
            if self._take(sign):
                node = self._said(name, node)
        return self._said("sh:inversePath", node) if inverse else node

    def _take(self, sign: str) -> bool:
        if self._tokens[:1] != [sign]:
            return False
        self._tokens.pop(0)
        return True

    def _said(self, name: str, value: Node) -> Node:
        from pyoxigraph import Triple

        node = self._blank()
        self.triples.append(Triple(node, iri(name), value))
        return node

    def _listed(self, parts: list[Node]) -> Node:
        from pyoxigraph import Triple

        rest: Node = iri("rdf:nil")
        for part in reversed(parts):
            node = self._blank()
            self.triples += [Triple(node, iri("rdf:first"), part), Triple(node, iri("rdf:rest"), rest)]
            rest = node
        return rest

    def _blank(self) -> BlankNode:
        from pyoxigraph import BlankNode

        self._blanks += 1
        return BlankNode(f"{self._name}{self._blanks}")


def _named(token: str) -> Node:
    return node_of(token[1:-1]) if token.startswith("<") else iri(token)
